"""Words by which a language says what a condition would bring: "would mean the end of the truce"."""

from functools import cache

from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record


class ConsequenceExample(Record):
    """A sentence and the words in it that tell the consequence; null: none."""

    text: str
    words: str | None


class Pair(Record):
    """A verb and an object that make a consequence when the second follows within `reach` words."""

    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    reach: int = 6
    objects_first: bool = False


class ConsequenceWords(Record):
    """One file languages/<code>/consequences.yml; a phrase is a consequence by itself."""

    pairs: tuple[Pair, ...]
    phrases: tuple[str, ...]
    examples: tuple[ConsequenceExample, ...]
    counter: tuple[ConsequenceExample, ...]


@cache
def load_consequences(language: str) -> ConsequenceWords | None:
    """The words of a language, or None where nobody has written them."""
    path = language_folder(language) / "consequences.yml"
    return load_one(path, ConsequenceWords) if path.exists() else None
