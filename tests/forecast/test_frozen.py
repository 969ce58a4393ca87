"""Frozen forecasts: the same again, unnoticed by nobody, and scored when what came is known."""

import json

import numpy as np
import pytest

from forecast.factory import made_panel
from hudna.errors import InputError
from hudna.forecast.frozen import freeze, line_of, open_frozen
from hudna.forecast.judge import judge, match
from hudna.forecast.make import forecast
from hudna.forecast.panel import Panel
from hudna.forecast.reliability import ranks, reliability
from hudna.forecast.skill import score_cases, skill, summarise
from hudna.model.forecast import Input

PANEL = made_panel(units=6)
KNOWN = PANEL.until(PANEL.last - 4)
FILE = Input(name="ged.csv", sha256="0" * 64, events=10)


def frozen(models=("hurdle", "conflictology-12"), known=KNOWN):
    made = [one for name in models for one in forecast(known, name, (1, 2, 3), level="country")]
    return freeze(
        made, known, level="country", violence="state-based", inputs=[FILE], versions={"hudna": "1"}
    )


def test_the_same_input_gives_the_same_bytes():
    assert frozen() == frozen()


def test_what_is_read_back_is_what_was_frozen():
    lines = frozen()
    opened = open_frozen(lines, "f.jsonl")
    assert [line_of(one) for one in opened.forecasts] == lines[1:]
    assert opened.header.forecasts == 2 * 3 * 6
    assert opened.header.inputs == (FILE,)
    assert opened.header.as_of == opened.forecasts[0].as_of


def test_another_history_has_another_hash():
    deaths = KNOWN.deaths.copy()
    deaths[0, 3] += 1
    first, second = (
        json.loads(frozen(known=one)[0]) for one in (KNOWN, Panel(KNOWN.units, KNOWN.first, deaths))
    )
    assert first["history"] != second["history"]
    assert first["sha256"] != second["sha256"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:-1],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [lines[0], lines[1].replace('"draws":[', '"draws":[9,'), *lines[2:]],
    ],
    ids=["a line gone", "a line more", "a draw more"],
)
def test_a_change_after_freezing_is_noticed(spoil):
    with pytest.raises(InputError, match=r"f\.jsonl: changed after it was frozen"):
        open_frozen(spoil(frozen()), "f.jsonl")


def test_what_is_no_frozen_forecast_is_refused():
    with pytest.raises(InputError, match="empty"):
        open_frozen([], "f.jsonl")
    with pytest.raises(InputError, match=r"f\.jsonl:1: no Frozen: "):
        open_frozen(['{"unit": "Kadra"}'], "f.jsonl")


def test_months_that_are_not_in_yet_are_pending_and_no_noughts():
    opened = open_frozen(frozen(), "f.jsonl")
    verdict = judge(opened.forecasts, PANEL.until(KNOWN.last + 1))
    assert verdict.pending == 2 * 2 * 6
    assert [one.summary.cases for one in verdict.judged] == [6, 6]
    with pytest.raises(InputError):
        PANEL.until(PANEL.last + 1)


def test_a_unit_without_events_had_no_deaths():
    opened = open_frozen(frozen(("conflictology-12",)), "f.jsonl")
    few = Panel(PANEL.units[:1], PANEL.first, PANEL.deaths[:1])
    found = match(opened.forecasts, few)
    assert found.truth.size == 18
    assert {unit for unit, came in zip(found.units, found.truth, strict=True) if came > 0} <= {PANEL.units[0]}


def test_each_model_is_held_against_conflictology():
    verdict = judge(open_frozen(frozen(), "f.jsonl").forecasts, PANEL)
    ours, base = verdict.judged
    assert ours.against == "conflictology-12"
    assert ours.log_skill.value == pytest.approx(1 - ours.summary.log_crps / base.summary.log_crps)
    assert base.against is None
    assert base.log_skill is None


def test_skill_is_unsure_where_one_unit_decides():
    ours, theirs = np.array([1.0, 1.0, 1.0, 50.0]), np.array([2.0, 2.0, 2.0, 20.0])
    found = skill(ours, theirs, ["a", "b", "c", "war"])
    assert found.value == pytest.approx(1 - 53 / 26)
    assert found.low < 0 < found.high
    assert skill(ours, np.zeros(4), ["a", "b", "c", "d"]) is None
    assert skill(ours, theirs, ["a", "b", "c", "war"]) == found


def test_blocks_change_no_score():
    draws = np.random.default_rng(1).poisson(3, (5000, 20)).astype(float)
    truth = np.random.default_rng(2).poisson(3, 5000).astype(float)
    whole = score_cases(draws, truth)
    part = score_cases(draws[3990:4010], truth[3990:4010])
    assert np.allclose(whole.crps[3990:4010], part.crps)
    assert summarise(whole).cases == 5000


def test_coverage_of_violence_without_violence_is_none():
    assert summarise(score_cases(np.zeros((3, 5)), np.zeros(3))).covered_violent is None


def test_chances_that_come_true_lie_on_the_diagonal():
    chance = np.random.default_rng(1)
    rate = chance.gamma(0.5, 4, 6000)
    draws = chance.poisson(rate[:, None], (6000, 200)).astype(float)
    truth = chance.poisson(rate).astype(float)
    line = reliability("m", "any deaths", draws, truth)
    assert sum(line.cases) == 6000
    assert all(
        abs(f - o) < 0.06 for f, o, n in zip(line.forecast, line.observed, line.cases, strict=True) if n > 100
    )
    places = ranks("m", draws, truth)
    assert sum(places.shares) == pytest.approx(1)
    assert all(abs(share - 0.1) < 0.03 for share in places.shares)
    assert ranks("m", draws, np.zeros(6000)) is None


def test_forecasts_too_low_fill_the_last_tenth():
    places = ranks("m", np.ones((50, 10)), np.full(50, 99.0))
    assert places.shares[-1] == 1
