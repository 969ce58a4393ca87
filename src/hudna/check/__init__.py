"""Incidents, picture and agreements → findings, declared against observed, trip-wires, counts.

Pure: nothing here reads a file or a clock. A finding is apparent or alleged; only a
person's judgement makes it verified.
"""

from hudna.check.declared import declared_against_observed
from hudna.check.findings import Asked, findings
from hudna.check.occasions import occasions
from hudna.check.review import review
from hudna.check.rules import find_rules, known_kinds, require_rules
from hudna.check.tripwires import tripwires

__all__ = [
    "Asked",
    "declared_against_observed",
    "find_rules",
    "findings",
    "known_kinds",
    "occasions",
    "require_rules",
    "review",
    "tripwires",
]
