"""The posture board, one actor's lane, and movements as lines on a map."""

from typing import Any

from fastapi import Response

from hudna.knowledge.cast import load_cast
from hudna.knowledge.theatres import THEATRES
from hudna.model.picture import State
from hudna.publish.naming import Naming
from hudna.serve.answers.pages import written
from hudna.serve.answers.records import bodies_of, page_of_records
from hudna.serve.asked import Filters, Format, Paging
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf


def board_of(shelf: Shelf, filters: Filters, *, series: bool) -> Response:
    """A lane for each actor, in the order of the picture."""
    postures = bodies_of(shelf, "postures", filters)
    lanes: dict[str, list[dict[str, Any]]] = {}
    for one in postures:
        lanes.setdefault(one["actor"], []).append(one)
    changes = bodies_of(shelf, "series", filters) if series else []
    answer = [_lane(shelf, actor, held, changes) for actor, held in lanes.items()]
    return shelf.json({"lanes": answer, "levels": [one.value for one in State], "as_of": shelf.as_of})


def lane_of(shelf: Shelf, actor: str, area: str | None) -> Response:
    """One actor's lane; its parts have lanes of their own."""
    postures = [
        one for one in bodies_of(shelf, "postures") if one["actor"] == actor and area in {None, one["area"]}
    ]
    known = load_cast(THEATRES).entries
    if not postures and actor not in known:
        raise Refused(404, f"no actor goes by {actor!r}; GET /api/v1/actors lists those that are told of")
    changes = [one for one in bodies_of(shelf, "series") if area in {None, one["area"]}]
    return shelf.json(_lane(shelf, actor, postures, changes))


def _lane(
    shelf: Shelf, actor: str, postures: list[dict[str, Any]], changes: list[dict[str, Any]]
) -> dict[str, Any]:
    cast = load_cast(THEATRES)
    first = postures[0] if postures else {}
    listed = Naming(shelf.lang).listed(actor) if actor in cast.entries else None
    entry = cast.entries.get(actor)
    return {
        "actor": actor, "name": listed or first.get("name") or actor, "side": first.get("side") or (entry.side if entry else None),
        "within": list(first.get("within", ())) or list(cast.chain(actor)[1:]), "postures": postures,
        "series": [one for one in changes if one["actor"] == actor],
    }  # fmt: skip


def movements_of(shelf: Shelf, filters: Filters, paging: Paging, layout: Format) -> Response:
    """Movements as records or, as GeoJSON, as lines with their uncertainty and as areas for vague ends."""
    if layout != "geojson":
        return page_of_records(shelf, "movements", filters, paging, layout)
    features = [feature for one in bodies_of(shelf, "movements", filters) for feature in _features(one)]
    return shelf.reply(written({"type": "FeatureCollection", "features": features}), "application/geo+json")


def _features(one: dict[str, Any]) -> list[dict[str, Any]]:
    held = {
        "movement": one["id"], "force": [party["id"] or party["text"] for party in one["force"]], "side": one["side"],
        "withdrawal": one["withdrawal"], "status": one["status"], "start": one["first_seen"], "end": one["last_seen"],
        "uncertainty_km": one["uncertainty_km"], "claims": one["claims"], "incidents": one["incidents"],
    }  # fmt: skip
    found = []
    if len(one["line"]) > 1:
        line = {"type": "LineString", "coordinates": one["line"]}
        found.append(
            {"type": "Feature", "id": one["id"], "geometry": line, "properties": {**held, "part": "line"}}
        )
    for part in ("origin", "heading", "destination", "at"):
        where = one[part]
        if where and where["lat"] is not None and where["lon"] is not None:
            point = {"type": "Point", "coordinates": [where["lon"], where["lat"]]}
            place = {
                "place_name": where["name"],
                "precision": where["precision"],
                "radius_km": where["radius_km"],
            }
            properties = {**held, **place, "part": part}
            found.append(
                {"type": "Feature", "id": f"{one['id']}:{part}", "geometry": point, "properties": properties}
            )
    if not found:
        found.append(
            {"type": "Feature", "id": one["id"], "geometry": None, "properties": {**held, "part": "none"}}
        )
    return found
