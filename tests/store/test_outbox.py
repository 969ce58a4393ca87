"""The outbox: queued once, leased to one sender, tried again with patience, never changed."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from hudna.store import open_store
from hudna.store.alert_tables import GROWING
from hudna.store.alerts import using_alerts
from hudna.store.outbox import LEASE, TRIES, Outbox, wait_after

NOW = datetime(2031, 3, 10, 12, 0, tzinfo=UTC)
DESK = frozenset({"desk"})


@pytest.fixture
def path(tmp_path):
    open_store(tmp_path / "x.db", create=True).close()
    return tmp_path / "x.db"


@pytest.fixture
def outbox(path):
    with using_alerts(path) as log:
        yield Outbox(log)


def put(outbox, key="k1", chain="c1", **fields):
    return outbox.put(
        **{"key": key, "channel": "desk", "chain": chain, "alert": "a-1", "body": "{}", "at": NOW, **fields}
    )


def later(seconds):
    return NOW + timedelta(seconds=seconds)


def states(outbox):
    return {one.key: one.state for one in outbox.messages()}


def test_a_key_is_queued_once(outbox):
    assert put(outbox)
    assert not put(outbox)
    assert states(outbox) == {"k1": "waiting"}


def test_of_two_senders_one_gets_it(outbox):
    put(outbox)
    lease = outbox.lease("one", NOW, DESK)
    assert lease.message.key == "k1"
    assert outbox.lease("two", NOW, DESK) is None
    assert states(outbox) == {"k1": "leased"}


def test_what_was_sent_is_not_sent_again(outbox):
    put(outbox)
    outbox.close(outbox.lease("one", NOW, DESK), "sent", "one", NOW, detail="answered 204")
    assert outbox.lease("one", later(10**6), DESK) is None
    [message] = outbox.messages()
    assert (message.state, message.tries, message.detail) == ("sent", 1, "answered 204")


def test_a_sender_that_was_killed_leaves_a_lease_that_runs_out(outbox):
    put(outbox)
    first = outbox.lease("killed", NOW, DESK)
    assert outbox.lease("other", NOW + LEASE - timedelta(seconds=1), DESK) is None
    second = outbox.lease("other", NOW + LEASE, DESK)
    assert second.message.key == first.message.key
    assert outbox.close(second, "sent", "other", NOW + LEASE, detail="ok")
    assert not outbox.close(first, "failed", "killed", NOW + LEASE, detail="came to life too late")
    assert states(outbox) == {"k1": "sent"}


def test_a_failure_is_due_again_after_its_wait(outbox):
    put(outbox)
    outbox.close(outbox.lease("one", NOW, DESK), "failed", "one", NOW, detail="answered 500", wait=60)
    assert outbox.lease("one", later(59), DESK) is None
    assert outbox.messages()[0].detail == "answered 500"
    assert outbox.lease("one", later(60), DESK).message.tries == 1


def test_what_was_given_up_is_seen_and_tried_again_only_when_asked(outbox):
    put(outbox)
    outbox.close(outbox.lease("one", NOW, DESK), "given up", "one", NOW, detail="answered 404")
    assert states(outbox) == {"k1": "given up"}
    assert outbox.lease("one", later(10**6), DESK) is None
    assert outbox.try_again("one", later(1)) == 1
    assert outbox.lease("one", later(2), DESK).message.tries == 0


def test_of_one_chain_only_the_newest_goes_out(outbox):
    put(outbox, "exercise")
    put(outbox, "actual")
    put(outbox, "other", chain="c2")
    assert outbox.lease("one", NOW, DESK).message.key == "actual"
    assert states(outbox) == {"exercise": "superseded", "actual": "leased", "other": "waiting"}
    assert outbox.lease("one", NOW, DESK).message.key == "other"


def test_what_is_under_way_is_waited_for(outbox):
    put(outbox, "first")
    outbox.lease("one", NOW, DESK)
    put(outbox, "second")
    assert outbox.lease("two", NOW, DESK) is None
    assert outbox.lease("two", NOW + LEASE, DESK).message.key == "second"


def test_an_end_of_which_no_beginning_was_told_is_told_to_nobody(outbox):
    put(outbox, "begin")
    outbox.close(outbox.lease("one", NOW, DESK), "given up", "one", NOW, detail="answered 404")
    put(outbox, "end", ends=True)
    assert outbox.lease("one", NOW, DESK) is None
    assert states(outbox)["end"] == "superseded"


@pytest.mark.parametrize("outcome", ["sent", None], ids=["sent", "killed-underway"])
def test_an_end_is_told_where_the_beginning_was_or_may_have_been(outbox, outcome):
    put(outbox, "begin")
    lease = outbox.lease("one", NOW, DESK)
    if outcome:
        outbox.close(lease, outcome, "one", NOW, detail="")
    put(outbox, "end", ends=True)
    assert outbox.lease("two", NOW + LEASE, DESK).message.key == "end"


def test_only_the_channels_that_are_named_are_served(outbox):
    put(outbox, channel="mail")
    assert outbox.lease("one", NOW, DESK) is None


def test_waits_double_spread_out_and_end():
    waits = [wait_after(tries, "k1") for tries in range(1, TRIES + 1)]
    assert 60 <= waits[0] <= 75
    assert waits == sorted(waits)
    assert waits[-1] <= 6 * 3600
    assert wait_after(1, "k1") != wait_after(1, "k2")


def test_rows_are_only_added(path, outbox):
    put(outbox)
    outbox.lease("one", NOW, DESK)
    with sqlite3.connect(path) as connection:
        for table in GROWING:
            if connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]:
                for statement in (f"DELETE FROM {table.name}", f"UPDATE {table.name} SET seq = seq + 1000"):
                    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                        connection.execute(statement)
