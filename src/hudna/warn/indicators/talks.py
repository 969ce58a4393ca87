"""Meetings, agreements and work done together by those who could fight each other."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "easing"
SAYS = {
    "en": "{number:# meeting, agreement or act of cooperation is|# meetings, agreements or acts of cooperation are} told of",
    "ar": "عدد اللقاءات والاتفاقات وأعمال التعاون المبلَّغ عنها: {number}",
}
_ROOTS = frozenset({Root.CONSULT, Root.AGREE, Root.COOPERATE})


def amount(incident: Incident) -> float:
    """How many meetings, agreements or acts of cooperation are told of?"""
    if incident.root not in _ROOTS:
        return 0.0
    camps = {party.side for party in (*incident.actors, *incident.recipients) if party.side}
    allies = incident.root is Root.COOPERATE and "military" in incident.contexts and len(camps) == 1
    # Allies who fight side by side make nothing easier.
    return 0.0 if allies else 1.0
