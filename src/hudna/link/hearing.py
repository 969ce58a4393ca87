"""Whether a report says that somebody spoke to its own outlet: "told us", "told the Post", "قال لنابلس اليوم"."""

import re
from collections.abc import Iterable

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.firsthand import own_words, says_told_us
from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import common_words, media_words, told_to
from hudna.link.spelling import same_by_sound
from hudna.link.voices import sentence_of
from hudna.model.told import Told

# What stands in brackets says whose the text is, not who was spoken to.
_BRACKETED = re.compile(r"\([^)\n]*\)|\[[^\]\n]*\]")
_LONGEST_NAME = 4
_TO = "ل"


def heard_here(told: Told, known: Affiliations) -> bool:
    """Whether the sentence in which a claim stands says that its speaker told the report's own outlet."""
    claim, report = told.claim, told.report
    sentence = report.text[sentence_of(told)]
    outlet = known.outlet(report.source)
    names = (outlet.name, *outlet.aliases, *outlet.local) if outlet else ()
    return is_heard_here(sentence, claim.language, names)


def is_heard_here(sentence: str, language: str, names: Iterable[str]) -> bool:
    """Whether a sentence says that somebody told us, or the outlet of one of these names."""
    if says_told_us(sentence, language):
        return True
    words = fold(_BRACKETED.sub(" ", own_words(sentence))).split()
    idle = media_words(language) | common_words(language)
    return any(_is_addressed([*fold(name).split()], words, language, idle) for name in names)


def _is_addressed(name: list[str], words: list[str], language: str, idle: frozenset[str]) -> bool:
    """Whether the outlet is named: in full, after "told the" by its own word alone, or in another script after "to"."""
    own = [word for word in name if word not in idle] or name
    for at in range(len(words)):
        if words[at : at + len(name)] == name:
            return True
        before = " ".join(words[max(0, at - 2) : at])
        if any(f" {before}".endswith(f" {to}") for to in told_to(language)) and words[at] in (
            own[0],
            own[-1],
        ):
            return True
        if words[at].startswith(_TO) and _sounds(words[at][1:], words[at + 1 :], name, language):
            return True
    return False


def _sounds(first: str, rest: list[str], name: list[str], language: str) -> bool:
    runs = (" ".join([first, *rest[:more]]) for more in range(_LONGEST_NAME))
    return any(
        same_by_sound(run, whole, language) or run == whole
        for run in runs
        for whole in (" ".join(name), name[0])
    )
