"""Third parties' calls for restraint or talks: they tell of worry, and never enter an index of conflict."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "context"
SAYS = {
    "en": "{number:# call by a third party for restraint or talks is|# calls by third parties for restraint or talks are} told of",
    "ar": "عدد دعوات الأطراف الثالثة إلى ضبط النفس أو الحوار المبلَّغ عنها: {number}",
}


def amount(incident: Incident) -> float:
    """How many calls by third parties for restraint or talks are told of?"""
    return 1.0 if incident.third_party and incident.root in (Root.REQUEST, Root.SUPPORT) else 0.0
