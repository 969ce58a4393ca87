"""What became of alerts, by the criteria written when they were raised.

An alert came true when so much as it foretold was told after it and before its time
was over. It is void where reports of the theatre were read in fewer than half of those
weeks: nobody can say. How early it was is held against chance: how often a random day
of the same area was followed by as much.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from hudna.knowledge.warning_rules import WarningRules
from hudna.model.alert import LEVELS, Alert, Criterion, Outcome, rank
from hudna.model.claim import Status
from hudna.model.days import on_day
from hudna.model.evidence import Evidence, day_of
from hudna.model.incident import Incident
from hudna.warn.coverage import Readings, readings
from hudna.warn.indicators import violence
from hudna.warn.stage import Known
from hudna.warn.units import areas_of, theatre_of

_WEEKS = 53 * 10
_REPEATS = 2000


@dataclass(frozen=True, slots=True)
class _Act:
    """An act of armed force that counts: its day, its dead, how many origins tell of it."""

    on: date
    dead: int
    origins: int
    incident: Incident


def outcomes(lines: Sequence[Alert], evidence: Evidence, as_of: date, known: Known) -> tuple[Outcome, ...]:
    """The outcome of each raised alert, in the order in which they were raised."""
    raised = {one.id: one for one in lines if one.state == "raised" and one.criterion}
    reports = evidence.reports.values()
    read = readings(reports, known.publisher, as_of, _WEEKS)
    ordered = sorted(raised.values(), key=lambda one: (one.raised, one.theatre, one.area or "", one.id))
    return tuple(_outcome(one, evidence, as_of, known, read) for one in ordered)


def _outcome(alert: Alert, evidence: Evidence, as_of: date, known: Known, read: Readings) -> Outcome:
    criterion = alert.criterion
    assert criterion is not None  # only alerts with a criterion are scored
    acts = list(_acts(alert, evidence, known))
    told = [
        one for one in acts if alert.raised < one.on <= criterion.until and one.origins >= criterion.origins
    ]
    first = _first_enough(told, criterion)
    result, because = _result(alert, criterion, first, as_of, read)
    return Outcome(
        alert=alert.id,
        theatre=alert.theatre,
        area=alert.area,
        level=alert.level,
        raised=alert.raised,
        until=criterion.until,
        result=result,  # type: ignore[arg-type]  # one of the literals, from the table below
        first=first if result == "came true" else None,
        lead_days=(first - alert.raised).days if first and result == "came true" else None,
        chance=_chance(acts, criterion, alert, read) if criterion.judged else None,
        because=because,
        incidents=tuple(dict.fromkeys(one.incident.id for one in told)),
    )


def _acts(alert: Alert, evidence: Evidence, known: Known) -> Iterator[_Act]:
    """Acts of armed force of the alert's area, or of its theatre, that are told by more than allegations."""
    for incident in evidence.incidents:
        on = day_of(incident)
        told = incident.counts and not incident.third_party and incident.status is not Status.ALLEGED
        if on is None or not told or not violence.amount(incident) or theatre_of(incident) != alert.theatre:
            continue
        if alert.area is None or alert.area in areas_of(incident, known.zones, known.rules(alert.theatre)):
            yield _Act(on, incident.fatalities.low or 0, incident.independent_origins, incident)


def _first_enough(acts: Iterable[_Act], criterion: Criterion) -> date | None:
    """The first day by which as much as foretold had been told; None where it never was."""
    number = dead = 0
    for act in sorted(acts, key=lambda one: one.on):
        number, dead = number + 1, dead + act.dead
        if number >= criterion.acts or (criterion.deaths and dead >= criterion.deaths):
            return act.on
    return None


