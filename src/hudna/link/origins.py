"""Reports of one incident → independent origins, each with its reason.

A report opens an origin only if it brings a voice that none before it brought: a speaker,
or an outlet's own reporting. It adds nothing where it carries another's text, credits
another outlet, relays a speaker heard before, or mentions in passing what others told.
People without a name count once for each outlet family that heard them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.linking import Roots
from hudna.link.features import COPIED, EDITED, copied_share
from hudna.link.outline import Outline
from hudna.link.voices import Telling, Voice, voice_of
from hudna.link.wording import figures

# Wires are carried on within three days; the same words later are a quotation from the archive.
CARRIED_DAYS = 3
# Cosine of two sentences above which one translates the other: true pairs of our languages lie
# at .52 to .89, the best false ones at .40; names of offices are short and need more.
TRANSLATED, SAME_OFFICE = 0.6, 0.6
# Of a translation's sentences so many have a counterpart.
TRANSLATED_SHARE = 0.6
Likeness = Callable[[str, str], float]


@dataclass(slots=True)
class Origin:
    """Reports that share one origin, oldest first, and why each is there."""

    reports: list[str]
    voices: list[Voice]
    because: list[str] = field(default_factory=list)

    @property
    def reason(self) -> str:
        """The reasons in one line."""
        return "; ".join(dict.fromkeys(self.because))


@dataclass(frozen=True, slots=True)
class _Account:
    """What one report contributes to the incident."""

    report: str
    published: date | None
    family: str
    outlines: tuple[Outline, ...]
    voices: tuple[Voice, ...]

    @property
    def order(self) -> tuple[bool, date, str]:
        return self.published is None, self.published or date.min, self.report


class Origins:
    """Sorts the reports of one incident into origins."""

    def __init__(self, known: Affiliations, roots: Roots, meaning: Likeness | None = None) -> None:
        self._known = known
        self._roots = roots
        self._meaning = meaning

    def of(self, tellings: Sequence[Telling]) -> list[Origin]:
        """The origins, in the order in which they were first heard of."""
        accounts = sorted(self._accounts(tellings), key=lambda account: account.order)
        found: list[Origin] = []
        placed: list[tuple[_Account, Origin]] = []
        for account in accounts:
            where, because = self._place(account, placed, found)
            origin = where or Origin([], [])
            if where is None:
                found.append(origin)
            origin.reports.append(account.report)
            origin.because.append(because)
            origin.voices += [voice for voice in account.voices if not self._heard(voice, found)]
            placed.append((account, origin))
        return found

    def _accounts(self, tellings: Sequence[Telling]) -> list[_Account]:
        by_report: dict[str, list[Telling]] = {}
        for telling in sorted(tellings, key=lambda telling: telling.told.claim.start):
            by_report.setdefault(telling.told.report.id, []).append(telling)
        return [self._account(name, group) for name, group in by_report.items()]

    def _account(self, name: str, group: list[Telling]) -> _Account:
        report = group[0].told.report
        voices = dict.fromkeys(voice_of(telling, self._known, self._roots) for telling in group)
        return _Account(
            name, report.published, self._known.family(report.source) or f"report {name}",
            tuple(telling.outline for telling in group if telling.outline), tuple(voices),
        )  # fmt: skip

    def _place(
        self, account: _Account, placed: list[tuple[_Account, Origin]], found: list[Origin]
    ) -> tuple[Origin | None, str]:
        """The origin a report belongs to and why; None: a new one."""
        for earlier, origin in placed:
            if share := self._copied(account, earlier, COPIED):
                return origin, f"{share:.0%} of the text as in {earlier.report}"
        fresh = [v for v in account.voices if v.kind != "passing" and not self._heard(v, found)]
        edited = self._edited(account, placed)
        if edited and all(voice.kind == "own" for voice in fresh):
            return edited
        if fresh:
            return None, _says(fresh[0], account)
        for voice in account.voices:
            if (heard := self._of_voice(voice, found)) is not None:
                return heard, f"relays {_name(voice)}"
        return self._mentioned(account, placed)

    def _mentioned(
        self, account: _Account, placed: list[tuple[_Account, Origin]]
    ) -> tuple[Origin | None, str]:
        """Where a mention in passing belongs: its outlet's own earlier report, else the first origin."""
        for earlier, origin in placed:
            if earlier.family == account.family:
                return origin, "mentioned again by the same outlet"
        if placed:
            return placed[0][1], "mentioned in passing, with no voice of its own"
        return None, f"{account.family} in passing; nothing earlier is known"

    def _heard(self, voice: Voice, found: list[Origin]) -> bool:
        return self._of_voice(voice, found) is not None

    def _of_voice(self, voice: Voice, found: list[Origin]) -> Origin | None:
        for origin in found:
            if any(self._same(voice, other) for other in origin.voices):
                return origin
        return None

    def _same(self, one: Voice, other: Voice) -> bool:
        if one.is_of(other):
            return True
        # Listed speakers are known by their ids; others, in two languages, by what they are called.
        unlisted = one.kind == other.kind == "named" and not one.listed and not other.listed
        if not unlisted or one.language == other.language or self._meaning is None:
            return False
        return self._meaning(one.text, other.text) >= SAME_OFFICE

    def _edited(self, account: _Account, placed: list[tuple[_Account, Origin]]) -> tuple[Origin, str] | None:
        for earlier, origin in placed:
            if share := self._copied(account, earlier, EDITED):
                return origin, f"rewritten: {share:.0%} of the text as in {earlier.report}"
            if self._translated(account, earlier):
                return origin, f"translates {earlier.report}"
        return None

    def _copied(self, account: _Account, earlier: _Account, least: float) -> float | None:
        if not account.outlines or not earlier.outlines or _days_between(account, earlier) > CARRIED_DAYS:
            return None
        share = copied_share(account.outlines[0], earlier.outlines[0])
        return share if share >= least else None

    def _translated(self, account: _Account, earlier: _Account) -> bool:
        """Whether what one tells of the incident is what the other tells, sentence for sentence."""
        if self._meaning is None or _days_between(account, earlier) > CARRIED_DAYS:
            return False
        ones, others = account.outlines, earlier.outlines
        if not ones or not others or ones[0].language == others[0].language:
            return False
        if not _figures_agree(ones, others):
            return False
        matched = [max(self._meaning(one.words, other.words) for other in others) for one in ones]
        return sum(value >= TRANSLATED for value in matched) >= TRANSLATED_SHARE * len(matched)


def _figures_agree(ones: Sequence[Outline], others: Sequence[Outline]) -> bool:
    """Whether no figure of the one is missing in the other, where both give figures."""
    first = {number for outline in ones for number in figures(outline.words)}
    second = {number for outline in others for number in figures(outline.words)}
    return not first or not second or first <= second or second <= first


def _days_between(one: _Account, other: _Account) -> int:
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


def _says(voice: Voice, account: _Account) -> str:
    if voice.kind == "own":
        return (
            f"{voice.key} by its own reporting" if voice.key == account.family else f"credited to {voice.key}"
        )
    if voice.kind == "nameless":
        return f"somebody without a name, heard by {voice.key}"
    return _name(voice)


def _name(voice: Voice) -> str:
    return voice.text or voice.key
