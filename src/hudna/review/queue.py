"""Incidents, claims and proposed sentences with an open question → one list, most consequential first.

Consequence is what it would change if the question were answered otherwise: harm first,
then whether it counts, then how much rests on it. Every point is named in the item.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from hudna.model.claim import Claim, Root
from hudna.model.incident import Incident
from hudna.model.proposal import Proposal

# Weight of a kind of event: the size of its PLOVER score (docs/codebook.md).
_WEIGHT = {
    Root.ASSAULT: 9.0, Root.COERCE: 7.0, Root.SANCTION: 6.0, Root.MOBILIZE: 5.5, Root.PROTEST: 5.0,
    Root.RETREAT: 6.5, Root.THREATEN: 3.5, Root.ACCUSE: 3.0, Root.REJECT: 2.0, Root.AID: 5.0,
    Root.COOPERATE: 5.0, Root.CONCEDE: 4.5, Root.SUPPORT: 3.0, Root.AGREE: 2.5, Root.CONSULT: 2.5, Root.REQUEST: 1.0,
}  # fmt: skip
# A dispute or a person's rung turns a finding about an agreement around; the theatre is what is watched.
_DISPUTED, _IN_THEATRE, _COUNTED = 3.0, 2.0, 2.0


@dataclass(frozen=True, slots=True)
class Item:
    """One open question: about what, why it is open, what hangs on it, and how much."""

    about: str
    kind: str
    why: str
    weight: float
    because: tuple[str, ...]
    acts: tuple[str, ...]


def queue(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    confirmed: Iterable[str] = (),
    proposals: Iterable[Proposal] = (),
) -> list[Item]:
    """The open questions in order; what a person has confirmed, verified or split is no longer open."""
    settled = set(confirmed)
    items = [_of_incident(one) for one in incidents if one.review and one.id not in settled]
    items += [_of_claim(one) for one in claims if one.review and one.id not in settled]
    items += [_of_proposal(one) for one in proposals if one.id not in settled]
    return sorted(items, key=lambda item: (-item.weight, item.about))


def _of_incident(incident: Incident) -> Item:
    points = list(_points(incident))
    return Item(
        incident.id, "incident", incident.review or "", round(sum(point for point, _ in points), 1),
        tuple(f"{why} +{point:.1f}" for point, why in points), ("confirm", "split", "correct", "reject", "verify"),
    )  # fmt: skip


def _points(incident: Incident) -> Iterable[tuple[float, str]]:
    yield _WEIGHT[incident.root], incident.root.value
    if incident.counts:
        yield _COUNTED, "counts"
    if dead := incident.fatalities.high or 0:
        yield log2(1 + dead), f"up to {dead} dead"
    if incident.verification == "disputed":
        yield _DISPUTED, "disputed"
    if incident.theatre:
        yield _IN_THEATRE, f"in the theatre {incident.theatre}"
    if len(incident.reports) > 1:
        yield log2(len(incident.reports)), f"{len(incident.reports)} reports rest on it"


def _of_claim(claim: Claim) -> Item:
    weight = _WEIGHT[claim.event.root] if claim.event else 1.0
    points = [(weight, claim.event.root.value if claim.event else claim.content)]
    if claim.counts:
        points.append((_COUNTED, "counts"))
    return Item(
        claim.id, "claim", claim.review or "", round(sum(point for point, _ in points), 1),
        tuple(f"{why} +{point:.1f}" for point, why in points), ("correct", "reject", "confirm"),
    )  # fmt: skip


def _of_proposal(one: Proposal) -> Item:
    # Nobody knows what it tells of, so nothing but its likeness can weigh.
    return Item(
        one.id, "sentence", f"may tell of an event that was not coded: {one.words.text}", one.likeness,
        (f"likeness to judged sentences that tell of one ({one.model}) +{one.likeness}",), ("confirm", "reject"),
    )  # fmt: skip
