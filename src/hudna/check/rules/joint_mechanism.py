"""A joint body meets, and monitors can work.

Meeting is what is due; leaving the body or keeping monitors out is told against it. How
long nobody met is shown by the channels, not here.
"""

from hudna.check.case import Answer, Case, names, one_party
from hudna.model.claim import Root

ROOTS = frozenset(
    {
        Root.CONSULT,
        Root.AGREE,
        Root.SANCTION,
        Root.REJECT,
        Root.COERCE,
        Root.RETREAT,
        Root.COOPERATE,
        Root.ASSAULT,
    }
)
SILENCE = "undetermined"
THIRD_PARTIES = True
_STAYS_AWAY = frozenset({"withdraw", "discontinue", "expel"})


def judge(case: Case) -> Answer | None:
    """Did the joint body meet, did a party stay away, or were monitors let in or kept out?"""
    if not _about_the_body(case):
        return None
    party = one_party(case.bound_doers)
    match case.view.root:
        case Root.CONSULT | Root.AGREE | Root.COOPERATE:
            return _answer(
                case,
                "consistent",
                "is told of as meeting or working together",
                "That is what the provision asks for.",
                None,
            )
        case Root.SANCTION if case.view.mode in _STAYS_AWAY:
            return _answer(
                case,
                "inconsistent",
                "is told of as staying away from the joint body",
                "The provision rests on both sides taking part.",
                party,
            )
        case Root.REJECT if case.view.mode == "meet":
            return _answer(
                case,
                "inconsistent",
                "is told of as refusing to meet",
                "The provision rests on both sides taking part.",
                party,
            )
        case Root.RETREAT if case.view.mode == "access" and party:
            return _answer(
                case,
                "consistent",
                "is told of as letting monitors in",
                "That is what the provision asks for.",
                party,
            )
        case Root.COERCE if case.view.mode == "restrict" and party:
            return _answer(
                case,
                "inconsistent",
                "is told of as keeping monitors out",
                "Monitors are to have access.",
                party,
            )
        case Root.ASSAULT if party and case.others:
            return _answer(
                case,
                "inconsistent",
                "is told of as using force against monitors",
                "Monitors are to work in safety.",
                party,
            )
    return None


def _about_the_body(case: Case) -> bool:
    """A body of the provision takes part, is met, or is what somebody stays away from."""
    return any(bound.party.id in case.provision.bodies for bound in (*case.doers, *case.others))


def _answer(case: Case, verdict: str, does: str, so: str, party: str | None) -> Answer:
    missing = case.provision.settles if verdict == "inconsistent" else ()
    return Answer(verdict, f"{names(case.doers)} {does}.", so, party=party, missing=missing)  # type: ignore[arg-type]