def _result(
    alert: Alert, criterion: Criterion, first: date | None, as_of: date, read: Readings
) -> tuple[str, str]:
    if not criterion.judged:
        return "not judged", criterion.text
    if first is not None:
        return "came true", f"As much as it foretold had been told by {on_day(first)}."
    if as_of < criterion.until:
        return "open", f"Its time is over on {on_day(criterion.until)}."
    weeks = _weeks_read(alert.raised, criterion.until, read)
    if weeks is not None and weeks < 0.5:
        return "void", f"Reports were read in {weeks:.0%} of the weeks after it: nobody can say."
    return "did not", f"Nothing of the kind was told up to {on_day(criterion.until)}."


def _weeks_read(first: date, last: date, read: Readings) -> float | None:
    """Share of the weeks between two days in which any report was read; None where reports are not at hand."""
    if not read.names:
        return None
    total = read.counts.shape[1]
    ago = [(read.as_of - day).days // 7 for day in _weekly(first + timedelta(days=7), last)]
    inside = [read.counts[:, total - 1 - week].sum() > 0 for week in ago if 0 <= week < total]
    return float(np.mean(inside)) if inside else 0.0


def _weekly(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=7)


def _chance(acts: Sequence[_Act], criterion: Criterion, alert: Alert, read: Readings) -> float | None:
    """How often a day of the record before the alert was followed by as much as it foretold."""
    began = read.began or min((one.on for one in acts), default=None)
    length = criterion.until - alert.raised
    if began is None or alert.raised - began <= length:
        return None
    enough = [one for one in acts if one.origins >= criterion.origins]
    days = list(_weekly(began, alert.raised - length))
    came = [_first_enough([one for one in enough if day < one.on <= day + length], criterion) for day in days]
    return round(float(np.mean([one is not None for one in came])), 4)


@dataclass(frozen=True, slots=True)
class Score:
    """What many outcomes come to."""

    raised: int
    judged: int
    came_true: int
    void: int
    open: int
    precision: float | None
    void_rate: float | None
    lead_days: float | None
    above_chance: float | None
    low: float | None
    high: float | None


def score(found: Sequence[Outcome]) -> Score:
    """Precision over the judged ones, the share of voids, and how much more often than by chance they came true."""
    judged = [one for one in found if one.result in ("came true", "did not")]
    true = [one for one in judged if one.result == "came true"]
    void = [one for one in found if one.result == "void"]
    closed = len(judged) + len(void)
    more = np.array(
        [(one.result == "came true") - one.chance for one in judged if one.chance is not None], dtype=float
    )
    low, high = _interval(more)
    leads = [one.lead_days for one in true if one.lead_days is not None]
    return Score(
        raised=len(found),
        judged=len(judged),
        came_true=len(true),
        void=len(void),
        open=sum(one.result == "open" for one in found),
        precision=len(true) / len(judged) if judged else None,
        void_rate=len(void) / closed if closed else None,
        lead_days=float(np.median(leads)) if leads else None,
        above_chance=float(more.mean()) if more.size else None,
        low=low,
        high=high,
    )


def _interval(values: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float | None, float | None]:
    """95 % bootstrap interval of the mean; the draws are seeded. None for fewer than two."""
    if values.size < 2:
        return None, None
    draws = np.random.default_rng(1).integers(0, values.size, (_REPEATS, values.size))
    low, high = np.quantile(values[draws].mean(axis=1), [0.025, 0.975])
    return float(low), float(high)


def kept(found: Sequence[Outcome], theatre: str, years: float, rules: WarningRules) -> tuple[str, ...]:
    """False alarms per area and year of each level or a higher one, beside those that are accepted."""
    mine = [one for one in found if one.theatre == theatre and one.area]
    areas = len(rules.areas) or len({one.area for one in mine})
    lines = []
    for level in LEVELS:
        false = sum(one.result == "did not" and rank(one.level) >= rank(level) for one in mine)
        # Under a year a rate an area and year says nothing.
        if areas and years >= 1:
            rate = false / (areas * years)
            lines.append(
                f"{theatre}, {level} or higher: {false} false alarms in {areas} areas and {years:.1f} years, "
                f"{rate:.2f} an area and year; {rules.budget.of(level):g} are accepted"
            )
    return tuple(lines)
