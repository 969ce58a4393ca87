"""Places by name: the packed world list, read where it lies on disk, and checked lists laid over it.

The pack (`gazetteer/`, made by tools/build_gazetteer.py) is mapped into memory, so
opening it costs nothing and processes share it. Lists under `places/` and
`theatres/<name>/` add places and take precedence over the pack.
"""

import json
import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

import marisa_trie

from hudna.knowledge.files import ROOT, load_list
from hudna.knowledge.folding import fold
from hudna.model.earth import distance_km
from hudna.model.mention import PlacePrecision
from hudna.model.record import Record

Kind = Literal["country", "admin1", "region", "admin2", "town", "point", "area", "continent", "water"]
PRECISION: dict[Kind, PlacePrecision] = {
    "country": "country", "admin1": "region", "region": "region", "admin2": "district", "town": "town",
    "point": "point", "area": "area", "continent": "region", "water": "area",
}  # fmt: skip
ARTICLES = frozenset({"ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ed", "es", "er", "et"})
PACK = ROOT / "gazetteer"


class ListedPlace(Record):
    """A place that people have checked: one entry of a YAML list.

    `geonames` names the packed place that this entry replaces. `precision` is left
    out where the kind says it. `members` are ISO 3166 alpha-3 codes of the countries in a region
    or at a border. `direction` is where in `part_of` an area lies.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: Kind
    lat: float
    lon: float
    radius_km: float
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision | None = None
    geonames: int | None = None
    population: int = 0
    part_of: str | None = None
    members: tuple[str, ...] = ()
    direction: str | None = None
    border: bool = False
    source: str | None = None
    note: str | None = None


class Spelled(Record):
    """Further spellings of one place: its name, country and kind as the lists have them."""

    name: str
    country: str | None = None
    kind: Kind
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that a name may mean. `own`: the name looked up is its own, not another spelling."""

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    radius_km: float
    precision: PlacePrecision
    country: str | None
    admin1: str | None
    population: int = 0
    own: bool = True
    listed: bool = False
    parents: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class Pack:
    """The packed world list."""

    def __init__(self) -> None:
        with (PACK / "places.bin").open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            head = file.readline()
        facts = json.loads(head)
        self.countries: list[str] = facts["countries"]
        self.kinds: list[Kind] = facts["kinds"]
        self.capitals: dict[str, int] = facts["capitals"]
        self.names = marisa_trie.Trie()
        self.names.mmap(str(PACK / "names.marisa"))
        body = whole[len(head) :]
        self._column: dict[str, Any] = {
            name: body[start : start + size].cast(code) for name, code, start, size in facts["columns"]
        }

    def numbers(self, key: str) -> Iterator[tuple[int, bool]]:
        """Numbers of the places a key may mean; true where the key is the place's own name."""
        number = self.names.get(key)
        if number is None:
            return
        starts = self._column["starts"]
        for packed in self._column["candidates"][starts[number] : starts[number + 1]]:
            yield packed >> 1, bool(packed & 1)

    def name(self, number: int) -> str:
        """The usual name of a place."""
        offsets = self._column["offsets"]
        return bytes(self._column["names"][offsets[number] : offsets[number + 1]]).decode()

    def parents(self, number: int) -> list[int]:
        """Units that hold a place, the smallest first."""
        found: list[int] = []
        while (up := self._column["parent"][number]) and len(found) < 4:
            number = up - 1
            found.append(number)
        return found

    def id(self, number: int) -> str:
        """`geonames:…` where GeoNames knows the place, else its number in this pack."""
        code = self._column["geonames"][number]
        return f"geonames:{code}" if code else f"pack:{number}"

    def place(self, number: int, *, own: bool = True) -> KnownPlace:
        """One place of the pack."""
        column = self._column
        kind = self.kinds[column["kind"][number]]
        parents = self.parents(number)
        return KnownPlace(
            id=self.id(number), name=self.name(number), kind=kind,
            lat=round(column["lat"][number], 5), lon=round(column["lon"][number], 5),
            radius_km=round(column["radius"][number], 1), precision=PRECISION[kind],
            country=self.countries[column["country"][number]] or None,
            admin1=self.name(parents[0]) if parents and kind in {"town", "admin2"} else None,
            population=column["population"][number], own=own, parents=tuple(self.id(up) for up in parents),
        )  # fmt: skip

    def countries_first(self) -> Iterator[KnownPlace]:
        """Every country; they stand first in the pack."""
        number = 0
        while self.kinds[self._column["kind"][number]] == "country":
            yield self.place(number)
            number += 1

    def units(self, country: str) -> Iterator[KnownPlace]:
        """Every first-level unit of a country."""
        code = self.countries.index(country) if country in self.countries else -1
        kinds, countries, admin1 = self._column["kind"], self._column["country"], self.kinds.index("admin1")
        town = self.kinds.index("town")
        for number, kind in enumerate(kinds):
            if kind == town:
                return
            if kind == admin1 and countries[number] == code:
                yield self.place(number)

    def towns(self, country: str) -> Iterator[KnownPlace]:
        """Every town of a country."""
        code = self.countries.index(country) if country in self.countries else -1
        countries, kinds, town = self._column["country"], self._column["kind"], self.kinds.index("town")
        for number, of in enumerate(countries):
            if of == code and kinds[number] == town:
                yield self.place(number)


