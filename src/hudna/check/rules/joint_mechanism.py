"""A joint body meets, and monitors can work.

Meeting is what is due; leaving the body or keeping monitors out is told against it. How
long nobody met is shown by the channels, not here.
"""

from typing import Literal

from hudna.check.case import Answer, Case, one_party, told_of
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


# What is told against or for the provision: verdict, what is done, what that means.
Reading = tuple[Literal["consistent", "inconsistent"], str, str]
_MET: Reading = (
    "consistent",
    "as meeting or working together",
    "That is what the provision asks for.",
)
_AWAY: Reading = (
    "inconsistent",
    "as staying away from the joint body",
    "The provision rests on both sides taking part.",
)
_REFUSED: Reading = (
    "inconsistent",
    "as refusing to meet",
    "The provision rests on both sides taking part.",
)
_LET_IN: Reading = ("consistent", "as letting monitors in", "That is what the provision asks for.")
_KEPT_OUT: Reading = ("inconsistent", "as keeping monitors out", "Monitors are to have access.")
_FORCED: Reading = (
    "inconsistent",
    "as using force against monitors",
    "Monitors are to work in safety.",
)


def judge(case: Case) -> Answer | None:
    """Did the joint body meet, did a party stay away, or were monitors let in or kept out?"""
    party = one_party(case.bound_doers)
    found = _reading(case, party) if _about_the_body(case) else None
    # Who meets does so together; anything else is some party's.
    return _answer(case, found, None if found is _MET else party) if found else None


def _reading(case: Case, party: str | None) -> Reading | None:
    mode = case.view.mode
    match case.view.root:
        case Root.CONSULT | Root.AGREE | Root.COOPERATE:
            return _MET
        case Root.SANCTION if mode in _STAYS_AWAY:
            return _AWAY
        case Root.REJECT if mode == "meet":
            return _REFUSED
        case Root.RETREAT if mode == "access" and party:
            return _LET_IN
        case Root.COERCE if mode == "restrict" and party:
            return _KEPT_OUT
        case Root.ASSAULT if party and case.others:
            return _FORCED
    return None


def _about_the_body(case: Case) -> bool:
    """A body of the provision takes part, is met, or is what somebody stays away from."""
    return any(bound.party.id in case.provision.bodies for bound in (*case.doers, *case.others))


def _answer(case: Case, found: Reading, party: str | None) -> Answer:
    verdict, does, so = found
    missing = case.provision.settles if verdict == "inconsistent" else ()
    return Answer(verdict, f"{told_of(case.doers)} {does}.", so, party=party, missing=missing)
