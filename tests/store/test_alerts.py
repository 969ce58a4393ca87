"""What was decided on which day is remembered, once, and a release is a row of its own."""

import pytest

from hudna.errors import InputError
from hudna.store import open_store
from hudna.store.alerts import using_alerts
from warn import kadra as k

ALERT = k.only(k.alerts([k.incident("fight")]))


@pytest.fixture
def path(tmp_path):
    open_store(tmp_path / "x.db", create=True).close()
    return tmp_path / "x.db"


def test_lines_come_back_as_they_went_in(path):
    with using_alerts(path) as log:
        assert log.last_day() is None
        assert log.record(k.DAY, [ALERT])
    with using_alerts(path) as log:
        assert log.lines() == [ALERT]
        assert log.last_day() == k.DAY


def test_the_same_decision_of_a_day_is_held_once(path):
    with using_alerts(path) as log:
        log.record(k.DAY, [ALERT])
        assert not log.record(k.DAY, [ALERT])


def test_a_day_decided_again_counts_as_decided_last(path):
    with using_alerts(path) as log:
        log.record(k.DAY, [ALERT])
        log.record(k.DAY, [])
        assert log.lines() == []
        assert log.last_day() == k.DAY


def test_only_what_was_decided_up_to_a_day_is_seen(path):
    with using_alerts(path) as log:
        log.record(k.ago(2), [])
        log.record(k.DAY, [ALERT])
        assert log.lines(k.ago(1)) == []
        assert log.lines(k.DAY) == [ALERT]


def test_a_release_is_made_once_and_shown_on_every_line(path):
    with using_alerts(path) as log:
        log.record(k.DAY, [ALERT])
        assert log.release(ALERT.id, author="desk", reason="heard from both sides")
        assert not log.release(ALERT.id, author="other", reason="again")
        assert [one.released_by for one in log.lines()] == ["desk"]
        assert [(one.author, one.reason) for one in log.releases()] == [("desk", "heard from both sides")]


def test_where_there_is_no_store_there_are_no_alerts(tmp_path):
    with pytest.raises(InputError, match="does not exist"), using_alerts(tmp_path / "none.db"):
        pass
