"""What a family of triggers yields, and how it is put into words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hudna.model.alert import Level, Reason, Value, rank
from hudna.model.incident import Incident
from hudna.warn.units import Unit
from hudna.warn.view import View


@dataclass(frozen=True, slots=True)
class Trigger:
    """One thing that warns. `level` None: too little to raise, enough to hold what was raised.

    `subject` names what it is about where that is no area.
    """

    kind: str
    level: Level | None
    reason: Reason
    area: str | None = None
    subject: str | None = None
    on: date | None = None
    ends: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    past: bool = False


def reason(
    view: View,
    kind: str,
    values: dict[str, Value],
    *,
    level: Level | None = None,
    incidents: Iterable[Incident] = (),
    claims: Iterable[str] = (),
    indicator: str | None = None,
) -> Reason:
    """A reason in words and without them."""
    found = tuple(incidents)
    named = tuple(claims) or tuple(claim for one in found for claim in one.claims)
    return Reason(
        text=view.speech.sentence(kind, values),
        kind=kind,
        values=values,
        level=level,
        indicator=indicator,
        incidents=tuple(dict.fromkeys(one.id for one in found)),
        claims=tuple(dict.fromkeys(named)),
    )


def ruled(view: View, name: str, *, news: bool = True) -> Level | None:
    """The level that a rule gives; None where what it rests on is no news any more."""
    return view.rules.trigger(name).level if news else None


def said_by_a_part(unit: Unit, raised: Mapping[Unit, Level], view: View) -> bool:
    """Whether an area inside it says the same at this level or a higher one."""
    return any(
        other != unit and unit.area in view.zones.chain(other.area) and rank(level) >= rank(raised[unit])
        for other, level in raised.items()
    )
