"""Named classes of words ("@weapons") that triggers refer to."""

from functools import cache

from pydantic import RootModel

from hudna.errors import KnowledgeError
from hudna.knowledge.files import language_folder, load_one

# Classes that rules name, beside those that a language's own triggers name.
RULE_CLASSES = frozenset(
    """weapons troops armed vehicles aircraft settlement facility infrastructure homes civilians person detainee
    officials diplomats aid_workers livestock plants sport""".split()
)

# Classes whose words, in numbers, make a report one on something else; a language may leave out the second.
OTHER_SUBJECTS = ("sport", "arts")
# Classes of what a whole report may be on, so that a single word of them says little in a report on force.
SUBJECTS = frozenset({*OTHER_SUBJECTS, "finance", "weather", "disease", "localcrime"})
# Words, as written, of which a report on conflict has some; a language may leave it out.
BEARING = "bearing"
# Words of war, as written, of which a report on violence has some; a language may leave it out.
WAR_TALK = "wartalk"
# Nouns and verbs, as written, by which a few lines alone tell of force of arms; a language may leave it out.
FLASH = "flash"
# Words, as written, beside which those are no force of arms: parliament, joy, criticism; a language may leave it out.
NO_FLASH = "noflash"
# Words, as written, of courts, budgets, strikes, markets, stages or the weather, of which a report on conflict has few; as above.
HOME = "home"
# Verbs and nouns of attacks that speakers make in words; a language may leave it out.
VERBAL = "verbal"


class Classes(RootModel[dict[str, frozenset[str]]]):
    """Class name → head lemmas."""


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    path = language_folder(language) / "classes.yml"
    return load_one(path, Classes).root if path.exists() else {}


def class_names(language: str) -> frozenset[str]:
    """The names of a language's classes."""
    return frozenset(_classes(language))


def known_class(language: str, name: str) -> frozenset[str]:
    """The words of a class; empty where the language does not have it."""
    return _classes(language).get(name, frozenset())


@cache
def word_class(language: str, name: str) -> frozenset[str]:
    """The words of a class; an unknown name lists the known ones."""
    known = _classes(language)
    if name not in known:
        raise KnowledgeError(
            f"classes.yml of '{language}' has no class '{name}'. Known: {', '.join(sorted(known))}"
        )
    return frozenset(word.lower() for word in known[name])
