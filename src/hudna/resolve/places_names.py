"""Where in a report a name of the gazetteer stands, and what stands round it.

Every capitalised run of words is looked up, the longest name first. What is
found here is only a candidate; `places_weigh` decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, hypot, radians

from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import ARTICLES, Gazetteer, KnownPlace
from hudna.knowledge.glued import Glue
from hudna.knowledge.place_words import PlaceCues, load_abbreviations
from hudna.model.making import maker
from hudna.resolve.places_halves import of_both
from hudna.resolve.places_text import Word, ends_a_name, joined

KM_PER_DEGREE = 111.2
# Words of the longest name of a country.
MOST_WORDS = 6
# A name like San José has hundreds of meanings; those beyond the most populous are never right.
MOST_MEANINGS = 40
# So many words has the name of a ship at most, and marks that may open it.
MOST_NAMED = 4
QUOTES = frozenset('"“«„')
HOLDERS = frozenset({"country", "admin1", "region", "admin2"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the gazetteer in the text: words[first:last]. `short`: an abbreviation."""

    first: int
    last: int
    start: int
    end: int
    key: str
    meanings: tuple[KnownPlace, ...]
    short: bool = False
    seats: frozenset[str] = frozenset()
    said_of: frozenset[str] = frozenset()
    towned: frozenset[str] = frozenset()
    prefix: str = ""  # what is written on the name and is no part of it
    plain: bool = False  # where there are no capitals: a word of the language as well
    noun: bool = False  # a noun of the language in its base form: "معسكر" is a camp and a town
    owned: bool = False  # and right behind it a noun that owns it: "معسكر اللواء"


