"""Learn the weights of linking on the dev half of the judged links.

    python tools/train_links.py [GOLD] [DRAW] [LEVEL ...]

Pairs of claims that share a key are learned from (link_pairs.py), each scenario by itself. A logistic
regression is drawn towards tools/link_weights_start.yml, which people wrote: a level
that the gold says little about keeps its weight; those named under `fixed` keep it
always. Every claim counts the same, so that one incident of thirty reports does not
outweigh thirty of two. Each scenario is also learned from with fields of its claims left out
or blurred, as coders leave and blur them, so that no weight rests on one field always being
right; and from a made-up war (link_world.py), in which every fault occurs in every combination.

With LEVELs ("thing", "place.lent_same"; a feature means all of its levels) these alone are learned, on claims
as judged and as coded, and everything else stays as weights.yml has it. Only coded claims have a day or a
place that another sentence lends them.

Each scenario is then left out of learning in turn and linked by what the others taught. `join`
is the highest threshold at which that costs no more than a trifle above the least, where an
incident that mixes costs three times its share. Writes knowledge/linking/weights.yml and prints what was found.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from link_pairs import LIKENESS, Example, Name, of_coded, of_war, with_copies

from hudna.evaluate.links import scored, total
from hudna.evaluate.links_gold import load_scenarios
from hudna.evaluate.links_oracle import scenario_affiliations, tolds
from hudna.evaluate.links_records import LinkScenario
from hudna.evaluate.links_scores import Tally
from hudna.knowledge.linking import FOLDER, Weights, load_roots, load_weights
from hudna.link.stage import Stage

START = Path(__file__).with_name("link_weights_start.yml")
# How strongly a weight is drawn back to where people put it, in pairs of evidence; and how many made-up wars:
# of draws .3, 1, 3 and 8 and of no war, one, two and four, these cost least, each scenario left out in turn.
DRAW, WARS = 1.0, 1
# Nothing is joined at less than even odds, whatever the small scenarios say: a stream holds more that could be mixed.
JOINS = (0.0, 0.5, 1.0, 1.5, 2.0)
MIXING, TRIFLE = 3.0, 0.005
# Newton's method ends after so many rounds, or once no weight moves by a thousandth.
ROUNDS, STILL = 40, 1e-3
# Alike pairs are one row: their levels and whether they are one incident → how much they weigh together.
Rows = dict[tuple[tuple[Name, ...], bool], float]
Learned = dict[Name, float]


def rows_of(found: list[Example]) -> Rows:
    """Each claim's pairs within its incident weigh one together, and so do those outside."""
    number: Counter[tuple[str, bool]] = Counter()
    for one in found:
        for claim in one.claims:
            number[claim, one.same] += 1
    rows: Rows = defaultdict(float)
    for one in found:
        rows[one.levels, one.same] += sum(1 / number[claim, one.same] for claim in one.claims) / 2
    return rows


def learn(found: Iterable[Rows], start: Learned, fixed: set[Name], draw: float) -> Learned:
    """Weights in bits, Newton's method, drawn towards the start."""
    names = sorted(start)
    rows, same, mass = matrix(found, names)
    first = np.array([start[name] for name in names]) * np.log(2)
    free = np.array([name not in fixed for name in names])
    beta = first.copy()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        slope = rows.T @ (mass * (chance - same)) + draw * (beta - first)
        curve = (rows * (mass * chance * (1 - chance))[:, None]).T @ rows + draw * np.eye(len(names))
        step = np.zeros_like(beta)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        before, beta = beta, downhill(
            beta, step, lambda at: loss(rows, same, mass, at) + draw / 2 * float((at - first) @ (at - first))
        )  # fmt: skip
        if float(np.abs(beta - before).max()) < STILL:
            break
    return {name: round(float(value / np.log(2)), 2) for name, value in zip(names, beta, strict=True)}


def matrix(found: Iterable[Rows], names: list[Name]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every row's levels as noughts and ones, whether it is one incident, and what it weighs."""
    together: Rows = defaultdict(float)
    for part in found:
        for row, mass in part.items():
            together[row] += mass
    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(together), len(names)))
    rows[:, column["start", ""]] = 1.0
    for number, (levels, _) in enumerate(together):
        for name in levels:
            if name not in column:
                raise SystemExit(f"{START.name} has no weight for {'.'.join(name)}")
            rows[number, column[name]] = 1.0
    return rows, np.array([same for _, same in together], dtype=float), np.array(list(together.values()))


def loss(rows: np.ndarray, same: np.ndarray, mass: np.ndarray, beta: np.ndarray) -> float:
    """How badly the weights foretell which pairs are one incident."""
    bits = rows @ beta
    return float(mass @ (np.logaddexp(0, bits) - same * bits))


def downhill(beta: np.ndarray, step: np.ndarray, height: Callable[[np.ndarray], float]) -> np.ndarray:
    """The whole step, or the largest half of it that does not lead up."""
    here, share = height(beta), 1.0
    while share > 1e-4 and height(beta - share * step) > here:
        share /= 2
    return beta - share * step if share > 1e-4 else beta


