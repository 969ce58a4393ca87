"""From incidents to the picture of a day and to what the agreements say to it.

evidence → posture, movements, control, signals, channels → findings, trip-wires, counts
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hudna.check import Asked, occasions, review
from hudna.check.live import Watching
from hudna.errors import InputError
from hudna.knowledge.agreements import agreement_named, load_agreements
from hudna.knowledge.cast import load_cast
from hudna.knowledge.checks import load_check_rules
from hudna.knowledge.days import load_days
from hudna.knowledge.pictures import load_picture_rules
from hudna.knowledge.theatres import THEATRES
from hudna.knowledge.zones import load_zones
from hudna.model.agreement import Agreement
from hudna.model.claim import Claim
from hudna.model.evidence import Evidence, day_of
from hudna.model.finding import Occasion, Review
from hudna.model.incident import Incident
from hudna.model.picture import Picture, Posture
from hudna.model.report import Report
from hudna.picture import Setting, Sight, draw, series
from hudna.picture.live import Growing
from hudna.seldom import seldom_collecting


def setting() -> Setting:
    """Who is who, the parts of the theatres, and the rules of the picture."""
    return Setting(load_cast(THEATRES), load_zones(THEATRES), load_picture_rules())


def agreements_for(evidence: Evidence, named: Sequence[str] = ()) -> tuple[Agreement, ...]:
    """The agreements named, else those of the countries in which anything is told of."""
    if named:
        return tuple(agreement_named(name) for name in named)
    places = [where for incident in evidence.incidents for _, where in incident.places]
    places += [incident.place for incident in evidence.incidents if incident.place]
    countries = {where.country for where in places} | {
        party.country for incident in evidence.incidents for party in incident.actors
    }
    return tuple(one for one in load_agreements() if not countries.isdisjoint(one.countries))


def draw_picture(evidence: Evidence, as_of: date, agreements: Iterable[Agreement] = ()) -> Picture:
    """Posture, movements, control, signals and channels as of a day."""
    agreements = tuple(agreements)
    camps = [tuple(party.camp for party in one.parties if party.camp) for one in agreements]
    pairs = [(one[0], one[1]) for one in camps if len(one) == 2]
    bodies = [body for one in agreements for body in one.bodies]
    with seldom_collecting():
        return draw(evidence, setting(), as_of, bodies=bodies, camps=pairs)


def posture_series(evidence: Evidence, as_of: date) -> Iterator[Posture]:
    """Each posture on each day on which it changed."""
    return series(Sight(evidence), setting(), as_of)


def check_picture(evidence: Evidence, picture: Picture, agreements: Sequence[Agreement]) -> Review:
    """What the agreements say to the picture, with declarations, trip-wires, counts and the calendar."""
    with seldom_collecting():
        return review(_asked(evidence, picture, agreements), load_days(THEATRES))


def _asked(evidence: Evidence, picture: Picture, agreements: Sequence[Agreement]) -> Asked:
    return Asked(tuple(agreements), load_cast(THEATRES), load_check_rules(), evidence, picture)


def calendar_of(
    as_of: date, days: float | None = None, agreements: Iterable[Agreement] | None = None
) -> tuple[Occasion, ...]:
    """Anniversaries and deadlines around a day; of all agreements, or of these."""
    within = load_check_rules().constants.occasion_days.value if days is None else days
    return occasions(
        load_days(THEATRES), load_agreements() if agreements is None else agreements, as_of, within
    )


class LivePicture:
    """A picture and its review to which incidents are added one by one, in the order of days.

    `picture` and `review` are as it began; each addition tells what it makes or changes.
    """

    def __init__(self, evidence: Evidence, as_of: date, agreements: Sequence[Agreement]) -> None:
        self.as_of = as_of
        self.picture = draw_picture(evidence, as_of, agreements)
        asked = _asked(evidence, self.picture, agreements)
        self.review = review(asked, load_days(THEATRES))
        self._growing = Growing(evidence, setting())
        self._watching = Watching(asked, self.review.findings)

    def add(
        self, incident: Incident, claims: Sequence[Claim] = (), reports: Sequence[Report] = ()
    ) -> tuple[Picture, Review]:
        """The lines that the incident makes or changes. InputError where it is not the latest: draw anew."""
        if not self._growing.fits(incident):
            raise InputError(
                f"incident {incident.id} is older than the last or changes one: draw the picture anew"
            )
        self.as_of = max(self.as_of, day_of(incident) or self.as_of)
        change = self._growing.add(incident, claims, reports, self.as_of)
        return change, self._watching.add(incident, claims, self._growing.sight.evidence, change)
