"""Prisoners are to be exchanged."""

from hudna.check.case import Answer, Case, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.RETREAT, Root.ASSAULT, Root.REJECT})
SILENCE = "undetermined"


def judge(case: Case) -> Answer | None:
    """Did a party release people it held, or take new ones of the other party?"""
    if not case.bound_doers:
        return None
    party, who = one_party(case.bound_doers), told_of(case.bound_doers)
    if case.view.root is Root.RETREAT and case.view.mode == "release":
        return Answer(
            "consistent", f"{who} as releasing people.",
            "That is what the provision asks for; how many are still held is not told.", party=party,
        )  # fmt: skip
    if case.view.root is Root.ASSAULT and case.view.mode == "abduct" and _of_the_other(case):
        return Answer(
            "undetermined", f"{who} as capturing people of the other party.",
            "Whether they are to be exchanged under the provision is not told.", party=party,
            missing=("who was captured, and why", *case.provision.settles),
        )  # fmt: skip
    return None


def _of_the_other(case: Case) -> bool:
    mine = one_party(case.bound_doers)
    return any(bound.tie == "party" and bound.stands_for != mine for bound in case.others)
