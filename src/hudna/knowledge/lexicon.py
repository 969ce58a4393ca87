"""Every trigger of a language: those of its files, and the verbal nouns made from them."""

from functools import cache

from hudna.knowledge.files import language_folder, load_list
from hudna.knowledge.trigger import ANYWHERE, MODAL, PARTICIPANTS, Trigger
from hudna.knowledge.verbal_nouns import load_verbal_nouns, verbal_nouns

__all__ = ["ANYWHERE", "MODAL", "PARTICIPANTS", "Trigger", "load_triggers"]


@cache
def load_triggers(language: str) -> tuple[Trigger, ...]:
    """Every trigger of a language, in file order."""
    files = sorted((language_folder(language) / "triggers").glob("*.yml"))
    listed = tuple(trigger for path in files for trigger in load_list(path, Trigger))
    return (*listed, *verbal_nouns(listed, load_verbal_nouns(language)))


@cache
def fights(language: str) -> frozenset[str]:
    """The rules by which those who act did it to each other: a claim's `rule` up to its colon, without the language."""
    return frozenset(one.id for one in load_triggers(language) if one.mutual)
