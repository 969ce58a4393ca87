"""From the picture, the findings and the assessments to alerts: one day after the other, each knowing only its past.

evidence of a day → picture → findings → assessments → alerts, with the alerts of the days before
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from hudna.knowledge.affiliations import Affiliations, load_affiliations
from hudna.knowledge.cast import load_cast
from hudna.knowledge.folding import fold
from hudna.knowledge.theatres import THEATRES
from hudna.knowledge.warning_rules import WarningRules, load_warning_rules
from hudna.knowledge.zones import load_zones
from hudna.model.agreement import Agreement
from hudna.model.alert import Alert, Outcome
from hudna.model.evidence import Evidence
from hudna.model.indicator import Measured
from hudna.picturing import agreements_for, check_picture, draw_picture
from hudna.warn.context import gaps_told
from hudna.warn.coverage import UNNAMED, Gap
from hudna.warn.outcome import kept, outcomes
from hudna.warn.stage import Day, Known, measure, theatres_of, warn
from hudna.weighing import weigh_questions

# An alert must have stood through the news of a fortnight to be held today; two of them are looked back on.
WARM_UP_DAYS = 28
EvidenceOf = Callable[[date], Evidence]


def known_things(known: Affiliations | None = None) -> Known:
    """Who is who, the parts of the theatres, their rules of warning, and publishers by one name each."""
    outlets = known or load_affiliations(THEATRES)
    return Known(load_cast(THEATRES), load_zones(THEATRES), rules_of, lambda name: _publisher(name, outlets))


def rules_of(theatre: str) -> WarningRules:
    """The rules of a theatre; of a country that no theatre holds those that hold everywhere."""
    return load_warning_rules(theatre if theatre in THEATRES else None)


def _publisher(name: str | None, outlets: Affiliations) -> str:
    outlet = outlets.outlet(name)
    return outlet.id if outlet else fold(name) if name else UNNAMED


def day_of_record(
    evidence: Evidence, as_of: date, known: Known | None = None, agreements: Sequence[Agreement] | None = None
) -> Day:
    """Everything known on a day, from the evidence as it was known then."""
    asked = agreements_for(evidence) if agreements is None else agreements
    picture = draw_picture(evidence, as_of, asked)
    review = check_picture(evidence, picture, asked)
    assessments = tuple(weigh_questions(evidence, as_of, picture=picture)) if evidence.incidents else ()
    return Day(as_of, evidence, picture, review, known or known_things(), assessments)


def alerts_of(day: Day, history: Sequence[Alert] = ()) -> tuple[Alert, ...]:
    """The alerts of a day, given every alert line of the days before."""
    return warn(day, history)


def measures_of(evidence: Evidence, as_of: date) -> tuple[Measured, ...]:
    """Every indicator of every area and dyad as of a day."""
    empty = draw_picture(Evidence(()), as_of)
    return measure(Day(as_of, evidence, empty, check_picture(Evidence(()), empty, ()), known_things()))


def replay_alerts(
    evidence_of: EvidenceOf, days: Iterable[date], history: Sequence[Alert] = (), known: Known | None = None
) -> Iterator[tuple[date, tuple[Alert, ...]]]:
    """The alerts of each of these days in turn; each day remembers those before it."""
    lines = list(history)
    things = known or known_things()
    for day in days:
        found = alerts_of(day_of_record(evidence_of(day), day, things), lines)
        lines += found
        yield day, found


def days_to_decide(as_of: date, decided: date | None, since: date | None, first: date | None) -> list[date]:
    """The days up to this one that have not been decided yet.

    Without a memory the last four weeks are gone through, or from `since`; never before the first report.
    """
    start = as_of - timedelta(days=WARM_UP_DAYS)
    if decided is not None:
        start = decided + timedelta(days=1)
    if since is not None:
        start = since
    if first is not None:
        start = max(start, first)
    return [start + timedelta(days=number) for number in range((as_of - start).days + 1)]


def gaps_of(evidence: Evidence, as_of: date) -> tuple[str, ...]:
    """The sources that are silent, theatre by theatre, in words."""
    return tuple(dict.fromkeys(gaps_told(silences_of(evidence, as_of))))


def silences_of(evidence: Evidence, as_of: date) -> tuple[Gap, ...]:
    """The sources that are silent, theatre by theatre, under the names they are counted by."""
    empty = draw_picture(Evidence(()), as_of)
    day = Day(as_of, evidence, empty, check_picture(Evidence(()), empty, ()), known_things())
    return tuple(gap for name in theatres_of(day) for gap in day.gaps(name))


def score_alerts(lines: Sequence[Alert], evidence: Evidence, as_of: date) -> tuple[Outcome, ...]:
    """What became of every alert that was raised, by the criterion written then."""
    things = known_things()
    return outcomes(lines, evidence, as_of, things)


def kept_budget(found: Sequence[Outcome], evidence: Evidence, as_of: date) -> tuple[str, ...]:
    """False alarms an area and year beside those that the theatre's rules accept, in words."""
    days = evidence.report_days
    years = max((as_of - days[0]).days, 1) / 365.25 if days else 0.0
    return tuple(
        line
        for theatre in dict.fromkeys(one.theatre for one in found)
        for line in kept(found, theatre, years, rules_of(theatre))
    )
