"""Forces on the move as a table: one row a movement, purposes as claimed by whom."""

from hudna.model.edition import Edition
from hudna.model.picture import Movement, StatedMakeup, StatedPurpose
from hudna.publish.tables.cells_of import joined, name, parties
from hudna.publish.tables.columns import columns

COLUMNS = columns(
    text="movement_id theatre",
    text_2="force force_id force_country force_sector force_side side status",
    truth="withdrawal",
    text_3="origin heading destination seen_at",
    day="first_seen last_seen",
    whole="sightings",
    number="uncertainty_km",
    text_4="line stated_purposes feared composition incident_ids claim_ids",
)


def row(one: Movement, _edition: Edition | None = None) -> dict[str, object]:
    """The cells of a movement by column; the line is WKT, longitude first."""
    return {
        "movement_id": one.id, "theatre": one.theatre, **parties("force", one.force), "side": one.side,
        "status": one.status, "withdrawal": one.withdrawal,
        "origin": one.origin.name if one.origin else None, "heading": one.heading.name if one.heading else None,
        "destination": one.destination.name if one.destination else None, "seen_at": one.at.name if one.at else None,
        "first_seen": one.first_seen, "last_seen": one.last_seen, "sightings": len(one.sightings),
        "uncertainty_km": one.uncertainty_km, "line": _wkt(one), "stated_purposes": _purposes(one.purposes),
        "feared": _purposes(one.feared), "composition": joined(_makeup(made) for made in one.composition),
        "incident_ids": joined(one.incidents), "claim_ids": joined(one.claims),
    }  # fmt: skip


def _wkt(one: Movement) -> str | None:
    if len(one.line) < 2:
        return None
    return "LINESTRING (" + ", ".join(f"{lon} {lat}" for lon, lat in one.line) + ")"


def _purposes(found: tuple[StatedPurpose, ...]) -> str:
    return joined(f"{_by(one)}: {one.text}" for one in found)


def _makeup(made: StatedMakeup) -> str:
    return f"{_by(made)}: {', '.join(one.text for one in made.made_of)}"


def _by(one: StatedPurpose | StatedMakeup) -> str:
    return "a speaker without a name" if one.anonymous else name(one.speaker) or "a report's own voice"
