"""Sentences that the program wrote in English, said in another language.

A text is looked for as a whole, then sentence by sentence. What stands in a slot is said in
turn: days, names of actors and places, lists of them, further sentences. A name without a
form in the language stays as it is, in quotation marks; a text without a pair stays whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from hudna.knowledge.alert_words import speech_of
from hudna.knowledge.base_map import country_names, division_names, towns, world_names
from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import listed_places
from hudna.knowledge.said import Said, load_said, said_languages
from hudna.knowledge.scripts import is_written_in
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.zones import load_zones
from hudna.model.counted import Counted
from hudna.publish.naming import Naming
from hudna.publish.occurrence import cast

_DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_MONTHS = "January February March April May June July August September October November December".split()
# Slots of these names hold figures and nothing else, so that a pattern of few words matches no sentence of a report.
_FIGURES = frozenset(
    "number origins neutral days km dead deaths low high weeks least read some horizon limit width share rate bits mean percent point".split()
)
# A figure narrows a phrase as much as this many letters: "in 28 days" is no place.
_FIGURE = 10
_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z“\"]|\d[\d+]* [A-Z])")
# What stands between the members of a row; what is quoted is one member, whatever it holds.
_JOINTS = re.compile(r"(, and |, | and |; )(?![^“]*”)")
_QUOTED = re.compile(r"“([^“”]*)”")
Patterns = tuple[tuple[re.Pattern[str], str], ...]
_LATIN = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True)
class Saying:
    """What is said in one language."""

    language: str
    said: Said

    def text(self, text: str) -> str:
        """A text of the program's own in the language; as it is where nobody has said it so."""
        if not _LATIN.search(text):
            return text
        whole = self._whole(text)
        if whole is not None:
            return whole
        sentences, row = _SENTENCES.split(text), text.split("; ")
        if len(sentences) > 1 and any(said := [self._whole(one) for one in sentences]):
            return " ".join(new or old for new, old in zip(said, sentences, strict=True))
        if len(row) > 1 and any(said := [self._whole(one) for one in row]):
            parts = (new or self._of_report(old) for new, old in zip(said, row, strict=True))
            return ("؛ " if self.language == "ar" else "; ").join(parts)
        return text

    def _of_report(self, text: str) -> str:
        """ "La missione delle Nazioni Unite; carries …": whoever is called so in a report is no phrase of ours."""
        return self._held("called", text) if _LATIN.match(text) and text[0].isupper() else text

    def _clauses(self, text: str) -> str | None:
        """A row of reasons, where each of them is a phrase."""
        parted = text.split("; ")
        said = [self._whole(one) for one in parted]
        whole = [one for one in said if one is not None]
        return (
            ("؛ " if self.language == "ar" else "; ").join(whole) if len(whole) == len(parted) > 1 else None
        )

    def label(self, text: str) -> str:
        """The name of a field."""
        return self.said.labels.get(text, text)

    def fact(self, text: str) -> str:
        """The value of a field: of a closed list, a day, a name, a row of these, or a text."""
        known = self.said.codes.get(text) or self.name(text) or self.said.phrases.get(text)
        if known:
            return known
        if coded := self._coded(text):
            return coded
        said = self.text(text)
        return said if said != text else self._filled(text, self._parts) or text

    def _coded(self, text: str) -> str | None:
        """A row of values of closed lists."""
        parts = re.split(r"( → |, |: |; |/| and )", text)
        if len(parts) < 2 or not all(one in self.said.codes for one in parts[::2]):
            return None
        joints = {" and ": self.said.join[1], ", ": self.said.join[0]}
        return "".join(self.said.codes.get(one, joints.get(one, one)) for one in parts)

    def name(self, text: str) -> str | None:
        """An actor, a place, an area or a country by its name in the language."""
        return _names(self.language).get(fold(text))

    def _whole(self, text: str) -> str | None:
        """The text where it is one phrase, with or without its last full stop."""
        for end in ("", "."):
            if text.endswith(end):
                bare = text.removesuffix(end) if end else text
                said = self.said.phrases.get(bare) or self._filled(bare)
                if said is not None:
                    return said + end
        return self._filled(f"{text}.") if not text.endswith(".") else None

    def _filled(self, text: str, patterns: Patterns | None = None) -> str | None:
        for pattern, said in self._patterns if patterns is None else patterns:
            found = pattern.fullmatch(text)
            if found:
                return said.format(
                    **{name: Counted(self._held(name, held)) for name, held in found.groupdict().items()}
                )
        return None

    def _held(self, slot: str, held: str) -> str:
        """What a slot holds; `called` is one name, which is never taken apart."""
        if slot != "called":
            return self._slot(held)
        plain = held.strip()
        known = self.said.codes.get(plain) or self.said.phrases.get(plain) or self.name(plain)
        return known or f"{self.said.quotes[0]}{plain}{self.said.quotes[1]}"

    @cached_property
    def _patterns(self) -> Patterns:
        return _patterns_of(self.said.phrases)

    @cached_property
    def _parts(self) -> Patterns:
        return _patterns_of(self.said.parts)

    def _slot(self, held: str) -> str:
        plain = held.strip()
        known = self.said.codes.get(plain) or self.said.phrases.get(plain) or self.name(plain)
        if known is not None or not _LATIN.search(plain):
            return known if known is not None else self._requoted(held)
        parts = self._parted(plain)
        # A row with such a name in it must not be taken apart at that name's own "and".
        if len(parts) > 1 and any(" and " in one for one in parts):
            return self._listed([self._slot(one) for one in parts])
        # Sentences before things of two parts: "up to 3 dead" is no way from one place to another.
        said = self._coded(plain) or self._whole(plain) or self._clauses(plain)
        said = said or self._filled(plain, self._parts)
        if said is not None:
            return said
        if _DAY.search(plain):
            return _DAY.sub(self._day, plain)
        if len(parts) > 1:
            return self._listed([self._slot(one) for one in parts])
        return (
            plain
            if plain.startswith(self.said.quotes[0])
            else f"{self.said.quotes[0]}{plain.strip('“”')}{self.said.quotes[1]}"
        )

    def _requoted(self, text: str) -> str:
        """The text with the quotation marks of the language."""
        return _QUOTED.sub(rf"{self.said.quotes[0]}\1{self.said.quotes[1]}", text)

    def _parted(self, row: str) -> list[str]:
        """The members of a row; a name that holds "and" itself stays whole."""
        pieces, found, at = _JOINTS.split(row), list[str](), 0
        while at < len(pieces):
            ends = range(len(pieces), at, -2)
            whole = next((end for end in ends if self.name("".join(pieces[at:end]))), at + 1)
            found.append("".join(pieces[at:whole]))
            at = whole + 1
        return found

    def _day(self, found: re.Match[str]) -> str:
        day, month, year = found.groups()
        return f"{day} {self.said.months[_MONTHS.index(month)]} {year}" if month in _MONTHS else found[0]

    def _listed(self, names: list[str]) -> str:
        first, last = self.said.join
        return last.join((first.join(names[:-1]), names[-1]))


