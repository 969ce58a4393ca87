"""Claims as a table for spreadsheets, one row a claim."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from hudna.model.claim import Actor, Claim, Event, Place
from hudna.model.report import Report

DESCRIPTION = "one row a claim, for spreadsheets"

# A cell that begins so is run as a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

COLUMNS = (
    "claim_id", "report_id", "report_url", "publisher", "published", "language", "char_start", "char_end",
    "quote", "content", "status", "counts", "speech_act", "claimer", "claimer_type", "relays", "third_party",
    "root", "mode", "move", "contexts", "actor", "actor_id", "actor_country", "actor_sector", "recipient",
    "recipient_id", "recipient_country", "recipient_sector", "place", "place_role", "place_id", "country",
    "admin1", "latitude", "longitude", "radius_km", "geo_precision", "date_from", "date_to", "date_precision",
    "date_basis", "fatalities_low", "fatalities_best", "fatalities_high", "control_status", "stated_purpose",
    "rule", "source_grade", "review",
)  # fmt: skip


def export(items: Iterable[tuple[Claim, Report]]) -> Iterator[str]:
    """The header, then a row for each claim."""
    yield csv_line(COLUMNS)
    for claim, report in items:
        row = _row(claim, report)
        yield csv_line([row.get(column) for column in COLUMNS])


def csv_line(cells: Iterable[object]) -> str:
    """The cells as one line of CSV; no cell can run as a formula."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return buffer.getvalue()


def _cell(value: object) -> str:
    """The value as text; words that a spreadsheet would run are held back by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | date):
        return str(value)
    text = str(value)
    # Blanks before a formula are dropped by some programs.
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def _row(claim: Claim, report: Report) -> dict[str, object]:
    return {
        "claim_id": claim.id,
        "report_id": report.id,
        "report_url": report.url,
        "publisher": report.source,
        "published": report.published,
        "language": claim.language,
        "char_start": claim.start,
        "char_end": claim.end,
        "quote": claim.text,
        "content": claim.content,
        "status": claim.status.value,
        "counts": claim.counts,
        "speech_act": claim.speech_act.value,
        "claimer": claim.speakers[0].text if claim.speakers else None,
        "claimer_type": claim.speakers[0].kind if claim.speakers else None,
        "relays": "; ".join(speaker.text for speaker in claim.speakers[1:]),
        "third_party": claim.third_party,
        "stated_purpose": claim.purpose.text if claim.purpose else None,
        "rule": claim.rule,
        "source_grade": claim.graded,
        "review": claim.review,
        **_content(claim),
    }


def _content(claim: Claim) -> dict[str, object]:
    if claim.event:
        return _event(claim.event)
    if claim.control:
        holder, area = claim.control.holder, claim.control.area
        as_of = claim.control.as_of
        return {
            "control_status": claim.control.status,
            "date_to": as_of,
            **_actors("actor", (holder,) if holder else ()),
            **_place((area,) if area else ()),
        }
    if claim.purpose:
        by = claim.purpose.by
        return {**_actors("actor", (by,) if by else ()), **_place(claim.purpose.places)}
    return _actors("actor", claim.composition.made_of if claim.composition else ())


def _event(event: Event) -> dict[str, object]:
    occurred, dead = event.occurred, event.fatalities
    return {
        "root": event.root.value,
        "mode": event.mode,
        "move": event.move,
        "contexts": "; ".join(event.contexts),
        **_actors("actor", event.actors),
        **_actors("recipient", event.recipients),
        **_place(event.places),
        "date_from": occurred.earliest if occurred else None,
        "date_to": occurred.latest if occurred else None,
        "date_precision": occurred.precision if occurred else None,
        "date_basis": occurred.basis if occurred else None,
        "fatalities_low": dead.low,
        "fatalities_best": dead.best,
        "fatalities_high": dead.high,
    }


def _actors(role: str, actors: tuple[Actor, ...]) -> dict[str, object]:
    def joined(values: Iterable[str | None]) -> str:
        return "; ".join(value or "" for value in values)

    return {
        role: joined(actor.text for actor in actors),
        f"{role}_id": joined(actor.id for actor in actors),
        f"{role}_country": joined(actor.country for actor in actors),
        f"{role}_sector": joined(actor.sector for actor in actors),
    }


def _place(places: tuple[Place, ...]) -> dict[str, object]:
    """The first place; the others stand in the JSON lines."""
    if not places:
        return {}
    place = places[0]
    return {
        "place": place.name,
        "place_role": place.role,
        "place_id": place.id,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
        "radius_km": place.radius_km,
        "geo_precision": place.precision,
    }
