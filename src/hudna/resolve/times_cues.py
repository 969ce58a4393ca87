"""Where the sentence looks: decides whether "Monday" is the last or the next one.

The nearest verb before the expression decides; without one, the first after it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from hudna.knowledge.date_forms import folded
from hudna.knowledge.dates import DateWords

# Small letters, and letters of scripts that have no capitals.
SMALL = r"[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЀ-Џ]"
REACH = 160
AFTER = 60
# Feeds glue sentences together ("the road.On Wednesday"); the point inside "U.N." ends none.
SENTENCE_END = re.compile(
    r"[.!?…؟]['\"”’)\]]{0,3}\s|(?<=[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЀ-Џ]{2})[.!?…]['\"”’)\]]{0,3}(?=[A-ZÀ-ÖØ-ÞА-ЯЀ-Џ])|\n\s*\n"
)


@dataclass(frozen=True, slots=True)
class Outlook:
    """`perfect` and `ranked`: such words stand before in the sentence. `overdue`: the day was due ("was due by 23 January"). `pledged`: something is promised or
    ordered in the sentence. `awaited`: "until", "by" or the like stands directly before.
    """

    future: bool = False
    overdue: bool = False
    pledged: bool = False
    awaited: bool = False
    perfect: bool = False
    ranked: bool = False


def sentence_start(text: str, start: int) -> int:
    """Where the sentence begins, at most `REACH` characters back."""
    low = max(0, start - REACH)
    ends = [match.end() for match in SENTENCE_END.finditer(text, low, start)]
    return ends[-1] if ends else low


def outlook(text: str, sentence: int, start: int, end: int, words: DateWords) -> Outlook:
    """How the sentence around the words at start:end looks at time."""
    stop = SENTENCE_END.search(text, end, end + AFTER)
    cues = words.cues
    verbs = _verbs(
        (cues.future, cues.future_ending), cues.participle_after, cues.overdue, (cues.past, cues.past_ending)
    )
    before = list(verbs.finditer(text, sentence, start))
    last = before[-1] if before else verbs.search(text, end, stop.start() if stop else end + AFTER)
    lead = f" {folded(text[max(0, start - REACH) : start])}"
    awaited = lead.endswith(cues.awaited)
    pledged = bool(_any_of(cues.pledge).search(text, sentence, end + AFTER))
    ahead = bool(last and (last["future"] or last["overdue"]))
    ahead = (
        ahead
        or (awaited and last is None)
        or (pledged and lead.endswith(cues.awaited + cues.awaited_if_pledged))
    )
    # "is expected as the shelling has gone on since Tuesday": what began lies behind, whatever else is to come.
    begun = lead.endswith(tuple(f" {word}" for word in cues.perfect if word in words.joins.since))
    ahead = ahead and not begun
    return Outlook(
        future=ahead,
        overdue=bool(last and last["overdue"]),
        pledged=pledged or ahead,
        awaited=awaited,
        perfect=bool(_any_of(cues.perfect).search(text, sentence, start)),
        ranked=bool(_any_of(cues.rank).search(text, sentence, start)),
    )


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _verbs(
    future: tuple[tuple[str, ...], tuple[str, ...]],
    participle_after: tuple[str, ...],
    overdue: tuple[str, ...],
    past: tuple[tuple[str, ...], tuple[str, ...]],
) -> re.Pattern[str]:
    """Words of time to come and of time past; `future` and `past` are words and endings."""
    # Small letters only: "May 3" is a date, and "Will" a name.
    return re.compile(
        rf"\b(?:(?P<overdue>{_either(overdue)})"
        rf"|(?P<future>(?:{_either(participle_after)})\s{SMALL}{{2,20}}|{_either(future[0])}"
        rf"|{SMALL}{{1,20}}(?:{_either(future[1])}))"
        rf"|(?P<past>{_either(past[0])}|{SMALL}{{2,20}}(?:{_either(past[1])})))\b"
    )


def _either(words: tuple[str, ...]) -> str:
    # Nothing listed must match nothing, not everything.
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
