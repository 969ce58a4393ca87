"""What answers may be made of, as the description of the API says it."""

from typing import Any

from hudna.publish import find_exporters

_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
Responses = dict[int | str, dict[str, Any]]


def _of(*media: str) -> Responses:
    return {200: {"content": {one: _shape(one) for one in media}}}


def _shape(media: str) -> dict[str, Any]:
    if media.endswith("json"):
        return {"schema": {}}
    return _TEXT if media.startswith("text/") or media == "application/jsonl" else _BYTES


# A list as a file: every result and not one page.
FILES = _of("text/csv", "application/jsonl", "application/geo+json")
DOCUMENTS = _of(
    "text/html",
    "text/markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
EXPORTS = _of(*sorted({one.MEDIA_TYPE.split(";")[0] for one in find_exporters().values()}))
# The map is GeoJSON itself, of the shape that is described as JSON.
GEOJSON: Responses = {
    200: {"content": {"application/geo+json": {"schema": {"$ref": "#/components/schemas/MapOut"}}}}
}
