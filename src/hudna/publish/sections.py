"""The English parts of a situation report on picture and agreements, and words that several of them need.

Other languages say the same records with the templates of their documents.yml.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.days import on_day
from hudna.model.incident import Party, Where
from hudna.publish.document import Block, Sentence
from hudna.publish.wording import named

# A place vaguer than this is said with its radius.
_VAGUE_KM = 50


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the report; `none` is said where there is nothing to say."""

    title: str
    blocks: tuple[Block, ...]
    none: str


def blocks_of(*groups: tuple[str | None, Iterable[Sentence]]) -> tuple[Block, ...]:
    """A block for each group that has any sentence."""
    made = ((title, tuple(sentences)) for title, sentences in groups)
    return tuple(Block(title, sentences) for title, sentences in made if sentences)


def many(number: int, noun: str) -> str:
    """'1 report', '2 reports'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(texts: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def parties(found: Iterable[Party]) -> str:
    """The words for these parties, each once."""
    return listed(list(dict.fromkeys(named(party.text) for party in found)))


def speakers_of(found: Iterable[Party]) -> str:
    """The words for those who speak: whoever is not known by name stands in quotes."""
    said = (named(party.text) if party.id else f"“{party.text}”" for party in found)
    return listed(list(dict.fromkeys(said)))


def whose(speaker: Party | None, *, anonymous: bool = False) -> str:
    """'the daily', '“military sources” (no name given)', 'the report'."""
    if speaker is None:
        return "the report"
    return f"“{speaker.text}” (no name given)" if anonymous else named(speaker.text)


def spot(where: Where) -> str:
    """The name of a place, with its radius where that is wide."""
    wide = where.radius_km is not None and where.radius_km >= _VAGUE_KM
    return f"{where.name} (within about {where.radius_km:.0f} km)" if wide else where.name


def period(first: date | None, last: date | None) -> str:
    """'on 7 May 2023', 'from 7 May 2023 to 9 May 2023', 'on a day not told'."""
    if first is None or last is None:
        day = first or last
        return f"on {on_day(day)}" if day else "on a day not told"
    return f"on {on_day(first)}" if first == last else f"from {on_day(first)} to {on_day(last)}"


def sentence_of(text: str) -> str:
    """The words as a sentence: a capital letter, one full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('. ')}."
