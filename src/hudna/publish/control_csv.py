"""Who is said to hold what, as a long table: one row a statement, for spreadsheets.

The first five columns are those that users of control data know; the rest leads back.
"""

from collections.abc import Iterable, Iterator

from hudna.model.incident import Party
from hudna.model.picture import Holding
from hudna.publish.exporters.csv import csv_line

COLUMNS = (
    "place", "as_of", "holder", "claimed_by", "status", "place_id", "holder_id", "side", "source", "alleged",
    "contradicts", "sits_ill_with", "latitude", "longitude", "radius_km", "geo_precision", "id", "claim_ids",
)  # fmt: skip


def control_rows(found: Iterable[Holding]) -> Iterator[str]:
    """The header, then a row for each statement; no row ends with a line break."""
    yield csv_line(COLUMNS).rstrip("\r\n")
    for one in found:
        yield csv_line(_row(one)).rstrip("\r\n")


def _row(one: Holding) -> tuple[object, ...]:
    where = one.place
    return (
        where.name, one.as_of, _name(one.holder), _name(one.claimed_by), one.status, where.id,
        one.holder.id if one.holder else None, one.side, one.source, one.alleged, "; ".join(one.contradicts),
        "; ".join(one.sits_ill_with), where.lat, where.lon, where.radius_km, where.precision, one.id,
        "; ".join(one.claims),
    )  # fmt: skip


def _name(party: Party | None) -> str | None:
    return party.text if party else None
