"""Acts of armed force between people under arms or against others; policing and crowds are no such act."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "conflict"
SAYS = {
    "en": "{number} acts of armed force are told of",
    "ar": "عدد أعمال القوة المسلحة المبلَّغ عنها: {number}",
}
# Force used upon a crowd or a captive is grave, but says nothing of forces about to fight.
_OTHER = frozenset({"crowd-control", "beat", "torture", "sexual"})


def amount(incident: Incident) -> float:
    """How many acts of armed force are told of?"""
    if incident.root is not Root.ASSAULT or incident.mode in _OTHER:
        return 0.0
    struck = {party.sector for party in incident.recipients if party.sector}
    return 0.0 if struck == {"CRM"} else 1.0
