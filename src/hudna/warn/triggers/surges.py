"""Deaths that rose far above the half year before, held against the budget of false alarms."""

from collections.abc import Iterator

from hudna.model.alert import LEVELS, Level
from hudna.model.evidence import day_of
from hudna.model.incident import Incident
from hudna.warn.detectors.detection import Detection
from hudna.warn.indicators import fatalities
from hudna.warn.surges import DAYS
from hudna.warn.trigger import Trigger, reason, said_by_a_part
from hudna.warn.units import Unit, areas_of
from hudna.warn.view import View

# Held while the statistic is at least such a part of what a watch asks for: else a level flickers at its edge.
_LOOSER = 0.5


def triggers(view: View) -> Iterator[Trigger]:
    """Did two weeks bring more deaths than the half year before leads to expect?"""
    found = {unit: one for unit in view.surges.areas if (one := view.surges.of(unit)) and one.seen}
    raised = {unit: level for unit, one in found.items() if (level := level_of(one, view))}
    for unit, one in found.items():
        level = raised.get(unit)
        if (level and not said_by_a_part(unit, raised, view)) or (level is None and _is_near(one, view)):
            yield _of(unit, one, level, view)


def level_of(found: Detection, view: View) -> Level | None:
    """The highest level whose threshold is passed."""
    limits = [(level, view.surges.thresholds[level]) for level in LEVELS]
    passed = [level for level, limit in limits if limit is not None and found.statistic > limit]
    return passed[-1] if passed else None


def _is_near(found: Detection, view: View) -> bool:
    limit = view.surges.thresholds["watch"]
    return limit is not None and limit > 0 and found.statistic > _LOOSER * limit


def _of(unit: Unit, found: Detection, level: Level | None, view: View) -> Trigger:
    deadly = _deadly(unit, view)
    return Trigger(
        "surge",
        level,
        reason(
            view,
            "surge",
            {
                "deaths": round(found.seen),
                "area": unit.area,
                "days": DAYS,
                "on": view.as_of.isoformat(),
                "expected": round(found.expected, 1),
            },
            level=level,
            incidents=deadly,
            indicator="fatalities",
        ),
        area=unit.area,
        on=max((day for one in deadly if (day := day_of(one))), default=view.as_of),
        ends=(f"deaths fall back to what the half year before shows ({found.expected:.1f} in four weeks)",),
        past=True,
    )


def _deadly(unit: Unit, view: View) -> list[Incident]:
    """The incidents of the area whose dead were counted."""
    return [
        one
        for one in view.since(DAYS)
        if one.counts and fatalities.amount(one) and unit.area in areas_of(one, view.zones, view.rules)
    ]
