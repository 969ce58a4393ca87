"""A report laid out for the area rules: its words, the names decided so far, what was named last."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from hudna.knowledge.gazetteer import Gazetteer, Kind, KnownPlace
from hudna.knowledge.place_words import PlaceCues
from hudna.model.mention import PlacePrecision
from hudna.resolve.places_compass import Circle
from hudna.resolve.places_text import Word, is_sided

# Each hundred words between two mentions make the earlier one count for half.
HALF_LIFE = 100
# "A French base in the capital" is no word on whose capital it is.
DEMONYM, SPEAKING, CAPITAL = 0.35, 0.4, 0.8
# "The Turkish air force": written small it is mostly said of who acts.
SMALL_DEMONYM = 0.2
# "An Israeli strike": least of all whose the strike is.
STRIKING = 0.05
# "The south … of Libya": the country may follow so many words after.
AHEAD = 5
# So many beginnings of sentences before "the town" one where something happens is still the one meant.
JUST_TOLD = 2
_APOSTROPHES = ("'", "’")
# The rule by which a place is found that no list has, round what it lies.
UNLISTED = "unlisted"
UNITS: frozenset[Kind] = frozenset({"admin1", "admin2", "region"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name decided to be a place: words[first:last]."""

    first: int
    last: int
    place: KnownPlace
    likelihood: float
    located: bool = True


@dataclass(frozen=True, slots=True)
class Area:
    """A place made of several words: words[first:last]."""

    first: int
    last: int
    place: KnownPlace
    rule: str
    confidence: float


