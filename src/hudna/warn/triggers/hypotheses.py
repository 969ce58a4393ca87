"""Dreaded answers to a question that become likely. Likelihood gives the level, low confidence caps it."""

from collections.abc import Iterator

from hudna.knowledge.warning_rules import Dreaded
from hudna.model.alert import LEVELS, Level, rank
from hudna.model.assessment import Assessment
from hudna.warn.trigger import Trigger, reason
from hudna.warn.view import View


def triggers(view: View) -> Iterator[Trigger]:
    """Has the likelihood of a dreaded explanation passed a band?"""
    for dreaded, assessment in asked(view):
        level = level_of(dreaded, assessment, view)
        if level:
            yield _of(dreaded, assessment, level, view)


def asked(view: View) -> Iterator[tuple[Dreaded, Assessment]]:
    """The questions that the theatre's rules name, where they are asked of it."""
    for dreaded in view.rules.questions:
        for assessment in view.assessments:
            if assessment.question == dreaded.question and assessment.unit in (None, view.theatre):
                yield dreaded, assessment


def likelihood(dreaded: Dreaded, assessment: Assessment) -> float:
    """Of the dreaded answers together."""
    feared = still_feared(dreaded, assessment)
    return sum(one.likelihood for one in assessment.hypotheses if one.id in feared)


def still_feared(dreaded: Dreaded, assessment: Assessment) -> tuple[str, ...]:
    """The dreaded answers that have not come true yet; what has happened warns by itself."""
    seen = {line.indicator for line in assessment.ledger if line.seen in ("seen", "disputed")}
    return tuple(name for name in dreaded.hypotheses if dreaded.happened.get(name) not in seen)


def level_of(dreaded: Dreaded, assessment: Assessment, view: View) -> Level | None:
    """The band that evidence has lifted the likelihood into, above that of the prior; a watch where confidence is low."""
    feared = still_feared(dreaded, assessment)
    prior = sum(one.prior for one in assessment.hypotheses if one.id in feared)
    passed = _band(likelihood(dreaded, assessment), view)
    if not assessment.incidents or passed is None or rank(passed) <= rank(_band(prior, view)):
        return None
    return "watch" if assessment.confidence == "low" else passed


def _band(share: float, view: View) -> Level | None:
    passed = [level for level in LEVELS if share >= view.rules.bands.of(level)]
    return passed[-1] if passed else None


def _of(dreaded: Dreaded, assessment: Assessment, level: Level, view: View) -> Trigger:
    incidents = view.named(assessment.incidents)
    area = view.watched(dreaded.area)
    return Trigger(
        "hypothesis",
        level,
        reason(
            view,
            "hypothesis",
            {
                "question": assessment.text,
                "percent": round(100 * likelihood(dreaded, assessment)),
                "confidence": assessment.confidence,
                "hypotheses": still_feared(dreaded, assessment),
            },
            level=level,
            incidents=incidents,
            claims=assessment.claims,
        ),
        area=area,
        subject=None if area else assessment.question,
        on=max((one.last_reported for one in incidents if one.last_reported), default=None),
        ends=(
            f"the likelihood falls below {view.rules.bands.watch:.0%} (hudna weigh shows what would change it)",
        ),
        missing=assessment.gaps,
    )
