"""Days of the calendar around a day: anniversaries, deadlines, entry into force. Context, never evidence."""

from collections.abc import Iterable, Iterator
from datetime import date

from hudna.knowledge.days import MarkedDay
from hudna.model.agreement import Agreement
from hudna.model.finding import Occasion


def occasions(
    days: Iterable[MarkedDay], agreements: Iterable[Agreement], as_of: date, within: float
) -> tuple[Occasion, ...]:
    """What falls within so many days of a day, before or after it, nearest first."""
    agreements = tuple(agreements)
    found = [*_anniversaries(days, as_of), *_of_agreements(agreements, as_of), *_deadlines(agreements, as_of)]
    near = {(one.name, one.on): one for one in found if abs(one.days_away) <= within}
    return tuple(sorted(near.values(), key=lambda one: (abs(one.days_away), one.on, one.name)))


def _anniversaries(days: Iterable[MarkedDay], as_of: date) -> Iterator[Occasion]:
    for day in days:
        for on in _returns(day.on, as_of) if day.recurs else (day.on,):
            # What has not happened yet as of the day is nobody's anniversary.
            if day.on <= min(on, as_of):
                yield _occasion(day.name, on, on.year - day.on.year, as_of, day.why)


def _of_agreements(agreements: Iterable[Agreement], as_of: date) -> Iterator[Occasion]:
    for agreement in agreements:
        for on in _returns(agreement.effective, as_of):
            if on > agreement.effective <= as_of:
                years = on.year - agreement.effective.year
                yield _occasion(f"ceasefire: {agreement.title}", on, years, as_of, "entry into force")


def _deadlines(agreements: Iterable[Agreement], as_of: date) -> Iterator[Occasion]:
    for agreement in agreements:
        for provision in agreement.provisions:
            if provision.deadline:
                yield Occasion(
                    name=f"deadline: {provision.title}",
                    on=provision.deadline,
                    kind="deadline",
                    days_away=(provision.deadline - as_of).days,
                    because=f"{provision.id} of {agreement.title}",
                )


def _returns(on: date, as_of: date) -> Iterator[date]:
    """The day in the year before, of and after a day; 29 February is kept on the 28th."""
    for year in (as_of.year - 1, as_of.year, as_of.year + 1):
        leap = on.month == 2 and on.day == 29
        yield date(year, on.month, 28 if leap else on.day)


def _occasion(name: str, on: date, years: int, as_of: date, why: str) -> Occasion:
    return Occasion(
        name=name, on=on, kind="anniversary", years=years, days_away=(on - as_of).days, because=why
    )
