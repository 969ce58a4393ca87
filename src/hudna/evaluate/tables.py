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


def figures_tables(figures: Figures, counts: Mapping[str, Mapping[str, Mapping[str, int]]]) -> list[Table]:
    """A table for each language, one row a measure and one column a half; then what the measures count."""
    names = [
        name for name in figures if name != "all" or len(figures) > 2
    ]  # one language: "all" would repeat it
    return [*(_language_table(name, figures[name], counts[name]) for name in names), _meanings()]


def _language_table(
    name: str, figures: Mapping[str, Mapping[str, float | None]], counts: Mapping[str, Mapping[str, int]]
) -> Table:
    table = Table(title=f"Own gold: {name}")
    table.add_column("measure")
    for half in figures:
        table.add_column(half, justify="right")
    for count in ("reports", "judged", "coded", "false_events"):
        table.add_row(count, *(str(counts[half][count]) for half in figures))
    for measure in MEASURES:
        table.add_row(measure, *(shown(figures[half][measure]) for half in figures))
    return table


def _meanings() -> Table:
    table = Table(title="What the measures count")
    table.add_column("measure")
    table.add_column("kind")
    table.add_column("of")
    for measure, (kind, meaning) in MEASURES.items():
        table.add_row(measure, kind, meaning)
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
