"""Conditional statements → the words of their condition and of what it would bring.

A statement is a trip-wire only where a consequence is told with it: "would mean the end of
the truce", "will be met with force". What would merely be possible is a fear.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from hudna.knowledge.consequences import Pair, load_consequences
from hudna.knowledge.folding import letters, plain
from hudna.model.claim import Claim, Status
from hudna.model.evidence import Evidence

_HELD = frozenset({Status.CONDITIONAL, Status.HYPOTHETICAL})
_END = re.compile(r"[.!?؟\n](?=\s|$|[A-ZÀ-ÞА-Я؀-ۿ\"“«])")


@dataclass(frozen=True, slots=True)
class Condition:
    """A claim whose event is a condition, the words of the condition and those of the consequence."""

    claim: Claim
    condition: str
    consequence: str


def conditions(evidence: Evidence, claims: Iterable[Claim] | None = None) -> Iterator[Condition]:
    """Every conditional statement with a consequence, in the order of claims; of some claims only, where given."""
    for claim in evidence.claims.values() if claims is None else claims:
        if claim.event is not None and claim.status in _HELD:
            found = consequence_in(claim.text, claim.language)
            text, start = claim.text, 0
            if found is None:
                text, start = _sentence(claim, evidence)
                found = consequence_in(text, claim.language)
            if found is not None:
                yield _condition(claim, text, start, found)


def consequence_in(text: str, language: str) -> tuple[int, int] | None:
    """Where the words of a consequence stand in a text; None where it tells of none."""
    words = load_consequences(language)
    if words is None:
        return None
    bare = plain(text)
    match = _pattern(language).search(letters(bare.text))
    return bare.span(*match.span()) if match else None


def _condition(claim: Claim, text: str, start: int, found: tuple[int, int]) -> Condition:
    """The rest of the sentence is the consequence; what stands before it, or the claim's own words, the condition."""
    end = _END.search(text, found[1])
    consequence = text[found[0] : end.start() if end else len(text)].strip(" ,;:.")
    before = text[start : found[0]].strip(" ,;:.") if text == claim.text else claim.text
    return Condition(claim, before or claim.text, consequence)


def _sentence(claim: Claim, evidence: Evidence) -> tuple[str, int]:
    """The sentence around a claim; its own words where the report is not given."""
    report = evidence.reports.get(claim.report)
    if report is None:
        return claim.text, 0
    ends = [match.end() for match in _END.finditer(report.text, 0, claim.start)]
    start = ends[-1] if ends else 0
    end = _END.search(report.text, max(claim.end - 1, start))
    return report.text[start : end.start() if end else len(report.text)].strip(), 0


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = load_consequences(language)
    assert words is not None  # asked for only where the language has words
    pairs = [_pair(pair) for pair in words.pairs]
    return re.compile("|".join([*pairs, _any(words.phrases)]), re.IGNORECASE)


def _pair(pair: Pair) -> str:
    first, second = (pair.objects, pair.verbs) if pair.objects_first else (pair.verbs, pair.objects)
    between = rf"(?:[\s’']+[\w\-’']+){{0,{pair.reach}}}?[\s’']+"
    return rf"(?:{_any(first)}){between}(?:{_any(second)})"


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(_phrase(one) for one in _longest(phrases))


# Arabic writes "and" and "so" together with the word after it.
_BEGINS = r"(?:(?<!\w)|(?<=^[وف])|(?<=\W[وف]))"


def _phrase(words: str) -> str:
    return _BEGINS + r"\s+".join(re.escape(word) for word in plain(words).text.split()) + r"(?!\w)"


def _longest(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=len, reverse=True)
