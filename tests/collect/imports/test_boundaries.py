"""Boundaries come in from three kinds of file with their codes, names and a valid outline."""

import json
import sqlite3
import struct
import zipfile

import pytest
import shapefile
import shapely

from hudna.collect.imports import importer_named
from hudna.errors import InputError
from hudna.model.boundary import Boundary
from hudna.model.incident import Where
from hudna.publish.units import Units

SQUARE = [[30, 12], [31, 12], [31, 13], [30, 13], [30, 12]]
BESIDE = [[31, 12], [32, 12], [32, 13], [31, 13], [31, 12]]
FIELDS = {
    "ADM2_EN": "Northmark",
    "ADM2_AR": "الشمال",
    "ADM2_PCODE": "LY0101",
    "ADM1_PCODE": "LY01",
    "ADM0_PCODE": "LBY",
    "validOn": "2024-01-05",
}


def read(path):
    return list(importer_named("boundaries").read(path))


def geojson(tmp_path, *features, **more):
    path = tmp_path / "b.geojson"
    held = [{"type": "Feature", "properties": fields, "geometry": shape} for fields, shape in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": held, **more}), encoding="utf-8")
    return path


def polygon(ring=None):
    return {"type": "Polygon", "coordinates": [ring or SQUARE]}


@pytest.mark.parametrize(
    "fields",
    [
        FIELDS,
        {
            "admin2Name_en": "Northmark",
            "admin2Name_ar": "الشمال",
            "admin2Pcode": "LY0101",
            "admin1Pcode": "LY01",
            "admin0Name_en": "Libya",
        },
        {
            "adm2_name": "Northmark",
            "adm2_ar": "الشمال",
            "adm2_pcode": "LY0101",
            "adm1_pcode": "LY01",
            "iso3": "LBY",
        },
    ],
)
def test_each_naming_of_columns_is_read(tmp_path, fields):
    [one] = read(geojson(tmp_path, (fields, polygon())))
    assert (one.code, one.level, one.name, one.parent, one.country) == (
        "LY0101",
        2,
        "Northmark",
        "LY01",
        "LBY",
    )
    assert one.names["ar"] == "الشمال"


def test_geoboundaries_are_read(tmp_path):
    fields = {"shapeName": "Northmark", "shapeISO": "LY-NM", "shapeGroup": "LBY", "shapeType": "ADM1"}
    [one] = read(geojson(tmp_path, (fields, polygon())))
    assert (one.code, one.level, one.country) == ("LY-NM", 1, "LBY")


def test_a_geopackage_is_read_with_its_header(tmp_path):
    path = tmp_path / "b.gpkg"
    blob = (
        b"GP\x00\x03"
        + struct.pack("<i", 4326)
        + struct.pack("<4d", 30, 31, 12, 13)
        + shapely.to_wkb(shapely.Polygon(SQUARE))
    )
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)")
        db.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)")
        db.execute("CREATE TABLE adm2 (fid INTEGER, geom BLOB, ADM2_EN TEXT, ADM2_PCODE TEXT)")
        db.execute("INSERT INTO gpkg_contents VALUES ('adm2', 'features')")
        db.execute("INSERT INTO gpkg_geometry_columns VALUES ('adm2', 'geom', 4326)")
        db.execute("INSERT INTO adm2 VALUES (1, ?, 'Northmark', 'LY0101')", (blob,))
        db.execute("INSERT INTO adm2 VALUES (2, ?, 'Nowhere', 'LY0102')", (b"no shape",))
    db.close()
    good, bad = read(path)
    assert (good.code, shapely.geometry.shape(good.geometry).area) == ("LY0101", 1.0)
    assert bad.reason == "geometry is empty or not readable"


@pytest.mark.parametrize("zipped", [False, True])
def test_a_shapefile_is_read_loose_and_zipped(tmp_path, zipped):
    writer = shapefile.Writer(str(tmp_path / "b"))
    writer.field("ADM1_EN", "C")
    writer.field("ADM1_PCODE", "C")
    writer.poly([SQUARE])
    writer.record("Northmark", "LY01")
    writer.close()
    path = tmp_path / "b.shp"
    if zipped:
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
            for ending in ("shp", "dbf", "shx"):
                archive.write(tmp_path / f"b.{ending}", f"folder/b.{ending}")
        path = tmp_path / "b.zip"
    [one] = read(path)
    assert (one.code, one.level, one.name) == ("LY01", 1, "Northmark")


@pytest.mark.parametrize(
    ("fields", "shape", "words"),
    [
        ({"NAME": "x"}, polygon(), "no code of a unit"),
        ({"ADM1_PCODE": "LY01"}, polygon(), "no name for level 1"),
        (FIELDS, None, "geometry is empty"),
        (FIELDS, {"type": "Point", "coordinates": [30, 12]}, "geometry is a Point; an area would be right"),
        (FIELDS, polygon([[500000, 1], [500001, 1], [500001, 2], [500000, 1]]), "only WGS 84 is read"),
        (FIELDS, {"type": "Polygon", "coordinates": "here"}, "geometry is empty or not readable"),
    ],
)
def test_a_feature_that_cannot_be_read_says_why(tmp_path, fields, shape, words):
    [issue] = read(geojson(tmp_path, (fields, shape)))
    assert words in issue.reason
    assert issue.input == "b.geojson: feature 1"


def test_a_shape_that_crosses_itself_is_mended(tmp_path):
    bow = [[30, 12], [31, 13], [31, 12], [30, 13], [30, 12]]
    [one] = read(geojson(tmp_path, (FIELDS, polygon(bow))))
    assert shapely.geometry.shape(one.geometry).is_valid


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("b.kml", "x", "not in '.kml'"),
        ("b.geojson", "{", "not JSON"),
        ("b.geojson", "[]", "no GeoJSON FeatureCollection"),
        ("b.gpkg", "no database at all, only words", "no GeoPackage"),
        ("b.zip", "PK", "no zip file"),
    ],
)
def test_a_file_of_another_kind_is_one_sentence(tmp_path, name, content, words):
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=words):
        read(tmp_path / name)


def test_another_reference_system_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(InputError, match="ogr2ogr -t_srs EPSG:4326"):
        read(geojson(tmp_path, (FIELDS, polygon()), crs={"properties": {"name": "EPSG:32633"}}))


def unit(code, ring):
    return Boundary(code=code, level=1, name=code, file="b", sha256="0", terms="", geometry=polygon(ring))


@pytest.mark.parametrize(
    ("where", "codes"),
    [
        ({"lon": 30.5, "lat": 12.5, "radius_km": 5, "precision": "town"}, ["A"]),
        ({"lon": 31.0, "lat": 12.5, "radius_km": 5, "precision": "town"}, []),
        ({"lon": 30.5, "lat": 12.5, "radius_km": 200, "precision": "region"}, []),
        ({"lon": 30.5, "lat": 12.5, "radius_km": 900, "precision": "country"}, []),
        ({"lon": 50.0, "lat": 12.5, "radius_km": 5, "precision": "town"}, []),
        ({"lon": None, "lat": None, "precision": "town"}, []),
    ],
)
def test_a_place_has_a_code_only_where_that_is_sure(where, codes):
    units = Units([unit("A", SQUARE), unit("B", BESIDE)])
    assert [one.code for one in units.of(Where(name="x", **where)).values()] == codes
