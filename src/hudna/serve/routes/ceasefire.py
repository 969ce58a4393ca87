"""What agreements say: provisions, findings, numbers, declarations, trip-wires, the calendar."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from hudna.model.finding import Declared, Finding, Occasion, Tripwire, Verdict
from hudna.serve.access import Reads
from hudna.serve.answers.ceasefire import agreements_of, counts_of, provisions_of
from hudna.serve.answers.records import page_of_records
from hudna.serve.asked import InFormat, WithFilters, WithPaging
from hudna.serve.media import FILES
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.views import AgreementOut, CountsOut, ProvisionOut
from hudna.serve.shelves import AtShelf

router = APIRouter(tags=["ceasefire"])
Agreement = Annotated[str | None, Query(max_length=100, description="id of an agreement")]


@router.get("/agreements", response_model=Page[AgreementOut])
def agreements(_who: Reads, shelf: AtShelf) -> Response:
    """The agreements of the countries that are told of, with their provisions and what they do not say."""
    return agreements_of(shelf)


@router.get("/provisions", response_model=Page[ProvisionOut])
def provisions(_who: Reads, shelf: AtShelf, agreement: Agreement = None) -> Response:
    """Provisions with their findings counted."""
    return provisions_of(shelf, agreement)


@router.get("/findings", response_model=Page[Finding], responses=FILES)
def findings(
    _who: Reads,
    shelf: AtShelf,
    filters: WithFilters,
    paging: WithPaging,
    layout: InFormat = "json",
    agreement: Agreement = None,
    provision: Annotated[str | None, Query(max_length=100)] = None,
    party: Annotated[str | None, Query(max_length=100, description="party bound whose conduct is at issue")] = None,
    verdict: Annotated[Verdict | None, Query()] = None,
    incident: Annotated[str | None, Query(max_length=210)] = None,
    standing: Annotated[bool | None, Query(description="on a provision as a whole, not on one incident")] = None,
) -> Response:  # fmt: skip
    """Incidents against provisions: consistent, inconsistent, undetermined or out of scope, and why."""
    return page_of_records(
        shelf, "findings", filters, paging, layout, agreement=agreement, provision=provision, party=party,
        verdict=verdict, incident=incident, standing=standing,
    )  # fmt: skip


@router.get("/findings/counts", response_model=CountsOut)
def counts(_who: Reads, shelf: AtShelf, agreement: Agreement = None) -> Response:
    """Findings since entry into force by party and provision, with the days on which anybody reported."""
    return counts_of(shelf, agreement)


@router.get("/declared", response_model=Page[Declared], responses=FILES)
def declared(_who: Reads, shelf: AtShelf, paging: WithPaging, layout: InFormat = "json") -> Response:
    """What was declared of movements against what is reported."""
    return page_of_records(shelf, "declared", None, paging, layout)


@router.get("/tripwires", response_model=Page[Tripwire], responses=FILES)
def tripwires(
    _who: Reads,
    shelf: AtShelf,
    paging: WithPaging,
    layout: InFormat = "json",
    state: Annotated[str | None, Query(pattern="^(armed|touched|crossed|lapsed)$")] = None,
) -> Response:
    """Conditional statements of others, watched."""
    return page_of_records(shelf, "tripwires", None, paging, layout, state=state)


@router.get("/calendar", response_model=Page[Occasion])
def calendar(
    _who: Reads, shelf: AtShelf, paging: WithPaging, days: Annotated[float, Query(ge=0, le=400)] = 30
) -> Response:
    """Anniversaries and deadlines around the day."""
    return page_of_records(shelf, "occasions", None, paging, "json", days=days)
