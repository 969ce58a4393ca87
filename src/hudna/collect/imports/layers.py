"""Shapes and their attributes from GeoJSON, GeoPackage and Shapefile, without a geographic library of megabytes.

GeoPackage is read with sqlite3, Shapefile with pyshp; shapely takes the shapes. Only WGS 84
is taken: shapes in metres would be drawn somewhere off Africa.
"""

import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import shapefile
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from hudna.errors import InputError

_MOST_BYTES = 1_000_000_000
# Length of the envelope in the header of a GeoPackage geometry by its kind.
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
Feature = tuple[int, dict[str, Any], BaseGeometry | None]


def features_of(path: Path) -> Iterator[Feature]:
    """Number, attributes and shape of each feature; InputError where the file is of no kind that is read."""
    if not path.is_file():
        raise InputError(f"{path} does not exist or is no file")
    if path.stat().st_size > _MOST_BYTES:
        raise InputError(f"{path.name}: larger than {_MOST_BYTES // 1_000_000_000} GB")
    match path.suffix.lower():
        case ".geojson" | ".json":
            return _geojson(path)
        case ".gpkg":
            return _geopackage(path)
        case ".shp" | ".zip":
            return _shapefile(path)
        case other:
            raise InputError(
                f"{path.name}: boundaries end in .geojson, .json, .gpkg, .shp or .zip (a zipped shapefile), not in {other!r}"
            )


def _geojson(path: Path) -> Iterator[Feature]:
    try:
        held = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path.name}: not JSON: {error}") from error
    if (
        not isinstance(held, dict)
        or held.get("type") != "FeatureCollection"
        or not isinstance(held.get("features"), list)
    ):
        raise InputError(f"{path.name}: no GeoJSON FeatureCollection")
    named = json.dumps(held.get("crs") or "")
    if named != '""' and "CRS84" not in named and "4326" not in named:
        raise InputError(
            f"{path.name}: crs {named[:80]}; only WGS 84 is read: ogr2ogr -t_srs EPSG:4326 makes it so"
        )
    for number, feature in enumerate(held["features"], 1):
        given = feature.get("geometry") if isinstance(feature, dict) else None
        yield number, (feature.get("properties") or {}) if isinstance(feature, dict) else {}, _taken(given)


def _taken(given: Any) -> BaseGeometry | None:
    try:
        return shape(given) if given else None
    except (shapely.errors.ShapelyError, AttributeError, KeyError, TypeError, ValueError):
        return None


def _geopackage(path: Path) -> Iterator[Feature]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        try:
            # What a file brings along in views and triggers is not run with our rights.
            connection.execute("PRAGMA trusted_schema = OFF")
            layers = connection.execute(
                "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c JOIN gpkg_geometry_columns g"
                " ON g.table_name = c.table_name WHERE c.data_type = 'features' ORDER BY c.table_name"
            ).fetchall()
        except sqlite3.DatabaseError as error:
            raise InputError(f"{path.name}: no GeoPackage: {error}") from error
        if not layers:
            raise InputError(f"{path.name}: a GeoPackage without a layer of shapes")
        number = 0
        for table, column, reference in layers:
            if reference not in {4326, 0, -1}:
                raise InputError(
                    f"{path.name}: layer {table!r} is in reference system {reference}; only WGS 84 is read: ogr2ogr -t_srs EPSG:4326 makes it so"
                )
            rows = connection.execute(f'SELECT * FROM "{table.replace(chr(34), chr(34) * 2)}"')  # noqa: S608  # a name, quoted
            names = [entry[0] for entry in rows.description]
            for row in rows:
                number += 1
                held = dict(zip(names, row, strict=True))
                yield (
                    number,
                    {name: value for name, value in held.items() if name != column},
                    _unpacked(held[column]),
                )


def _unpacked(blob: Any) -> BaseGeometry | None:
    """A GeoPackage geometry: two letters, version, flags, reference system, envelope, then WKB."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None
    flags = blob[3]
    start = 8 + _ENVELOPES.get((flags >> 1) & 0b111, 0)
    try:
        return shapely.from_wkb(blob[start:])
    except (shapely.errors.ShapelyError, struct.error):
        return None


def _shapefile(path: Path) -> Iterator[Feature]:
    parts = _parts(path)
    projection = parts.get("prj", b"").decode("utf-8", "replace")
    if projection and not projection.lstrip().upper().startswith("GEOGCS"):
        raise InputError(
            f"{path.name}: projected shapes ({projection[:40]} …); only WGS 84 is read: ogr2ogr -t_srs EPSG:4326 makes it so"
        )
    encoding = parts.get("cpg", b"utf-8").decode("ascii", "replace").strip() or "utf-8"
    try:
        reader = shapefile.Reader(
            shp=io.BytesIO(parts["shp"]),
            dbf=io.BytesIO(parts["dbf"]),
            encoding=encoding,
            encodingErrors="replace",
        )
        for number, record in enumerate(reader.iterShapeRecords(), 1):
            given = record.shape.__geo_interface__ if record.shape.shapeType else None
            yield number, record.record.as_dict(), _taken(given)
    except (shapefile.ShapefileException, LookupError, struct.error, ValueError) as error:
        raise InputError(f"{path.name}: not readable as a shapefile: {error}") from error


def _parts(path: Path) -> dict[str, bytes]:
    """The files of a shapefile by their endings, beside each other or in one zip."""
    if path.suffix.lower() == ".shp":
        beside = {part: path.with_suffix(f".{part}") for part in ("shp", "dbf", "prj", "cpg")}
        found = {part: file.read_bytes() for part, file in beside.items() if file.is_file()}
    else:
        found = _zipped(path)
    if not {"shp", "dbf"} <= found.keys():
        raise InputError(f"{path.name}: a shapefile needs a .shp and a .dbf of one name")
    return found


def _zipped(path: Path) -> dict[str, bytes]:
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise InputError(f"{path.name}: no zip file: {error}") from error
    with archive:
        stems = sorted(
            {
                one.filename[:-4]
                for one in archive.infolist()
                if one.filename.lower().endswith(".shp") and "__MACOSX" not in one.filename
            }
        )
        if len(stems) != 1:
            raise InputError(
                f"{path.name}: {len(stems)} shapefiles in it ({', '.join(stems[:5])}); one would be right"
            )
        held = {}
        for one in archive.infolist():
            if one.filename[:-4] == stems[0] and one.file_size <= _MOST_BYTES:
                held[one.filename[-3:].lower()] = archive.read(one)
    return held


def outline(geometry: BaseGeometry) -> dict[str, Any]:
    """The shape as a valid polygon or polygons of GeoJSON; ValueError says why there is none."""
    valid = geometry if geometry.is_valid else shapely.make_valid(geometry)
    parts = [
        part for part in getattr(valid, "geoms", [valid]) if part.geom_type in {"Polygon", "MultiPolygon"}
    ]
    whole = shapely.union_all(parts) if parts else None
    if whole is None or whole.is_empty:
        raise ValueError(f"geometry is a {geometry.geom_type}; an area would be right")
    west, south, east, north = whole.bounds
    if west < -180.001 or east > 180.001 or south < -90.001 or north > 90.001:
        raise ValueError(f"geometry lies at {west:.0f}, {south:.0f}: no degrees; only WGS 84 is read")
    return json.loads(json.dumps(mapping(shapely.force_2d(shapely.orient_polygons(whole)))))  # type: ignore[no-any-return]
