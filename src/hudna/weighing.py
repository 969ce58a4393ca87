"""From the picture and the findings to assessments: which explanation the evidence favours, as of any day.

evidence, picture, findings → occurrences → observations of indicators → assessments
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hudna.errors import InputError
from hudna.knowledge.cast import load_cast
from hudna.knowledge.gazetteer import listed_places
from hudna.knowledge.questions import load_questions
from hudna.knowledge.theatres import THEATRES
from hudna.knowledge.weighing_table import load_reliability
from hudna.model.assessment import Assessment
from hudna.model.evidence import Evidence
from hudna.model.hypothesis import Question
from hudna.model.picture import Picture
from hudna.picturing import agreements_for, check_picture, draw_picture
from hudna.weigh.assess import assess
from hudna.weigh.gaps import gaps_of
from hudna.weigh.ground import Circle, Ground
from hudna.weigh.observe import observe, watch_over, window_of
from hudna.weigh.occurrence import Occurrence, occurrences


def questions_named(names: Sequence[str] = ()) -> tuple[Question, ...]:
    """The questions of those names, else all; InputError lists the known ones."""
    known = {question.id: question for question in load_questions(THEATRES)}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise InputError(f"there is no question {unknown[0]!r}; known: {', '.join(known)}")
    return tuple(known[name] for name in names) if names else tuple(known.values())


def weigh_questions(
    evidence: Evidence, as_of: date, questions: Iterable[Question] = (), picture: Picture | None = None
) -> list[Assessment]:
    """An assessment of each question that something has raised by that day."""
    agreements = agreements_for(evidence)
    drawn = picture or draw_picture(evidence, as_of, agreements)
    findings = check_picture(evidence, drawn, agreements).findings
    told = occurrences(evidence, drawn, findings)
    return list(_assessed(told, as_of, questions or questions_named()))


def _assessed(told: list[Occurrence], as_of: date, questions: Iterable[Question]) -> Iterator[Assessment]:
    ground, watch = the_ground(), watch_over(told)
    for question in questions:
        for unit, own in _units(question, told):
            window = window_of(question, own, ground, as_of)
            if window is not None:
                seen = observe(question, own, ground, window, watch)
                gaps = gaps_of(question, seen, window)
                yield assess(question, seen, load_reliability(), as_of=as_of, unit=unit, gaps=gaps)


def _units(question: Question, told: list[Occurrence]) -> Iterator[tuple[str | None, list[Occurrence]]]:
    """A theatre's question is asked once of its own record, if it has one; one for any theatre, of each country's record."""
    if question.theatre is not None:
        if not any(one.theatre == question.theatre for one in told):
            return
        yield None, [one for one in told if one.theatre == question.theatre or one.content == "control"]
        return
    for country in sorted({one.country for one in told if one.country}):
        yield country, [one for one in told if one.country == country]


def replay_questions(
    evidence: Evidence, first: date, last: date, questions: Iterable[Question] = ()
) -> Iterator[Assessment]:
    """The assessments of each day in turn, each from what had been published by then."""
    asked = tuple(questions) or questions_named()
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        yield from weigh_questions(known_by(evidence, day), day, asked)


def known_by(evidence: Evidence, day: date) -> Evidence:
    """The incidents first reported by that day. Incidents made of later reports too must be linked anew for it."""
    kept = tuple(i for i in evidence.incidents if i.first_reported is None or i.first_reported <= day)
    return replace(evidence, incidents=kept)


def the_ground() -> Ground:
    """Actors and places of the theatres, as patterns name them."""
    circles = {
        place.id: Circle(place.lat, place.lon, place.radius_km, place.country)
        for place in listed_places(THEATRES)
    }
    return Ground(load_cast(THEATRES), circles)
