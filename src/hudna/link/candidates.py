"""Which claims are worth comparing: not all pairs, but those that share a key.

A claim is filed under some keys and looks under others, made so that one claim finds
another exactly if the other finds it, whichever came first. A key joins a family of
kinds with a day and a place. Where one of them is vague, who takes part must be shared
as well, so that "clashes in the country" is not compared with every clash of the year.
The same report, and the same words in the same weeks, are keys too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from hudna.knowledge.linking import Roots
from hudna.knowledge.sounds import consonants
from hudna.link.distance import is_called
from hudna.link.outline import MOVING, Outline, Spot, Who
from hudna.link.wording import beginnings, number_of, shingles
from hudna.model.claim import Root

# Half a degree, about 55 km: looking into the cells around finds everything up to that far away.
CELL = 0.25
# Wider places are filed by country.
WIDE_KM = 40.0
# A day given exactly may still be wrong by one: reports cross midnight and time zones.
SLACK = 1
# Nobody's open days are followed over more weeks than these.
MOST_WEEKS = 6
# A plan is followed over so many weeks from one report to the next.
PLAN_WEEKS = 5
# A column is on its way for so many days between two places.
MARCH = 4
# Parts of a long report that are compared with one another.
STRETCH = 4000
# Runs of words under which a claim is filed; near copies share at least one of the smallest.
RUNS = 2


@dataclass(frozen=True, slots=True)
class Keys:
    """Numbers under which a claim is filed, and those under which it looks."""

    filed: frozenset[int]
    sought: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Part:
    """Half of a pair of keys: what is filed, what is sought."""

    filed: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()


def keys_of(outline: Outline, roots: Roots) -> Keys:
    """The keys of one claim."""
    families = roots.families_of(Root(outline.root))
    parts = [
        _crossed(_when(outline), _where(outline)), _dim(outline), _march(outline), _within(outline), _wording(outline)
    ]  # fmt: skip
    return Keys(
        _numbers(families, (key for part in parts for key in part.filed)),
        _numbers(families, (key for part in parts for key in part.sought)),
    )


def _numbers(families: Iterable[str], keys: Iterable[str]) -> frozenset[int]:
    return frozenset(_number(f"{family}|{key}") for family, key in product(families, list(keys)))


@lru_cache(maxsize=100_000)
def _number(key: str) -> int:
    """Days, places and people meet in the same keys again and again."""
    return number_of(key)


def _crossed(when: _Part, where: _Part) -> _Part:
    return _Part(
        tuple(f"{day}|{place}" for day, place in product(when.filed, where.filed)),
        tuple(f"{day}|{place}" for day, place in product(when.sought, where.sought)),
    )


def _when(outline: Outline) -> _Part:
    """Exact days look for exact days near them and for open weeks; open weeks for both."""
    first, last = outline.first, outline.last
    if first is None or last is None:
        return _Part(("undated",), ("undated",))
    if outline.lies_ahead and outline.published is not None:
        # A plan is put off: what is foretold in the same weeks meets, whatever day is given.
        week = outline.published // 7
        met = _when_held(outline, first, last)
        near = tuple(f"ahead{week + shift}" for shift in range(-PLAN_WEEKS, PLAN_WEEKS + 1))
        return _Part((*met.filed, f"ahead{week}"), (*met.sought, *near))
    return _when_held(outline, first, last)


def _when_held(outline: Outline, first: int, last: int) -> _Part:
    weeks = range(first // 7, last // 7 + 1)[:MOST_WEEKS]
    if outline.sure == "open":
        filed = tuple(f"open{week}" for week in weeks)
        return _Part(filed, (*filed, *(f"week{week}" for week in weeks)))
    days = tuple(f"day{day}" for day in range(first, last + 1))
    near = tuple(f"day{day}" for day in range(first - SLACK, last + SLACK + 1))
    return _Part((*days, *(f"week{week}" for week in weeks)), (*near, *(f"open{week}" for week in weeks)))


def _where(outline: Outline) -> _Part:
    """Exact places look for places near them and for wide ones that share a participant."""
    filed: list[str] = []
    sought: list[str] = []
    people = _people(outline)
    exact = [spot for spot in outline.spots if is_exact(spot)]
    for spot in exact:
        filed.append(_cell(spot, 0, 0))
        sought += [_cell(spot, x, y) for x, y in product((-1, 0, 1), repeat=2)]
    for called, key in ((is_called(spot), _name_key(spot)) for spot in outline.spots):
        # What no list has is found by its name alone, among its like and among towns.
        if key and (called or exact):
            filed.append(f"called{key}" if called else f"town{key}")
            sought += [f"called{key}", f"town{key}"] if called else [f"called{key}"]
    for country, person in product(outline.countries, people):
        wide, narrow = f"wide{country}|{person}", f"narrow{country}|{person}"
        filed.append(narrow if exact else wide)
        sought += [wide] if exact else [wide, narrow]
    placed = any(not spot.scene for spot in outline.spots)
    for person in people:
        # A call or a statement has no place, and where a report plays is none of its own: those who take part are enough.
        filed.append(f"somewhere|{person}" if placed else f"nowhere|{person}")
        sought += [f"nowhere|{person}"] if placed else [f"nowhere|{person}", f"somewhere|{person}"]
    return _Part(tuple(filed), tuple(sought))


def _name_key(spot: Spot) -> str:
    """The consonants of a small place's name, where there are enough."""
    kept = consonants(spot.name) if is_called(spot) or is_exact(spot) else ""
    return kept if len(kept) > 1 else ""


