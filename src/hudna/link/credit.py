"""Whose text a report says it carries: "(AFP)", "— Reuters", "نقلاً عن …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import LONGEST_NAME, Frame, credit_frames

# Words that may stand between the frame and the name: "the German news agency dpa".
_BETWEEN = 4
_LONGEST_NAME = 6
# "l'AFP", "dell'ANSA": the article is a word of its own here.
_APOSTROPHES = re.compile("['\u2019]")
# Within so many characters of either end a credit is for the whole text. Datelines run to about sixty.
EDGE = 80
# A credit in running text speaks of its own sentence.
SENTENCE_END = re.compile(r"[.!?؟](?=[\s\"»”]|$)|\n")


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet named as the one whose text it is, for which stretch of the report, and whether for all of it."""

    outlet: str
    start: int
    end: int
    whole: bool

    def covers(self, start: int, end: int) -> bool:
        """Whether it speaks of words that stand there."""
        return self.whole or (start < self.end and self.start < end)


def credits_in(text: str, language: str, known: Affiliations) -> tuple[Credit, ...]:
    """Every credit of a text, each outlet once, those for the whole text first."""
    found: dict[str, Credit] = {}
    for frame, pattern in credit_frames(language):
        for match in _matches(frame, pattern, text):
            credit = _credit(frame, match.group("outlet"), match.start("outlet"), text, known)
            if credit and (credit.outlet not in found or credit.whole > found[credit.outlet].whole):
                found[credit.outlet] = credit
    return tuple(sorted(found.values(), key=lambda credit: (not credit.whole, credit.start)))


def _matches(frame: Frame, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a frame stands; one that begins with a name is sought only before its own words, for a name can be anything."""
    if frame.follows or frame.at == "start":
        yield from pattern.finditer(text)
        return
    end = 0
    for words in frame.own_words.finditer(text):
        match = pattern.search(text, max(end, words.start() - LONGEST_NAME))
        if match and words.start() >= end:
            end = match.end()
            yield match


def _credit(frame: Frame, named: str, at: int, text: str, known: Affiliations) -> Credit | None:
    at_edge = at <= EDGE or at + len(named) >= len(text) - EDGE
    if frame.at == "edge" and not at_edge:
        return None
    outlet = _outlet(named, known, follows=frame.follows, leads=not frame.follows or frame.at != "any")
    if outlet is None:
        return None
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(text))
    return Credit(outlet, start, end, frame.at != "any")


def _outlet(named: str, known: Affiliations, *, follows: bool, leads: bool) -> str | None:
    """The outlet whose name touches the frame, a few words of description aside."""
    words = tuple(fold(_APOSTROPHES.sub(" ", named)).split())
    runs = [(i, j) for i in range(len(words)) for j in range(len(words), i, -1) if j - i <= _LONGEST_NAME]
    for start, end in runs:
        touches = (not follows or start <= _BETWEEN) and (not leads or end == len(words))
        if touches and (outlet := _known(" ".join(words[start:end]), known)):
            return outlet
    return None


def _known(name: str, known: Affiliations) -> str | None:
    outlet = known.outlet(name)
    return outlet.id if outlet else None
