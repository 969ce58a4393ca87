"""Review: open questions in order of consequence, and people's judgements."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from hudna.serve.access import Judges, Reviews
from hudna.serve.answers.review import judge, judgements_of, queue_of
from hudna.serve.asked import WithPaging
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.review import DecidedOut, JudgementIn, JudgementOut, ReviewItem
from hudna.serve.shelves import NowShelf, Shelves

router = APIRouter(tags=["review"])


@router.get("/review/queue", response_model=Page[ReviewItem])
def review_queue(
    _who: Reviews, shelf: NowShelf, paging: WithPaging, kind: Annotated[str | None, Query(pattern="^(incident|claim|sentence)$")] = None
) -> Response:  # fmt: skip
    """Open questions, the most consequential first."""
    return queue_of(shelf, paging, kind)


@router.get("/review/judgements", response_model=Page[JudgementOut])
def judgements(
    _who: Reviews, shelf: NowShelf, paging: WithPaging, about: Annotated[str | None, Query(max_length=210)] = None
) -> Response:  # fmt: skip
    """What people judged, newest first."""
    return judgements_of(shelf, paging, about)


@router.post("/review/judgements", response_model=DecidedOut, status_code=201)
def record(
    who: Judges,
    shelves: Shelves,
    given: JudgementIn,
    if_match: Annotated[
        str | None,
        Header(description="`version` of the incident that was looked at; 409 with what changed where it is another by now"),
    ] = None,
) -> Response:  # fmt: skip
    """Record a judgement under one's own name; the answer names the incidents as they are now."""
    return judge(shelves, who, given, if_match)
