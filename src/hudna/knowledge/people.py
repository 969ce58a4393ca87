"""Nouns for people in a language: of its word classes and of its agents."""

from functools import cache
from itertools import chain, pairwise

from hudna.knowledge.actor_packs import load_agents
from hudna.knowledge.classes import known_class
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.scripts import written_as

CLASSES = ("troops", "armed", "civilians", "person", "officials", "diplomats", "aid_workers")
# Longer phrases say more of somebody than his kind.
_FEW = 4
_OF_STATES = ("MIL", "COP")


@cache
def people(language: str) -> frozenset[str]:
    """Base forms of nouns for people who act or suffer."""
    pack = load_agents(language)
    agents = frozenset(noun for group in (pack.classes if pack else ()) for noun in group.nouns)
    return agents.union(*(known_class(language, name) for name in CLASSES))


@cache
def soldiers(language: str) -> frozenset[str]:
    """Base forms of single nouns for those who bear arms for a state, without those that any force has, as "unit"."""
    pack = load_agents(language)
    groups = pack.classes if pack else ()
    bear = (g for g in groups if g.sector in _OF_STATES and g.state and g.force and not g.neutral)
    nouns = frozenset(noun for group in bear for noun in group.nouns if " " not in noun)
    return nouns.difference(*(g.nouns for g in groups if g.neutral))


def is_nameless(words: str) -> bool:
    """Whether words only say that somebody is armed: "gunmen", "les assaillants", "مسلحون"."""
    found = words.split()
    if (
        not 0 < len(found) <= _FEW
        or not all(map(_is_plain, found))
        or any(word[0].isupper() for word in found[1:])
    ):
        return False
    # A script without capitals does not show what is a name: one word is none.
    bare = len(found) == 1 or any(word[0].islower() for word in found)
    return bare and any(_are_people(found, language) for language in written_as(words))


def _is_plain(word: str) -> bool:
    return word.replace("'", "").replace("’", "").isalpha() and not word[1:].isupper()


def _are_people(words: list[str], language: str) -> bool:
    base = [lemmas(word, language) for word in words]
    pairs = (f"{one} {other}" for first, second in pairwise(base) for one in first for other in second)
    return not _of_no_side(language).isdisjoint(chain(pairs, *base))


@cache
def _of_no_side(language: str) -> frozenset[str]:
    """Nouns for armed people of whom nothing else is known."""
    pack = load_agents(language)
    return frozenset(
        noun
        for group in (pack.classes if pack else ())
        if group.sector == "UAF" and group.kind != "media"
        for noun in group.nouns
    )
