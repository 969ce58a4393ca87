"""Every exporter writes every kind of record it says it can; what comes out is read back by others' tools."""

import csv
import io
import json
from datetime import date

import geojson
import pandas as pd
import pytest
import stix2
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import editions
import factory
from hudna.errors import InputError
from hudna.model.edition import records_of
from hudna.model.incident import Toll
from hudna.publish.exporters import exported, find_exporters, left_out
from hudna.publish.exporters.acled import COLUMNS as ACLED
from hudna.publish.exporters.gdelt import COLUMNS as GDELT
from hudna.publish.exporters.polecat import COLUMNS as POLECAT
from hudna.publish.exporters.ucdp import COLUMNS as UCDP
from hudna.publish.tables import find_tables

EVERY = [(name, what) for name, exporter in find_exporters().items() for what in exporter.WHAT]
TABLES = {"csv", "hxl", "acled", "ucdp"}
# Words that break formats: separators, formulas, markup, marks of direction, characters XML forbids.
HOSTILE = '=1+1\t"x",\r\n;\x00<b>&amp;\u202egnp.exe\u2066\u200f@SUM(A1)|\'\u0007\ud7ff]]>'


def written(name, edition=None, what=None):
    return b"".join(exported(name, edition or editions.edition(), what))


def text(name, edition=None, what=None):
    return written(name, edition, what).decode()


def rows(name, edition=None, what=None):
    return list(csv.DictReader(io.StringIO(text(name, edition, what), newline="")))


def hostile_edition(words):
    party = editions.FRONT.model_copy(update={"text": words})
    town = editions.TOWN.model_copy(update={"name": words, "admin1": words, "id": words})
    one = editions.incident(actors=(party,), recipients=(party,), place=town, contexts=(words,), positions=(editions.position(speaker=party),))  # fmt: skip
    report = factory.report(source=words, title=words)
    claim = factory.claim(rule=words, review=words)
    found = editions.finding(because=words, missing=(words,))
    warned = editions.alert(area_name=words)
    held = editions.holding(place=town, holder=party, source=words)
    moved = editions.movement(force=(party,), origin=town)
    edition = editions.edition(one, claims=(claim,), reports=(report,), alerts=(warned,))
    picture = type(edition.picture)(edition.as_of, movements=(moved,), holdings=(held,))
    review = type(edition.review)(edition.as_of, findings=(found,))
    return editions.edition(
        one, claims=(claim,), reports=(report,), alerts=(warned,), picture=picture, review=review
    )


@pytest.mark.parametrize(("name", "what"), EVERY)
def test_every_exporter_says_what_it_is_and_gives_the_same_bytes_twice(name, what):
    exporter = find_exporters()[name]
    assert exporter.DESCRIPTION
    assert exporter.MEDIA_TYPE
    assert exporter.ENDING.startswith(".")
    assert written(name, what=what) == written(name, what=what)


@pytest.mark.parametrize(("name", "what"), [one for one in EVERY if one[0] != "parquet"])
def test_every_record_is_written_or_said_to_be_left_out(name, what):
    edition = editions.edition()
    out = written(name, edition, what)
    kept = len(records_of(edition, what)) - sum(left_out(name, edition, what).values())
    ids = [record.id for record in records_of(edition, what) if hasattr(record, "id")]
    assert sum(identity.encode() in out for identity in ids) >= min(kept, len(ids))


@pytest.mark.parametrize(("name", "what"), EVERY)
def test_hostile_words_break_no_format(name, what):
    out = written(name, hostile_edition(HOSTILE), what)
    assert b"\x00" not in out or name == "parquet"
    if name in TABLES:
        for row in csv.reader(io.StringIO(out.decode(), newline="")):
            assert not any(cell.lstrip().startswith(("=", "@", "+")) for cell in row)
            assert "\u202e" not in "".join(row)
    if name in {"polecat", "gdelt"}:
        width = len(POLECAT if name == "polecat" else GDELT)
        assert {len(line.split("\t")) for line in out.decode().removesuffix("\n").split("\n")} == {width}
    if name == "kml":
        etree.fromstring(out)
    if name in {"geojson", "timemap", "stix"}:
        json.loads(out)
    if name == "jsonl":
        assert all(json.loads(line) for line in out.decode().removesuffix("\n").split("\n") if line)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_words_keep_every_table_a_table(words):
    edition = hostile_edition(words or "x")
    for name, what in EVERY:
        if name in {"csv", "hxl"}:
            read = list(csv.reader(io.StringIO(text(name, edition, what), newline="")))
            assert len({len(row) for row in read}) == 1
        if name in {"polecat", "gdelt"}:
            lines = text(name, edition, what).removesuffix("\n").split("\n")
            assert len({len(line.split("\t")) for line in lines}) == 1
        if name == "kml":
            etree.fromstring(written(name, edition, what))


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(InputError, match=r"no exporter 'xlsx'; known: acled, csv"):
        exported("xlsx", editions.edition())


