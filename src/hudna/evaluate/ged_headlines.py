"""Headlines of UCDP GED, each coded alone: are the dead counted, and is the right side held to have done it?

A fixed sample of English headlines in which a number stands near a word of death, chosen by a plain
pattern that knows nothing of our lexicon. The number is read by the same pattern. The doers are held
against the sides of the events that GED's editors coded from the report: a listed doer that is no
side of any of them is foreign to the event, and one whose side had all the dead is a victim taken
for the killer. Both bounds are rough: editors read the whole report, and a headline may tell of more.
"""

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.folding import fold
from hudna.model.claim import Actor, Event, Root
from hudna.model.coded import Coded
from hudna.model.report import Report
from hudna.pipeline import code_reports

NAME = "ged-headlines"
FILE = "ucdp/ged_union.csv.gz"
# No country may fill the sample: two thirds of the headlines are Syria's, and many of those one monitor's.
A_COUNTRY, ALL = 330, 1500

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(_NUMBERS) + ")"
_WORD = (
    r"(?:(?!(?:"
    + _NUMBER
    + r"|in|by|as|and|wounded|injured|hurt|years?|days?|hours?|weeks?|months?)\b)[\w'’.-]+\s+)"
)
_BEFORE = re.compile(
    rf"(?<![\w.,-])({_NUMBER})\s+{_WORD}{{0,4}}?(?:are |were |was |shot |feared |found )?(?:killed|dead|die|dies|died|slain|murdered)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b(?:kill|kills|killed|killing|leaves|leave|claims|claim)\s+(?:(?:at least|about|around|some|up to|over|more than|another|nearly|almost)\s+)?({_NUMBER})(?![\w.-]|\s+(?:wounded|injured|hurt|years?|days?|hours?|weeks?|months?|times)\b)",
    re.IGNORECASE,
)
_TOLD_OF_DEATH = re.compile(
    r"\b(?:kill|kills|killed|killing|dead|die|dies|died|slain|murdered|lives)\b", re.IGNORECASE
)
# Words that only other languages of the set have.
_FOREIGN = re.compile(
    r"\b(?:le|la|les|des|du|une|morts?|dans|los|las|una|del|muertos|por|da|do|são|não)\b", re.IGNORECASE
)

