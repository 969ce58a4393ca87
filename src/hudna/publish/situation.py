"""An edition → situation report, incident dossier or ceasefire report, before anybody lays it out.

Pure: the same edition gives the same words. Nothing is told that no claim says, what is
possible, feared or planned stands apart from what is told as having happened, and every
sentence names the claims it rests on.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hudna.errors import InputError
from hudna.model.agreement import Agreement
from hudna.model.edition import Edition
from hudna.publish.desk import Desk, desk
from hudna.publish.document import Document, Note, Section, annex_of
from hudna.publish.documents.ceasefire import by_provision, ceasefire, declared
from hudna.publish.documents.dossier import dossier, incident_table
from hudna.publish.documents.finding_rows import party_name
from hudna.publish.documents.outlook import not_known, outlook
from hudna.publish.documents.picture import control, easing, forces, moves
from hudna.publish.documents.positions import positions
from hudna.publish.documents.told import by_region, key_points, not_happened, purposes, statements

DAYS = {"day": 1, "week": 7}
_TITLES = {"day": "daily", "week": "weekly", None: "sitrep"}


def situation(
    edition: Edition,
    *,
    language: str = "en",
    period: str | None = None,
    agreements: Iterable[Agreement] = (),
    notes: Iterable[Note] = (),
) -> Document:
    """The situation of a day or week up to the edition's day; of everything where no period is asked for."""
    if period is not None and period not in DAYS:
        raise InputError(f"there is no period {period!r}; known: {', '.join(DAYS)}")
    first = edition.as_of - timedelta(days=DAYS[period] - 1) if period else None
    at = desk(edition, language, first=first, agreements=agreements, notes=notes)
    makers = (
        key_points, by_region, forces, moves, control, positions, statements, easing, ceasefire, declared, purposes, outlook,
        not_happened, not_known,
    )  # fmt: skip
    sections = tuple(make(at) for make in makers)
    return _document(at, _TITLES[period], (*sections, _annex_of_incidents(at)))


def incident_dossier(
    edition: Edition,
    incident: str,
    *,
    language: str = "en",
    agreements: Iterable[Agreement] = (),
    notes: Iterable[Note] = (),
) -> Document:
    """Everything about one incident; InputError where there is none of that id."""
    at = desk(edition, language, agreements=agreements, notes=notes)
    if incident not in at.by_id:
        raise InputError(f"there is no incident {incident!r}; `hudna link --store FILE --table` lists them")
    return _document(at, "dossier", tuple(dossier(at.by_id[incident], at)), subject=incident)


def ceasefire_report(
    edition: Edition, agreement: Agreement, *, language: str = "en", notes: Iterable[Note] = ()
) -> Document:
    """An agreement provision by provision: what is asked, what is told, what is open."""
    at = desk(edition, language, agreements=(agreement,), notes=notes)
    gaps = not_known(at)
    document = _document(
        at, "ceasefire_report", (*by_provision(agreement, at), gaps), subject=at.title_of(agreement)
    )
    parties = at.words.listed([party_name(party.id, agreement, at) for party in agreement.parties])
    head = (
        (at.label("agreement"), at.title_of(agreement)), (at.label("parties"), parties),
        (at.label("in_force"), at.day(agreement.effective)), *document.head,
    )  # fmt: skip
    return replace(document, head=head)


def _annex_of_incidents(at: Desk) -> Section:
    return at.section("annex_incidents", [incident_table(at.incidents, at)], "none_key")


def _document(at: Desk, title: str, sections: tuple[Section, ...], *, subject: str | None = None) -> Document:
    name = at.label(title)
    return Document(
        language=at.say.naming.language, title=f"{name}: {subject}" if subject else name, head=_head(at), scope=at.label("scope"),
        sections=sections, annex=annex_of(sections, at.edition), skipped=at.edition.issues, edition=at.edition,
        incidents=(at.by_id[subject],) if subject in at.by_id else at.incidents,
    )  # fmt: skip


def _head(at: Desk) -> tuple[tuple[str, str], ...]:
    evidence = at.edition.evidence
    days = evidence.report_days
    first: date | None = at.first or (days[0] if days else None)
    period = (
        at.label("to_day", first=at.day(first), last=at.day(at.edition.as_of))
        if first
        else at.label("not_known_day")
    )
    read = at.label(
        "read_public" if at.edition.public else "read_value", reports=len(evidence.reports), claims=len(evidence.claims), incidents=len(at.incidents),
        sources=len({report.source for report in evidence.reports.values() if report.source}),
    )  # fmt: skip
    return (
        (at.label("period"), at.day(first) if first == at.edition.as_of else period), (at.label("as_of"), at.day(at.edition.as_of)),
        (at.label("read_part" if at.edition.part else "read"), read),
        (at.label("handling"), at.label("handling_public" if at.edition.public else "handling_internal")),
    )  # fmt: skip
