"""`hudna explain a-…`: why an alert stands, down to the words of the reports it rests on."""

from pathlib import Path

from rich.text import Text
from rich.tree import Tree

from hudna.cli.console import plain
from hudna.cli.table import terminal
from hudna.errors import InputError
from hudna.model.alert import Alert, Reason
from hudna.store import Store, StoredClaim
from hudna.store.alerts import AlertLog, using_alerts

_MOST = 12


def explain_alert(name: str, store: Store, path: Path) -> int:
    """Draw the newest line of the alert of that id; the exit code."""
    with using_alerts(path) as log:
        alert = _found(name, log)
    said = {item.claim.id: item for item in store.claims()}
    terminal().print(_tree(alert, said))
    return 0


def _found(name: str, log: AlertLog) -> Alert:
    found = {one.id: one for one in log.lines() if one.id.startswith(name)}
    if len(found) != 1:
        told = "no alert goes by it" if not found else f"it begins {len(found)} ids"
        raise InputError(f"{name!r}: {told}; `hudna alerts list --all` shows them")
    return next(iter(found.values()))


def _tree(alert: Alert, said: dict[str, StoredClaim]) -> Tree:
    where = alert.area_name or alert.subject or alert.theatre
    tree = Tree(
        _line(
            "alert",
            f"{alert.id} · {alert.level} · {where} · {alert.state} {alert.raised} · as of {alert.as_of}",
        )
    )
    for label, reasons in (("because", alert.because), ("against", alert.against)):
        for reason in reasons:
            _add_words(tree.add(_line(label, reason.text)), reason, said)
    for label, texts in (("missing", alert.missing), ("ends when", alert.ends_when), ("gap", alert.gaps)):
        for text in texts:
            tree.add(_line(label, text))
    if alert.criterion:
        tree.add(_line("foretells", alert.criterion.text))
    if alert.note:
        tree.add(_line("note", alert.note))
    tree.add(
        _line(
            "status",
            f"released by {alert.released_by}" if alert.released_by else "exercise: nobody released it",
        )
    )
    return tree


def _add_words(branch: Tree, reason: Reason, said: dict[str, StoredClaim]) -> None:
    """The words of each claim, with who published them and when; more than can be read are counted."""
    for name in reason.claims[:_MOST]:
        item = said.get(name)
        told = (
            f"“{item.claim.text}” ({item.report.source or item.report.id}, {item.report.published})"
            if item
            else "not in this store"
        )
        branch.add(_line(name, told))
    if len(reason.claims) > _MOST:
        branch.add(_line("…", f"{len(reason.claims) - _MOST} further claims"))


def _line(label: str, text: str) -> Text:
    return Text.assemble((f"{label}  ", "dim"), plain(text))
