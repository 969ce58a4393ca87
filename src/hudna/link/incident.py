"""Claims that tell of one occurrence → the incident, as derived from them."""

from collections.abc import Sequence
from datetime import date

from hudna.knowledge.affiliations import THIRD_PARTY, Affiliations
from hudna.knowledge.linking import Roots
from hudna.link.carrying import Likeness
from hudna.link.grading import grade, independent, letters, rung, standings
from hudna.link.kind import acting, kind_of
from hudna.link.origins import Origins
from hudna.link.parties import best_place, days, named_places, parties
from hudna.link.positions import Positions
from hudna.link.tolls import Vouching, toll
from hudna.link.voices import Telling, camp_of
from hudna.model.claim import Claim, Event, Status
from hudna.model.incident import Incident

_STRONGEST = (
    Status.ACTUAL, Status.DECLARED, Status.REPORTED, Status.ALLEGED, Status.PLANNED, Status.CONDITIONAL,
    Status.HYPOTHETICAL, Status.DEMANDED, Status.DENIED, Status.HISTORICAL, Status.STATE,
)  # fmt: skip
PREFIX = "i-"


def incident_id(claims: Sequence[Claim], published: dict[str, date | None]) -> str:
    """Named after the claim first published, so that later reports do not change it."""
    return PREFIX + min(claims, key=lambda claim: _first(claim, published)).id


def _first(claim: Claim, published: dict[str, date | None]) -> tuple[bool, date, str, int, str]:
    day = published.get(claim.report)
    return day is None, day or date.min, claim.report, claim.start, claim.id


class Maker:
    """Makes incidents with what is known of actors and outlets."""

    def __init__(self, known: Affiliations, roots: Roots, meaning: Likeness | None = None) -> None:
        self._known = known
        self._roots = roots
        self._origins = Origins(known, roots, meaning)
        self._positions = Positions(known, self._origins)
        self._vouching = Vouching(known, roots)

    def make(self, tellings: Sequence[Telling]) -> Incident:
        """The incident of these claims; purposes and compositions among them say why and of whom."""
        whole = sorted(tellings, key=_order)
        claims = [telling.told.claim for telling in whole]
        # A reading that is not sure tells nothing of an occurrence that others tell surely.
        sure = any(claim.event and not claim.unsure for claim in claims)
        spoken = [telling for telling in whole if not (sure and telling.told.claim.unsure)]
        events = [telling for telling in spoken if telling.told.claim.event]
        counted = [telling for telling in events if telling.told.claim.counts] or events
        told = [claim.event for telling in counted if (claim := telling.told.claim).event]
        published = {t.told.report.id: t.told.report.published for t in whole}
        origins = self._origins.of(events)
        rows = self._positions.of(spoken)
        found = standings(origins, self._known)
        ladder, verification = rung(found, rows)
        vouched = self._vouching.groups(events)
        days_known = [day for day in published.values() if day]
        place = best_place(told)
        return Incident(
            id=incident_id([claim for claim in claims if claim.event], published),
            root=(kind := kind_of(told))[0], mode=kind[1], move=kind[2],
            contexts=tuple(sorted({context for event in told for context in event.contexts})),
            counts=any(claim.counts for claim in claims if claim.event),
            status=min((t.told.claim.status for t in events), key=_STRONGEST.index),
            third_party=all(t.told.claim.third_party for t in events),
            claims=tuple(claim.id for claim in claims), reports=tuple(published),
            origins=tuple(tuple(origin.reports) for origin in origins),
            origins_because=tuple(origin.reason for origin in origins),
            origin_letters=letters(origins, self._known), independent=independent(origins),
            sides=self._sides(events),
            actors=parties(acting(told, kind[0]), self._known),
            recipients=parties((actor for event in told if event.root is kind[0] for actor in event.recipients), self._known),
            place=place, places=named_places(told),
            occurred=days([t.told.claim for t in counted], [t.outline for t in counted if t.outline]),
            first_reported=min(days_known, default=None), last_reported=max(days_known, default=None),
            fatalities=toll(vouched, "fatalities", self._known),
            injuries=toll(vouched, "injuries", self._known),
            positions=rows, theatre=self._theatre(told), grade=grade(found, rows),
            verification=verification, ladder=ladder,
        )  # fmt: skip

    def _sides(self, events: Sequence[Telling]) -> tuple[str, ...]:
        camps = {camp_of(telling, self._known) for telling in events}
        return tuple(sorted((camp for camp in camps if camp), key=lambda camp: (camp == THIRD_PARTY, camp)))

    def _theatre(self, told: Sequence[Event]) -> str | None:
        """Where it is by its places; only where no place is named, by who takes part."""
        placed = [place.country for event in told for place in event.places if place.country]
        if placed:
            return self._known.theatre(placed)
        actors = [actor for event in told for actor in (*event.actors, *event.recipients)]
        named = [name for actor in actors for name in (actor.id, *self._known.line(actor.id))]
        return self._known.theatre((actor.country for actor in actors), named)


def _order(telling: Telling) -> tuple[bool, date, str, int, str]:
    report, claim = telling.told.report, telling.told.claim
    return report.published is None, report.published or date.min, report.id, claim.start, claim.id
