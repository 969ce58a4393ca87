"""Public sets: every module of this folder with a NAME and evaluate(data_dir) is one.

A set module returns a SetScore; peers' figures are printed beside ours.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import hudna.evaluate
from hudna.errors import InputError

DATA_VARIABLE = "HUDNA_DATA"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: our value, the peers' by name, and the least and the most accepted, if any."""

    name: str
    value: float | None
    peers: Mapping[str, float] | None = None
    least: float | None = None
    note: str = ""
    most: float | None = None

    @property
    def enough(self) -> bool:
        """Does it lie between the least and the most accepted, where there are such?"""
        if self.value is None:
            return self.least is None and self.most is None
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )


@dataclass(frozen=True, slots=True)
class SetScore:
    """The figures of one set and, where they help, lines on single items."""

    name: str
    figures: tuple[Figure, ...]
    lines: tuple[str, ...] = ()
    note: str = ""

    @property
    def passed(self) -> bool:
        """Does every figure with a bound keep it?"""
        return all(figure.enough for figure in self.figures)


SetModule = Callable[[Path], Any]


@cache
def known_sets() -> dict[str, SetModule]:
    """The sets by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(hudna.evaluate.__path__))
    modules = [importlib.import_module(f"hudna.evaluate.{name}") for name in names]
    return {
        module.NAME: module.evaluate
        for module in modules
        if hasattr(module, "NAME") and hasattr(module, "evaluate")
    }


def data_folder(given: Path | None) -> Path:
    """Where the public sets lie: as given, or as HUDNA_DATA says."""
    written = given or os.environ.get(DATA_VARIABLE)
    if not written:
        raise InputError(f"no data folder; give --data DIR or set {DATA_VARIABLE}")
    folder = Path(written)
    if not folder.is_dir():
        raise InputError(f"the data folder {folder} does not exist; give --data DIR or set {DATA_VARIABLE}")
    return folder


def evaluate_set(name: str, data: Path | None, gold: Path | None = None) -> SetScore:
    """Our figures on one set; InputError lists the sets there are. Sets of our own gold need no data folder."""
    sets = known_sets()
    if name not in sets:
        raise InputError(f"unknown set '{name}'; known sets: {', '.join(sorted(sets))}")
    if getattr(sys.modules[sets[name].__module__], "OF_GOLD", False) and gold is not None:
        return as_score(name, sets[name](gold))
    if name in _carried():
        return as_score(name, sets[name](data or Path()))
    given = data_folder(data) if _needs_data(sets[name]) else Path()
    return as_score(name, sets[name](given))


def _needs_data(evaluate: SetModule) -> bool:
    """Whether a set reads files; one that makes its own cases says NEEDS_DATA = False."""
    return bool(getattr(importlib.import_module(evaluate.__module__), "NEEDS_DATA", True))


@cache
def _carried() -> frozenset[str]:
    """Sets whose data the project carries itself: their modules say CARRIED = True."""
    names = sorted(module.name for module in pkgutil.iter_modules(hudna.evaluate.__path__))
    modules = [importlib.import_module(f"hudna.evaluate.{name}") for name in names]
    return frozenset(module.NAME for module in modules if getattr(module, "CARRIED", False))


_BESIDE = {"set", "peers", "note", "notes", "lines"}


def as_score(name: str, result: Any) -> SetScore:
    """A module's result as a SetScore; a plain mapping of measure to number will do."""
    if isinstance(result, SetScore):
        return result
    if not isinstance(result, Mapping):
        raise InputError(f"set '{name}' gave a {type(result).__name__}; a SetScore would be right")
    peers = result.get("peers") or {}
    ours = (
        result.get("figures")
        or result.get("ours")
        or {key: value for key, value in result.items() if key not in _BESIDE}
    )
    figures = [
        Figure(key, value, _peers_of(key, peers))
        for key, value in ours.items()
        if isinstance(value, int | float)
    ]
    lines = tuple(map(str, result.get("lines") or ()))
    notes = [str(note) for note in result.get("notes") or [result.get("note") or ""]]
    beside = [f"{peer}: {figure:.3f}" for peer, figure in peers.items() if isinstance(figure, int | float)]
    return SetScore(
        name, tuple(figures), lines, "\n".join(n for n in (*beside, *notes) if n and n not in lines)
    )


def _peers_of(measure: str, peers: Mapping[str, Any]) -> dict[str, float]:
    """Peers of one measure, given as {peer: {measure: figure}} or {measure: {peer: figure}}."""
    if isinstance(peers.get(measure), Mapping):
        return {peer: float(figure) for peer, figure in peers[measure].items()}
    return {
        peer: float(figures[measure])
        for peer, figures in peers.items()
        if isinstance(figures, Mapping) and measure in figures
    }
