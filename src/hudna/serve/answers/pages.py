"""One page of a longer list: where it begins, what lies on either side, and how much there is."""

import base64
import binascii
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import Response

from hudna.knowledge.cast import load_cast
from hudna.knowledge.theatres import THEATRES
from hudna.model.incident import Party
from hudna.publish.saying import saying
from hudna.serve.asked import Filters, Paging, box_of
from hudna.serve.in_words import in_words
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf
from hudna.store.lists import MOST_COUNTED, Slice
from hudna.store.wanted import Bounds, Wanted


@dataclass(frozen=True, slots=True)
class Edge:
    """A place in a list: after or before a day and an id, or at a number; of incidents also whether it happened."""

    way: str
    day: int
    name: str
    counts: bool | None = None

    def written(self) -> str:
        """The edge as a cursor."""
        place = [self.way, self.day, self.name, *(() if self.counts is None else (self.counts,))]
        return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


_IN_ARABIC = re.compile(r'"(area_)?name": ?"[\u0600-\u06ff]')


def edge_of(cursor: str | None) -> Edge | None:
    """The edge that a cursor says."""
    if not cursor:
        return None
    try:
        way, day, name, *counts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if (
            way not in {"after", "before"}
            or type(day) is not int
            or not isinstance(name, str)
            or not 0 <= day < 1 << 62
            or counts not in ([], [True], [False])
        ):
            raise ValueError(cursor)
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise Refused(
            422, f"cursor is {cursor!r}; only what `next` or `previous` gave would be right"
        ) from error
    return Edge(way, day, name, *counts)


def slice_of(paging: Paging, *, happened_first: bool = False) -> Slice:
    """The rows that a page asks for."""
    edge = edge_of(paging.cursor)
    if edge is None:
        return Slice(paging.limit)
    # A cursor of an older version names no such thing: it goes on before the whole day rather than leave any of it out.
    place = (edge.day, edge.counts is not False, edge.name) if happened_first else (edge.day, edge.name)
    return Slice(paging.limit, after=place) if edge.way == "after" else Slice(paging.limit, before=place)


def wanted_by(shelf: Shelf, filters: Filters, **more: Any) -> Wanted:
    """A request's filters, over the rows of a shelf; an actor stands for its parts too."""
    box = box_of(filters.bbox)
    return Wanted(
        shelf=shelf.rows, since=filters.since.toordinal() if filters.since else None,
        until=filters.until.toordinal() if filters.until else None, box=Bounds(box.west, box.south, box.east, box.north) if box else None,
        place=filters.place, country=filters.country, actors=actors_named(filters), roots=tuple(one.value for one in filters.root),
        statuses=tuple(one.value for one in filters.status), theatre=filters.theatre, counts=filters.counts,
        directions=tuple(filters.direction), verifications=tuple(filters.verification), **more,
    )  # fmt: skip


def actors_named(filters: Filters) -> tuple[str, ...]:
    """The actors that filters mean: those named, with everybody who is part of them, and those of a camp."""
    asked, cast = set(filters.actor), load_cast(THEATRES)
    meant = asked | {one for one in cast.entries if asked.intersection(cast.chain(one))}
    if filters.side is None:
        return tuple(sorted(meant))
    camp = {one for one in cast.entries if cast.side(Party(id=one, text=one)) == filters.side}
    # Nobody goes by a name of blanks: a camp without members excludes everything, and not nothing.
    return tuple(sorted(meant & camp if asked else camp)) or (" ",)


def page(
    shelf: Shelf, results: Sequence[str], *, total: int, rule: str, after: Edge | None = None, before: Edge | None = None,
    more: dict[str, Any] | None = None, exact: bool = True,
) -> Response:  # fmt: skip
    """The answer: results that are written already, with the addresses of what lies on either side."""
    exact = exact and total <= MOST_COUNTED
    rest = {
        "next": _address(shelf.path, after), "previous": _address(shelf.path, before),
        "coverage": {"total": min(total, MOST_COUNTED), "exact": exact, "returned": len(results), "rule": rule},
        "as_of": shelf.as_of, "public": shelf.public, **(more or {}),
    }  # fmt: skip
    if saying(shelf.lang) is not None:
        results = [written(in_words(json.loads(one), shelf.lang)) for one in results]
        rest = in_words(rest, shelf.lang)
    else:
        # Few results name a place in Arabic alone; the others are sent as they lie.
        results = [
            written(in_words(json.loads(one), shelf.lang)) if _IN_ARABIC.search(one) else one
            for one in results
        ]
    tail = json.dumps(rest, ensure_ascii=False, default=str)
    return shelf.reply(f'{{"results": [{",".join(results)}], {tail[1:]}')


def _address(path: str, edge: Edge | None) -> str | None:
    if edge is None:
        return None
    bare, _, query = path.partition("?")
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != "cursor"]
    return f"{bare}?{urlencode([*kept, ('cursor', edge.written())])}"


def written(answer: object) -> str:
    """One result as JSON."""
    return json.dumps(answer, ensure_ascii=False, default=str)