# A side as GED names it, and the beginnings of our ids that are that side or fight beside it.
SIDES: Mapping[str, tuple[str, ...]] = {
    "Government of Syria": ("syr-", "rus", "hezbollah", "irn-"),
    "Government of Iraq": ("irq-", "usa-", "peshmerga", "pmf", "kataib", "krg", "global-coalition"),
    "Government of Nigeria": ("nga-", "cjtf", "mnjtf", "tcd-", "ner-", "cmr-"),
    "Government of Ukraine": ("ukr-", "azov"),
    "Government of Myanmar (Burma)": ("mmr-",),
    "Government of Central African Republic": ("caf-", "wagner", "rus"),
    "Government of Turkey": ("tur-",),
    "Government of Bangladesh": ("bgd-",),
    "Government of Afghanistan": ("afg-", "usa-", "nato", "isaf"),
    "IS": ("islamic-state", "iswap", "boko-haram"),
    "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad": ("boko-haram", "iswap"),
    "SDF": ("sdf", "ypg", "global-coalition", "usa-"),
    "DPR": ("dpr", "novorossiya", "rus"),
    "LPR": ("lpr", "novorossiya", "rus"),
    "United Armed Forces of Novorossiya": ("dpr", "lpr", "novorossiya", "rus"),
    "PKK": ("pkk",),
    "HTS": ("hts", "al-nusra"),
    "Taleban": ("taliban",),
    "KIO": ("kia",),
    "MNDAA": ("mndaa",),
    "PSLF": ("tnla",),
    "ARSA": ("arsa",),
    "anti-Balaka": ("anti-balaka",),
    "LRA": ("lra",),
    "UPC": ("upc-car",),
    "FPRC": ("fprc",),
    "CPC": ("cpc",),
    "Fulani": ("fulani",),
    "Al-Shabaab": ("al-shabaab",),
    "Civilians": (),
}
_UNIFORMED, _REBEL = frozenset({"MIL", "COP", "GOV", "SPY"}), frozenset({"REB"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the editors coded: the two sides and who of them died."""

    sides: tuple[str, str]
    dead: tuple[int, int, int]  # of the one, of the other, civilians


@dataclass(slots=True)
class Headline:
    """A headline with every event that was coded from it."""

    report: Report
    country: str
    events: list[Told] = field(default_factory=list)

    @property
    def even(self) -> bool:
        """The half that rules are written on."""
        return int(self.report.id[-12:], 16) % 2 == 0


@dataclass(slots=True)
class Tally:
    """Sums over one half."""

    headlines: int = 0
    counted: int = 0
    stated: int = 0
    right: int = 0
    other: int = 0
    doers: int = 0
    ours: int = 0
    placed: int = 0
    victims: int = 0


def evaluate(data: Path) -> SetScore:
    """Each figure, on the half that rules are written on and on the other."""
    chosen = sample(read_headlines(data / FILE))
    coded = dict(zip((h.report.id for h in chosen), code_reports([h.report for h in chosen]), strict=True))
    even = tally((h, coded[h.report.id]) for h in chosen if h.even)
    odd = tally((h, coded[h.report.id]) for h in chosen if not h.even)
    return SetScore(NAME, tuple(_figures(even, odd)))


def _figures(even: Tally, odd: Tally) -> Iterator[Figure]:
    for name, part, whole in (
        ("a deed of violence counted", "counted", "headlines"),
        ("the stated dead read right", "right", "stated"),
        ("another number of dead read", "other", "stated"),
        ("named doers that are a side", "ours", "doers"),
        ("doers whose side had all the dead", "victims", "placed"),
    ):
        for half, sums in (("", even), (", other half", odd)):
            of = getattr(sums, whole)
            yield Figure(f"{name}{half}", getattr(sums, part) / of if of else None, note=f"of {of}")


def read_headlines(path: Path) -> list[Headline]:
    """Every English headline that says how many died, once."""
    found: dict[str, Headline] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            told = _told(row)
            for words, published in _headlines(row):
                key = fold(words)
                if key not in found:
                    found[key] = Headline(_report(key, words, published), row["country"])
                found[key].events.append(told)
    return list(found.values())


def _headlines(row: Mapping[str, str]) -> Iterator[tuple[str, date | None]]:
    days = (row["source_date"] or "").split(";")
    for index, part in enumerate((row["source_headline"] or "").split(";")):
        words = part.strip()
        if _TOLD_OF_DEATH.search(words) and not _FOREIGN.search(words) and dead_in(words) is not None:
            yield words, _day(days[index] if index < len(days) else "") or _day(row["date_end"])


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written.strip()[:10])
    except ValueError:
        return None


def _report(key: str, words: str, published: date | None) -> Report:
    name = "ged-" + sha256(key.encode()).hexdigest()[:12]
    return Report(id=name, text=words, published=published, language="en")


def _told(row: Mapping[str, str]) -> Told:
    dead = tuple(int(float(row[name] or 0)) for name in ("deaths_a", "deaths_b", "deaths_civilians"))
    return Told((row["side_a"], row["side_b"]), (dead[0], dead[1], dead[2]))


def dead_in(words: str) -> int | None:
    """The first number said to have died."""
    found = min(
        (m for m in (_BEFORE.search(words), _BEHIND.search(words)) if m),
        key=lambda m: m.start(1),
        default=None,
    )
    if found is None:
        return None
    written = found.group(1).lower()
    return _NUMBERS[written] if written in _NUMBERS else int(written.replace(",", ""))


def sample(headlines: Iterable[Headline]) -> list[Headline]:
    """The same ones every time, no more than so many of a country."""
    taken: dict[str, int] = defaultdict(int)
    chosen = []
    for headline in sorted(headlines, key=lambda h: sha256(h.report.id.encode()).hexdigest()):
        taken[headline.country] += 1
        if taken[headline.country] <= A_COUNTRY:
            chosen.append(headline)
    return chosen[:ALL]


def tally(pairs: Iterable[tuple[Headline, Coded]]) -> Tally:
    """The sums over these headlines as coded."""
    sums = Tally()
    for headline, coded in pairs:
        events = [c.event for c in coded.claims if c.event is not None and c.event.root is Root.ASSAULT]
        counted = [c.event for c in coded.claims if c.counts and c.event in events and c.event is not None]
        sums.headlines += 1
        sums.counted += bool(counted)
        _add_dead(sums, dead_in(headline.report.text), events)
        for event in counted:
            _add_doers(sums, headline, event)
    return sums


def _add_dead(sums: Tally, stated: int | None, events: Sequence[Event]) -> None:
    if stated is None:
        return
    read = {number for e in events for number in (e.fatalities.best, e.fatalities.low) if number is not None}
    sums.stated += 1
    sums.right += stated in read
    sums.other += bool(read) and stated not in read


def _add_doers(sums: Tally, headline: Headline, event: Event) -> None:
    mapped = [told for told in headline.events if all(side in SIDES for side in told.sides)]
    if not mapped or len(mapped) < len(headline.events):
        return
    for doer in event.actors:
        if doer.id is not None:
            sums.doers += 1
            sums.ours += any(_is_side(doer, side) for told in mapped for side in told.sides)
    mourned = {_mourned(told) for told in mapped}
    if len(event.actors) == 1 and None not in mourned:
        sums.placed += 1
        sums.victims += all(side is not None and _belongs(event.actors[0], side) for side in mourned)


def _is_side(doer: Actor, side: str) -> bool:
    return bool(doer.id) and str(doer.id).startswith(SIDES[side] or ("none",))


def _mourned(told: Told) -> str | None:
    """The side that had all the dead, if one had."""
    died = [name for name, number in zip((*told.sides, "Civilians"), told.dead, strict=True) if number]
    return died[0] if len(died) == 1 else None


def _belongs(doer: Actor, side: str) -> bool:
    """A listed doer by its id, another by what it is."""
    if doer.id is not None:
        return _is_side(doer, side)
    if side == "Civilians":
        return doer.sector == "CVL"
    return doer.sector in (_UNIFORMED if side.startswith("Government of") else _REBEL)
