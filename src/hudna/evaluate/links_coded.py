"""Linking end to end: the reports of judged scenarios are coded, then linked, then scored as in `links`.

A judged claim is matched with the coded one of its report whose trigger it holds or whose
words it shares. What the coder misses stands alone; what it invents is not counted, but may
join what should be apart.
"""

from collections.abc import Sequence
from pathlib import Path

from hudna.evaluate.links import HALVES, as_score, scored, total
from hudna.evaluate.links_gold import load_scenarios
from hudna.evaluate.links_oracle import source_affiliations
from hudna.evaluate.links_records import LinkClaim, LinkScenario
from hudna.evaluate.links_scores import Tally
from hudna.evaluate.sets import SetScore
from hudna.model.claim import Claim
from hudna.model.told import Told
from hudna.pipeline import code_reports, linking_stage

NAME = "links-coded"
OF_GOLD = True


def evaluate(gold: Path) -> SetScore:
    """Both halves from the reports' texts."""
    tallies = {
        half: total(from_texts(one) for one in load_scenarios(gold / "links", half=half)) for half in HALVES
    }
    return as_score(NAME, tallies, gold)


def from_texts(scenario: LinkScenario) -> Tally:
    """One scenario coded and linked; its outlets are known, its actors are those of the packs."""
    coded = list(code_reports(report.as_report() for report in scenario.reports))
    told = [Told(claim, one.report) for one in coded for claim in one.claims]
    linked = linking_stage(known=source_affiliations(scenario)).link(told)
    coded_as: dict[str, str] = {}
    for report, one in zip(scenario.reports, coded, strict=True):
        coded_as |= matched(report.claims, [claim for claim in one.claims if claim.event])
    return scored(scenario, linked.incidents, coded_as)


def matched(judged: Sequence[LinkClaim], coded: Sequence[Claim]) -> dict[str, str]:
    """Judged claim → coded claim, the likest pairs first, each at most once."""
    ranked = sorted(
        (-likeness(one, other), one.id, other.id) for one in judged for other in coded if likeness(one, other)
    )
    found: dict[str, str] = {}
    for _, one, other in ranked:
        if one not in found and other not in found.values():
            found[one] = other
    return found


def likeness(one: LinkClaim, other: Claim) -> float:
    """How surely two claims tell of the same thing; nought where they share neither trigger nor root."""
    event = other.event
    if event is None:
        return 0.0
    trigger = _overlap(one.trigger.start, one.trigger.end, event.trigger.start, event.trigger.end)
    words = _overlap(one.start, one.end, other.start, other.end)
    inside = one.start <= event.trigger.start < one.end
    same = one.root is event.root
    if trigger == 0 and not (inside and same):
        return 0.0
    return (2.0 if trigger else 0.0) + (1.0 if same else 0.0) + words


def _overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    both = max(0, min(end, other_end) - max(start, other_start))
    return both / (max(end, other_end) - min(start, other_start))
