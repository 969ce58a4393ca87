"""The figures of the R package surveillance 1.20.3 (tools/surveillance_figures.R)."""

import json
import math
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest

from hudna.warn.detectors.detection import along
from hudna.warn.detectors.ears import ears_c1, ears_c2, ears_c3
from hudna.warn.detectors.farrington import Design, farrington

FIGURES = json.loads((Path(__file__).parent / "figures" / "surveillance.json").read_text())


def judged(detector, series):
    """The detector's answers for the weeks that R was asked of."""
    first = series["first"] - 1
    return along(detector, series["counts"], first=first)[first:]


def farrington_of(**options):
    return lambda counts: farrington(counts, fewest=0, **options)


@pytest.fixture(params=sorted(FIGURES))
def series(request):
    return FIGURES[request.param]


@pytest.mark.parametrize(("method", "detector"), [("c1", ears_c1), ("c2", ears_c2)])
def test_the_bounds_of_ears_are_those_of_r(series, method, detector):
    weeks = judged(detector, series)
    assert [week.upper for week in weeks] == pytest.approx(series[method], abs=1e-6)
    assert [week.alarm for week in weeks] == [week.seen > upper for week, upper in zip(weeks, series[method], strict=True)]  # fmt: skip


def test_c3_adds_this_week_to_what_r_adds_of_the_two_before(series):
    bound = NormalDist().inv_cdf(0.975)
    counts, first = series["counts"], series["first"] - 1
    weeks = zip(judged(ears_c3, series), judged(ears_c2, series), series["c3"], strict=True)
    for number, (three, one, upper) in enumerate(weeks):
        baseline = counts[first + number - 9 : first + number - 2]
        if upper == 0 or np.std(baseline) == 0:  # R cuts its bound off at nought; a flat past has no spread
            continue
        before = bound - (upper - three.seen) / np.std(baseline, ddof=1)
        assert three.statistic == pytest.approx(before + max(0.0, one.statistic - 1.0), abs=1e-5)


def test_the_delta_bound_with_a_trend_where_it_is_sure_is_that_of_r(series):
    weeks = judged(farrington_of(design=Design(reweight_above=math.inf)), series)
    assert [week.upper for week in weeks] == pytest.approx(series["delta"]["upper"], abs=1e-3)
    assert [week.expected for week in weeks] == pytest.approx(series["delta"]["expected"], abs=1e-5)


def test_reweighting_gives_the_rates_of_r(series):
    """R takes the error of its bound from weights that it has overwritten; its rates are unharmed."""
    weeks = judged(farrington_of(design=Design(trend=False)), series)
    assert [week.expected for week in weeks] == pytest.approx(
        series["delta_reweighted"]["expected"], abs=1e-4
    )


def test_the_negative_binomial_bound_is_that_of_r(series):
    always = Design(trend_level=math.inf)
    weeks = judged(farrington_of(design=always, bound="negative-binomial"), series)
    assert [week.upper for week in weeks] == series["negative_binomial"]["upper"]


def test_some_weeks_of_the_figures_raise_an_alarm_and_most_do_not():
    weeks = [week.alarm for series in FIGURES.values() for week in judged(farrington_of(), series)]
    assert 2 <= sum(weeks) <= len(weeks) / 4
