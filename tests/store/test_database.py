"""A store only grows, knows what it holds, and notices when somebody changed it."""

import sqlite3
import subprocess
import sys
from datetime import date

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

import factory
from hudna.errors import InputError
from hudna.model.coded import Coded
from hudna.model.report import Issue
from hudna.store import open_store
from hudna.store.engine import _refusal
from hudna.store.proposals import add_looked
from hudna.store.tables import APPEND_ONLY


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "x.db", create=True)
    yield opened
    opened.close()


def add(store, coded, coder="c1", run="r1"):
    return store.add(coded, coder=coder, run=run)


def numbered(number, day=5):
    report = factory.report(id=f"kadra-{number}", published=date(2021, 3, day))
    claims = tuple(factory.claim(report=report.id, id=f"kadra-{number}-c{n}") for n in (1, 2))
    return factory.coded(report, claims=claims)


def test_claims_come_back_as_they_went_in(store):
    coded = factory.coded(claims=(factory.claim(), factory.control_claim(), factory.purpose_claim()))
    assert add(store, coded)
    assert tuple(item.claim for item in store.claims()) == coded.claims
    assert [item.report for item in store.claims()] == [coded.report] * 3
    assert store.claims()[0].passages == ((0, len(factory.TEXT)),)


def test_the_same_report_under_the_same_coder_adds_nothing(store):
    add(store, numbered(1))
    before = store.summary()
    assert not add(store, numbered(1))
    assert store.summary() == before
    assert store.has(numbered(1).report, "c1")
    assert not store.has(numbered(1).report, "c2")


def test_a_new_coder_adds_a_coding_beside_the_old_one(store, tmp_path):
    add(store, numbered(1))
    newer = factory.coded(numbered(1).report, claims=(factory.claim(report="kadra-1", id="new"),))
    assert add(store, newer, coder="c2")
    assert [item.claim.id for item in store.claims()] == ["new"]
    rows = sqlite3.connect(tmp_path / "x.db").execute("SELECT count(*) FROM claim").fetchone()
    assert rows == (3,)


def test_a_corrected_report_is_kept_beside_the_first(store):
    add(store, numbered(1))
    corrected = factory.report(id="kadra-1", text=factory.TEXT + " Corrected.")
    add(store, factory.coded(corrected))
    assert [report.text for report in store.reports()] == [corrected.text]
    assert len(store.claims()) == 1


def test_reports_come_by_day_whatever_order_they_came_in(store):
    for number, day in ((3, 1), (1, 9), (2, 5)):
        add(store, numbered(number, day))
    assert [report.id for report in store.reports()] == ["kadra-3", "kadra-2", "kadra-1"]
    assert [report.id for report in store.reports(date(2021, 3, 5))] == ["kadra-3", "kadra-2"]
    assert {item.report.id for item in store.claims(date(2021, 3, 1))} == {"kadra-3"}


def test_undated_reports_are_left_out_when_a_day_is_asked_for(store):
    add(store, factory.coded(factory.report(published=None)))
    assert len(store.reports()) == 1
    assert not store.reports(date(2021, 3, 5))


def test_a_claim_is_found_by_id_by_its_beginning_and_by_report(store):
    add(store, numbered(1))
    add(store, numbered(2))
    assert [item.claim.id for item in store.find("kadra-2-c1")] == ["kadra-2-c1"]
    assert [item.claim.id for item in store.find("kadra-2")] == ["kadra-2-c1", "kadra-2-c2"]
    assert [item.claim.id for item in store.find("kadra-1-")] == ["kadra-1-c1", "kadra-1-c2"]
    assert store.find("nothing") == []


@pytest.mark.parametrize("table", [table.name for table in APPEND_ONLY])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {}=0"])
def test_rows_can_be_neither_changed_nor_deleted(store, tmp_path, table, change):
    coding = add(store, factory.coded(issues=(Issue(input="x", reason="y"),)))
    store.start("c1")
    store.judge(factory.judgement())
    with store.connection(writing=True) as connection:
        add_looked(connection, "m", {coding: [factory.proposal()]})
    column = "version" if table == "about" else "seq"
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.begin() as connection, pytest.raises(IntegrityError, match="only grows"):
        connection.execute(text(change.format(table, column)))
    engine.dispose()


