"""Does the sentence look ahead? Decides whether "Monday" is the last or the next one.

The nearest verb before the expression decides; without one, the first after it.
"""

import re
from functools import lru_cache

from hudna.knowledge.date_forms import folded
from hudna.knowledge.dates import DateWords

REACH = 160
AFTER = 60
SENTENCE_END = re.compile(r"[.!?…؟]['\"”’)\]]{0,3}\s|\n\s*\n")


def sentence_start(text: str, start: int) -> int:
    """Where the sentence begins, at most `REACH` characters back."""
    low = max(0, start - REACH)
    ends = [match.end() for match in SENTENCE_END.finditer(text, low, start)]
    return ends[-1] if ends else low


def looks_ahead(text: str, sentence: int, start: int, end: int, words: DateWords) -> bool:
    """True if the verb that governs the words at start:end points to the future."""
    pattern = _cue_pattern(
        words.cues["future"], words.cues["past"], words.cues["past_ending"], words.cues["future_participle"]
    )
    before = list(pattern.finditer(text, sentence, start))
    if before:
        return before[-1]["future"] is not None
    stop = SENTENCE_END.search(text, end, end + AFTER)
    after = pattern.search(text, end, stop.start() if stop else min(len(text), end + AFTER))
    if after is not None:
        return after["future"] is not None
    return folded(text[sentence:start]).endswith(words.cues["future_before"])


@lru_cache(maxsize=8)
def _cue_pattern(
    future: tuple[str, ...], past: tuple[str, ...], endings: tuple[str, ...], be: tuple[str, ...]
) -> re.Pattern[str]:
    ahead = "|".join(map(re.escape, sorted(future, key=len, reverse=True)))
    behind = "|".join(map(re.escape, past))
    to_be = "|".join(map(re.escape, be))
    ending = "|".join(map(re.escape, endings))
    # Small letters only: "May 3" is a date, and "Will" a name.
    return re.compile(
        rf"\b(?:(?P<future>(?:{to_be})\s[a-z]{{2,20}}|{ahead})|(?P<past>{behind}|[a-z]{{2,20}}(?:{ending})))\b"
    )
