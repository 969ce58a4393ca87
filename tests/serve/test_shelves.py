"""Days are made ready when they are first asked for, kept, and made anew when the store has grown."""

from datetime import date

import pytest
from sqlalchemy import func, select

from hudna.cli.serve import shelve_day
from hudna.errors import InputError
from hudna.serve import Options
from hudna.serve.shelves import Room
from hudna.shelving import Order, shelve
from hudna.store import open_store
from hudna.store import shown_tables as shown
from hudna.store.shelves import KEPT, find_shelf
from hudna.store.shown_tables import SHOWN
from serve.kadra import add, client, coded

API = "/api/v1"


@pytest.fixture
def opened(store):
    held = open_store(store)
    yield held
    held.close()


def test_a_day_is_made_once_for_all_who_ask(store, opened):
    browser = client(store)
    for _ in range(3):
        browser.get(f"{API}/postures?as_of=2021-03-04")
    with opened.connection() as connection:
        assert connection.scalar(select(func.count()).select_from(shown.shelf)) == 1


def test_a_day_made_beforehand_is_not_made_again(store, opened):
    assert shelve_day(store, date(2021, 3, 4), public=False) == 0
    room = Room(Options(store), opened)
    order = room.order(date(2021, 3, 4))
    ready, state = room.ready(order)
    assert (ready.as_of, ready.state) == (date(2021, 3, 4), state)
    with opened.connection() as connection:
        assert find_shelf(connection, date(2021, 3, 4), public=False, whole=True).id == ready.id == 1


def test_the_oldest_shelf_goes_when_there_are_too_many(store, opened):
    for number in range(KEPT + 2):
        shelve(
            opened,
            store,
            Order(date(2021, 3, 1 + number % 7), public=bool(number // 7), whole=True, past=True),
        )
    with opened.connection() as connection:
        assert connection.scalar(select(func.count()).select_from(shown.shelf)) == KEPT
        held = set(connection.execute(select(shown.shown_incident.c.shelf).distinct()).scalars()) - {0}
        assert held <= set(connection.execute(select(shown.shelf.c.id)).scalars())


def test_a_store_too_large_for_the_server_is_made_ready_beside_it(store, opened, monkeypatch):
    started = []
    monkeypatch.setattr("hudna.serve.shelves.PROMPT_CLAIMS", 1)
    monkeypatch.setattr(
        "hudna.serve.shelves.subprocess.Popen", lambda command: started.append(command) or _Running()
    )
    browser = client(store)
    waiting = browser.get(f"{API}/findings")
    assert waiting.status_code == 503
    assert int(waiting.headers["retry-after"]) > 0
    assert browser.get(f"{API}/findings").status_code == 503
    # What linking keeps in step is shown meanwhile, and the page says that the rest is coming.
    assert browser.get(f"{API}/incidents").json()["coverage"]["total"] == 6
    assert len(browser.get(f"{API}/map").json()["features"]) == 6
    told = browser.get(f"{API}/meta").json()
    assert (told["stale"], told["made"], told["incidents"], told["claims"]) == (True, None, 6, 7)
    # A past day has rows of its own, which must be made.
    assert browser.get(f"{API}/incidents?as_of=2021-03-04").status_code == 503
    assert [command[2:6] for command in started] == [["hudna", "shelve", "--store", str(store)]] * 2
    assert started[1][6:] == ["--as-of", "2021-03-04"]
    shelve_day(store, None, public=False)
    assert browser.get(f"{API}/incidents").json()["coverage"]["total"] == 6
    add(opened, [coded(8, date(2021, 3, 7), "entered", "Sudbury", root="MOBILIZE", mode="troops")])
    # Incidents are those of now; what follows from them is marked as older until it is ready.
    assert browser.get(f"{API}/incidents").json()["coverage"]["total"] == 7
    assert browser.get(f"{API}/meta").json()["stale"] is True


class _Running:
    def poll(self):
        return None


def test_everything_shown_is_made_again_from_what_is_kept(store, opened):
    before = _shown(opened)
    with opened.linkage(writing=True) as linkage:
        linkage.clear()
    assert not any(_shown(opened).values())
    add(opened, [])
    assert _shown(opened) == before


def _shown(opened):
    with opened.connection() as connection:
        tables = [table for table in SHOWN if table.name not in {"shelf", "shown_record"}]
        return {table.name: sorted(map(str, connection.execute(select(table)).all())) for table in tables}


def test_a_day_that_is_no_store_is_refused(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        shelve_day(tmp_path / "none.db", None, public=False)


def test_a_new_server_makes_its_day_before_anybody_asks(store, opened):
    with client(store) as browser:
        browser.app.state.warmed.join()
        with opened.connection() as connection:
            assert connection.scalar(select(func.count()).select_from(shown.shelf)) == 1