def test_a_kind_that_a_format_cannot_hold_is_refused_with_those_it_can():
    with pytest.raises(InputError, match="acled cannot hold claims; it writes incidents"):
        exported("acled", editions.edition(), "claims")


def test_lines_are_records_again():
    edition = editions.edition()
    for what in find_exporters()["jsonl"].WHAT:
        for line, record in zip(
            text("jsonl", edition, what).splitlines(), records_of(edition, what), strict=True
        ):
            assert type(record).model_validate(json.loads(line)) == record


def test_a_row_of_a_claim_holds_who_what_where_when_and_the_words():
    [row, *_] = rows("csv")
    assert tuple(row) == tuple(find_tables()["claims"].COLUMNS)
    expected = {
        "claim_id": "kadra-1-c1", "publisher": "Kadra Post", "published": "2021-03-05", "claimer": "military sources",
        "claimer_type": "anonymous", "root": "ASSAULT", "actor": "the Kadra Front", "place": "Norhaven", "latitude": "12.05",
        "date_from": "2021-03-01", "counts": "true",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert factory.TEXT[int(row["char_start"]) : int(row["char_end"])] == row["quote"]


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "\u200e=1"]
)
def test_words_are_no_formulas(words):
    [row, *_] = rows("csv", editions.edition(reports=(factory.report(source=words),)))
    assert row["publisher"] == f"'{words.removeprefix(chr(0x200E))}"


def test_numbers_stay_numbers():
    claim = factory.claim(event=factory.event(places=(factory.place(lat=-12.5, lon=-30.0),)))
    [row] = rows("csv", editions.edition(claims=(claim,)))
    assert (row["latitude"], row["longitude"]) == ("-12.5", "-30.0")


@pytest.mark.parametrize("what", ["claims", "incidents", "movements", "control", "findings", "alerts"])
def test_pandas_reads_every_table_with_its_columns_and_types(what):
    columns = find_tables()[what].COLUMNS
    frame = pd.read_csv(io.BytesIO(written("csv", what=what)))
    assert list(frame.columns) == list(columns)
    for name, kind in columns.items():
        if kind in {"whole", "number"}:
            assert pd.api.types.is_numeric_dtype(frame[name]), name
        if kind == "day" and frame[name].notna().any():
            assert pd.to_datetime(frame[name]).notna().any()


@pytest.mark.parametrize("what", ["claims", "incidents", "movements", "control", "findings", "alerts"])
def test_parquet_holds_the_same_as_the_table_with_types(what):
    frame = pd.read_parquet(io.BytesIO(written("parquet", what=what)))
    plain = rows("csv", what=what)
    assert list(frame.columns) == list(plain[0])
    assert len(frame) == len(plain)
    for name, kind in find_tables()[what].COLUMNS.items():
        value = frame[name].iloc[0]
        if kind == "day" and plain[0][name]:
            assert isinstance(value, date)
            assert value.isoformat() == plain[0][name]
        if kind == "whole" and plain[0][name]:
            assert int(value) == int(plain[0][name])


def test_acled_has_its_31_columns_and_ids_that_nobody_takes_for_theirs():
    frame = pd.read_csv(io.BytesIO(written("acled")))
    assert tuple(frame.columns) == ACLED
    assert len(ACLED) == 31
    [row] = frame.to_dict("records")
    assert row["event_id_cnty"] == "HUDNA-i-1"
    assert (row["event_type"], row["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (row["country"], row["region"], row["iso"]) == ("Libya", "Northern Africa", 434)
    assert (row["fatalities"], row["geo_precision"], row["time_precision"]) == (3, 1, 1)
    assert row["civilian_targeting"] == "Civilian targeting"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"counts": False, "status": "planned"}, "not told as having happened"),
        ({"third_party": True}, "an act of a third party"),
        ({"occurred": None}, "no day is known"),
        ({"place": None}, "no place is known"),
        ({"root": "MOBILIZE", "mode": "troops"}, "a move of forces below the threshold"),
        ({"root": "REQUEST", "mode": "yield"}, "talks and statements are no event type there"),
    ],
)
def test_acled_leaves_out_what_it_has_no_place_for_and_says_so(fields, why):
    edition = editions.edition(editions.incident(**fields))
    assert dict(left_out("acled", edition)) == {why: 1}
    assert rows("acled", edition) == []


