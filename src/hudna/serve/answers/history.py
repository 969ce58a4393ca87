"""What became of an incident: reports, changed positions, people's judgements, in the order of days."""

from collections.abc import Iterator
from typing import Any

from hudna.model.incident import Incident, Position
from hudna.serve.answers.texts import stored_claims
from hudna.serve.shelves import Shelf


def history_of(shelf: Shelf, incident: Incident, judgements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Its moments, oldest first."""
    moments = [*_reported(shelf, incident), *_changed(incident), *_judged(judgements)]
    return sorted(moments, key=lambda one: (str(one["on"] or ""), str(one["at"] or "")))


def _reported(shelf: Shelf, incident: Incident) -> Iterator[dict[str, Any]]:
    by_report: dict[str, list[str]] = {}
    items = stored_claims(shelf, incident.claims)
    for name, item in items.items():
        by_report.setdefault(item.report.id, []).append(name)
    for report, claims in by_report.items():
        head = items[claims[0]].report
        told = " · ".join(part for part in (head.source, head.title) if part) or report
        yield _moment("reported", told, on=head.published, claims=claims)


def _changed(incident: Incident) -> Iterator[dict[str, Any]]:
    for row in incident.positions:
        steps = [*row.before, row] if row.before else []
        for step in steps:
            yield _moment(
                "position", _who(step), on=step.said, claims=list(step.claims), stance=step.says.stance
            )


def _who(step: Position) -> str:
    who = step.speaker.text if step.speaker else step.source or "reports in their own voice"
    return f"{who}: {step.says.stance}"


def _judged(judgements: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in judgements:
        sets = " = ".join(
            part for part in (one["field"], one["value"]) if part and not str(part).startswith("[")
        )
        told = ": ".join(part for part in (one["act"], sets, one["reason"]) if part)
        yield _moment(
            "judged", told, on=one["made"][:10], at=one["made"], by=one["author"], judgement=one["id"]
        )


def _moment(what: str, text: str, **more: Any) -> dict[str, Any]:
    return {
        "on": None,
        "at": None,
        "by": None,
        "claims": [],
        "judgement": None,
        "what": what,
        "text": text,
        **more,
    }
