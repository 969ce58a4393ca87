"""An accusation or denial without words of its own → what it says of the deed that it answers.

"The army blamed the rebels", behind a shelling: the army says that the rebels shelled. "The rebels denied it": they say that
they did not. Both are accounts of one occurrence, and nobody's word stands alone. The claim as coded keeps its own root.
"""

from typing import Any

from hudna.model.claim import Actor, Claim, Count, Event, SpeechAct, Status


def account_of(claim: Claim, deed: Claim) -> Claim:
    """The same words as an account of the deed: who is said to have done it, or who denies it.

    Places, days, tolls and how often are left open: the words give none. It counts only where both were read surely, and a denial never.
    """
    if claim.event is None or deed.event is None:
        return claim
    denies = claim.speech_act is SpeechAct.DENY
    event = deed.event.model_copy(update=_own(claim.event, deed.event, denies=denies))
    return claim.model_copy(
        update={
            "event": event,
            "status": Status.DENIED if denies else Status.ALLEGED,
            "counts": claim.counts and deed.counts and not denies,
        }
    )


def _own(answer: Event, deed: Event, *, denies: bool) -> dict[str, Any]:
    """What the words of an answer say themselves."""
    return {
        "trigger": answer.trigger,
        "actors": _denied(answer.actors, deed.actors) if denies else answer.recipients,
        "recipients": () if denies else deed.recipients,
        "places": (), "occurred": None, "deeds": Count(), "fatalities": Count(), "injuries": Count(),
    }  # fmt: skip


def _denied(by: tuple[Actor, ...], doers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Who is said not to have done it: whoever was said to have, else who denies."""
    return doers or by
