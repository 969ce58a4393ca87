"""Other people's conditional statements as watched conditions, with their author and their state.

A wire is the author's, not ours: an onlooker's reading of a red line stays an onlooker's. It
is crossed when the very act is told as having happened; touched when that is only alleged or
disputed, or when the watched force is told of as near; lapsed when nobody repeated it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal

from hudna.check.asked import Asked, wheres
from hudna.check.conditions import Condition, conditions
from hudna.check.parties import bind
from hudna.check.touches import (
    Span,
    Touch,
    by_day,
    counts,
    hold_of,
    nearest,
    off_km,
    told_day,
    touch_of,
    touches,
)
from hudna.model.claim import Claim, Place
from hudna.model.evidence import day_of
from hudna.model.finding import Tripwire, Watch
from hudna.model.incident import Incident, Party
from hudna.model.picture import Holding

State = Literal["armed", "touched", "crossed", "lapsed"]


@dataclass
class Wire:
    """A watched condition with everything that touched it so far."""

    id: str
    told: tuple[Condition, ...]
    watch: Watch
    span: Span
    last: date | None
    touches: list[Touch]
    nearest: float | None

    def meet(self, incident: Incident, holdings: Iterable[Holding], asked: Asked) -> bool:
        """Whether one more incident, or what is said with it, touches it or comes nearer than any before."""
        if not self.span.holds(day_of(incident)):
            return False
        found = [
            touch_of(incident, self.watch, asked),
            *(hold_of(one, self.watch, self.span, asked) for one in holdings),
        ]
        if any(found):
            known = {one.incident for one in self.touches}
            found = [one for one in found if one and one.incident not in known]
            self.touches = sorted([*self.touches, *filter(None, found)], key=by_day)
        return self._nears(incident, asked) or any(found)

    def _nears(self, incident: Incident, asked: Asked) -> bool:
        if not counts(incident, self.watch, asked):
            return False
        off = [km for where in wheres(incident) if (km := off_km(where, self.watch)) is not None]
        nearer = bool(off) and (self.nearest is None or round(min(off), 1) < self.nearest)
        self.nearest = round(min(off), 1) if nearer else self.nearest
        return nearer


def tripwires(asked: Asked) -> tuple[Tripwire, ...]:
    """Every wire, by day and id."""
    return tuple(sorted((as_tripwire(one, asked) for one in wires(asked)), key=by_since))


def by_since(one: Tripwire) -> tuple[date, str]:
    """Wires by the day since which they hold, those without one last."""
    return one.since or date.max, one.id


def wires(asked: Asked) -> list[Wire]:
    """Every condition that anybody named, with what touched it."""
    return wires_of(conditions(asked.evidence), asked, {})


def wires_of(found: Iterable[Condition], asked: Asked, known: Mapping[str, Wire]) -> list[Wire]:
    """The wires of these conditions; those that are known are named again."""
    groups: dict[str, list[Condition]] = defaultdict(list)
    for one in found:
        groups[_key(one.claim, asked)].append(one)
    before = {name: known[name].told if name in known else () for name in groups}
    return [_wire(name, (*before[name], *told), asked) for name, told in groups.items()]


def _key(claim: Claim, asked: Asked) -> str:
    """One author, one act, one place: the same wire however often it is repeated."""
    author = claim.speakers[0] if claim.speakers else None
    who = (author.actor or author.text.casefold()) if author else "-"
    watch = watch_of(claim, asked)
    words = "|".join(
        (who, watch.root or "-", watch.mode or "-", watch.place or watch.name or "-", *watch.actors)
    )
    return f"t{sha256(words.encode()).hexdigest()[:15]}"


def watch_of(claim: Claim, asked: Asked) -> Watch:
    """The condition as data: act, forces, place."""
    event = claim.event
    place = _place(event.places if event else ())
    near = asked.rules.constants.near_km.value
    return Watch(
        root=event.root.value if event else None,
        mode=event.mode if event else None,
        actors=_ids(event.actors if event else (), asked, _said(claim, asked)),
        recipients=_ids(event.recipients if event else (), asked, _said(claim, asked)),
        not_side=_side(claim, asked) if event and not event.actors else None,
        place=place.id if place else None,
        name=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius_km=place.radius_km if place else None,
        near_km=near if place and place.lat is not None else None,
    )


def _side(claim: Claim, asked: Asked) -> str | None:
    first = claim.speakers[0] if claim.speakers else None
    return asked.cast.side(Party(id=first.actor, text=first.text)) if first else None


def _place(places: Iterable[Place]) -> Place | None:
    return next((place for place in places if place.precision != "country"), None)


def _ids(actors: Iterable[object], asked: Asked, on: date | None) -> tuple[str, ...]:
    ids = (getattr(actor, "id", None) for actor in actors)
    return tuple(dict.fromkeys(asked.cast.force(name, on) for name in ids if name))


def _said(claim: Claim, asked: Asked) -> date | None:
    report = asked.evidence.reports.get(claim.report)
    incident = asked.evidence.incident_of.get(claim.id)
    return (report.published if report else None) or (incident.first_reported if incident else None)


def _wire(name: str, told: tuple[Condition, ...], asked: Asked) -> Wire:
    days = sorted(day for one in told if (day := _said(one.claim, asked)))
    since, last = (days[0], days[-1]) if days else (None, None)
    lapse = timedelta(days=asked.rules.constants.lapse_days.value)
    watch, span = watch_of(told[0].claim, asked), Span(since, last + lapse if last else None)
    return Wire(name, told, watch, span, last, touches(watch, span, asked), nearest(watch, span, asked))


def as_tripwire(wire: Wire, asked: Asked) -> Tripwire:
    """The wire as of the day that is asked about."""
    claims = [one.claim for one in wire.told]
    since = wire.span.start
    state, changed, because = _state(wire.touches, since, wire.last, asked)
    author = claims[0].speakers[0] if claims[0].speakers else None
    speaker = Party(id=author.actor, text=author.text) if author else None
    return Tripwire(
        id=wire.id,
        author=speaker,
        relayed_by=tuple(one.text for one in claims[0].speakers[1:]),
        anonymous=bool(author and author.anonymous),
        is_party=_is_party(speaker, since, asked),
        condition=wire.told[0].condition,
        consequence=wire.told[0].consequence,
        watch=wire.watch,
        state=state,
        since=since,
        changed=changed,
        nearest_km=wire.nearest,
        because=because,
        touched_by=tuple(dict.fromkeys(one.incident for one in wire.touches)),
        claims=tuple(claim.id for claim in claims),
    )


def _is_party(speaker: Party | None, on: date | None, asked: Asked) -> bool:
    return speaker is not None and any(
        bind(speaker, on, agreement, asked.cast).tie == "party" for agreement in asked.agreements
    )


def _state(
    touches: Sequence[Touch], since: date | None, last: date | None, asked: Asked
) -> tuple[State, date | None, str]:
    crossed = [one for one in touches if one.crossed]
    if crossed:
        return (
            "crossed",
            crossed[0].on,
            f"{crossed[0].why}. The author said what that would bring; whether it did is not told.",
        )
    recent = [
        one
        for one in touches
        if one.on is None or (asked.as_of - one.on).days <= asked.rules.constants.touch_days.value
    ]
    if recent:
        return "touched", recent[-1].on, f"{recent[-1].why}. The act itself is not told as having happened."
    if last and (asked.as_of - last).days > asked.rules.constants.lapse_days.value:
        return "lapsed", None, f"It was last said on {told_day(last)}. Nobody is told of as repeating it."
    before = f" It was touched before, on {told_day(touches[-1].on)}." if touches else ""
    return (
        "armed",
        since,
        f"Nothing told so far touches it.{before}"
        if not touches
        else f"Nothing told of late touches it.{before}",
    )
