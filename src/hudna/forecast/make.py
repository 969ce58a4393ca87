"""A panel and a model in, forecasts out: one for each unit and month ahead."""

import hashlib
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from hudna.forecast.draws import draws, seed_of
from hudna.forecast.models import model_named
from hudna.forecast.months import month_name
from hudna.forecast.panel import Panel
from hudna.forecast.scores import interval
from hudna.forecast.training import Task
from hudna.model.forecast import Forecast, Level

# UCDP counts a conflict from 25 deaths a year; the public benchmarks ask for 25 a month.
_MANY = 25
_SHOWN_MONTHS = 12


def forecast(
    panel: Panel,
    model: str,
    leads: tuple[int, ...],
    *,
    level: Level,
    claims: Mapping[str, tuple[str, ...]] | None = None,
) -> Iterator[Forecast]:
    """Forecasts after the panel's last month, ordered by lead, then by unit."""
    task = Task(panel.deaths, leads, panel.near)
    drawn = draws(model_named(model)(task), seed_of(task, model))
    low, high = interval(drawn.astype(float))
    for case, values in enumerate(drawn):
        lead, unit = leads[case // len(panel.units)], case % len(panel.units)
        yield Forecast(
            unit=panel.units[unit], level=level, month=month_name(panel.last + lead), lead=lead,
            as_of=month_name(panel.last), model=model,
            mean=round(float(values.mean()), 3), median=int(np.median(values)),
            low=int(np.floor(low[case])), high=int(np.ceil(high[case])),
            any_deaths=float((values > 0).mean()), at_least_25=float((values >= _MANY).mean()),
            last_months=_last_months(panel.deaths[unit]), draws=tuple(values.tolist()),
            claims=(claims or {}).get(panel.units[unit], ()),
        )  # fmt: skip


def _last_months(row: NDArray[np.float64]) -> tuple[int, ...]:
    return tuple(int(count) for count in row[-_SHOWN_MONTHS:])


def history_hash(panel: Panel) -> str:
    """SHA-256 of the table that a model reads, with its units and its first month."""
    digest = hashlib.sha256("\n".join(panel.units).encode())
    digest.update(f"\n{month_name(panel.first)}\n".encode())
    digest.update(np.ascontiguousarray(panel.deaths, dtype="<f8").tobytes())
    return digest.hexdigest()
