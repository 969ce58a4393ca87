"""Media escalation and hate speech end. A machine does not read hatred: it points, a person reads."""

from hudna.check.case import Answer, Case, one_party, told_of
from hudna.model.claim import Root

ROOTS = frozenset({Root.THREATEN, Root.COERCE})
SILENCE = "undetermined"
_FORCE = frozenset({"violence", "territory", None})


def judge(case: Case) -> Answer | None:
    """Did a party spread hostile words that a person should read?"""
    if not case.bound_doers:
        return None
    threat = case.view.root is Root.THREATEN and case.view.mode in _FORCE
    spread = case.view.root is Root.COERCE and case.view.mode == "misinformation"
    if not threat and not spread:
        return None
    does = "threatening force" if threat else "spreading false or hostile claims"
    return Answer(
        "undetermined", f"{told_of(case.bound_doers)} as {does}.",
        "Whether the words are hostile propaganda is for a person to read.", party=one_party(case.bound_doers),
        missing=case.provision.settles,
    )  # fmt: skip
