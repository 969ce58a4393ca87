"""Which report carries another's text: copied, rewritten, translated or credited; whole, or by a sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hudna.link.accounts import Account
from hudna.link.copying import COPIED, EDITED, edited_share
from hudna.link.levels import EVERYDAY
from hudna.link.outline import Outline
from hudna.link.voices import Voice
from hudna.link.wording import figures, stems
from hudna.model.claim import Claim

# Wires are carried on within three days; the same words later are a quotation from the archive.
CARRIED_DAYS = 3
# Cosine of two sentences above which one translates the other: true pairs of our languages lie at .52 to .89, false ones
# that share only the name of a town at .55 and below. In one language two outlets tell one thing more alike: those of
# dev that tell it themselves lie at .47 and below, those that rewrite at .81 and above.
TRANSLATED, REWRITTEN = 0.6, 0.75
# Who names nobody and counts as many dead or wounded as one earlier report has it from there where the sentences are this alike.
SAME_TOLL = 0.55
# Of what a rewrite or translation tells of the incident so much has a counterpart.
TRANSLATED_SHARE = 0.6
# One sentence in the same words in two reports is reuse, if it is long enough not to be a phrase.
SAME_SENTENCE, SENTENCE_STEMS = 0.6, 6
Likeness = Callable[[str, str], float]
# Pairs of reports of which it is remembered.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Source:
    """An earlier report whose text another one carries, and how that shows."""

    account: Account
    because: str


class Carrying:
    """Compares the texts of reports; of two that are compared again, as one more tells their incident, it is remembered."""

    def __init__(self, meaning: Likeness | None) -> None:
        self._meaning = meaning
        self._shared = lru_cache(_KEPT)(_share)
        self._translates = lru_cache(_KEPT)(self._is_translated)

    def reused_in(self, account: Account, before: Sequence[Account]) -> Source | None:
        """The earlier report whose words this one has."""
        shares = [(self._shared(account, earlier), earlier) for earlier in _near(account, before)]
        best = max(shares, key=lambda pair: pair[0], default=None)
        if best and best[0] >= EDITED:
            how = "carries" if best[0] >= COPIED else "rewrites"
            return Source(best[1], f"{how} {best[1].report} ({best[0]:.0%} of the shorter text)")
        return None

    def told_in_other_words(self, account: Account, before: Sequence[Account]) -> Source | None:
        """The earlier report that this one translates or rewrites."""
        for earlier in _near(account, before):
            if self._translates(account, earlier):
                return Source(earlier, f"tells in other words what {earlier.report} does")
        return None

    def _is_translated(self, account: Account, earlier: Account) -> bool:
        return _translated(account, earlier, self._meaning)


def _translated(account: Account, earlier: Account, meaning: Likeness | None) -> bool:
    """Whether what one tells of the incident is what the other tells, sentence for sentence."""
    ones, others = account.outlines, earlier.outlines
    if meaning is None or not ones or not others:
        return False
    if (alike := ones[0].language == others[0].language) and any(one.kind != "own" for one in account.voices):
        return False  # In one language only who names nobody is compared by what it means.
    least = REWRITTEN if alike else TRANSLATED
    if not _figures_agree(ones, others):
        return False
    toll = _toll(ones) & _toll(others) if any(one.kind == "own" for one in account.voices) else frozenset()
    least = SAME_TOLL if toll else least
    matched = [one for one in ones if max(meaning(one.words, other.words) for other in others) >= least]
    matched += [one for one in ones if matched and one not in matched and _toll((one,)) & toll]
    return len(matched) >= TRANSLATED_SHARE * len(ones)


def credited_in(voices: Sequence[Voice], before: Sequence[Account]) -> Source | None:
    """The earlier report of an outlet that is credited, where it is here."""
    for voice in voices:
        for earlier in before:
            if earlier.family == voice.key:
                return Source(earlier, f"credits {voice.key}, as in {earlier.report}")
    return None


def is_reused(claims: Sequence[Claim], others: Iterable[Claim], meaning: Likeness | None) -> bool:
    """Whether one of the claims stands in the same words among others, or translated."""
    return any(_same_sentence(claim, other, meaning) for other in others for claim in claims)


def _same_sentence(one: Claim, other: Claim, meaning: Likeness | None) -> bool:
    if one.language != other.language:
        return meaning is not None and meaning(one.text, other.text) >= TRANSLATED
    first, second = set(stems(one.text, one.language)), set(stems(other.text, other.language))
    if min(len(first), len(second)) < SENTENCE_STEMS:
        return False
    return len(first & second) >= SAME_SENTENCE * len(first | second)


def _share(account: Account, earlier: Account) -> float:
    if not account.outlines or not earlier.outlines:
        return 0.0
    return edited_share(account.outlines[0], earlier.outlines[0])


def _figures_agree(ones: Sequence[Outline], others: Sequence[Outline]) -> bool:
    """Whether no figure of the one is missing in the other, where both give figures, and both count the same dead and wounded."""
    if any(_told_apart(_counted(ones, part), _counted(others, part)) for part in ("dead", "hurt")):
        return False
    first = {number for outline in ones for number in figures(outline.words)}
    second = {number for outline in others for number in figures(outline.words)}
    return not first or not second or first <= second or second <= first


def _toll(outlines: Sequence[Outline]) -> frozenset[tuple[str, int]]:
    """The numbers of dead and of wounded that are no everyday ones."""
    return frozenset(
        (part, number)
        for part in ("dead", "hurt")
        for number in _counted(outlines, part)
        if number > EVERYDAY
    )


def _counted(outlines: Sequence[Outline], part: str) -> set[int]:
    """The figures that claims give of the dead, or of the wounded."""
    return {number for one in outlines for number in getattr(one, part) if number is not None}


def _told_apart(ones: set[int], others: set[int]) -> bool:
    return bool(ones) and bool(others) and ones.isdisjoint(others)


def _near(account: Account, before: Sequence[Account]) -> list[Account]:
    return [earlier for earlier in before if _days_between(account, earlier) <= CARRIED_DAYS]


def _days_between(one: Account, other: Account) -> int:
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)
