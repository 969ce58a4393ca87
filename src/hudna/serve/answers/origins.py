"""Origins of an incident → the reports that carry each → the claims they make, in their words."""

from itertools import zip_longest
from typing import Any

from hudna.model.incident import Incident
from hudna.serve.answers.texts import claim_in_words, every_judgement, head_of, stored_claims
from hudna.serve.shelves import Shelf
from hudna.store import StoredClaim


def told_of(shelf: Shelf, incident: Incident) -> list[dict[str, Any]]:
    """Every origin, with its reports oldest first."""
    held = stored_claims(shelf, incident.claims)
    by_report: dict[str, list[StoredClaim]] = {}
    for item in held.values():
        by_report.setdefault(item.report.id, []).append(item)
    judgements = every_judgement(shelf)
    rows = zip_longest(incident.origins, incident.origin_letters, incident.origins_because)
    return [
        {
            "letter": letter, "because": because,
            "reports": [_told(by_report[name], incident.id, judgements) for name in reports or () if name in by_report],
        }
        for reports, letter, because in rows
    ]  # fmt: skip


def _told(items: list[StoredClaim], incident: str, judgements: list[dict[str, Any]]) -> dict[str, Any]:
    inside = sorted(items, key=lambda item: (item.claim.start, item.claim.id))
    claims = [claim_in_words(item, incident, judgements) for item in inside]
    return {**head_of(items[0].report), "claims": claims}
