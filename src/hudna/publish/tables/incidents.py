"""Incidents as a table: one row an incident, with how many independent origins tell it and who disagrees."""

from hudna.model.edition import Edition
from hudna.model.finding import Finding
from hudna.model.incident import Incident, Position
from hudna.publish.tables.cells_of import days, joined, name, parties, place
from hudna.publish.tables.columns import columns

COLUMNS = columns(
    text="incident_id theatre root mode move contexts status",
    truth="counts third_party",
    text_2="actor actor_id actor_country actor_sector actor_side "
    "recipient recipient_id recipient_country recipient_sector recipient_side",
    text_3="place place_id country admin1 adm1_code adm2_code adm2_name",
    number="latitude longitude radius_km",
    text_4="geo_precision places_by_role",
    day="date_from date_to",
    text_5="date_precision date_basis",
    day_2="first_reported last_reported",
    whole="fatalities_low fatalities_best fatalities_high injuries_low injuries_best injuries_high "
    "claims reports origins",
    text_6="sides positions against_interest source_reliability info_credibility verification",
    whole_2="verification_level",
    text_7="provision_ids provision_results publishers claim_ids report_ids judgements review",
)


def row(incident: Incident, edition: Edition) -> dict[str, object]:
    """The cells of an incident by column."""
    dead, hurt = incident.fatalities, incident.injuries
    return {
        "incident_id": incident.id, "theatre": incident.theatre, "root": incident.root.value, "mode": incident.mode,
        "move": incident.move, "contexts": joined(incident.contexts), "status": incident.status.value,
        "counts": incident.counts, "third_party": incident.third_party,
        **parties("actor", incident.actors), **parties("recipient", incident.recipients),
        **place(incident.place), **_codes(incident, edition), **days(incident.occurred),
        "places_by_role": joined(f"{role} {where.name}" for role, where in incident.places),
        "first_reported": incident.first_reported, "last_reported": incident.last_reported,
        "fatalities_low": dead.low, "fatalities_best": dead.best, "fatalities_high": dead.high,
        "injuries_low": hurt.low, "injuries_best": hurt.best, "injuries_high": hurt.high,
        "claims": len(incident.claims), "reports": len(incident.reports), "origins": len(incident.origins),
        **_told(incident, edition),
    }  # fmt: skip


def _codes(incident: Incident, edition: Edition) -> dict[str, object]:
    if edition.units is None or incident.place is None:
        return {}
    units = edition.units.of(incident.place)
    first, second = units.get(1), units.get(2)
    return {
        "adm1_code": first.code if first else None, "adm2_code": second.code if second else None,
        "adm2_name": second.name if second else None,
    }  # fmt: skip


def _told(incident: Incident, edition: Edition) -> dict[str, object]:
    findings = [one for one in edition.review.findings if incident.id in one.incidents and not one.standing]
    return {
        "sides": joined(incident.sides),
        "positions": joined(position_in_words(one) for one in incident.positions),
        "against_interest": joined(_speaker(one) for one in incident.positions if one.against_interest),
        "source_reliability": incident.grade.reliability, "info_credibility": incident.grade.credibility,
        "verification": incident.verification, "verification_level": incident.ladder,
        "provision_ids": joined(f"{one.agreement}/{one.provision}" for one in findings),
        "provision_results": joined(_result(one) for one in findings),
        "publishers": joined(publishers(incident, edition)),
        "claim_ids": joined(incident.claims), "report_ids": joined(incident.reports),
        "judgements": joined(incident.judgements), "review": incident.review,
    }  # fmt: skip


def publishers(incident: Incident, edition: Edition) -> list[str]:
    """Who published the reports, each once."""
    found = (edition.evidence.reports.get(one) for one in incident.reports)
    return sorted({report.source for report in found if report and report.source})


def position_in_words(position: Position) -> str:
    """'the speaker asserts', in words without a sentence."""
    return f"{_speaker(position)} {position.says.stance}"


def _speaker(position: Position) -> str:
    if position.anonymous:
        return "a speaker without a name"
    return name(position.speaker) or position.source or "a report's own voice"


def _result(finding: Finding) -> str:
    label = f" ({finding.label})" if finding.label != "none" else ""
    return f"{finding.verdict}{label}"
