"""Reports of one incident → independent origins: the voices it rests on, each with the reports that carry it.

A report that carries two voices stands in both. An outlet's own reporting is a voice only
where it quotes nobody and the report begins with the incident; a mention in passing, a copy,
a rewrite, a translation or a credit adds none. People without a name count once for each
outlet family that heard them, unless one report tells them apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.firsthand import body_of
from hudna.knowledge.folding import fold
from hudna.knowledge.linking import Roots
from hudna.knowledge.linking_words import means_both_sides
from hudna.link.accounts import Account, Accounts
from hudna.link.carrying import Carrying, Likeness, Source, credited_in
from hudna.link.origin import Origin, day_of, dead_in, first_of
from hudna.link.people import People
from hudna.link.spelling import bear_one_name, is_one_person
from hudna.link.voices import NEWS_DAYS, SEEN, Telling, Voice, adds, is_local, is_outlet
from hudna.link.wording import stems
from hudna.model.claim import Root

# An agency's text is out by the day after an outlet carries it.
AWAITED_DAYS = 1
# Words of an unlisted speaker that a listed one must share all of.
LISTED_STEMS = 2
_TALKS = frozenset({"AGREE", "CONSULT"})
_PEOPLE = frozenset({"nameless", "named"})
# Incidents of which it is remembered what their reports came to, and how many reports that come later may be placed anew.
_KEPT, _LAST = 1000, 4
# Of reports that carry another's text, the owners whose text it is.
Carried = dict[Account, set[str]]


@dataclass(slots=True)
class Placed:
    """What reports come to, one after the other: origins, those that only mention it, with how many were before them, and whose text they carry."""

    found: list[Origin] = field(default_factory=list)
    mentions: list[tuple[Account, Source | None, int]] = field(default_factory=list)
    carried: Carried = field(default_factory=dict)

    def copy(self) -> "Placed":
        """The same, to go on from."""
        return Placed([one.copy() for one in self.found], list(self.mentions), dict(self.carried))


class Origins:
    """Sorts what reports tell of one incident by the voices it rests on."""

    def __init__(self, known: Affiliations, roots: Roots, meaning: Likeness | None = None) -> None:
        self._known = known
        self._accounts = Accounts(known, roots)
        self._meaning = meaning
        self._people = People(known, meaning)
        self._carrying = Carrying(meaning)
        self._known_placed: dict[tuple[Account, ...], Placed] = {}

    def of(self, tellings: Sequence[Telling]) -> list[Origin]:
        """The origins, in the order in which they were first heard of.

        Those who look back without a voice are placed last, for whom they repeat may be published after them.
        """
        accounts = tuple(sorted(self._accounts.of(tellings), key=lambda account: account.order))
        placed = self._placed(accounts)
        for account, source, number in placed.mentions:
            self._mentioned(account, source, accounts[:number], placed.found)
        return placed.found

    def _placed(self, accounts: tuple[Account, ...]) -> Placed:
        """What these reports come to; of an incident that one more report tells, only the last ones are placed anew."""
        known = range(len(accounts), max(0, len(accounts) - _LAST) - 1, -1)
        begun = next((number for number in known if accounts[:number] in self._known_placed), 0)
        placed = self._known_placed.pop(accounts[:begun], Placed()).copy()
        for number in range(begun, len(accounts)):
            account, before = accounts[number], accounts[:number]
            source = self._source(account, before)
            if not self._place(account, source, before, placed):
                placed.mentions.append((account, source, number))
        self._keep(accounts, placed.copy())
        return placed

    def _source(self, account: Account, before: Sequence[Account]) -> Source | None:
        """The earlier report whose text this one carries: in its words, as it says by a credit, or in other words."""
        reused = self._carrying.reused_in(account, before)
        return (
            reused
            or credited_in(_credited(account), before)
            or self._carrying.told_in_other_words(account, before)
        )

    def _keep(self, accounts: tuple[Account, ...], placed: Placed) -> None:
        self._known_placed[accounts] = placed
        if len(self._known_placed) > _KEPT:
            del self._known_placed[next(iter(self._known_placed))]

    def _place(
        self, account: Account, source: Source | None, before: Sequence[Account], placed: Placed
    ) -> bool:
        """Let a report stand in the origins of its voices, opening those that are new; whether it has any."""
        found, carried = placed.found, placed.carried
        credited = _credited(account)
        if source is not None:
            carried[account] = carried.get(source.account) or {source.account.family}
        voices = _heard(account) + ([] if source else credited)
        voices = voices or ([] if source else self._own(account, before, found))
        for voice in voices:
            origin = self._known_origin(voice, account, source, found) or _awaited(voice, account, found)
            because = f"carries {voice.name}" if origin else _opens(voice, account)
            if origin is None:
                found.append(origin := Origin(voice, awaits=voice.key if voice in credited else None))
            copied = source is not None and source.account.report in origin.reports
            origin.add(
                account.report, source.because if source and copied else because, account.voices[voice]
            )
            origin.ways |= carried[account] if copied else self._ways(account, account.voices[voice])
        if voices and source is not None:
            self._carry(account, source, [v for v in account.voices if v not in voices], found)
        return bool(voices)

    def _carry(
        self, account: Account, source: Source, rest: Sequence[Voice], found: Sequence[Origin]
    ) -> None:
        """Beside those it has heard itself, a report carries the voice of the text that it credits or rewrites."""
        tellings = [telling for voice in rest for telling in account.voices[voice]]
        origin = first_of(source.account, found, tellings)
        if tellings and origin and account.report not in origin.reports:
            origin.add(account.report, source.because, tellings)

    def _own(self, account: Account, before: Sequence[Account], found: Sequence[Origin]) -> list[Voice]:
        """An outlet's own voice where its report is about the incident, or is the first to bring it."""
        speaks = any(one.voice.kind == "own" and one.voice.key == account.family for one in found)
        if found and not speaks and adds(account.tellings, [one for each in before for one in each.tellings]):
            return [voice for voice in account.voices if voice.kind in {"own", "passing"}][:1]
        if any(earlier.family == account.family for earlier in before):
            return []  # It has no second voice where it tells it again without a speaker.
        own = [voice for voice in account.voices if voice.kind == "own"]
        passing = [voice for voice in account.voices if voice.kind == "passing"]
        if found:
            return [] if _is_aside(account, before) else own
        return own or (passing if account.news else [])

    def _known_origin(
        self, voice: Voice, account: Account, source: Source | None, found: Sequence[Origin]
    ) -> Origin | None:
        for origin in found:
            if self._same(voice, origin.voice) or self._same(_office(voice), _office(origin.voice)):
                return origin
        if through := next((o for o in found if self._same_wire(voice, account, o)), None):
            return through
        if voice.line == SEEN and source is not None:
            return next(
                (o for o in found if o.voice.kind == "own" and source.account.report in o.reports), None
            )
        if told := self._told_before(voice, account, found):
            return told
        if voice.kind != "nameless":
            return self._by_credit(voice, account, found)
        nameless = [o for o in found if o.voice.kind == "nameless" and account.report not in o.reports]
        return next((o for o in nameless if self._heard_again(voice, account, source, o)), None) or (
            self._only_one(voice, account, nameless)
        )

    def _told_before(self, voice: Voice, account: Account, found: Sequence[Origin]) -> Origin | None:
        """Of whom another outlet had it first, where nothing says that this one heard him itself."""
        words = account.voices[voice]
        others = [o for o in found if account.report not in o.reports and o.voice.key != account.family]
        if (
            not others
            or voice.kind not in _PEOPLE
            or (voice.kind == "nameless" and voice.key != account.family)
        ):
            return None
        if self._people.is_heard_here(words):
            return None
        return next(
            (
                o
                for o in others
                if self._people.is_told_on(
                    voice, words, o.voice, o.tellings, beside=self._beside(account, o, found)
                )
            ),
            None,
        )

    def _beside(self, account: Account, origin: Origin, found: Sequence[Origin]) -> bool:
        """Whether a report has another voice, with a name, of a report in which this one is heard."""
        common = [o for o in found if o is not origin and set(o.reports) & set(origin.reports)]
        named = [voice for voice in account.voices if voice.kind == "named"]
        return any(self._same(voice, o.voice) for voice in named for o in common)

    def _heard_again(self, voice: Voice, account: Account, source: Source | None, origin: Origin) -> bool:
        """Whether a nameless speaker is that of an earlier report: of the same outlet or text and alike, or in the same sentence."""
        # Whoever says by whom they were heard does not have it from elsewhere.
        words = account.voices[voice]
        if origin.voice.key != voice.key and self._people.is_heard_here(words):
            return False
        carried = source is not None and source.account.report in origin.reports
        if (carried or origin.voice.key == voice.key) and self._people.alike(voice, origin.voice):
            return True
        return voice.key == account.family and self._people.is_reused(words, origin.tellings)

    def _by_credit(self, voice: Voice, account: Account, found: Sequence[Origin]) -> Origin | None:
        """Of an outlet that is credited, whom it heard without a name, where an office in another language means him."""
        if voice.kind != "named" or voice.listed:
            return None
        owners = self._relays(account.voices[voice]) - {account.family}
        heard = (o for o in found if o.voice.kind == "nameless" and o.voice.key in owners)
        return next(
            (
                o
                for o in heard
                if o.voice.language != voice.language and self._people.are_called_alike(voice, o.voice)
            ),
            None,
        )

    def _only_one(self, voice: Voice, account: Account, nameless: Sequence[Origin]) -> Origin | None:
        """Of an outlet that is credited, the one whom it heard, if there is one: in another language of that kind, or who says the like."""
        heard = [o for o in nameless if o.voice.key == voice.key]
        if len(heard) != 1:
            return None
        only = heard[0]
        if only.voice.language != voice.language and is_local(only.voice) == is_local(voice):
            return only
        is_credited = voice.key != account.family or self._is_of_sister(account, voice)
        return only if is_credited and self._people.say_alike(account.voices[voice], only.tellings) else None

    def _is_of_sister(self, account: Account, voice: Voice) -> bool:
        """Whether another outlet of one owner is credited: "one of them, who spoke to the Post" in the Herald."""
        by = [one for telling in account.voices[voice] for one in telling.told.claim.speakers[1:]]
        outlets = [self._known.outlet(one.actor or one.text) for one in by if is_outlet(one, self._known)]
        mine = self._known.outlet(account.tellings[0].told.report.source)
        return any(one is not None and one != mine for one in outlets)

    def _same_wire(self, voice: Voice, account: Account, origin: Origin) -> bool:
        """Whether one is an agency that is credited, its text not here, and the other somebody it heard."""
        if voice.key == account.family:
            return False
        if voice.kind == "own":
            return origin.voice.kind != "own" and voice.key in self._relays(origin.tellings)
        if origin.voice.kind != "own":
            return False
        awaited = origin.awaits is not None and origin.awaits in self._relays(account.voices[voice])
        return awaited if voice.kind == "named" else origin.voice.key == voice.key

    def _relays(self, tellings: Sequence[Telling]) -> set[str]:
        """The owners of the outlets by way of which a speaker is heard."""
        speakers = [one for telling in tellings for one in telling.told.claim.speakers[1:]]
        owners = (
            self._known.family(one.actor or one.text) for one in speakers if is_outlet(one, self._known)
        )
        return {owner for owner in owners if owner}

    def _ways(self, account: Account, tellings: Sequence[Telling]) -> set[str]:
        """By whom a report that carries nobody's text has a voice: whom it credits, who relayed it; else its outlet's owner."""
        credited = {
            owner
            for telling in tellings
            for credit in (telling.outline.credits if telling.outline else ())
            if (owner := self._known.family(credit))
        }
        return credited or self._relays(tellings) or {account.family}

    def _mentioned(
        self, account: Account, source: Source | None, before: Sequence[Account], found: list[Origin]
    ) -> None:
        """Where a report without a voice of its own belongs: see `_belongs`; an old incident that nobody is named for opens one."""
        belongs = self._belongs(account, source, before, found)
        if belongs is None:
            found.append(origin := Origin(Voice("own", account.family), ways={account.family}))
            belongs = origin, f"{account.family} in passing; nothing earlier is known"
        belongs[0].add(account.report, belongs[1], account.tellings)

    def _belongs(
        self, account: Account, source: Source | None, before: Sequence[Account], found: Sequence[Origin]
    ) -> tuple[Origin, str] | None:
        """To whose text it is, to its outlet's earlier one, to whose figure it repeats, else to the first."""
        if source is not None and (origin := first_of(source.account, found, account.tellings)):
            return origin, source.because
        kin = (
            first_of(earlier, found, account.tellings)
            for earlier in before
            if earlier.family == account.family
        )
        if origin := next((one for one in kin if one), None):
            return origin, "told again by the same outlet"
        if origin := next((one for one in found if dead_in(account.tellings) & dead_in(one.tellings)), None):
            return origin, f"repeats the figure of {origin.voice.name}"
        return (found[0], "mentioned in passing, with no voice of its own") if found else None

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
            told = min(len(first), len(second)) >= least and (first <= second or second <= first)
            return told or bear_one_name(one.text, other.text, one.language)
        if self._people.are_called_alike(one, other):
            return True
        listed = one.listed or other.listed
        return not listed and is_one_person(one.text, one.language, other.text, other.language)


