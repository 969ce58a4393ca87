"""Where a name stands to a noun: at its end, right behind it, or on the side of somebody else who is not he."""

from hudna.knowledge.folding import lowered
from hudna.resolve.actors_answers import INTERNATIONAL
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_phrase import Named, Noun

# What may stand between the end of a name and that of its phrase.
_CLOSED = frozenset({"", "»", "”", '"'})
_OPENED = frozenset({"", "«", "“", '"'})


def stands_aside(noun: Noun, owner: Identity, ground: Ground) -> bool:
    """Whether the words set somebody beside an owner who is not he."""
    return _is_beside(noun, ground) or (owner.country == INTERNATIONAL and _is_near(noun, ground))


def _is_near(noun: Noun, ground: Ground) -> bool:
    """ "fighters affiliated with the network": near a network of many countries are many who are not it."""
    tail = lowered(noun.tail).lstrip(" ,")
    return bool(ground.agents.loose) and tail.startswith(ground.agents.loose)


def _is_beside(noun: Noun, ground: Ground) -> bool:
    """ "militias allied with the army", "fighters close to the Front": whoever is on somebody's side is not he."""
    tail = lowered(noun.tail).lstrip(" ,")
    return bool(ground.agents.beside) and tail.startswith(ground.agents.beside)


def ends_with(noun: Noun, name: Named) -> bool:
    """ "le groupe « Salim »": does a name end the phrase, but for the mark that closes it?"""
    return name.end <= noun.core_end and noun.text[name.end : noun.core_end].strip() in _CLOSED


def begins_behind(noun: Noun, name: Named) -> bool:
    """ "le groupe M23", "le groupe « Salim »": does a name begin right behind the noun, or behind the mark that opens it?"""
    between = noun.text[noun.core_end : name.start]
    return between[:1] == " " and between.strip() in _OPENED
