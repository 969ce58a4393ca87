"""Relief, goods and those who bring them move freely."""

from hudna.check.case import Answer, Case, names, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.COERCE, Root.RETREAT, Root.AID, Root.ASSAULT})
SILENCE = "undetermined"
_RELIEF = frozenset({"NGO", "MED", "REF"})
_HOLDS_UP = frozenset({"restrict", "withhold", "seize"})


def judge(case: Case) -> Answer | None:
    """Did a party let relief through, or hold it up?"""
    if not case.bound_doers or not (case.object_named or _meets_relief(case)):
        return None
    party, who = one_party(case.bound_doers), told_of(case.bound_doers)
    if case.view.root is Root.AID or (case.view.root is Root.RETREAT and case.view.mode == "access"):
        return Answer(
            "consistent",
            f"{who} as letting relief through.",
            "That is what the provision asks for.",
            party=party,
        )
    if case.view.root is Root.COERCE and case.view.mode in _HOLDS_UP:
        return Answer(
            "inconsistent", f"{who} as holding up relief or goods.", "They are to move freely.", party=party,
            missing=case.provision.settles,
        )  # fmt: skip
    if case.view.root is Root.ASSAULT and _meets_relief(case):
        return Answer(
            "inconsistent", f"{who} as using force against {names(case.others)}.",
            "Those who bring relief are to move freely.", party=party, missing=case.provision.settles,
        )  # fmt: skip
    return None


def _meets_relief(case: Case) -> bool:
    return any(bound.party.sector in _RELIEF or bound.party.country == "NGO" for bound in case.others)
