"""Nobody is arrested for identity or politics; criminals may be."""

from hudna.check.case import Answer, Case, names, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.COERCE})
SILENCE = "consistent"


def judge(case: Case) -> Answer | None:
    """Did a party arrest people for their identity or politics?"""
    if not case.bound_doers or case.view.mode != "arrest":
        return None
    if any(bound.exempt for bound in case.others):
        return None
    party, who = one_party(case.bound_doers), told_of(case.bound_doers)
    whom = names(case.others) if case.others else "people not named"
    if case.object_named:
        return Answer(
            "inconsistent", f"{who} as arresting {whom}.",
            "The words give identity or politics as ground or describe them so.", party=party,
            missing=case.provision.settles,
        )  # fmt: skip
    return Answer(
        "undetermined", f"{who} as arresting {whom}.", "On what ground is not told.", party=party,
        missing=case.provision.settles,
    )  # fmt: skip
