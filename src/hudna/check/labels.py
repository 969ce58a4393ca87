"""Who tells it: whether an inconsistency is more than an allegation, and who alleges or denies it."""

from collections.abc import Iterable

from hudna.check.case import Case
from hudna.check.parties import Bound
from hudna.model.claim import Status
from hudna.model.evidence import Telling
from hudna.model.incident import Party


def is_alleged(case: Case) -> bool:
    """Whether the telling is an allegation: by somebody with a stake in it, or without a name.

    A report in its own voice and a party's own account are more than that.
    """
    telling = case.view.telling
    if telling.status is Status.ALLEGED or telling.anonymous:
        return True
    if telling.status is not Status.REPORTED or telling.speaker is None:
        return False
    return _has_a_stake(telling.speaker, case)


def _has_a_stake(speaker: Party, case: Case) -> bool:
    """Whether the speaker is of a party, and not of one that it tells it against itself of."""
    actor = speaker.id
    mine = {bound.stands_for for bound in _known(case) if bound.party.id == actor and bound.stands_for}
    doing = {bound.stands_for for bound in case.doers if bound.stands_for}
    return bool(mine) and mine.isdisjoint(doing)


def _known(case: Case) -> Iterable[Bound]:
    return (*case.doers, *case.others, *case.speakers)


def deniers(tellings: Iterable[Telling]) -> tuple[Party, ...]:
    """Those who deny it, each once."""
    return _once(t.speaker for t in tellings if t.status is Status.DENIED and t.speaker)


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({(party.id or party.text): party for party in parties}.values())
