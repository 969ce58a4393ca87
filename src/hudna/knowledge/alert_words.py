"""What alerts say, in each language that has a file of `alerts/`: the reasons' sentences with names and days filled in.

A reason holds its kind and its values without words; here they become a sentence. A
value is written by its name: forces and speakers by their own names in the language
where the packs give one, areas likewise, days as people write them. A value named
`says:ar` stands for `{says}` in Arabic.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from hudna.errors import KnowledgeError
from hudna.knowledge.agreements import load_agreements
from hudna.knowledge.base_map import division_names, world_names
from hudna.knowledge.cast import Cast, load_cast
from hudna.knowledge.files import ROOT, load_one
from hudna.knowledge.questions import load_questions
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.warning_rules import WarningRules, load_warning_rules
from hudna.knowledge.zones import Zones, load_zones
from hudna.model.alert import Level, Standing, Value
from hudna.model.counted import Counted
from hudna.model.record import Record

_FOLDER = ROOT / "alerts"
UNLISTED = "unlisted: "
_ACTORS = frozenset({"forces", "by"})
_AREAS = frozenset({"area"})
_DAYS = frozenset({"on", "since"})
_WORDS = frozenset({"state", "signal", "confidence"})
_LISTED = frozenset({"provisions"})
_AGREEMENTS = frozenset({"agreement"})
_QUESTIONS = frozenset({"question"})
_QUOTED = frozenset({"condition", "consequence", "declared", "observed", "reason"})


class AlertWords(Record):
    """One language's file."""

    months: tuple[str, ...]
    join: tuple[str, str]
    quotes: tuple[str, str]
    levels: dict[Level, str]
    standings: dict[Standing, str]
    words: dict[str, str]
    headline: str
    exercise: str
    event: str
    labels: dict[str, str]
    reasons: dict[str, str]

    def day(self, on: date) -> str:
        """A day as people write it."""
        return f"{on.day} {self.months[on.month - 1]} {on.year}"

    def listed(self, names: tuple[str, ...]) -> str:
        """'A', 'A and B', 'A, B and C'."""
        if len(names) < 2:
            return names[0] if names else self.words["somebody"]
        return self.join[1].join((self.join[0].join(names[:-1]), names[-1]))


@cache
def alert_languages() -> tuple[str, ...]:
    """The languages that have a file, English first."""
    found = sorted(path.stem for path in _FOLDER.glob("*.yml"))
    return tuple(sorted(found, key=lambda code: (code != "en", code)))


@cache
def load_alert_words(language: str) -> AlertWords:
    """The words of a language; an unknown one lists the known."""
    if language not in alert_languages():
        raise KnowledgeError(f"no alerts/{language}.yml; known: {', '.join(alert_languages())}")
    return load_one(_FOLDER / f"{language}.yml", AlertWords)


@dataclass(frozen=True)
class Speech:
    """Sentences of one language for one theatre."""

    words: AlertWords
    language: str
    cast: Cast
    zones: Zones
    rules: WarningRules
    agreements: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, kind: str, values: Mapping[str, Value]) -> str:
        """The sentence of a reason."""
        if kind not in self.words.reasons:
            raise KnowledgeError(f"alerts/{self.language}.yml has no sentence for {kind!r}")
        plain = {name: one for name, one in values.items() if ":" not in name}
        told = {
            name.partition(":")[0]: one for name, one in values.items() if name.endswith(f":{self.language}")
        }
        return self.words.reasons[kind].format_map(
            {k: self._said(k, one) for k, one in {**plain, **told}.items()}
        )

    def area(self, name: str | None) -> str:
        """An area by its name in the language, else by its own."""
        if not name:
            return self.words.words["theatre"]
        known = self.rules.area(name)
        return (known.names.get(self.language) if known else None) or self._division(name)

    def _division(self, name: str) -> str:
        """A part of a country by its name in the language, else by its own."""
        country, _, division = name.partition("/")
        known = {} if self.language == "en" else division_names(self.language)
        world = {} if self.language == "en" else world_names(self.language)["divisions"]
        return known.get((country, division)) or world.get(name) or self.zones.name(name)

    def actor(self, name: str) -> str:
        """A force, camp or person by its name in the language, else by its own."""
        camp = self.rules.camps.get(name)
        if camp:
            return camp.get(self.language) or camp.get("en") or name
        if name.startswith(UNLISTED):
            return self._quoted(name.removeprefix(UNLISTED))
        entry = self.cast.entries.get(name)
        given = entry.names.get(self.language, ()) if entry else ()
        return given[0] if given else self.cast.name(name)

    def _quoted(self, text: str) -> str:
        return f"{self.words.quotes[0]}{text}{self.words.quotes[1]}"

    def _said(self, name: str, value: Value) -> str:
        for names, say in self._ways():
            if name in names:
                return say(value)
        return str(value) if isinstance(value, float) else Counted(str(value))

    def _ways(self) -> tuple[tuple[frozenset[str], Callable[[Any], str]], ...]:
        return (
            (_ACTORS, lambda value: self.words.listed(tuple(self.actor(one) for one in _many(value)))),
            (_AREAS, lambda value: self.area(str(value))),
            (_DAYS, lambda value: self.words.day(date.fromisoformat(str(value)))),
            (_WORDS, lambda value: self.words.words.get(str(value), str(value))),
            (_LISTED, lambda value: self.words.listed(_many(value))),
            (_QUESTIONS, lambda value: self.questions.get(str(value), str(value))),
            (_AGREEMENTS, lambda value: self.agreements.get(str(value), str(value))),
            (_QUOTED, lambda value: self._quoted(str(value))),
        )


def _many(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def speech(language: str, cast: Cast, zones: Zones, rules: WarningRules) -> Speech:
    """Sentences in a language."""
    return Speech(
        load_alert_words(language), language, cast, zones, rules, _titles(language), _questions(language)
    )


@cache
def _titles(language: str) -> dict[str, str]:
    """Agreements by the name they go by in a language, else by their title."""
    named = {one.id: one.names.get(language, ()) for one in load_agreements()}
    return {one.id: next(iter(named[one.id]), one.title) for one in load_agreements()}


@cache
def _questions(language: str) -> dict[str, str]:
    """Questions as they are asked in a language, by their English."""
    asked = load_questions(theatre_names())
    return {one.question: one.said[language] for one in asked if language in one.said}


@cache
def speech_of(theatre: str, language: str) -> Speech:
    """Sentences on a theatre or country in a language, with every pack's names."""
    names = theatre_names()
    rules = load_warning_rules(theatre if theatre in names else None)
    return speech(language, load_cast(names), load_zones(names), rules)
