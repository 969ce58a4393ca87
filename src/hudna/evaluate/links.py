"""Linking against judged scenarios: with the judged claims given, and end to end from the coder.

`links`: what linking makes of claims that are coded without a fault. `links-coded`
(links_coded.py): what comes out when the reports are coded first. Nothing of the
locked half is printed but totals.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hudna.evaluate.links_gold import load_scenarios
from hudna.evaluate.links_oracle import scenario_affiliations, tolds
from hudna.evaluate.links_records import LinkScenario
from hudna.evaluate.links_scores import Tally, compare
from hudna.evaluate.sets import Figure, SetScore
from hudna.model.incident import Incident
from hudna.pipeline import linking_stage

NAME = "links"
# Judged scenarios are part of the project: no folder of public sets is needed.
OF_GOLD = True
HALVES = ("dev", "locked")


def evaluate(gold: Path) -> SetScore:
    """Both halves with the judged claims given."""
    tallies = {
        half: total(judged_given(one) for one in load_scenarios(gold / "links", half=half)) for half in HALVES
    }
    return as_score(NAME, tallies, gold)


def judged_given(scenario: LinkScenario) -> Tally:
    """One scenario linked from its judged claims."""
    linked = linking_stage(known=scenario_affiliations(scenario)).link(tolds(scenario))
    own = {claim.id: claim.id for claim in scenario.claims}
    return scored(scenario, linked.incidents, own)


def scored(scenario: LinkScenario, incidents: Sequence[Incident], coded_as: Mapping[str, str]) -> Tally:
    """Made incidents against judged ones; a judged claim that was not coded stands alone."""
    held = {claim: incident.id for incident in incidents for claim in incident.claims}
    made: dict[str, list[str]] = defaultdict(list)
    for claim in scenario.claims:
        made[held.get(coded_as.get(claim.id, ""), f"missed {claim.id}")].append(claim.id)
    judged = {claim.id: claim.incident or claim.id for claim in scenario.claims}
    tally = compare(made.values(), judged)
    tally.found = sum(claim.id in coded_as for claim in scenario.claims)
    if tally.found < len(scenario.claims):
        known = [[claim for claim in claims if claim in coded_as] for claims in made.values()]
        tally.coded = compare(
            known, {claim: incident for claim, incident in judged.items() if claim in coded_as}
        )
    by_id = {incident.id: incident for incident in incidents}
    for incident in scenario.incidents:
        told = [claim.id for claim in scenario.claims if claim.incident == incident.id]
        best = _largest(held[coded_as[claim]] for claim in told if coded_as.get(claim) in held)
        tally.origins += 1
        tally.origins_exact += best is not None and len(by_id[best].origins) == len(incident.origins)
    return tally


def _largest(names: Iterable[str]) -> str | None:
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None


def total(tallies: Iterable[Tally]) -> Tally:
    """All scenarios together."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def least_of(path: Path, name: str) -> dict[str, float]:
    """The least accepted figures of a set; none where there is no file."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text()) if path.exists() else {}
    return floors.get(name, {})


def as_score(name: str, tallies: Mapping[str, Tally], gold: Path) -> SetScore:
    """The figures of both halves with the least that is accepted."""
    floors = least_of(gold / "links" / "floors.json", name)
    figures = []
    for half, tally in tallies.items():
        for measure, value in tally.figures().items():
            figures.append(
                Figure(
                    f"{half} {measure}",
                    value,
                    least=floors.get(f"{half} {measure}"),
                    note=NOTES[measure.removeprefix("coded ")],
                )
            )
    return SetScore(name, tuple(figures))


NOTES = {
    "found": "judged claims that were coded at all",
    "pairs.precision": "of the pairs joined, those that are one incident",
    "pairs.recall": "of the pairs that are one incident, those joined",
    "pairs": "F1 of pairs of claims",
    "b3.precision": "B³: how much of each claim's made incident belongs to it",
    "b3.recall": "B³: how much of each claim's judged incident it was given",
    "b3": "F1 of B³",
    "unmixed": "made incidents of two or more claims that hold no claim of another one (1 − over-merge rate)",
    "origins": "judged incidents whose number of independent origins is exact",
}
