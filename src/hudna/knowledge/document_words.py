"""What documents say, in each language that has a file languages/<code>/documents.yml.

Nothing here knows a grammar: a form is a template, and its slots are filled by whoever
lays out a document. A third language is a further file.
"""

from datetime import date
from functools import cache
from typing import Literal

from pydantic import Field

from hudna.errors import KnowledgeError
from hudna.knowledge.files import ROOT, load_one
from hudna.model.claim import Root, Status
from hudna.model.counted import Counted
from hudna.model.record import Record

_FOLDER = ROOT / "languages"
Form = str | tuple[str, str]


class Said(Record):
    """How something is said: alone, or with those it befalls. A pair is what was and what may be."""

    alone: Form
    to: Form
    several: Form | None = Field(default=None, description="alone, of more than one who did it")
    several_to: Form | None = Field(
        default=None, description="with those it befalls, of more than one, who may have fought each other"
    )


class RootSaid(Said):
    """How a root is said, and those of its modes and moves that have words of their own."""

    modes: dict[str, Said] = Field(default_factory=dict)
    moves: dict[str, Said] = Field(default_factory=dict)


class Frame(Record):
    """The sentence around an event by how it is held; `said` where somebody says so, `own` where the doer does."""

    plain: str
    said: str | None = None
    own: str | None = None


class DocumentWords(Record):
    """One language's file."""

    name: str
    direction: Literal["ltr", "rtl"]
    font: str
    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    day: str
    join: tuple[str, str]
    quotes: tuple[str, str]
    articles: tuple[str, ...]
    foreign: tuple[str, ...] = Field(
        default=(), description="words with which names in another language of the same script begin"
    )
    owners: tuple[str, ...] = ()
    pronouns: tuple[str, ...]
    roles: dict[str, str]
    roles_still: dict[str, str]
    parts: dict[str, str]
    statuses: dict[Status, Frame]
    held: dict[str, str]
    purpose: str
    composition: str
    events: dict[Root, RootSaid]
    labels: dict[str, str] = Field(default_factory=dict)
    values: dict[str, str] = Field(default_factory=dict)

    def on_day(self, day: date) -> str:
        """A day as people write it."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def listed(self, texts: list[str]) -> str:
        """'A', 'A and B', 'A, B and C'."""
        if len(texts) < 2:
            return "".join(texts)
        return self.join[1].join((self.join[0].join(texts[:-1]), texts[-1]))

    def is_foreign(self, text: str) -> bool:
        """Whether words begin as those of another language do: "Des hommes armés", "l'armée"."""
        first = text.replace("’", "'").replace("'", "' ").split(" ", 1)[0]
        return first in self.foreign or (first[:1].lower() + first[1:]) in self.foreign

    def quoted(self, text: str) -> str:
        """Words of somebody else's."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def label(self, name: str, /, **slots: object) -> str:
        """A heading or fixed sentence, with its slots filled."""
        if name not in self.labels:
            raise KnowledgeError(f"documents.yml of {self.name} has no label {name!r}")
        counted = {
            slot: Counted(str(held)) if isinstance(held, int) else held for slot, held in slots.items()
        }
        return self.labels[name].format(**counted) if slots else self.labels[name]

    def level(self, name: str) -> str:
        """A rung of the ladder of verification."""
        return self.value(f"level {name}") if f"level {name}" in self.values else name

    def value(self, name: object) -> str:
        """A value of a closed list in this language; one that has no word stays as it is."""
        return self.values.get(str(name), str(name))


@cache
def document_languages() -> tuple[str, ...]:
    """The languages that documents can be written in, English first."""
    found = sorted(path.parent.name for path in _FOLDER.glob("*/documents.yml"))
    return tuple(sorted(found, key=lambda code: (code != "en", code)))


@cache
def load_document_words(language: str) -> DocumentWords:
    """The words of a language; an unknown one lists the known."""
    if language not in document_languages():
        raise KnowledgeError(
            f"no documents are written in {language!r}; known: {', '.join(document_languages())}"
        )
    return load_one(_FOLDER / language / "documents.yml", DocumentWords, as_written=True)
