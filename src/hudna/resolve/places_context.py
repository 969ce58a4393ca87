"""What the whole report says about a name: which countries it is about, who is a person in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hudna.knowledge.gazetteer import KnownPlace
from hudna.knowledge.place_words import Names, PlaceCues
from hudna.resolve.places_names import Name
from hudna.resolve.places_text import Word, is_sided

# How much each kind of words says about the country a report is about.
DEMONYM, STATE, HINT, CHOSEN = 0.7, 0.5, 0.6, 0.3
# Written small it is often said of who acts, and again and again; it counts once.
SMALL_DEMONYM = 0.4
# Hints come the likeliest first; those further down say little.
HINTED = 2


@dataclass
class Context:
    """Evidence gathered from the whole report."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    units: Counter[str] = field(default_factory=Counter)
    hinted: frozenset[str] = frozenset()
    # Every country named, even by a name that a district elsewhere has as well.
    named: set[str | None] = field(default_factory=set)
    people: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    placed: Counter[str] = field(default_factory=Counter)
    mostly_upper: bool = False
    chosen: Mapping[str, KnownPlace] = field(default_factory=dict)

    def share(self, country: str | None, key: str = "") -> float:
        """How much of the evidence for countries is for this one, leaving out what the name itself gave."""
        own = self.chosen.get(key)
        given = CHOSEN if own is not None and own.country and own.kind != "country" else 0.0
        whole = sum(self.countries.values()) - given
        part = (
            self.countries.get(country, 0.0) - (given if own is not None and own.country == country else 0.0)
            if country
            else 0.0
        )
        return max(0.0, part) / whole if whole > 0.01 else 0.0

    def names_unit(self, units: Iterable[str], key: str) -> bool:
        """Whether the report names one of these units, or a place in it other than by this name."""
        own = self.chosen.get(key)
        return any(self.units[unit] > (own is not None and unit in own.parents) for unit in units)


def gather(
    words: Sequence[Word],
    names: Iterable[Sequence[Name]],
    cues: PlaceCues,
    people: Names,
    near: Sequence[str],
) -> Context:
    """The context of a report before any name is decided."""
    context = Context(hinted=frozenset(near[:HINTED]))
    for rank, country in enumerate(near):
        context.countries[country] += HINT / (1 + rank)
    _count_demonyms(words, cues, context.countries)
    for starting in names:
        name = starting[0]
        _count_name(name, context)
        context.named.update(place.country for place in name.meanings if place.kind == "country")
        if words[name.first - 1].key in cues.within and name.first:
            context.placed[name.key] += 1
    context.people = person_words(words, cues, people)
    context.lower = frozenset(word.key for word in words if not word.capital)
    capitals = sum(word.upper for word in words)
    context.mostly_upper = capitals * 2 > len(words)
    return context


def _count_demonyms(words: Sequence[Word], cues: PlaceCues, countries: dict[str, float]) -> None:
    small = {
        cues.small_people[word.key]
        for number, word in enumerate(words)
        if not word.capital and word.key in cues.small_people and not is_sided(words, number, cues)
    }
    for code in sorted(small):
        countries[code] += SMALL_DEMONYM
    for number, word in enumerate(words):
        if word.capital:
            pair = f"{word.key} {words[number + 1].key}" if number + 1 < len(words) else ""
            country = cues.people.get(pair) or cues.people.get(word.key)
            if country:
                countries[country] += DEMONYM


def _count_name(name: Name, context: Context) -> None:
    states = [
        place
        for place in name.meanings
        if place.kind in {"country", "admin1"} and (place.own or place.listed)
    ]
    if len(states) != 1 or not states[0].country:
        return
    place = states[0]
    if place.kind == "country":
        context.countries[place.country or ""] += 1
    elif all(other.population < place.population / 3 for other in name.meanings if other is not place):
        context.countries[place.country or ""] += STATE
        context.units[place.id] += 1


def person_words(words: Sequence[Word], cues: PlaceCues, people: Names) -> frozenset[str]:
    """Keys of words that follow a first name or a title somewhere in the report."""
    found = set()
    for number in range(1, len(words)):
        before, word = words[number - 1], words[number]
        if word.capital and word.gap == " " and not word.upper:
            named = before.capital and before.key in people.first and word.key not in cues.bodies
            if named or (before.key in cues.titles and before.capital and not before.starts):
                found.add(word.key)
    return frozenset(found)


def add_chosen(context: Context, chosen: Mapping[str, KnownPlace]) -> Context:
    """The context with what a first reading of the names adds to it."""
    countries, units = defaultdict(float, context.countries), Counter(context.units)
    for place in chosen.values():
        if place.country and place.kind != "country":
            countries[place.country] += CHOSEN
        for unit in place.parents:
            units[unit] += 1
    return replace(context, countries=countries, units=units, chosen=dict(chosen))
