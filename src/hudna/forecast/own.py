"""Makes fatal events of Hudna's own incidents, and says which cannot be counted and why.

Counted is what at least one claim tells as having happened, with a figure and a time
known to the month. Allegations are counted only where asked for. Contradicting figures
have no best one; the low one is then taken, which overstates nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hudna.forecast.events import FatalEvent, grid_cell
from hudna.forecast.months import month_of
from hudna.model.claim import Status
from hudna.model.incident import Incident, Where

# Places known more vaguely than this are no cell, and a region is no district.
_CELL_PRECISION = frozenset({"point", "town", "area"})
_DISTRICT_PRECISION = frozenset({"point", "town", "area", "district"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The events, and how many incidents were left out for each reason."""

    events: tuple[FatalEvent, ...]
    left_out: dict[str, int]


def from_incidents(incidents: Iterable[Incident], *, allegations: bool = False) -> Counted:
    """The incidents that can be counted, in their order."""
    events, left_out = list[FatalEvent](), dict[str, int]()
    for incident in incidents:
        reason = _why_not(incident, allegations=allegations)
        if reason is None:
            events.append(_event(incident))
        else:
            left_out[reason] = left_out.get(reason, 0) + 1
    return Counted(tuple(events), dict(sorted(left_out.items())))


def _why_not(incident: Incident, *, allegations: bool) -> str | None:
    """The first thing that keeps an incident from being counted."""
    if not incident.counts or incident.verification == "refuted":
        return "not told as having happened"
    if incident.status is Status.ALLEGED and not allegations:
        return "alleged only"
    if _deaths(incident) is None:
        return "no figure of deaths"
    when = incident.occurred
    if when is None or when.earliest is None or when.latest is None:
        return "no day"
    if month_of(when.earliest) != month_of(when.latest):
        return "not known to the month"
    return None if incident.place and incident.place.country else "no country"


def _deaths(incident: Incident) -> int | None:
    toll = incident.fatalities
    return toll.best if toll.best is not None else toll.low


def _event(incident: Incident) -> FatalEvent:
    when, place = incident.occurred, incident.place
    assert when is not None
    assert when.earliest is not None
    assert when.latest is not None
    assert place is not None
    return FatalEvent(
        id=incident.id, start=when.earliest, end=when.latest, deaths=_deaths(incident) or 0,
        country=place.country, admin1=place.admin1 if place.precision in _DISTRICT_PRECISION else None,
        lat=place.lat, lon=place.lon, cell=_cell(place), claims=incident.claims,
    )  # fmt: skip


def _cell(place: Where) -> int | None:
    if place.precision not in _CELL_PRECISION or place.lat is None or place.lon is None:
        return None
    return grid_cell(place.lat, place.lon)