def as_weights(learned: Learned, given: Mapping[str, float], join: float, how: str) -> Weights:
    """What was learned as linking reads it."""
    features: dict[str, dict[str, float]] = {}
    for (feature, level), value in learned.items():
        if feature != "start":
            features.setdefault(feature, {})[level] = value
    return Weights(how=how, start=learned["start", ""], join=join, sure=given["sure"], features=features)


def linked(scenario: LinkScenario, weights: Weights) -> Tally:
    """One scenario linked by these weights."""
    stage = Stage(scenario_affiliations(scenario), load_roots(), weights, meaning=LIKENESS)
    made = stage.link(tolds(scenario)).incidents
    return scored(scenario, made, {claim.id: claim.id for claim in scenario.claims})


def cost(tally: Tally) -> float:
    """What is wrong with pairs, and three times the share of incidents that mix."""
    return 1 - (tally.figures()["pairs"] or 0.0) + MIXING * tally.mixed / max(1, tally.joined)


def shown(tally: Tally) -> str:
    """The figures in one line."""
    found = tally.figures()
    return (
        f"pairs {found['pairs']:.3f}, B³ {found['b3']:.3f}, {tally.mixed} of {tally.joined} mixed, "
        f"origins {found['origins']:.3f}"
    )


def best_join(
    left_out: Mapping[str, Learned],
    scenarios: list[LinkScenario],
    sure: float,
    joins: Sequence[float] = JOINS,
) -> tuple[float, str]:
    """The threshold for scenarios that were not learned from, and its figures."""
    found: dict[float, tuple[float, str]] = {}
    for join in joins:
        tallies = {
            one.id: linked(one, as_weights(left_out[one.id], {"sure": sure}, join, "one left out"))
            for one in scenarios
        }
        whole = total(tallies.values())
        found[join] = cost(whole), shown(whole)
        print(f"each left out in turn, join {join:4}: {found[join][1]}; cost {found[join][0]:.3f}")
    least = min(spent for spent, _ in found.values())
    join = max(one for one, (spent, _) in found.items() if spent <= least + TRIFLE)
    return join, found[join][1]


def print_levels(start: Learned, learned: Learned, found: list[Example]) -> None:
    """How many pairs stood behind each level."""
    seen = Counter(name for one in found for name in one.levels)
    alike = Counter(name for one in found if one.same for name in one.levels)
    for name in sorted(start):
        print(
            f"{'.'.join(name):28} {start[name]:7.2f} → {learned[name]:7.2f}   {alike[name]:5} of {seen[name]:5} pairs the same"
        )


def write(weights: Weights) -> None:
    """Into the package."""
    head = "# Weights of linking in bits; see docs/evaluation/links.md. Made by tools/train_links.py, not by hand.\n"
    (FOLDER / "weights.yml").write_text(
        head + yaml.safe_dump(weights.model_dump(), sort_keys=False, width=140, default_flow_style=None),
        encoding="utf-8",
    )


def kept(start: Learned, learned_now: set[Name]) -> Learned:
    """Where learning starts: the weights there are, but for levels that are to be learned now."""
    weights = load_weights()
    held = {(f, level): value for f, levels in weights.features.items() for level, value in levels.items()}
    held["start", ""] = weights.start
    return {name: value if name in learned_now else held.get(name, value) for name, value in start.items()}


def main(gold: Path, draw: float, only: Sequence[str] = ()) -> None:
    """Learn, leave out, choose, write."""
    given = yaml.safe_load(START.read_text(encoding="utf-8"))
    start = {(f, level): value for f, levels in given["features"].items() for level, value in levels.items()}
    start["start", ""] = given["start"]
    fixed = {tuple(name.split(".")) for name in given["fixed"]}
    if only:
        now = {name for name in start if name[0] in only or ".".join(name) in only}
        start, fixed = kept(start, now), set(start) - now
    scenarios = load_scenarios(gold, half="dev")
    judged = {one.id: [*with_copies(one), *(of_coded(one) if only else ())] for one in scenarios}
    made_up = [example for seed in range(WARS) for example in of_war(seed)]
    rows, war = {name: rows_of(found) for name, found in judged.items()}, rows_of(made_up)
    learned = learn([*rows.values(), war], start, fixed, draw)
    found = [*(example for examples in judged.values() for example in examples), *made_up]
    print_levels(start, learned, found)
    left_out = {
        out: learn([*(part for name, part in rows.items() if name != out), war], start, fixed, draw)
        for out in rows
    }
    joins = [load_weights().join] if only else JOINS
    join, figures = best_join(left_out, scenarios, given["sure"], joins)
    how = (
        f"tools/train_links.py on {len(found) - len(made_up)} pairs of {len(scenarios)} judged scenarios (gold/links/dev) and "
        f"blurred copies of them, and {len(made_up)} pairs of {WARS} made-up war; {sum(one.same for one in found)} of all are one "
        f"incident; drawn towards tools/link_weights_start.yml by {draw:g}; each scenario left out in turn: {figures}"
    )
    if only:
        how = f"{load_weights().how}; then {', '.join(only)} alone, on coded claims as well: {how}"
    write(as_weights(learned, given, join, how))


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "gold" / "links",
        float(sys.argv[2]) if len(sys.argv) > 2 else DRAW,
        sys.argv[3:],
    )
