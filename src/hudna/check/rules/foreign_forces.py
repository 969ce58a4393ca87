"""Foreign fighters and forces are to leave.

Their presence is told in two ways: they act themselves, or somebody says that they are
part of a force. The second stays a claim of whoever says so, also where many repeat it.
"""

from hudna.check.case import Answer, Case, MadeOf, makes_or_make, names, told_of
from hudna.check.parties import Bound
from hudna.model.agreement import Host
from hudna.model.claim import Root
from hudna.model.days import on_day

ROOTS = frozenset({Root.MOBILIZE, Root.ASSAULT, Root.COERCE, Root.RETREAT, Root.COOPERATE, Root.AID})
SILENCE = "undetermined"


def judge(case: Case) -> Answer | None:
    """Are foreign fighters or forces told of in the country after the day on which they were to be gone, or as leaving it?"""
    foreign = [bound for bound in case.doers if _host(case, bound.party.id)]
    if foreign and case.view.root is Root.RETREAT:
        return _leaving(case, foreign) if case.view.mode == "withdraw" else None
    if foreign:
        return _present(case, foreign)
    return next((_part_of(case, made) for made in case.made_of), None)


def _host(case: Case, actor: str | None) -> Host | None:
    return next((host for host in case.provision.foreign if actor is not None and host.actor == actor), None)


def _party(case: Case, foreign: list[Bound]) -> str | None:
    parties = {host.party for bound in foreign if (host := _host(case, bound.party.id))}
    return next(iter(parties)) if len(parties) == 1 else None


def _leaving(case: Case, foreign: list[Bound]) -> Answer:
    return Answer(
        "consistent",
        f"{told_of(foreign)} as withdrawing.",
        "That is what the provision asks for; how many stay is not told.",
        party=_party(case, foreign),
    )


def _present(case: Case, foreign: list[Bound]) -> Answer:
    return _after_the_day(case, f"{told_of(foreign)}{_there(case)}.", _party(case, foreign))


def _there(case: Case) -> str:
    """Where no place is told, nothing says that it was in the country."""
    return " in the country" if case.view.places or case.places else ""


def _part_of(case: Case, made: MadeOf) -> Answer:
    """Somebody says that a force of a party has foreign members."""
    members = names(made.foreign)
    share = f"{made.stated.share} of " if made.stated.share else "part of "
    speaker = made.stated.speaker
    who = f"“{speaker.text}”" if speaker else "The report"
    unnamed = " (no name given)" if made.stated.anonymous else ""
    told = f"{who}{unnamed} says that {members} {makes_or_make(made.foreign)} up {share}the force of {names(case.doers)}."
    answer = _after_the_day(case, told, _its_party(case))
    return Answer(
        answer.verdict, answer.told, answer.so, answer.party, answer.missing,
        by=(speaker,) if speaker else (),
        alleged=made.stated.status == "alleged" or made.stated.anonymous,
        claims=made.stated.claims,
    )  # fmt: skip


def _its_party(case: Case) -> str | None:
    parties = {bound.stands_for for bound in case.bound_doers}
    return next(iter(parties)) if len(parties) == 1 else None


def _after_the_day(case: Case, told: str, party: str | None) -> Answer:
    deadline = case.provision.deadline
    if deadline is None:
        return Answer(
            "undetermined", told, "They are to leave by stages for which no day was set.", party,
            missing=case.provision.settles,
        )  # fmt: skip
    if case.after_deadline is None:
        return Answer(
            "undetermined", told, f"Whether that was after {on_day(deadline)} is not told.", party,
            missing=("the day", *case.provision.settles),
        )  # fmt: skip
    if case.after_deadline:
        return Answer(
            "inconsistent",
            told,
            f"They were to be gone by {on_day(deadline)}.",
            party,
            missing=case.provision.settles,
        )
    return Answer("consistent", told, f"They had until {on_day(deadline)} to leave.", party)
