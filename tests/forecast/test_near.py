"""Who lies next to whom."""

import pytest

from forecast.factory import event
from hudna.forecast.events import grid_cell
from hudna.forecast.near import neighbours


def test_countries_touch_by_land():
    assert neighbours(("Chad", "Libya", "Peru"), "country", []) == ((1,), (0,), ())


def test_cells_touch_at_sides_and_corners_and_across_the_date_line():
    cells = [
        grid_cell(10.1, 20.1),
        grid_cell(10.6, 20.6),
        grid_cell(10.1, 21.1),
        grid_cell(0, 179.9),
        grid_cell(0, -179.9),
    ]
    units = tuple(str(cell) for cell in cells)
    assert neighbours(units, "grid", []) == ((1,), (0, 2), (1,), (4,), (3,))


@pytest.mark.parametrize("corner", [grid_cell(-90, -180), grid_cell(90, 180)])
def test_the_poles_have_neighbours_too(corner):
    others = (corner - 720, corner + 720)
    units = tuple(str(cell) for cell in (corner, *others) if 1 <= cell <= 259_200)
    assert neighbours(units, "grid", [])[0] == (1,)


def test_divisions_lie_near_by_where_their_events_are():
    events = [event(lat=10.0 + place, lon=20.0, admin1=f"D{place}") for place in range(7)]
    units = tuple(f"Kadra / D{place}" for place in range(7))
    near = neighbours(units, "admin1", events)
    assert set(near[0]) == {1, 2, 3, 4}
    assert set(near[3]) == {1, 2, 4, 5}
    assert neighbours((*units, "Kadra / unseen"), "admin1", events)[7] == ()