def test_ucdp_has_its_49_columns():
    frame = pd.read_csv(io.BytesIO(written("ucdp")))
    assert tuple(frame.columns) == UCDP
    assert len(UCDP) == 49
    [row] = frame.to_dict("records")
    assert (row["id"], row["type_of_violence"], row["side_b"]) == ("HUDNA-i-1", 3, "Civilians")
    assert (row["best"], row["deaths_civilians"], row["where_prec"], row["date_prec"]) == (3, 3, 1, 1)
    assert (row["country_id"], row["priogrid_gid"], row["region"]) == (620, 204 * 720 + 421, "Africa")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"status": "alleged"}, "not told as a fact"),
        ({"fatalities": Toll()}, "no death is told of"),
        ({"fatalities": Toll(low=1)}, "deaths are told of without an estimate"),
        ({"root": "MOBILIZE", "mode": "troops"}, "no use of armed force"),
    ],
)
def test_ucdp_takes_only_deaths_that_are_told_as_facts_with_an_estimate(fields, why):
    assert dict(left_out("ucdp", editions.edition(editions.incident(**fields)))) == {why: 1}


def test_tolls_that_contradict_each_other_keep_their_range_without_a_best_figure():
    [row] = rows("ucdp", editions.edition(editions.incident(fatalities=Toll(low=3, high=12))))
    assert (row["low"], row["best"], row["high"]) == ("3", "", "12")


def test_a_fight_of_two_armed_sides_is_no_violence_against_civilians():
    [row] = rows("ucdp", editions.edition(editions.incident(recipients=(editions.ARMY,))))
    assert (row["type_of_violence"], row["deaths_unknown"]) == ("2", "3")


def test_polecat_has_exactly_40_columns_and_says_none_for_what_is_not_known():
    header, row = [line.split("\t") for line in text("polecat").removesuffix("\n").split("\n")]
    assert tuple(header) == POLECAT
    assert len(header) == len(row) == 40
    found = dict(zip(header, row, strict=True))
    assert (found["Event Type"], found["Intensity"], found["Quad Code"]) == ("ASSAULT", "-9.5", "4")
    assert (found["Recipient Name"], found["Country"]) == ("None", "Libya")


def test_gdelt_has_61_columns_without_a_header():
    frame = pd.read_csv(
        io.BytesIO(written("gdelt")), sep="\t", header=None, names=GDELT, dtype={"EventCode": str}
    )
    assert len(GDELT) == 61
    [row] = frame.to_dict("records")
    assert (row["EventCode"], row["QuadClass"], row["SQLDATE"]) == ("194", 4, 20210301)
    assert row["ActionGeo_CountryCode"] == "LY"


@pytest.mark.parametrize("what", find_exporters()["geojson"].WHAT)
def test_geojson_is_valid(what):
    found = geojson.loads(text("geojson", what=what))
    assert found.is_valid, found.errors()
    for feature in found.features:
        assert feature.geometry is None or feature.geometry.is_valid


def test_a_vague_region_is_a_circle_and_never_a_pin():
    edition = editions.edition(editions.incident(place=editions.REGION))
    [feature] = json.loads(text("geojson", edition, "incidents"))["features"]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["radius_km"] == 200


def test_a_country_has_no_shape_and_keeps_its_feature():
    land = editions.REGION.model_copy(update={"precision": "country"})
    [feature] = json.loads(text("geojson", editions.edition(editions.incident(place=land)), "incidents"))[
        "features"
    ]
    assert feature["geometry"] is None


def test_a_movement_is_a_line():
    [feature] = json.loads(text("geojson", what="movements"))["features"]
    assert feature["geometry"] == {"type": "LineString", "coordinates": [[30.05, 12.05], [30.0, 13.0]]}


def test_stix_is_a_bundle_that_its_library_takes_and_calls_nobody_a_threat():
    bundle = stix2.parse(text("stix"), allow_custom=False)
    kinds = {one["type"] for one in bundle.objects}
    assert kinds == {"identity", "incident", "location", "opinion", "report", "marking-definition"}
    assert not kinds & {"threat-actor", "intrusion-set"}
    [place] = [one for one in bundle.objects if one["type"] == "location"]
    assert place.precision == 5000


def test_kml_is_well_formed_with_longitude_first():
    root = etree.fromstring(written("kml", what="incidents"))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    assert root.xpath("string(//k:Point/k:coordinates)", namespaces=space) == "30.05,12.05"
    assert root.xpath("string(//k:TimeSpan/k:begin)", namespaces=space) == "2021-03-01"
    assert root.xpath("count(//k:Placemark)", namespaces=space) == 1


def test_timemap_leaves_out_what_has_no_pin():
    edition = editions.edition(editions.incident(), editions.incident(id="i-2", place=editions.REGION))
    content = json.loads(text("timemap", edition))
    assert [event["id"] for event in content["events"]] == ["i-1"]
    assert dict(left_out("timemap", edition)) == {"the place is too vague for a pin": 1}
    assert content["sources"]["kadra-1"]["author"] == "Kadra Post"


def test_hxl_has_a_row_of_tags_under_the_header():
    header, tags, *found = list(csv.reader(io.StringIO(text("hxl"), newline="")))
    assert len(header) == len(tags) == len(found[0])
    assert all(tag.startswith("#") for tag in tags)
    assert dict(zip(header, tags, strict=True))["fatalities_best"] == "#affected+killed"
