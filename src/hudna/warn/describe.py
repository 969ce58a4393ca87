"""Measures → what is printed: each indicator of each unit with its number, its past, its chance and a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hudna.model.counted import Counted
from hudna.model.indicator import Coverage, Measured
from hudna.warn.exceedance import Past
from hudna.warn.indicators import Indicator
from hudna.warn.measure import Basis, Measures
from hudna.warn.series import Entry, Windows
from hudna.warn.units import Unit


@dataclass(frozen=True, slots=True)
class _Sight:
    """The last week's windows of one length."""

    days: int
    basis: Basis
    past: Past
    whole: Windows
    within: Windows
    alleged: Windows
    coverage: Coverage


def describe(measures: Measures) -> tuple[Measured, ...]:
    """Every indicator of which a unit shows anything, now or before; the long window first, then the short one."""
    lengths = (measures.history.window_days, measures.history.short_days)
    return tuple(found for days in lengths for found in _of_length(measures, days))


def _of_length(measures: Measures, days: int) -> Iterator[Measured]:
    sight = _sight(measures, days)
    for row, unit in enumerate(measures.counted.units):
        inside = measures.counted.inside(unit, measures.as_of, days)
        for number, indicator in enumerate(measures.counted.indicators):
            at = number, row
            if sight.whole[at] or sight.alleged[at] or np.nan_to_num(sight.past.mean[at]):
                entries = [one for one in inside if one.adds[number] and not one.alleged]
                yield _measured(measures, unit, indicator, at, sight, entries)


def _sight(measures: Measures, days: int) -> _Sight:
    week = measures.weeks - 1
    basis = measures.basis(week)
    alleged = measures.counted.windows(measures.as_of, 1, days, alleged=True)[..., -1]
    return _Sight(
        days,
        basis,
        measures.past_of(week, basis, days=days),
        measures.windows(days=days)[..., week],
        measures.windows(basis.sources, days=days)[..., week],
        alleged,
        _coverage(measures, week, basis),
    )


def _coverage(measures: Measures, week: int, basis: Basis) -> Coverage:
    steady, read = measures.steady(week), measures.read
    if steady is None or read is None:
        return Coverage(known=False)
    at = measures.read_week(week)
    past = [read.reports(one) for one in range(max(0, at - min(basis.weeks, week)), max(0, at - 3))]
    return Coverage(
        known=True,
        within=tuple(sorted(steady.sources)),
        added=tuple(sorted(steady.present - steady.before)) if steady.weeks else (),
        lost=tuple(sorted(steady.before - steady.present)),
        reports=read.reports(at),
        reports_before=round(sum(past) / len(past), 1) if past else None,
    )


def _measured(
    measures: Measures,
    unit: Unit,
    indicator: Indicator,
    at: tuple[int, int],
    sight: _Sight,
    entries: list[Entry],
) -> Measured:
    chance = float(sight.past.chance[at])
    known = not np.isnan(chance)
    return Measured(
        theatre=unit.theatre,
        area=unit.area or None,
        dyad=unit.dyad or None,
        indicator=indicator.id,
        kind=indicator.kind,
        question=indicator.question,
        as_of=measures.as_of,
        window_days=sight.days,
        number=float(sight.whole[at]),
        alleged=float(sight.alleged[at]),
        compared=float(sight.within[at]),
        baseline=round(float(sight.past.mean[at]), 2) if known else None,
        highest=float(sight.past.highest[at]) if known else None,
        windows=sight.past.windows,
        exceedance=float(f"{chance:.4g}") if known else None,
        how=_how(sight, measures),
        coverage=sight.coverage,
        text=_text(indicator, at, sight, _why_none(sight, measures)),
        undated=len(measures.counted.undated),
        incidents=_incidents(entries),
        claims=tuple(dict.fromkeys(claim for one in entries for claim in one.incident.claims)),
    )


def _incidents(entries: list[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.incident.id for one in entries))


def _how(sight: _Sight, measures: Measures) -> str:
    why = _why_none(sight, measures)
    if why:
        return why
    within = (
        f"within {len(sight.coverage.within)} sources that reported throughout"
        if sight.coverage.known
        else "within all incidents; the reports are not at hand, so a change of coverage cannot be told"
    )
    history = measures.history
    return (
        f"negative binomial with the mean and spread of {sight.past.windows} windows before, the recent ones weighing "
        f"more (half-life {history.half_life_weeks} weeks), steadied by {history.pooled_weeks} weeks of the other "
        f"areas; {within}"
    )


def _why_none(sight: _Sight, measures: Measures) -> str | None:
    """Why there is no chance."""
    least = measures.history.least_weeks
    if measures.weeks <= least:
        return f"no baseline yet: the record is {measures.weeks} weeks long, more than {least} are needed"
    if sight.coverage.known and not sight.coverage.within:
        return "no source reports now that did so throughout: nothing can be compared"
    if sight.past.windows < least:
        return f"no baseline yet: {sight.past.windows} past windows, {least} are needed"
    return None


def _text(indicator: Indicator, at: tuple[int, int], sight: _Sight, why_none: str | None) -> str:
    said = indicator.says["en"].format(number=Counted(f"{float(sight.whole[at]):g}"))
    first = f"{said[:1].upper()}{said[1:]} in {sight.days} days"
    alone = f", and {float(sight.alleged[at]):g} more by allegations alone" if sight.alleged[at] else ""
    if why_none:
        return f"{first}{alone}; {why_none}."
    return (
        f"{first}{alone}; the past shows {float(sight.past.mean[at]):.1f} on average and "
        f"{float(sight.past.highest[at]):g} at most, and as much or more with a chance of "
        f"{100 * float(sight.past.chance[at]):.2g} %.{_changes(sight.coverage)}"
    )


def _changes(coverage: Coverage) -> str:
    parts = [
        f"{verb} {', '.join(names)}"
        for verb, names in (
            ("left out, as newly read:", coverage.added),
            ("left out, as no longer read:", coverage.lost),
        )
        if names
    ]
    return f" ({'; '.join(parts)})" if parts else ""
