"""Movements need leave or notice.

That a movement was made public is no notice to those whose leave it needs. Silence of
reports on leave proves nothing; only words that say it was missing are told against it.
"""

from hudna.check.case import Answer, Case, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.MOBILIZE})
SILENCE = "undetermined"
_MOVES = frozenset({None, "deploy", "redeploy", "reinforce", "convoy", "airlift"})


def judge(case: Case) -> Answer | None:
    """Was a movement of a party's forces told to, or allowed by, those whose leave it needs?"""
    if not case.bound_doers or case.view.move not in _MOVES or case.view.mode == "police":
        return None
    party = one_party(case.bound_doers)
    disputed = case.disputed(party)
    told = f"{told_of(case.bound_doers)} as moving forces."
    doubt = (f"whether the order binds this party: {disputed}",) if disputed else ()
    if case.object_named:
        return Answer(
            "undetermined" if disputed else "inconsistent",
            f"{told_of(case.bound_doers)} as moving forces, and the words say that it was without leave or notice.",
            "Whether the order binds it is disputed." if disputed else "The order asks for leave beforehand.",
            party=party,
            missing=doubt,
        )
    return Answer(
        "undetermined",
        told,
        "Nothing is told of leave or notice.",
        party=party,
        missing=(*case.provision.settles, *doubt),
    )
