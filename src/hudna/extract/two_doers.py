""" "The rebels killed four and the army killed nine": a clause with a doer of its own tells of a deed of its own."""

from hudna.extract.scene import ARMED, At
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention

_OF_STATE = frozenset({"MIL", "COP", "GOV", "SPY"})
_BEARING = ARMED | _OF_STATE


def does_another(at: At, above: At) -> bool:
    """Does another armed group act in the clause than in the one above, both by name or by what they are?"""
    if at.clause.link != "coordinate" or at.clause.passive or above.clause.passive or not at.clause.objects:
        return False
    mine, theirs = at.clause.subject, above.clause.subject
    if mine is None or theirs is None or mine.start < above.clause.end:
        return False
    one, other = _armed(at, mine), _armed(above, theirs)
    return one is not None and other is not None and _are_two(one, other)


def _armed(at: At, phrase: Phrase) -> ActorMention | None:
    """Who is named in a phrase ("fighters of the front"), or what it is."""
    named = [one for one in at.scene.actors_in(phrase.start, phrase.end) if one.id is not None]
    found = named[0] if named else at.scene.identify(at.words(phrase), phrase.head, (), phrase.start)
    return found if found is not None and found.sector in _BEARING else None


def _are_two(one: ActorMention, other: ActorMention) -> bool:
    """Two names, or forces of a state and rebels; gunmen may be anybody."""
    if one.id is not None and other.id is not None:
        return one.id != other.id
    sectors = {one.sector, other.sector}
    return "UAF" not in sectors and len(sectors & _OF_STATE) == 1 and len(sectors) > 1
