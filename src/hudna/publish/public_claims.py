"""Claims and reports for the public: what is said to have happened, without the words that say it."""

from hudna.model.claim import Actor, Claim, Control, Count, Event, Place, Purpose, Speaker
from hudna.model.evidence import where_of
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.publish.public_words import Veil, withheld

# What a movement is for and what a force is made of are told in words and nothing else.
_ONLY_WORDS = frozenset({"purpose", "composition"})
_NOWHERE = {"start": 0, "end": 0}


def public_report(report: Report, veil: Veil) -> Report:
    """That there is a report of that day in that language, and no more."""
    return Report(id=veil.id(report.id), text="", published=report.published, language=report.language)


def public_claim(claim: Claim, report: Report | None, veil: Veil) -> Claim | None:
    """The claim without its words; None where it is too young, of unknown age, or nothing but words."""
    if (
        report is None
        or report.published is None
        or report.published > veil.until
        or claim.content in _ONLY_WORDS
    ):
        return None
    latest = claim.event.occurred.latest if claim.event and claim.event.occurred else None
    if latest is not None and latest > veil.until:
        return None
    sensitive = veil.rules.is_sensitive(claim.text)
    return claim.model_copy(
        update={
            "id": veil.id(claim.id), "report": veil.id(claim.report), "text": withheld(), **_NOWHERE, "review": None,
            "speakers": tuple(_speaker(one, veil) for one in claim.speakers),
            "event": _event(claim.event, veil, sensitive=sensitive) if claim.event else None,
            "control": _control(claim.control, veil, sensitive=sensitive) if claim.control else None,
            "purpose": _purpose(claim.purpose, veil, sensitive=sensitive) if claim.purpose else None,
        }
    )  # fmt: skip


def _speaker(speaker: Speaker, veil: Veil) -> Speaker:
    name, text = veil.actor(speaker.actor, None)
    if name is None:
        text = "a speaker without a name" if speaker.anonymous else f"a speaker ({speaker.kind})"
    return speaker.model_copy(update={"text": text, "actor": name, **_NOWHERE})


def _actor(actor: Actor, veil: Veil) -> Actor:
    name, text = veil.actor(actor.id, actor.sector)
    return actor.model_copy(update={"id": name, "text": text, **_NOWHERE})


def _place(place: Place, veil: Veil, *, sensitive: bool) -> Place:
    where = veil.where(where_of(place), sensitive=sensitive)
    assert where is not None  # a place that is given stays one
    return place.model_copy(update={**where.model_dump(), "text": where.name, **_NOWHERE})


def _event(event: Event, veil: Veil, *, sensitive: bool) -> Event:
    occurred = (
        event.occurred.model_copy(update={"text": None, "start": None, "end": None})
        if event.occurred
        else None
    )
    return event.model_copy(
        update={
            "trigger": _nothing(), "actors": tuple(_actor(one, veil) for one in event.actors),
            "recipients": tuple(_actor(one, veil) for one in event.recipients),
            "places": tuple(_place(one, veil, sensitive=sensitive) for one in event.places), "occurred": occurred,
            "fatalities": _count(event.fatalities), "injuries": _count(event.injuries), "deeds": _count(event.deeds),
        }
    )  # fmt: skip


def _control(control: Control, veil: Veil, *, sensitive: bool) -> Control:
    return control.model_copy(
        update={
            "holder": _actor(control.holder, veil) if control.holder else None,
            "area": _place(control.area, veil, sensitive=sensitive) if control.area else None,
            "trigger": _nothing(),
        }
    )


def _purpose(purpose: Purpose, veil: Veil, *, sensitive: bool) -> Purpose:
    return purpose.model_copy(
        update={
            "of": veil.id(purpose.of) if purpose.of else None, "by": _actor(purpose.by, veil) if purpose.by else None,
            "text": withheld(), **_NOWHERE, "places": tuple(_place(one, veil, sensitive=sensitive) for one in purpose.places),
        }
    )  # fmt: skip


def _count(count: Count) -> Count:
    return count.model_copy(update={"text": None, "start": None, "end": None})


def _nothing() -> Span:
    return Span(text="", start=0, end=0)
