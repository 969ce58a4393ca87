"""Phrases → moments: which day, month or year the words mean where they stand.

Every kind of expression has one function, named in `MEANINGS`. What is not known is
no day: a relative expression with nothing to count from keeps its words only.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from hudna.knowledge.date_forms import Value
from hudna.model.mention import TimeBasis
from hudna.resolve import times_calendar as cal
from hudna.resolve.times_calendar import NOWHEN, Moment
from hudna.resolve.times_merge import Phrase
from hudna.resolve.times_reading import Kind, Meant, Reading, Slots

# How far back "recent" and "several" reach, in units; "recent days" is two weeks by the codebook.
VAGUE_REACH = {"D": 14, "W": 8, "M": 12, "Y": 10, "DE": 5, "CE": 3}
NIGHT = "TNI"


def read(reading: Reading, phrase: Phrase) -> Meant:
    """The meaning of one phrase."""
    # "Later this month" and "the end of the month" reach beyond publication.
    reading.clip = phrase.modifier in (None, "BEFORE") and not reading.future
    meant = MEANINGS[phrase.main.means](reading, phrase.slots)
    if phrase.modifier == "AFTER":
        meant = replace(meant, moment=_rest_of(meant.moment, reading.anchor))
    elif phrase.modifier in cal.THIRDS:
        meant = replace(meant, moment=cal.part_of(meant.moment, phrase.modifier))
    if phrase.clock is not None:
        meant = replace(meant, moment=_at(meant.moment, phrase.clock))
    return _told(reading, meant) if phrase.clock == NIGHT else meant


def _told(reading: Reading, meant: Meant) -> Meant:
    """What has happened by publication, unless the sentence looks ahead."""
    if reading.published is None or reading.future or meant.moment.earliest is None:
        return meant
    return replace(meant, moment=_clipped(meant.moment, reading.published))


def _rest_of(moment: Moment, anchor: date | None) -> Moment:
    if anchor and moment.earliest and moment.latest and moment.earliest <= anchor < moment.latest:
        return replace(moment, earliest=anchor + timedelta(days=1), precision="span")
    return moment


def _at(moment: Moment, clock: str) -> Moment:
    if moment.value is None or moment.precision != "day":
        return moment
    # A night ends the day after.
    latest = cal.shifted(moment.latest, 1, "D") if clock == NIGHT and moment.latest else moment.latest
    return replace(moment, value=f"{moment.value}{clock}", latest=latest, precision="hour")


def _date(reading: Reading, slots: Slots) -> Meant:
    if "first" in slots:
        return Meant(_numeric(reading, slots))
    if "month" not in slots:
        return _day_or_year(reading, slots)
    month, day = int(slots["month"]), int(slots["day"]) if "day" in slots else None
    year, basis = _year_of(reading, slots, month, day)
    return Meant(_written(year, month, day), basis)


def _year_of(reading: Reading, slots: Slots, month: int, day: int | None) -> tuple[int | None, TimeBasis]:
    if "year" in slots:
        return int(slots["year"]), "stated"
    if "year_from" in slots:
        base, basis = reading.base({"from": slots["year_from"]})
        return (base.year + int(slots["which"]) if base else None), basis
    return reading.year_for(month, day)


def _written(year: int | None, month: int, day: int | None) -> Moment:
    if year is None:
        return Moment(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    return cal.in_month(year, month) if day is None else cal.on_day(cal.day_of(year, month, day))


def _day_or_year(reading: Reading, slots: Slots) -> Meant:
    if "year" not in slots:
        return _monthday(reading, slots)
    year = int(slots["year"])
    if slots.get("era") == -1:
        return Meant(cal.in_year(1 - year))
    return Meant(cal.in_year(year))


def _numeric(reading: Reading, slots: Slots) -> Moment:
    first, second = int(slots["first"]), int(slots["second"])
    year = int(slots["year"]) if "year" in slots else 2000 + int(slots["short_year"])
    orders = (
        [(second, first), (first, second)] if reading.words.day_first else [(first, second), (second, first)]
    )
    days = [day for month, day_ in orders if (day := cal.day_of(year, month, day_))]
    told = [day for day in days if reading.published is None or day <= reading.published]
    return cal.on_day(next(iter(told or days), None))


def _monthday(reading: Reading, slots: Slots) -> Meant:
    previous = reading.previous
    if previous is None:
        return Meant(NOWHEN, "inherited")
    return Meant(cal.on_day(cal.day_of(previous.year, previous.month, int(slots["day"]))), "inherited")


def _weekday(reading: Reading, slots: Slots) -> Meant:
    base, basis = reading.base(slots)
    if base is None:
        return Meant(NOWHEN, basis)
    which, weekday = int(slots["which"]), int(slots["weekday"])
    if "week" in slots:
        return Meant(
            cal.on_day(cal.shifted(base, 7 * int(slots["week"]) + weekday - base.weekday(), "D")), basis
        )
    if which == 0 and reading.future and base.weekday() != weekday:
        which = 1
    return Meant(cal.on_day(cal.weekday_near(base, weekday, which)), basis)


def _month(reading: Reading, slots: Slots) -> Meant:
    base, basis = reading.base(slots)
    if base is None:
        return Meant(NOWHEN, basis)
    which, month = int(slots["which"]), int(slots["month"])
    step = {-1: -(month >= base.month), 0: 0, 1: int(month <= base.month)}[which]
    return Meant(cal.in_month(base.year + step, month), basis)


def _season(reading: Reading, slots: Slots) -> Meant:
    season = str(slots["season"])
    if "year" in slots:
        return Meant(cal.in_season(int(slots["year"]), season))
    base, basis = reading.base(slots)
    if base is None:
        return Meant(NOWHEN, basis)
    first, last = cal.SEASONS[season]
    which = slots.get("which")
    year = base.year + (1 if which == 1 and base.month >= first else 0)
    if which == -1:
        year -= base.month <= last
    elif which is None and basis == "relative":
        year += base.month > last if reading.future else -(base.month < first)
    moment = cal.in_season(year, season)
    return Meant(_clipped(moment, base) if which == 0 and reading.clip else moment, basis)


def _quarter(reading: Reading, slots: Slots) -> Meant:
    quarter = int(slots["quarter"])
    if "year" in slots:
        return Meant(cal.in_quarter(int(slots["year"]), quarter))
    base, basis = reading.base(slots)
    if base is None:
        return Meant(NOWHEN, basis)
    ahead = 3 * quarter - 2 > base.month and not reading.future
    return Meant(cal.in_quarter(base.year - ahead, quarter), basis)


def _half(_reading: Reading, slots: Slots) -> Meant:
    return Meant(cal.in_half(int(slots["year"]), int(slots["half"])))


def _period(reading: Reading, slots: Slots) -> Meant:
    base, basis = reading.base(slots)
    if base is None:
        return Meant(NOWHEN, basis)
    unit, which = str(slots["unit"]), int(slots["which"])
    if unit == "WE" and which == 0:
        return Meant(_weekend(reading, base), basis)
    day = cal.shifted(base, which, unit)
    moment = cal.of_unit(day, unit) if day else NOWHEN
    return Meant(
        _clipped(moment, base) if which == 0 and reading.clip and basis == "relative" else moment, basis
    )


def _clipped(moment: Moment, base: date) -> Moment:
    """What has happened by the base: "this month" of a report on the ninth ends on the ninth."""
    if moment.latest is None or moment.earliest is None or base < moment.earliest:
        return moment
    return replace(moment, latest=min(moment.latest, base))


def _weekend(reading: Reading, base: date) -> Moment:
    """The weekend that is or was last; the coming one where the sentence looks ahead."""
    back = 0 if reading.future or base.weekday() >= 5 else -1
    day = cal.shifted(base, back, "W")
    return cal.in_weekend(day) if day else NOWHEN


def _clock(reading: Reading, slots: Slots) -> Meant:
    """The day told nearby; 13:10 without am or pm may be no more than the mark of an entry."""
    told = reading.day_is_near and ("half" in slots or "part" in slots)
    return Meant(cal.on_day(reading.day) if told else NOWHEN, "inherited")


def _offset(reading: Reading, slots: Slots) -> Meant:
    base, basis = reading.base(slots)
    if base is None:
        return Meant(NOWHEN, basis)
    unit, sign, number = str(slots["unit"]), int(slots["sign"]), slots["number"]
    if number == "X":
        return Meant(_vague_offset(base, unit, sign), basis)
    day = cal.shifted(base, sign * float(number), unit)
    if day is None or unit.startswith("T"):
        return Meant(_within_day(base, unit, float(number), sign), basis)
    moment = cal.of_unit(day, unit)
    return Meant(_about(moment, day, float(number)) if unit in ("W", "F") else moment, basis)


def _about(moment: Moment, day: date, weeks: float) -> Moment:
    """A week ago is a day about seven days back, whatever week of the calendar that is."""
    give = max(1, min(7, round(weeks)))
    first, last = cal.shifted(day, -give, "D"), cal.shifted(day, give, "D")
    return replace(moment, earliest=first, latest=last) if first and last else moment


def _within_day(base: date, unit: str, number: float, sign: int) -> Moment:
    days = int(number // 24) + 1 if unit == "TH" else 0
    other = cal.shifted(base, sign * days, "D") or base
    value = base.isoformat() if days <= 1 else other.isoformat()
    return Moment(value, min(base, other), max(base, other), "hour")


def _vague_offset(base: date, unit: str, sign: int) -> Moment:
    # "Hours later" is mostly the same day; "hours earlier" may be the evening before.
    nearest, farthest = (
        (0, int(unit == "TH" and sign < 0)) if unit.startswith("T") else (1, VAGUE_REACH.get(unit, 1))
    )
    near, far = (
        cal.shifted(base, sign * n, "D" if unit.startswith("T") else unit) for n in (nearest, farthest)
    )
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"  # as TIMEX writes it, without saying how far
    days = sorted(day for day in (near, far) if day)
    return Moment(value, days[0], days[-1], "vague") if days else Moment(value)


def _within(reading: Reading, slots: Slots) -> Meant:
    base, basis = reading.base(slots)
    first = cal.shifted(base, -float(slots["number"]), str(slots["unit"])) if base else None
    if base is None or first is None:
        return Meant(NOWHEN, basis)
    return Meant(Moment(f"{first.isoformat()}T{slots['part']}", first, base, "span"), basis)


def _decade(_reading: Reading, slots: Slots) -> Meant:
    year = int(slots["decade"])
    return Meant(cal.in_decade(year) if year % 100 else cal.in_century(year // 100 + 1))


def _century(_reading: Reading, slots: Slots) -> Meant:
    return Meant(cal.in_century(int(slots["century"]) * (-1 if slots.get("era") == -1 else 1)))


def _festival(reading: Reading, slots: Slots) -> Meant:
    month, day = (int(part) for part in str(slots["festival"]).split("-"))
    return _date(reading, {**slots, "month": month, "day": day})


def _named(_reading: Reading, slots: Slots) -> Meant:
    return Meant(cal.on_day(date.fromisoformat(str(slots["day"]))), "stated", "reference")


def length_value(number: Value, unit: str) -> str:
    """`P3D`, `PT48H`, `PXM`; a fortnight is two weeks, a decade ten years."""
    factor, letter = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y")}.get(unit, (1, unit))
    shown = "X" if number == "X" else f"{float(number) * factor:g}"
    if number == "X":
        letter = unit
    return f"PT{shown}{letter[1:]}" if letter.startswith("T") else f"P{shown}{letter}"


def _duration(_reading: Reading, slots: Slots) -> Meant:
    return Meant(Moment(length_value(slots.get("number", 1), str(slots["unit"]))), "stated", "duration")


def _deadline(reading: Reading, slots: Slots) -> Meant:
    """Within 72 hours: from publication on where something is promised or ordered, else back from it, or only a length."""
    if not reading.outlook.pledged or reading.mode == "narrative":
        told = "back" in slots and reading.mode != "narrative"
        return _window(reading, {**slots, "sign": slots["back"]}) if told else _duration(reading, slots)
    return _window(reading, {**slots, "from": "previous"} if reading.day_is_beside else slots)


def _lasting(reading: Reading, slots: Slots) -> Meant:
    """For ten years: the ten years up to now where the sentence says so, else only a length."""
    reaches_back = reading.outlook.perfect if slots["if"] == "perfect" else reading.outlook.ranked
    if not reaches_back or reading.mode == "narrative":
        return _duration(reading, slots)
    return _window(reading, slots)


def _after_event(reading: Reading, slots: Slots) -> Meant:
    """Thursday, a day after the siege: the day of the siege; without the Thursday only a length."""
    if not reading.day_is_beside or reading.mode == "narrative":
        return _duration(reading, slots)
    return _offset(reading, slots)


def _window(reading: Reading, slots: Slots) -> Meant:
    base, basis = reading.base(slots)
    number, unit, sign = slots["number"], str(slots["unit"]), int(slots["sign"])
    value = str(slots.get("value") or length_value(number, unit))
    kind: Kind = "date" if "value" in slots else "duration"
    other = _window_end(base, number, unit, sign, slots) if base else None
    if base is None or other is None:
        return Meant(NOWHEN if "value" in slots else Moment(value), basis, kind)
    return Meant(
        Moment(value, min(base, other), max(base, other), "vague" if number == "X" else "span"), basis, kind
    )


def _window_end(base: date, number: Value, unit: str, sign: int, slots: Slots) -> date | None:
    vague = slots.get("reach") if unit == "D" else None
    count = float(vague or VAGUE_REACH.get(unit, 2)) if number == "X" else float(number)
    if unit.startswith("T"):
        count, unit = (-(-count // 24) if unit == "TH" and number != "X" else 1), "D"
    return cal.shifted(base, sign * count, unit)


def _set(_reading: Reading, slots: Slots) -> Meant:
    if "weekday" in slots:
        value = f"XXXX-WXX-{int(slots['weekday']) + 1}"
    elif "unit" in slots:
        value = length_value(slots.get("number", 1), str(slots["unit"]))
    else:
        value = f"XXXX-{slots['season']}" if "season" in slots else f"XXXX-{int(slots['month']):02}"
    return Meant(Moment(value), "stated", "set")


def _reference(reading: Reading, slots: Slots) -> Meant:
    anchor, back = reading.published, slots.get("back")
    kind: Kind = "date" if back else "reference"
    if anchor is None or back is None:
        return Meant(Moment(str(slots["value"]) if anchor or not back else None), "relative", kind)
    first = anchor - timedelta(days=int(back)) if anchor.toordinal() > int(back) else anchor
    return Meant(Moment(str(slots["value"]), first, anchor, "vague"), "relative", kind)


def _anniversary(_reading: Reading, _slots: Slots) -> Meant:
    return Meant(NOWHEN, "anniversary", "reference")


def _era(_reading: Reading, _slots: Slots) -> Meant:
    return Meant(NOWHEN, "stated", "reference")


MEANINGS: Mapping[str, Callable[[Reading, Slots], Meant]] = {
    "date": _date, "weekday": _weekday, "month": _month, "season": _season, "quarter": _quarter, "half": _half,
    "period": _period, "offset": _offset, "within": _within, "decade": _decade, "century": _century,
    "festival": _festival, "named": _named, "duration": _duration, "window": _window, "set": _set,
    "reference": _reference, "anniversary": _anniversary, "era": _era, "monthday": _monthday, "clock": _clock, "deadline": _deadline, "lasting": _lasting, "after_event": _after_event,
}  # fmt: skip
