"""Whom nobody is said to have harmed, where one of them is of the very force that acts.

"The government launched an operation. A monitor says 100 soldiers and 40 villagers were killed": the government did
not attack its own soldiers, and who killed those told of with them nobody says.
"""

from hudna.model.incident import Incident, Party

_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})


def own_victims(incident: Incident) -> list[Party]:
    """Those told of together with victims of an actor's own side, by accounts that name nobody who did it."""
    nameless = (one.says.whom for one in incident.positions if not one.says.who)
    return [
        party
        for whom in nameless
        if any(_is_own(one, actor) for one in whom for actor in incident.actors)
        for party in whom
    ]


def _is_own(victim: Party, actor: Party) -> bool:
    """The same force, or two of one state."""
    if victim.id is not None and victim.id == actor.id:
        return True
    of_state = victim.sector in _OF_STATE and actor.sector in _OF_STATE
    return of_state and victim.country is not None and victim.country == actor.country
