"""Something is to be set up or done once; whether it was is seldom told by one report."""

from hudna.check.case import Answer, Case, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.AGREE, Root.SUPPORT, Root.COOPERATE})
SILENCE = "undetermined"


def judge(case: Case) -> Answer | None:
    """Is it told that what was to be set up was set up?"""
    bodies = [bound for bound in case.doers if bound.party.id in case.provision.bodies]
    if not bodies or not case.object_named:
        return None
    return Answer(
        "undetermined", f"{told_of(bodies)} as agreeing on it.",
        "Whether it was carried out is not told.", missing=case.provision.settles,
    )  # fmt: skip
