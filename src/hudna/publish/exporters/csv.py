"""Records as a table for spreadsheets."""

from collections.abc import Iterator

from hudna.model.edition import Edition, What, records_of
from hudna.publish.cells import csv_line
from hudna.publish.tables import find_tables

DESCRIPTION = "one row a record, for spreadsheets"
MEDIA_TYPE = "text/csv; charset=utf-8"
ENDING = ".csv"
WHAT: tuple[What, ...] = ("claims", "incidents", "movements", "control", "findings", "alerts")


def export(what: What, edition: Edition) -> Iterator[str]:
    """The header, then a row for each record."""
    table = find_tables()[what]
    yield csv_line(table.COLUMNS)
    for record in records_of(edition, what):
        row = table.row(record, edition)
        yield csv_line([row.get(column) for column in table.COLUMNS])
