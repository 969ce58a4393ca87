"""Assessments as tables for people: likelihoods, the ledger as a waterfall, what would change them."""

from collections.abc import Iterable

from rich.text import Text

from hudna.cli.console import plain
from hudna.cli.picture_tables import row, table_of
from hudna.cli.table import terminal
from hudna.model.assessment import Assessment, Entry

_BAR = 12


def show_assessments(found: Iterable[Assessment], *, matrix: bool) -> None:
    """Each assessment with its tables."""
    console = terminal()
    for one in found:
        unit = f" ({one.unit})" if one.unit else ""
        console.print(Text(plain(f"{one.text}{unit} · as of {one.as_of}"), style="bold"))
        _likelihoods(one)
        _ledger(one)
        _changes(one)
        if matrix and one.matrix:
            _matrix(one)
        console.print(Text(plain(f"confidence: {one.confidence} ({'; '.join(one.confidence_because)})")))
        for gap in one.gaps:
            console.print(Text(plain(f"not known: {gap}"), style="dim"))
        console.print()


def _likelihoods(one: Assessment) -> None:
    table = table_of("hypothesis", "prior", "likelihood", "interval", "in words")
    for h in sorted(one.hypotheses, key=lambda h: -h.likelihood):
        words = f"{h.id} {h.text}"
        row(table, words, f"{h.prior:.0%}", f"{h.likelihood:.0%}", f"{h.low:.0%} – {h.high:.0%}", h.words)
    terminal().print(table)


def _ledger(one: Assessment) -> None:
    names = [h.id for h in one.hypotheses]
    table = table_of("indicator", "what was seen", *names)
    row(table, "prior", "", *(f"{h.prior:.2f}" for h in one.hypotheses))
    for line in one.ledger:
        row(table, line.question, _seen(line), *(_bar(line.adds[name]) for name in names))
    terminal().print(table)


def _seen(line: Entry) -> str:
    letter = f" [{line.reliability}]" if line.reliability else ""
    intent = " (a claim of intent)" if line.intent else ""
    return f"{line.seen}{letter}{intent}: {line.because}"


def _bar(value: float) -> Text:
    """A step of the waterfall: how far it moves, to which side."""
    if not value:
        return Text("·", style="dim")
    length = max(1, min(_BAR, round(abs(value) * 4)))
    sign, style = ("+", "green") if value > 0 else ("−", "red")
    return Text(f"{sign}{abs(value):.2f} {'▇' * length}", style=style)


def _changes(one: Assessment) -> None:
    table = table_of("what would change it", "if so", *(h.id for h in one.hypotheses))
    now = {h.id: h.likelihood for h in one.hypotheses}
    ranked = sorted(one.changes, key=lambda c: -max(abs(c.likelihood[n] - now[n]) for n in now))
    for change in ranked[:6]:
        row(table, change.indicator, change.kind, *(f"{change.likelihood[n]:.0%}" for n in now))
    if table.row_count:
        terminal().print(table)


def _matrix(one: Assessment) -> None:
    assert one.matrix is not None
    names = [h.id for h in one.hypotheses]
    marks = {(c.indicator, c.hypothesis): c.mark for c in one.matrix.cells}
    table = table_of("classic matrix (PARC score below; no likelihood)", *names)
    for line in one.ledger:
        row(table, line.indicator, *(marks[line.indicator, name] for name in names))
    row(table, "inconsistency", *(f"{one.matrix.inconsistency[name]:.1f}" for name in names))
    terminal().print(table)