class Gazetteer:
    """The pack with the checked lists of the given theatres laid over it."""

    def __init__(self, theatres: Sequence[str] = ()) -> None:
        self.pack = Pack()
        self._listed: dict[str, list[KnownPlace]] = {}
        self._hidden: dict[str, str] = {}
        self.by_id: dict[str, KnownPlace] = {}
        for entry in listed_places(tuple(theatres)):
            self._add(entry)
        for row in load_list(ROOT / "places" / "spellings.yml", Spelled):
            self._spell(row)
        self._parts: dict[tuple[str, str, bool], KnownPlace] = {}
        for entry in listed_places(tuple(theatres)):
            if entry.part_of and entry.direction:
                self._parts[entry.part_of, entry.direction, entry.border] = self.by_id[entry.id]
        self._borders = {frozenset(place.members): place for place in self.by_id.values()
                         if place.kind == "area" and len(place.members) == 2}  # fmt: skip
        self.capitals = frozenset(place.id for code in self.pack.capitals if (place := self.capital(code)))
        self._country_of = {place.country: place for place in self._countries() if place.country}

    def _add(self, entry: ListedPlace) -> None:
        place = known(entry)
        self.by_id[place.id] = place
        if entry.geonames:
            self._hidden[f"geonames:{entry.geonames}"] = place.id
        keys = [fold(name) for name in (entry.name, *entry.names)]
        for number, key in enumerate([*keys, *(other for name in keys for other in _with_article(name))]):
            same = self._listed.setdefault(key, [])
            if key and all(other.id != place.id for other in same):
                same.append(place if number == 0 else replace(place, own=False))

    def _spell(self, row: Spelled) -> None:
        """Lay further spellings over the place they are of: the best known of its name, country and kind."""
        place = self.spelled(row)
        for spelling in row.spellings if place is not None else ():
            same = self._listed.setdefault(fold(spelling), [])
            if place is not None and all(other.id != place.id for other in same):
                same.append(replace(place, own=False, listed=True))

    def spelled(self, row: Spelled) -> KnownPlace | None:
        """The place that a row of spellings is of."""
        fit = [p for p in self.meanings(fold(row.name)) if (p.country, p.kind) == (row.country, row.kind)]
        return max(fit, key=lambda p: (p.listed, p.population, p.id), default=None)

    def _countries(self) -> Iterator[KnownPlace]:
        for place in self.pack.countries_first():
            yield self.by_id.get(self._hidden.get(place.id, ""), place)

    def country(self, code: str | None) -> KnownPlace | None:
        """The country of an ISO 3166 alpha-3 code."""
        return self._country_of.get(code) if code else None

    def towns(self, country: str) -> Iterator[KnownPlace]:
        """Every town of a country, by its usual name; checked ones for packed ones that they replace."""
        for place in self.pack.towns(country):
            yield self.by_id.get(self._hidden.get(place.id, ""), place)
        for place in self.by_id.values():
            if place.country == country and place.kind == "town":
                yield place

    def listed_part(self, country: str | None, direction: str, *, border: bool = False) -> KnownPlace | None:
        """The checked area that lies in this direction of a country, where a theatre has one."""
        return self._parts.get((country, direction, border)) if country else None

    def listed_border(self, one: str | None, other: str | None) -> KnownPlace | None:
        """The checked border of two countries, where a theatre has one."""
        return self._borders.get(frozenset({one, other})) if one and other else None

    def capital(self, country: str | None) -> KnownPlace | None:
        """The capital of a country."""
        number = self.pack.capitals.get(country or "")
        if number is None:
            return None
        return self.by_id.get(self._hidden.get(self.pack.id(number), ""), self.pack.place(number))

    def keys_starting(self, text: str) -> list[str]:
        """Every key that the folded text starts with, longest last; ends at a word's end."""
        found = [
            key for key in self.pack.names.prefixes(text) if len(key) == len(text) or text[len(key)] == " "
        ]
        known_keys = set(found)
        end = -1
        while (end := text.find(" ", end + 1)) != -1 or text:
            key = text[:end] if end != -1 else text
            if key in self._listed and key not in known_keys:
                found.append(key)
            if end == -1:
                break
        return sorted(found, key=len)

    def meanings(self, key: str) -> list[KnownPlace]:
        """The places that a key may mean, checked ones first."""
        found = {place.id: place for place in self._listed.get(key, ())}
        for number, own in self.pack.numbers(key):
            packed = self.pack.place(number, own=own)
            known_id = self._hidden.get(packed.id, packed.id)
            place = found.get(known_id) or self.by_id.get(known_id)
            if place and place.id == known_id and place.listed:
                # The checked entry stands for the packed place; units that hold it come from the pack.
                found[known_id] = replace(
                    place,
                    own=own or (place.own and known_id in found),
                    parents=packed.parents or place.parents,
                )
            else:
                found.setdefault(packed.id, packed)
        return _without_doubles(list(found.values()))


