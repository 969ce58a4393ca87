"""A frozen forecast and what came: scores for each model, on the months that are in by now.

A month that the truth does not cover yet is pending, never a nought. A unit that the
truth does not hold had no event in a month that it covers: that is a nought, as UCDP
covers the world; for incidents of one's own it is one only where reports were read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hudna.forecast.months import read_month
from hudna.forecast.panel import Panel
from hudna.forecast.skill import Cases, Skill, Summary, score_cases, skill, summarise
from hudna.model.forecast import Forecast

# What models are held against, the first of these that the frozen forecast holds.
BASELINES = ("conflictology-12", "conflictology-24")


@dataclass(frozen=True, slots=True)
class Judged:
    """One model's scores on the cases that are in, and its skill against the baseline."""

    model: str
    summary: Summary
    against: str | None = None
    crps_skill: Skill | None = None
    log_skill: Skill | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All models, and how many forecasts are still pending."""

    judged: tuple[Judged, ...]
    pending: int
    last: int


@dataclass(frozen=True, slots=True)
class Matched:
    """The forecasts of one model that are in, as draws beside what came."""

    units: tuple[str, ...]
    draws: np.ndarray
    truth: np.ndarray


def match(forecasts: Sequence[Forecast], truth: Panel) -> Matched:
    """The forecasts whose month the truth covers."""
    row = {unit: number for number, unit in enumerate(truth.units)}
    known = [(one, column) for one in forecasts if (column := _column(one, truth)) is not None]
    came = [truth.deaths[row[one.unit], column] if one.unit in row else 0.0 for one, column in known]
    return Matched(
        tuple(one.unit for one, _ in known),
        np.array([one.draws for one, _ in known], dtype=float),
        np.array(came, dtype=float),
    )


def _column(one: Forecast, truth: Panel) -> int | None:
    month = read_month(one.month)
    return month - truth.first if month is not None and truth.first <= month <= truth.last else None


def judge(forecasts: Sequence[Forecast], truth: Panel) -> Verdict:
    """The scores of every model in the order in which the file holds them."""
    models = list(dict.fromkeys(one.model for one in forecasts))
    matched = {model: match([one for one in forecasts if one.model == model], truth) for model in models}
    cases = {
        model: score_cases(found.draws, found.truth) for model, found in matched.items() if found.truth.size
    }
    baseline = next((name for name in BASELINES if name in cases), None)
    judged = tuple(
        _judged(model, found, cases.get(baseline or ""), baseline, matched[model].units)
        for model, found in cases.items()
    )
    pending = len(forecasts) - sum(found.truth.size for found in matched.values())
    return Verdict(judged, pending, truth.last)


def _judged(
    model: str, cases: Cases, base: Cases | None, baseline: str | None, units: Sequence[str]
) -> Judged:
    summary = summarise(cases)
    if base is None or model == baseline or base.truth.size != cases.truth.size:
        return Judged(model, summary)
    return Judged(
        model, summary, baseline,
        skill(cases.crps, base.crps, units), skill(cases.log_crps, base.log_crps, units),
    )  # fmt: skip
