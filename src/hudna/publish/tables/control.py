"""Who is said to hold what, as a long table: one row a statement.

The first five columns are those that users of control data know; the rest leads back.
"""

from hudna.model.edition import Edition
from hudna.model.picture import Holding
from hudna.publish.tables.cells_of import joined, name
from hudna.publish.tables.columns import columns

COLUMNS = columns(
    text="place",
    day="as_of",
    text_2="holder claimed_by status place_id holder_id side source",
    truth="alleged",
    text_3="contradicts sits_ill_with",
    number="latitude longitude radius_km",
    text_4="geo_precision id claim_ids",
)


def row(one: Holding, _edition: Edition | None = None) -> dict[str, object]:
    """The cells of a statement by column."""
    where = one.place
    return {
        "place": where.name, "as_of": one.as_of, "holder": name(one.holder), "claimed_by": name(one.claimed_by),
        "status": one.status, "place_id": where.id, "holder_id": one.holder.id if one.holder else None,
        "side": one.side, "source": one.source, "alleged": one.alleged, "contradicts": joined(one.contradicts),
        "sits_ill_with": joined(one.sits_ill_with), "latitude": where.lat, "longitude": where.lon,
        "radius_km": where.radius_km, "geo_precision": where.precision, "id": one.id,
        "claim_ids": joined(one.claims),
    }  # fmt: skip
