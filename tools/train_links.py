"""Learn the weights of linking on the dev half of the judged links.

    python tools/train_links.py [GOLD] [DRAW]

Pairs of claims that share a key are learned from, each scenario by itself. A logistic
regression is drawn towards tools/link_weights_start.yml, which people wrote: a level
that the gold says little about keeps its weight; those named under `fixed` keep it
always. Every claim counts the same, so that one incident of thirty reports does not
outweigh thirty of two. Each scenario is also learned from with fields of its claims left out
or blurred, as coders leave and blur them, so that no weight rests on one field always being
right; and from a made-up war (link_world.py), in which every fault occurs in every combination.
Writes knowledge/linking/weights.yml and prints what was found.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from link_world import war

from hudna.evaluate.links_gold import load_scenarios
from hudna.evaluate.links_oracle import scenario_affiliations, tolds
from hudna.evaluate.links_records import LinkScenario
from hudna.knowledge.linking import FOLDER, load_roots
from hudna.link.candidates import keys_of
from hudna.link.features import FEATURES, meaning
from hudna.link.meaning import sentence_likeness
from hudna.link.outline import Outline
from hudna.link.outlining import Outliner
from hudna.link.pair import UNKNOWN, pair_of
from hudna.model.claim import Claim, Count, Root
from hudna.model.told import Told

START = Path(__file__).with_name("link_weights_start.yml")
# How strongly a weight is drawn back to where people put it, in pairs of evidence.
DRAW = 1.0
ROUNDS = 40
Name = tuple[str, str]
LIKENESS = sentence_likeness()


@dataclass(frozen=True)
class Example:
    """One pair: its levels, whether it is one incident, and the claims."""

    levels: tuple[Name, ...]
    same: bool
    claims: tuple[str, str]
    size: int


# How often a field of a claim is blurred in a copy; about what the coder misses of each (docs/evaluation).
BLUR = {
    "mode": 0.25,
    "root": 0.06,
    "place": 0.12,
    "wide": 0.10,
    "day": 0.10,
    "slip": 0.06,
    "people": 0.15,
    "dead": 0.15,
}
COPIES = 1
WARS = 2
# Made-up wars have no words; these features are learned from judged scenarios alone.
OF_WORDS = frozenset({"name", "words", "chain", "passage", "figure", "another", "move", "meaning"})
# Kinds that annotators and coders take for one another.
CONFUSED = {
    Root.ASSAULT: Root.COERCE, Root.COERCE: Root.ASSAULT, Root.PROTEST: Root.COERCE, Root.AGREE: Root.SUPPORT,
    Root.RETREAT: Root.AGREE, Root.CONSULT: Root.AGREE, Root.ACCUSE: Root.REJECT, Root.REQUEST: Root.ACCUSE,
}  # fmt: skip


def blurred(told: Told, chance: random.Random) -> Told:
    """The claim with some of its fields left out or made vaguer."""
    event = told.claim.event
    assert event is not None
    change: dict[str, object] = {}
    if chance.random() < BLUR["mode"]:
        change["mode"] = (
            None
            if chance.random() < 0.7
            else chance.choice(["aerial", "heavy-weapons", "explosives", "firearms"])
        )
    if chance.random() < BLUR["root"] and event.root in CONFUSED:
        change |= {"root": CONFUSED[event.root], "mode": None}
    if chance.random() < BLUR["place"]:
        change["places"] = ()
    elif chance.random() < BLUR["wide"]:
        wide = {"id": None, "name": "somewhere near", "precision": "region", "radius_km": 120.0}
        change["places"] = tuple(place.model_copy(update=wide) for place in event.places)
    if chance.random() < BLUR["day"]:
        change["occurred"] = None
    elif (
        chance.random() < BLUR["slip"]
        and event.occurred
        and event.occurred.earliest
        and event.occurred.latest
    ):
        by = timedelta(days=chance.choice([-1, 1]))
        days = {"earliest": event.occurred.earliest + by, "latest": event.occurred.latest + by}
        change["occurred"] = event.occurred.model_copy(update=days)
    if chance.random() < BLUR["people"]:
        change["actors"] = ()
    if chance.random() < BLUR["dead"]:
        change["fatalities"] = Count()
    return Told(told.claim.model_copy(update={"event": event.model_copy(update=change)}), told.report)


def with_copies(scenario: LinkScenario) -> Iterator[Example]:
    """The pairs of a scenario as judged, and of blurred copies of it."""
    yield from examples(scenario)
    for seed in range(COPIES):
        yield from examples(scenario, random.Random(f"{scenario.id} {seed}"))


def of_war(seed: int) -> Iterator[Example]:
    """The pairs of a made-up war that share a key."""
    roots, told = load_roots(), war(seed)
    keys, sizes = [keys_of(outline, roots) for outline, _ in told], Counter(name for _, name in told)
    filed: dict[int, list[int]] = {}
    for number, held in enumerate(keys):
        for other in sorted({other for key in held.sought for other in filed.get(key, ())}):
            (one, first), (two, second) = told[other], told[number]
            pair = pair_of(one, two, roots)
            answers = ((f.__name__, f(pair).level) for f in FEATURES if f.__name__ not in OF_WORDS)
            levels = tuple((name, level) for name, level in answers if level != UNKNOWN)
            yield Example(levels, first == second, (one.claim, two.claim), sizes[first])
        for key in held.filed:
            filed.setdefault(key, []).append(number)


def outlined(scenario: LinkScenario, outliner: Outliner, chance: random.Random | None) -> list[Outline]:
    """The outlines of a scenario's claims, blurred where there is a chance for it."""
    given = [blurred(told, chance) if chance else told for told in tolds(scenario)]
    beside: dict[str, list[Claim]] = {}
    for told in given:
        beside.setdefault(told.report.id, []).append(told.claim)
    return [o for told in given if (o := outliner.outline(told, beside[told.report.id]))]


