"""How reports are held against an agreement: numbers with their arguments, acts that fit a purpose."""

from functools import cache

from hudna.knowledge.files import ROOT, load_one
from hudna.knowledge.pictures import Argued
from hudna.model.record import Record


class CheckConstants(Record):
    """Numbers of the check."""

    undated_reach_days: Argued
    near_km: Argued
    touch_days: Argued
    lapse_days: Argued
    watch_after_days: Argued
    occasion_days: Argued
    closing_km: Argued
    silence_days: Argued


class PurposeActs(Record):
    """Observed acts that fit a purpose, and those that speak against it."""

    fits: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    near: str | None = None


class CheckRules(Record):
    """The whole of check.yml."""

    constants: CheckConstants
    purposes: dict[str, PurposeActs]


@cache
def load_check_rules() -> CheckRules:
    """The rules, which are the same for every theatre."""
    return load_one(ROOT / "check.yml", CheckRules)
