"""Days, weeks, months and years as TIMEX3 values with their first and last day.

A value that no calendar holds (before the year 1, after 9999) has no days.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hudna.model.mention import TimePrecision

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}
THIRDS = {"START": 0, "MID": 1, "END": 2}
YEAR_PARTS = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}


@dataclass(frozen=True, slots=True)
class Moment:
    """When: a TIMEX3 value, its first and last day, and how fine it is."""

    value: str | None
    earliest: date | None = None
    latest: date | None = None
    precision: TimePrecision = "vague"


NOWHEN = Moment(None)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 June)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def on_day(day: date | None) -> Moment:
    """One day."""
    return NOWHEN if day is None else Moment(day.isoformat(), day, day, "day")


def in_month(year: int, month: int) -> Moment:
    """One month."""
    first = day_of(year, month, 1)
    if first is None:
        return NOWHEN
    return Moment(f"{year:04}-{month:02}", first, _month_end(year, month), "month")


def in_year(year: int) -> Moment:
    """One year; before the year 1 only the value, written as in TIMEX2 (BC0241)."""
    if year < 1:
        return Moment(f"BC{1 - year:04}", precision="year")
    return _span(f"{year:04}", day_of(year, 1, 1), day_of(year, 12, 31), "year")


def in_week(day: date) -> Moment:
    """The ISO week of a day."""
    monday = shifted(day, -day.weekday(), "D")
    year, week, _ = day.isocalendar()
    return _span(f"{year:04}-W{week:02}", monday, monday and shifted(monday, 6, "D"), "span")


def in_weekend(day: date) -> Moment:
    """Saturday and Sunday of the week of a day."""
    week = in_week(day)
    saturday = week.earliest and shifted(week.earliest, 5, "D")
    return _span(f"{week.value}-WE", saturday, week.latest, "span")


def in_season(year: int, season: str) -> Moment:
    """Three months; winter is named by the year in which it begins."""
    first, last = SEASONS[season]
    return replace(_months(year, first, last), value=f"{year:04}-{season}")


def in_quarter(year: int, quarter: int) -> Moment:
    """Three months, the first of them January, April, July or October."""
    if not 1 <= quarter <= 4:
        return NOWHEN
    return replace(_months(year, 3 * quarter - 2, 3 * quarter), value=f"{year:04}-Q{quarter}")


def in_half(year: int, half: int) -> Moment:
    """Six months."""
    return replace(_months(year, 6 * half - 5, 6 * half), value=f"{year:04}-H{half}")


def in_decade(year: int) -> Moment:
    """Ten years; 1990 gives the value 199."""
    start = year // 10 * 10
    return _span(f"{start // 10:03}", day_of(start, 1, 1), day_of(start + 9, 12, 31), "span")


def in_century(number: int) -> Moment:
    """A hundred years; the 19th century has the value 18, the fifth before our era BC04."""
    if number < 1:
        return Moment(f"BC{-number - 1:02}", precision="span")
    first = (number - 1) * 100
    return _span(f"{number - 1:02}", day_of(first + 1, 1, 1), day_of(first + 100, 12, 31), "span")


def of_unit(day: date, unit: str) -> Moment:
    """The day, week, month, quarter, year, decade or century that holds a day."""
    makers = {
        "D": lambda: on_day(day), "W": lambda: in_week(day), "F": lambda: in_week(day),
        "WE": lambda: in_weekend(day), "M": lambda: in_month(day.year, day.month),
        "Q": lambda: in_quarter(day.year, (day.month + 2) // 3), "Y": lambda: in_year(day.year),
        "DE": lambda: in_decade(day.year), "CE": lambda: in_century((day.year + 99) // 100),
    }  # fmt: skip
    return makers[unit]() if unit in makers else on_day(day)


def shifted(day: date, number: float, unit: str) -> date | None:
    """The day so many units later; None outside the calendar."""
    if unit in MONTHS:
        return _shifted_months(day, round(number * MONTHS[unit]))
    days = round(number * DAYS.get(unit, 0))
    if not date.min.toordinal() <= day.toordinal() + days <= date.max.toordinal():
        return None
    return day + timedelta(days=days)


def part_of(moment: Moment, third: str) -> Moment:
    """The first, middle or last part of a moment (early, mid, late); a day stays a day."""
    if moment.earliest is None or moment.latest is None or moment.earliest == moment.latest:
        return moment
    if moment.precision == "year":
        months = YEAR_PARTS[third]
        return replace(_months(moment.earliest.year, *months), value=moment.value)
    length = (moment.latest - moment.earliest).days + 1
    first = moment.earliest + timedelta(days=length * THIRDS[third] // 3)
    last = moment.earliest + timedelta(days=length * (THIRDS[third] + 1) // 3 - 1)
    return replace(moment, earliest=first, latest=max(first, last), precision="span")


def weekday_near(day: date, weekday: int, which: int) -> date | None:
    """The last such weekday up to and including the day (which 0), before it (-1) or after it (1)."""
    back = (day.weekday() - weekday) % 7
    if which > 0:
        return shifted(day, 7 - back, "D")
    return shifted(day, -(back or 7) if which < 0 else -back, "D")


def _shifted_months(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _months(year: int, first: int, last: int) -> Moment:
    start = day_of(year, first, 1)
    ending = day_of(year + (last - 1) // 12, (last - 1) % 12 + 1, 1)
    if start is None or ending is None:
        return Moment("")
    return Moment("", start, _month_end(ending.year, ending.month), "span")


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _span(value: str, first: date | None, last: date | None, precision: TimePrecision) -> Moment:
    if first is None or last is None:
        return Moment(value)
    return Moment(value, first, last, precision)
