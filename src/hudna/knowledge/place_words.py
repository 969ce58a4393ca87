"""Words that help to tell places from people, bodies and common words."""

from collections import Counter
from functools import cache, cached_property
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from hudna.knowledge.files import ROOT, language_folder, load_one, read_yaml
from hudna.knowledge.folding import fold
from hudna.model.record import Record

Point = Literal[
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre"
]


class PlaceExample(Record):
    """A text, and words in it with the country of the place they must give (None where none is asked)."""

    text: str
    places: dict[str, str | None]


# What is compared as it stands in a text.
_AS_WRITTEN = frozenset({"examples", "counter", "nameless_endings"})


class PlaceCues(Record):
    """What one language says round a place. Every list may be empty."""

    within: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    of_kind: frozenset[str] = frozenset()
    kind_after: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    bound: frozenset[str] = Field(
        default=frozenset(), description='words between two places that say "bound for", "in direction of"'
    )
    hailing: frozenset[str] = Field(
        default=frozenset(), description="people who are from the town named right behind, wherever they are"
    )
    vessels: frozenset[str] = Field(
        default=frozenset(),
        description="kinds of ships; what stands behind them in capitals is a ship's name",
    )
    kinds_in_names: frozenset[str] = Field(
        default=frozenset(),
        description="with these in small letters names begin: lago Ciad, stretto di Hormuz",
    )
    saying: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    nameless_endings: tuple[str, ...] = Field(
        default=(), description="as written, the endings of words that are no names"
    )
    directions: dict[Point, tuple[str, ...]] = {}
    regions: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    some_parts: frozenset[str] = frozenset()
    outskirts: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    this_town: frozenset[str] = frozenset()
    this_area: frozenset[str] = frozenset()
    this_country: frozenset[str] = frozenset()
    this_capital: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    squares: frozenset[str] = frozenset()  # kinds that are called after people and ideas: "ميدان الشهداء"
    site_after: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    roads: frozenset[str] = frozenset()
    unlisted_kinds: frozenset[str] = frozenset()
    kinds_of_many: frozenset[str] = Field(
        default=frozenset(), description="words for several villages, whose names follow: villages of X and Y"
    )
    openers_of_many: frozenset[str] = Field(
        default=frozenset(), description="before a word of `unlisted_kinds` these show several"
    )
    unlisted_sites: frozenset[str] = frozenset()
    site_kinds: frozenset[str] = frozenset()
    unnamed: frozenset[str] = Field(
        default=frozenset(), description="words behind a kind of place that do not name it: the army's base"
    )
    governments: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    befalling: frozenset[str] = Field(
        default=frozenset(), description="verb forms of what happens in a place: saw, connu, vissuto"
    )
    addressing: frozenset[str] = frozenset()
    backed: frozenset[str] = Field(
        default=frozenset(), description="before from or by and a capital: backed, armed, paid"
    )
    never: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    from_words: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    and_words: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    lying: frozenset[str] = Field(
        default=frozenset(), description="between a name and where it lies: located, situated"
    )
    soil: frozenset[str] = frozenset()
    belonging: frozenset[str] = Field(
        default=frozenset(), description="what is somewhere's: the market, the people, the road of a place"
    )
    locating: frozenset[str] = frozenset()
    hearing: frozenset[str] = Field(
        default=frozenset(), description="words shortly before who is told something: confirmed to Scirocco"
    )
    locating_sites: frozenset[str] = frozenset()  # "un camp à X": such words locate behind a noun of `sited`
    sited: frozenset[str] = frozenset()
    heading: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    elided: frozenset[str] = Field(default=frozenset(), description="words that lose their vowel: l', d'")
    trailing: bool = Field(default=False, description="directions and peoples stand after their noun")
    glued: bool = Field(default=False, description="articles and short prepositions are written on the noun")
    demonyms: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="country → words for its people"
    )
    spoken_demonyms: bool = Field(
        default=False, description="whether peoples written small tell only which country is spoken of"
    )
    small_demonyms: bool = Field(
        default=False, description="peoples written small tell which country a report is about"
    )
    units: dict[str, float] = {}
    numbers: dict[str, float] = {}
    calendar: frozenset[str] = Field(
        default=frozenset(), description="days and months, which no place is called by"
    )
    possessive: frozenset[str] = Field(
        default=frozenset(), description="what an apostrophe leads to an owner"
    )
    abbreviated: frozenset[str] = Field(
        default=frozenset(), description="short words before names; their dot ends nothing"
    )
    prefixes: frozenset[str] = Field(
        default=frozenset(), description="small words written on the noun after them"
    )
    placing: frozenset[str] = Field(
        default=frozenset(), description="prefixes and words that tell where: in, on, shelled"
    )
    joining: frozenset[str] = Field(default=frozenset(), description="prefixes that only join: and, so")
    agreeing: dict[str, str] = Field(
        default_factory=dict,
        description="ending of a kind of place → that of an adjective that agrees with it, asked in order",
    )
    glued_articles: tuple[str, ...] = Field(default=(), description="articles written on their noun")
    contracted: dict[str, str] = Field(
        default_factory=dict, description="prefix and article in one → the article"
    )
    adjectives: frozenset[str] = Field(
        default=frozenset(), description="directions that need a noun: northern"
    )
    direction_nouns: frozenset[str] = Field(
        default=frozenset(), description="nouns for where something heads"
    )
    wide: frozenset[str] = Field(default=frozenset(), description="words that take in what lies round a town")
    town_parts: frozenset[str] = Field(
        default=frozenset(), description="parts, of a town unless a name follows"
    )
    rings: frozenset[str] = Field(
        default=frozenset(), description="parts that go back to a town named before"
    )
    capital_nouns: frozenset[str] = Field(
        default=frozenset(), description="nouns that go back to a capital too"
    )
    unit_radius: dict[str, int] = Field(
        default_factory=dict, description="noun behind a town's name → km round it"
    )
    district_nouns: frozenset[str] = frozenset()
    called_after: frozenset[str] = Field(
        default=frozenset(),
        description="nouns of buildings and streets that are called after a place far off",
    )
    streets: frozenset[str] = Field(
        default=frozenset(),
        description="nouns of streets and buildings before a name of a place far off that they are called after",
    )
    unit_after: frozenset[str] = Field(default=frozenset(), description="nouns of units behind a name")
    unit_before: frozenset[str] = Field(
        default=frozenset(), description="nouns of units before 'of' and a name"
    )
    town_after: frozenset[str] = Field(default=frozenset(), description="nouns of towns behind a name")
    town_before: frozenset[str] = Field(
        default=frozenset(), description="nouns of towns before 'of' and a name"
    )
    town_lead: frozenset[str] = Field(default=frozenset(), description="words right before a town's name")
    the: frozenset[str] = Field(default=frozenset(), description="the definite article")
    one_of: frozenset[str] = Field(
        default=frozenset(), description="other determiners, which few places have"
    )
    going_on: frozenset[str] = Field(
        default=frozenset(), description="verbs and joints that follow somebody's name"
    )

    quarters: frozenset[str] = Field(
        default=frozenset(), description="nouns for a part of a town with a name"
    )
    countries_told: frozenset[str] = Field(
        default=frozenset(), description='"countries", of which two were named: between the two countries'
    )

    sided: frozenset[str] = Field(
        default=frozenset(), description="before a hyphen and a people: on whose side somebody is"
    )
    strikes: frozenset[str] = Field(
        default=frozenset(), description="nouns for deeds from the air; whose they are is not where they are"
    )
    called_pacts: frozenset[str] = Field(
        default=frozenset(), description="nouns for talks and agreements called after where they were held"
    )
    pacts: frozenset[str] = Field(
        default=frozenset(), description="nouns for agreements, which are made somewhere"
    )
    made: frozenset[str] = Field(
        default=frozenset(), description="words for the making of an agreement: signed, brokered"
    )
    dated: frozenset[str] = Field(
        default=frozenset(), description="between an agreement and its date: the truce of May"
    )
    running: frozenset[str] = Field(
        default=frozenset(), description="before the date since which an agreement holds"
    )
    examples: tuple[PlaceExample, ...] = ()
    counter: tuple[str, ...] = Field(default=(), description="texts that name no place")

    @field_validator("*", mode="before")
    @classmethod
    def _fold(cls, value: object, info: ValidationInfo) -> object:
        """Words as keys, so that accents and Arabic spellings do not matter."""
        if info.field_name in _AS_WRITTEN or not isinstance(value, list):
            return value
        return [fold(word) for word in value]

    @cached_property
    def people(self) -> dict[str, str]:
        """Folded word for the people of a country → ISO 3166 alpha-3, in this language and in English."""
        return load_demonyms() | self.own_people

    @cached_property
    def own_people(self) -> dict[str, str]:
        """Those of this language alone."""
        return {fold(word): code for code, words in self.demonyms.items() for word in words}

    @cached_property
    def small_people(self) -> dict[str, str]:
        """Those that the language writes small, behind their noun: "esercito maliano"."""
        return self.own_people if self.small_demonyms else {}

    @cached_property
    def spoken_people(self) -> dict[str, str]:
        """Those that tell which country is spoken of: "le ministère libanais … dans le nord du pays"."""
        return self.own_people if self.spoken_demonyms else self.small_people

    @cached_property
    def bearings(self) -> frozenset[str]:
        """Words that a direction may begin with: "south", and the first of "north east"."""
        return frozenset(direction.split(" ", 1)[0] for direction in self.compass)

    @cached_property
    def starters(self) -> frozenset[str]:
        """Words with which an area may start."""
        nouns = self.around | self.outskirts | self.borders | self.roads | self.unlisted_kinds
        return frozenset(
            {
                *self.bearings,
                *nouns,
                *self.numbers,
                *self.articles,
                *self.regions,
                *self.some,
                *self.some_parts,
                *self.this_town,
                *self.this_country,
                *self.this_capital,
            }
        )

    @cached_property
    def plain_compass(self) -> frozenset[str]:
        """The nouns among the direction words: each list's first, part by part."""
        return frozenset(part for words in self.directions.values() for part in fold(words[0]).split(" "))

    @cached_property
    def compass(self) -> dict[str, str]:
        """Folded direction word → the compass point it tells of."""
        return {fold(word): point for point, words in self.directions.items() for word in words}


