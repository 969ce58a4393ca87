"""A language as the program knows it: what it is like, which readers it has, and whether its folder is whole.

A folder with `language.yml` in it claims to be a language. It is complete or it is
refused: the error names every file that is missing. Folders without `language.yml`
hold pieces (words for places, say) of a language that nobody can code yet.
"""

from functools import cache
from pathlib import Path
from typing import Literal

from hudna.errors import KnowledgeError
from hudna.knowledge.files import language_folder, language_folders, load_one
from hudna.model.record import Record

ReaderName = Literal["parser", "shallow"]
REQUIRED = (
    "language.yml",
    "function_words.yml",
    "sentences.yml",
    "triggers",
    "classes.yml",
    "speech.yml",
    "cues.yml",
    "coding.yml",
    "casualties.yml",
    "agents.yml",
    "phrases.yml",
    "places.yml",
    "dates.yml",
)


class ParserEntry(Record):
    """A parser of the language: its label scheme, and the packages that hold it, the preferred one first."""

    scheme: str
    models: tuple[str, ...]


class Proof(Record):
    """How well the language's triggers prove themselves: least shares, which may only rise.

    `context` is a sentence that names somebody armed and tells of no event; beside it
    an example is a report on conflict, alone it often is none.
    """

    context: str
    alone: float
    beside_arms: float
    not_taken: float
    quiet: float


class Language(Record):
    """What one language is like, as far as rules and readers must know."""

    name: str
    script: Literal["latin", "arabic", "cyrillic", "other"]
    has_case: bool
    modifiers: Literal["before", "after"]
    possessive: tuple[str, ...] = ()
    bare_possessive: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    glued_articles: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    titled_acronyms: bool = False  # acronyms may be written as words: "Eln", "Pkk"
    states_by_to: bool = False  # "to" a state is in it: "au Liban", "aux Philippines"
    construct_state: bool = False
    parser: ParserEntry | None = None
    shallow: bool = False
    lemmas: str | None = None
    beta: bool = False
    proof: Proof
    note: str | None = None

    @property
    def readers(self) -> tuple[ReaderName, ...]:
        """The readers it has, the better one first."""
        named: tuple[tuple[ReaderName, bool], ...] = (
            ("parser", self.parser is not None),
            ("shallow", self.shallow),
        )
        return tuple(name for name, there in named if there)


def claimed_languages() -> tuple[str, ...]:
    """Codes of the folders that claim to be a language, in order."""
    return tuple(folder.name for folder in language_folders("language.yml"))


@cache
def load_language(code: str) -> Language:
    """What the language is like; KnowledgeError names what its folder lacks."""
    return read_language(language_folder(code))


def read_language(folder: Path) -> Language:
    """The language of a folder, if the folder is whole."""
    if not (folder / "language.yml").is_file():
        raise KnowledgeError(
            f"there is no language '{folder.name}' (no languages/{folder.name}/language.yml); "
            f"known: {', '.join(claimed_languages())}"
        )
    absent = [name for name in REQUIRED if not _is_there(folder / name)]
    if absent:
        raise KnowledgeError(
            f"languages/{folder.name} is not complete: {', '.join(absent)} missing. "
            f"A language has: {', '.join(REQUIRED)}"
        )
    language = load_one(folder / "language.yml", Language)
    if not language.readers:
        raise KnowledgeError(
            f"languages/{folder.name}/language.yml names no reader; "
            "a parser (scheme and models) or shallow: true would be right"
        )
    return language


def _is_there(path: Path) -> bool:
    return path.is_file() or (path.is_dir() and any(path.glob("*.yml")))
