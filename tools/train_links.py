"""Learn the weights of linking on the dev half of the judged links.

    python tools/train_links.py [GOLD] [DRAW]

Pairs of claims that share a key are learned from, each scenario by itself. A logistic
regression is drawn towards tools/link_weights_start.yml, which people wrote: a level
that the gold says little about keeps its weight; those named under `fixed` keep it
always. Every claim counts the same, so that one incident of thirty reports does not
outweigh thirty of two. Writes knowledge/linking/weights.yml and prints what was found.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from hudna.evaluate.links_gold import load_scenarios
from hudna.evaluate.links_oracle import scenario_affiliations, tolds
from hudna.evaluate.links_records import LinkScenario
from hudna.knowledge.linking import FOLDER, load_roots
from hudna.link.candidates import keys_of
from hudna.link.features import FEATURES, UNKNOWN, pair_of
from hudna.link.outlining import Outliner

START = Path(__file__).with_name("link_weights_start.yml")
# How strongly a weight is drawn back to where people put it, in pairs of evidence.
DRAW = 1.0
ROUNDS = 40
Name = tuple[str, str]


@dataclass(frozen=True)
class Example:
    """One pair: its levels, whether it is one incident, and the claims."""

    levels: tuple[Name, ...]
    same: bool
    claims: tuple[str, str]
    size: int


def examples(scenario: LinkScenario) -> Iterator[Example]:
    """The pairs of a scenario that share a key."""
    roots, outliner = load_roots(), Outliner(scenario_affiliations(scenario))
    outlines = [o for told in tolds(scenario) if (o := outliner.outline(told))]
    keys = {outline.claim: keys_of(outline, roots) for outline in outlines}
    judged = {claim.id: claim.incident or claim.id for claim in scenario.claims}
    sizes = Counter(judged.values())
    for number, one in enumerate(outlines):
        for other in outlines[number + 1 :]:
            if keys[one.claim].filed & keys[other.claim].sought:
                pair = pair_of(one, other, roots)
                answers = ((f.__name__, f(pair).level) for f in FEATURES)
                levels = tuple((name, level) for name, level in answers if level != UNKNOWN)
                same = judged[one.claim] == judged[other.claim]
                yield Example(levels, same, (one.claim, other.claim), sizes[judged[one.claim]])


def weigh(found: list[Example]) -> np.ndarray:
    """Each claim's pairs within its incident weigh one together, and so do those outside."""
    number: Counter[tuple[str, bool]] = Counter()
    for one in found:
        for claim in one.claims:
            number[claim, one.same] += 1
    return np.array([sum(1 / number[claim, one.same] for claim in one.claims) / 2 for one in found])


def learn(found: list[Example], start: dict[Name, float], fixed: set[Name], draw: float) -> dict[Name, float]:
    """Weights in bits, Newton's method, drawn towards the start."""
    names = sorted(start)
    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(found), len(names)))
    for number, one in enumerate(found):
        rows[number, column["start", ""]] = 1.0
        for name in one.levels:
            if name not in column:
                raise SystemExit(f"{START.name} has no weight for {'.'.join(name)}")
            rows[number, column[name]] = 1.0
    same, mass = np.array([one.same for one in found], dtype=float), weigh(found)
    first = np.array([start[name] for name in names]) * np.log(2)
    free = np.array([name not in fixed for name in names])
    beta = first.copy()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        slope = rows.T @ (mass * (chance - same)) + draw * (beta - first)
        curve = (rows * (mass * chance * (1 - chance))[:, None]).T @ rows + draw * np.eye(len(names))
        step = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        beta[free] -= step
    return {name: round(float(value / np.log(2)), 2) for name, value in zip(names, beta, strict=True)}


def main(gold: Path, draw: float) -> None:
    """Learn, write, and print how many pairs stood behind each level."""
    given = yaml.safe_load(START.read_text(encoding="utf-8"))
    start = {(f, level): value for f, levels in given["features"].items() for level, value in levels.items()}
    start["start", ""] = given["start"]
    fixed = {tuple(name.split(".")) for name in given["fixed"]}
    scenarios = load_scenarios(gold, half="dev")
    found = [example for scenario in scenarios for example in examples(scenario)]
    learned = learn(found, start, fixed, draw)
    seen = Counter(name for one in found for name in one.levels)
    alike = Counter(name for one in found if one.same for name in one.levels)
    for name in sorted(start):
        print(
            f"{'.'.join(name):28} {start[name]:7.2f} → {learned[name]:7.2f}   {alike[name]:5} of {seen[name]:5} pairs the same"
        )
    features: dict[str, dict[str, float]] = {}
    for (feature, level), value in learned.items():
        if feature != "start":
            features.setdefault(feature, {})[level] = value
    how = (
        f"tools/train_links.py on {len(found)} pairs of {len(scenarios)} judged scenarios (gold/links/dev), "
        f"{sum(one.same for one in found)} of them one incident, drawn towards tools/link_weights_start.yml by {draw:g}"
    )
    written = {
        "how": how,
        "start": learned["start", ""],
        "join": given["join"],
        "sure": given["sure"],
        "features": features,
    }
    head = "# Weights of linking in bits; see docs/evaluation/links.md. Made by tools/train_links.py, not by hand.\n"
    (FOLDER / "weights.yml").write_text(
        head + yaml.safe_dump(written, sort_keys=False, width=140, default_flow_style=None), encoding="utf-8"
    )


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "gold" / "links",
        float(sys.argv[2]) if len(sys.argv) > 2 else DRAW,
    )
