"""Declarations that do not match what is told of the same move."""

from collections.abc import Iterator

from hudna.model.finding import Declared
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.view import View


def triggers(view: View) -> Iterator[Trigger]:
    """Does what is told of a move differ from what was declared of it?"""
    days = view.rules.trigger("declared-otherwise").within_days
    for found in view.review.declared:
        mine = view.named(found.incidents)
        if found.verdict == "mismatch" and found.observed and mine and view.is_news(found.on, days):
            yield from _of(found, view)


def _of(found: Declared, view: View) -> Iterator[Trigger]:
    incidents = view.named(found.incidents)
    level = ruled(view, "declared-otherwise")
    for area in view.areas(incidents) or (None,):
        yield Trigger(
            "declared-otherwise",
            level,
            reason(
                view,
                "declared-otherwise",
                {
                    "by": (found.declarer.id or f"unlisted: {found.declarer.text}",),
                    "declared": found.declared,
                    "observed": found.observed or "",
                    "on": (found.on or view.as_of).isoformat(),
                },
                level=level,
                incidents=incidents,
                claims=found.claims,
            ),
            area=area,
            subject=None if area else f"declared:{found.id}",
            on=found.on,
            ends=("what is told of the move comes to match what was declared of it",),
            missing=found.would_settle,
        )
