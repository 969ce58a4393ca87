"""Actors, places and days of many claims → those of one incident."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.folding import fold
from hudna.link.distance import SAME_KM, between
from hudna.link.outline import Outline, Spot
from hudna.link.outlining import spot_of
from hudna.model.claim import Actor, Claim, Event, Place
from hudna.model.incident import Party, When, Where

# Exact days further apart than this are not one span but a contradiction; positions show who says which.
_SPAN_DAYS = 4
_PRECISION = ("point", "town", "area", "district", "region", "country")


def party(actor: Actor, known: Affiliations) -> Party:
    """An actor of a claim as a party of an incident."""
    return Party(
        id=actor.id, text=actor.text, country=actor.country, sector=actor.sector, side=known.side(actor.id)
    )


def parties(actors: Iterable[Actor], known: Affiliations) -> tuple[Party, ...]:
    """Everybody once, listed ones first; an unlisted one only under its first wording."""
    found: dict[str, Party] = {}
    for actor in actors:
        if (name := actor.id or f"~{fold(actor.text)}") not in found:
            found[name] = party(actor, known)
    return tuple(sorted(found.values(), key=lambda one: (one.id is None, one.id or "", one.text)))


def where(place: Place) -> Where:
    """A place of a claim as a place of an incident."""
    return Where(**{name: getattr(place, name) for name in Where.model_fields})


def best_place(events: Sequence[Event]) -> Where | None:
    """The most exact place; among equally exact ones that which most claims name."""
    places = [place for event in events for place in event.places if place.role not in {"from", "origin"}]
    if not places:
        return None
    if len(places) == 1:
        return where(places[0])
    named = Counter(_place_key(place) for place in places)
    # Many claims name the same few places: each is compared once, and counts as often as it is named.
    spots = Counter((spot_of(place), _place_key(place)) for place in places)
    agreed = Counter[str]()
    for (spot, key), times in spots.items():
        agreed[key] += times * sum(often for (other, _), often in spots.items() if _near(spot, other))
    chosen = min(
        places,
        key=lambda place: (
            _PRECISION.index(place.precision), -agreed[key := _place_key(place)], -named[key], key
        ),
    )  # fmt: skip
    return where(chosen)


def _near(one: Spot, other: Spot) -> bool:
    found = between(one, other)
    return found.level in {"same", "next_to", "inside", "same_area"} or (found.km or SAME_KM + 1) <= SAME_KM


def _place_key(place: Place) -> str:
    return place.id or fold(place.name)


def named_places(events: Sequence[Event]) -> tuple[tuple[str, Where], ...]:
    """Every place with its role, each once."""
    found = {(place.role, _place_key(place)): place for event in events for place in event.places}
    return tuple((role, where(found[role, key])) for role, key in sorted(found))


def days(claims: Sequence[Claim], outlines: Sequence[Outline]) -> When | None:
    """The days on which it is said to have happened: exact ones where there are any, else what the open ones share."""
    known = [outline for outline in outlines if outline.first is not None and outline.last is not None]
    given = {claim.id: claim.event.occurred for claim in claims if claim.event and claim.event.occurred}
    known = [outline for outline in known if outline.claim in given]
    if not known:
        return None
    exact = [outline for outline in known if outline.sure == "exact"]
    first, last = _span(exact) if exact else _shared(known)
    chosen = given[min(exact or known, key=lambda o: (o.last or 0) - (o.first or 0)).claim]
    precision = chosen.precision if not exact else "day" if last - first <= 1 else "span"
    return When(
        earliest=date.fromordinal(first), latest=date.fromordinal(last), precision=precision, basis=chosen.basis
    )  # fmt: skip


def _span(exact: Sequence[Outline]) -> tuple[int, int]:
    """From the first to the last exact day, or the days that most claims give where they lie too far apart."""
    days_given = [(outline.first or 0, outline.last or 0) for outline in exact]
    first, last = min(day for day, _ in days_given), max(day for _, day in days_given)
    counted = Counter(days_given)
    most = min(counted, key=lambda pair: (-counted[pair], pair))
    return (first, last) if last - first <= _SPAN_DAYS and counted[most] * 2 <= len(exact) else most


def _shared(known: Sequence[Outline]) -> tuple[int, int]:
    """The days common to all, else those of the narrowest."""
    first, last = max(o.first or 0 for o in known), min(o.last or 0 for o in known)
    if first <= last:
        return first, last
    narrow = min(known, key=lambda o: ((o.last or 0) - (o.first or 0), o.claim))
    return narrow.first or 0, narrow.last or 0
