"""Which unit an event belongs to: a country, a first-level division of one, or a PRIO-GRID cell."""

from hudna.forecast.events import FatalEvent
from hudna.model.forecast import Level


def unit_of(event: FatalEvent, level: Level) -> str | None:
    """The unit of an event, or None where its place is too vague for the level."""
    match level:
        case "country":
            return event.country
        case "admin1":
            return f"{event.country} / {event.admin1}" if event.country and event.admin1 else None
        case "grid":
            return str(event.cell) if event.cell is not None else None
