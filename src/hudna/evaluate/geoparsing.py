"""Score the place finder on news items with marked toponyms.

A toponym counts as found where a mention overlaps it ("overlap") or has the same
span ("exact"). Accuracy is over the gold toponyms found that have coordinates:
the share placed within 161 km (100 miles). The sets mark "Russian" as Russia where
`demonyms` is on; Hudna does not take such words for places, so the evaluator adds
them by the list of demonyms, and says so. Documents alternate between a tuning half
and a confirming half; weights were learned on the first.
"""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import median
from typing import Any

from hudna.knowledge.folding import fold
from hudna.knowledge.place_words import load_cues, load_demonyms
from hudna.resolve.places import PlaceFinder
from hudna.resolve.places_text import Word, words_of

WITHIN_KM = 161.0
# Some offsets of the sets are off by a character or a few, from markup lost on the way.
LARGEST_SHIFT = 60


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name with the coordinates it means, where known."""

    start: int
    end: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Item:
    """One news item and its marked toponyms."""

    text: str
    toponyms: tuple[Toponym, ...]


@dataclass
class Count:
    """What was found, over items."""

    gold: int = 0
    given: int = 0
    exact: int = 0
    overlap: int = 0
    errors_km: list[float] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """Harmonic mean of precision and recall."""
        return round(2 * right / (self.gold + self.given), 4) if self.gold + self.given else 0.0

    def figures(self, name: str = "") -> dict[str, float]:
        """The measures, with the half's name before them."""
        near = sum(error <= WITHIN_KM for error in self.errors_km)
        return {
            f"{name}F1": self.f1(self.overlap),
            f"{name}precision": round(self.overlap / max(1, self.given), 4),
            f"{name}recall": round(self.overlap / max(1, self.gold), 4),
            f"{name}F1 exact": self.f1(self.exact),
            f"{name}acc@161": round(near / max(1, len(self.errors_km)), 4),
            f"{name}median km": round(median(self.errors_km), 1) if self.errors_km else 0.0,
        }


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance."""
    up, across = radians(other_lat - lat), radians(other_lon - lon)
    part = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, part)))


def read_items(path: Path) -> list[Item]:
    """The items of one set; a toponym whose words stand nowhere near its offsets is left out."""
    root = ET.parse(path).getroot()  # noqa: S314 (files the user points to)
    return [_item(article) for article in root.iter("article")]


def _item(article: ET.Element) -> Item:
    text = article.findtext("text") or ""
    marked = [*article.iter("toponym"), *article.iter("location")]
    return Item(text, tuple(found for mark in marked if (found := _toponym(mark, text))))


def _toponym(mark: ET.Element, text: str) -> Toponym | None:
    phrase = mark.findtext("phrase") or mark.findtext("name") or ""
    said = int(mark.findtext("start") or 0)
    places = [
        at for at in range(max(0, said - LARGEST_SHIFT), said + LARGEST_SHIFT) if text.startswith(phrase, at)
    ]
    if not phrase or not places:
        return None
    start = min(places, key=lambda at: (abs(at - said), at))
    tag = mark.find("gaztag")
    where = mark if tag is None or tag.find("lat") is None else tag
    lat, lon = where.findtext("lat"), where.findtext("lon")
    known = bool(lat and lon)
    return Toponym(
        start, start + len(phrase), float(lat or 0) if known else None, float(lon or 0) if known else None
    )


def found_toponyms(finder: PlaceFinder, text: str, *, demonyms: bool) -> list[Toponym]:
    """What the finder gives, with demonyms where the set marks them."""
    found = [Toponym(place.start, place.end, place.lat, place.lon) for place in finder.find_names(text)]
    if demonyms:
        taken = {at for place in found for at in range(place.start, place.end)}
        found += [place for place in _demonyms(finder, text) if place.start not in taken]
    return sorted(found, key=lambda place: place.start)


def _demonyms(finder: PlaceFinder, text: str) -> list[Toponym]:
    people, found = load_demonyms(), []
    words = words_of(text, load_cues("en"))
    number = 0
    while number < len(words):
        size = next((size for size in (2, 1) if _demonym(words[number : number + size], size, people)), 0)
        if size:
            part = words[number : number + size]
            code = _demonym(part, size, people)
            place = finder.gazetteer.country(code) or finder.gazetteer.by_id.get(code or "")
            if place:
                found.append(Toponym(part[0].start, part[-1].end, place.lat, place.lon))
        number += max(1, size)
    return found


def _demonym(part: Sequence[Word], size: int, people: dict[str, str]) -> str | None:
    if len(part) < size or not all(word.capital for word in part):
        return None
    return people.get(fold(" ".join(word.text for word in part)))


def count_item(item: Item, given: Sequence[Toponym], count: Count) -> None:
    """Match one item's toponyms, each with at most one mention, into the count."""
    count.gold += len(item.toponyms)
    count.given += len(given)
    free = list(given)
    for gold in item.toponyms:
        fit = [place for place in free if place.start < gold.end and gold.start < place.end]
        if not fit:
            continue
        best = max(fit, key=lambda place: ((place.start, place.end) == (gold.start, gold.end), -place.start))
        free.remove(best)
        count.overlap += 1
        count.exact += (best.start, best.end) == (gold.start, gold.end)
        if gold.lat is not None and gold.lon is not None and best.lat is not None and best.lon is not None:
            count.errors_km.append(kilometres(gold.lat, gold.lon, best.lat, best.lon))


def evaluate_items(path: Path, *, demonyms: bool) -> dict[str, float]:
    """The figures over the whole set and over each half."""
    finder = PlaceFinder.load()
    whole, tuning, confirming = Count(), Count(), Count()
    for number, item in enumerate(read_items(path)):
        given = found_toponyms(finder, item.text, demonyms=demonyms)
        for count in (whole, confirming if number % 2 else tuning):
            count_item(item, given, count)
    halves = {**tuning.figures("tuning half: "), **confirming.figures("other half: ")}
    return {
        **whole.figures(),
        **{name: value for name, value in halves.items() if name.endswith((" F1", "161"))},
    }


def set_result(
    name: str, path: Path, peers: dict[str, dict[str, float]], *, demonyms: bool
) -> dict[str, Any]:
    """What a set module gives back."""
    notes = ["A toponym counts where a mention overlaps it; 'exact' asks for the same span."]
    if demonyms:
        notes.append("The set marks demonyms; the evaluator adds them from the list of demonyms.")
    figures = evaluate_items(path, demonyms=demonyms)
    return {"set": name, "figures": figures, "peers": peers, "notes": notes, "note": " ".join(notes)}
