"""What a move is said to be for, what the force is said to be made of, and what is feared of it.

Each keeps its speaker and how it is held. Nothing is chosen among them.
"""

from collections.abc import Iterable, Mapping, Sequence

from hudna.model.claim import Claim, Place, Root, Status
from hudna.model.evidence import party_of, where_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import StatedMakeup, StatedPurpose
from hudna.picture.causes import host_of
from hudna.picture.setting import Setting, Sight
from hudna.picture.subjects import Subject

_POSSIBLE = frozenset({Status.HYPOTHETICAL, Status.CONDITIONAL})
_ACTS = frozenset({Root.ASSAULT, Root.COERCE})
Hosted = Mapping[str, Sequence[Claim]]


def purposes_of(incidents: Iterable[Incident], sight: Sight) -> tuple[StatedPurpose, ...]:
    """What the incidents are said to be for, by whom."""
    claims = [claim for incident in incidents for claim in sight.purposes_of(incident)]
    return _stated(
        (claim.purpose.text, claim.purpose.purpose_kind, claim.purpose.places, claim)
        for claim in claims
        if claim.purpose
    )


def _stated(
    given: Iterable[tuple[str, str | None, tuple[Place, ...], Claim]],
) -> tuple[StatedPurpose, ...]:
    """Purposes by speaker and words, each once."""
    found: dict[tuple[str, str | None, str | None], StatedPurpose] = {}
    for text, kind, places, claim in given:
        speaker = claim.speakers[0] if claim.speakers else None
        key = (text, kind, speaker.text if speaker else None)
        before = found[key].claims if key in found else ()
        found[key] = StatedPurpose(
            text=text,
            kind=kind,
            speaker=Party(id=speaker.actor, text=speaker.text) if speaker else None,
            relayed_by=tuple(one.text for one in claim.speakers[1:]),
            anonymous=bool(speaker and speaker.anonymous),
            status=claim.status.value,
            places=tuple(where_of(place) for place in places),
            claims=tuple(dict.fromkeys([*before, claim.id])),
        )
    return tuple(found.values())


def makeup_of(incidents: Iterable[Incident], hosted: Hosted) -> tuple[StatedMakeup, ...]:
    """What the force that moved is said to be made of, by whom."""
    return tuple(_makeup(claim) for incident in incidents for claim in hosted.get(incident.id, ()))


def hosted_by(claims: Iterable[Claim], sight: Sight) -> dict[str, list[Claim]]:
    """Incident → the claims of what its force is made of."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        host = host_of(claim, sight)
        if host is not None:
            found.setdefault(host.incident.id, []).append(claim)
    return found


def _makeup(claim: Claim) -> StatedMakeup:
    speaker = claim.speakers[0] if claim.speakers else None
    made = claim.composition
    return StatedMakeup(
        text=claim.text,
        made_of=tuple(party_of(actor) for actor in made.made_of) if made else (),
        share=made.share if made else None,
        speaker=Party(id=speaker.actor, text=speaker.text) if speaker else None,
        relayed_by=tuple(one.text for one in claim.speakers[1:]),
        anonymous=bool(speaker and speaker.anonymous),
        status=claim.status.value,
        claims=(claim.id,),
    )


def feared_of(
    subjects: Iterable[Subject], incidents: Iterable[Incident], sight: Sight, setting: Setting
) -> tuple[StatedPurpose, ...]:
    """What the same reports hold possible of the same force; none of it has happened."""
    forces = [subject.id for subject in subjects]
    reports = dict.fromkeys(name for incident in incidents for name in incident.reports)
    claims = [claim for name in reports for claim in sight.evidence.in_report.get(name, ())]
    return _stated(
        (claim.event.trigger.text, f"{claim.event.root}/{claim.event.mode or '-'}", claim.event.places, claim)
        for claim in claims
        if claim.event
        and claim.status in _POSSIBLE
        and claim.event.root in _ACTS
        and _by_the_force(claim, forces, setting)
    )


def _by_the_force(claim: Claim, forces: list[str], setting: Setting) -> bool:
    actors = claim.event.actors if claim.event else ()
    return any(setting.cast.are_kin(actor.id, force) for actor in actors if actor.id for force in forces)
