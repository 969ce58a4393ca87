"""Incidents as JSON for timemap viewers: events, their sources, and the associations between them."""

import json
from collections.abc import Iterator

from hudna.model.edition import Edition, What
from hudna.model.incident import Incident
from hudna.model.report import Report
from hudna.publish.cells import plain
from hudna.publish.occurrence import day_span
from hudna.publish.telling import in_words

DESCRIPTION = "events, sources and associations for timemap viewers"
MEDIA_TYPE = "application/json"
ENDING = ".timemap.json"
WHAT: tuple[What, ...] = ("incidents",)


def export(_what: What, edition: Edition) -> Iterator[str]:
    """One JSON object with events, sources and associations."""
    kept = [incident for incident in edition.evidence.incidents if left_out(incident, edition) is None]
    reports = dict.fromkeys(name for incident in kept for name in incident.reports)
    known = [edition.evidence.reports[name] for name in reports if name in edition.evidence.reports]
    parties = {
        party.text: party for one in kept for party in (*one.actors, *one.recipients)
    }  # fmt: skip
    content = {
        "events": [_event(incident, edition) for incident in kept],
        "sources": {report.id: _source(report) for report in known},
        "associations": [
            {
                "id": plain(name),
                "title": plain(name),
                "mode": "FILTER",
                "filter_paths": ["actors", plain(name)],
            }
            for name in sorted(parties)
        ],
    }
    yield json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def left_out(record: object, _edition: Edition) -> str | None:
    """Why an incident is not written: the viewer needs a day and a point."""
    if not isinstance(record, Incident):
        return "no incident"
    if day_span(record) is None:
        return "no day is known"
    where = record.place
    if where is None or where.lat is None:
        return "no place is known"
    # A viewer that shows nothing but pins would show a region as one.
    return None if where.precision in {"point", "town"} else "the place is too vague for a pin"


def _event(incident: Incident, edition: Edition) -> dict[str, object]:
    span = day_span(incident)
    where = incident.place
    assert span is not None and where is not None  # noqa: PT018  # left_out holds back those without
    return {
        "id": incident.id, "description": plain(in_words(incident, edition)), "date": span[1].isoformat(), "time": "",
        "time_precision": incident.occurred.precision if incident.occurred else "", "location": plain(where.name),
        "latitude": str(where.lat), "longitude": str(where.lon), "type": incident.root.value,
        "category": incident.mode or incident.root.value,
        "associations": [plain(party.text) for party in (*incident.actors, *incident.recipients)],
        "sources": list(incident.reports), "comments": f"{incident.status.value}; {incident.verification}",
    }  # fmt: skip


def _source(report: Report) -> dict[str, object]:
    return {
        "id": report.id, "title": plain(report.title or report.id), "paths": [], "type": "report", "affil_s": [],
        "url": report.url or "", "author": plain(report.source or ""), "date": str(report.published or ""),
    }  # fmt: skip