def _credited(account: Account) -> list[Voice]:
    return [one for one in account.voices if one.kind == "own" and one.key != account.family]


def _heard(account: Account) -> list[Voice]:
    """Those who speak, an outlet's reporter who saw it among them; who agrees takes part, and speaks only where nobody is quoted."""
    heard = [voice for voice in account.voices if voice.kind in {"named", "nameless"} or voice.line == SEEN]
    quoted = [voice for voice in heard if not all(_takes_part(one) for one in account.voices[voice])]
    named = [voice for voice in quoted if voice.kind == "named"]
    if len(named) > 1:  # "Officials on both sides" are those whom the report goes on to name.
        quoted = [voice for voice in quoted if not _are_both_sides(voice)]
    return quoted or heard


def _are_both_sides(voice: Voice) -> bool:
    return voice.kind == "nameless" and means_both_sides(voice.text, voice.language)


def _office(voice: Voice) -> Voice:
    """The office for which its spokesman, or a source within it, speaks; else the voice itself."""
    body = "" if voice.kind == "own" or voice.listed else body_of(voice.text, voice.language)
    key = " ".join(stems(body, voice.language))
    return Voice("named", key, (), body, voice.language) if key else voice


def _is_aside(account: Account, before: Sequence[Account]) -> bool:
    """Whether who speaks beside it is named for it, as of talks by what they end in, or for the newer news of a later report."""
    days = [day.toordinal() for one in before if (day := one.published)]
    days += [one.last for one in account.outlines if one.last is not None and one.sure != "open"]
    late = (
        bool(days)
        and account.published is not None
        and account.published.toordinal() - min(days) >= NEWS_DAYS
    )
    return any(outline.beside and (late or outline.root in _TALKS) for outline in account.outlines)


def _awaited(voice: Voice, account: Account, found: Sequence[Origin]) -> Origin | None:
    """The origin of an agency that was credited before its text was here: whom the text names first is the voice."""
    origin = next((one for one in found if one.awaits == account.family), None)
    if origin is None or abs(day_of(origin.tellings[0]) - day_of(account.tellings[0])) > AWAITED_DAYS:
        return None
    origin.voice, origin.awaits = voice, None
    return origin


def _takes_part(telling: Telling) -> bool:
    claim = telling.told.claim
    return not claim.speakers and claim.event is not None and claim.event.root is Root.AGREE


def _opens(voice: Voice, account: Account) -> str:
    if voice.kind == "own":
        by = "by its own reporting" if voice.key == account.family else "credited, its text is not here"
        return f"{_called(voice, account)} {by}"
    return f"{voice.name}, heard by {_called(voice, account)}" if voice.kind == "nameless" else voice.name


def _called(voice: Voice, account: Account) -> str:
    """The outlet of a voice: by its name in the report, where the name of its family is that name folded."""
    source = account.tellings[0].told.report.source or ""
    return source if voice.key == account.family == fold(source) else voice.key