def examples(scenario: LinkScenario, chance: random.Random | None = None) -> Iterator[Example]:
    """The pairs of a scenario that share a key."""
    roots, outliner = load_roots(), Outliner(scenario_affiliations(scenario))
    outlines = outlined(scenario, outliner, chance)
    keys = {outline.claim: keys_of(outline, roots) for outline in outlines}
    judged = {claim.id: claim.incident or claim.id for claim in scenario.claims}
    sizes = Counter(judged.values())
    for number, one in enumerate(outlines):
        for other in outlines[number + 1 :]:
            if keys[one.claim].filed & keys[other.claim].sought:
                abroad = (
                    one.language != other.language
                )  # within one language the words themselves are compared
                pair = pair_of(one, other, roots, LIKENESS(one.words, other.words) if abroad else None)
                answers = ((f.__name__, f(pair).level) for f in (*FEATURES, meaning))
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
        step = np.zeros_like(beta)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        beta = downhill(
            beta, step, lambda at: loss(rows, same, mass, at) + draw / 2 * float((at - first) @ (at - first))
        )
    return {name: round(float(value / np.log(2)), 2) for name, value in zip(names, beta, strict=True)}


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


def main(gold: Path, draw: float) -> None:
    """Learn, write, and print how many pairs stood behind each level."""
    given = yaml.safe_load(START.read_text(encoding="utf-8"))
    start = {(f, level): value for f, levels in given["features"].items() for level, value in levels.items()}
    start["start", ""] = given["start"]
    fixed = {tuple(name.split(".")) for name in given["fixed"]}
    scenarios = load_scenarios(gold, half="dev")
    found = [example for scenario in scenarios for example in with_copies(scenario)]
    judged = len(found)
    found += [example for seed in range(WARS) for example in of_war(seed)]
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
        f"tools/train_links.py on {judged} pairs of {len(scenarios)} judged scenarios (gold/links/dev) and blurred copies of "
        f"them, and {len(found) - judged} pairs of {WARS} made-up wars; {sum(one.same for one in found)} of all are one incident; "
        f"drawn towards tools/link_weights_start.yml by {draw:g}"
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
