"""Acts of armed force between people under arms or against others; policing and crowds are no such act."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "conflict"
SAYS = {
    "en": "{number:# act of armed force is|# acts of armed force are} told of",
    "ar": "عدد أعمال القوة المسلحة المبلَّغ عنها: {number}",
}
# Force used upon a crowd or a captive is grave, but says nothing of forces about to fight.
_CRIMINALS = "CRM"
_OTHER = frozenset({"crowd-control", "beat", "torture", "sexual"})


def amount(incident: Incident) -> float:
    """How many acts of armed force are told of?"""
    force = incident.root is Root.ASSAULT and incident.mode not in _OTHER
    return 1.0 if force and not is_policing(incident) else 0.0


def is_policing(incident: Incident) -> bool:
    """Force between one armed party and criminals alone, whichever of them is said to have struck."""
    struck = {party.sector for party in incident.recipients if party.sector}
    if incident.recipients:
        return struck == {_CRIMINALS}
    others = [party for party in incident.actors if party.sector != _CRIMINALS]
    return len(others) < len(incident.actors) and len(others) <= 1