class Names(Record):
    """First names and surnames, folded; `surnames` gives the rank, the commonest first."""

    first: frozenset[str]
    surnames: dict[str, int]
    common: dict[str, int]


@cache
def load_cues(language: str) -> PlaceCues:
    """The cues of a language; empty where nobody has written them yet."""
    path = language_folder(language) / "places.yml"
    cues = load_one(path, PlaceCues) if path.exists() else PlaceCues()
    return (
        cues.model_copy(update={"demonyms": _with_adjectives(cues, language)})
        if cues.small_demonyms
        else cues
    )


def _with_adjectives(cues: PlaceCues, language: str) -> dict[str, tuple[str, ...]]:
    """The demonyms with the adjectives by which the language names countries, where they mean one country only."""
    path = language_folder(language) / "countries.yml"
    rows: dict[str, dict[str, list[str]]] = read_yaml(path)["countries"] if path.exists() else {}
    told = Counter(fold(word) for row in rows.values() for word in row.get("adjectives", ()))
    listed = {fold(word) for words in cues.demonyms.values() for word in words}
    more = {
        code: tuple(w for w in row.get("adjectives", ()) if told[fold(w)] == 1 and fold(w) not in listed)
        for code, row in rows.items()
    }
    return {code: (*cues.demonyms.get(code, ()), *more.get(code, ())) for code in cues.demonyms | more}


