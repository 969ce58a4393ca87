"""Pairs of claims to learn the weights of linking from: of judged scenarios, of blurred copies of them, of made-up wars.

Only pairs that share a key are learned from: those that linking asks about first. (Learning
from every pair of a scenario dilutes what tells near ones apart: leave-one-out pairs F1 .952,
7 of 134 incidents mixed, against .973 and 3 of 136.)
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from link_world import war

from hudna.evaluate.links_coded import matched
from hudna.evaluate.links_oracle import scenario_affiliations, source_affiliations, tolds
from hudna.evaluate.links_records import LinkScenario
from hudna.knowledge.linking import load_roots
from hudna.link.candidates import keys_of
from hudna.link.features import FEATURES, meaning
from hudna.link.meaning import sentence_likeness
from hudna.link.outline import Outline
from hudna.link.outlining import Outliner
from hudna.link.pair import UNKNOWN, pair_of
from hudna.model.claim import Claim, Count, Root
from hudna.model.told import Told
from hudna.pipeline import code_reports

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
# Made-up wars have no words; these features are learned from judged scenarios alone.
OF_WORDS = frozenset({"name", "words", "chain", "passage", "recall", "figure", "another", "move", "meaning"})
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


def of_coded(scenario: LinkScenario) -> Iterator[Example]:
    """The pairs of a scenario whose reports were coded, of the judged claims that were found."""
    coded = list(code_reports(report.as_report() for report in scenario.reports))
    outliner, found = Outliner(source_affiliations(scenario)), dict[str, Outline]()
    for report, one in zip(scenario.reports, coded, strict=True):
        claims = {claim.id: claim for claim in one.claims}
        as_coded = matched(report.claims, [claim for claim in one.claims if claim.event])
        for judged, claim in as_coded.items():
            outline = outliner.outline(Told(claims[claim], one.report), one.claims)
            if outline:
                found[judged] = outline
    yield from among(scenario, found)


def outlined(scenario: LinkScenario, outliner: Outliner, chance: random.Random | None) -> list[Outline]:
    """The outlines of a scenario's claims, blurred where there is a chance for it."""
    given = [blurred(told, chance) if chance else told for told in tolds(scenario)]
    beside: dict[str, list[Claim]] = {}
    for told in given:
        beside.setdefault(told.report.id, []).append(told.claim)
    return [o for told in given if (o := outliner.outline(told, beside[told.report.id]))]


def examples(scenario: LinkScenario, chance: random.Random | None = None) -> Iterator[Example]:
    """The pairs of a scenario that share a key."""
    outliner = Outliner(scenario_affiliations(scenario))
    yield from among(scenario, {one.claim: one for one in outlined(scenario, outliner, chance)})


def among(scenario: LinkScenario, outlines: Mapping[str, Outline]) -> Iterator[Example]:
    """The pairs of these outlines, by judged claim, that share a key."""
    roots = load_roots()
    keys = {claim: keys_of(outline, roots) for claim, outline in outlines.items()}
    judged = {claim.id: claim.incident or claim.id for claim in scenario.claims}
    sizes = Counter(judged.values())
    for first, second in combinations(outlines, 2):
        if keys[first].filed & keys[second].sought:
            one, other = outlines[first], outlines[second]
            abroad = one.language != other.language  # within one language the words themselves are compared
            pair = pair_of(one, other, roots, LIKENESS(one.words, other.words) if abroad else None)
            answers = ((f.__name__, f(pair).level) for f in (*FEATURES, meaning))
            levels = tuple((name, level) for name, level in answers if level != UNKNOWN)
            yield Example(levels, judged[first] == judged[second], (first, second), sizes[judged[first]])
