"""Learn the weights of the place finder on the tuning halves of the public sets.

    python tools/train_places.py DATA [ROUNDS]

DATA is the folder of public sets (geoparsing/lgl.xml, GeoVirus.xml, TR-News.xml).
Documents with an even number are learned from, the others only confirm. Each table
is a logistic regression drawn towards the weights already written, so that a feature
that the sets say little about keeps its weight. Writes knowledge/places/weights.yml.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from hudna.evaluate.geoparsing import Item, kilometres, read_items
from hudna.knowledge.files import ROOT
from hudna.knowledge.place_words import load_cues
from hudna.resolve.places import Choice, PlaceFinder
from hudna.resolve.places_text import words_of
from hudna.resolve.places_weigh import Features, meaning_features, mention_features

# Small American papers mean the Paris next door; reports of conflicts seldom do, so they weigh less.
SETS = {"lgl.xml": 0.4, "GeoVirus.xml": 1.0, "TR-News.xml": 1.0}
# A packed place this near to the gold coordinates is the one meant.
SAME_KM = 40.0
DRAW_MENTION, DRAW_MEANING = 2.0, 1.0
# The sets leave out rivers, sites and vague areas, which is no reason for us to.
LEFT_ALONE = frozenset({"water", "point", "area"})


def tuning_items(data: Path) -> Iterator[tuple[Item, float, float]]:
    """Items to learn from, each set with the same weight as a whole of its mentions' square root."""
    for name, trust in SETS.items():
        items = read_items(data / "geoparsing" / name)[::2]
        size = sum(len(item.toponyms) for item in items)
        for item in items:
            yield item, (1000 / size) ** 0.5, trust * (1000 / size) ** 0.5


def gold_examples(
    finder: PlaceFinder, folder: Path
) -> Iterator[tuple[str, list[Features], list[bool], float]]:
    """Names that our own gold (dev half) marks as places; it does not tell what is none."""
    for path in sorted(folder.glob("*.yml")):
        report = yaml.safe_load(path.read_text(encoding="utf-8"))
        marked = [place["words"].split(" @")[0] for place in report.get("mentions", {}).get("places", [])]
        for group in finder.weighed(report["text"], words_of(report["text"], load_cues("en")), "en", (), ()):
            choice = group[0]
            words = report["text"][choice.name.start : choice.name.end]
            if any(words in mark for mark in marked):
                yield "mention", [mention_features(choice.setting, choice.place, choice.margin)], [True], 1.0


def examples(
    finder: PlaceFinder, item: Item, weight: float
) -> Iterator[tuple[str, list[Features], list[bool], float]]:
    """Rows for both tables from one item."""
    groups = finder.weighed(item.text, words_of(item.text, load_cues("en")), "en", (), ())
    sure = {group[0].name.key: group[0].place for group in groups if group[0].likelihood >= 0.5}
    gold = {(place.start, place.end): place for place in item.toponyms}
    reached = 0
    for group in groups:
        if group[0].name.start < reached:
            continue
        for choice in group:
            place = gold.get((choice.name.start, choice.name.end))
            yield (
                "mention",
                [mention_features(choice.setting, choice.place, choice.margin)],
                [place is not None],
                weight,
            )
            if place is not None:
                reached = choice.name.end
                if place.lat is not None and place.lon is not None:
                    yield from _meanings(choice, sure, place.lat, place.lon, weight)
                break


def _meanings(choice: Choice, others: dict, lat: float, lon: float, weight: float) -> Iterator:  # type: ignore[type-arg]
    meanings = choice.name.meanings
    right = [
        kilometres(lat, lon, place.lat, place.lon) <= max(SAME_KM, 0.25 * place.radius_km)
        for place in meanings
    ]
    if any(right) and len(meanings) > 1:
        yield (
            "meaning",
            [meaning_features(place, choice.setting, others) for place in meanings],
            right,
            weight,
        )


def learn_mention(rows: list, start: dict[str, float]) -> dict[str, float]:  # type: ignore[type-arg]
    """Logistic regression drawn towards `start`."""
    names = sorted({name for features, _, _ in rows for name in features[0]} | set(start))
    table = np.array([[features[0].get(name, 0.0) for name in names] for features, _, _ in rows])
    label = np.array([float(right[0]) for _, right, _ in rows])
    weight = np.array([row[2] for row in rows])
    table[:, [name in LEFT_ALONE for name in names]] = 0.0
    first = np.array([start.get(name, 0.0) for name in names])
    found = first.copy()
    for _ in range(60):
        guess = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weight * (guess - label)) + DRAW_MENTION * (found - first)
        curve = (table * (weight * guess * (1 - guess))[:, None]).T @ table + DRAW_MENTION * np.eye(
            len(names)
        )
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-4:
            break
    return dict(zip(names, found.round(3).tolist(), strict=True))


def learn_meaning(rows: list, start: dict[str, float]) -> dict[str, float]:  # type: ignore[type-arg]
    """Which of several, by conditional logistic regression drawn towards `start`."""
    names = sorted({name for features, _, _ in rows for one in features for name in one} | set(start))
    tables = [
        np.array([[one.get(name, 0.0) for name in names] for one in features]) for features, _, _ in rows
    ]
    rights = [np.array(right, dtype=bool) for _, right, _ in rows]
    first = np.array([start.get(name, 0.0) for name in names])
    found, moment, square = first.copy(), np.zeros(len(names)), np.zeros(len(names))
    for turn in range(1, 301):
        slope = DRAW_MEANING * (found - first)
        for table, right, row in zip(tables, rights, rows, strict=True):
            score = table @ found
            share = np.exp(score - score.max())
            share /= share.sum()
            hit = np.where(right, share, 0)
            slope += row[2] * (table.T @ share - table.T @ (hit / max(hit.sum(), 1e-12)))
        moment, square = 0.9 * moment + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        found -= 0.05 * (moment / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-9)
    return dict(zip(names, found.round(3).tolist(), strict=True))


def main(data: Path, rounds: int) -> None:
    """Learn, write, and learn again with the first reading's better context."""
    path = ROOT / "places" / "weights.yml"
    start = yaml.safe_load((Path(__file__).parent / "place_weights_start.yml").read_text(encoding="utf-8"))
    finder = PlaceFinder.load()
    for _ in range(rounds):
        rows: dict[str, list] = {"mention": [], "meaning": []}  # type: ignore[type-arg]
        for item, mention, meaning in tuning_items(data):
            for table, features, right, _ in examples(finder, item, 1.0):
                rows[table].append((features, right, mention if table == "mention" else meaning))
        gold = gold_examples(finder, Path(__file__).parent.parent / "gold" / "en" / "dev")
        rows["mention"] += [(features, right, each) for _, features, right, each in gold]
        finder.meaning_weights = learn_meaning(rows["meaning"], start["meaning"])
        finder.mention_weights = learn_mention(rows["mention"], start["mention"])
        print(len(rows["mention"]), "names,", len(rows["meaning"]), "with several meanings")
    learned = {"mention": finder.mention_weights, "meaning": finder.meaning_weights}
    head = "# Weights of the place finder's features; see docs/evaluation/places.md. Made by tools/train_places.py.\n"
    path.write_text(head + yaml.safe_dump(learned, sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2)
