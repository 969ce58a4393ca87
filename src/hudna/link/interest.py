"""Is what a speaker says against its own interest? Each rule asks one question."""

from collections.abc import Callable

from hudna.knowledge.affiliations import THIRD_PARTY, Affiliations
from hudna.model.claim import Actor, Claim, Event, Root, Status

_CIVILIAN = frozenset({"CVL", "REF", "MED", "JRN", "EDU", "NGO", "LAB", "AGR", "REL"})
_ARMED = frozenset({"MIL", "COP", "PRM", "REB", "UAF", "SPY"})
_HARM = frozenset({Root.ASSAULT, Root.COERCE})
_GIVING_WAY = frozenset({Root.RETREAT, Root.CONCEDE, Root.AGREE, Root.COOPERATE})
Rule = Callable[[Claim, Event, str, Affiliations], bool]


def admits_harm_to_civilians(claim: Claim, event: Event, camp: str, known: Affiliations) -> bool:
    """Does a side say that its own people harmed civilians?"""
    if not claim.counts or event.root not in _HARM:
        return False
    return _any_of(event.actors, camp, known) and any(one.sector in _CIVILIAN for one in event.recipients)


def admits_own_losses(claim: Claim, event: Event, camp: str, known: Affiliations) -> bool:
    """Does a side say that fighters of its own were killed or taken?"""
    if not claim.counts or event.root is not Root.ASSAULT:
        return False
    hit = [one for one in event.recipients if one.sector in _ARMED]
    return _any_of(hit, camp, known) and bool(event.fatalities.best or event.fatalities.low)


def credits_the_other_side(claim: Claim, event: Event, camp: str, known: Affiliations) -> bool:
    """Does a side say that the other one gave way or kept its word?"""
    if not claim.counts or event.root not in _GIVING_WAY:
        return False
    return bool(event.actors) and all(_is_other(one, camp, known) for one in event.actors)


def clears_the_other_side(claim: Claim, event: Event, camp: str, known: Affiliations) -> bool:
    """Does a side deny that the other one did harm?"""
    if claim.status is not Status.DENIED or event.root not in _HARM:
        return False
    return bool(event.actors) and all(_is_other(one, camp, known) for one in event.actors)


RULES: tuple[Rule, ...] = (
    admits_harm_to_civilians, admits_own_losses, credits_the_other_side, clears_the_other_side,
)  # fmt: skip


def against_interest(claim: Claim, camp: str | None, known: Affiliations) -> str | None:
    """Which rule says so, in words; None where none does or nobody's camp is known."""
    if claim.event is None or camp is None or camp == THIRD_PARTY or not claim.speakers:
        return None
    for rule in RULES:
        if rule(claim, claim.event, camp, known):
            return rule.__name__.replace("_", " ")
    return None


def _camp(one: Actor, known: Affiliations) -> str | None:
    side = known.side(one.id)
    if side:
        return side.removesuffix("-leaning")
    return (*known.line(one.id)[-1:], one.id)[0]


def _any_of(actors: tuple[Actor, ...] | list[Actor], camp: str, known: Affiliations) -> bool:
    return any(_camp(one, known) == camp for one in actors)


def _is_other(one: Actor, camp: str, known: Affiliations) -> bool:
    other = _camp(one, known)
    return other is not None and other not in {camp, THIRD_PARTY}
