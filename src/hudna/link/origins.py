"""Reports of one incident → independent origins: the voices it rests on, each with the reports that carry it.

A report that carries two voices stands in both. An outlet's own reporting is a voice only
where it quotes nobody and the report begins with the incident; a mention in passing, a copy,
a rewrite, a translation or a credit adds none. People without a name count once for each
outlet family that heard them, unless one report tells them apart.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.linking import Roots
from hudna.link.features import COPIED, EDITED, copied_share
from hudna.link.outline import Outline
from hudna.link.voices import Telling, Voice, voice_of
from hudna.link.wording import figures, stems
from hudna.model.claim import Claim, Root

# Wires are carried on within three days; the same words later are a quotation from the archive.
CARRIED_DAYS = 3
# Cosine of two sentences above which one translates the other: true pairs of our languages lie
# at .52 to .89, the best false ones at .40; names of offices are short and need more.
TRANSLATED, SAME_OFFICE = 0.6, 0.55
# Of what a rewrite or translation tells of the incident so much has a counterpart.
TRANSLATED_SHARE = 0.6
# One sentence in the same words in two reports is reuse, if it is long enough not to be a phrase.
SAME_SENTENCE, SENTENCE_STEMS = 0.6, 6
# Words of an unlisted speaker that a listed one must share all of.
LISTED_STEMS = 2
Likeness = Callable[[str, str], float]


@dataclass(slots=True)
class Origin:
    """A voice, the reports that carry it, oldest first, and why each is there.

    `ways`: the owners of outlets by whom its words reached us; who only copies or mentions is none.
    """

    voice: Voice
    reports: list[str] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)

    @property
    def reason(self) -> str:
        """The reasons in one line."""
        return "; ".join(dict.fromkeys(self.because))

    def add(self, report: str, because: str, tellings: Sequence[Telling]) -> None:
        """Let a report stand here."""
        if report not in self.reports:
            self.reports.append(report)
        self.because.append(because)
        self.tellings += tellings


@dataclass(frozen=True, slots=True)
class _Account:
    """What one report tells of the incident; `carried`: the owners whose text it is, where it is another's."""

    report: str
    published: date | None
    family: str
    tellings: tuple[Telling, ...]
    voices: dict[Voice, list[Telling]]
    carried: set[str] = field(default_factory=set)

    @property
    def order(self) -> tuple[bool, date, str]:
        return self.published is None, self.published or date.min, self.report

    @property
    def outlines(self) -> list[Outline]:
        return [telling.outline for telling in self.tellings if telling.outline]


@dataclass(frozen=True, slots=True)
class _Source:
    """An earlier report whose text another one carries, and how that shows."""

    account: _Account
    because: str


