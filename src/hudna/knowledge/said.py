"""What the program and its files say in English, said in another language.

said/<language>/*.yml hold pairs: a phrase as it stands in English, with {slots} where
names, days and numbers come, and the phrase in the language. A language is a folder; a
theatre or an agreement adds a file. What has no pair stays in English.
"""

from functools import cache

from hudna.errors import KnowledgeError
from hudna.knowledge.files import ROOT, load_one
from hudna.knowledge.questions import load_questions
from hudna.knowledge.theatres import theatre_names
from hudna.model.record import Record

_FOLDER = ROOT / "said"


class SaidExample(Record):
    """A sentence as the program writes it, and how it is to be said."""

    en: str
    said: str


class Said(Record):
    """The phrases of a language; `parts` stand in slots only, `codes` are values of closed lists, `labels` names of fields."""

    months: tuple[str, ...] = ()
    join: tuple[str, str] = (", ", " and ")
    quotes: tuple[str, str] = ("“", "”")
    phrases: dict[str, str] = {}
    parts: dict[str, str] = {}
    labels: dict[str, str] = {}
    codes: dict[str, str] = {}
    examples: tuple[SaidExample, ...] = ()
    counter: tuple[str, ...] = ()


@cache
def said_languages() -> tuple[str, ...]:
    """The languages that have a folder."""
    return tuple(sorted(path.name for path in _FOLDER.iterdir() if path.is_dir()))


@cache
def load_said(language: str) -> Said:
    """The phrases of a language, of all its files; a phrase stands once."""
    held = {
        path: load_one(path, Said)
        for path in sorted((_FOLDER / language).glob("*.yml"), key=lambda path: (path.stem != "engine", path))
    }
    first = next(iter(held.values()))
    for name in ("phrases", "parts", "labels", "codes"):
        told = dict(getattr(first, name))
        for path, one in list(held.items())[1:]:
            twice = sorted(told.keys() & getattr(one, name).keys())
            if twice:
                raise KnowledgeError(
                    f"{path.name}: {twice[0]!r} stands in another file too; once would be right"
                )
            told |= getattr(one, name)
        first = first.model_copy(update={name: told})
    return first.model_copy(update={"phrases": {**_asked(language), **first.phrases}})


def _asked(language: str) -> dict[str, str]:
    """Questions and their answers, which say themselves in other languages."""
    asked = [one for one in load_questions(theatre_names()) if language in one.said]
    told = [(one.question, one.said[language]) for one in asked]
    return dict(told) | {
        answer.text: answer.said[language]
        for one in asked
        for answer in one.hypotheses
        if language in answer.said
    }
