"""What the agreements say to incidents: apparent and alleged inconsistency. A standing state of affairs is no news."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hudna.model.finding import Finding
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.view import View

_SEVERE = 4


def triggers(view: View) -> Iterator[Trigger]:
    """Is an act told of that an agreement does not allow?"""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Finding]] = defaultdict(list)
    for finding in view.review.findings:
        if finding.verdict == "inconsistent" and not finding.standing and view.named(finding.incidents):
            groups[kind_of(finding), finding.agreement, finding.incidents].append(finding)
    for (kind, _, _), found in groups.items():
        yield from _of(kind, found, view)


def kind_of(finding: Finding) -> str:
    """Alleged, apparent, or apparent and severe."""
    if finding.label == "alleged":
        return "finding-alleged"
    return "finding-severe" if (finding.severity or 0) >= _SEVERE else "finding-apparent"


def _of(kind: str, found: Sequence[Finding], view: View) -> Iterator[Trigger]:
    """What one agreement says to one incident, all provisions together."""
    on = max((one.on for one in found if one.on), default=None)
    if not view.is_news(on, view.rules.trigger(kind).within_days):
        return
    incidents = view.named(found[0].incidents)
    provisions = tuple(dict.fromkeys(one.provision for one in found))
    for area in view.areas(incidents) or (None,):
        level = None if view.is_usual(area) else ruled(view, kind)
        yield Trigger(
            kind,
            level,
            reason(
                view,
                kind,
                {
                    "provisions": provisions,
                    "agreement": found[0].agreement,
                    "by": _names(found),
                    "on": (on or view.as_of).isoformat(),
                    "area": area or "",
                },
                level=level,
                incidents=incidents,
                claims=(claim for one in found for claim in one.claims),
            ),
            area=area,
            subject=None if area else f"{found[0].agreement}/{provisions[0]}",
            on=on,
            ends=(
                f"a person judges the finding on {', '.join(provisions)}, or it is {_days(kind, view)} days old",
            ),
            missing=tuple(dict.fromkeys(fact for one in found for fact in one.missing)),
        )


def _days(kind: str, view: View) -> int:
    return view.rules.trigger(kind).within_days


def _names(found: Sequence[Finding]) -> tuple[str, ...]:
    parties = (party for one in found for party in one.by)
    return tuple(dict.fromkeys(party.id or f"unlisted: {party.text}" for party in parties))
