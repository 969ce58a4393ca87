"""Incidents: a page of them, one with everything that is told of it, and the map."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from hudna.serve.access import Reads
from hudna.serve.answers.incidents import detail_of, page_of_incidents
from hudna.serve.answers.maps import SHOWN_SINGLY, map_of
from hudna.serve.asked import InFormat, WithFilters, WithPaging
from hudna.serve.media import FILES, GEOJSON
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.incidents import IncidentDetail, IncidentOut
from hudna.serve.schemas.views import MapOut
from hudna.serve.shelves import AtRows

router = APIRouter(tags=["incidents"])


@router.get("/incidents", response_model=Page[IncidentOut], responses=FILES)
def incidents(
    _who: Reads, shelf: AtRows, filters: WithFilters, paging: WithPaging, layout: InFormat = "json"
) -> Response:
    """Incidents, newest first."""
    return page_of_incidents(shelf, filters, paging, layout)


@router.get("/map", response_model=MapOut, responses=GEOJSON)
def incident_map(
    _who: Reads,
    shelf: AtRows,
    filters: WithFilters,
    limit: Annotated[int, Query(ge=1, le=5000, description="above so many, cells are given")] = SHOWN_SINGLY,
) -> Response:
    """Incidents under the filters as GeoJSON: one by one, or by grid cell where there are too many."""
    return map_of(shelf, filters, limit)


@router.get("/incidents/{name}", response_model=IncidentDetail)
def incident(_who: Reads, shelf: AtRows, name: str) -> Response:
    """One incident: positions, origins → reports → claims with their words, findings, history.

    `version` is what a judgement on it names in the header If-Match.
    """
    return detail_of(shelf, name)
