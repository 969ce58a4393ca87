"""Whether two people without a name are one: told alike, or one person of one description who says the same thing."""

from collections.abc import Sequence
from functools import lru_cache

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import common_words, is_anyone, is_pronoun, is_single
from hudna.knowledge.sounds import one_name
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
        return self._meaning is None or self.are_called_alike(one, other)

    def are_called_alike(self, one: Voice, other: Voice) -> bool:
        """Whether what they are called in two languages means the same."""
        return self._meaning is not None and self._called(self._meaning, one, other) >= SAME_OFFICE

    @staticmethod
    def _called(meaning: Likeness, one: Voice, other: Voice) -> float:
        """How alike they are called; what the two names share, a town mostly, says nothing of who they are."""
        first, second = _without_shared(one, other), _without_shared(other, one)
        return meaning(first, second) if first and second else meaning(one.text, other.text)

    def is_heard_here(self, tellings: Sequence[Telling]) -> bool:
        """Whether their report says that they spoke to its own outlet."""
        return any(map(self._heard_here, tellings))

    def _is_heard_here(self, telling: Telling) -> bool:
        return heard_here(telling.told, self._known)

    def is_reused(self, tellings: Sequence[Telling], others: Sequence[Telling]) -> bool:
        """Whether what one says stands in the other's words."""
        return is_reused(_claims(tellings), _claims(others), self._meaning)

    def say_alike(self, tellings: Sequence[Telling], others: Sequence[Telling]) -> bool:
        """Whether what one says is what the other says, in whatever words."""
        return self._says(tellings, others) >= SAYS_ALONE

    def _says(self, tellings: Sequence[Telling], others: Sequence[Telling]) -> float:
        meaning = self._meaning
        if meaning is None:
            return 0.0
        return max((meaning(a.text, b.text) for a in _claims(tellings) for b in _claims(others)), default=0.0)

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
        says = self._says(tellings, before)
        if any(is_pronoun(one.text, one.language) for one in (voice, earlier)):
            return says >= (SAYS_BESIDE if beside else SAYS_ALONE)
        called = self._called(meaning, voice, earlier)
        if beside and called >= CALLED_BESIDE and says >= SAYS_BESIDE:
            return True
        return called >= CALLED and says >= SAYS and called + says >= TOGETHER


@lru_cache(_KEPT)
def _without_shared(voice: Voice, other: Voice) -> str:
    """What somebody is called but for the towns that the other name has, too; nothing where no more is left, or a shared name is his own."""
    words, its, idle = voice.text.split(), other.text.split(), common_words(voice.language)
    shared = [any(_are_one_town(word, theirs) for theirs in its) for word in words]
    for before, word, both in zip(["", *words], words, shared, strict=False):
        if both and word[:1].isupper() and not {fold(before), fold(word)} & idle and before[:1].islower():
            return ""  # "the aid group Clear Wells", and whoever speaks for it
    left = [word for word, both in zip(words, shared, strict=True) if not both]
    return " ".join(left) if any(fold(word) not in idle for word in left) else ""


def _are_one_town(word: str, other: str) -> bool:
    """Whether a word with a capital stands in both names."""
    return (word[:1].isupper() or other[:1].isupper()) and one_name(word, other)


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