class Origins:
    """Sorts what reports tell of one incident by the voices it rests on."""

    def __init__(self, known: Affiliations, roots: Roots, meaning: Likeness | None = None) -> None:
        self._known = known
        self._roots = roots
        self._meaning = meaning

    def of(self, tellings: Sequence[Telling]) -> list[Origin]:
        """The origins, in the order in which they were first heard of."""
        found: list[Origin] = []
        before: list[_Account] = []
        for account in sorted(self._accounts(tellings), key=lambda account: account.order):
            self._place(account, self._source(account, before), before, found)
            before.append(account)
        return found

    def _accounts(self, tellings: Sequence[Telling]) -> list[_Account]:
        by_report: dict[str, list[Telling]] = {}
        outlets = self._outlets_of(tellings)
        for telling in sorted(tellings, key=lambda one: (one.told.claim.start, one.told.claim.id)):
            by_report.setdefault(telling.told.report.id, []).append(telling)
        return [self._account(name, group, outlets) for name, group in by_report.items()]

    def _outlets_of(self, tellings: Sequence[Telling]) -> dict[str, frozenset[str]]:
        """The families whose own reports these are, with the words of their outlets' names."""
        found: dict[str, frozenset[str]] = {}
        for source in sorted({one.told.report.source or "" for one in tellings} - {""}):
            outlet = self._known.outlet(source)
            if outlet and (family := self._known.family(source)):
                found[family] = found.get(family, frozenset()) | {*fold(outlet.name).split()}
        return found

    def _account(self, name: str, group: list[Telling], outlets: dict[str, frozenset[str]]) -> _Account:
        report = group[0].told.report
        voices: dict[Voice, list[Telling]] = {}
        for telling in group:
            voice = _as_outlet(voice_of(telling, self._known, self._roots), outlets)
            voices.setdefault(voice, []).append(telling)
        family = self._known.family(report.source) or f"report {name}"
        return _Account(name, report.published, family, tuple(group), voices)

    def _place(
        self, account: _Account, source: _Source | None, before: Sequence[_Account], found: list[Origin]
    ) -> None:
        """Let a report stand in the origins of its voices, opening those that are new."""
        heard = _heard(account)
        credited = [v for v in account.voices if v.kind == "own" and v.key != account.family]
        # An outlet that tells it again without a speaker has no second voice.
        again = any(earlier.family == account.family for earlier in before)
        # Nor has one that quotes somebody on other news and nobody on this, where others have told it.
        aside = bool(before) and any(outline.beside for outline in account.outlines)
        own = [v for v in account.voices if v.kind == "own" and v.key == account.family and not again]
        if aside and not self._quoted(account, found):
            own = []
        source = source or _credited(credited, before)
        if source is not None:
            account.carried.update(source.account.carried or {source.account.family})
        heard += [] if source else credited
        if not heard and own and (quoted := self._quoted(account, found)):
            quoted.add(account.report, f"quotes {quoted.voice.name} on the same day's news", account.tellings)
            return
        for voice in heard or (own if source is None else []):
            origin = self._known_origin(voice, account, source, found)
            because = f"carries {voice.name}" if origin else _opens(voice, account)
            if origin is None:
                found.append(origin := Origin(voice))
            origin.add(account.report, source.because if source else because, account.voices[voice])
            origin.ways |= self._ways(account, source, origin, account.voices[voice])
        if not heard and (source is not None or not own):
            self._mentioned(account, source, before, found)

    def _quoted(self, account: _Account, found: Sequence[Origin]) -> Origin | None:
        """The origin of a speaker whom the report quotes on something else."""
        quoted = {name for outline in account.outlines for name in outline.beside}
        return next((o for o in found if o.voice.kind == "named" and o.voice.key in quoted), None)

    def _known_origin(
        self, voice: Voice, account: _Account, source: _Source | None, found: Sequence[Origin]
    ) -> Origin | None:
        for origin in found:
            if self._same(voice, origin.voice):
                return origin
        if through := next((o for o in found if self._same_wire(voice, account, o)), None):
            return through
        if voice.kind != "nameless":
            return None
        words = [telling.told.claim for telling in account.voices[voice]]
        for origin in found:
            if origin.voice.kind == "nameless" and account.report not in origin.reports:
                carried = source is not None and source.account.report in origin.reports
                if carried or origin.voice.key == voice.key or _reused(words, origin, self._meaning):
                    return origin
        return None

    def _same_wire(self, voice: Voice, account: _Account, origin: Origin) -> bool:
        """Whether one is an agency that is credited, its text not here, and the other somebody it heard."""
        if voice.key == account.family:
            return False
        if voice.kind == "own":
            return origin.voice.kind != "own" and voice.key in self._relays(origin.tellings)
        return voice.kind == "nameless" and origin.voice.kind == "own" and origin.voice.key == voice.key

    def _relays(self, tellings: Sequence[Telling]) -> set[str]:
        """The owners of the outlets by way of which a speaker is heard."""
        speakers = [one for telling in tellings for one in telling.told.claim.speakers[1:]]
        owners = (self._known.family(one.actor or one.text) for one in speakers if one.kind == "media")
        return {owner for owner in owners if owner}

    def _ways(
        self, account: _Account, source: _Source | None, origin: Origin, tellings: Sequence[Telling]
    ) -> set[str]:
        """By whom a report has a voice: whose text it carries, whom it credits, who relayed it; else its outlet's owner."""
        if source is not None and source.account.report in origin.reports:
            return account.carried
        credited = {
            owner
            for telling in tellings
            for credit in (telling.outline.credits if telling.outline else ())
            if (owner := self._known.family(credit))
        }
        return credited or self._relays(tellings) or {account.family}

    def _mentioned(
        self, account: _Account, source: _Source | None, before: Sequence[_Account], found: list[Origin]
    ) -> None:
        """Where a report without a voice of its own belongs: to whose text it is, to its outlet's earlier one, to the first."""
        kin = [earlier for earlier in before if earlier.family == account.family]
        if source is not None:
            origin = _first_of(source.account, found)
            origin.add(account.report, source.because, account.tellings)
        elif kin:
            _first_of(kin[0], found).add(account.report, "told again by the same outlet", account.tellings)
        elif found:
            found[0].add(account.report, "mentioned in passing, with no voice of its own", account.tellings)
        else:
            voice = Voice("own", account.family)
            found.append(origin := Origin(voice, ways={account.family}))
            origin.add(
                account.report, f"{account.family} in passing; nothing earlier is known", account.tellings
            )

    def _same(self, one: Voice, other: Voice) -> bool:
        if one.is_of(other):
            return True
        # Listed speakers are known by their ids; others by what they are called.
        if one.kind != "named" or other.kind != "named" or (one.listed and other.listed):
            return False
        if one.language == other.language:
            first, second = set(stems(one.text, one.language)), set(stems(other.text, other.language))
            # "The spokesman" may be anybody's; only of two that nobody has listed one word is enough.
            least = LISTED_STEMS if one.listed or other.listed else 1
            return min(len(first), len(second)) >= least and (first <= second or second <= first)
        return self._meaning is not None and self._meaning(one.text, other.text) >= SAME_OFFICE

    def _source(self, account: _Account, before: Sequence[_Account]) -> _Source | None:
        """The earlier report whose text this one carries."""
        near = [earlier for earlier in before if _days_between(account, earlier) <= CARRIED_DAYS]
        shares = [(_share(account, earlier), earlier) for earlier in near]
        best = max(shares, key=lambda pair: pair[0], default=None)
        if best and best[0] >= EDITED:
            how = "carries" if best[0] >= COPIED else "rewrites"
            return _Source(best[1], f"{how} {best[1].report} ({best[0]:.0%} of the shorter text)")
        for earlier in near:
            if self._translated(account, earlier):
                return _Source(earlier, f"translates {earlier.report}")
        return None

    def _translated(self, account: _Account, earlier: _Account) -> bool:
        """Whether what one tells of the incident is what the other tells, sentence for sentence."""
        ones, others = account.outlines, earlier.outlines
        if self._meaning is None or not ones or not others or ones[0].language == others[0].language:
            return False
        if not _figures_agree(ones, others):
            return False
        matched = [max(self._meaning(one.words, other.words) for other in others) for one in ones]
        return sum(value >= TRANSLATED for value in matched) >= TRANSLATED_SHARE * len(matched)


