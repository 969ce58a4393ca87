"""What the agreements say to what is told, as a table: one row a finding."""

from hudna.model.edition import Edition
from hudna.model.finding import Finding
from hudna.publish.tables.cells_of import joined
from hudna.publish.tables.columns import columns

COLUMNS = columns(
    text="finding_id agreement provision kind basis",
    truth="standing",
    text_2="question party",
    day="date",
    text_3="verdict label alleged_by denied_by because missing",
    whole="severity",
    text_4="verification",
    whole_2="origins",
    text_5="theatre judgements incident_ids claim_ids",
)


def row(one: Finding, _edition: Edition | None = None) -> dict[str, object]:
    """The cells of a finding by column."""
    return {
        "finding_id": one.id, "agreement": one.agreement, "provision": one.provision, "kind": one.kind,
        "basis": one.basis, "standing": one.standing, "question": one.question, "party": one.party, "date": one.on,
        "verdict": one.verdict, "label": one.label, "alleged_by": joined(party.text for party in one.by),
        "denied_by": joined(party.text for party in one.denied_by), "because": one.because,
        "missing": joined(one.missing), "severity": one.severity, "verification": one.verification,
        "origins": one.origins, "theatre": one.theatre, "judgements": joined(one.judgements),
        "incident_ids": joined(one.incidents), "claim_ids": joined(one.claims),
    }  # fmt: skip
