"""Floors: the least accepted figure per language, half and measure; they only rise.

`python -m hudna.evaluate.floors --raise [GOLD]` scores the gold and lifts each floor to
the figure reached, rounded down. Lowering a floor is an edit of gold/floors.json by hand.
"""

import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path

from hudna.errors import KnowledgeError
from hudna.evaluate.own import MEASURES

FILE = "floors.json"
# A hair below zero difference is rounding, not loss.
ROUNDING = 1e-9
Floors = dict[str, dict[str, dict[str, float]]]  # language → half → measure → least
Figures = Mapping[str, Mapping[str, Mapping[str, float | None]]]


def read_floors(gold: Path) -> Floors:
    """The floors of a gold folder; none where there is no file."""
    path = gold / FILE
    if not path.exists():
        return {}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    measures = {measure for halves in floors.values() for least in halves.values() for measure in least}
    if unknown := sorted(measures - set(MEASURES)):
        raise KnowledgeError(f"{path.name}: unknown measure '{unknown[0]}'; known: {', '.join(MEASURES)}")
    return floors


def below_floors(floors: Floors, figures: Figures) -> list[str]:
    """One sentence for each figure under its floor; halves that were not scored are left out."""
    return [
        f"{language} {half} {measure}: {_shown(figures[language][half].get(measure))} is below the floor {least:.3f}"
        for language, halves in sorted(floors.items())
        for half, measures in sorted(halves.items())
        if half in figures.get(language, {})
        for measure, least in measures.items()
        if _is_below(figures[language][half].get(measure), least)
    ]


def _is_below(figure: float | None, least: float) -> bool:
    return figure is None or figure < least - ROUNDING


def _shown(figure: float | None) -> str:
    return "no case" if figure is None else f"{figure:.3f}"


def raised(floors: Floors, figures: Figures) -> Floors:
    """Each floor at the figure reached, rounded down to a hundredth, where that is higher."""
    return {
        language: {
            half: _raised_half(floors.get(language, {}).get(half, {}), measures)
            for half, measures in sorted(halves.items())
            if half != "both"
        }
        for language, halves in sorted(figures.items())
        if language != "all"
    }


def _raised_half(floors: Mapping[str, float], figures: Mapping[str, float | None]) -> dict[str, float]:
    reached = {
        name: math.floor(figure * 100 + ROUNDING) / 100
        for name, figure in figures.items()
        if figure is not None
    }
    return {
        name: max(reached.get(name, 0.0), floors.get(name, 0.0))
        for name in MEASURES
        if name in reached or name in floors
    }


def raise_floors(gold: Path, figures: Figures) -> None:
    """Writes the raised floors beside the gold."""
    lifted = {**read_floors(gold), **raised(read_floors(gold), figures)}
    (gold / FILE).write_text(json.dumps(lifted, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Raises the floors where told to; 2 on any other use."""
    from hudna.evaluate.command import gold_folder, own_figures

    if not arguments or arguments[0] != "--raise":
        sys.stderr.write("usage: python -m hudna.evaluate.floors --raise [GOLD]\n")
        return 2
    folder = gold_folder(Path(arguments[1]) if len(arguments) > 1 else None)
    raise_floors(folder, own_figures(folder, "both").figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
