"""What each report tells of one incident: its claims by the voices they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.linking import Roots
from hudna.knowledge.linking_words import common_words, is_plural_pronoun, media_words, same_words
from hudna.link.outline import Outline
from hudna.link.spelling import same_by_sound
from hudna.link.voices import Telling, Voice, is_news, voice_of
from hudna.model.claim import Claim

# What was made of so many groups of claims is remembered: an incident that one more report tells is mostly as it was.
_KEPT = 5000
# The families whose own reports tell an incident, with the names of their outlets.
Outlets = frozenset[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """What one report tells of the incident; `news`: it does not look back."""

    report: str
    published: date | None
    family: str
    tellings: tuple[Telling, ...]
    voices: dict[Voice, tuple[Telling, ...]]
    outlines: tuple[Outline, ...] = ()
    news: bool = True

    @property
    def order(self) -> tuple[bool, date, str]:
        """By day, those without one last."""
        return self.published is None, self.published or date.min, self.report


class Accounts:
    """Makes accounts with what is known of actors and outlets."""

    def __init__(self, known: Affiliations, roots: Roots) -> None:
        self._known, self._roots = known, roots
        self._voices = lru_cache(_KEPT)(self._voices_of)
        self._made = lru_cache(_KEPT)(self._account)

    def of(self, tellings: Sequence[Telling]) -> list[Account]:
        """One for each report."""
        by_report: dict[str, list[Telling]] = {}
        outlets, first = self._outlets_of(tellings), _first_day(tellings)
        for telling in sorted(tellings, key=lambda one: (one.told.claim.start, one.told.claim.id)):
            by_report.setdefault(telling.told.report.id, []).append(telling)
        groups = map(tuple, by_report.values())
        return [self._made(group, self._heard(group, outlets, first), first) for group in groups]

    def _outlets_of(self, tellings: Sequence[Telling]) -> Outlets:
        """The families whose own reports these are, with the names of their outlets."""
        found: dict[str, tuple[str, ...]] = {}
        for source in sorted({one.told.report.source or "" for one in tellings} - {""}):
            outlet = self._known.outlet(source)
            if outlet and (family := self._known.family(source)):
                found[family] = (*found.get(family, ()), outlet.name)
        return frozenset(found.items())

    def _heard(self, group: tuple[Telling, ...], outlets: Outlets, first: int | None) -> tuple[Voice, ...]:
        """The voice of each claim of a report, those of outlets that tell it themselves by their families."""
        voices = self._voices(group, first)
        return tuple(_by_outlet(voice, one, outlets) for voice, one in zip(voices, group, strict=True))

    def _voices_of(self, group: tuple[Telling, ...], first: int | None) -> tuple[Voice, ...]:
        said = [one.told.claim for one in group if one.told.claim.speakers]
        found: list[Voice] = []
        for one in group:
            voice = voice_of(one, self._known, self._roots, first, said)
            found.append(_meant(voice, found))
        return tuple(found)

    def _account(self, group: tuple[Telling, ...], heard: tuple[Voice, ...], first: int | None) -> Account:
        report = group[0].told.report
        voices: dict[Voice, tuple[Telling, ...]] = {}
        for voice, telling in zip(heard, group, strict=True):
            voices[voice] = (*voices.get(voice, ()), telling)
        family = self._known.family(report.source) or f"report {report.id}"
        news = all(is_news(one.outline, first) for one in group)
        outlines = tuple(one.outline for one in group if one.outline)
        return Account(report.id, report.published, family, group, voices, outlines, news)


def _meant(voice: Voice, before: Sequence[Voice]) -> Voice:
    """Of people who are only called they: those without a name whom the report has heard right before."""
    last = before[-1] if before else None
    if last is None or last.kind != "nameless" or voice.listed:
        return voice  # of a body one says that it speaks
    return last if is_plural_pronoun(voice.text, voice.language) else voice


def _by_outlet(voice: Voice, telling: Telling, outlets: Outlets) -> Voice:
    """A voice in which an outlet whose own report is here is named by other words: "Sidra" for Sidra Wire, "سدرة"."""
    claim = telling.told.claim
    if _may_be_outlet(voice, claim, outlets):
        family = _named_outlet(claim.speakers[0].text, claim.language, outlets) or _same_outlet(
            telling, outlets
        )
        if family:
            return Voice("own", family, voice.line if voice.kind == "own" else ())
    if voice.kind == "nameless" and len(claim.speakers) > 1:
        by = (_named_outlet(one.text, claim.language, outlets) for one in claim.speakers[1:])
        return replace(voice, key=next((family for family in by if family), voice.key))
    return voice


def _same_outlet(telling: Telling, outlets: Outlets) -> str | None:
    """Of "the same paper" the family of the one outlet that the report credits for something else."""
    claim, beside = telling.told.claim, telling.outline.beside if telling.outline else ()
    words = (
        {*fold(claim.speakers[0].text).split()} - media_words(claim.language) - common_words(claim.language)
    )
    if not words or not words <= same_words(claim.language):
        return None
    named = {_named_outlet(other, claim.language, outlets) for other in beside if _is_media(other, claim)}
    return next(iter(named)) if len(named) == 1 else None


def _is_media(name: str, claim: Claim) -> bool:
    return not media_words(claim.language).isdisjoint(name.split())


def _may_be_outlet(voice: Voice, claim: Claim, outlets: Outlets) -> bool:
    """Whether who speaks may be one of these outlets by another name; "the paper Selen Post" may be taken for any paper."""
    if not claim.speakers or voice.listed:
        return False
    if voice.kind == "nameless":
        return not media_words(claim.language).isdisjoint(fold(voice.text).split())
    return voice.kind == "named" or (voice.kind == "own" and all(voice.key != one for one, _ in outlets))


@lru_cache(_KEPT)
def _named_outlet(named: str, language: str, outlets: Outlets) -> str | None:
    """The one family of these that has an outlet of that name."""
    idle = common_words(language) | media_words(language)
    words = {word for word in fold(named).split() if word not in idle}
    found = {
        family
        for family, names in outlets
        for name in names
        if (words and words <= {*fold(name).split()}) or same_by_sound(named, name, language)
    }
    return found.pop() if len(found) == 1 else None


def _first_day(tellings: Sequence[Telling]) -> int | None:
    """When the incident was first told."""
    return min((day.toordinal() for one in tellings if (day := one.told.report.published)), default=None)
