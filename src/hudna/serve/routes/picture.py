"""The picture of a day: postures, control, movements, signals, channels."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from hudna.model.picture import Channel, Holding, Movement, Posture, Signal
from hudna.serve.access import Reads
from hudna.serve.answers.picture import board_of, lane_of, movements_of
from hudna.serve.answers.records import page_of_records
from hudna.serve.asked import InFormat, WithFilters, WithPaging
from hudna.serve.media import FILES
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.views import BoardOut, LaneOut
from hudna.serve.shelves import AtShelf

router = APIRouter(tags=["picture"])


@router.get("/posture", response_model=BoardOut)
def board(
    _who: Reads,
    shelf: AtShelf,
    filters: WithFilters,
    *,
    series: Annotated[bool, Query(description="also each day on which a posture changed")] = True,
) -> Response:
    """The posture board: a lane for each actor."""
    return board_of(shelf, filters, series=series)


@router.get("/postures", response_model=Page[Posture], responses=FILES)
def postures(
    _who: Reads, shelf: AtShelf, filters: WithFilters, paging: WithPaging, layout: InFormat = "json"
) -> Response:
    """The same postures as records."""
    return page_of_records(shelf, "postures", filters, paging, layout)


@router.get("/actors/{name}/posture", response_model=LaneOut)
def posture(
    _who: Reads,
    shelf: AtShelf,
    name: str,
    area: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """One actor's postures, and how they changed."""
    return lane_of(shelf, name, area)


@router.get("/control", response_model=Page[Holding], responses=FILES)
def control(
    _who: Reads, shelf: AtShelf, filters: WithFilters, paging: WithPaging, layout: InFormat = "json"
) -> Response:
    """Dated, sourced statements of who holds what; contradictions are named in them."""
    return page_of_records(shelf, "control", filters, paging, layout)


@router.get("/places/{name}/control", response_model=Page[Holding], responses=FILES)
def control_of_place(
    _who: Reads, shelf: AtShelf, name: str, paging: WithPaging, layout: InFormat = "json"
) -> Response:
    """The statements on one place, newest first."""
    return page_of_records(shelf, "control", None, paging, layout, place=name)


@router.get("/movements", response_model=Page[Movement], responses=FILES)
def movements(
    _who: Reads, shelf: AtShelf, filters: WithFilters, paging: WithPaging, layout: InFormat = "json"
) -> Response:
    """Forces on the move. As geojson: lines with `uncertainty_km`, and areas for vague ends."""
    return movements_of(shelf, filters, paging, layout)


@router.get("/signals", response_model=Page[Signal], responses=FILES)
def signals(
    _who: Reads,
    shelf: AtShelf,
    filters: WithFilters,
    paging: WithPaging,
    layout: InFormat = "json",
    leaning: Annotated[Literal["easing", "straining"] | None, Query()] = None,
) -> Response:
    """Acts that ease or strain, apart from movements of forces."""
    return page_of_records(shelf, "signals", filters, paging, layout, leaning=leaning)


@router.get("/channels", response_model=Page[Channel], responses=FILES)
def channels(_who: Reads, shelf: AtShelf, paging: WithPaging, layout: InFormat = "json") -> Response:
    """Who still talks to whom, and for how long nothing was heard."""
    return page_of_records(shelf, "channels", None, paging, layout)