def test_a_store_as_written_fits_its_chain(store):
    for number in (1, 2, 3):
        add(store, numbered(number))
    assert store.verify() == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE claim SET body = replace(body, 'shelled', 'spared') WHERE id = 'kadra-2-c1'",
        "DELETE FROM claim WHERE id = 'kadra-2-c1'",
        "UPDATE report SET body = replace(body, 'shelled', 'spared') WHERE id = 'kadra-2'",
        "UPDATE coding SET coder = 'c9' WHERE seq = 2",
        "UPDATE claim SET seq = seq + 10 WHERE id = 'kadra-1-c1'",
    ],
)
def test_changes_behind_the_triggers_are_noticed(store, tmp_path, tampering):
    for number in (1, 2, 3):
        add(store, numbered(number))
    raw = sqlite3.connect(tmp_path / "x.db")
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(tampering)
    raw.commit()
    raw.close()
    assert store.verify()


def test_issues_are_those_of_the_last_run_and_of_what_is_read(store):
    for reason in ("first", "second"):
        run = store.start("c1")
        store.add_issue(Issue(input="x.txt", reason=reason), run=run)
    add(store, factory.coded(issues=(Issue(input="kadra-1", reason="kept"),)), run=run)
    assert [issue.reason for issue in store.issues()] == ["second", "kept"]


def test_a_missing_store_is_said_not_made(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        open_store(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_files_that_are_no_store_are_refused(tmp_path):
    (tmp_path / "x.db").write_text("this is no database, only words " * 40)
    with pytest.raises(InputError, match="cannot be used as a store"):
        open_store(tmp_path / "x.db")
    with sqlite3.connect(tmp_path / "y.db") as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()
    with pytest.raises(InputError, match=r"y.db is no store"):
        open_store(tmp_path / "y.db", create=True)
    (tmp_path / "empty.db").touch()
    with pytest.raises(InputError, match="is no store"):
        open_store(tmp_path / "empty.db")
    with pytest.raises(InputError, match="is no folder"):
        open_store(tmp_path / "none" / "z.db", create=True)


KILLED = """
import os, signal, sys
sys.path.insert(0, {tests!r})
import factory
from pathlib import Path
from hudna.store import open_store, rows
store = open_store(Path({path!r}), create=True)
store.add(factory.coded(), coder="c1", run="r1")
first = rows.claim_hash
def killed(previous, *rest):
    if previous != "0" * 64 and killed.seen:
        os.kill(os.getpid(), signal.SIGKILL)
    killed.seen = True
    return first(previous, *rest)
killed.seen = False
rows.claim_hash = killed
many = tuple(factory.claim(report="kadra-2", id=f"kadra-2-c{{n}}") for n in range(5))
store.add(factory.coded(factory.report(id="kadra-2"), claims=many), coder="c1", run="r1")
"""


def test_a_killed_run_leaves_whole_reports_or_none(tmp_path):
    from pathlib import Path

    script = KILLED.format(tests=str(Path(factory.__file__).parent), path=str(tmp_path / "x.db"))
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == -9
    store = open_store(tmp_path / "x.db")
    assert [report.id for report in store.reports()] == ["kadra-1"]
    assert store.verify() == []
    assert add(store, factory.coded(factory.report(id="kadra-2")))
    store.close()


def test_two_runs_at_once_take_turns(tmp_path):
    import threading

    open_store(tmp_path / "x.db", create=True).close()

    def fill(start):
        store = open_store(tmp_path / "x.db")
        for number in range(start, start + 15):
            add(store, numbered(number))
        store.close()

    threads = [threading.Thread(target=fill, args=(start,)) for start in (1, 11, 21)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = open_store(tmp_path / "x.db")
    assert store.summary().reports == 35
    assert store.summary().claims == 70
    assert store.verify() == []
    store.close()


def test_other_databases_get_triggers_of_their_own():
    assert "plpgsql" in " ".join(_refusal("postgresql", "claim", "DELETE"))


def test_a_store_of_another_version_is_refused(store, tmp_path):
    with sqlite3.connect(tmp_path / "x.db") as raw:
        raw.execute("INSERT INTO about VALUES (99)")
    raw.close()
    with pytest.raises(InputError, match="store of version 99"):
        open_store(tmp_path / "x.db")


def test_an_empty_report_is_held_too(store):
    add(store, Coded(factory.report(text="Rain.")))
    assert store.summary().reports == 1
    assert store.has(factory.report(text="Rain."), "c1")
