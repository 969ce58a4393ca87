"""The record as of a day → what was seen of each indicator, by whom, and whether anybody was looking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.model.days import on_day
from hudna.model.hypothesis import Indicator, Pattern, Question
from hudna.model.incident import Where
from hudna.weigh.fitting import fits
from hudna.weigh.ground import Ground
from hudna.weigh.observation import Observation, Origin
from hudna.weigh.occurrence import Occurrence

# What was told shortly before a question arose belongs to it: an alert the day before the move.
LEAD_DAYS = 7
# A question that nobody told of for so long is asked anew when somebody does.
STALE_DAYS = 120
# Three days without any report from an area are not yet a gap in the watch on it.
_STEP = 3


@dataclass(frozen=True, slots=True)
class Window:
    """From when evidence counts, and the day to look from."""

    opened: date
    as_of: date


def window_of(question: Question, told: Sequence[Occurrence], ground: Ground, as_of: date) -> Window | None:
    """The question's window; None where nothing has raised it."""
    if question.closes is not None and as_of > question.closes:
        as_of = question.closes
    if question.opened is not None:
        return Window(question.opened, as_of) if question.opened <= as_of else None
    if not question.about:
        return Window(as_of - timedelta(days=max(i.horizon_days for i in question.indicators)), as_of)
    days = sorted(
        o.on for o in told if o.on and o.on <= as_of and any(fits(p, o, ground) for p in question.about)
    )
    if not days or (as_of - days[-1]).days > STALE_DAYS:
        return None
    opened = days[-1]
    for day in reversed(days):
        if (opened - day).days > STALE_DAYS:
            break
        opened = day
    return Window(opened, as_of)


def observe(
    question: Question, told: Sequence[Occurrence], ground: Ground, window: Window, watch: "Watch"
) -> dict[str, Observation]:
    """An observation for each indicator."""
    rolls = question.opened is None and not question.about
    return {
        i.id: _observe(i, told, ground, _window(i, window, rolls=rolls), watch) for i in question.indicators
    }


def _window(indicator: Indicator, window: Window, *, rolls: bool) -> Window:
    """A rolling horizon where nothing opened the question, else from the day that opened it."""
    if not rolls:
        return window
    return Window(window.as_of - timedelta(days=indicator.horizon_days), window.as_of)


def _observe(
    indicator: Indicator, told: Sequence[Occurrence], ground: Ground, window: Window, watch: "Watch"
) -> Observation:
    first = window.opened - timedelta(days=LEAD_DAYS)
    near = [o for o in told if o.on is not None and first <= o.on <= window.as_of]
    found = [o for pattern in indicator.seen_when for o in _often_enough(pattern, near, ground)]
    if found:
        return _seen(indicator, list(dict.fromkeys(found)))
    return Observation(indicator.id, looked=watch.share(indicator, ground, window))


def _often_enough(pattern: Pattern, near: Sequence[Occurrence], ground: Ground) -> list[Occurrence]:
    found = [o for o in near if fits(pattern, o, ground)]
    return found if len({o.incidents or o.claims for o in found}) >= pattern.times else []


def _seen(indicator: Indicator, found: list[Occurrence]) -> Observation:
    says = _distinct(o for told in found for o in told.says)
    denies = _distinct(o for told in found for o in told.denies)
    days = sorted(o.on for o in found if o.on)
    number = len({o.incidents or o.claims for o in found})
    span = on_day(days[0]) if days[0] == days[-1] else f"{on_day(days[0])} to {on_day(days[-1])}"
    denied = f"; denied through {len(denies)}" if denies else ""
    return Observation(
        indicator.id,
        says=says,
        denies=denies,
        because=f"told {number} time{'s' if number > 1 else ''}, {span}, from {len(says)} "
        f"origin{'s' if len(says) != 1 else ''}{denied}",
        incidents=tuple(dict.fromkeys(name for o in found for name in o.incidents)),
        claims=tuple(dict.fromkeys(name for o in found for name in o.claims)),
    )


def _distinct(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Each origin once, in an order that does not depend on the record's."""
    return tuple(sorted(set(origins), key=lambda o: (o.reports, o.letter, o.digit)))


@dataclass(frozen=True, slots=True)
class Watch:
    """On which days something was told from where: the only sign that anybody was looking."""

    days: tuple[tuple[date, tuple[Where, ...]], ...]

    def share(self, indicator: Indicator, ground: Ground, window: Window) -> float:
        """Share of the indicator's horizon that has passed with reports from where it would be seen."""
        end = min(window.as_of, window.opened + timedelta(days=indicator.horizon_days))
        length = (end - window.opened).days
        if length <= 0:
            return 0.0
        seen = {
            (day - window.opened).days // _STEP
            for day, places in self.days
            if window.opened <= day < end and _is_there(indicator, ground, places)
        }
        return len(seen) / -(-length // _STEP) * length / indicator.horizon_days


def _is_there(indicator: Indicator, ground: Ground, places: tuple[Where, ...]) -> bool:
    if not indicator.looking:
        return True
    return any(ground.is_within(indicator.looking, where) for where in places)


def watch_over(told: Iterable[Occurrence]) -> Watch:
    """The watch that the record itself shows. Silence of those who cannot be judged says as little as their words."""
    days: dict[date, list[Where]] = {}
    for one in told:
        judged = any(origin.letter != "F" for origin in one.says)
        if one.said is not None and one.content == "event" and judged:
            days.setdefault(one.said, []).extend([*one.places, *one.towards])
    return Watch(tuple((day, tuple(places)) for day, places in sorted(days.items())))
