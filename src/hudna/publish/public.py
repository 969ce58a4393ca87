"""An edition → the edition that may leave the mission. Pure, and the only way in which one is made.

Places are lowered to districts or areas, sensitive ones to the division they lie in; persons'
names, words of reports and free text are withheld; publishers and addresses too, since they
lead back to the words; and nothing is given that is younger than the delay. What is not
known to be harmless is left out: an unlisted actor may be a person, so it is said by its
kind. Ids of reports and claims are replaced, because they are made of titles.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hudna.knowledge.responsibility import Responsibility, load_responsibility
from hudna.model.alert import Alert, Reason
from hudna.model.assessment import Assessment
from hudna.model.claim import Claim
from hudna.model.edition import Edition
from hudna.model.evidence import Evidence
from hudna.model.finding import Review
from hudna.model.incident import Incident
from hudna.model.picture import Picture
from hudna.publish.public_claims import public_claim, public_report
from hudna.publish.public_incidents import public_incident
from hudna.publish.public_pictures import public_holding, public_movement, public_posture, public_signal
from hudna.publish.public_words import Veil, withheld


def public_until(now: datetime, rules: Responsibility | None = None) -> date:
    """The last day that may be given: it ended at least the delay ago."""
    delay = timedelta(hours=(rules or load_responsibility()).delay_hours)
    aware = now if now.tzinfo else now.replace(tzinfo=UTC)
    return (aware.astimezone(UTC) - delay).date() - timedelta(days=1)


def for_public(edition: Edition, *, now: datetime, rules: Responsibility | None = None) -> Edition:
    """The edition without what could harm somebody; doing it twice changes nothing more."""
    if edition.public:
        return edition
    held = rules or load_responsibility()
    until = min(public_until(now, held), edition.as_of)
    told = edition.evidence.claims.values()
    veil = Veil(held, until, frozenset(one.id for one in told if held.is_sensitive(one.text)))
    kept = tuple(one for one in edition.evidence.incidents if _is_old(one, until))
    # An incident that is too young takes its claims with it, also where a report of it is old.
    young = {name for one in edition.evidence.incidents if one not in kept for name in one.claims}
    claims = {
        public.id: public
        for claim in edition.evidence.claims.values()
        if claim.id not in young
        for public in [public_claim(claim, edition.evidence.reports.get(claim.report), veil)]
        if public is not None
    }
    reports = {
        public.id: public
        for one in edition.evidence.reports.values()
        if one.published is not None and one.published <= until
        for public in [public_report(one, veil)]
    }
    incidents = tuple(public_incident(one, veil, edition.evidence) for one in kept)
    if edition.evidence.claims:
        incidents = tuple(_with_claims(one, claims) for one in incidents)
    known = {one.id for one in incidents}
    return replace(
        edition, as_of=until, evidence=Evidence(incidents, claims, reports), picture=_picture(edition.picture, veil),
        review=_review(edition.review, veil, known), assessments=tuple(_assessment(one, veil) for one in edition.assessments if one.as_of <= until),
        alerts=tuple(_alert(one, veil) for one in edition.alerts if one.as_of <= until), imported=(), issues=(), public=True, units=None,
    )  # fmt: skip


def _with_claims(incident: Incident, claims: Mapping[str, Claim]) -> Incident:
    """The incident with the claims that are given, so that every id leads somewhere."""
    return incident.model_copy(update={"claims": tuple(name for name in incident.claims if name in claims)})


def _is_old(incident: Incident, until: date) -> bool:
    """Whether the incident and the last word on it are old enough; one without any day is not."""
    days = [
        incident.last_reported or incident.first_reported,
        incident.occurred.latest if incident.occurred else None,
    ]
    known = [day for day in days if day]
    return bool(known) and all(day <= until for day in known)


def _picture(picture: Picture, veil: Veil) -> Picture:
    return Picture(
        min(picture.as_of, veil.until),
        postures=tuple(public_posture(one, veil) for one in picture.postures if one.as_of <= veil.until),
        movements=tuple(public_movement(one, veil) for one in picture.movements if one.last_seen and one.last_seen <= veil.until),
        holdings=tuple(public_holding(one, veil) for one in picture.holdings if one.as_of and one.as_of <= veil.until),
        signals=tuple(public_signal(one, veil) for one in picture.signals if one.on and one.on <= veil.until),
        channels=tuple(
            one.model_copy(update={"because": withheld(), "claims": veil.ids(one.claims)})
            for one in picture.channels
            if one.as_of <= veil.until
        ),
    )  # fmt: skip


def _review(review: Review, veil: Veil, known: set[str]) -> Review:
    findings = tuple(
        one.model_copy(
            update={
                "because": withheld(), "missing": (), "by": veil.parties(one.by), "denied_by": veil.parties(one.denied_by),
                "claims": veil.ids(one.claims),
            }
        )
        for one in review.findings
        if one.standing or (one.on and one.on <= veil.until and known.issuperset(one.incidents))
    )  # fmt: skip
    # Trip-wires and declarations are other people's words from end to end.
    return Review(
        min(review.as_of, veil.until), findings=findings, counts=review.counts, occasions=review.occasions
    )


def _assessment(one: Assessment, veil: Veil) -> Assessment:
    ledger = tuple(
        entry.model_copy(update={"because": withheld(), "origins": (), "claims": veil.ids(entry.claims)})
        for entry in one.ledger
    )
    return one.model_copy(
        update={
            "ledger": ledger,
            "by_source": {},
            "gaps": (),
            "confidence_because": (),
            "claims": veil.ids(one.claims),
        }
    )


def _alert(one: Alert, veil: Veil) -> Alert:
    def kept(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        # Kind and values say the same as the text; they go with it.
        bare: dict[str, object] = {"text": withheld(), "kind": None, "values": {}}
        return tuple(one.model_copy(update={**bare, "claims": veil.ids(one.claims)}) for one in reasons)

    return one.model_copy(
        update={
            "because": kept(one.because), "against": kept(one.against), "missing": (), "gaps": (), "note": None,
            **({} if veil.area(one.area) else {"area": None, "area_name": None}),
            "subject": None, "released_by": None, "claims": veil.ids(one.claims),
        }
    )  # fmt: skip
