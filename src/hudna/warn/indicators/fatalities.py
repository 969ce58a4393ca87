"""People killed, by the lowest of the figures that anybody gives."""

from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "conflict"
SAYS = {
    "en": "at least {number:# death is|# deaths are} told of",
    "ar": "عدد القتلى المبلَّغ عنهم، على الأقل: {number}",
}


def amount(incident: Incident) -> float:
    """How many people are told of as killed, by the lowest figures?"""
    return float(incident.fatalities.low or 0)
