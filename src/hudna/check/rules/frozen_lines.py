"""No forces are brought into a zone that is to stay as it was."""

from hudna.check.case import Answer, Case, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.MOBILIZE})
SILENCE = "consistent"
_BRINGS = frozenset({None, "deploy", "redeploy", "reinforce", "convoy", "airlift", "fortify"})


def judge(case: Case) -> Answer | None:
    """Did a party bring forces into a zone that is to stay as it was?"""
    if not case.bound_doers or case.view.move not in _BRINGS:
        return None
    lies = case.lies("at", "to", "near", "along", "toward")
    if lies is None or lies == "outside":
        return None
    party, who = one_party(case.bound_doers), told_of(case.bound_doers)
    where = ", ".join(dict.fromkeys(one.where.name for one in case.placed if one.lies != "outside"))
    zone = case.agreement.zone(case.provision.zone)
    into = f"the zone “{zone.name}”" if zone else "the zone"
    told = f"{who} as moving forces at {where}."
    if lies == "unknown":
        return Answer(
            "undetermined", told, f"Whether that lies in {into} cannot be told.", party=party,
            missing=("the place, to the kilometre", *case.provision.settles),
        )  # fmt: skip
    if not any(one.role in {"at", "to", "along"} and one.lies == "inside" for one in case.placed):
        return Answer(
            "undetermined", told, f"Whether they entered {into} is not told.", party=party,
            missing=case.provision.settles,
        )  # fmt: skip
    return Answer("inconsistent", told, f"That lies in {into}, which is to stay as it was.", party=party)
