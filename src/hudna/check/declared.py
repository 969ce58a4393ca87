"""What was declared of a move against what others tell of it afterwards.

Only places and acts that others tell of are held against a declaration. A purpose is not
seen: acts may fit it or speak against it, and others may name another one. Where nobody
else tells anything, the answer is unknown and says what would settle it.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from hudna.check.acts import Seen, acts_during, said
from hudna.check.asked import Asked
from hudna.check.tracks import Approach, approach, precise
from hudna.model.days import on_day
from hudna.model.earth import distance_km, point_of
from hudna.model.evidence import day_of
from hudna.model.finding import Declared, DeclaredField, Tripwire
from hudna.model.incident import Party, Where
from hudna.model.picture import Movement, Sighting, StatedPurpose

_OWN = frozenset({"declared", "ordered"})
_SAID = frozenset({"declared", "planned", "actual", "reported"})
_NOBODY = "no-hostile-intent"
_CLAIMED = frozenset({"alleged", "hypothetical", "planned", "conditional"})


def declared_against_observed(asked: Asked, wires: Sequence[Tripwire] = ()) -> tuple[Declared, ...]:
    """Every declaration of a move with what is told of it, by movement and field."""
    return tuple(
        found for movement in asked.picture.movements for found in declared_of(movement, asked, wires)
    )


def declared_of(movement: Movement, asked: Asked, wires: Sequence[Tripwire]) -> Iterator[Declared]:
    """What was declared of one movement; nothing where its own side said nothing of it."""
    declarer = _declarer(movement, asked)
    if declarer is not None:
        yield from _of_movement(movement, declarer, asked, wires)


def _declarer(movement: Movement, asked: Asked) -> Party | None:
    """Who of the force itself said something of the move."""
    said = [one.speaker for one in movement.purposes if one.status in _SAID]
    said += [party for one in movement.sightings if one.how in _OWN for party in one.by]
    return next((party for party in said if party and _is_own(party, movement, asked)), None)


def _is_own(speaker: Party | None, movement: Movement, asked: Asked) -> bool:
    if speaker is None or speaker.id is None:
        return False
    force = asked.cast.force(speaker.id, movement.first_seen)
    return any(asked.cast.are_kin(force, party.id) for party in movement.force if party.id)


def _of_movement(
    movement: Movement, declarer: Party, asked: Asked, wires: Sequence[Tripwire]
) -> Iterator[Declared]:
    seen = acts_during(movement, asked)
    if movement.withdrawal:
        yield _withdrawal(movement, declarer, seen)
        return
    yield from _destination(movement, declarer, seen, asked, wires)
    own = [one for one in movement.purposes if _is_own(one.speaker, movement, asked) and one.status in _SAID]
    others = [one for one in movement.purposes if one not in own]
    for purpose in own:
        if purpose.kind == _NOBODY:
            yield _target(movement, declarer, purpose, others, seen, asked)
        else:
            yield _purpose(movement, declarer, purpose, others, seen, asked)
    if movement.composition:
        yield _composition(movement, declarer)


def _destination(
    movement: Movement, declarer: Party, acts: Sequence[Seen], asked: Asked, wires: Sequence[Tripwire]
) -> Iterator[Declared]:
    said = [one for one in movement.sightings if one.how in _OWN and one.where.precision != "country"]
    if not said:
        return
    target = _last(said, "to", "toward") or said[-1]
    told = (*movement.sightings, *(place for act in acts for place in _places(act)))
    seen = [one for one in told if one.how == "observed" and not _all_own(one, movement, asked)]
    others = _alternatives(movement, asked, wires)
    verdict, observed, because = _where_it_went(target.where, seen, others, asked)
    yield _declared(
        movement, declarer, "destination", f"{_role(target)}{target.where.name}", observed, verdict, because,
        () if verdict in {"match", "mismatch"} else ("a sighting of the force at a named town, with its day", "pictures of the road it took"),
        (*target.claims, *(name for one in seen for name in one.claims)),
    )  # fmt: skip


def _places(act: Seen) -> list[Sighting]:
    """Where the force is told of as acting: it has been there."""
    incident = act.incident
    given = incident.places or ((("at", incident.place),) if incident.place else ())
    by = tuple(one.speaker for one in incident.positions if one.speaker)
    return [
        Sighting(on=day_of(incident), where=where, role=role, how="observed", by=by, claims=incident.claims)
        for role, where in given
        if where.precision != "country" and incident.status.value in {"actual", "reported"}
    ]


def _last(said: Iterable[Sighting], *roles: str) -> Sighting | None:
    found = [one for one in said if one.role in roles]
    return found[-1] if found else None


def _all_own(one: Sighting, movement: Movement, asked: Asked) -> bool:
    return bool(one.by) and all(_is_own(party, movement, asked) for party in one.by)


def _role(one: Sighting) -> str:
    return "towards " if one.role == "toward" else "to "


def _alternatives(movement: Movement, asked: Asked, wires: Sequence[Tripwire]) -> list[Where]:
    """Places that others name as the true aim: in purposes, fears and trip-wires for this force."""
    named = [
        where
        for one in (*movement.purposes, *movement.feared)
        if not _is_own(one.speaker, movement, asked)
        for where in one.places
    ]
    forces = [party.id for party in movement.force if party.id]
    for wire in wires:
        watched = any(asked.cast.are_kin(actor, force) for actor in wire.watch.actors for force in forces)
        if watched and wire.watch.lat is not None and wire.watch.lon is not None:
            named.append(_where(wire))
    return list({where.id or where.name: where for where in named if where.precision != "country"}.values())


def _where(wire: Tripwire) -> Where:
    watch = wire.watch
    return Where(
        id=watch.place, name=watch.name or watch.place or "", lat=watch.lat, lon=watch.lon,
        radius_km=watch.radius_km, precision="town",
    )  # fmt: skip


def _where_it_went(
    target: Where, seen: Sequence[Sighting], others: Sequence[Where], asked: Asked
) -> tuple[str, str | None, str]:
    """Verdict, what is told, and two sentences: does the track lead to the declared place or elsewhere?"""
    points = precise(seen)
    if not points:
        return _by_and_large(target, seen)
    near = asked.rules.constants.closing_km.value
    there = approach(points, target, near)
    away = [one for where in others if (one := approach(points, where, near))]
    told = "; ".join(f"{one.where.name}{f' on {on_day(one.on)}' if one.on else ''}" for one in points[-3:])
    if there is None:
        return "unknown", told, f"It is told of at {told}. The declared place has no coordinates."
    because = f"It was last told of {there.km:.0f} km from {target.name}{_draws(there)}. {_elsewhere(away)}"
    return _track(there, away), told, because


def _track(there: Approach, away: Sequence[Approach]) -> str:
    if there.off == 0:
        return "match"
    if there.closing:
        return "partial"
    nearer = [one for one in away if one.closing or one.off == 0]
    return "mismatch" if there.closing is False or (nearer and not there.closing) else "unknown"


def _draws(one: Approach) -> str:
    if one.off == 0:
        return ", within it"
    return {True: ", drawing nearer", False: ", drawing away", None: ""}[one.closing]


def _elsewhere(away: Sequence[Approach]) -> str:
    if not away:
        return "Nobody names another place as its aim."
    told = "; ".join(f"{one.km:.0f} km from {one.to.name}{_draws(one)}" for one in away)
    return f"It is {told}, which others name."


def _by_and_large(target: Where, seen: Sequence[Sighting]) -> tuple[str, str | None, str]:
    """Only wide areas are told of: they can agree in direction, and no more."""
    wide = [one for one in seen if one.where.precision != "country"]
    if not wide:
        return (
            "unknown",
            None,
            f"Nobody else tells where it is. Whether it went to {target.name} cannot be told.",
        )
    told = "; ".join(dict.fromkeys(one.where.name for one in wide))
    if any(_overlap(one.where, target) for one in wide):
        return (
            "partial",
            told,
            f"Others tell of it in {told}, which overlaps with {target.name}. No town on its way is named.",
        )
    return (
        "mismatch",
        told,
        f"Others tell of it in {told}, away from {target.name}. No town on its way is named.",
    )


def _overlap(one: Where, other: Where) -> bool:
    here, there = point_of(one), point_of(other)
    if here is None or there is None:
        return one.name == other.name
    return distance_km(here, there) <= (one.radius_km or 0) + (other.radius_km or 0)


def _purpose(
    movement: Movement, declarer: Party, purpose: StatedPurpose, others: Sequence[StatedPurpose],
    seen: Sequence[Seen], asked: Asked,
) -> Declared:  # fmt: skip
    kinds = asked.rules.purposes.get(purpose.kind or "")
    fits = [one for one in seen if kinds and one.kind in kinds.fits]
    against = [one for one in seen if kinds and one.kind in kinds.against]
    verdict = "mismatch" if against else "partial" if fits else "unknown"
    acts = " and ".join(dict.fromkeys(said(one.kind) for one in (against or fits)))
    told = (
        f"It is told of as having {acts}" if acts else "No act is told of that fits it or speaks against it"
    )
    return _declared(
        movement, declarer, "purpose", purpose.text, acts or None, verdict, f"{told}. {_contested(others)}",
        ("what the force does where it arrives, told by somebody other than its own side", "orders or plans in writing"),
        (*purpose.claims, *(name for one in (*against, *fits) for name in one.incident.claims),
         *(name for one in others for name in one.claims)),
    )  # fmt: skip


def _contested(others: Sequence[StatedPurpose]) -> str:
    """Who names other purposes, and how."""
    if not others:
        return "Nobody names another purpose."
    told = "; ".join(f"{_speaker(one)}: “{one.text}” ({one.status})" for one in others)
    return f"Others name other purposes: {told}."


def _speaker(one: StatedPurpose) -> str:
    if one.speaker is None:
        return "the report"
    return f"{one.speaker.text} (no name given)" if one.anonymous else one.speaker.text


def _target(
    movement: Movement, declarer: Party, purpose: StatedPurpose, others: Sequence[StatedPurpose],
    seen: Sequence[Seen], asked: Asked,
) -> Declared:  # fmt: skip
    against = [one for one in seen if one.kind in asked.rules.purposes[_NOBODY].against]
    hostile = [one for one in others if one.kind == "offensive"]
    told = (
        f"It is told of as having {' and '.join(dict.fromkeys(said(one.kind) for one in against))}"
        if against
        else "No force against the other party is told of it"
    )
    return _declared(
        movement, declarer, "target", purpose.text, said(against[0].kind) if against else None,
        "mismatch" if against else "unknown", f"{told}. {_contested(hostile)}",
        () if against else ("whether it meets forces of the other party",),
        (*purpose.claims, *(name for one in against for name in one.incident.claims),
         *(name for one in hostile for name in one.claims)),
    )  # fmt: skip


def _composition(movement: Movement, declarer: Party) -> Declared:
    """Others say what the force is made of; unless they say so in the open, that stays unknown."""
    stated = movement.composition
    firm = [one for one in stated if one.status not in _CLAIMED and not one.anonymous]
    told = "; ".join(
        f"{', '.join(party.text for party in one.made_of)} ({one.share or 'part'}), {_who_says(one.speaker, one.anonymous)}"
        for one in stated
    )
    rests = (
        "It rests on speakers without a name or on allegations alone."
        if not firm
        else "At least one speaker says so in the open."
    )
    return _declared(
        movement, declarer, "composition", ", ".join(party.text for party in movement.force), told,
        "mismatch" if firm else "unknown", f"Others say that it is made of {told}. {rests}",
        ("who saw the fighters and where", "pictures of vehicles and insignia"),
        tuple(name for one in stated for name in one.claims),
    )  # fmt: skip


def _who_says(speaker: Party | None, anonymous: bool) -> str:  # noqa: FBT001  # the pair is one thing
    return "the report" if speaker is None else f"{speaker.text}{' (no name given)' if anonymous else ''}"


def _withdrawal(movement: Movement, declarer: Party, seen: Sequence[Seen]) -> Declared:
    """A declared withdrawal: seen by others, or contradicted by what the force is told of as doing."""
    left = [one for one in movement.sightings if one.how == "observed"]
    fights = [one for one in seen if one.kind.startswith(("fought", "seized"))]
    verdict = "mismatch" if fights else "match" if left else "unknown"
    told = "; ".join(dict.fromkeys(one.where.name for one in left)) or None
    because = (
        f"It is told of as having {said(fights[0].kind)} afterwards. That is no withdrawal."
        if fights
        else f"Others tell of it as leaving {told}. Nothing else is told of it."
        if left
        else "Nobody else tells of it as leaving. Whether it left cannot be told."
    )
    where = ", ".join(dict.fromkeys(one.where.name for one in movement.sightings)) or "a place not named"
    return _declared(
        movement, declarer, "force", f"withdrawal from {where}", told, verdict, because,
        () if left or fights else ("a sighting of the positions after the day",),
        tuple(name for one in fights for name in one.incident.claims),
    )  # fmt: skip


def _declared(
    movement: Movement, declarer: Party, about: DeclaredField, declared: str, observed: str | None, verdict: str,
    because: str, would_settle: tuple[str, ...], claims: tuple[str, ...],
) -> Declared:  # fmt: skip
    name = sha256(f"{movement.id}|{about}|{declared}".encode()).hexdigest()[:15]
    return Declared.model_validate(
        {
            "id": f"d{name}",
            "movement": movement.id,
            "declarer": declarer,
            "on": movement.first_seen,
            "field": about,
            "declared": declared,
            "observed": observed,
            "verdict": verdict,
            "because": because,
            "would_settle": would_settle,
            "incidents": movement.incidents,
            "claims": tuple(dict.fromkeys(claims)) or movement.claims,
        }
    )