def _without_doubles(places: list[KnownPlace]) -> list[KnownPlace]:
    """Without towns of the pack that a checked town of the same name stands for: two lists put one town up to so far apart.

    The checked one takes over what the other lies in.
    """
    checked = [place for place in places if place.listed and place.kind == "town"]
    kept = {place.id: place for place in places}
    for one, other in ((one, other) for one in checked for other in places):
        if other.id in kept and _is_double(one, other):
            del kept[other.id]
            held = kept[one.id]
            kept[one.id] = replace(
                held, admin1=held.admin1 or other.admin1, parents=held.parents or other.parents
            )
    return list(kept.values())


def _is_double(checked: KnownPlace, other: KnownPlace) -> bool:
    if (
        other.listed
        or not (checked.own and other.own)
        or (other.kind, other.country) != ("town", checked.country)
    ):
        return False
    return distance_km((checked.lon, checked.lat), (other.lon, other.lat)) <= DOUBLE_KM


def _with_article(key: str) -> tuple[str, ...]:
    """The usual spellings of an Arabic name that has an article."""
    article, _, rest = key.partition(" ")
    return (f"al {rest}", f"el {rest}") if article in ARTICLES and len(rest) > 2 else ()


# Towns of one name in one country are hardly ever nearer to each other.
DOUBLE_KM = 100.0
# A listed region is as well known as a town of a million, unless its entry says otherwise.
REGION_POPULATION = 1_000_000


def known(entry: ListedPlace) -> KnownPlace:
    """A checked entry as a place."""
    well_known = REGION_POPULATION if entry.kind in {"region", "area", "water", "continent"} else 0
    return KnownPlace(
        id=entry.id, name=entry.name, kind=entry.kind, lat=entry.lat, lon=entry.lon, radius_km=entry.radius_km,
        precision=entry.precision or PRECISION[entry.kind], country=entry.country, admin1=entry.admin1,
        population=entry.population or well_known, listed=True, parents=(entry.part_of,) if entry.part_of else (),
        members=entry.members,
    )  # fmt: skip


def listed_places(theatres: tuple[str, ...]) -> Iterator[ListedPlace]:
    """Checked places of the world and of the theatres."""
    paths = [ROOT / "places" / name for name in ("regions.yml", "conflict.yml", "countries.yml")]
    paths += [
        ROOT / "theatres" / theatre / name for theatre in theatres for name in ("places.yml", "areas.yml")
    ]
    for path in paths:
        if path.exists():
            yield from load_list(path, ListedPlace)


@cache
def load_gazetteer(theatres: tuple[str, ...] = ()) -> Gazetteer:
    """The gazetteer of these theatres, opened once."""
    return Gazetteer(theatres)
