"""Training and military help from abroad are suspended for a time."""

from hudna.check.case import Answer, Case, names, one_party
from hudna.model.claim import Root

ROOTS = frozenset({Root.COOPERATE, Root.AID})
SILENCE = "consistent"


def judge(case: Case) -> Answer | None:
    """Did a party train with, or take military help from, a foreign side while that was suspended?"""
    if "military" not in case.view.contexts:
        return None
    parties = [one for one in (*case.doers, *case.others) if one.tie == "party"]
    abroad = [
        one
        for one in (*case.doers, *case.others)
        if one.tie == "other" and one.party.country and one.party.country not in case.agreement.countries
    ]
    if not parties or not abroad:
        return None
    return Answer(
        "inconsistent", f"{names((*parties, *abroad))} are told of as working together in military matters.",
        "Such help was suspended.", party=one_party(parties), missing=("whether it was training or something else",),
    )  # fmt: skip
