"""Alerts, indicators and outcomes as tables for people."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from hudna.cli.console import plain
from hudna.cli.table import terminal
from hudna.model.alert import Alert, Outcome
from hudna.model.indicator import Measured
from hudna.store.outbox import Queued
from hudna.warn.outcome import Score

_STYLES = {"watch": "yellow", "elevated": "bold dark_orange", "high": "bold red"}
_MOST = 4


def show_alerts(alerts: Sequence[Alert]) -> None:
    """One row an alert: level, where, since when, why, what speaks against it, what would end it."""
    table = _table(
        ("level", 3), ("where", 4), ("stands", 4), ("because", 10), ("against", 6), ("ends when", 6)
    )
    for alert in alerts:
        table.add_row(
            Text(alert.level, style=_STYLES[alert.level]),
            _cell(alert.area_name or alert.subject or alert.theatre),
            _cell(
                f"{alert.state.replace('_', ' ')} {alert.raised}, expires {alert.expires}\n{_status(alert)}\n{alert.id}"
            ),
            _listed([one.text for one in alert.because], alert.note),
            _listed([one.text for one in alert.against]),
            _listed(alert.ends_when),
        )
    terminal().print(table)


def _status(alert: Alert) -> str:
    return f"released by {alert.released_by}" if alert.released_by else "exercise"


def show_indicators(found: Sequence[Measured]) -> None:
    """One row an indicator: the number, its past, the chance."""
    table = _table(
        ("where", 4),
        ("indicator", 3),
        ("days", 1),
        ("number", 2),
        ("alleged", 2),
        ("past", 3),
        ("chance", 2),
        ("how", 8),
    )
    for one in found:
        past = "" if one.baseline is None else f"{one.baseline:g}, at most {one.highest:g}"
        table.add_row(
            _cell(one.area or one.dyad or one.theatre),
            _cell(one.indicator),
            str(one.window_days),
            f"{one.number:g}",
            f"{one.alleged:g}",
            _cell(past),
            "" if one.exceedance is None else f"{one.exceedance:.2g}",
            _cell(one.how),
        )
    terminal().print(table)


def show_outcomes(found: Sequence[Outcome], scores: dict[str, Score]) -> None:
    """One row an alert, then one a level."""
    table = _table(
        ("raised", 2),
        ("level", 2),
        ("where", 4),
        ("until", 2),
        ("outcome", 2),
        ("lead", 1),
        ("chance", 1),
        ("because", 8),
    )
    for one in found:
        lead = "" if one.lead_days is None else f"{one.lead_days} d"
        table.add_row(
            str(one.raised), Text(one.level, style=_STYLES[one.level]), _cell(one.area or one.theatre), str(one.until),
            one.result, lead, "" if one.chance is None else f"{one.chance:.2f}", _cell(one.because),
        )  # fmt: skip
    terminal().print(table)
    _show_scores(scores)


def _show_scores(scores: dict[str, Score]) -> None:
    table = _table(
        ("level", 2),
        ("raised", 2),
        ("judged", 2),
        ("came true", 2),
        ("void", 3),
        ("lead", 2),
        ("above chance", 4),
    )
    for level, one in scores.items():
        above = "" if one.above_chance is None else f"{one.above_chance:+.2f}"
        between = "" if one.low is None or one.high is None else f" ({one.low:+.2f} to {one.high:+.2f})"
        table.add_row(
            level,
            str(one.raised),
            str(one.judged),
            f"{one.came_true}{_share(one.precision)}",
            f"{one.void}{_share(one.void_rate)}",
            "" if one.lead_days is None else f"{one.lead_days:g} days",
            above + between,
        )
    terminal().print(table)


def _share(value: float | None) -> str:
    return "" if value is None else f" ({value:.0%})"


def show_outbox(messages: Sequence[Queued]) -> None:
    """One row a message: where to, about what, how it stands."""
    table = _table(
        ("queued", 3), ("channel", 2), ("alert", 3), ("state", 2), ("tries", 1), ("due", 3), ("detail", 6)
    )
    for one in messages:
        due = one.due or "" if one.state == "waiting" else ""
        table.add_row(
            one.queued, one.channel, one.alert, one.state, str(one.tries), due, _cell(one.detail or "")
        )
    terminal().print(table)


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, show_lines=False)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio)
    return table


def _cell(text: str) -> Text:
    return Text("\n".join(plain(line) for line in text.split("\n")))


def _listed(texts: Sequence[str], note: str | None = None) -> Text:
    kept = [plain(text) for text in texts[:_MOST]]
    more = [f"… and {len(texts) - _MOST} more"] if len(texts) > _MOST else []
    return Text("\n".join([*kept, *more, *([plain(note)] if note else [])]))
