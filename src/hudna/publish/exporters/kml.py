"""Incidents and movements as KML, for field tools that read nothing else."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from hudna.model.edition import Edition, What
from hudna.model.incident import Incident
from hudna.model.picture import Movement
from hudna.publish.cells import plain
from hudna.publish.shapes import Shape, line, shape_of
from hudna.publish.tables import find_tables
from hudna.publish.telling import in_words

DESCRIPTION = "placemarks for field tools, with time spans and circles of areas"
MEDIA_TYPE = "application/vnd.google-earth.kml+xml"
ENDING = ".kml"
WHAT: tuple[What, ...] = ("incidents", "movements")
_SPACE = "http://www.opengis.net/kml/2.2"
# Neutral colours, aabbggrr: no side has a colour of friend or foe.
_STYLES = {"counts": "ff3c6ee6", "other": "ff999999", "move": "ff9b7a3f"}


def export(what: What, edition: Edition) -> Iterator[bytes]:
    """The whole file in one piece."""
    kml = etree.Element(f"{{{_SPACE}}}kml", nsmap={None: _SPACE})
    document = _add(kml, "Document")
    _add(document, "name", f"Hudna {what}, {edition.as_of}")
    _add(document, "description", "As told by reports. Boundaries and names are for orientation.")
    for name, colour in _STYLES.items():
        _style(document, name, colour)
    for record in edition.evidence.incidents if what == "incidents" else edition.picture.movements:
        _placemark(document, record, edition)
    yield etree.tostring(kml, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _placemark(document: etree._Element, record: Incident | Movement, edition: Edition) -> None:
    mark = _add(document, "Placemark")
    mark.set("id", _name(record.id))
    _add(mark, "name", _title(record))
    if isinstance(record, Incident):
        _add(mark, "description", in_words(record, edition))
        when = (record.occurred.earliest, record.occurred.latest) if record.occurred else (None, None)
        shape, style = shape_of(record.place), "#counts" if record.counts else "#other"
    else:
        when = (record.first_seen, record.last_seen)
        shape, style = (
            line(record.line) or shape_of(record.at or record.destination or record.heading),
            "#move",
        )
    _span(mark, *when)
    _add(mark, "styleUrl", style)
    _extended(mark, record, edition)
    if shape:
        _geometry(mark, shape)


def _title(record: Incident | Movement) -> str:
    if isinstance(record, Movement):
        return ", ".join(party.text for party in record.force) or "force not named"
    place = f", {record.place.name}" if record.place else ""
    return f"{record.root.value}{f'/{record.mode}' if record.mode else ''}{place}"


def _extended(mark: etree._Element, record: Incident | Movement, edition: Edition) -> None:
    table = find_tables()["movements" if isinstance(record, Movement) else "incidents"]
    cells = table.row(record, edition)
    held = _add(mark, "ExtendedData")
    for column in table.COLUMNS:
        if cells.get(column) is not None and cells[column] != "":
            entry = _add(held, "Data")
            entry.set("name", column)
            _add(entry, "value", str(cells[column]))


def _span(mark: etree._Element, first: date | None, last: date | None) -> None:
    if first or last:
        span = _add(mark, "TimeSpan")
        if first:
            _add(span, "begin", first.isoformat())
        if last:
            _add(span, "end", last.isoformat())


def _geometry(mark: etree._Element, shape: Shape) -> None:
    points = shape["coordinates"]
    assert isinstance(points, list)  # shapes are our own
    match shape["type"]:
        case "Point":
            _add(_add(mark, "Point"), "coordinates", _written([points]))
        case "LineString":
            _add(_add(mark, "LineString"), "coordinates", _written(points))
        case "Polygon":
            ring = _add(_add(_add(mark, "Polygon"), "outerBoundaryIs"), "LinearRing")
            _add(ring, "coordinates", _written(points[0]))
        case other:
            raise ValueError(f"shape {other!r}; known: Point, LineString, Polygon")


def _written(points: list[list[float]]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in points)


def _style(document: etree._Element, name: str, colour: str) -> None:
    style = _add(document, "Style")
    style.set("id", name)
    _add(_add(style, "IconStyle"), "color", colour)
    drawn = _add(style, "LineStyle")
    _add(drawn, "color", colour)
    _add(drawn, "width", "2")
    filled = _add(style, "PolyStyle")
    _add(filled, "color", f"40{colour[2:]}")


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_SPACE}}}{name}")
    child.text = None if text is None else plain(text)
    return child


def _name(text: str) -> str:
    """The id as XML allows it."""
    return "i-" + "".join(
        letter if (letter.isalnum() and letter.isascii()) or letter in "-_." else "_" for letter in text
    )
