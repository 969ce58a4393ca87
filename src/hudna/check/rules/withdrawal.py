"""Forces are to leave a zone by a day.

Only a move out of the zone is told to be what is due, and only a presence in it after the
day is told against it. Where the place is vague or the units' origin is not told, the
answer stays open.
"""

from hudna.check.case import Answer, Case, one_party, told_of
from hudna.model.claim import Root
from hudna.model.days import on_day

ROOTS = frozenset({Root.RETREAT, Root.MOBILIZE, Root.ASSAULT})
SILENCE = "undetermined"
_MOVES = frozenset({None, "deploy", "redeploy", "reinforce", "convoy", "fortify", "airlift", "patrol"})


def judge(case: Case) -> Answer | None:
    """Did forces of a party leave the zone, or are they told of in it after the day on which they were to be gone?"""
    if not case.bound_doers:
        return None
    if case.view.root is Root.RETREAT:
        return _left(case) if case.view.mode == "withdraw" else None
    if case.view.root is Root.MOBILIZE and case.view.move not in _MOVES:
        return None
    return _is_there(case)


def _left(case: Case) -> Answer | None:
    lies = case.lies("from", "at", "near", "origin")
    who, zone = told_of(case.bound_doers), _zone(case)
    if lies == "outside":
        return None
    if lies == "inside":
        return Answer(
            "consistent", f"{who} as leaving {zone}.", "That is what the provision asks for.",
            party=one_party(case.bound_doers),
        )  # fmt: skip
    return Answer(
        "undetermined",
        f"{who} as withdrawing.",
        f"Whether from {zone} is not told.",
        party=one_party(case.bound_doers),
        missing=("the places that were left", *case.provision.settles[:1]),
    )


def _is_there(case: Case) -> Answer | None:
    lies = case.lies("at", "to", "near", "along", "toward", "from", "origin")
    if case.view.root is Root.ASSAULT:
        return _in_zone(case) if lies == "inside" else None
    if lies == "inside":
        return _leaving(case) or _in_zone(case)
    if lies == "outside" and case.lies("from", "origin") == "outside":
        return None
    return Answer(
        "undetermined",
        f"{told_of(case.bound_doers)} as moving forces{_where(case)}.",
        f"Whether they came from {_zone(case)} or are in it is not told.",
        party=one_party(case.bound_doers),
        missing=case.provision.settles,
    )


def _leaving(case: Case) -> Answer | None:
    """From within the zone to outside of it: a move that does what is due."""
    if case.lies("from", "origin") != "inside" or case.lies("to", "at", "toward") != "outside":
        return None
    return Answer(
        "consistent",
        f"{told_of(case.bound_doers)} as moving from {_zone(case)} to a place outside.",
        "That is what the provision asks for.",
        party=one_party(case.bound_doers),
    )


def _in_zone(case: Case) -> Answer:
    party, deadline = one_party(case.bound_doers), case.provision.deadline
    told = f"{told_of(case.bound_doers)} in {_zone(case)}{_where(case)}."
    if deadline is None or case.after_deadline:
        day = (
            f"after {on_day(deadline)}, the day by which forces were to be gone"
            if deadline
            else "although forces are to be gone"
        )
        return Answer("inconsistent", told, f"That is {day}.", party=party)
    if case.after_deadline is None:
        return Answer(
            "undetermined",
            told,
            f"Whether that was after {on_day(deadline)} is not told.",
            party=party,
            missing=("the day",),
        )
    return Answer("consistent", told, f"Forces had until {on_day(deadline)} to leave.", party=party)


def _zone(case: Case) -> str:
    zone = case.agreement.zone(case.provision.zone)
    return f"the zone “{zone.name}”" if zone else "its positions"


def _where(case: Case) -> str:
    found = list(dict.fromkeys(where.name for _, where in case.places))
    return f" ({', '.join(found)})" if found else ""
