"""Purposes, compositions, bare accusations and denials → the claim of an event that they explain or answer.

All within one report, so that it does not matter what else is known.
"""

from collections.abc import Iterable, Sequence

from hudna.model.claim import Claim, Root

_MOVING = frozenset({Root.MOBILIZE, Root.RETREAT, Root.AID})


def explained(claims: Sequence[Claim]) -> dict[str, str]:
    """For each purpose, composition or answer of a report the event claim it belongs to, where there is one."""
    events = {claim.id: claim for claim in claims if claim.event}
    found: dict[str, str] = {}
    for claim in claims:
        if claim.answers in events and events[claim.answers].answers is None:
            found[claim.id] = claim.answers
        elif claim.purpose and claim.purpose.of in events:
            found[claim.id] = claim.purpose.of
        elif claim.composition and (move := _before(claim, events.values())):
            found[claim.id] = move
    return found


def _before(claim: Claim, events: Iterable[Claim]) -> str | None:
    """The last movement told before it: a contingent is made up of somebody after it has been named."""
    moves = [one for one in events if one.event and one.event.root in _MOVING and one.start <= claim.start]
    return max(moves, key=lambda one: (one.start, one.id)).id if moves else None
