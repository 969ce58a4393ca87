"""Events of others come in with their row, their terms and what their codes mean; a wrong value names itself."""

import gzip
import json
import zipfile
from datetime import date

import pytest

from hudna.collect.imports import find_importers, importer_named
from hudna.errors import InputError
from hudna.knowledge.import_rules import load_import_rules
from hudna.model.report import Issue

NEW = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
    "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
    "geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)  # fmt: skip
ROW = {
    "event_id_cnty": "KDR1", "event_date": "2021-03-01", "time_precision": "1", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Kadra Front", "assoc_actor_1": "Hill Guard; Valley Guard", "inter1": "Rebel group",
    "actor2": "Army of Kadra", "inter2": "State forces", "iso": "434", "country": "Libya", "admin1": "Northmark",
    "location": "Norhaven", "latitude": "12.05", "longitude": "30.05", "geo_precision": "1", "fatalities": "4", "notes": 'A "clash".',
}  # fmt: skip
GED = {
    "id": "77", "type_of_violence": "1", "side_a": "Government of Kadra", "side_b": "Kadra Front", "country": "Libya",
    "where_prec": "1", "where_coordinates": "Norhaven", "adm_1": "Northmark", "latitude": "12.05", "longitude": "30.05",
    "date_start": "2021-03-01 00:00:00.000", "date_end": "2021-03-03 00:00:00.000", "best": "5", "high": "9", "low": "3",
}  # fmt: skip


def csv_of(columns, *rows, sign=","):
    def quoted(value):
        return '"' + value.replace('"', '""') + '"' if any(c in value for c in f'{sign}"\n') else value

    return (
        "\r\n".join(
            [sign.join(columns), *(sign.join(quoted(row.get(name, "")) for name in columns) for row in rows)]
        )
        + "\r\n"
    )


def acled(tmp_path, *rows, columns=None, **fields):
    path = tmp_path / "acled.csv"
    path.write_text(csv_of(columns or NEW.split(","), *(rows or ({**ROW, **fields},))), encoding="utf-8")
    return list(importer_named("acled").read(path))


def ged(tmp_path, name="ged241.csv", **fields):
    path = tmp_path / name
    path.write_text(csv_of(GED, {**GED, **fields}), encoding="utf-8")
    return list(importer_named("ucdp").read(path))


def test_every_importer_says_what_it_reads_and_an_unknown_one_lists_them():
    assert set(find_importers()) == {"acled", "boundaries", "ucdp", "views"}
    assert all(one.DESCRIPTION for one in find_importers().values())
    with pytest.raises(InputError, match="no importer 'gdelt'; known: acled, boundaries, ucdp, views"):
        importer_named("gdelt")


def test_an_acled_row_keeps_everything_and_says_whose_it_is(tmp_path):
    [one] = acled(tmp_path)
    incident = one.incident
    assert (one.id, one.row, one.may_be_passed_on) == ("acled:KDR1", 2, False)
    assert "may not be passed on" in one.terms
    assert one.original["notes"] == 'A "clash".'
    assert (incident.root, incident.status, incident.claims) == ("ASSAULT", "reported", ())
    assert [(p.text, p.sector) for p in incident.actors] == [
        ("Kadra Front", "REB"),
        ("Hill Guard", None),
        ("Valley Guard", None),
    ]
    assert incident.recipients[0].sector == "MIL"
    assert (incident.place.name, incident.place.precision, incident.place.country) == (
        "Norhaven",
        "town",
        "LBY",
    )
    assert (incident.occurred.earliest, incident.fatalities.low, incident.fatalities.best) == (
        date(2021, 3, 1),
        4,
        None,
    )


def test_columns_before_2022_are_read_too(tmp_path):
    old = [
        name
        for name in NEW.split(",")
        if name not in {"event_id_cnty", "disorder_type", "civilian_targeting", "tags"}
    ]
    columns = ["data_id", "iso3", *[name for name in old if name != "iso"]]
    row = {**ROW, "data_id": "9", "iso3": "LBY", "event_date": "01 March 2021", "inter1": "2", "inter2": "1"}
    [one] = acled(tmp_path, row, columns=columns)
    assert (one.id, one.incident.place.country, one.incident.actors[0].sector) == ("acled:9", "LBY", "REB")
    assert one.incident.occurred.latest == date(2021, 3, 1)


