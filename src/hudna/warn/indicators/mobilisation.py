"""Forces that move, are called in or are put on alert; patrols, exercises and stand-downs are no such act."""

from hudna.knowledge.pictures import load_picture_rules
from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "conflict"
SAYS = {
    "en": "{number:# mobilisation is|# mobilisations are} told of",
    "ar": "عدد عمليات الحشد والتحريك المبلَّغ عنها: {number}",
}


def amount(incident: Incident) -> float:
    """How many times is a force told of as moved, called in or put on alert?"""
    if incident.root is not Root.MOBILIZE:
        return 0.0
    act = load_picture_rules().act_of(incident.root, incident.mode, incident.move, incident.contexts, set())
    return 1.0 if act is not None and act.direction == "escalatory" else 0.0
