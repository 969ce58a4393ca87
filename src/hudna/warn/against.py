"""What speaks against an alert: easing acts, denials, unlikely explanations. Some of it lowers a level.

Done, by those who are armed, and later than everything that raised the alert: that
lowers by one level. Words, talks and third parties' calls are shown beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.alert import Reason
from hudna.model.incident import Incident, Party
from hudna.model.picture import Signal
from hudna.warn.trigger import Trigger, reason
from hudna.warn.triggers.hypotheses import asked, level_of, likelihood
from hudna.warn.units import area_at
from hudna.warn.view import View


@dataclass(frozen=True, slots=True)
class Against:
    """Reasons against, and the one that lowers the level, if any."""

    reasons: tuple[Reason, ...]
    lowers: Reason | None


def against(
    view: View, area: str | None, triggers: Sequence[Trigger], incidents: Sequence[Incident]
) -> Against:
    """What speaks against an alert on an area, or on the theatre as a whole."""
    newest = max((one.on for one in triggers if one.level and one.on), default=None)
    signals = [
        one
        for one in view.picture.signals
        if _is_told(one, newest, view) and _concerns(one, area, incidents, view)
    ]
    eased = [(one, _eased(one, view)) for one in signals]
    lowering = [said for one, said in eased if _lowers(one, newest, view)]
    denied = list(_denials(incidents, view))
    unlikely = list(_unlikely(area, view))
    return Against((*(said for _, said in eased), *denied, *unlikely), lowering[-1] if lowering else None)


def _is_told(signal: Signal, newest: date | None, view: View) -> bool:
    """An easing act of late, or one that came after the newest reason; what comes to lie in the past lowers on."""
    easing = view.rules.easing
    if signal.direction != "easing" or signal.on is None or signal.on > view.as_of:
        return False
    late = view.is_news(signal.on, easing.within_days)
    after = newest is not None and signal.on > newest and signal.kind in easing.lowers
    return signal.kind in (*easing.lowers, *easing.shown) and (late or after)


def _concerns(signal: Signal, area: str | None, incidents: Sequence[Incident], view: View) -> bool:
    """In or around the area, or by the camps that the alert is about; a third party's call concerns everything."""
    zone = area_at(signal.where, view.zones, view.rules) if signal.where else None
    if area and zone and (area in view.zones.chain(zone) or zone in view.zones.chain(area)):
        return True
    if not view.named(signal.incidents) and signal.incidents:
        return False
    return (
        signal.third_party or area is None or not _camps(signal.by, view).isdisjoint(_theirs(incidents, view))
    )


def _camps(parties: Iterable[Party], view: View) -> set[str]:
    camps = {side for party in parties if (side := view.cast.side(party))}
    return camps | {party.id for party in parties if party.id}


def _theirs(incidents: Sequence[Incident], view: View) -> set[str]:
    return _camps([party for one in incidents for party in (*one.actors, *one.recipients)], view) | {"both"}


def _lowers(signal: Signal, newest: date | None, view: View) -> bool:
    """Done, by the parties themselves, and later than everything that raised the alert."""
    done = signal.executed and not signal.alleged and not signal.third_party
    return (
        done
        and signal.kind in view.rules.easing.lowers
        and newest is not None
        and signal.on is not None
        and signal.on > newest
    )


def _eased(signal: Signal, view: View) -> Reason:
    return reason(
        view,
        "eased",
        {
            "by": tuple(party.id or f"unlisted: {party.text}" for party in signal.by),
            "signal": signal.kind,
            "on": (signal.on or view.as_of).isoformat(),
        },
        incidents=view.named(signal.incidents),
        claims=signal.claims,
    )


def _denials(incidents: Sequence[Incident], view: View) -> Iterator[Reason]:
    for incident in incidents:
        for position in incident.positions:
            if position.says.stance == "denies":
                by = position.speaker
                yield reason(
                    view,
                    "denied",
                    {
                        "by": (by.id or f"unlisted: {by.text}",) if by else (),
                        "on": (position.said or view.as_of).isoformat(),
                    },
                    incidents=(incident,),
                    claims=position.claims,
                )


def _unlikely(area: str | None, view: View) -> Iterator[Reason]:
    """Questions about this area whose dreaded answers remain unlikely."""
    for dreaded, assessment in asked(view):
        here = view.watched(dreaded.area) == area
        if here and assessment.incidents and level_of(dreaded, assessment, view) is None:
            yield reason(
                view,
                "unlikely",
                {
                    "question": assessment.text,
                    "percent": round(100 * likelihood(dreaded, assessment)),
                    "confidence": assessment.confidence,
                },
                incidents=view.named(assessment.incidents),
                claims=assessment.claims,
            )
