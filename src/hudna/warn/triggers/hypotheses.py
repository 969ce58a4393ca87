"""Dreaded answers to a question that become likely. Likelihood gives the level, low confidence caps it."""

from collections.abc import Iterator

from hudna.knowledge.warning_rules import Dreaded
from hudna.model.alert import LEVELS, Level
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
    """The questions that the theatre's rules name, where they are asked."""
    by_question = {one.question: one for one in view.assessments}
    for dreaded in view.rules.questions:
        if dreaded.question in by_question:
            yield dreaded, by_question[dreaded.question]


def likelihood(dreaded: Dreaded, assessment: Assessment) -> float:
    """Of the dreaded answers together."""
    return sum(one.likelihood for one in assessment.hypotheses if one.id in dreaded.hypotheses)


def level_of(dreaded: Dreaded, assessment: Assessment, view: View) -> Level | None:
    """The band that the likelihood lies in; the first one only, where the confidence is low or nothing was seen."""
    if not assessment.incidents:
        return None
    passed = [level for level in LEVELS if likelihood(dreaded, assessment) >= view.rules.bands.of(level)]
    if not passed:
        return None
    return passed[0] if assessment.confidence == "low" else passed[-1]


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
                "hypotheses": dreaded.hypotheses,
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
