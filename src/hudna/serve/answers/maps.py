"""The map: incidents as GeoJSON, one by one or by cell of a grid."""

from dataclasses import replace
from typing import Any

from fastapi import Response
from sqlalchemy import Row

from hudna.model.shown import day_at
from hudna.publish.naming import in_latin
from hudna.serve.answers.pages import wanted_by, written
from hudna.serve.answers.search import with_words
from hudna.serve.asked import Filters
from hudna.serve.shelves import Shelf
from hudna.store.lists import MOST_COUNTED, cells, count_incidents, points
from hudna.store.wanted import Bounds, degrees

# Cells are as wide as lets some thousand of them cover what is looked at.
_WIDTHS = (1, 2, 4, 8, 16, 32)
_CELLS_ACROSS = 40
# So many incidents are drawn one by one.
SHOWN_SINGLY = 1500


def map_of(shelf: Shelf, filters: Filters, limit: int) -> Response:
    """Incidents under the filters, or cells where there are more than the limit."""
    return shelf.reply(
        shelf.kept(f"map {limit}", filters, lambda: _drawn(shelf, filters, limit)), "application/geo+json"
    )


def _drawn(shelf: Shelf, filters: Filters, limit: int) -> str:
    wanted = with_words(shelf, wanted_by(shelf, filters), filters)
    with shelf.reading() as connection:
        placeless = count_incidents(connection, replace(wanted, box=None), placeless=True)
        rows = points(connection, wanted, limit)
        if len(rows) <= limit:
            features, total, rule = [_point(row) for row in rows], len(rows), "every incident with a place"
        else:
            times = _width(wanted.box)
            grid = cells(connection, wanted, times)
            features, total = [_cell(row, times) for row in grid], sum(row.number for row in grid)
            rule = f"more than {limit} incidents: numbers by cell of {degrees(times):g} degrees"
    drawn = "incidents" if len(rows) <= limit else "cells"
    return _collected(shelf, features, total, rule, placeless, drawn)


def _collected(
    shelf: Shelf, features: list[dict[str, Any]], total: int, rule: str, placeless: int, drawn: str
) -> str:
    return written({
        "type": "FeatureCollection", "drawn": drawn, "features": features,
        "coverage": {"total": total, "exact": True, "returned": len(features), "rule": rule},
        "without_place": min(placeless, MOST_COUNTED), "as_of": shelf.as_of,
    })  # fmt: skip


def point_of(row: Row[Any]) -> dict[str, Any]:
    """What the map knows of an incident."""
    return {
        "id": row.id, "root": row.root, "direction": row.direction, "counts": row.counts, "status": row.status, "day": day_at(row.day),
        "place_name": in_latin(row.place_name) if row.place_name else None, "precision": row.precision, "radius_km": row.radius_km, "verification": row.verification,
        "dead": row.dead, "origins": row.origins, "actors": row.actors.split(), "theatre": row.theatre,
    }  # fmt: skip


def _point(row: Row[Any]) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": [row.lon, row.lat]}
    return {"type": "Feature", "id": row.id, "geometry": geometry, "properties": point_of(row)}


def _cell(row: Row[Any], times: int) -> dict[str, Any]:
    name, wide = f"{times}:{row.row}:{row.col}", degrees(times)
    west, south = row.col * wide - 180, row.row * wide - 90
    east, north = min(west + wide, 180.0), min(south + wide, 90.0)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    held = {"cell": name, "number": row.number, "escalation": row.escalation, "dead": row.dead}
    return {
        "type": "Feature",
        "id": name,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": held,
    }


def _width(box: Bounds | None) -> int:
    """The finest grid that does not cut what is looked at into too many cells."""
    across = 360.0 if box is None else (box.east - box.west) % 360 or 360.0
    return next((times for times in _WIDTHS if across / degrees(times) <= _CELLS_ACROSS), _WIDTHS[-1])
