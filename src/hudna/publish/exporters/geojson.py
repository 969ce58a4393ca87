"""Records as GeoJSON (RFC 7946): towns as points, areas as circles, movements as lines.

How exact a place is stands in the properties of each feature. What has no shape keeps its
feature with an empty geometry, so that nothing is lost by being on no map.
"""

import json
from collections.abc import Iterator
from datetime import date

from hudna.model.claim import Claim
from hudna.model.edition import Edition, What, records_of
from hudna.model.evidence import where_of
from hudna.model.finding import Finding
from hudna.model.incident import Incident, Where
from hudna.model.picture import Holding, Movement
from hudna.publish.cells import plain
from hudna.publish.shapes import Shape, line, shape_of
from hudna.publish.tables import find_tables

DESCRIPTION = "features on a map: points, circles of areas, lines of movements"
MEDIA_TYPE = "application/geo+json"
ENDING = ".geojson"
WHAT: tuple[What, ...] = ("incidents", "claims", "movements", "control", "findings", "alerts")


def export(what: What, edition: Edition) -> Iterator[str]:
    """A FeatureCollection, one feature a line."""
    yield '{"type": "FeatureCollection", "features": [\n'
    for number, record in enumerate(records_of(edition, what)):
        yield (",\n" if number else "") + json.dumps(_feature(what, record, edition), ensure_ascii=False)
    yield "\n]}\n"


def _feature(what: What, record: object, edition: Edition) -> dict[str, object]:
    table = find_tables()[what]
    cells = table.row(record, edition)
    properties = {name: _value(cells.get(name)) for name in table.COLUMNS}
    # Names by which map viewers find the time of a feature.
    first, last = _days(record)
    properties |= {"start": _value(first), "end": _value(last)}
    identity = next(iter(properties.values())) if what != "control" else properties["id"]
    return {"type": "Feature", "id": identity, "geometry": _shape(record, edition), "properties": properties}


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if isinstance(value, str) else value


def _shape(record: object, edition: Edition) -> Shape | None:
    match record:
        case Movement():
            return line(record.line) or shape_of(record.at or record.destination or record.heading)
        case Finding():
            known = {incident.id: incident for incident in edition.evidence.incidents}
            return next((shape_of(known[one].place) for one in record.incidents if one in known), None)
        case Incident() | Holding():
            return shape_of(record.place)
        case Claim():
            return shape_of(_claimed_place(record))
        case _:
            return None


def _claimed_place(claim: Claim) -> Where | None:
    if claim.control and claim.control.area:
        return where_of(claim.control.area)
    return where_of(claim.event.places[0]) if claim.event and claim.event.places else None


def _days(record: object) -> tuple[date | None, date | None]:
    match record:
        case Incident():
            when = record.occurred
            return (when.earliest, when.latest) if when else (None, None)
        case Movement():
            return record.first_seen, record.last_seen
        case Holding():
            return record.as_of, record.as_of
        case Finding():
            return record.on, record.on
        case Claim() if record.event and record.event.occurred:
            return record.event.occurred.earliest, record.event.occurred.latest
        case _:
            return None, None
