"""Claims as a table: one row a claim."""

from collections.abc import Iterable

from hudna.model.claim import Actor, Claim, Event, Place
from hudna.model.edition import Edition
from hudna.model.report import Report
from hudna.publish.tables.columns import columns

COLUMNS = columns(
    text="claim_id report_id report_url publisher",
    day="published",
    text_2="language",
    whole="char_start char_end",
    text_3="quote content status",
    truth="counts",
    text_4="speech_act claimer claimer_type relays",
    truth_2="third_party",
    text_5="root mode move contexts actor actor_id actor_country actor_sector recipient recipient_id "
    "recipient_country recipient_sector place place_role place_id country admin1",
    number="latitude longitude radius_km",
    text_6="geo_precision",
    day_2="date_from date_to",
    text_7="date_precision date_basis",
    whole_2="fatalities_low fatalities_best fatalities_high",
    text_8="control_status stated_purpose rule source_grade review",
    number_2="sureness",
)


def row(claim: Claim, edition: Edition) -> dict[str, object]:
    """The cells of a claim by column."""
    report = edition.evidence.reports.get(claim.report) or Report(id=claim.report, text="")
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
        "sureness": claim.sureness.value if claim.sureness else None,
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
