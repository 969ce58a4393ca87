"""How far anybody listened: the days with reports that could tell of an agreement, and the gaps between them.

Silence says something only of days that somebody listened to. A day is listened to when a
report was read that came out on it or within the time in which news of it comes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from hudna.model.claim import Claim
from hudna.model.evidence import Evidence
from hudna.model.finding import Heard

# PLOVER's codes for those who are of no country.
_NO_COUNTRY = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_DAY = timedelta(days=1)


def days_heard(evidence: Evidence, countries: Iterable[str]) -> tuple[date, ...]:
    """The days with a report that could tell of these countries; one that tells of others alone could not."""
    if not evidence.reports:
        return evidence.report_days
    asked, named = set(countries), _countries_named(evidence.claims.values())
    reports = evidence.reports.values()
    able = (one for one in reports if not named[one.id] or not named[one.id].isdisjoint(asked))
    return tuple(sorted({one.published for one in able if one.published}))


def _countries_named(claims: Iterable[Claim]) -> defaultdict[str, set[str]]:
    """Report → the countries of the places and people of its claims."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.report].update(_countries_of(claim))
    return found


def _countries_of(claim: Claim) -> set[str]:
    event, control = claim.event, claim.control
    named: set[str | None] = set()
    if event:
        named = {place.country for place in event.places}
        named |= {actor.country for actor in (*event.actors, *event.recipients)}
    if control:
        named |= {one.country for one in (control.holder, control.area) if one}
    return {country for country in named if country} - _NO_COUNTRY


def heard(days: Sequence[date], start: date, end: date, silence_days: float) -> Heard:
    """What the days between two others come to; `days` are in order."""
    read = [day for day in days if start <= day <= end]
    gaps = _gaps(read, start, end)
    longest = max(gaps, key=lambda gap: (_length(gap), gap), default=None)
    last_long = max((gap[1] for gap in gaps if _length(gap) > silence_days), default=start - _DAY)
    since = last_long + _DAY
    return Heard(
        since=start,
        days=(end - start).days + 1,
        days_with_reports=len(read),
        longest_gap_days=_length(longest) if longest else 0,
        gap_from=longest[0] if longest else None,
        gap_until=longest[1] if longest else None,
        listening_since=since if since <= end else None,
    )


def _gaps(read: Sequence[date], start: date, end: date) -> list[tuple[date, date]]:
    """The stretches without a report, by their first and last day."""
    edges = [start - _DAY, *read, end + _DAY]
    return [(one + _DAY, other - _DAY) for one, other in pairwise(edges) if (other - one).days > 1]


def _length(gap: tuple[date, date]) -> int:
    return (gap[1] - gap[0]).days + 1


def longest_gap(days: Sequence[date], start: date, end: date) -> int:
    """The most days in a row without a report between two days, both ends inclusive."""
    return max((_length(gap) for gap in _gaps(days, start, end)), default=0) if start <= end else 0
