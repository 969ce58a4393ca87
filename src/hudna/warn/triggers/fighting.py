"""Fighting between people under arms; police work and force upon civilians are told of elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from hudna.model.claim import Status
from hudna.model.evidence import day_of
from hudna.model.incident import Incident, Party
from hudna.warn.indicators import violence
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.view import View


def triggers(view: View) -> Iterator[Trigger]:
    """Are armed parties told of as fighting where that is not usual?"""
    for area, fights in _by_area(view).items():
        yield _trigger(area, fights, view)


def _by_area(view: View) -> dict[str | None, list[Incident]]:
    found: dict[str | None, list[Incident]] = defaultdict(list)
    for incident in view.since(view.rules.trigger("fighting").within_days):
        if is_fight(incident, view):
            for area in view.areas([incident]) or (None,):
                found[area].append(incident)
    return dict(found)


def is_fight(incident: Incident, view: View) -> bool:
    """Told as having happened, by more than allegations, between armed parties that are no kin."""
    told = incident.counts and not incident.third_party and incident.status is not Status.ALLEGED
    if not told or not violence.amount(incident):
        return False
    armed = [one for one in incident.actors if _is_force(one, view)]
    struck = [one for one in incident.recipients if _is_force(one, view)]
    pairs = [(a, b) for a in armed for b in struck] if incident.recipients else list(combinations(armed, 2))
    return any(not _are_kin(one, other, view) for one, other in pairs)


def _is_force(party: Party, view: View) -> bool:
    """Under arms, and no criminals."""
    return view.cast.is_armed(party) and party.sector != "CRM"


def _are_kin(one: Party, other: Party, view: View) -> bool:
    return view.cast.same(one, other) or bool(one.id and other.id and view.cast.are_kin(one.id, other.id))


def _trigger(area: str | None, fights: Sequence[Incident], view: View) -> Trigger:
    long = view.rules.trigger("fighting-goes-on")
    days = {day for one in fights if (day := day_of(one))}
    deaths = sum(one.fatalities.low or 0 for one in fights)
    goes_on = len(days) >= long.least_days or deaths >= long.least_deaths
    kind = "fighting-goes-on" if goes_on else "fighting"
    level = None if view.is_usual(area) else ruled(view, kind)
    return Trigger(
        kind,
        level,
        reason(
            view,
            kind,
            {
                "area": area or "",
                "on": max(days).isoformat() if days else view.as_of.isoformat(),
                "forces": _forces(fights),
                "days": len(days),
                "deaths": deaths,
            },
            level=level,
            incidents=fights,
            indicator="violence",
        ),
        area=area,
        on=max(days, default=None),
        ends=(f"no fighting is told of in {view.speech.area(area)} for so long that the level falls",),
    )


def _forces(fights: Sequence[Incident]) -> tuple[str, ...]:
    parties = [party for one in fights for party in (*one.actors, *one.recipients)]
    return tuple(dict.fromkeys(party.id or f"unlisted: {party.text}" for party in parties))