def distance_km(one: KnownPlace, other: KnownPlace) -> float:
    """Distance of two centres, near enough for a few hundred kilometres."""
    across = abs(one.lon - other.lon)
    across = min(across, 360 - across) * cos(radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * hypot(one.lat - other.lat, across)


def holds(holder: KnownPlace, place: KnownPlace) -> bool:
    """Whether a country, unit or region holds a place."""
    if holder.id == place.id or holder.kind not in HOLDERS:
        return False
    if holder.kind == "country" or holder.members:
        return place.country is not None and place.country in (holder.members or (holder.country,))
    if holder.id in place.parents:
        return True
    if place.kind in {"country", "continent"} or (
        holder.country and place.country and holder.country != place.country
    ):
        return False
    # Circles stand in for borders; a town may lie outside the circle and still inside the unit.
    return distance_km(holder, place) <= 1.3 * holder.radius_km and place.radius_km < holder.radius_km


MAKE_NAME = maker(Name)


def named_countries(gazetteer: Gazetteer, language: str) -> dict[str, KnownPlace]:
    """What a language calls countries, folded: "Ucraina", "Stati Uniti", "Repubblica centrafricana"."""
    found: dict[str, KnownPlace] = {}
    for code, words in load_country_words(language).countries.items():
        country = gazetteer.country(code)
        for name in words.names if country is not None else ():
            key = fold(name)
            if country is not None:
                found.setdefault(key, replace(country, own=False, listed=True))
    return found


class NameFinder:
    """Finds names; one for each gazetteer and language."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        cues: PlaceCues,
        countries: Mapping[str, KnownPlace] | None = None,
        glue: Glue | None = None,
        peoples: frozenset[str] = frozenset(),
    ) -> None:
        """`countries`: what the language calls countries, folded; `glue`: what is written on its words, where it writes so.

        `peoples`: adjectives of countries, which without capitals look as names of places do: "سوري" is not Surrey.
        """
        self._glue = glue
        self.gazetteer = gazetteer
        self.cues = cues
        self._countries = countries or {}
        self._demonyms = cues.people
        self._peoples = cues.people.keys() | (peoples - self._countries.keys())
        self._abbreviations = load_abbreviations()
        self._never_sizes: dict[str, set[int]] = {}
        for name in cues.never:
            if " " in name:
                self._never_sizes.setdefault(name.split(" ")[0], set()).add(name.count(" ") + 1)
        self.meanings = lru_cache(maxsize=20_000)(self._meanings)

    def _meanings(self, key: str) -> tuple[KnownPlace, ...]:
        found = self.gazetteer.meanings(key)
        country = self._countries.get(key)
        if country is not None and all(place.id != country.id for place in found):
            found.append(country)
        found.sort(key=lambda place: (-place.listed, -place.population, place.id))
        return tuple(found[:MOST_MEANINGS])

    def names(
        self, text: str, words: Sequence[Word], taken: Sequence[tuple[int, int]] = ()
    ) -> list[list[Name]]:
        """For each word where names start, those names, the longest first."""
        blocked = _inside(words, taken) | self._bodies(words)
        found = []
        for first, word in enumerate(words):
            begins = word.capital or word.key in ARTICLES or word.key in self.cues.kinds_in_names
            if first in blocked or not begins:
                continue
            names = list(self._starting(text, words, first))
            if names:
                found.append(names)
        return found

    def _bodies(self, words: Sequence[Word]) -> set[int]:
        """Numbers of the words of names that are never places: "Boko Haram"."""
        found: set[int] = set()
        for first, word in enumerate(words):
            for size in self._never_sizes.get(word.key, ()):
                if " ".join(other.key for other in words[first : first + size]) in self.cues.never:
                    found.update(range(first, first + size))
            if word.key in self.cues.vessels:
                found.update(self._christened(words, first + 1))
            if word.key in self.cues.called_after and word.capital:
                found.update(self._called(words, first))
            if word.key in self.cues.streets and first > 0 and word.tight:
                found.update(self._of_street(words, first))
        return found

    def _of_street(self, words: Sequence[Word], noun: int) -> Iterator[int]:
        """The words behind a street: "in via Roma", "de la rue de Rome"; "arrivati via Tripoli" came that way."""
        cues, first = self.cues, noun + 1
        if words[noun - 1].key not in cues.within | cues.inside | cues.of | cues.articles:
            return
        while first < len(words) and words[first].tight and words[first].key in cues.of | cues.articles:
            first += 1
        while first < len(words) and words[first].tight and words[first].capital:
            yield first
            first += 1

    def _called(self, words: Sequence[Word], noun: int) -> Iterator[int]:
        """The words before a building or a street that is called after a place: "the Cairo Hotel"."""
        number = noun
        while number > 0 and words[number].tight and words[number - 1].capital and not words[number].starts:
            number -= 1
            yield number

    def _christened(self, words: Sequence[Word], first: int) -> Iterator[int]:
        """The words of the name of a ship: "the tanker Sirte", 'la nave «Ammiraglio Sirte»'."""
        for number in range(first, min(first + MOST_NAMED, len(words))):
            word = words[number]
            links = number > first and word.key in self.cues.linking
            quoted = number == first and word.gap.strip() in QUOTES
            if (word.starts and not quoted) or not (word.capital or links) or word.key in self.cues.of_kind:
                return
            yield number

    def _starting(self, text: str, words: Sequence[Word], first: int) -> Iterator[Name]:
        short = self._short(text, words, first)
        if short:
            yield short
        whole, ends = joined(words, first)
        for cut, form in self._forms(whole, words, first):
            found = False
            for key in reversed(self._keys_starting(form)):
                spent = len(key) + len(whole) - len(form)
                if spent in ends:
                    name = self._name(words, first, first + ends.index(spent) + 1, key)
                    if name:
                        found = True
                        yield replace(name, start=name.start + cut, prefix=whole[:cut]) if cut else name
            if found:
                return

    def _keys_starting(self, form: str) -> list[str]:
        """Every key that a form starts with, the longest last."""
        found = self.gazetteer.keys_starting(form)
        parts = form.split(" ")[:MOST_WORDS]
        begun = (" ".join(parts[:size]) for size in range(1, len(parts) + 1))
        own = [key for key in begun if key in self._countries and key not in found]
        return sorted([*found, *own], key=len) if own else found

    def _forms(self, whole: str, words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
        """The words as they stand, then without what Arabic writes on the first of them."""
        yield 0, whole
        head = whole.split(" ", maxsplit=1)[0]
        plain = head in self._demonyms or self._common(head) or self._is_whole(head)
        if self.cues.glued and not plain:  # no "Giza" in "لفترة وجيزة"
            # "بلدة فرون": a kind governs the whole next word, and no small word is written on that.
            governed = first > 0 and words[first].tight and self._kind(words[first - 1].key)
            led = any(whole.startswith(p + a) for p in self.cues.placing for a in self.cues.glued_articles)
            governed = governed and not led
            yield from self._unglued(whole, governed=governed)

    def _is_whole(self, word: str) -> bool:
        return self._glue is not None and self._glue.is_whole(word)

    def _is_plain(self, key: str) -> bool:
        """ "الباب", "نبل": is the name a word as well? Of several words it is none."""
        return self._glue is not None and " " not in key and self._glue.is_plain(key)

    def _is_noun(self, key: str) -> bool:
        if self._glue is None or " " in key:
            return False
        bare = next((key[len(a) :] for a in self.cues.glued_articles if key.startswith(a)), key)
        return self._glue.is_noun(key) or self._glue.is_noun(bare)

    def _in_country(self, words: Sequence[Word], last: int) -> bool:
        """ "معسكر بالجزائر": a country that it is said to lie in right behind it."""
        if last >= len(words) or not words[last].tight:
            return False
        key = words[last].key
        return any(key.startswith(p) and key.removeprefix(p) in self._countries for p in self.cues.placing)

    def _is_owned(self, words: Sequence[Word], last: int, key: str) -> bool:
        """ "معسكر اللواء", "مساكن الجنود": a bare noun with its owner behind it; "سلوك شمال الرقة" has none."""
        behind = words[last] if last < len(words) else None
        if behind is None or self._glue is None or not behind.tight or not self._glue.is_noun(key):
            return False
        if behind.key in self.cues.compass or behind.key in self._demonyms or self._common(behind.key):
            return False
        bare = next((behind.key[len(a) :] for a in self.cues.glued_articles if behind.key.startswith(a)), "")
        return self._glue.is_noun(bare or behind.key)

    def _kind(self, key: str) -> bool:
        """Whether a word, with what is written on it or without, is a kind of place."""
        kinds = self.cues.of_kind | self.cues.unlisted_kinds
        return key in kinds or any(key.startswith(p) and key[len(p) :] in kinds for p in self.cues.prefixes)

    def _unglued(self, whole: str, *, governed: bool) -> Iterator[tuple[int, str]]:
        """The words without small words and articles that are written on the first of them."""
        for size in (1, 2) if not governed else ():
            if whole[:size] in self.cues.prefixes and len(whole) > size + 2:
                yield size, whole[size:]
        for article in self.cues.glued_articles:
            if whole.startswith(article) and len(whole) > len(article) + 3:
                yield 0, whole.removeprefix(article)
        for prefix, article in self.cues.contracted.items() if not governed else ():
            if whole.startswith(prefix):
                # The last letter of the article is written, its first is not.
                yield len(prefix) - 1, article + whole.removeprefix(prefix)

    def _name(self, words: Sequence[Word], first: int, last: int, key: str) -> Name | None:
        part = words[first:last]
        # "la Repubblica centrafricana": a country's name may have words in small letters.
        named = key in self._countries and part[0].capital
        if not (named or self._written_as_name(part)) or key in self.cues.never or key in self.cues.calendar:
            return None
        if ends_a_name(words, first):
            return None
        if last - first == 1 and key in self._peoples and not (named and self._cased(part)):
            return None
        if any(word.starts for word in part[1:]) or (self.cues.glued and self._common(key)):
            return None
        meanings = self.meanings(key)
        if last - first == 1 and len(key) <= 3 and part[0].text[0].isascii():
            # "US" and "us", "UK" and Uk in Siberia, "CAR" and "car".
            meanings = tuple(place for place in meanings if place.own != part[0].upper)
            if named and (part[0].upper or not part[0].starts):
                # "gli Usa", "la Rdc": as the language writes it; "Car bomb kills two" begins with a word.
                meanings = (self._countries[key],)
        meanings = of_both(words, first, last, meanings, self.meanings)
        if not meanings:
            return None
        behind = frozenset(self._countries_behind(words, last))
        meanings = tuple(place for place in meanings if place.country in behind) or meanings
        said_of = behind.union(self._countries_before(words, first))
        return MAKE_NAME(
            first,
            last,
            part[0].start,
            part[-1].end,
            key,
            meanings,
            seats=self.seats(meanings),
            said_of=said_of,
            towned=towned(meanings, latin=key[0] < "\u0250"),
            plain=self._is_plain(key),
            noun=self._is_noun(key) and not self._in_country(words, last),
            owned=self._is_owned(words, last, key),
        )

    def _cased(self, part: Sequence[Word]) -> bool:
        """ "l'Ucraina", not "la stampa ucraina": a capital where no sentence begins and no person is meant."""
        return part[0].text != part[0].text.lower() and not part[0].starts

    def seats(self, meanings: tuple[KnownPlace, ...]) -> frozenset[str]:
        """Towns that are capitals of their country."""
        capitals = self.gazetteer.capitals
        return frozenset(
            place.id for place in meanings
            if place.id in capitals and (place.own or place.listed or place.population > 200_000)
        )  # fmt: skip

    def _countries_before(self, words: Sequence[Word], first: int) -> Iterator[str]:
        """Countries whose people are named just before: "the Mozambican town of Palma"."""
        for number in range(max(0, first - 4), first):
            code = self._demonyms.get(words[number].key)
            if code and words[number].capital and all(word.tight for word in words[number + 1 : first + 1]):
                yield code

    def _countries_behind(self, words: Sequence[Word], last: int) -> Iterator[str]:
        """Where adjectives follow without capitals: "طرابلس اللبنانية", "طرابلس (شمال لبنان)"."""
        if not self.cues.glued or last >= len(words):
            return
        key = words[last].key
        bare = next((key[len(a) :] for a in self.cues.glued_articles if key.startswith(a)), key)
        people = self._demonyms.get(key) or self._demonyms.get(bare)
        if people and words[last].tight:
            yield people
        beyond = words[last + 1].key if last + 1 < len(words) else ""
        held = self._countries[beyond].country if beyond in self._countries else None
        if key in self.cues.compass and held is not None:
            yield held

    def _common(self, key: str) -> bool:
        """Whether a key is made of words for kinds and directions only: "the southern region"."""
        cues = self.cues
        plain = (
            cues.regions | cues.of_kind | cues.this_town | cues.this_country | cues.this_capital | cues.never
        )
        return key in cues.compass or all(word in plain or word in cues.compass for word in key.split(" "))

    def _written_as_name(self, part: Sequence[Word]) -> bool:
        last = part[-1]
        if not last.capital or last.text[0].isdigit() or last.text.endswith(self.cues.nameless_endings):
            return False
        # "lago Ciad": the kind is written small, the name is not.
        begun = len(part) > 1 and part[0].key in self.cues.kinds_in_names
        words = all(word.capital or word.key in self.cues.linking for word in part[begun:])
        return words and any(word.capital and len(word.key) > 1 for word in part)

    def _short(self, text: str, words: Sequence[Word], first: int) -> Name | None:
        """An abbreviated state or province."""
        word = words[first]
        dot = text[word.end : word.end + 1] == "." and "." not in word.text
        unit = self._abbreviations.get(word.text + "." if dot else word.text)
        if unit is None and dot:
            unit = self._abbreviations.get(word.text)
        if unit is None or not (
            word.gap == ", " or "." in word.text or (len(word.text) > 2 and not word.key.islower())
        ):
            return None
        if word.gap != ", " and dot and len(word.text) < 5:
            return None
        place = self._unit(*unit)
        return (
            Name(first, first + 1, word.start, word.end + dot, word.key, (place,), short=True)
            if place
            else None
        )

    def _unit(self, name: str, country: str) -> KnownPlace | None:
        fit = [place for place in self.meanings(fold(name)) if place.country == country]
        units = [place for place in fit if place.kind == "admin1"]
        return next(iter(units or fit), None)


def towned(meanings: Sequence[KnownPlace], *, latin: bool) -> frozenset[str]:
    """Units among the meanings that are called after a town in them: Kidal in Kidal.

    In other scripts every name is another spelling of the Latin one.
    """
    towns = [place for place in meanings if place.kind == "town" and (place.own or place.listed or not latin)]
    return frozenset(unit for place in towns for unit in place.parents) & {place.id for place in meanings}


def _inside(words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> set[int]:
    """Numbers of the words that lie in a span already known to be somebody's name."""
    return {
        number
        for number, word in enumerate(words)
        if any(start <= word.start and word.end <= end for start, end in taken)
    }