@pytest.mark.parametrize("sub", [name for name, coded in load_import_rules("acled").events.items() if coded])
def test_every_sub_event_type_has_its_roots(tmp_path, sub):
    found = acled(tmp_path, sub_event_type=sub)
    assert [one.incident.root for one in found] == [
        coded.root for coded in load_import_rules("acled").events[sub]
    ]
    assert {name for one in found for name in one.with_} == (
        {one.id for one in found} if len(found) > 1 else set()
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"fatalities": "many"}, "fatalities 'many' is no number"),
        ({"fatalities": "-1"}, "fatalities '-1' is no count"),
        ({"latitude": "120"}, "latitude '120' is no angle"),
        ({"longitude": ""}, "longitude is empty"),
        ({"event_date": "1/3/21"}, "event_date '1/3/21' is no day"),
        ({"time_precision": "7"}, "time_precision '7' is unknown"),
        ({"geo_precision": "0"}, "geo_precision '0' is unknown"),
        ({"inter1": "Aliens"}, "inter1 'Aliens' is unknown"),
        ({"sub_event_type": "Duel"}, "sub_event_type 'Duel' is unknown"),
        ({"sub_event_type": "Other"}, "the notes must be read by a person"),
        ({"event_id_cnty": ""}, "holds an id"),
    ],
)
def test_a_wrong_value_names_row_and_column_and_costs_one_row(tmp_path, fields, words):
    bad, good = acled(tmp_path, {**ROW, **fields}, ROW)
    assert isinstance(bad, Issue)
    assert bad.input == "acled.csv:2"
    assert words in bad.reason
    assert good.row == 3


@pytest.mark.parametrize(("code", "days"), [("1", 0), ("2", 6), ("3", 30)])
def test_a_vague_day_is_a_span(tmp_path, code, days):
    [one] = acled(tmp_path, time_precision=code)
    assert (one.incident.occurred.latest - one.incident.occurred.earliest).days == days


def test_a_file_of_another_kind_is_refused_with_the_columns_that_are_missing(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no ACLED file: columns event_date, .* missing; it has a, b"):
        list(importer_named("acled").read(path))


def test_ucdp_keeps_three_figures_and_two_days(tmp_path):
    [one] = ged(tmp_path)
    incident = one.incident
    assert (one.id, one.version, one.may_be_passed_on) == ("ucdp:77", None, True)
    assert (incident.fatalities.low, incident.fatalities.best, incident.fatalities.high) == (3, 5, 9)
    assert (incident.occurred.earliest, incident.occurred.latest) == (date(2021, 3, 1), date(2021, 3, 3))


def test_a_candidate_file_carries_its_version_and_numbers_of_data_frames_are_read(tmp_path):
    [one] = ged(tmp_path, "GEDEvent_v24_0_5.csv", type_of_violence="3.0", where_prec="6.0", id="77.0")
    assert (one.id, one.version, one.incident.mode) == ("ucdp:77", "24.0.5", "targeted")
    assert one.incident.place.precision == "country"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"type_of_violence": "4"}, "type_of_violence '4' is unknown"),
        ({"where_prec": "9"}, "where_prec '9' is unknown"),
        ({"date_end": "2021-02-01"}, "lies before date_start"),
        ({"low": "9", "best": "3", "high": "7"}, "low 9, best 3, high 7: low ≤ best ≤ high would be right"),
        ({"best": "2.5"}, "best '2.5' is no count"),
    ],
)
def test_a_wrong_ucdp_value_names_itself(tmp_path, fields, words):
    [issue] = ged(tmp_path, **fields)
    assert words in issue.reason


def test_a_zip_and_a_gzip_are_read_and_semicolons_too(tmp_path):
    text = csv_of(GED, GED, sign=";")
    with gzip.open(tmp_path / "a.csv.gz", "wt", encoding="utf-8") as out:
        out.write(text)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("ged.csv", "\ufeff" + text)
    for name in ("a.csv.gz", "b.zip"):
        assert [one.id for one in importer_named("ucdp").read(tmp_path / name)] == ["ucdp:77"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.zip", b"PK no zip"), ("a.csv.gz", b"\x1f\x8bbroken"), ("a.csv", b"id,\xff\n")]
)
def test_a_broken_file_is_one_sentence(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=name):
        list(importer_named("ucdp").read(tmp_path / name))


def test_views_rows_become_forecasts_apart_from_events(tmp_path):
    path = tmp_path / "views.csv"
    path.write_text(
        "country_id,isoab,month_id,main_mean,main_dich\n40,LBY,541,12.5,0.4\n41,TCD,540,x,0.1\n",
        encoding="utf-8",
    )
    good, bad = importer_named("views").read(path)
    assert good.incident is None
    assert (good.forecast.unit, good.forecast.month, good.forecast.deaths, good.forecast.chance) == (
        "LBY",
        "2025-01",
        12.5,
        0.4,
    )
    assert bad.reason == "main_mean 'x' is no number"


def test_views_json_and_logged_means_and_draws(tmp_path):
    (tmp_path / "v.json").write_text(
        json.dumps({"data": [{"pg_id": 147321, "year": 2025, "month": 2, "main_mean_ln": 0.0}]})
    )
    [one] = importer_named("views").read(tmp_path / "v.json")
    assert (one.forecast.level, one.forecast.month, one.forecast.deaths) == ("grid", "2025-02", 0.0)
    (tmp_path / "d.csv").write_text("country_id,month_id,draw,outcome\n40,541,0,1\n40,541,1,3\n")
    [two] = importer_named("views").read(tmp_path / "d.csv")
    assert (two.forecast.draws, two.forecast.deaths) == ((1.0, 3.0), 2.0)
