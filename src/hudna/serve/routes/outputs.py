"""What is handed on: documents and exports."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from hudna.model.edition import What
from hudna.serve.access import Exports, Reads
from hudna.serve.answers.outputs import ceasefire_document, dossier, exported_as, exporters, sitrep
from hudna.serve.asked import WithAsked, WithFilters
from hudna.serve.media import DOCUMENTS, EXPORTS
from hudna.serve.shelves import AtShelf

router = APIRouter(tags=["documents and exports"])
Layout = Annotated[Literal["html", "md", "pdf", "docx"], Query(alias="format")]


@router.get("/reports/sitrep", responses=DOCUMENTS, response_class=Response)
def situation_report(
    _who: Reads, shelf: AtShelf, filters: WithFilters, layout: Layout = "html", period: Annotated[Literal["day", "week"] | None, Query()] = None
) -> Response:  # fmt: skip
    """The situation report of a day, a week, or of everything up to the day."""
    return sitrep(shelf, filters, layout, period)


@router.get("/reports/ceasefire", responses=DOCUMENTS, response_class=Response)
def ceasefire_report(
    _who: Reads, shelf: AtShelf, filters: WithFilters, layout: Layout = "html", agreement: Annotated[str | None, Query(max_length=100)] = None
) -> Response:  # fmt: skip
    """An agreement provision by provision."""
    return ceasefire_document(shelf, filters, layout, agreement)


@router.get("/reports/dossier", responses=DOCUMENTS, response_class=Response)
def incident_dossier(
    _who: Reads, shelf: AtShelf, incident: Annotated[str, Query(max_length=210)], layout: Layout = "html"
) -> Response:
    """Everything about one incident."""
    return dossier(shelf, layout, incident)


@router.get("/exports")
def list_exports(_who: Reads, asked: WithAsked) -> list[dict[str, str | list[str]]]:
    """Every format: name, description, kinds of records it can hold, media type."""
    return exporters(asked.lang)


@router.get("/exports/{name}", responses=EXPORTS, response_class=Response)
def export(
    _who: Exports,
    shelf: AtShelf,
    filters: WithFilters,
    name: str,
    what: Annotated[What | None, Query()] = None,
) -> Response:
    """Everything of one kind under the filters as of the day in that format; X-Left-Out counts what it cannot hold."""
    return exported_as(shelf, filters, name, what)
