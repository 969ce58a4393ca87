"""Whether two people without a name are one: told alike, or one person of one description who says the same thing."""

from collections.abc import Sequence
from functools import lru_cache

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.linking_words import is_anyone, is_pronoun, is_single
from hudna.link.carrying import CARRIED_DAYS, Likeness, is_reused
from hudna.link.hearing import heard_here
from hudna.link.voices import Telling, Voice, are_he_and_she, is_local
from hudna.model.claim import Claim

# Names of offices are short: a cosine above which two in two languages are one (of sentences less is enough).
SAME_OFFICE = 0.55
# One person in two texts: cosines of what he is called and of what he says, each and together. On dev pairs of persons judged
# one come to .97 together and more, those judged two to .72 and less; what is lower than .40 is nobody's.
CALLED, SAYS, TOGETHER = 0.4, 0.4, 0.9
# Who is only called "he" is known by what he says alone.
SAYS_ALONE = 0.5
# In a report that has another voice of that earlier report too, as a rewrite has, less is enough.
CALLED_BESIDE, SAYS_BESIDE = 0.2, 0.45
# Claims of which it is remembered whether they were told to the outlet itself.
_KEPT = 5000


class People:
    """Compares speakers without a name; `meaning` may be missing, and then words decide."""

    def __init__(self, known: Affiliations, meaning: Likeness | None = None) -> None:
        self._known, self._meaning = known, meaning
        self._heard_here = lru_cache(_KEPT)(self._is_heard_here)

    def alike(self, one: Voice, other: Voice) -> bool:
        """Whether two nameless speakers may be the same: people of the place, or of one description."""
        if is_local(one) and is_local(other):
            return True
        if are_he_and_she(one, other):
            return False
        if one.language == other.language:
            return bool(set(one.line) & set(other.line)) or not (one.line and other.line)
        return self._meaning is None or self._meaning(one.text, other.text) >= SAME_OFFICE

    def is_heard_here(self, tellings: Sequence[Telling]) -> bool:
        """Whether their report says that they spoke to its own outlet."""
        return any(map(self._heard_here, tellings))

    def _is_heard_here(self, telling: Telling) -> bool:
        return heard_here(telling.told, self._known)

    def is_reused(self, tellings: Sequence[Telling], others: Sequence[Telling]) -> bool:
        """Whether what one says stands in the other's words."""
        return is_reused(_claims(tellings), _claims(others), self._meaning)

    def is_told_on(
        self,
        voice: Voice,
        tellings: Sequence[Telling],
        earlier: Voice,
        before: Sequence[Telling],
        *,
        beside: bool,
    ) -> bool:
        """Whether a report repeats, with or without credit, what one person told another outlet; `beside`: another voice is common to both."""
        meaning = self._meaning
        if meaning is None or not (_is_person(voice, earlier) and _is_near(tellings, before)):
            return False
        if (ones := _dead(tellings)) and (others := _dead(before)) and not ones & others:
            return False
        says = max((meaning(a.text, b.text) for a in _claims(tellings) for b in _claims(before)), default=0.0)
        if any(is_pronoun(one.text, one.language) for one in (voice, earlier)):
            return says >= (SAYS_BESIDE if beside else SAYS_ALONE)
        called = meaning(voice.text, earlier.text)
        if beside and called >= CALLED_BESIDE and says >= SAYS_BESIDE:
            return True
        return called >= CALLED and says >= SAYS and called + says >= TOGETHER


def _is_person(one: Voice, other: Voice) -> bool:
    """Whether both may be one person without a name, and not anybody of a crowd."""
    both = (one, other)
    if any(voice.kind not in {"nameless", "named"} or voice.listed for voice in both):
        return False
    if any(is_anyone(voice.text, voice.language) for voice in both):
        return False
    return any(is_single(voice.text, voice.language) for voice in both)


def _is_near(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    days = [day.toordinal() for one in (*ones, *others) if (day := one.told.report.published)]
    return not days or max(days) - min(days) <= CARRIED_DAYS


def _dead(tellings: Sequence[Telling]) -> set[int]:
    return {one.outline.dead[1] for one in tellings if one.outline and one.outline.dead[1] is not None}


def _claims(tellings: Sequence[Telling]) -> list[Claim]:
    return [one.told.claim for one in tellings]
