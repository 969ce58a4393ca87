"""From evidence to an edition: everything that is published as of a day, derived once.

evidence → picture → findings → assessments, with the alerts that were decided → edition
"""

from collections.abc import Iterable
from datetime import date

from hudna.model.agreement import Agreement
from hudna.model.alert import Alert
from hudna.model.edition import Edition
from hudna.model.evidence import Evidence
from hudna.model.imported import Imported
from hudna.model.report import Issue
from hudna.picturing import agreements_for, check_picture, draw_picture
from hudna.weighing import weigh_questions


def edit(
    evidence: Evidence,
    as_of: date,
    *,
    alerts: Iterable[Alert] = (),
    imported: Iterable[Imported] = (),
    issues: Iterable[Issue] = (),
) -> Edition:
    """The edition of a day."""
    agreements = agreements_for(evidence)
    picture = draw_picture(evidence, as_of, agreements)
    review = check_picture(evidence, picture, agreements)
    assessments = tuple(weigh_questions(evidence, as_of, picture=picture))
    return Edition(
        as_of, evidence, picture, review, assessments, tuple(alerts), tuple(imported), tuple(issues)
    )


def watched_agreements(edition: Edition) -> tuple[Agreement, ...]:
    """The agreements of the countries that the edition tells of."""
    return agreements_for(edition.evidence)
