"""Actors, countries, media and agent nouns as records, read from YAML packs.

The world layer lies in `actors/`, well-known media in `sources/`, a theatre's own
in `theatres/<name>/`, and the agent nouns of a language in `languages/<code>/`.
Every file proves itself with examples and counter-examples, which tests run.
"""

import calendar
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from hudna.knowledge.files import ROOT, language_folder, language_folders, load_one
from hudna.model.mention import SpeakerKind
from hudna.model.record import Record

# Sectors whose members bear arms; SPY is left out because most of it does not.
ARMED = frozenset({"MIL", "COP", "PRM", "REB", "UAF", "CRM"})


# Admiralty code of a source; F: nobody has judged it.
Reliability = Literal["A", "B", "C", "D", "E", "F"]


def is_armed(sector: str | None) -> bool:
    """Whether members of this PLOVER sector bear arms."""
    return sector in ARMED


def _first_day(value: Any) -> Any:
    return _edge(value, last=False)


def _last_day(value: Any) -> Any:
    return _edge(value, last=True)


def _edge(value: Any, *, last: bool) -> Any:
    """`2012` and `2012-04` as their first or last day; YAML reads the former as a number."""
    if value is None or isinstance(value, date):
        return value
    year, _, month = str(value).partition("-")
    if not month:
        return date(int(year), 12, 31) if last else date(int(year), 1, 1)
    days = calendar.monthrange(int(year), int(month))[1]
    return date(int(year), int(month), days if last else 1)


From = Annotated[date | None, BeforeValidator(_first_day)]
Until = Annotated[date | None, BeforeValidator(_last_day)]


class Dated(Record):
    """Something that holds from one day to another; open ends are None."""

    start: From = Field(default=None, alias="from")
    until: Until = None

    def holds(self, when: date | None) -> bool:
        """Whether it holds on that day; an unknown day excludes nothing."""
        if when is None:
            return True
        return (self.start is None or self.start <= when) and (self.until is None or when <= self.until)


class Leadership(Dated):
    """Whom a person leads: "her forces" are this actor's while it holds."""

    of: str
    role: str | None = None


class Office(Dated):
    """A sector that holds only for some time: the Taliban as a government."""

    sector: str
    kind: SpeakerKind


class ActorEntry(Dated):
    """One actor with every name it goes by.

    `aliases` stand by themselves. `local` ones count only where the report also
    names the actor's country or one of its `cues`, because elsewhere the same words
    mean somebody else. `names` holds further languages. `organs` says whom "the
    army of X" and the like mean; `seats` are the towns that stand for a government.
    """

    id: str
    name: str
    country: str | None
    sector: str | None
    speaks: SpeakerKind = "party"
    side: str | None = None
    person: bool = False
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    cues: tuple[str, ...] = ()
    around: tuple[str, ...] = Field(default=(), description="further countries it is reported from")
    leads: tuple[Leadership, ...] = ()
    offices: tuple[Office, ...] = ()
    organs: dict[str, str] = Field(default_factory=dict)
    seats: tuple[str, ...] = ()
    note: str | None = None
    evidence: str | None = None
    reliability: Reliability = "F"
    reliability_because: str | None = None
    reliability_since: From = None


class Example(Record):
    """Words in a text and the actor they must give; `id: null` where they must give none."""

    text: str
    words: str
    id: str | None
    when: date | None = None
    countries: tuple[str, ...] = ()


class ActorPack(Record):
    """One file of actors."""

    about: str
    sources: tuple[str, ...] = ()
    actors: tuple[ActorEntry, ...]
    examples: tuple[Example, ...]
    counter: tuple[Example, ...]


class Outlet(Record):
    """A medium or agency; a report relayed by it is second-hand."""

    id: str
    name: str
    country: str | None
    medium: str = "press"
    aliases: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    around: tuple[str, ...] = ()
    side: str | None = None
    family: str | None = Field(default=None, description="outlets of one owner count as one origin")
    page_of: str | None = Field(
        default=None, description="the actor whose own page, channel or bulletin it is: its words are theirs"
    )
    reliability: Reliability = "F"
    reliability_because: str | None = None
    reliability_since: From = None
    note: str | None = None


class NamePack(Record):
    """A language's own names of listed actors and media: id → names; `local` ones count only where the actor's country is named."""

    about: str
    sources: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}
    local: dict[str, tuple[str, ...]] = {}
    outlets: dict[str, tuple[str, ...]] = {}


class OutletPack(Record):
    """One file of media."""

    about: str
    sources: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...]
    examples: tuple[Example, ...]
    counter: tuple[Example, ...]


class Country(Record):
    """A state or territory with the words that mean it."""

    code: str
    name: str
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    areas: tuple[str, ...] = Field(
        default=(), description="regions and towns that tell which country a report is about"
    )
    shared: tuple[str, ...] = Field(default=(), description="names that also mean a person or another place")
    stateless: bool = Field(default=False, description="no army and no full government of its own")
    contested: From = Field(
        default=None, description="since when rivals both claim to be its army or government"
    )


class CountryPack(Record):
    """Every country, the adjectives of peoples without a state, and words that only look like one."""

    about: str
    sources: tuple[str, ...] = ()
    countries: tuple[Country, ...]
    peoples: dict[str, tuple[str, ...]]
    blocs: dict[str, str]
    not_countries: tuple[str, ...]
    examples: tuple[Example, ...]
    counter: tuple[Example, ...]


