"""Who is only where it was: "Iraq attacks kill nine", "Baghdad car bombs", "the Norland violence".

A country or a town before a word of violence or a weapon may be whose it is or where it was. Whose it is shows only
where the deed reaches abroad: "Israel strikes on Gaza". A capital may also stand for its army over another town.
"""

import re
from functools import cache

from hudna.extract.scene import At, Who
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.classes import known_class
from hudna.knowledge.country_words import (
    adjectives_of_all_countries,
    capitals_of_countries,
    names_of_countries,
)
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import Trigger
from hudna.knowledge.people import people, soldiers
from hudna.model.claim import Root

_VIOLENT = frozenset({Root.ASSAULT, Root.PROTEST})
_OF_STATE = frozenset({"MIL", "GOV"})
METONYM = "metonym"
_BY_NAME = frozenset({METONYM, "demonym_agent"})
_FROM_AFAR = frozenset({"aerial", "heavy-weapons", "drone"})
_NOWHERE = frozenset({None, "IMG", "IGO", "NGO"})
_WORD = re.compile(r"[^\W\d_]+")


def acting(at: At, trigger: Trigger | None, actors: tuple[Who, ...]) -> tuple[Who, ...]:
    """Those of them who are more than the place."""
    # Where descriptions follow their noun, whose it is stands behind "of".
    if trigger is None or trigger.root not in _VIOLENT or at.scene.language.modifiers != "before":
        return actors
    return tuple(w for w in actors if not _is_place(at, trigger, w))


def _is_place(at: At, trigger: Trigger, who: Who) -> bool:
    """A state by no more than the name of a place, before the deed or before what it was done with."""
    actor = who.actor
    if (
        actor.rule not in _BY_NAME
        or actor.sector not in _OF_STATE
        or not (actor.id or "").startswith((actor.country or "-").lower())
    ):
        return False
    rest = _beside_places(at, who)
    if rest is None or not (_only_describes(at, who) or (rest and actor.rule != METONYM)):
        return False
    if actor.rule != METONYM and not _names_nobody(at, rest):
        return False
    return not (_owns(at, who) or _reaches_abroad(at, who) or _is_seat(at, trigger, who))


def _beside_places(at: At, who: Who) -> list[str] | None:
    """The words of an actor beside the names of places in it; None where one is an adjective of a country."""
    language = at.scene.reading.language
    words = [(m.group(), who.start + m.start()) for m in _WORD.finditer(who.text)]
    if any(written(word) in adjectives_of_all_countries(language) for word, _ in words):
        return None
    places, countries = at.scene.places_in(who.start, who.end), names_of_countries(language)
    # "NE Nigeria", "Baghdad area"
    small = countries | known_class(language, "settlement")
    return [
        written(w)
        for w, start in words
        if len(w) > 2 and written(w) not in small and all(not p.start <= start < p.end for p in places)
    ]


def _only_describes(at: At, who: Who) -> bool:
    """Does the name stand before the word of the deed, which is the head of its phrase?"""
    if at.clause.kind == "noun":
        phrase = at.clause.phrase
        return phrase is not None and phrase.start <= who.start and who.end <= at.clause.start
    subject = at.clause.subject
    return subject is not None and subject.start <= who.start and subject.head_start >= who.end


def _names_nobody(at: At, rest: list[str]) -> bool:
    """Is nobody among them: no more than a weapon, a word of violence, a people?"""
    somebody = _acting_nouns(at.scene.reading.language) | at.scene.words.forces.naming
    return all(lemmas(word, at.scene.reading.language).isdisjoint(somebody) for word in rest)


@cache
def _acting_nouns(language: str) -> frozenset[str]:
    """Nouns for people and for what flies with people in it, without those of weapons and deeds."""
    things = known_class(language, "weapons") | nominal_lemmas(language)
    return soldiers(language) | known_class(language, "aircraft") | (people(language) - things)


def _owns(at: At, who: Who) -> bool:
    """ "Norland's attack on the port": whose it is stands as its owner; "Norland's deadliest attack" was only there."""
    phrase = at.clause.phrase
    owner = phrase.possessor if phrase is not None else None
    if phrase is None or owner is None or owner.core_start != who.start:
        return False
    return at.scene.words.events.ranking.isdisjoint(written(phrase.text).split())


def _reaches_abroad(at: At, who: Who) -> bool:
    """Is a place or somebody of another country named beside?"""
    start, end, home = at.passage.start, at.passage.end, who.actor.country
    places = (p.country for p in at.scene.places_in(start, end) if not who.start <= p.start < who.end)
    # Who stands before may be who tells of it.
    beside = (*places, *(m.country for m in at.scene.actors_in(who.end, end)))
    return any(country not in _NOWHERE and country != home for country in beside)


def _is_seat(at: At, trigger: Trigger, who: Who) -> bool:
    """ "Kyiv shelling kills two in Donetsk": a capital, and what reaches another town from afar."""
    if trigger.mode not in _FROM_AFAR or written(who.text) not in capitals_of_countries(
        at.scene.reading.language
    ):
        return False
    places = at.scene.places_in(at.passage.start, at.passage.end)
    return any(p.country == who.actor.country and not who.start <= p.start < who.end for p in places)
