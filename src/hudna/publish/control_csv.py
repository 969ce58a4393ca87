"""Who is said to hold what, as lines of CSV."""

from collections.abc import Iterable, Iterator

from hudna.model.picture import Holding
from hudna.publish.cells import csv_line
from hudna.publish.tables.control import COLUMNS, row


def control_rows(found: Iterable[Holding]) -> Iterator[str]:
    """The header, then a row for each statement; no row ends with a line break."""
    yield csv_line(COLUMNS).rstrip("\r\n")
    for one in found:
        cells = row(one)
        yield csv_line([cells[column] for column in COLUMNS]).rstrip("\r\n")
