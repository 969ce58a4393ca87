"""Seizures, arrests, restrictions and the like: power used without a shot."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "conflict"
SAYS = {
    "en": "{number:# act of coercion is|# acts of coercion are} told of",
    "ar": "عدد أعمال الإكراه المبلَّغ عنها: {number}",
}


def amount(incident: Incident) -> float:
    """How many seizures, arrests or restrictions are told of?"""
    return 1.0 if incident.root is Root.COERCE else 0.0
