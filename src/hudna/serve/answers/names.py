"""What filters can name: actors and places, most often told of first."""

import json
from collections.abc import Callable
from typing import Any

from fastapi import Response

from hudna.knowledge.cast import load_cast
from hudna.knowledge.theatres import THEATRES
from hudna.model.incident import Party, Where
from hudna.publish.naming import Naming
from hudna.serve.answers.pages import Edge, edge_of, page, written
from hudna.serve.asked import Filters, Paging
from hudna.serve.shelves import Shelf
from hudna.store import lists

# No theatre has more actors or places than so many that anybody would choose from.
_MOST = 20_000
RULE = "most often named first"


def named_actors(shelf: Shelf, paging: Paging) -> Response:
    """Actors with their names in the language asked for."""
    return _paged(shelf, "actors", _actors, paging)


def named_places(shelf: Shelf, paging: Paging) -> Response:
    """Places with their names in the language asked for."""
    return _paged(shelf, "places", _places, paging)


def _actors(shelf: Shelf) -> list[dict[str, Any]]:
    cast, naming = load_cast(THEATRES), Naming(shelf.lang)
    with shelf.reading() as connection:
        rows = lists.named_actors(connection, shelf.rows, _MOST)
    return [
        {
            "id": row.actor, "number": row.number, "name": naming.listed(row.actor) if row.actor in cast.entries else row.actor,
            "side": cast.side(Party(id=row.actor, text=row.actor)),
        }
        for row in rows
    ]  # fmt: skip


def _places(shelf: Shelf) -> list[dict[str, Any]]:
    naming = Naming(shelf.lang)
    with shelf.reading() as connection:
        rows = lists.named_places(connection, shelf.rows, _MOST)
    return [
        {
            "id": row.place, "number": row.number, "lat": row.lat, "lon": row.lon,
            "name": naming.place(Where(id=row.place, name=row.name or row.place, precision="town", country=row.country)),
        }
        for row in rows
    ]  # fmt: skip


def _paged(
    shelf: Shelf, what: str, find: Callable[[Shelf], list[dict[str, Any]]], paging: Paging
) -> Response:
    # Names are the same for all who ask in a language, and are counted over every incident there is.
    found = json.loads(shelf.kept(f"{what} {shelf.lang}", Filters(), lambda: json.dumps(find(shelf))))
    edge = edge_of(paging.cursor)
    start = edge.day if edge else 0
    results = [written(one) for one in found[start : start + paging.limit]]
    after = Edge("after", start + paging.limit, "") if start + paging.limit < len(found) else None
    before = Edge("before", max(0, start - paging.limit), "") if start else None
    return page(shelf, results, total=len(found), rule=RULE, after=after, before=before)
