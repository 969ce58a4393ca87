"""Assessments against what turned out to hold: Brier and log score, and what was void.

A resolution is a person's judgement with the act `resolve`: about a question (and
unit, as "question/unit"), with the id of the hypothesis that held, or "void" where
it could not be called by its own criteria.
"""

from collections.abc import Iterable
from datetime import date
from math import log

from hudna.model.assessment import Assessment
from hudna.model.judgement import Judgement
from hudna.model.record import Record

VOID = "void"


class Resolution(Record):
    """Which hypothesis held, by whose judgement and when."""

    about: str
    held: str
    on: date
    judgement: str


class Scored(Record):
    """One assessment's score; None where the question was void."""

    question: str
    unit: str | None
    as_of: date
    held: str
    likelihood: float | None
    brier: float | None
    log_score: float | None
    prior_brier: float | None


def resolutions(judgements: Iterable[Judgement]) -> list[Resolution]:
    """What people have resolved and not taken back, the latest of each question."""
    given = sorted(judgements, key=lambda one: (one.made, one.id))
    withdrawn = {one.withdraws for one in given if one.act == "withdraw"}
    found: dict[str, Resolution] = {}
    for one in given:
        if one.act == "resolve" and one.id not in withdrawn:
            for name in one.about:
                found[name] = Resolution(
                    about=name, held=one.value or VOID, on=one.made.date(), judgement=one.id
                )
    return list(found.values())


def scored(assessments: Iterable[Assessment], known: Iterable[Resolution]) -> list[Scored]:
    """A score for each assessment of a resolved question made before its resolution."""
    held = {one.about: one for one in known}
    rows = []
    for one in assessments:
        name = f"{one.question}/{one.unit}" if one.unit else one.question
        resolution = held.get(name)
        if resolution and one.as_of <= resolution.on:
            rows.append(_score(one, resolution.held))
    return rows


def _score(one: Assessment, held: str) -> Scored:
    shares = {h.id: h.likelihood for h in one.hypotheses}
    priors = {h.id: h.prior for h in one.hypotheses}
    known = held in shares
    return Scored(
        question=one.question,
        unit=one.unit,
        as_of=one.as_of,
        held=held if known else VOID,
        likelihood=shares[held] if known else None,
        brier=_brier(shares, held) if known else None,
        log_score=round(-log(max(shares[held], 1e-6)), 4) if known else None,
        prior_brier=_brier(priors, held) if known else None,
    )


def _brier(shares: dict[str, float], held: str) -> float:
    """Sum of squares over all hypotheses: 0 is perfect, 2 is sure and wrong."""
    return round(sum((share - (name == held)) ** 2 for name, share in shares.items()), 4)
