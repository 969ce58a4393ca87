"""Anniversaries and eras → days, by the calendar of the theatre.

"The 84th anniversary" in a report of 2024 points to 1940; only an occasion of that
year which the calendar knows gives a day. "The end of the X era" has the era's end.
"""

from dataclasses import replace
from datetime import date

from hudna.knowledge.calendar import CalendarEntry
from hudna.knowledge.dates import DateWords
from hudna.model.mention import TimeMention


def dated(
    mentions: tuple[TimeMention, ...],
    calendar: tuple[CalendarEntry, ...],
    published: date | None,
    words: DateWords,
) -> tuple[TimeMention, ...]:
    """The mentions, with days where the calendar has them."""
    return tuple(
        _anniversary(m, calendar, published) or _era(m, calendar, published, words) or m for m in mentions
    )


def _anniversary(
    mention: TimeMention, calendar: tuple[CalendarEntry, ...], published: date | None
) -> TimeMention | None:
    number = mention.rule.partition("anniversary:")[2].split("+")[0]
    if mention.basis != "anniversary" or not number.isdigit() or published is None:
        return None
    occasion = next(
        (e.date for e in calendar if e.date is not None and e.date.year == published.year - int(number)), None
    )
    if occasion is None:
        return None
    day = date(
        published.year, occasion.month, 28 if (occasion.month, occasion.day) == (2, 29) else occasion.day
    )
    return replace(
        mention,
        value=day.isoformat(),
        earliest=day,
        latest=day,
        precision="day",
        kind="date",
        rule=f"{mention.rule}+calendar",
    )


def _era(
    mention: TimeMention, calendar: tuple[CalendarEntry, ...], published: date | None, words: DateWords
) -> TimeMention | None:
    lower, rule = mention.text.lower(), words.rule_of.get(mention.rule.partition("+")[0])
    if rule is None or rule.means != "era":
        return None
    era = next((e for e in calendar if e.until is not None and any(w in lower for w in e.words)), None)
    if era is None or era.until is None:
        return None
    latest = published if "+since" in mention.rule else era.until
    ends = not words.cues.ending.isdisjoint(lower.split())
    first = era.until if ends else era.first
    value = None if first is None else f"{first:%Y}/.." if "+since" in mention.rule else f"{first:%Y}"
    return replace(
        mention, value=value, earliest=first, latest=latest, precision="year", rule=f"{mention.rule}+calendar"
    )