def _as_outlet(voice: Voice, outlets: dict[str, frozenset[str]]) -> Voice:
    """An outlet of which a part of the name is given, where its own report is here: "Sidra" for Sidra Wire."""
    if voice.kind != "named" or voice.listed or not (words := set(fold(voice.text).split())):
        return voice
    families = [family for family, name in outlets.items() if words <= name]
    return Voice("own", families[0]) if len(families) == 1 else voice


def _heard(account: _Account) -> list[Voice]:
    """Those who speak; who agrees takes part, and counts as a speaker only where the report quotes nobody."""
    heard = [voice for voice in account.voices if voice.kind in {"named", "nameless"}]
    quoted = [voice for voice in heard if not all(_takes_part(one) for one in account.voices[voice])]
    return quoted or heard


def _takes_part(telling: Telling) -> bool:
    claim = telling.told.claim
    return not claim.speakers and claim.event is not None and claim.event.root is Root.AGREE


def _credited(voices: Sequence[Voice], before: Sequence[_Account]) -> _Source | None:
    """The earlier report of an outlet that is credited, where it is here."""
    for voice in voices:
        for earlier in before:
            if earlier.family == voice.key:
                return _Source(earlier, f"credits {voice.key}, as in {earlier.report}")
    return None


def _first_of(account: _Account, found: Sequence[Origin]) -> Origin:
    return next(origin for origin in found if account.report in origin.reports)


def _reused(claims: Sequence[Claim], origin: Origin, meaning: Likeness | None) -> bool:
    """Whether one of the claims stands in the same words in a report of that origin, or translated."""
    return any(
        _same_sentence(claim, other.told.claim, meaning) for claim in claims for other in origin.tellings
    )


def _same_sentence(one: Claim, other: Claim, meaning: Likeness | None) -> bool:
    if one.language != other.language:
        return meaning is not None and meaning(one.text, other.text) >= TRANSLATED
    first, second = set(stems(one.text, one.language)), set(stems(other.text, other.language))
    if min(len(first), len(second)) < SENTENCE_STEMS:
        return False
    return len(first & second) >= SAME_SENTENCE * len(first | second)


def _share(account: _Account, earlier: _Account) -> float:
    if not account.outlines or not earlier.outlines:
        return 0.0
    return copied_share(account.outlines[0], earlier.outlines[0], EDITED)


def _figures_agree(ones: Sequence[Outline], others: Sequence[Outline]) -> bool:
    """Whether no figure of the one is missing in the other, where both give figures."""
    first = {number for outline in ones for number in figures(outline.words)}
    second = {number for outline in others for number in figures(outline.words)}
    return not first or not second or first <= second or second <= first


def _days_between(one: _Account, other: _Account) -> int:
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


def _opens(voice: Voice, account: _Account) -> str:
    if voice.kind == "own":
        by = "by its own reporting" if voice.key == account.family else "credited, its text is not here"
        return f"{voice.key} {by}"
    return f"{voice.name}, heard by {voice.key}" if voice.kind == "nameless" else voice.name
