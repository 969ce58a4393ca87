"""Is a place right as often as its confidence says? The geoparsing sets, and our own judged reports.

A name given on a news item is right where a marked toponym overlaps it and lies within
161 km; where nothing is marked it is wrong; where no coordinates are judged it is left
out. Our own gold (dev half) marks only some places, so there a place is judged only
where it overlaps a marked one: how sure the point is, not whether the name is a place.
The table of confidence is learned from items of even number (tools/train_confidence.py).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from hudna.evaluate.geoparsing import WITHIN_KM, Item, Toponym, kilometres, read_items
from hudna.evaluate.gold import GoldReport, load_gold
from hudna.model.forecast import Reliability
from hudna.model.mention import PlaceMention
from hudna.resolve.places import PlaceFinder
from hudna.resolve.places_confidence import load_table

NAME = "place-confidence"
SETS = ("lgl", "GeoVirus", "TR-News")
HALVES = ("tuning half", "other half")
_GROUPS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One place given: how sure the finder was, the confidence shown, and whether it was right."""

    sureness: float
    confidence: float
    right: bool
    rule: str


Sure = Callable[[Judged], float]


def shown(one: Judged) -> float:
    """The confidence that a claim's place carries."""
    return one.confidence


def bare(one: Judged) -> float:
    """The finder's own sureness, before the table."""
    return one.sureness


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Brier score and miscalibration on both halves, with the table and without it."""
    figures: dict[str, float] = {}
    lines: list[str] = []
    for number, half in enumerate(HALVES):
        found = list(of_sets(data_dir, half=number))
        figures |= {
            f"{half}: names": float(len(found)),
            f"{half}: off": miscalibration(found, shown),
            f"{half}: off without the table": miscalibration(found, bare),
            f"{half}: Brier": brier(found, shown),
            f"{half}: Brier without the table": brier(found, bare),
        }
        lines += _lines(half, reliability(half, found, shown))
    note = "off: the mean, over tenths of the names by confidence, of |confidence − share right|."
    return {"figures": figures, "lines": lines, "notes": [note]}


def of_sets(data_dir: Path, *, half: int) -> Iterator[Judged]:
    """Names given on the items of one half (0: learned from, 1: the other) of all three sets."""
    finder = PlaceFinder(("libya",))
    for name in SETS:
        for item in read_items(data_dir / "geoparsing" / f"{name}.xml")[half::2]:
            yield from _judged(item, finder.find_names(item.text))


def of_gold(folder: Path) -> Iterator[Judged]:
    """Places given on judged reports of the dev half, names and areas, where they overlap a judged place."""
    finder = PlaceFinder(("libya",))
    for report in load_gold(folder, half="dev"):
        item = Item(report.text, tuple(_marked(report)))
        found = finder.find(report.text, language=report.language)
        yield from _judged(item, (place for place in found if _closest(place, item.toponyms)))


def _marked(report: GoldReport) -> Iterator[Toponym]:
    told = (place for claim in report.claims for place in claim.places)
    for place in (*report.mentions.places, *told):
        if place.lat is not None:
            yield Toponym(place.start, place.end, place.lat, place.lon)


def _judged(item: Item, found: Iterable[PlaceMention]) -> Iterator[Judged]:
    table = load_table()
    for place in found:
        gold = _closest(place, item.toponyms)
        if place.lat is None or place.lon is None or (gold is not None and gold.lat is None):
            continue
        named = place.rule in {"name", "metonym"}
        confidence = table.of_name(place.confidence) if named else table.of_area(place.rule, place.confidence)
        yield Judged(place.confidence, confidence, _near(place, gold), place.rule)


def _closest(place: PlaceMention, marked: Sequence[Toponym]) -> Toponym | None:
    """The marked place that shares most of its words."""
    touching = [one for one in marked if one.start < place.end and place.start < one.end]
    return max(touching, key=lambda one: _shared(place, one), default=None)


def _shared(place: PlaceMention, one: Toponym) -> float:
    return (min(place.end, one.end) - max(place.start, one.start)) / (
        max(place.end, one.end) - min(place.start, one.start)
    )


def _near(place: PlaceMention, gold: Toponym | None) -> bool:
    if gold is None or None in (gold.lat, gold.lon, place.lat, place.lon):
        return False
    return kilometres(gold.lat or 0.0, gold.lon or 0.0, place.lat or 0.0, place.lon or 0.0) <= WITHIN_KM


def brier(found: Sequence[Judged], sure: Sure) -> float:
    """Mean squared distance of confidence from what was so (1 right, 0 wrong)."""
    return round(sum((sure(one) - one.right) ** 2 for one in found) / max(1, len(found)), 4)


def miscalibration(found: Sequence[Judged], sure: Sure) -> float:
    """Mean over places of |confidence − share right| of the tenth they are in."""
    groups = _tenths(found, sure)
    total = sum(abs(sum(sure(one) - one.right for one in group)) for group in groups)
    return round(total / max(1, len(found)), 4)


def reliability(model: str, found: Sequence[Judged], sure: Sure) -> Reliability:
    """The curve to draw: mean confidence and share right, by tenths of the places."""
    groups = _tenths(found, sure)
    return Reliability(
        model=model, event="place within 161 km",
        forecast=tuple(sum(map(sure, group)) / len(group) for group in groups),
        observed=tuple(sum(one.right for one in group) / len(group) for group in groups),
        cases=tuple(map(len, groups)),
    )  # fmt: skip


def _tenths(found: Sequence[Judged], sure: Sure) -> list[list[Judged]]:
    """Ten groups as even as can be of places ordered by confidence; equal confidence may be parted."""
    ranked = enumerate(sorted(found, key=lambda one: (sure(one), one.sureness, one.right)))
    size = max(1, len(found))
    return [
        [one for _, one in group] for _, group in groupby(ranked, key=lambda pair: pair[0] * _GROUPS // size)
    ]


def _lines(half: str, curve: Reliability) -> list[str]:
    rows = zip(curve.forecast, curve.observed, curve.cases, strict=True)
    return [f"{half}: confidence {said:.2f}, right {right:.2f} of {cases}" for said, right, cases in rows]
