"""Every trigger of a language: those of its files, and the verbal nouns made from them."""

from functools import cache

from hudna.knowledge.files import language_folder, load_list
from hudna.knowledge.trigger import ANYWHERE, MODAL, PARTICIPANTS, Trigger
from hudna.knowledge.verbal_nouns import load_verbal_nouns, verbal_nouns

__all__ = ["ANYWHERE", "MODAL", "PARTICIPANTS", "Trigger", "fights", "load_triggers", "trigger_of"]


@cache
def load_triggers(language: str) -> tuple[Trigger, ...]:
    """Every trigger of a language, in file order."""
    files = sorted((language_folder(language) / "triggers").glob("*.yml"))
    listed = tuple(trigger for path in files for trigger in load_list(path, Trigger))
    return (*listed, *verbal_nouns(listed, load_verbal_nouns(language)))


def trigger_of(rule: str) -> str:
    """The id of the trigger that a claim's rule names: "assault.clash" of "en.assault.clash:the narrator tells it"."""
    return rule.partition(":")[0].partition(".")[2]


@cache
def fights(language: str) -> frozenset[str]:
    """The ids of the triggers by which those who act did it to each other."""
    return frozenset(one.id for one in load_triggers(language) if one.mutual)
