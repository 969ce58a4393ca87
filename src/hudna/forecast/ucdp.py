"""Reads UCDP's Georeferenced Event Dataset and its monthly candidate files, as downloaded.

In: the lines of a CSV file. Out: fatal events, and an issue for each row that cannot be
read. Column names as in GED 23.1 to 26.1; a file without the needed ones is refused
with their names, as it is another file.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hudna.errors import InputError
from hudna.forecast.events import FatalEvent, Violence, grid_cell
from hudna.model.report import Issue

NEEDED = ("id", "type_of_violence", "country", "date_start", "date_end", "best", "latitude", "longitude")
# UCDP codes a place known only to its country or a large part of it as 5 to 7: no district, no cell.
_PLACED = {"1", "2", "3", "4"}
_CELLS = {"1", "2", "3"}
_LONGEST_FIELD = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: its events in order, and what was skipped."""

    events: tuple[FatalEvent, ...]
    issues: tuple[Issue, ...]


def read_ged(lines: Iterable[str], name: str) -> Table:
    """The events of one file; each row that cannot be read becomes an issue naming row, field and value."""
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(_without_mark(lines))
    missing = [column for column in NEEDED if column not in (rows.fieldnames or [])]
    if missing:
        raise InputError(
            f"{name}: no UCDP event file: column{'s' * (len(missing) > 1)} {', '.join(missing)} missing; "
            f"GED and candidate files have {', '.join(NEEDED)}"
        )
    events, issues = list[FatalEvent](), list[Issue]()
    try:
        for row in rows:
            _take(row, f"{name}:{rows.line_num}", events, issues)
    except csv.Error as error:
        issues.append(Issue(input=f"{name}:{rows.line_num}", reason=f"not readable from here on: {error}"))
    return Table(tuple(events), tuple(issues))


def _without_mark(lines: Iterable[str]) -> Iterable[str]:
    for number, line in enumerate(lines):
        yield line.removeprefix("\ufeff") if number == 0 else line.replace("\0", "")


def _take(row: dict[str, str], where: str, events: list[FatalEvent], issues: list[Issue]) -> None:
    try:
        events.append(_event(row))
    except ValueError as error:
        issues.append(Issue(input=where, reason=str(error)))


def _event(row: dict[str, str]) -> FatalEvent:
    start, end = _day(row, "date_start"), _day(row, "date_end")
    if end < start:
        raise ValueError(f"date_end {end} lies before date_start {start}")
    lat, lon = _degrees(row, "latitude", 90), _degrees(row, "longitude", 180)
    where = (row.get("where_prec") or "1").strip()
    country = _text(row, "country")
    if country is None:
        raise ValueError("country is empty")
    return FatalEvent(
        id=_text(row, "id") or "", start=start, end=end, deaths=_count(row, "best"),
        country=country, admin1=_text(row, "adm_1") if where in _PLACED else None,
        lat=lat, lon=lon, cell=_cell(row, lat, lon) if where in _CELLS else None, violence=_violence(row),
    )  # fmt: skip


def _text(row: dict[str, str], field: str) -> str | None:
    return (row.get(field) or "").strip() or None


def _day(row: dict[str, str], field: str) -> date:
    written = (row[field] or "").strip()
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        raise ValueError(f"{field} '{written}' is no day; 2024-05-31 would be right") from None


def _count(row: dict[str, str], field: str) -> int:
    written = (row[field] or "").strip()
    value = _number(written, field)
    if value < 0 or not value.is_integer():
        raise ValueError(f"{field} '{written}' is no number of deaths; 0 or more would be right")
    return int(value)


def _degrees(row: dict[str, str], field: str, most: float) -> float:
    value = _number((row[field] or "").strip(), field)
    if not -most <= value <= most:
        raise ValueError(f"{field} '{row[field]}' is no angle; −{most:.0f} to {most:.0f} would be right")
    return value


def _number(written: str, field: str) -> float:
    try:
        return float(written)
    except ValueError:
        raise ValueError(f"{field} '{written}' is no number") from None


def _violence(row: dict[str, str]) -> Violence:
    written = (row["type_of_violence"] or "").strip()
    if written not in {"1", "2", "3"}:
        raise ValueError(f"type_of_violence '{written}' is unknown; 1, 2 or 3 would be right")
    return Violence(int(written))


def _cell(row: dict[str, str], lat: float, lon: float) -> int:
    written = _text(row, "priogrid_gid")
    return int(written) if written and written.isdigit() else grid_cell(lat, lon)
