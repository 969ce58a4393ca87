"""Words that help to tell places from people, bodies and common words."""

from functools import cache, cached_property

from hudna.knowledge.files import ROOT, load_one, read_yaml
from hudna.knowledge.folding import fold
from hudna.knowledge.lexicon import language_folder
from hudna.model.record import Record


class PlaceCues(Record):
    """What one language says round a place. Every list may be empty."""

    within: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    of_kind: frozenset[str] = frozenset()
    kind_after: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    directions: dict[str, tuple[str, ...]] = {}
    regions: frozenset[str] = frozenset()
    outskirts: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    this_town: frozenset[str] = frozenset()
    this_area: frozenset[str] = frozenset()
    this_country: frozenset[str] = frozenset()
    this_capital: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    site_after: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    roads: frozenset[str] = frozenset()
    unlisted_kinds: frozenset[str] = frozenset()
    unlisted_sites: frozenset[str] = frozenset()
    governments: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    units: dict[str, float] = {}
    numbers: dict[str, float] = {}

    @cached_property
    def starters(self) -> frozenset[str]:
        """Words with which an area may start."""
        compass = {word.split(" ")[0] for word in self.compass}
        nouns = self.around | self.outskirts | self.borders | self.roads | self.unlisted_kinds
        return frozenset({*compass, *nouns, *self.numbers, "the", "a", "an", "this", "that", "these", "those"})

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
    return load_one(path, PlaceCues) if path.exists() else PlaceCues()


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