def _dim(outline: Outline) -> _Part:
    """A claim that names no exact place meets all of its kind in its country on its days, and those that share a mark in its weeks."""
    if outline.first is None or outline.last is None:
        return _Part()
    is_dim = not any(is_exact(spot) or is_called(spot) for spot in outline.spots)
    weeks = range(outline.first // 7, outline.last // 7 + 1)[:MOST_WEEKS]
    marks = [f"{country}{mark}" for country, mark in product(outline.countries, _marks(outline))]
    filed = [f"{mark}|week{week}" for mark, week in product(marks, weeks)]
    sought = list(filed)
    if outline.sure != "open":
        kind = [f"{outline.root}{country}" for country in outline.countries]
        days = range(outline.first, outline.last + 1)
        near = range(outline.first - SLACK, outline.last + SLACK + 1)
        filed += [f"{one}|{day}" for one, day in product(kind, days)]
        sought += [f"{one}|{day}" for one, day in product(kind, near)]
    every = tuple(f"any{key}" for key in filed)
    if is_dim:
        return _Part((*every, *(f"dim{key}" for key in filed)), tuple(f"any{key}" for key in sought))
    return _Part(every, tuple(f"dim{key}" for key in sought))


def _marks(outline: Outline) -> list[str]:
    """What tells an occurrence without its place: the things it names, the dead it counts."""
    dead = sorted({f"dead{number}" for number in outline.dead if number})
    return [*sorted(outline.things), *dead]


def _march(outline: Outline) -> _Part:
    """A column passes through places far apart: its stages meet by whose it is, where one names the place of the other."""
    if outline.root not in MOVING or outline.first is None or outline.last is None or outline.sure == "open":
        return _Part()
    people = _people(outline)
    days = range(outline.first, outline.last + 1)
    near = range(outline.first - MARCH, outline.last + MARCH + 1)
    at = sorted({name for spot in outline.spots if is_exact(spot) for name in beginnings(spot.name)})
    way = sorted(outline.way.difference(at))
    filed = [*(f"at{name}" for name in at), *(f"way{name}" for name in way)]
    sought = [*(f"way{name}" for name in at), *(f"at{name}" for name in way)]
    return _Part(
        tuple(f"march{person}|{day}|{name}" for person, day, name in product(people, days, filed)),
        tuple(f"march{person}|{day}|{name}" for person, day, name in product(people, near, sought)),
    )


def _people(outline: Outline) -> list[str]:
    return sorted({key for who in (*outline.doers, *outline.others) for key in people_keys(who)}) or ["-"]


def is_exact(spot: Spot) -> bool:
    """Whether a place is small enough to be filed by its cell."""
    return spot.lat is not None and spot.lon is not None and spot.radius <= WIDE_KM


def people_keys(who: Who) -> tuple[str, ...]:
    """Those it is or belongs to; an unlisted one goes by country and sector, else by its last word."""
    if who.id:
        return (who.id, *who.line)
    if who.country and who.sector:
        return (f"{who.country}:{who.sector}",)
    return who.words[-1:]


def _cell(spot: Spot, x: int, y: int) -> str:
    lat, lon = spot.lat or 0.0, spot.lon or 0.0
    columns = int(360 / CELL)
    return f"cell{int((lat + 90) // CELL) + x}:{(int((lon + 180) // CELL) + y) % columns}"


def _within(outline: Outline) -> _Part:
    """Claims of one text, where they stand in the same stretch of it or the next."""
    part = outline.start // STRETCH
    name = f"text{outline.text}"
    return _Part((f"{name}|{part}",), tuple(f"{name}|{near}" for near in (part - 1, part, part + 1)))


def _wording(outline: Outline) -> _Part:
    """Claims in the same words, reported in the same weeks."""
    week = (outline.published or 0) // 7
    runs = sorted(shingles(outline.words))[:RUNS]
    return _Part(
        tuple(f"run{run}|{week}" for run in runs),
        tuple(f"run{run}|{week + shift}" for run in runs for shift in (-1, 0, 1)),
    )
