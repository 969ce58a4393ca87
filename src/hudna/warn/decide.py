"""Raise, hold or stand down: with memory, so that alerts do not flicker.

A level goes up at once, whenever something gives a higher one: there is no cool-down.
It goes down when an easing act lowers it, when a person judged it unfounded, or when
nothing upheld it for the calm days of its level although reports were read. Without
reports nothing is calm: the alert is held, with the gap named, until nothing can be
said any more.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hudna.model.alert import Alert, rank
from hudna.model.days import on_day
from hudna.warn.case import Case, cases
from hudna.warn.coverage import heard_between
from hudna.warn.line import Verdict, line
from hudna.warn.view import View

_UNHEARD = "Stood down because nothing was heard for so long that it cannot be upheld; not because of calm."
_SILENT = "Nothing told upholds it, but those who told of it are not heard: that is a gap, not calm."


def decide(view: View, before: Sequence[Alert] = ()) -> tuple[Alert, ...]:
    """The alerts of a theatre on a day: those that stand, and those stood down on this very day.

    `before`: the alerts that stood on the day before.
    """
    found = [(case, _verdict(case)) for case in cases(view, before)]
    return tuple(line(case, verdict) for case, verdict in found if verdict)


def standing(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Of the alerts of many days those that still stand: the latest of each area and subject."""
    latest: dict[tuple[str, str | None, str | None], Alert] = {}
    for alert in sorted(alerts, key=lambda one: (one.as_of, one.raised, one.id)):
        latest[alert.theatre, alert.area, alert.subject] = alert
    return tuple(one for one in latest.values() if one.state != "stood_down")


def _verdict(case: Case) -> Verdict | None:
    """What is decided; None where nothing stood and nothing is raised."""
    if case.before is None:
        return Verdict(case.level, "raised", case.note) if case.level else None
    if case.opinion.opinion == "unfounded" and not case.tells_new:
        return Verdict(case.before.level, "stood_down", case.opinion.unfounded[-1].text)
    if case.level and rank(case.level) > rank(case.before.level):
        return Verdict(case.level, "raised", case.note)
    if case.level and (case.level == case.before.level or case.contrary.lowers is not None):
        return Verdict(case.level, "held", case.note)
    return _calming(case, case.before)


def _calming(case: Case, before: Alert) -> Verdict:
    """Nothing upholds the level: it goes down after its calm days, if those who told of it were heard in them."""
    today, rules = case.view.as_of, case.view.rules
    since = before.calm_since or today
    if not _is_heard(case, before, since):
        return _unheard(case, before)
    if today > before.expires:
        return _down(
            case,
            before,
            f"It expired: nothing new was told of it since {on_day(before.last_evidence or since)}.",
        )
    calm = since + timedelta(days=int(rules.calm_days.of(before.level)))
    if today >= calm:
        return _down(
            case, before, f"Nothing told upholds {before.level} since {on_day(since)}, and reports were read."
        )
    # It goes down by age if that comes first; two days in one card would contradict each other.
    goes = min(calm, before.expires + timedelta(days=1))
    told = (
        f"Nothing told upholds it since {on_day(since)}; it goes down on {on_day(goes)} if that remains so."
    )
    return Verdict(before.level, "held", told, calm_since=since)


def _unheard(case: Case, before: Alert) -> Verdict:
    """Held while nobody reports, up to the day from which nothing can be said any more."""
    days = (case.view.as_of - (before.last_evidence or before.raised)).days
    if days >= case.view.rules.unheard_days.value:
        return Verdict(before.level, "stood_down", _UNHEARD)
    return Verdict(before.level, "held", _SILENT)


def _down(case: Case, before: Alert, told: str) -> Verdict:
    """One line lower where something still upholds a lower level, else stood down."""
    if case.level is None:
        return Verdict(before.level, "stood_down", told)
    return Verdict(case.level, "held", told)


def _is_heard(case: Case, before: Alert, since: date) -> bool:
    """Whether reports were read since then, and not all who told of it are silent; yes where nobody can tell."""
    read = case.view.read
    if read is None or not read.names:
        return True
    told = {case.view.publisher_of(name) for one in case.view.named(before.incidents) for name in one.reports}
    silent = {gap.source for gap in case.view.gaps}
    if told & set(read.names) and told & set(read.names) <= silent:
        return False
    return since >= case.view.as_of or heard_between(read, since, case.view.as_of)
