"""Sources with their health, and what could not be read."""

import json

from fastapi import Response

from hudna.serve.shelves import Shelf
from hudna.store.shelves import records_on


def sources_of(shelf: Shelf) -> Response:
    """Every source; a silent one is a gap."""
    with shelf.reading() as connection:
        held = {
            kind: [json.loads(row.body) for row in records_on(connection, shelf.ready.id, kind)]
            for kind in ("sources", "gaps", "issues")
        }
    gaps = [one["text"] for one in held["gaps"]]
    return shelf.json(
        {"sources": held["sources"], "gaps": gaps, "skipped": held["issues"], "as_of": shelf.as_of}
    )
