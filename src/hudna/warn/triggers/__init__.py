"""Triggers: is there something that deserves attention now? Every module of this folder is one family.

A module has `triggers(view)`, whose docstring is the question, and yields what it finds:
the level that this alone would give, where, why, what would end it and what is missing.
Whether an alert is raised, held or stood down is decided elsewhere, from all of them.
"""

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from hudna.warn.trigger import Trigger
from hudna.warn.view import View

Family = Callable[[View], Iterator[Trigger]]


@cache
def find_families() -> dict[str, Family]:
    """Every family by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").triggers for name in names}


def all_triggers(view: View) -> tuple[Trigger, ...]:
    """What all families find, in the order of families."""
    return tuple(found for family in find_families().values() for found in family(view))
