"""More of something than the area's own past would show, held against the budget of false alarms."""

from collections.abc import Iterator

from hudna.model.alert import LEVELS, Level, Value
from hudna.model.counted import Counted
from hudna.model.evidence import day_of
from hudna.model.indicator import Measured
from hudna.warn.indicators import find_indicators
from hudna.warn.trigger import Trigger, reason, said_by_a_part
from hudna.warn.units import Unit
from hudna.warn.view import View

# Held until the chance is so many times the one from which a watch is given: else a level flickers at its edge.
_LOOSER = 3.0


def triggers(view: View) -> Iterator[Trigger]:
    """Is more told of here than the area's own past would show?"""
    raised = {unit: level for unit in view.index.areas if (level := level_of(unit, view))}
    for unit, level in raised.items():
        if not said_by_a_part(unit, raised, view):
            yield from _of(unit, level, view)
    for unit in view.index.areas:
        if unit not in raised and _is_near(unit, view):
            yield from _of(unit, None, view)


def level_of(unit: Unit, view: View) -> Level | None:
    """The highest level whose threshold is passed."""
    chance = view.index.chance(unit)
    if chance is None:
        return None
    limits = [(level, view.index.limit(level)) for level in LEVELS]
    passed = [level for level, limit in limits if limit is not None and chance < limit]
    return passed[-1] if passed else None


def _is_near(unit: Unit, view: View) -> bool:
    """Near enough to the first level to hold an alert."""
    chance, limit = view.index.chance(unit), view.index.limit("watch")
    return chance is not None and limit is not None and chance < min(1.0, _LOOSER * limit)


def _of(unit: Unit, level: Level | None, view: View) -> Iterator[Trigger]:
    seen = _measured(unit, view)
    if seen is None or not seen.number:
        return
    yield Trigger(
        "rarity",
        level,
        reason(
            view, "rarity", _values(seen, unit, view), level=level, incidents=view.named(seen.incidents),
            claims=seen.claims, indicator=seen.indicator,
        ),
        area=unit.area,
        on=max((day for one in view.named(seen.incidents) if (day := day_of(one))), default=view.as_of),
        ends=(f"the number falls back to what the area's past shows ({seen.baseline:.1f} in {seen.window_days} days)",),
        past=True,
    )  # fmt: skip


def _measured(unit: Unit, view: View) -> Measured | None:
    """The indicator and window that the index of an area comes from."""
    name, days = view.index.rarest[unit]
    return next(
        (
            one
            for one in view.measured
            if (one.indicator, one.area, one.window_days) == (name, unit.area, days)
        ),
        None,
    )


def _values(seen: Measured, unit: Unit, view: View) -> dict[str, Value]:
    says = next(one.says for one in find_indicators() if one.id == seen.indicator)
    return {
        **{f"says:{code}": words.format(number=Counted(f"{seen.number:g}")) for code, words in says.items()},
        "area": unit.area,
        "days": seen.window_days,
        "on": view.as_of.isoformat(),
        "percent": float(f"{100 * (seen.exceedance or 0):.2g}"),
        "mean": round(seen.baseline or 0, 1),
        "highest": round(seen.highest or 0, 1),
    }
