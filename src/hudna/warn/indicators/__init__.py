"""Indicators: how much of one thing is told of? Every module of this folder is one.

A module has `KIND`, `SAYS` (the sentence, by language) and `amount(incident)`, whose
docstring is the question and which gives the number that one incident adds. Which
incidents may count at all (told as having happened, by more than allegations, not a
third party's call, in the theatre) is decided once, in `series.py`.
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from hudna.model.incident import Incident
from hudna.model.indicator import Kind


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is counted."""

    id: str
    kind: Kind
    question: str
    says: Mapping[str, str]
    amount: Callable[[Incident], float]


@cache
def find_indicators() -> tuple[Indicator, ...]:
    """Every indicator, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_indicator(name) for name in names)


def _indicator(name: str) -> Indicator:
    module = import_module(f"{__name__}.{name}")
    question = (module.amount.__doc__ or "").strip().partition("\n")[0]
    return Indicator(name, module.KIND, question, module.SAYS, module.amount)
