"""The project's replays, from judged claims: everything that is expected of them holds."""

from pathlib import Path

import pytest

from hudna.errors import KnowledgeError
from hudna.evaluate.replay_matching import fits, outcomes
from hudna.evaluate.replay_reading import load_replays, read_replay
from hudna.evaluate.replay_running import Mode, run_replay

REPLAYS = load_replays(Path(__file__).parents[2] / "gold" / "replays")
POINTS = [(replay, point) for replay in REPLAYS for point in replay.expect]


@pytest.mark.parametrize(("replay", "point"), POINTS, ids=[f"{r.id}-{p.as_of}" for r, p in POINTS])
def test_a_replay_gives_what_is_judged(replay, point):
    seen = run_replay(replay, point.as_of, Mode.JUDGED)
    assert [one.line for one in outcomes(point, seen) if not one.holds] == []


@pytest.mark.parametrize("replay", REPLAYS, ids=lambda replay: replay.id)
def test_a_replay_has_ten_reports_in_four_languages(replay):
    assert len(replay.reports) >= 10
    assert {report.language for report in replay.reports} == {"en", "fr", "it", "ar"}


def test_a_replay_is_the_same_in_every_run():
    replay, point = POINTS[1]
    one, other = (run_replay(replay, point.as_of, Mode.JUDGED) for _ in range(2))
    assert one.picture == other.picture
    assert one.review == other.review


def test_an_expectation_of_an_unknown_field_is_refused():
    with pytest.raises(KnowledgeError, match="names 'colour'; known: "):
        fits({"colour": "red"}, {"state": "alert"})


def test_every_fault_of_a_replay_is_named(tmp_path):
    path = tmp_path / "x.yml"
    path.write_text(
        "id: x\nwhat: w\nagreement: libya_2020\nsources: []\nreports:\n- {id: a, source: nobody, published: 2023-01-01, "
        "language: en, text: Rain fell., claims: [{words: Snow fell, root: ASSAULT}]}\nexpect: []\n"
    )
    with pytest.raises(KnowledgeError) as raised:
        read_replay(path)
    assert "a.source: 'nobody' is not listed" in str(raised.value)
    assert "a.1: 'Snow fell' does not stand in the text" in str(raised.value)
    assert "reports: Tuple should have at least 10 items" in str(raised.value)