@cache
def kinds_of_places() -> frozenset[str]:
    """Folded words of all languages for what a place is, which say nothing of which one: quarter, square, airport."""
    cues = [load_cues(path.parent.name) for path in sorted((ROOT / "languages").glob("*/places.yml"))]
    kinds = [(one.of_kind, one.sites, one.site_after, one.unlisted_kinds, one.unlisted_sites) for one in cues]
    return frozenset(fold(word) for fields in kinds for words in fields for word in words)


@cache
def load_names() -> Names:
    """People's names and common words that are also names of places."""
    folder = ROOT / "places" / "words"
    lines = {path.stem: path.read_text(encoding="utf-8").split() for path in sorted(folder.glob("*.txt"))}
    return Names.model_construct(
        first=frozenset(lines["first_names"]),
        surnames={name: rank for rank, name in enumerate(lines["surnames"])},
        common=dict.fromkeys(lines["words"], 1) | dict.fromkeys(lines["common_words"], 2),
    )


@cache
def load_demonyms() -> dict[str, str]:
    """Folded word for the people of a country → ISO 3166 alpha-3."""
    rows: dict[str, list[str]] = read_yaml(ROOT / "places" / "demonyms.yml")
    return {fold(word): code for code, words in rows.items() for word in words}


@cache
def load_abbreviations() -> dict[str, tuple[str, str]]:
    """Abbreviation as written ("Ky.", "NSW") → name and country of the unit."""
    rows: dict[str, dict[str, list[str]]] = read_yaml(ROOT / "places" / "abbreviations.yml")
    return {
        short: (name, country)
        for country, units in rows.items()
        for name, shorts in units.items()
        for short in shorts
    }
