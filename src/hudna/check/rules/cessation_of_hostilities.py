"""A party may not use force against the other once the ceasefire holds.

Fights inside one camp, against criminals or listed groups, and among those who are no
party are out of scope. Who opened fire is seldom told, and never guessed.
"""

from collections.abc import Sequence

from hudna.check.case import Answer, Case, is_or_are, names, one_party, takes_or_take, told_of
from hudna.check.parties import Bound
from hudna.model.claim import Root

ROOTS = frozenset({Root.ASSAULT, Root.COERCE})
SILENCE = "consistent"
# Force against people in custody or in crowds is a matter of law, not of the ceasefire.
_NO_FIGHT = frozenset({"crowd-control", "beat", "torture", "sexual"})


def judge(case: Case) -> Answer | None:
    """Did one party use force against the other while the ceasefire held?"""
    if not _is_force(case):
        return None
    one, other = _sides(case)
    if not any(bound.tie in {"party", "camp"} for bound in (*one, *other)):
        return None
    return (
        _outside_the_zone(case)
        or _exempt(one, other)
        or _in_one_camp(case, one, other)
        or _against_nobody_bound(one, other)
        or _between(case, one, other)
    )


def _is_force(case: Case) -> bool:
    if case.view.root is Root.COERCE:
        return case.view.mode == "seize" and bool(case.places)
    return case.view.mode not in _NO_FIGHT


def _sides(case: Case) -> tuple[Sequence[Bound], Sequence[Bound]]:
    """Those who act and those acted upon; where all are told as acting, the first against the rest.

    Nobody uses force against himself. Of two who fought while six people died each fought the other.
    """
    fighters = [bound for bound in case.doers if not bound.is_civilian]
    own = {bound.party.id for bound in fighters} - {None}
    met = [bound for bound in case.others if bound.party.id not in own]
    known = any(bound.party.id is not None or bound.is_armed for bound in met)
    if len(fighters) < 2 or known or (met and len(met) == len(case.others)):
        return fighters, met
    first = [bound for bound in fighters if _same(bound, fighters[0])]
    rest = [bound for bound in fighters if not _same(bound, fighters[0])]
    return (first, rest) if rest else (fighters[:1], fighters[1:])


def _same(one: Bound, other: Bound) -> bool:
    """Whether two fighters are one, or stand for one party; of the unlisted nobody knows."""
    return one is other or (one.stands_for is not None and one.stands_for == other.stands_for)


def _outside_the_zone(case: Case) -> Answer | None:
    if case.agreement.zone(case.provision.zone) is None:
        return None
    lies = case.lies("at", "near", "to", "from", "along")
    where = ", ".join(dict.fromkeys(where.name for _, where in case.places)) or "a place not named"
    if lies == "outside":
        return Answer(
            "out_of_scope",
            f"Force is told of at {where}, outside the area of the ceasefire.",
            "The provision does not hold there.",
        )
    if lies == "inside":
        return None
    return Answer(
        "undetermined",
        f"Force is told of at {where}.",
        "Whether that lies in the area of the ceasefire cannot be told.",
        missing=("the place, to the kilometre",),
    )


def _exempt(one: Sequence[Bound], other: Sequence[Bound]) -> Answer | None:
    for bound in (*one, *other):
        if bound.exempt == "listed":
            return Answer(
                "out_of_scope",
                f"{bound.name} {takes_or_take([bound])} part, a group that the agreement leaves out.",
                "Force against it or by it is no matter of the ceasefire between the parties.",
            )
        if bound.exempt == "criminal":
            return Answer(
                "out_of_scope",
                f"{names((*one, *other))} are told of as fighting; {bound.name} {is_or_are([bound])} described as criminal.",
                "Criminals are no party to the agreement.",
            )
    return None


def _in_one_camp(case: Case, one: Sequence[Bound], other: Sequence[Bound]) -> Answer | None:
    """Everybody who is known stands in one camp, and both sides are known."""
    camps = {bound.stands_for for bound in (*one, *other) if bound.stands_for}
    if not one or not other or len(camps) != 1 or any(bound.stands_for is None for bound in (*one, *other)):
        return None
    return _of_one_camp(case, (*one, *other), next(iter(camps)))


def _of_one_camp(case: Case, bound: Sequence[Bound], camp: str) -> Answer:
    return Answer(
        "out_of_scope",
        f"{names(bound)} stand in one camp, that of {case.party_name(camp)}.",
        "A fight inside one camp is not between the parties.",
    )


def _against_nobody_bound(one: Sequence[Bound], other: Sequence[Bound]) -> Answer | None:
    """One side is known to be no party: another country's rebels, unarmed people."""
    if other and all(bound.is_civilian for bound in other):
        return Answer(
            "undetermined",
            f"{told_of(one)} as using force against {names(other)}.",
            "Whether that was aimed at the other party is not told.",
            party=one_party(one),
            missing=("whom the force was aimed at", "who held the place"),
        )
    for side in (one, other):
        if side and all(bound.tie == "other" for bound in side):
            return Answer(
                "out_of_scope",
                f"{names(side)} {is_or_are(side)} no party to the agreement.",
                "Force between a party and others is no matter of this provision.",
            )
    return None


def _between(case: Case, one: Sequence[Bound], other: Sequence[Bound]) -> Answer:
    mine = one_party(one)
    theirs = one_party(other) if other else _holder(case, mine)
    if mine is None or theirs is None:
        return _not_told(case, one, other, mine)
    if mine == theirs:
        return _of_one_camp(case, [bound for bound in (*one, *other) if bound.stands_for == mine], mine)
    seized = " seizing" if case.view.root is Root.COERCE else ""
    met = names(other) if other else f"a place said to be held by {case.party_name(theirs)}"
    return Answer(
        "inconsistent",
        f"{told_of(one)} as{seized or ' using force against'} {met}.",
        "Who opened fire is not told." if not case.others and other else "That is force between the parties.",
        party=None if not case.others and other else mine,
        missing=("who opened fire",) if not case.others and other else (),
        claims=() if other else case.holder_claims,
    )


def _holder(case: Case, mine: str | None) -> str | None:
    """The other party, where it alone is said to hold the place."""
    holders = set(case.holders)
    return next(iter(holders)) if len(holders) == 1 and mine not in holders else None


def _not_told(case: Case, one: Sequence[Bound], other: Sequence[Bound], mine: str | None) -> Answer:
    near = [bound for bound in (*one, *other) if bound.tie == "camp"]
    missing = [f"whether {bound.name} acted for {case.party_name(bound.stands_for or '')}" for bound in near]
    if not one or any(bound.tie == "unknown" for bound in one):
        missing.append("who used the force")
    if not other:
        missing.append(
            "who held the place" if case.view.root is Root.COERCE else "whom the force was aimed at"
        )
    if any(bound.tie == "unknown" for bound in other):
        missing.append("for whom the other side fights")
    return Answer(
        "undetermined",
        f"{told_of(one)} as using force{f' against {names(other)}' if other else ''}.",
        "Whether that was between the parties is not told.",
        party=mine,
        missing=tuple(missing),
    )
