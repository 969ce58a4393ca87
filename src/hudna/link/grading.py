"""Admiralty grades and the rung on the ladder of verification, each with its reasons in words.

Reliability is of the source, credibility of the information; they are never joined. F and 6
mean that it cannot be judged, not that it is bad. No rung above "documented" is reached
without a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hudna.knowledge.affiliations import THIRD_PARTY, Affiliations
from hudna.link.origin import Origin
from hudna.link.voices import Telling, camp_of
from hudna.model.claim import Status
from hudna.model.incident import Grade, Position, Verification

Letter = Literal["A", "B", "C", "D", "E", "F"]
Digit = Literal["1", "2", "3", "4", "5", "6"]
LETTERS: tuple[Letter, ...] = ("A", "B", "C", "D", "E", "F")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the grades rest on: one origin's letter, its camp, whether it has a name, and by whose outlets it is heard."""

    letter: Letter
    camp: str | None
    named: bool
    because: str
    ways: frozenset[str] = frozenset()

    @property
    def is_neutral(self) -> bool:
        """Whether it has a name and no camp."""
        return self.named and self.camp == THIRD_PARTY

    def bears_out(self, other: "Standing") -> bool:
        """Whether the two reached us by ways of their own: of two voices in one report one outlet alone vouches."""
        return self is not other and len(self.ways | other.ways) > 1


def standings(origins: Sequence[Origin], known: Affiliations) -> list[Standing]:
    """One standing for each origin that tells it as having happened."""
    found = []
    for origin in origins:
        own = [telling for telling in origin.tellings if telling.told.claim.counts]
        if own:
            best = min((_standing(t, known) for t in own), key=lambda s: (LETTERS.index(s.letter), s.because))
            found.append(replace(best, ways=frozenset(origin.ways)))
    return found


def independent(origins: Sequence[Origin]) -> int:
    """How many origins can each be given a way of its own: those that bear one another out."""
    holds: dict[str, int] = {}
    return sum(_is_placed(number, origins, holds, set()) for number in range(len(origins)))


def _is_placed(number: int, origins: Sequence[Origin], holds: dict[str, int], tried: set[str]) -> bool:
    """Whether a way was found for one more, others perhaps going another way of theirs."""
    for way in sorted(origins[number].ways - tried):
        tried.add(way)
        if way not in holds or _is_placed(holds[way], origins, holds, tried):
            holds[way] = number
            return True
    return False


def letters(origins: Sequence[Origin], known: Affiliations) -> tuple[Letter, ...]:
    """How far each origin can be believed when explanations are weighed, F for one that only denies or forecasts."""
    return tuple(_letter_of(origin, known) for origin in origins)


def _letter_of(origin: Origin, known: Affiliations) -> Letter:
    heard = [_vouched(telling, known) for telling in origin.tellings if telling.told.claim.counts]
    return min(heard, key=LETTERS.index, default="F")


def _vouched(telling: Telling, known: Affiliations) -> Letter:
    """The speaker's letter; of one nobody can judge, the outlet's, lowered: it chose to pass the words on.

    By one step for a voice of no camp, by two for a camp on its own acts and for a speaker
    whose camp nobody has listed. What a camp says of others is worth no more for being
    printed by a good newspaper.
    """
    own = _standing(telling, known)
    claim, report = telling.told.claim, telling.told.report
    if own.letter != "F" or not claim.speakers:
        return own.letter
    outlet = reliability(report.source, known)
    unlisted = claim.speakers[0].actor is None
    owned = claim.status is Status.DECLARED
    steps = 1 if own.camp in (None, THIRD_PARTY) else 2 if owned or unlisted else None
    return "F" if outlet == "F" or steps is None else LETTERS[min(LETTERS.index(outlet) + steps, 4)]


def _standing(telling: Telling, known: Affiliations) -> Standing:
    """The letter of who vouches, lowered by one step where it is only known through a relay."""
    claim, report = telling.told.claim, telling.told.report
    camp = camp_of(telling, known)
    if not claim.speakers:
        letter = reliability(report.source, known)
        return Standing(
            letter, camp, report.source is not None, f"{report.source or 'an unnamed source'}: {letter}"
        )
    first = claim.speakers[0]
    if first.anonymous:
        return Standing("F", camp, named=False, because=f"{first.text}: no name, F")
    letter = reliability(first.actor or first.text, known)
    if letter == "F":
        return Standing("F", camp, named=True, because=f"{first.text}: reliability not known, F")
    lowered = (
        LETTERS[min(LETTERS.index(letter) + 1, 4)] if report.source and len(claim.speakers) > 1 else letter
    )
    relayed = f", {lowered} as relayed" if lowered != letter else ""
    return Standing(lowered, camp, named=True, because=f"{first.text}: {letter}{relayed}")


def reliability(name: str | None, known: Affiliations) -> Letter:
    """The letter of an outlet or speaker, F where nobody has given one."""
    outlet = known.outlet(name)
    if outlet:
        return outlet.reliability
    entry = known.actors.get(name or "")
    return entry.reliability if entry else "F"


def grade(found: Sequence[Standing], rows: Sequence[Position], overlooked: Sequence[str] = ()) -> Grade:
    """Both letters with the reasons for each."""
    letter: Letter = min((one.letter for one in found), key=LETTERS.index, default="F")
    digit, because = _credibility(found, rows)
    reasons = tuple(dict.fromkeys(one.because for one in found))
    return Grade(reliability=letter, credibility=digit, because=(*reasons, because, *overlooked))


def _credibility(found: Sequence[Standing], rows: Sequence[Position]) -> tuple[Digit, str]:
    named = [one for one in found if one.named]
    neutral = [one for one in named if one.is_neutral]
    camps = {one.camp for one in named if one.camp not in {None, THIRD_PARTY}}
    denied = any(row.says.stance == "denies" for row in rows)
    if not named:
        return "6", "nobody with a name tells it as having happened"
    if any(row.against_interest and row.says.stance in {"asserts", "alleges"} for row in rows):
        return ("2" if denied else "1"), "a side says it against its own interest"
    if _any_bears_out(neutral, named):
        told = f"{len(named)} independent origins with a name, {len(neutral)} of them no belligerent"
        if denied:
            return "3", f"{told}; but it is denied"
        return ("1" if _any_bears_out(neutral, neutral) else "2"), told
    if len(camps) > 1:
        both = _any_bears_out(named, named)
        return ("2", "both sides tell it") if both else ("3", "both sides tell it, by way of one outlet")
    if denied:
        return "4", "one side tells it, the other denies it"
    if neutral:
        return "3", "one independent origin" if len(
            named
        ) == 1 else "told alike by voices that one outlet quotes"
    return "4" if len(named) == 1 else "3", "told by one side only"


def _any_bears_out(ones: Sequence[Standing], others: Sequence[Standing]) -> bool:
    return any(one.bears_out(other) for one in ones for other in others)


def rung(found: Sequence[Standing], rows: Sequence[Position]) -> tuple[int, Verification]:
    """The rung of the ladder, and its name; a denial is shown as a dispute and takes no rung away.

    Corroborated: by two origins that reached us by ways of their own, at least one of them no belligerent.
    """
    against = any(row.against_interest and row.says.stance in {"asserts", "alleges"} for row in rows)
    if against:
        level: int = 3
    elif _any_bears_out([one for one in found if one.is_neutral], found):
        level = 2
    else:
        level = 1 if any(one.named for one in found) else 0
    if any(row.says.stance == "denies" for row in rows) and found:
        return level, "disputed"
    names: tuple[Verification, ...] = ("raw", "reported", "corroborated", "documented")
    return level, names[level]
