"""Roads, airports and crossings stay open."""

from hudna.check.case import Answer, Case, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.COERCE, Root.RETREAT})
SILENCE = "consistent"


def judge(case: Case) -> Answer | None:
    """Did a party close or open a road, an airport or a crossing?"""
    if not case.bound_doers or not case.object_named:
        return None
    party, who = one_party(case.bound_doers), told_of(case.bound_doers)
    if case.view.root is Root.RETREAT:
        if case.view.mode != "access":
            return None
        return Answer(
            "consistent",
            f"{who} as opening a way.",
            "That is what the provision asks for.",
            party=party,
        )
    if case.view.mode not in {"restrict", "curfew"}:
        return None
    return Answer(
        "inconsistent", f"{who} as closing or restricting a way.", "Roads and crossings are to be open.",
        party=party, missing=case.provision.settles,
    )  # fmt: skip
