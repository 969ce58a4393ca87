"""Tables with a row of HXL tags under the header, for humanitarian tools."""

from collections.abc import Iterator

from hudna.knowledge.crosswalk import table_of
from hudna.model.edition import Edition, What, records_of
from hudna.publish.cells import csv_line
from hudna.publish.tables import find_tables

DESCRIPTION = "a table with a row of HXL tags"
MEDIA_TYPE = "text/csv; charset=utf-8"
ENDING = ".hxl.csv"
WHAT: tuple[What, ...] = ("incidents", "control", "findings")


def export(what: What, edition: Edition) -> Iterator[str]:
    """Header, tags, then a row for each record; only columns that have a tag."""
    tags, table = table_of("hxl")[what], find_tables()[what]
    columns = [column for column in table.COLUMNS if column in tags]
    yield csv_line(columns)
    # Tags begin with "#", which no spreadsheet runs; they need no guard and must have none.
    yield ",".join(tags[column] for column in columns) + "\r\n"
    for record in records_of(edition, what):
        row = table.row(record, edition)
        yield csv_line([row.get(column) for column in columns])
