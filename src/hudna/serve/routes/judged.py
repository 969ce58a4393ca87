"""What follows: assessments with their ledger, indicators, alerts."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from hudna.model.alert import Alert, Outcome
from hudna.model.assessment import Assessment
from hudna.model.indicator import Measured
from hudna.serve.access import Reads
from hudna.serve.answers.records import page_of_records
from hudna.serve.asked import InFormat, WithPaging
from hudna.serve.media import FILES
from hudna.serve.schemas.base import Page
from hudna.serve.shelves import AtShelf

router = APIRouter(tags=["assessments and alerts"])


@router.get("/assessments", response_model=Page[Assessment], responses=FILES)
def assessments(
    _who: Reads,
    shelf: AtShelf,
    paging: WithPaging,
    layout: InFormat = "json",
    question: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """Which explanation the evidence favours, with the ledger that adds up to each likelihood."""
    return page_of_records(shelf, "assessments", None, paging, layout, question=question)


@router.get("/indicators", response_model=Page[Measured], responses=FILES)
def indicators(
    _who: Reads,
    shelf: AtShelf,
    paging: WithPaging,
    layout: InFormat = "json",
    theatre: Annotated[str | None, Query(max_length=80)] = None,
    area: Annotated[str | None, Query(max_length=200)] = None,
    indicator: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """How much is told of in each area and dyad, against its own past."""
    return page_of_records(
        shelf, "indicators", None, paging, layout, theatre=theatre, area=area, indicator=indicator
    )


@router.get("/alerts", response_model=Page[Alert], responses=FILES)
def alerts(
    _who: Reads,
    shelf: AtShelf,
    paging: WithPaging,
    layout: InFormat = "json",
    theatre: Annotated[str | None, Query(max_length=80)] = None,
    level: Annotated[Literal["watch", "elevated", "high"] | None, Query()] = None,
    state: Annotated[Literal["raised", "held", "stood_down"] | None, Query()] = None,
) -> Response:
    """The alerts as they stand, the gravest first, with reasons for and against and what is missing."""
    return page_of_records(shelf, "alerts", None, paging, layout, theatre=theatre, level=level, state=state)


@router.get("/outcomes", response_model=Page[Outcome], responses=FILES)
def outcomes(
    _who: Reads,
    shelf: AtShelf,
    paging: WithPaging,
    layout: InFormat = "json",
    theatre: Annotated[str | None, Query(max_length=80)] = None,
) -> Response:
    """What became of alerts, by the criterion written when each was raised."""
    return page_of_records(shelf, "outcomes", None, paging, layout, theatre=theatre)
