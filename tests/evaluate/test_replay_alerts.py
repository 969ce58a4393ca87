"""Alerts on the judged replays hold what gold says of them, and the judging itself can fail."""

from datetime import date
from pathlib import Path

import pytest

import replays
from hudna.evaluate.replay_alerts import Followed, Wanted, follow, judged
from hudna.evaluate.replay_running import Mode
from hudna.knowledge.files import load_list
from hudna.model.assessment import Assessment, Weighed
from warn import kadra as k

WANTED = load_list(Path(__file__).parents[2] / "gold" / "alerts" / "replays.yml", Wanted)


def test_every_replay_is_judged():
    assert {one.replay for one in WANTED} == {path.stem for path in replays.FOLDER.glob("*.yml")}


@pytest.mark.parametrize("wanted", WANTED, ids=lambda one: one.id)
def test_what_alerts_say_in_a_replay(wanted):
    days = list(follow(replays.replay(wanted.replay), Mode.JUDGED))
    assert [one.what for one in judged(wanted, days) if not one.holds] == []


def days(*levels):
    """Days with an alert on the north of that level, or none."""
    alert = k.only(k.alerts([k.incident()]))
    return [
        Followed(
            k.day(on=k.ago(-n)),
            (alert.model_copy(update={"level": level, "as_of": k.ago(-n)}),) if level else (),
        )
        for n, level in enumerate(levels)
    ]


def wanted(**fields):
    return Wanted.model_validate({"replay": "r", "id": "i", **fields})


def holds(given, *levels):
    return [one.holds for one in judged(given, days(*levels))]


def test_a_level_must_be_there_by_its_day():
    by = wanted(expect=[{"area": "north", "level": "elevated", "by": k.ago(-1)}])
    assert holds(by, None, "elevated") == [True]
    assert holds(by, None, "watch", "elevated") == [False]
    assert holds(by, None, "high") == [True]


def test_a_quiet_replay_must_stay_quiet():
    quiet = wanted(most={"level": "watch"})
    assert holds(quiet, "watch", None, "watch") == [True]
    assert holds(quiet, "watch", "elevated") == [False]
    assert holds(wanted(most={"level": "watch", "until": k.ago(0)}), "watch", "elevated") == [True]


def test_a_level_that_came_down_must_stay_down():
    low = wanted(lowered=[{"area": "north", "most": "watch", "after": k.ago(-1)}])
    assert holds(low, "high", "high", "watch") == [True]
    assert holds(low, "high", "watch", "elevated") == [False]


def test_days_are_calendar_days():
    assert days("watch")[0].day.as_of == date(2031, 3, 10)


def test_the_likelier_answer_comes_first():
    shares = (Weighed(id="H1", text="a", prior=0.5, likelihood=0.7, low=0, high=1, words=""),
              Weighed(id="H0", text="b", prior=0.5, likelihood=0.3, low=0, high=1, words=""))  # fmt: skip
    assessment = Assessment(
        id="a", question="q", text="?", as_of=k.DAY, hypotheses=shares, confidence="low", ledger=()
    )
    day = [Followed(k.day(assessments=[assessment]), ())]

    def told(question, *above):
        return [
            one.holds
            for one in judged(wanted(weighs=[{"question": question, "above": above, "on": k.DAY}]), day)
        ]

    assert told("q", "H1", "H0") == [True]
    assert told("q", "H0", "H1") == [False]
    assert told("another", "H1", "H0") == [False]
