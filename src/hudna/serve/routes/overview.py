"""What there is: the server itself, sources, the timeline, search, names for filters, explanations."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from hudna.serve.access import Anybody, Reads
from hudna.serve.answers.explain import explained
from hudna.serve.answers.names import named_actors, named_places
from hudna.serve.answers.overview import meta_of, timeline_of
from hudna.serve.answers.search import found_by
from hudna.serve.answers.sources import sources_of
from hudna.serve.asked import WithFilters, WithPaging
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.incidents import ExplainOut
from hudna.serve.schemas.views import FoundOut, MetaOut, NamedOut, SourcesOut, TimelineOut
from hudna.serve.shelves import AtRows, AtShelf, Shelves

router = APIRouter(tags=["overview"])


@router.get("/health")
def health(_who: Anybody, shelves: Shelves) -> dict[str, str]:
    """Whether the store can be read."""
    return shelves.health()


@router.get("/meta", response_model=MetaOut)
def meta(_who: Reads, shelf: AtRows) -> Response:
    """What this server holds."""
    return meta_of(shelf)


@router.get("/sources", response_model=SourcesOut)
def sources(_who: Reads, shelf: AtShelf) -> Response:
    """Publishers: last heard, volume, silence; gaps in words."""
    return sources_of(shelf)


@router.get("/timeline", response_model=TimelineOut)
def timeline(
    _who: Reads,
    shelf: AtRows,
    filters: WithFilters,
    step: Annotated[Literal["auto", "day", "week", "month"], Query()] = "auto",
) -> Response:
    """Incidents under the filters by day, week or month."""
    return timeline_of(shelf, filters, step)


@router.get("/search", response_model=FoundOut)
def search(
    _who: Reads,
    shelf: AtRows,
    paging: WithPaging,
    words: Annotated[
        str, Query(alias="q", min_length=1, max_length=200, description='words; "a phrase"; begin*')
    ],
) -> Response:
    """Claims and reports that hold all the words, newest first; Arabic and English alike."""
    return found_by(shelf, words, paging)


@router.get("/actors", response_model=Page[NamedOut])
def actors(_who: Reads, shelf: AtRows, paging: WithPaging) -> Response:
    """Actors that incidents name, most often named first."""
    return named_actors(shelf, paging)


@router.get("/places", response_model=Page[NamedOut])
def places(_who: Reads, shelf: AtRows, paging: WithPaging) -> Response:
    """Places that incidents name, most often named first."""
    return named_places(shelf, paging)


@router.get("/explain/{name}", response_model=ExplainOut)
def explain(_who: Reads, shelf: AtShelf, name: str) -> Response:
    """The way from anything that has an id back to the words it rests on."""
    return explained(shelf, name)
