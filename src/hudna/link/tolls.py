"""Everybody's figures side by side: low, best and high, with who gave which."""

from collections.abc import Iterable
from functools import lru_cache

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.linking import Roots
from hudna.link.parties import party
from hudna.link.positions import estimate
from hudna.link.voices import Telling, Voice, voice_of
from hudna.model.claim import Actor
from hudna.model.incident import Estimate, Party, Toll

# Voices of claims that are remembered.
_KEPT = 5000
Groups = dict[Voice, list[Telling]]


class Vouching:
    """Sorts what counts by who vouches for it; the voice of a claim is remembered."""

    def __init__(self, known: Affiliations, roots: Roots) -> None:
        self._known, self._roots = known, roots
        self._voice = lru_cache(_KEPT)(self._voice_of)

    def _voice_of(self, telling: Telling) -> Voice:
        return voice_of(telling, self._known, self._roots)

    def groups(self, tellings: Iterable[Telling]) -> Groups:
        """The claims of each voice, in their order."""
        voices: Groups = {}
        for telling in tellings:
            if telling.told.claim.counts:
                voice = self._voice(telling)
                same = voice if voice in voices else next((o for o in voices if voice.is_of(o)), voice)
                voices.setdefault(same, []).append(telling)
        return voices


def toll(voices: Groups, field: str, known: Affiliations) -> Toll:
    """Low, best and high over the latest figure of each voice.

    What an outlet mentions without a speaker counts only where no speaker gives a figure: it
    is somebody's figure passed on. `best` is left open where two voices differ.
    """
    spoken = [group for voice, group in voices.items() if voice.kind in {"named", "nameless"}]
    found = _estimates(spoken, field, known) or _estimates(list(voices.values()), field, known)
    if not found:
        return Toll()
    lows = [low for one in found if (low := _first(one.low, one.best, one.high)) is not None]
    highs = [high for one in found if (high := _first(one.high, one.best, one.low)) is not None]
    bests = {one.best for one in found}
    return Toll(
        low=min(lows), best=next(iter(bests)) if len(bests) == 1 else None, high=max(highs), by=tuple(found)
    )  # fmt: skip


def _estimates(groups: list[list[Telling]], field: str, known: Affiliations) -> list[Estimate]:
    found = []
    for group in groups:
        claims = [telling.told.claim for telling in group]
        if given := estimate(claims, field, _speaker(group[-1], known)):
            found.append(given)
    return found


def _speaker(telling: Telling, known: Affiliations) -> Party | None:
    speakers = telling.told.claim.speakers
    if not speakers:
        return None
    first = speakers[0]
    return party(Actor(text=first.text, start=first.start, end=first.end, id=first.actor), known)


def _first(*numbers: int | None) -> int | None:
    return next((number for number in numbers if number is not None), None)
