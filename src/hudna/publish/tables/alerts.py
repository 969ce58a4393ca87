"""Alerts as a table: one row a line of an alert, with what it rests on and what would end it."""

from hudna.model.alert import Alert
from hudna.model.edition import Edition
from hudna.publish.tables.cells_of import joined
from hudna.publish.tables.columns import columns

COLUMNS = columns(
    text="alert_id theatre area area_name subject level state",
    day="raised began as_of last_evidence expires",
    text_2="because against missing ends_when gaps baseline",
    whole="origins",
    text_3="ground note supersedes released_by incident_ids claim_ids",
)


def row(one: Alert, _edition: Edition | None = None) -> dict[str, object]:
    """The cells of an alert by column."""
    return {
        "alert_id": one.id, "theatre": one.theatre, "area": one.area, "area_name": one.area_name,
        "subject": one.subject, "level": one.level, "state": one.state, "raised": one.raised, "began": one.began,
        "as_of": one.as_of, "last_evidence": one.last_evidence, "expires": one.expires,
        "because": joined(reason.text for reason in one.because),
        "against": joined(reason.text for reason in one.against), "missing": joined(one.missing),
        "ends_when": joined(one.ends_when), "gaps": joined(one.gaps), "baseline": one.baseline,
        "origins": one.origins, "ground": one.ground, "note": one.note, "supersedes": one.supersedes,
        "released_by": one.released_by, "incident_ids": joined(one.incidents), "claim_ids": joined(one.claims),
    }  # fmt: skip
