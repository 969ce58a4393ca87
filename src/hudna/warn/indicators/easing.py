"""Withdrawals, releases, stand-downs and concessions that are told of as done."""

from hudna.model.claim import Root
from hudna.model.incident import Incident
from hudna.model.indicator import Kind

KIND: Kind = "easing"
SAYS = {
    "en": "{number:# withdrawal, release or stand-down is|# withdrawals, releases or stand-downs are} told of",
    "ar": "عدد عمليات الانسحاب والإفراج وخفض الاستنفار المبلَّغ عنها: {number}",
}


def amount(incident: Incident) -> float:
    """How many withdrawals, releases, stand-downs or concessions are told of as done?"""
    lowered = incident.root is Root.MOBILIZE and incident.move == "alert_down"
    return 1.0 if lowered or incident.root in (Root.RETREAT, Root.CONCEDE) else 0.0
