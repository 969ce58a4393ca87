"""Documents and exports of the day's edition."""

from typing import get_args

from fastapi import Response

from hudna.editing import watched_agreements
from hudna.errors import HudnaError
from hudna.knowledge.agreements import agreement_named
from hudna.model.agreement import Agreement
from hudna.model.edition import What
from hudna.publish import (
    ceasefire_report,
    exported,
    find_exporters,
    incident_dossier,
    laid_out,
    left_out,
    situation,
)
from hudna.publish.document import Document
from hudna.publish.layouts import LAYOUTS
from hudna.publish.saying import said_in
from hudna.serve.answers.incidents import found_incident
from hudna.serve.problems import Refused
from hudna.serve.shelves import Room, Shelf

# A page of ours shows documents in a frame of its own; nothing in one may run or be fetched.
_NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"


def sitrep(shelf: Shelf, layout: str, period: str | None) -> Response:
    """The situation report."""
    edition = shelf.room.edition(shelf.order)
    document = situation(edition, language=shelf.lang, period=period, agreements=watched_agreements(edition))
    return _written(shelf, document, layout, f"sitrep-{period or 'all'}")


def ceasefire_document(shelf: Shelf, layout: str, agreement: str | None) -> Response:
    """An agreement provision by provision."""
    edition = shelf.room.edition(shelf.order)
    watched = _named(agreement) if agreement else watched_agreements(edition)
    if len(watched) != 1:
        names = ", ".join(one.id for one in watched) or "none"
        raise Refused(
            422, f"agreements of the countries told of: {names}; the parameter agreement says which"
        )
    return _written(shelf, ceasefire_report(edition, watched[0], language=shelf.lang), layout, "ceasefire")


def _named(agreement: str) -> tuple[Agreement, ...]:
    try:
        return (agreement_named(agreement),)
    except HudnaError as error:
        raise Refused(404, str(error)) from error


def dossier(shelf: Shelf, layout: str, incident: str) -> Response:
    """Everything about one incident."""
    found, _, _ = found_incident(shelf, incident)
    edition = shelf.room.edition(shelf.order)
    if found.id not in {one.id for one in edition.evidence.incidents}:
        raise Refused(404, f"no incident goes by {incident!r} as of {shelf.as_of}")
    document = incident_dossier(
        edition, found.id, language=shelf.lang, agreements=watched_agreements(edition)
    )
    return _written(shelf, document, layout, "dossier")


def _written(shelf: Shelf, document: Document, layout: str, name: str) -> Response:
    media = LAYOUTS[layout][2]
    shown = "inline" if layout in {"html", "md"} else "attachment"
    headers = {"Content-Disposition": f'{shown}; filename="{name}-{shelf.as_of}-{shelf.lang}.{layout}"'}
    if layout == "html":
        headers["Content-Security-Policy"] = f"{_NOTHING_RUNS}; frame-ancestors 'self'"
        headers["X-Frame-Options"] = "SAMEORIGIN"
    return shelf.reply(laid_out(document, layout), media, **headers)


def exporters(lang: str) -> list[dict[str, str | list[str]]]:
    """Every format."""
    return [
        {"name": name, "description": said_in(lang, one.DESCRIPTION), "what": list(one.WHAT), "media_type": one.MEDIA_TYPE, "ending": one.ENDING}
        for name, one in find_exporters().items()
    ]  # fmt: skip


def exported_as(shelf: Shelf, room: Room, name: str, what: What | None) -> Response:
    """Records of one kind in a format."""
    known = find_exporters()
    if name not in known:
        raise Refused(404, f"there is no exporter {name!r}; known: {', '.join(known)}")
    kind = what or known[name].WHAT[0]
    if kind not in known[name].WHAT:
        raise Refused(422, f"{name} cannot hold {kind}; it writes {', '.join(known[name].WHAT)}")
    edition = room.edition(shelf.order, kind)
    out = left_out(name, edition, kind)
    headers = {
        "Content-Disposition": f'attachment; filename="{kind}-{shelf.as_of}{known[name].ENDING}"',
        "X-Left-Out": str(out.total()),
    }
    try:
        body = b"".join(exported(name, edition, kind))
    except ModuleNotFoundError as error:
        raise Refused(501, f"{name} needs {error.name}, which is not installed here") from error
    return shelf.reply(body, known[name].MEDIA_TYPE, **headers)


KINDS: tuple[What, ...] = get_args(What)
