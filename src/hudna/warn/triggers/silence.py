"""Nobody reporting at all: a gap in what is read, which is neither calm nor escalation."""

from collections.abc import Iterator

from hudna.warn.coverage import patience
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.view import View

SUBJECT = "silence"


def triggers(view: View) -> Iterator[Trigger]:
    """Has every source been silent for longer than all of them together ever should be?"""
    read, usual = view.read, sum(gap.per_week for gap in view.gaps if gap.since)
    if read is None or not read.names or not usual:
        return
    last = max(read.last.values())
    silent = {gap.source for gap in view.gaps}
    if set(read.names) <= silent and (view.as_of - last).days > patience(usual, view.rules.silence):
        yield Trigger(
            "all-silent",
            ruled(view, "all-silent"),
            reason(
                view,
                "all-silent",
                {"on": last.isoformat(), "rate": float(f"{usual:.2g}")},
                level=ruled(view, "all-silent"),
            ),
            subject=SUBJECT,
            on=view.as_of,
            ends=("a report is read again",),
            missing=("everything that happened since",),
        )