class CountryNames(Record):
    """One country as a language names it."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


class CountryWords(Record):
    """How a language names countries and peoples: ISO 3166 alpha-3 → words, in every form that texts have.

    Adjectives that places.yml lists as demonyms need not be repeated here.
    """

    about: str
    sources: tuple[str, ...] = ()
    countries: dict[str, CountryNames]
    peoples: dict[str, tuple[str, ...]] = {}
    blocs: dict[str, str] = {}
    not_countries: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    counter: tuple[Example, ...] = ()


# Classes of agents that rules ask for by name; a language's agents.yml has its other classes as it likes.
RuleClass = Literal[
    "army",
    "government",
    "administration",
    "rebels",
    "men",
    "clergy",
    "students",
    "press",
    "aid workers",
    "parties_to_a_deal",
]


class AgentClass(Record):
    """Nouns for people who act; some ids are known to rules (`RuleClass`).

    `state`: with a country's adjective they are that state's ("Rwandan troops").
    `force`: a leader's belong to what he leads ("Haftar's forces"). `neutral`: a
    modifier decides the sector ("rebel commander"). `anonymous`: never somebody by
    name. `spokes`: speak for whom they are of. `national`: speaks for a state, which
    is a party where the report is about that state. `foe`: somebody's enemy, so
    that no country is his but one that is named.
    """

    id: str
    sector: str | None
    kind: SpeakerKind
    nouns: tuple[str, ...]
    state: bool = False
    force: bool = False
    neutral: bool = False
    anonymous: bool = False
    spokes: bool = False
    national: bool = False
    foe: bool = False
    weak: bool = Field(default=False, description="an actor only with a modifier, a country or an owner")


class AgentPack(Record):
    """How one language names actors it does not name by name."""

    about: str
    sources: tuple[str, ...] = ()
    classes: tuple[AgentClass, ...]
    modifiers: dict[str, tuple[str, ...]]
    tails: dict[str, tuple[str, ...]]
    unnamed: tuple[str, ...]
    titles: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    openers: dict[str, str]
    founders: dict[str, str]
    owners: tuple[str, ...]
    loose: tuple[str, ...] = Field(
        default=(), description="how those of the owners begin who only stand near: affiliated with, close to"
    )
    beside: tuple[str, ...] = Field(
        default=(), description="how those of them begin who stay somebody else: allied with, close to"
    )
    links: tuple[str, ...]
    organs: dict[str, str] = Field(
        default={}, description="nouns for organs → the name that packs of actors have for them"
    )
    nobody: dict[str, str] = Field(
        default={},
        description="nouns → how the next word begins before which they are no people; any but an adjective where empty",
    )
    examples: tuple[Example, ...]
    counter: tuple[Example, ...]


def _packs(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def actor_files(theatres: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """The files of actors: the world's, then each theatre's."""
    world = [path for path in _packs(ROOT / "actors", "*.yml") if path.stem != "countries"]
    local = [path for name in theatres for path in _packs(ROOT / "theatres" / name, "actors.yml")]
    return (*world, *local)


def outlet_files(theatres: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """The files of media: the world's, then each theatre's."""
    local = [path for name in theatres for path in _packs(ROOT / "theatres" / name, "sources.yml")]
    return (*_packs(ROOT / "sources", "*.yml"), *local)


@cache
def load_actors(theatres: tuple[str, ...] = ()) -> tuple[ActorEntry, ...]:
    """Every actor of the world layer and of the theatres; a theatre's entry replaces the world's."""
    entries = {
        entry.id: entry for path in actor_files(theatres) for entry in load_one(path, ActorPack).actors
    }
    return tuple(map(_with_names_of_languages, entries.values()))


def _with_names_of_languages(entry: ActorEntry) -> ActorEntry:
    local = [name for pack in _names_of_languages().values() for name in pack.local.get(entry.id, ())]
    names = _more_names(entry.names, entry.id, "names")
    return entry.model_copy(update={"names": names, "local": (*entry.local, *local)})


@cache
def load_outlets(theatres: tuple[str, ...] = ()) -> tuple[Outlet, ...]:
    """Every medium; a theatre's entry replaces the world's."""
    outlets = {o.id: o for path in outlet_files(theatres) for o in load_one(path, OutletPack).outlets}
    return tuple(
        o.model_copy(update={"names": _more_names(o.names, o.id, "outlets")}) for o in outlets.values()
    )


def _more_names(
    names: dict[str, tuple[str, ...]], id_: str, section: Literal["names", "outlets"]
) -> dict[str, tuple[str, ...]]:
    """The names that a pack gives, with those that languages give in their own folders."""
    found = dict(names)
    for language, pack in _names_of_languages().items():
        more = getattr(pack, section).get(id_, ())
        if more:
            found[language] = tuple(dict.fromkeys((*found.get(language, ()), *more)))
    return found


@cache
def _names_of_languages() -> dict[str, "NamePack"]:
    """Language → names in it of actors and media that the packs list by other names, spelt as people are to read them."""
    return {
        folder.name: load_one(folder / "actors.yml", NamePack, as_written=True)
        for folder in language_folders("actors.yml")
    }


@cache
def load_countries() -> CountryPack:
    """Every country with its demonyms and capitals."""
    return load_one(ROOT / "actors" / "countries.yml", CountryPack)


@cache
def load_agents(language: str) -> AgentPack | None:
    """The agent nouns of a language, or None where nobody has written them."""
    path = language_folder(language) / "agents.yml"
    return load_one(path, AgentPack) if path.exists() else None
