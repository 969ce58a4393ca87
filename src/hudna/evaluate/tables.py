"""The scores as tables for a terminal."""

from collections.abc import Mapping

from rich.table import Table

from hudna.evaluate.own import MEASURES
from hudna.evaluate.sets import SetScore

CONFLICT_MEASURES = (
    "events",
    "events.loose",
    "status.class",
    "speakers.accuracy",
    "places.161km",
    "counted.precision",
)
Figures = Mapping[str, Mapping[str, Mapping[str, float | None]]]


def shown(figure: float | None) -> str:
    """Three digits of a share, a count as it is, a dash where there is no case."""
    if isinstance(figure, int):
        return str(figure)
    return "–" if figure is None else f"{figure:.3f}"


def figures_table(figures: Figures, counts: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Table:
    """One row a measure, one column a language and half."""
    table = Table(title="Own gold")
    columns = [(name, half) for name, halves in figures.items() for half in halves]
    if len(figures) == 2:  # one language: "all" would repeat it
        columns = [(name, half) for name, half in columns if name != "all"]
    table.add_column("measure")
    for name, half in columns:
        table.add_column(f"{name}\n{half}", justify="right")
    table.add_column("what it counts", style="dim")
    for count in ("reports", "judged", "coded", "false_events"):
        table.add_row(count, *(str(counts[name][half][count]) for name, half in columns), "")
    for measure, (kind, meaning) in MEASURES.items():
        values = (shown(figures[name][half][measure]) for name, half in columns)
        table.add_row(measure, *values, f"{kind}: {meaning}")
    return table


def conflict_table(conflicts: Mapping[str, Mapping[str, float | None]]) -> Table:
    """One row a conflict, the chief measures as columns."""
    table = Table(title="By conflict")
    table.add_column("conflict")
    for measure in CONFLICT_MEASURES:
        table.add_column(measure.replace(".", "\n"), justify="right")
    for name, figures in conflicts.items():
        table.add_row(name, *(shown(figures[measure]) for measure in CONFLICT_MEASURES))
    return table


def set_table(score: SetScore) -> Table:
    """One row a measure: ours, the least accepted, and the peers."""
    peers = sorted({peer for figure in score.figures for peer in figure.peers or ()})
    table = Table(title=f"Set {score.name}")
    bounds = ["least", *(["most"] if any(figure.most is not None for figure in score.figures) else [])]
    for column in ("measure", "ours", *bounds, *peers):
        table.add_column(column, justify="left" if column == "measure" else "right")
    table.add_column("note", style="dim")
    for figure in score.figures:
        theirs = [shown((figure.peers or {}).get(peer)) for peer in peers]
        ours = shown(figure.value) if figure.enough else f"[red]{shown(figure.value)}[/red]"
        limits = [shown(figure.least), shown(figure.most)][: len(bounds)]
        table.add_row(figure.name, ours, *limits, *theirs, figure.note)
    return table
