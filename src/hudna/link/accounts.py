"""What each report tells of one incident: its claims by the voices they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.linking import Roots
from hudna.knowledge.linking_words import common_words, media_words
from hudna.link.outline import Outline
from hudna.link.spelling import same_by_sound
from hudna.link.voices import Telling, Voice, is_news, voice_of
from hudna.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Account:
    """What one report tells of the incident; `carried`: the owners whose text it is, where it is another's; `news`: it does not look back."""

    report: str
    published: date | None
    family: str
    tellings: tuple[Telling, ...]
    voices: dict[Voice, list[Telling]]
    carried: set[str] = field(default_factory=set)
    news: bool = True

    @property
    def order(self) -> tuple[bool, date, str]:
        """By day, those without one last."""
        return self.published is None, self.published or date.min, self.report

    @property
    def outlines(self) -> list[Outline]:
        """Of its claims, in the order of the text."""
        return [telling.outline for telling in self.tellings if telling.outline]


class Accounts:
    """Makes accounts with what is known of actors and outlets."""

    def __init__(self, known: Affiliations, roots: Roots) -> None:
        self._known, self._roots = known, roots

    def of(self, tellings: Sequence[Telling]) -> list[Account]:
        """One for each report."""
        by_report: dict[str, list[Telling]] = {}
        outlets, first = self._outlets_of(tellings), _first_day(tellings)
        for telling in sorted(tellings, key=lambda one: (one.told.claim.start, one.told.claim.id)):
            by_report.setdefault(telling.told.report.id, []).append(telling)
        return [self._account(name, group, outlets, first) for name, group in by_report.items()]

    def _outlets_of(self, tellings: Sequence[Telling]) -> dict[str, tuple[str, ...]]:
        """The families whose own reports these are, with the names of their outlets."""
        found: dict[str, tuple[str, ...]] = {}
        for source in sorted({one.told.report.source or "" for one in tellings} - {""}):
            outlet = self._known.outlet(source)
            if outlet and (family := self._known.family(source)):
                found[family] = (*found.get(family, ()), outlet.name)
        return found

    def _account(
        self, name: str, group: list[Telling], outlets: dict[str, tuple[str, ...]], first: int | None
    ) -> Account:
        report = group[0].told.report
        voices: dict[Voice, list[Telling]] = {}
        said = [one.told.claim for one in group if one.told.claim.speakers]
        for telling in group:
            voice = _by_outlet(voice_of(telling, self._known, self._roots, first, said), telling, outlets)
            voices.setdefault(voice, []).append(telling)
        family = self._known.family(report.source) or f"report {name}"
        news = all(is_news(one.outline, first) for one in group)
        return Account(name, report.published, family, tuple(group), voices, news=news)


def _by_outlet(voice: Voice, telling: Telling, outlets: dict[str, tuple[str, ...]]) -> Voice:
    """A voice in which an outlet whose own report is here is named by other words: "Sidra" for Sidra Wire, "سدرة"."""
    claim = telling.told.claim
    if _may_be_outlet(voice, claim, outlets):
        family = _named_outlet(claim.speakers[0].text, claim.language, outlets)
        if family:
            return Voice("own", family, voice.line if voice.kind == "own" else ())
    if voice.kind == "nameless":
        by = (_named_outlet(one.text, claim.language, outlets) for one in claim.speakers[1:])
        return replace(voice, key=next((family for family in by if family), voice.key))
    return voice


def _may_be_outlet(voice: Voice, claim: Claim, outlets: dict[str, tuple[str, ...]]) -> bool:
    """Whether who speaks may be one of these outlets by another name; "the paper Selen Post" may be taken for any paper."""
    if not claim.speakers or voice.listed:
        return False
    if voice.kind == "nameless":
        return not media_words(claim.language).isdisjoint(fold(voice.text).split())
    return voice.kind == "named" or (voice.kind == "own" and voice.key not in outlets)


def _named_outlet(named: str, language: str, outlets: dict[str, tuple[str, ...]]) -> str | None:
    """The one family of these that has an outlet of that name."""
    idle = common_words(language) | media_words(language)
    words = {word for word in fold(named).split() if word not in idle}
    found = {
        family
        for family, names in outlets.items()
        for name in names
        if (words and words <= {*fold(name).split()}) or same_by_sound(named, name, language)
    }
    return found.pop() if len(found) == 1 else None


def _first_day(tellings: Sequence[Telling]) -> int | None:
    """When the incident was first told."""
    return min((day.toordinal() for one in tellings if (day := one.told.report.published)), default=None)
