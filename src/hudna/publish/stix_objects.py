"""Incidents as objects of STIX 2.1, made without the library; the exporter has it check them.

Parties of a conflict are identities. Nobody is a threat actor or an intrusion set: those
words say who the enemy is, and a ceasefire has parties.
"""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from hudna.knowledge.crosswalk import table_of
from hudna.model.edition import Edition
from hudna.model.incident import Incident, Party, Position, Where
from hudna.publish.cells import plain
from hudna.publish.occurrence import cast
from hudna.publish.telling import in_words

# A namespace of our own: the same incident has the same id in every file.
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:hudna:stix")
_OPINION = {
    "asserts": "agree", "alleges": "agree", "denies": "strongly-disagree", "expects": "neutral",
    "demands": "neutral", "fears": "neutral",
}  # fmt: skip
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})

Thing = dict[str, Any]


def objects_of(edition: Edition, marking: str) -> Iterator[Thing]:
    """The producer, then each incident with what it refers to, each object once."""
    seen: set[str] = set()
    producer = identity("Hudna", "system", edition.as_of, marking)
    for thing in (
        producer,
        *(one for incident in edition.evidence.incidents for one in _of(incident, edition, marking)),
    ):
        if thing["id"] not in seen:
            seen.add(thing["id"])
            yield thing


def identity(name: str, kind: str, on: date, marking: str) -> Thing:
    """Somebody, as STIX calls everybody who acts or speaks."""
    return _thing("identity", name, on, marking, name=plain(name) or "not named", identity_class=kind)


def _of(incident: Incident, edition: Edition, marking: str) -> Iterator[Thing]:
    on = incident.last_reported or incident.first_reported or edition.as_of
    parties = [_party(party, on, marking) for party in (*incident.actors, *incident.recipients)]
    places = [_location(incident.place, on, marking)] if incident.place else []
    yield from parties
    yield from places
    refs = list(dict.fromkeys(one["id"] for one in (*parties, *places)))
    event = _thing(
        "incident", incident.id, on, marking, name=_title(incident), description=plain(in_words(incident, edition)),
        labels=[f"plover:{incident.root.value}", f"status:{incident.status.value}", f"verification:{incident.verification}"],
        external_references=_references(incident, edition),
    )  # fmt: skip
    confidence = table_of("stix")["credibility"].get(incident.grade.credibility)
    if confidence:
        event["confidence"] = int(confidence)
    yield event
    opinions = [
        one
        for number, position in enumerate(incident.positions)
        for one in _position(position, number, incident, event, on, marking)
    ]
    yield from opinions
    refs += [event["id"], *(one["id"] for one in opinions)]
    yield _thing(
        "report", f"report of {incident.id}", on, marking, name=_title(incident), published=_moment(on),
        description=plain(in_words(incident, edition)), report_types=["observed-data"], object_refs=list(dict.fromkeys(refs)),
    )  # fmt: skip


def _position(
    position: Position, number: int, incident: Incident, event: Thing, on: date, marking: str
) -> Iterator[Thing]:
    name = (
        "a speaker without a name"
        if position.anonymous
        else position.speaker.text
        if position.speaker
        else position.source
    )
    said = (
        f"{name or 'a report in its own voice'} {position.says.stance} this ({position.says.status.value})."
    )
    yield _thing(
        "opinion", f"{incident.id} position {number}", position.said or on, marking,
        opinion=_OPINION[position.says.stance], explanation=plain(said), authors=[plain(name)] if name else [],
        object_refs=[event["id"]],
    )  # fmt: skip


def _party(party: Party, on: date, marking: str) -> Thing:
    entry = cast().entries.get(party.id or "")
    kind = (
        "individual"
        if entry and entry.person
        else "organization"
        if party.sector in _STATE or party.id
        else "unspecified"
    )
    return identity(entry.name if entry else party.text, kind, on, marking)


def _location(where: Where, on: date, marking: str) -> Thing:
    fields: Thing = {"name": plain(where.name) or "not named"}
    if where.lat is not None and where.lon is not None:
        fields |= {"latitude": where.lat, "longitude": where.lon}
        if where.radius_km:
            fields["precision"] = round(where.radius_km * 1000, 1)
    if where.country and len(where.country) == 3:
        fields["country"] = where.country
    if where.admin1:
        fields["administrative_area"] = plain(where.admin1)
    if not {"latitude", "country"} & fields.keys():
        fields["region"] = "world"
    return _thing(
        "location",
        f"{where.id} {where.name} {where.lat} {where.lon} {where.precision}",
        on,
        marking,
        **fields,
    )


def _references(incident: Incident, edition: Edition) -> list[Thing]:
    reports = (edition.evidence.reports.get(name) for name in incident.reports)
    found: list[Thing] = [{"source_name": "hudna", "external_id": incident.id}]
    for report in reports:
        if report:
            entry = {"source_name": plain(report.source or "report") or "report", "external_id": report.id}
            found.append(entry | ({"url": report.url} if report.url else {}))
    return found


def _title(incident: Incident) -> str:
    place = f", {incident.place.name}" if incident.place else ""
    return plain(f"{incident.root.value.title()}{place}")


def _thing(kind: str, key: str, on: date, marking: str, **fields: Any) -> Thing:
    return {
        "type": kind, "spec_version": "2.1", "id": f"{kind}--{uuid.uuid5(_SPACE, f'{kind} {key}')}",
        "created": _moment(on), "modified": _moment(on), "object_marking_refs": [marking],
        **{name: value for name, value in fields.items() if value not in (None, [])},
    }  # fmt: skip


def _moment(on: date) -> str:
    return datetime.combine(on, time(), UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
