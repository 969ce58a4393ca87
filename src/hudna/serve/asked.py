"""What a request may ask for: a moment, filters, a page of the results, a format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from hudna.model.claim import Root, Status
from hudna.model.incident import Verification
from hudna.serve.problems import Refused

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Days outside of these are slips of the hand; what reckons weeks back from a day would leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


def _as_written(given: object) -> object:
    """A day as people write it; a bare number would be read as seconds since 1970, and 2025 as New Year of that year."""
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise PydanticCustomError(
            "date_from_datetime_parsing",
            "{given} is no day; YYYY-MM-DD would be right",
            {"given": repr(given)},
        )
    return given


def _in_reach(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        told = "{day} lies outside of the years from {first} to {last}"
        raise PydanticCustomError(
            "date_out_of_reach", told, {"day": str(day), "first": _FIRST_YEAR, "last": _LAST_YEAR}
        )
    return day


Day = Annotated[date, BeforeValidator(_as_written), AfterValidator(_in_reach)]
Language = Literal["en", "ar"]
Direction = Literal["escalation", "de-escalation", "statement"]
Format = Literal["json", "jsonl", "csv", "geojson"]
PAGE, LARGEST_PAGE = 50, 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """As of which day, and in which language words are to be."""

    as_of: Annotated[
        Day | None, Query(description="only what had been published by that day; none: the last day known")
    ] = None
    lang: Annotated[Language, Query(description="language of generated words")] = "en"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the earth; `west` may lie east of `east` across the date line."""

    west: float
    south: float
    east: float
    north: float


def box_of(text: str | None) -> Box | None:
    """west,south,east,north in degrees."""
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise Refused(422, f"bbox is {text!r}; west,south,east,north in degrees would be right") from error
    inside = -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    if not inside:
        raise Refused(
            422, f"bbox is {text!r}; degrees from -180 to 180 and -90 to 90, south first, would be right"
        )
    return Box(west, south, east, north)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which incidents or claims; several values of one filter mean any of them."""

    since: Annotated[Day | None, Query(description="day of occurrence, from")] = None
    until: Annotated[Day | None, Query(description="day of occurrence, to, inclusive")] = None
    bbox: Annotated[str | None, Query(description="west,south,east,north in degrees", max_length=100)] = None
    place: Annotated[str | None, Query(description="id of a place", max_length=200)] = None
    country: Annotated[str | None, Query(description="ISO 3166 alpha-3", max_length=3)] = None
    actor: Annotated[Sequence[str], Query(description="id of an actor, with its parts", max_length=20)] = ()
    side: Annotated[str | None, Query(description="camp of an actor or recipient", max_length=100)] = None
    root: Annotated[Sequence[Root], Query(description="PLOVER root", max_length=16)] = ()
    status: Annotated[Sequence[Status], Query(description="how it is told", max_length=11)] = ()
    theatre: Annotated[str | None, Query(max_length=80)] = None
    counts: Annotated[bool | None, Query(description="told as having happened")] = None
    direction: Annotated[Sequence[Direction], Query(max_length=3)] = ()
    verification: Annotated[Sequence[Verification], Query(max_length=7)] = ()
    words: Annotated[
        str | None,
        Query(alias="q", description="words that its newest claims hold, as in /search", max_length=200),
    ] = None

    def __post_init__(self) -> None:
        """An empty answer would say that nothing happened, where the question was wrong."""
        if self.since and self.until and self.since > self.until:
            raise Refused(
                422,
                f"since is {self.since}, which is later than until, {self.until}; a first day that is not later than the last would be right",
            )


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page."""

    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="results in one answer")] = PAGE
    cursor: Annotated[
        str | None, Query(description="from `next` or `previous` of another page", max_length=400)
    ] = None


WithAsked = Annotated[Asked, Depends()]
WithFilters = Annotated[Filters, Depends()]
WithPaging = Annotated[Paging, Depends()]
InFormat = Annotated[
    Format, Query(alias="format", description="csv, jsonl and geojson give every result, not one page")
]
