"""What the models learn from: a month of the past, a lead, and the deaths that came that many months later.

Everything rests on months that were known alone. Units that were quiet for ten years
fill most rows and teach little; a share of them is drawn and weighs more instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hudna.errors import InputError
from hudna.forecast.features import OWN_LEVEL, Features, Near, features

Numbers = NDArray[np.float64]
# Each distribution is given by its quantiles at these levels: the middle of each thousandth.
LEVELS: Numbers = (np.arange(1000) + 0.5) / 1000
# Years of history that a model needs before its first lesson, and to be worth fitting at all.
_FIRST = 24
_FEWEST_MONTHS = 60
_ACTIVE_MONTHS = 120
# So many leads are drawn for each active month, so large a share of quiet months is kept.
_LEADS_DRAWN = 4
_QUIET_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Lessons:
    """Rows to learn from and rows to forecast; the last column is the lead.

    The rows to forecast are ordered by lead, then by unit. `level` is the unit's own
    recent level on the log scale, against which change is measured.
    """

    rows: NDArray[np.float32]
    deaths: Numbers
    weights: Numbers
    level: Numbers
    ahead: NDArray[np.float32]
    ahead_level: Numbers


@dataclass(frozen=True)
class Task:
    """A forecast to be made: deaths by unit and month as far as known, and how many months ahead.

    `near` names each unit's neighbours by their rows; empty where they are not known.
    """

    deaths: Numbers
    leads: tuple[int, ...]
    near: Near = ()
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse leads that make no sense."""
        if not self.leads or min(self.leads) < 1 or list(self.leads) != sorted(set(self.leads)):
            raise ValueError(f"leads {self.leads}: months ahead, from 1 up, each once, would be right")

    @property
    def cases(self) -> int:
        """Leads × units."""
        return len(self.leads) * int(self.deaths.shape[0])

    @cached_property
    def lessons(self) -> Lessons:
        """The rows that every fitted model shares; InputError where the history is too short for any."""
        months = self.deaths.shape[1]
        if months < _FEWEST_MONTHS + max(self.leads) or not self.deaths.any():
            raise InputError(
                f"{months} months of history are too short to fit a model for leads up to {max(self.leads)}; "
                f"{_FEWEST_MONTHS + max(self.leads)} with some deaths are needed, or a conflictology model"
            )
        return _lessons(self, features(self.deaths, self.near))


def _lessons(task: Task, found: Features) -> Lessons:
    unit, month, lead, weight = _drawn(task)
    level = found.column(OWN_LEVEL)
    values = found.values
    rows = np.column_stack((values[unit, month], lead)).astype(np.float32)
    units = task.deaths.shape[0]
    ahead = np.concatenate(
        [np.column_stack((values[:, -1], np.full(units, lead, np.float32))) for lead in task.leads]
    ).astype(np.float32)
    return Lessons(
        rows, task.deaths[unit, month + lead], weight, rows[:, level].astype(float), ahead,
        ahead[:, level].astype(float),
    )  # fmt: skip


def _drawn(task: Task) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Numbers]:
    """Unit, month, lead and weight of each row to learn from."""
    parts = list(_by_month(task))
    unit, month, lead, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    return unit, month, lead, weight


def _by_month(
    task: Task,
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Numbers]]:
    chance = np.random.default_rng(task.seed)
    leads, last = np.array(task.leads), task.deaths.shape[1] - 1
    for month in range(_FIRST, last - int(leads[0]) + 1):
        known = leads[month + leads <= last]
        active = task.deaths[:, max(0, month - _ACTIVE_MONTHS + 1) : month + 1].any(axis=1)
        drawn = min(_LEADS_DRAWN, known.size)
        loud, quiet = np.flatnonzero(active), np.flatnonzero(~active)
        quiet = quiet[chance.random(quiet.size) < _QUIET_SHARE]
        picked = chance.random((loud.size, known.size)).argsort(axis=1)[:, :drawn]
        unit = np.concatenate((np.repeat(loud, drawn), quiet))
        lead = np.concatenate((known[picked].ravel(), chance.choice(known, quiet.size)))
        whole = known.size / leads.size
        weight = np.concatenate(
            (np.full(loud.size * drawn, whole / drawn), np.full(quiet.size, whole / _QUIET_SHARE))
        )
        yield unit, np.full(unit.size, month), lead, weight
