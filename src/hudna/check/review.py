"""Everything the agreements say to a picture, in one call."""

from collections.abc import Iterable

from hudna.check.asked import Asked
from hudna.check.counts import counts
from hudna.check.declared import declared_against_observed
from hudna.check.findings import findings
from hudna.check.occasions import occasions
from hudna.check.rules import require_rules
from hudna.check.standing import standing
from hudna.check.tripwires import tripwires
from hudna.knowledge.days import MarkedDay
from hudna.model.finding import Review


def review(asked: Asked, days: Iterable[MarkedDay] = ()) -> Review:
    """Findings on incidents and on provisions, declarations, wires, counts and days of the calendar."""
    for agreement in asked.agreements:
        require_rules(agreement)
    found = findings(asked)
    wires = tripwires(asked)
    return Review(
        as_of=asked.as_of,
        findings=(*found, *standing(found, asked)),
        declared=declared_against_observed(asked, wires),
        tripwires=wires,
        counts=counts(found, asked),
        occasions=occasions(days, asked.agreements, asked.as_of, asked.rules.constants.occasion_days.value),
    )
