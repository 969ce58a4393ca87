"""Resolutions of the Security Council on Libya in three languages: are the same actors and places found in each?

The texts say the same, paragraph by paragraph, so whoever and whatever is named in one
language is named in the others. Compared are the listed actors (their identifiers) and
the located places of each resolution; agreement is twice what two languages have in
common over what both have. Outlets are left out, and the names of the member states that
stand in English at the head of every version.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from hudna.errors import InputError
from hudna.evaluate.scores import distance_km, share
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.theatres import THEATRES
from hudna.model.mention import PlaceMention
from hudna.model.report import Report
from hudna.resolve.names import Names

NAME = "un"
LANGUAGES = ("en", "fr", "ar")
# Two spellings of one place may lie in two gazetteers, a few kilometres apart.
SAME_KM = 25.0
LEAST = 0.9
SHOWN = 12
_SYMBOL = re.compile(r"^\d\d-\d{5}\s*\([A-Z]\)\s*$", re.MULTILINE)
_YEAR = re.compile(r"S_RES_\d+_(\d{4})")

# "Paris" that decides, "the region" that goes back to another: no place is named.
_UNNAMED = frozenset({"metonym", "anaphor"})

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """Who and what is named in one version of a resolution."""

    actors: frozenset[str]
    places: tuple[Point, ...]


def evaluate(data_dir: Path) -> SetScore:
    """Agreement of each pair of languages over all resolutions that both have."""
    folder = data_dir / "un"
    if not folder.is_dir():
        raise InputError(f"no folder un in {data_dir}; the resolutions by language would be right")
    versions = {name: _versions(folder, name) for name in sorted(_names(folder))}
    tallies: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    alone: Counter[str] = Counter()
    for found in versions.values():
        for one, other in combinations([language for language in LANGUAGES if language in found], 2):
            first, second = found[one], found[other]
            common = first.actors & second.actors
            _count(tallies[one, other, "actors"], 2 * len(common), len(first.actors) + len(second.actors))
            _count(
                tallies[one, other, "places"],
                _common(first.places, second.places),
                len(first.places) + len(second.places),
            )
            alone.update(f"{actor}: in {one}, not in {other}" for actor in first.actors - second.actors)
            alone.update(f"{actor}: in {other}, not in {one}" for actor in second.actors - first.actors)
    lines = tuple(f"{count} × {what}" for what, count in alone.most_common(SHOWN))
    note = f"{len(versions)} resolutions; agreement: twice what both name over what each names"
    return SetScore(NAME, tuple(_figures(tallies)), lines=lines, note=note)


def _names(folder: Path) -> set[str]:
    return {path.name for language in LANGUAGES for path in (folder / language).glob("*.txt")}


def _versions(folder: Path, name: str) -> dict[str, Found]:
    paths = {language: folder / language / name for language in LANGUAGES}
    return {language: found_in(path, language) for language, path in paths.items() if path.is_file()}


def found_in(path: Path, language: str) -> Found:
    """The actors and places named in one file."""
    text = path.read_text(encoding="utf-8")
    head = _SYMBOL.search(text)
    year = _YEAR.match(path.name)
    report = Report(
        id=f"{path.stem}-{language}",
        text=text[head.end() if head else 0 :],
        published=date(int(year[1]), 12, 31) if year else None,
        source="United Nations",
        language=language,
    )
    mentions = Names(report, language, theatres=THEATRES).mentions
    actors = frozenset(m.id for m in mentions.actors if m.id is not None and m.kind != "media")
    return Found(actors, _distinct(mentions.places))


def _distinct(places: Iterable[PlaceMention]) -> tuple[Point, ...]:
    """The points of located places, each once."""
    kept: list[Point] = []
    for place in places:
        if place.lat is None or place.lon is None or place.rule in _UNNAMED:
            continue
        if all(distance_km(place.lat, place.lon, *point) > SAME_KM for point in kept):
            kept.append((place.lat, place.lon))
    return tuple(kept)


def _common(one: Iterable[Point], other: tuple[Point, ...]) -> int:
    """How many points of either have the same place in the other."""
    first = tuple(one)
    near = [sum(distance_km(*a, *b) <= SAME_KM for b in other) > 0 for a in first]
    back = [sum(distance_km(*a, *b) <= SAME_KM for a in first) > 0 for b in other]
    return sum(near) + sum(back)


def _count(tally: list[int], alike: int, every: int) -> None:
    tally[0] += alike
    tally[1] += every


def _figures(tallies: Mapping[tuple[str, str, str], list[int]]) -> Iterable[Figure]:
    for one, other, what in sorted(tallies, key=lambda key: (key[2], LANGUAGES.index(key[0]), key[1])):
        alike, every = tallies[one, other, what]
        yield Figure(f"{what}, {one}-{other}", share(alike, every), least=LEAST, note=f"of {every}")