def _patterns_of(phrases: dict[str, str]) -> Patterns:
    """Phrases with slots, those with most words of their own first; a slot for a figure says as much as some words."""
    held = [(english, said) for english, said in phrases.items() if "{" in english]
    held.sort(key=lambda pair: (-_own(pair[0]), pair[0]))
    return tuple((_pattern(english), said) for english, said in held)


def _own(english: str) -> int:
    figures = sum(name in _FIGURES for name in re.findall(r"\{(\w+)\}", english))
    return len(re.sub(r"\{[\w|]+\}", "", english)) + _FIGURE * figures


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{([\w|]+)\}", english)
    return re.compile("".join(_slot_of(part) if at % 2 else re.escape(part) for at, part in enumerate(parts)))


def _slot_of(name: str) -> str:
    # The forms of a verb are no slot: "{is|are}".
    if "|" in name:
        return f"(?:{name})"
    if name in _FIGURES:
        return rf"(?P<{name}>[\d.,−-]+ ?%?)"
    # A source is one of a row of reasons, never several of them.
    return rf"(?P<{name}>(?:(?!\. |; ).)+?)" if name == "source" else rf"(?P<{name}>(?:(?!\. ).)+?)"


@cache
def _names(language: str) -> dict[str, str]:
    """English name, folded → name in the language. Of two places of one name what people listed, then the larger."""
    naming, found = Naming(language), dict[str, str]()
    for entry in cast().entries.values():
        given = entry.names.get(language)
        if given:
            for name in (entry.id, entry.name, entry.name.split(" / ")[0], *entry.names.get("en", ())):
                found.setdefault(fold(name), given[0])
    for zone in load_zones(theatre_names()).entries:
        named = naming.area(zone.id, None)
        if named and named != zone.id:
            found.setdefault(fold(zone.name), named)
    for place in listed_places(theatre_names()):
        written = next((one for one in place.names if is_written_in(one, language)), None)
        if written:
            found.setdefault(fold(place.name), written)
    for english, name in _of_the_map(language):
        found.setdefault(fold(english), name)
    return found


def _of_the_map(language: str) -> Iterator[tuple[str, str]]:
    """Countries, divisions and towns of the base map, then divisions of the rest of the world."""
    english = country_names("en")
    yield from ((english.get(code, code), name) for code, name in country_names(language).items())
    yield from ((division, name) for (_, division), name in division_names(language).items())
    yield from ((town["n"], town[language]) for town in towns() if language in town)
    units = world_names(language)["divisions"]
    yield from ((unit.partition("/")[2], name) for unit, name in units.items())


@cache
def saying(language: str) -> Saying | None:
    """What is said in a language; None for English, and for one that nobody has written down."""
    return Saying(language, load_said(language)) if language in said_languages() else None


@lru_cache(maxsize=20_000)
def said_in(language: str, text: str) -> str:
    """A text of the program's own in a language."""
    found = saying(language)
    return found.text(text) if found else text


def reason_in(language: str, theatre: str, reason: dict[str, Any]) -> str:
    """The reason of an alert as the language's own file says it; else as any text."""
    speech = speech_of(theatre, language)
    if reason.get("kind") in speech.words.reasons:
        values = {
            name: tuple(one) if isinstance(one, list) else one for name, one in reason["values"].items()
        }
        return speech.sentence(reason["kind"], values)
    return said_in(language, reason["text"])
