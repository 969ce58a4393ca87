"""Claims, the reports they are coded from, and coding a text on the spot."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from hudna.serve.access import Extracts, Reads
from hudna.serve.answers.claims import claim_detail, page_of_claims, text_of
from hudna.serve.answers.extract import extracted
from hudna.serve.asked import InFormat, WithFilters, WithPaging
from hudna.serve.media import FILES
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.claims import ClaimDetail, ClaimOut, TextOut
from hudna.serve.schemas.extract import ExtractIn, ExtractOut
from hudna.serve.shelves import AtRows

router = APIRouter(tags=["claims"])
Content = Literal["event", "control", "purpose", "composition"]


@router.get("/claims", response_model=Page[ClaimOut], responses=FILES)
def claims(
    _who: Reads,
    shelf: AtRows,
    filters: WithFilters,
    paging: WithPaging,
    layout: InFormat = "json",
    report: Annotated[str | None, Query(max_length=200, description="id of a report")] = None,
    incident: Annotated[str | None, Query(max_length=210, description="id of an incident")] = None,
    source: Annotated[
        str | None, Query(max_length=300, description="name of a source, as /sources says it")
    ] = None,
    content: Annotated[Content | None, Query()] = None,
) -> Response:
    """Claims, those of the newest reports first."""
    return page_of_claims(
        shelf, filters, paging, layout, report=report, incident=incident, source=source, content=content
    )


@router.get("/claims/{name}", response_model=ClaimDetail)
def claim(_who: Reads, shelf: AtRows, name: str) -> Response:
    """One claim with its sentence, the words to mark in it, and what people judged of it."""
    return claim_detail(shelf, name)


@router.get("/texts/{name}", response_model=TextOut)
def text(_who: Reads, shelf: AtRows, name: str) -> Response:
    """A report's own words with the claims coded from them; not in public mode."""
    return text_of(shelf, name)


@router.post("/extract", response_model=ExtractOut)
def extract(_who: Extracts, given: ExtractIn) -> ExtractOut:
    """Code one text on the spot; nothing of it is kept."""
    return extracted(given)
