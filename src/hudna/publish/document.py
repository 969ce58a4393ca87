"""A document before anybody lays it out: sections of sentences, tables and pictures, each naming its claims.

The same document becomes HTML, Markdown, PDF or Word. What an analyst wrote is a part of
its own, marked with its author, and is never mixed with what the machine said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hudna.model.claim import Claim
from hudna.model.edition import Edition
from hudna.model.incident import Incident
from hudna.model.report import Issue, Report

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ARABIC = re.compile(r"[\u0590-\u08ff]")
_QUOTED = re.compile(r"[«“](?P<words>[^«»“”]+)[»”]")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ku"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, the ids of the claims that carry them, and how far below another it stands."""

    text: str
    claims: tuple[str, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences under a heading of their own, or under none."""

    title: str | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; each cell is a sentence, so that it can name its claims."""

    title: str | None
    head: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that is drawn when the document is laid out."""

    kind: Literal["map", "chart"]
    caption: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Note:
    """An analyst's own text, as it was written. `section`: the key of the section it stands in."""

    section: str
    author: str
    text: str


Part = Block | Grid | Figure | Note


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the document; `none` is said where there is nothing to say."""

    key: str
    title: str
    parts: tuple[Part, ...]
    none: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in it."""
        return not any(
            isinstance(part, Figure | Note)
            or (isinstance(part, Grid) and part.rows)
            or (isinstance(part, Block) and part.sentences)
            for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with the words it rests on, in their place: before, words, after."""

    number: int
    claim: Claim
    report: Report
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    language: str
    title: str
    head: tuple[tuple[str, str], ...]
    scope: str
    sections: tuple[Section, ...]
    annex: tuple[Entry, ...]
    skipped: tuple[Issue, ...]
    edition: Edition
    incidents: tuple[Incident, ...] = ()

    def languages(self, sentence: Sentence) -> set[str]:
        """The languages of the claims that a sentence names."""
        held = self.edition.evidence.claims
        return {held[name].language for name in sentence.claims if name in held}

    def numbers(self) -> dict[str, int]:
        """Claim id → its number in the annex."""
        return {entry.claim.id: entry.number for entry in self.annex}


def direction_of(text: str, usual: str) -> str:
    """The direction of a line: the document's own, unless all its letters are of the other."""
    latin, arabic = bool(_LATIN.search(text)), bool(_ARABIC.search(text))
    if usual == "rtl":
        return "ltr" if latin and not arabic else "rtl"
    return "rtl" if arabic and not latin else "ltr"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line. `turn`: its direction where it is not the line's own; `language`: of which it is known to be."""

    text: str
    turn: str | None = None
    language: str | None = None


def pieces(text: str, usual: str, languages: Iterable[str] = ()) -> list[Piece]:
    """A line with what it quotes from another script apart; `languages`: of the claims that it rests on."""
    found, at = list[Piece](), 0
    for quoted in _QUOTED.finditer(text):
        start, end = quoted.span("words")
        turn = direction_of(quoted["words"], usual)
        if turn == direction_of(text[:start] + text[end:], usual):
            continue
        found += [Piece(text[at:start])] if start > at else []
        found.append(Piece(text[start:end], turn, _language(turn, languages)))
        at = end
    return [*found, Piece(text[at:])] if at < len(text) else found


def _language(turn: str, languages: Iterable[str]) -> str | None:
    """The one language of that direction; None where there are several, since a line does not say whose words are whose."""
    known = {one for one in languages if (one in _RIGHT_TO_LEFT) == (turn == "rtl")}
    return known.pop() if len(known) == 1 else None


def cited(sections: tuple[Section, ...]) -> dict[str, None]:
    """The claims that any sentence names, in the order in which they are first named."""
    found: dict[str, None] = {}
    for section in sections:
        for part in section.parts:
            sentences: tuple[Sentence, ...] = ()
            if isinstance(part, Block):
                sentences = part.sentences
            if isinstance(part, Grid):
                sentences = tuple(cell for row in part.rows for cell in row)
            for sentence in sentences:
                found.update(dict.fromkeys(sentence.claims))
    return found


def annex_of(sections: tuple[Section, ...], edition: Edition) -> tuple[Entry, ...]:
    """Every claim that is named, numbered as it is first named, with its words."""
    evidence = edition.evidence
    known = [evidence.claims[name] for name in cited(sections) if name in evidence.claims]
    return tuple(
        _entry(number, claim, evidence.reports.get(claim.report) or Report(id=claim.report, text=""))
        for number, claim in enumerate(known, 1)
    )


def _entry(number: int, claim: Claim, report: Report) -> Entry:
    if not report.text:
        return Entry(number, claim, report, "", claim.text, "")
    start, end = max(claim.start - 80, 0), claim.end + 80
    before, after = report.text[start : claim.start], report.text[claim.end : end]
    return Entry(
        number, claim, report, ("…" if start else "") + before.lstrip(), report.text[claim.start : claim.end],
        after.rstrip() + ("…" if end < len(report.text) else ""),
    )  # fmt: skip
