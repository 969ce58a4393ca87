"""Months as whole numbers, so that they can be counted and compared: year × 12 + month − 1."""

import re
from datetime import date

# ViEWS numbers months from 1 = January 1980.
_VIEWS_START = 1980 * 12 - 1
_NAME = re.compile(r"(\d{4})-(\d{2})$")


def month_of(day: date) -> int:
    """The month of a day."""
    return day.year * 12 + day.month - 1


def month_name(month: int) -> str:
    """'2023-10'."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def read_month(text: str) -> int | None:
    """The month that '2023-10' names, or None."""
    found = _NAME.match(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    return int(found[1]) * 12 + int(found[2]) - 1


def views_month(month_id: int) -> int:
    """The month that ViEWS calls so."""
    return _VIEWS_START + month_id


def last_day(month: int) -> date:
    """The last day of a month."""
    following = month + 1
    return date.fromordinal(date(following // 12, following % 12 + 1, 1).toordinal() - 1)