@dataclass
class Scene:
    """What the area rules see. `areas` grows while the report is read from left to right."""

    gazetteer: Gazetteer
    cues: PlaceCues
    words: Sequence[Word]
    named: Sequence[Named]
    near: Sequence[str]
    strange: Callable[[str], bool] = bool  # a word that no list knows, where no capital shows a name
    led: Callable[[str], bool] = bool  # a noun with a small word written on it: "بسقوط"
    areas: list[Area] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = {name.first: name for name in self.named}
        self._keys = [word.key for word in self.words]
        self._firsts = [name.first for name in self.named]
        self._evidence = self._countries()
        self._told = Counter(code for _, code, weight in self._evidence if weight > SMALL_DEMONYM)
        self._positions = [position for position, _, _ in self._evidence]

    def _countries(self) -> list[tuple[int, str, float]]:
        found = [
            (name.first, name.place.country, self._weight(name)) for name in self.named if name.place.country
        ]
        found += [
            (number, code, DEMONYM if word.capital else self._small(number))
            for number, word in enumerate(self.words)
            if (code := self.people_of(number))
        ]
        return sorted(found)

    def _small(self, number: int) -> float:
        """ "une frappe israélienne": whose strike it is says little of the country that is struck."""
        return STRIKING if self.key(number - 1) in self.cues.strikes else SMALL_DEMONYM

    def people_of(self, number: int) -> str | None:
        """The country whose people or whose things the word tells of, written as its language writes it."""
        if not 0 <= number < len(self.words) or is_sided(self.words, number, self.cues):
            return None
        cues = self.cues
        code = (cues.people if self.words[number].capital else cues.spoken_people).get(self.key(number), "")
        return code if len(code) == 3 else None

    def _weight(self, name: Named) -> float:
        """Where something happens counts more than who speaks."""
        within = self.key(name.first - 1) in self.cues.within and self.words[name.first].tight
        sure = 1.0 if name.place.kind == "country" else name.likelihood**2
        if name.place.id in self.gazetteer.capitals:
            # "told reporters in Cairo": a capital is where people meet and speak of others as well.
            return sure * (CAPITAL if name.located else SPEAKING)
        return sure * (1.5 if within else 1.0 if name.located else SPEAKING)

    def may_start(self, number: int) -> bool:
        """Whether an area may start here; most words need no rule tried on them."""
        word = self.words[number]
        return word.capital or word.key in self.cues.starters or word.key[:1].isdigit()

    def key(self, number: int) -> str:
        """The word's key; empty past the end."""
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def tight(self, number: int) -> bool:
        """Whether a word follows the one before without a break."""
        return 0 <= number < len(self.words) and self.words[number].tight

    def follows(self, number: int) -> bool:
        """Whether a word belongs to the phrase before it: no break but a possessive or a space."""
        if not 0 < number < len(self.words):
            return False
        gap = self.words[number].gap.strip(" \u00a0")
        owned = gap[:1] in ("'", "’") and (not gap[1:] or gap[1:] in self.cues.possessive)
        return self.words[number].tight or owned

    def owned(self, number: int) -> bool:
        """Whether the word before stands in the possessive."""
        return 0 < number < len(self.words) and self.words[number].gap[:1] in {"'", "’"}

    def ends(self, number: int) -> bool:
        """Whether a noun phrase is complete before this word."""
        return not self.tight(number) or self.key(number) in self.cues.closed or self.owned(number)

    def country(self, number: int, *, but: str | None = None) -> KnownPlace | None:
        """The country the report is speaking of at this word, other than `but`; the hint where it names none."""
        weights: dict[str, float] = defaultdict(float)
        for rank, code in enumerate(self.near):
            # The likeliest first: where nothing else tells, no alphabet decides.
            weights[code] += 0.3 - 0.001 * rank
        reach = bisect_left(self._positions, number + AHEAD)
        for position, code, weight in self._evidence[max(0, reach - 60) : reach]:
            weights[code] += weight * 0.5 ** (abs(number - position) / HALF_LIFE)
        weights.pop(but or "", None)
        if not weights:
            weights.update(Counter(code for _, code, _ in self._evidence[:20] if code != but))
        best = min(weights, key=lambda code: (-weights[code], code), default=None)
        return self.gazetteer.country(best)

    def last_named(self, number: int, kinds: frozenset[str]) -> KnownPlace | None:
        """The last place of these kinds named before a word."""
        index = bisect_left(self._firsts, number)
        before = [
            name for name in reversed(self.named[max(0, index - 12) : index]) if name.place.kind in kinds
        ]
        # "Kyiv said" names a government; "the town" goes back to where something happens.
        return next((name.place for name in before if name.located), before[0].place if before else None)

    def _orients(self, name: Named) -> bool:
        return self.cues.glued and self.key(name.first - 1) in self.cues.compass

    def last_of_kind(self, number: int, kind: str) -> KnownPlace | None:
        """The place of a kind, where names follow it, that stands last before a word: "مخيم جنين"."""
        placed = [(area.first, area.place) for area in self.areas if area.last <= number]
        placed += [(name.first, name.place) for name in self.named if name.first < number]
        fit = [(at, place) for at, place in placed if kind in {self.key(at), self.key(at - 1)}]
        return max(fit, key=lambda pair: pair[0])[1] if fit else None

    def last_town(self, number: int, noun: str) -> KnownPlace | None:
        """The town that "the town" or "the city" goes back to: one where something happens, in the country spoken of."""
        index = bisect_left(self._firsts, number)
        towns = [
            name for name in reversed(self.named[max(0, index - 12) : index]) if name.place.kind == "town"
        ]
        country = self.country(number)
        capitals = self.gazetteer.capitals if noun not in self.cues.capital_nouns else frozenset()
        fit = [name for name in towns if name.located and name.place.id not in capitals]
        # "a force sent from Misrata": where somebody set out from is not where it goes on.
        fit = [name for name in fit if self.key(name.first - 1) not in self.cues.from_words] or fit
        # "بلدة سنوني غربي الموصل": what only tells where something lies is not the town itself.
        fit = [name for name in fit if not self._orients(name)] or fit
        # Where something just happened, rather than another town of the country spoken of.
        last = [name for name in fit[:1] if self._is_just_told(name, number)]
        near = [name for name in fit if country and name.place.country == country.country]
        best = next(iter(last or near or fit), None)
        unlisted = self._unlisted_before(number, noun)
        if unlisted is not None and (
            best is None or best.first < unlisted.last or self._is_another(best, noun)
        ):
            return unlisted.place
        return best.place if best else next((name.place for name in towns), None)

    def _unlisted_before(self, number: int, noun: str) -> Area | Named | None:
        """ "stormed Nadia village … fled the village": one that no list has, if the same noun stands with its name."""
        areas = [a for a in self.areas if a.rule == UNLISTED and noun in self._kinds_of(a)]
        # A namesake that was moved has no id; its noun may stand with another mention of it.
        moved = [n for n in self.named if not n.place.id]
        called = {n.place.name for n in moved if noun in self._kinds_of(n)}
        told: list[Area | Named] = [*areas, *(n for n in moved if n.place.name in called)]
        return max((t for t in told if t.last <= number), key=lambda t: t.first, default=None)

    def _is_another(self, name: Named, noun: str) -> bool:
        """ "the town of Selen" is not "the village"."""
        called = self._kinds_of(name) & self.cues.this_town
        return bool(called) and noun not in called

    def _kinds_of(self, told: Area | Named) -> set[str]:
        return {
            self.key(told.first - 1),
            self.key(told.first - 2),
            self.key(told.last - 1),
            self.key(told.last),
        }

    def _is_just_told(self, name: Named, number: int) -> bool:
        """Whether it stands in this sentence or just before, behind a word for where."""
        breaks = sum(self.words[at].starts for at in range(name.first + 1, number + 1))
        within = self.words[name.first].tight and self.key(name.first - 1) in self.cues.within
        return within and breaks <= JUST_TOLD and name.place.id not in self.gazetteer.capitals

    def about(self, country: str | None, but: int) -> bool:
        """Whether anything but the name at this word speaks of the country."""
        own = self.at.get(but)
        return self._told[country or ""] > (own is not None and own.place.country == country)

    def named_before(self, number: int, most: int) -> Sequence[Named]:
        """The last names before a word."""
        index = bisect_left(self._firsts, number)
        return self.named[max(0, index - most) : index]

    def named_near(self, number: int, words: int) -> Sequence[Named]:
        """The names within so many words."""
        return self.named[
            bisect_left(self._firsts, number - words) : bisect_left(self._firsts, number + words)
        ]

    def base(self, number: int) -> tuple[KnownPlace, int] | None:
        """The place that stands here, by name or as "the capital", and the word after it."""
        name = self.at.get(number)
        if name:
            return name.place, name.last
        if self.cues.glued:
            place = self._meant(number, self.key(number))
            return (place, number + 1) if place else None
        if self.key(number) not in self.cues.articles:
            return None
        name = self.at.get(number + 1)
        if name and self.tight(number + 1):
            return name.place, name.last
        return self._by_kind(number + 1)

    def base_of(self, number: int) -> tuple[KnownPlace, int] | None:
        """What stands behind the word for "of" here, which may hold the article as well: "della provincia"."""
        return self.base(number + 1) or (
            self.base(number) if self.key(number) in self.cues.articles else None
        )

    def _by_kind(self, noun: int) -> tuple[KnownPlace, int] | None:
        """ "the city of Raqqa", "la capitale libica", "the country", and the word after it."""
        key, cues = self.key(noun), self.cues
        kinds = cues.of_kind | cues.this_town | cues.this_capital | cues.this_area
        # "la ville portuaire de X"
        described = cues.trailing and self.key(noun + 1) not in cues.of | cues.closed | cues.bearings
        link = noun + 1 + (described and self.tight(noun + 1))
        name = self.at.get(link + 1)
        if key in kinds and self.key(link) in cues.of and name and self.tight(link) and self.tight(link + 1):
            return name.place, name.last
        code = self.people_of(noun + 1) if cues.trailing and key in cues.this_capital else None
        if code and self.tight(noun + 1):
            seat = self.gazetteer.capital(code)
            return (seat, noun + 2) if seat else None
        place = self._meant(noun, key)
        return (place, noun + 1) if place else None

    def _meant(self, number: int, noun: str) -> KnownPlace | None:
        """What "country", "capital" or "town" goes back to."""
        if noun in self.cues.this_country:
            return self.country(number)
        if noun in self.cues.this_capital:
            country = self.country(number)
            return self.gazetteer.capital(country.country) if country else None
        if noun in self.cues.this_area & self.cues.unit_before:
            unit = self.last_named(number, UNITS)
            return unit or self.country(number)
        return self.last_town(number, noun) if noun in self.cues.this_town else None

    def owner_before(self, number: int) -> KnownPlace | None:
        """ "Idlib's eastern countryside": the name right before, written as whose it is."""
        last = number - (self.key(number - 1) in self.cues.unit_after | self.cues.kind_after)
        # The ending that makes an owner is no part of the word, and so left between it and what it owns.
        gap = self.words[number].gap.strip()
        owns = gap.startswith(_APOSTROPHES) and gap[1:] in {"", *self.cues.possessive}
        names = (self.at.get(number - back) for back in (1, 2, 3)) if owns else ()
        return next((name.place for name in names if name and name.last in (number, last)), None)


def circled(
    place: KnownPlace, circle: Circle, name: str, precision: PlacePrecision, code: str | None = None
) -> KnownPlace:
    """A place with another circle, name and precision; it keeps its country."""
    kind: Kind = (
        "region" if precision == "region" else "area" if precision in {"area", "district"} else "point"
    )
    return replace(
        place, id=code or "", name=name, lat=circle.lat, lon=circle.lon, radius_km=circle.radius_km,
        precision=precision, kind=kind, listed=False,
    )  # fmt: skip
