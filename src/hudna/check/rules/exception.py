"""Groups that the agreement leaves out: force against them is no matter of it."""

from hudna.check.case import Answer, Case, is_or_are, names, takes_or_take
from hudna.model.claim import Root

ROOTS = frozenset({Root.ASSAULT, Root.COERCE})
SILENCE = "out_of_scope"


def judge(case: Case) -> Answer | None:
    """Was the force used against, or by, a group that the agreement leaves out?"""
    listed = [bound for bound in (*case.doers, *case.others) if bound.exempt == "listed"]
    bound = [one for one in (*case.doers, *case.others) if one.tie == "party"]
    if not listed or not bound:
        return None
    return Answer(
        "out_of_scope",
        f"{names(listed)} {takes_or_take(listed)} part and {is_or_are(listed)} on the list of those left out.",
        "The agreement does not cover what happens between it and a party.",
    )
