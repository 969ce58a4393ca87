"""What the agreements say to incidents: apparent and alleged inconsistency. A standing state of affairs is no news."""

from collections.abc import Iterator

from hudna.model.finding import Finding
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.view import View

_SEVERE = 4


def triggers(view: View) -> Iterator[Trigger]:
    """Is an act told of that an agreement does not allow?"""
    for finding in view.review.findings:
        if finding.verdict == "inconsistent" and not finding.standing and view.named(finding.incidents):
            yield from _of(finding, view)


def kind_of(finding: Finding) -> str:
    """Alleged, apparent, or apparent and severe."""
    if finding.label == "alleged":
        return "finding-alleged"
    return "finding-severe" if (finding.severity or 0) >= _SEVERE else "finding-apparent"


def _of(finding: Finding, view: View) -> Iterator[Trigger]:
    kind = kind_of(finding)
    if not view.is_news(finding.on, view.rules.trigger(kind).within_days):
        return
    incidents = view.named(finding.incidents)
    for area in view.areas(incidents) or (None,):
        level = None if view.is_usual(area) else ruled(view, kind)
        yield Trigger(
            kind,
            level,
            reason(
                view,
                kind,
                {
                    "provision": finding.provision,
                    "agreement": finding.agreement,
                    "by": tuple(party.id or f"unlisted: {party.text}" for party in finding.by),
                    "on": (finding.on or view.as_of).isoformat(),
                    "area": area or "",
                },
                level=level,
                incidents=incidents,
                claims=finding.claims,
            ),
            area=area,
            subject=None if area else f"{finding.agreement}/{finding.provision}",
            on=finding.on,
            ends=(f"provision {finding.provision} is found consistent, or a person judges the finding",),
            missing=finding.missing,
        )
