"""Threats that were voiced; what others fear is no threat."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "conflict"
SAYS = {
    "en": "{number:# threat is|# threats are} told of",
    "ar": "عدد التهديدات المبلَّغ عنها: {number}",
}


def amount(incident: Incident) -> float:
    """How many threats are told of as voiced?"""
    return 1.0 if incident.root is Root.THREATEN else 0.0
