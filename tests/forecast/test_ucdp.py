"""UCDP files as people download them, and as they should not be."""

from datetime import date

import pytest

from forecast.factory import HEADER, ged_lines
from hudna.errors import InputError
from hudna.forecast.events import Violence, cell_centre, grid_cell
from hudna.forecast.ucdp import read_ged


def test_a_row_becomes_an_event():
    [event] = read_ged(ged_lines([{"best": "12", "type_of_violence": "3"}]), "ged.csv").events
    assert (event.start, event.end) == (date(2020, 3, 1), date(2020, 3, 2))
    assert (event.deaths, event.violence, event.admin1) == (12, Violence.ONE_SIDED, "North")
    assert event.cell == grid_cell(12.05, 30.05)


def test_a_file_with_other_columns_is_refused_with_their_names():
    lines = [HEADER.replace("best", "fatalities").replace("country,", "") + "\n", "x\n"]
    with pytest.raises(InputError, match=r"acled\.csv: no UCDP event file: columns country, best missing"):
        read_ged(lines, "acled.csv")


def test_an_empty_file_is_refused():
    with pytest.raises(InputError, match="columns id, type_of_violence"):
        read_ged([], "ged.csv")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"best": "many"}, "best 'many' is no number"),
        ({"best": "-1"}, "best '-1' is no number of deaths"),
        ({"date_end": "31/05/2020"}, "date_end '31/05/2020' is no day; 2024-05-31 would be right"),
        ({"date_end": "2020-02-01"}, "date_end 2020-02-01 lies before date_start 2020-03-01"),
        ({"latitude": "120"}, "latitude '120' is no angle"),
        ({"longitude": "nan"}, "longitude 'nan' is no angle"),
        ({"best": "inf"}, "best 'inf' is no number of deaths"),
        ({"type_of_violence": "9"}, "type_of_violence '9' is unknown"),
        ({"country": ""}, "country is empty"),
    ],
)
def test_a_row_that_cannot_be_read_costs_one_issue(row, reason):
    table = read_ged(ged_lines([row, {"id": "2"}]), "ged.csv")
    assert [event.id for event in table.events] == ["2"]
    [issue] = table.issues
    assert issue.input == "ged.csv:2"
    assert reason in issue.reason


def test_a_short_row_and_a_byte_order_mark_are_survived():
    lines = ged_lines([{}])
    table = read_ged(["\ufeff" + lines[0], "5,1,Kadra\n", lines[1]], "ged.csv")
    assert len(table.events) == 1
    assert len(table.issues) == 1


@pytest.mark.parametrize(
    ("precision", "district", "cell"),
    [("1", True, True), ("4", True, False), ("5", False, False), ("6", False, False)],
)
def test_a_vague_place_is_in_no_district_and_no_cell(precision, district, cell):
    [event] = read_ged(ged_lines([{"where_prec": precision}]), "ged.csv").events
    assert (event.admin1 is not None) == district
    assert (event.cell is not None) == cell


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [
        (-90, -180, 1),
        (-89.75, -179.25, 2),
        (-89.5, -180, 721),
        (90, 180, 259_200),
        (5.399784, 26.486881, 137_213),  # as UCDP GED 23.1 has it
        (4.366667, 18.583333, 135_758),
    ],
)
def test_the_cells_are_those_of_prio_grid(lat, lon, cell):
    assert grid_cell(lat, lon) == cell
    centre = cell_centre(cell)
    assert abs(centre[0] - lat) <= 0.25 + 1e-9
    assert abs(centre[1] - lon) <= 0.25 + 1e-9


def test_a_point_off_the_earth_has_no_cell():
    with pytest.raises(ValueError, match="no point on Earth"):
        grid_cell(91, 0)
