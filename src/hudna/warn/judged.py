"""What people judged of an alert: sound, unfounded, or both by different people.

A person's latest judgement counts, withdrawn ones do not. Where two people contradict
each other both are shown and neither is followed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.model.alert import Alert, Reason
from hudna.model.judgement import Judgement
from hudna.warn.trigger import reason
from hudna.warn.view import View

_KINDS = {"confirm": "judged-sound", "reject": "judged-unfounded"}


@dataclass(frozen=True, slots=True)
class Judged:
    """What people hold of an alert together, and each of them in words."""

    opinion: Literal["sound", "unfounded", "contested", "none"] = "none"
    sound: tuple[Reason, ...] = ()
    unfounded: tuple[Reason, ...] = ()
    judgements: tuple[str, ...] = ()


def judged(alert: Alert | None, view: View) -> Judged:
    """What people judged of an alert up to the day."""
    if alert is None:
        return Judged()
    latest = _latest(view.evidence.judgements, alert.id, view)
    said = {kind: tuple(_reason(one, view) for one in latest if one.act == kind) for kind in _KINDS}
    return Judged(
        _opinion(bool(said["confirm"]), bool(said["reject"])),
        said["confirm"],
        said["reject"],
        tuple(one.id for one in latest),
    )


def _opinion(sound: bool, unfounded: bool) -> Literal["sound", "unfounded", "contested", "none"]:  # noqa: FBT001
    if sound and unfounded:
        return "contested"
    return "sound" if sound else "unfounded" if unfounded else "none"


def _latest(given: Iterable[Judgement], alert: str, view: View) -> Sequence[Judgement]:
    """Each author's latest judgement that stands, by author."""
    until = sorted(
        (one for one in given if one.made.date() <= view.as_of), key=lambda one: (one.made, one.id)
    )
    withdrawn = {one.withdraws for one in until if one.act == "withdraw"}
    mine = {
        one.author: one
        for one in until
        if alert in one.about and one.act in _KINDS and one.id not in withdrawn
    }
    return [mine[author] for author in sorted(mine)]


def _reason(judgement: Judgement, view: View) -> Reason:
    values: dict[str, str | int | float | tuple[str, ...]] = {
        "by": (judgement.author,),
        "on": judgement.made.date().isoformat(),
        "reason": judgement.reason,
    }
    return reason(view, _KINDS[judgement.act], values)
