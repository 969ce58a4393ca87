"""Findings since entry into force, by party and provision, with the days they are to be read against.

A low count may mean that nobody was there to tell: the days with reports and the longest
gap stand beside each number.
"""

from collections import Counter
from collections.abc import Iterable

from hudna.check.asked import Asked
from hudna.check.heard import longest_gap
from hudna.model.agreement import Agreement
from hudna.model.finding import Count, Finding


def counts(found: Iterable[Finding], asked: Asked) -> tuple[Count, ...]:
    """A line for each agreement, provision, party, verdict and label, in that order."""
    single = [one for one in found if not one.standing]
    groups = Counter((one.agreement, one.provision, one.party, one.verdict, one.label) for one in single)
    known = {agreement.id: agreement for agreement in asked.agreements}
    return tuple(
        _count(known[key[0]], key, groups[key], asked)
        for key in sorted(
            groups, key=lambda key: (key[0], _position(known[key[0]], key[1]), key[2] or "", *key[3:])
        )
    )


def _position(agreement: Agreement, provision: str) -> int:
    return [one.id for one in agreement.provisions].index(provision)


def _count(
    agreement: Agreement, key: tuple[str, str, str | None, str, str], number: int, asked: Asked
) -> Count:
    provision = next(one for one in agreement.provisions if one.id == key[1])
    days = [day for day in asked.heard_days[agreement.id] if provision.start <= day <= asked.as_of]
    return Count.model_validate(
        {
            "agreement": key[0],
            "provision": key[1],
            "party": key[2],
            "since": provision.start,
            "verdict": key[3],
            "label": key[4],
            "number": number,
            "days": max(0, (asked.as_of - provision.start).days + 1),
            "days_with_reports": len(days),
            "longest_gap_days": longest_gap(days, provision.start, asked.as_of),
            "first_report": days[0] if days else None,
            "last_report": days[-1] if days else None,
        }
    )
