"""Records as JSON lines, the same lines that the commands print."""

from collections.abc import Iterator
from typing import get_args

from hudna.model.edition import Edition, What, records_of

DESCRIPTION = "one record a line under its own schema, with everything we know of it"
MEDIA_TYPE = "application/x-ndjson"
ENDING = ".jsonl"
WHAT: tuple[What, ...] = get_args(What)


def export(what: What, edition: Edition) -> Iterator[str]:
    """A line for each record; imported ones only where their terms allow it."""
    for record in records_of(edition, what):
        if getattr(record, "may_be_passed_on", True):
            yield record.model_dump_json(by_alias=True) + "\n"


def left_out(record: object, _edition: Edition) -> str | None:
    """Why a record is not written."""
    return None if getattr(record, "may_be_passed_on", True) else "its terms forbid passing it on"
