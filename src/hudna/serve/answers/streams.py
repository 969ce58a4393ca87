"""Every result under the filters, as JSON lines, CSV or GeoJSON, written while it is read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from fastapi.responses import Response, StreamingResponse

from hudna.model.record import Record
from hudna.publish.cells import csv_line
from hudna.serve.asked import Format
from hudna.serve.shelves import Shelf

_MEDIA = {"jsonl": "application/jsonl", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}
Pairs = Iterable[tuple[dict[str, Any], Record]]


def streamed(shelf: Shelf, layout: Format, what: str, pairs: Pairs) -> Response:
    """The answer: each record as lists show it, beside the record itself."""
    if layout == "csv":
        pieces = _table(pairs, what)
    else:
        pieces = _lines(pairs) if layout == "jsonl" else _features(pairs)
    headers = {"ETag": shelf.tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    headers["Content-Disposition"] = f'attachment; filename="{what}.{layout}"'
    return StreamingResponse(pieces, media_type=_MEDIA[layout], headers=headers)


def _lines(pairs: Pairs) -> Iterator[str]:
    """The records under their contracts, one a line."""
    for _, record in pairs:
        yield record.model_dump_json(by_alias=True) + "\n"


def _table(pairs: Pairs, what: str) -> Iterator[str]:
    """A row each; what is nested stands as its parts, joined by dots. Cells cannot command a spreadsheet."""
    rows: Iterable[dict[str, Any]] = (dict(_flat("", head)) for head, _ in pairs)
    names = COLUMNS.get(what)
    if names is None:
        # Other kinds have thousands of records at most: their columns are those that any of them has.
        rows = list(rows)
        names = tuple(dict.fromkeys(name for row in rows for name in row))
    yield csv_line(names)
    for row in rows:
        yield csv_line([_cell(row.get(name)) for name in names])


# So that columns do not depend on which record comes first.
_INCIDENTS = (
    "id", "day", "words", "root", "mode", "move", "direction", "counts", "status", "theatre", "actors", "recipients", "place.id",
    "place.name", "place.lat", "place.lon", "place.radius_km", "place.precision", "place.country", "place.admin1", "occurred.earliest",
    "occurred.latest", "occurred.precision", "occurred.basis", "fatalities.low", "fatalities.best", "fatalities.high", "injuries.low",
    "injuries.best", "injuries.high", "reports", "origins", "claims", "sides", "verification", "ladder", "grade.reliability",
    "grade.credibility", "first_reported", "last_reported", "version",
)  # fmt: skip


_CLAIMS = (
    "id", "report", "told_in.published", "told_in.source", "told_in.url", "language", "text", "start", "end", "speakers", "speech_act", "status",
    "content", "counts", "sureness.value", "third_party", "event.root", "event.mode", "event.move", "event.actors", "event.recipients", "event.places",
    "event.occurred.earliest", "event.occurred.latest", "event.occurred.precision", "event.occurred.basis", "event.fatalities.low",
    "event.fatalities.best", "event.fatalities.high", "control.holder.id", "control.area.name", "control.status", "control.as_of",
    "purpose.of", "purpose.text", "purpose.purpose_kind", "rule", "graded", "review", "incident",
)  # fmt: skip
COLUMNS = {"incidents": _INCIDENTS, "claims": _CLAIMS}


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{prefix}.{name}" if prefix else name, inner)
        return
    yield prefix, value


def _cell(value: Any) -> object:
    """A list as its ids or words; numbers and days as they are."""
    if not isinstance(value, list):
        return value
    return "; ".join(
        str(one.get("id") or one.get("text") or json.dumps(one)) if isinstance(one, dict) else str(one)
        for one in value
    )


def _features(pairs: Pairs) -> Iterator[str]:
    """RFC 7946; what has no point has no geometry and stays in."""
    yield '{"type": "FeatureCollection", "features": ['
    for number, (head, _) in enumerate(pairs):
        feature = {"type": "Feature", "id": head.get("id"), "geometry": _point(head), "properties": head}
        yield ("," if number else "") + json.dumps(feature, ensure_ascii=False, default=str)
    yield "]}"


def _point(head: dict[str, Any]) -> dict[str, Any] | None:
    for where in (
        head.get("place"),
        *((head.get("event") or {}).get("places") or ()),
        (head.get("control") or {}).get("area"),
        head.get("where"),
    ):
        if isinstance(where, dict) and where.get("lat") is not None and where.get("lon") is not None:
            return {"type": "Point", "coordinates": [where["lon"], where["lat"]]}
    return None
