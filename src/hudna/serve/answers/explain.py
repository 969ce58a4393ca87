"""The way from anything that has an id back to the words it rests on."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import Response

from hudna.link.outline import Outline
from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.publish.saying import saying
from hudna.publish.telling import told
from hudna.publish.wording import sentence, wording
from hudna.serve.answers.incidents import found_incident
from hudna.serve.answers.texts import claim_in_words, every_judgement, incidents_of, stored_claims
from hudna.serve.in_words import in_words
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf
from hudna.store import StoredClaim
from hudna.store.proposals import proposals_held
from hudna.store.shelves import record_named

# So many claims are given with their words; the rest by id, through rests_on.
_SHOWN = 60
# Of a record these are words of whoever is quoted.
_OTHERS_WORDS = ("condition", "consequence", "declared", "source")
# Comparisons are drawn for so many claims of an incident.
_JOINED = 40


def explained(shelf: Shelf, name: str) -> Response:
    """An incident, a claim, a judgement, or a record of the day."""
    for way in (_record, _claim, _judgement, _incident):
        answer = way(shelf, name)
        if answer is not None:
            facts = [_fact_in(shelf.lang, one) for one in answer["facts"]]
            return shelf.json({"id": name, "joins": [], "rests_on": [], **answer, "facts": facts})
    raise Refused(404, f"nothing goes by {name!r} as of {shelf.as_of}")


def _fact_in(lang: str, fact: dict[str, str]) -> dict[str, str]:
    """A fact with its label, and a value that is one of a list, in the language."""
    found = saying(lang)
    if found is None:
        return fact
    return {"label": found.label(fact["label"]), "text": found.fact(fact["text"])}


def _record(shelf: Shelf, name: str) -> dict[str, Any] | None:
    with shelf.reading() as connection:
        row = record_named(connection, shelf.ready.id, name)
    if row is None or row.kind in {"reports", "agreements", "totals", "sources", "gaps", "issues"}:
        return None
    body = _with_quotes(in_words(json.loads(row.body), shelf.lang), shelf.lang)
    return {
        "kind": row.kind, "title": _title(body, name), "facts": list(_facts(body)), "rests_on": body.get("incidents", []),
        **_with_claims(shelf, body.get("claims", [])),
    }  # fmt: skip


def _with_quotes(body: dict[str, Any], lang: str) -> dict[str, Any]:
    """The record with others' words in quotation marks."""
    words = wording(lang).words
    return {**body, **{field: words.quoted(body[field]) for field in _OTHERS_WORDS if body.get(field)}}


def _claim(shelf: Shelf, name: str) -> dict[str, Any] | None:
    item = stored_claims(shelf, [name]).get(name)
    if item is None:
        return None
    claim = item.claim
    facts: list[tuple[str, str | None]] = [
        ("held as", f"{claim.speech_act} → {claim.status}"),
        ("counts", "yes" if claim.counts else "no: unsure reading" if claim.unsure else "no"),
        ("sureness", _sureness(claim)),
        ("rule", claim.rule),
    ]
    facts += [("graded", claim.graded), ("review", claim.review)]
    return {
        "kind": "claim", "title": sentence(claim, shelf.lang), "facts": [_fact(label, text) for label, text in facts if text],
        "rests_on": list(incidents_of(shelf, [name]).values()) if not shelf.public else [], **_with_claims(shelf, [name]),
    }  # fmt: skip


def _sureness(claim: Claim) -> str | None:
    """How sure the reading is, and what spoke most for it and against it."""
    held = claim.sureness
    return f"{held.value:.2f}, counts from {held.least:.2f}: {'; '.join(held.because)}" if held else None


def _judgement(shelf: Shelf, name: str) -> dict[str, Any] | None:
    one = next((one for one in every_judgement(shelf) if one["id"] == name), None)
    if one is None:
        return None
    facts = [
        _fact(label, str(one[label]))
        for label in ("author", "made", "field", "value", "withdraws", "reason")
        if one[label]
    ]
    claims = [about for about in one["about"] if not about.startswith("i-")]
    with shelf.reading() as connection:
        sentences = [held for held in proposals_held(connection) if held.id in claims]
    facts += [_fact("sentence", f"“{held.words.text}” ({held.report})") for held in sentences]
    claims = [about for about in claims if about not in {held.id for held in sentences}]
    stands = _fact("stands", "yes" if one["stands"] else "withdrawn")
    return {
        "kind": "judgement", "title": f"{one['act']} {', '.join(one['about'])}".strip(), "facts": [*facts, stands],
        "rests_on": [about for about in one["about"] if about.startswith("i-")], **_with_claims(shelf, claims),
    }  # fmt: skip


def _incident(shelf: Shelf, name: str) -> dict[str, Any] | None:
    try:
        incident, _, _ = found_incident(shelf, name)
    except Refused:
        return None
    facts = [
        ("held as", incident.status.value), ("counts", "yes" if incident.counts else "no"),
        ("verification", f"{incident.verification}, rung {incident.ladder} of 4"),
        ("grade", f"{incident.grade.reliability}{incident.grade.credibility}"),
        ("why this grade", "; ".join(incident.grade.because)),
        ("origins", f"{len(incident.origins)}, told in reports: {len(incident.reports)}"), *((("review", incident.review),) if incident.review else ()),
    ]  # fmt: skip
    facts += [
        ("origin", f"{', '.join(reports)}: {because}")
        for reports, because in zip(incident.origins, incident.origins_because, strict=False)
    ]
    return {
        "kind": "incident", "title": told(incident, wording(shelf.lang)), "facts": [_fact(*one) for one in facts],
        "joins": list(_joins(shelf, incident)), **_with_claims(shelf, incident.claims),
    }  # fmt: skip


def _with_claims(shelf: Shelf, names: Iterable[str]) -> dict[str, Any]:
    every = list(dict.fromkeys(names))
    held = stored_claims(shelf, every[:_SHOWN])
    incidents = {} if shelf.public else incidents_of(shelf, list(held))
    judgements = every_judgement(shelf)
    claims = [claim_in_words(item, incidents.get(name), judgements) for name, item in held.items()]
    return {"claims": claims, "claims_total": len(every)}


def _joins(shelf: Shelf, incident: Incident) -> Iterator[dict[str, Any]]:
    """For each claim from the second on the comparison that joins it best, feature by feature."""
    if shelf.public or len(incident.claims) < 2:
        return
    from hudna.pipeline import linking_stage  # noqa: PLC0415  # the packs of linking are read when first asked

    stage = linking_stage(shelf.room.store.judgements())
    before: list[tuple[str, Outline]] = []
    beside = shelf.room.store.beside(incident.claims[:_JOINED])
    for name, item in stored_claims(shelf, incident.claims[:_JOINED]).items():
        outline = stage.outline_of(item.claim, item.report, beside.get(item.report.id, ()))
        if outline is None:
            yield {
                "claim": name,
                "other": None,
                "start": None,
                "features": [],
                "total": None,
                "verdict": _explains(item),
            }
            continue
        tables = [(other, stage.scorer.table(outline, known)) for other, known in before]
        if tables:
            yield _join(name, *max(tables, key=lambda pair: pair[1].total), stage.scorer.weights.join)
        before.append((name, outline))


def _explains(item: StoredClaim) -> str:
    return f"it is the {item.claim.content} of another claim"


def _join(name: str, other: str, table: Any, join: float) -> dict[str, Any]:
    rows = [
        {"question": row.question, "answer": row.level.replace("_", " "), "bits": round(row.weight, 2), "because": row.because}
        for row in table.rows if row.weight
    ]  # fmt: skip
    verdict = "one occurrence" if table.total >= join else "joined by the others"
    return {
        "claim": name, "other": other, "start": round(table.start, 2), "features": rows, "total": round(table.total, 2), "verdict": verdict,
    }  # fmt: skip


def _title(body: dict[str, Any], name: str) -> str:
    for field in ("because", "text", "question", "condition", "name"):
        found = body.get(field)
        if isinstance(found, str):
            return found
    return name


def _facts(body: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Every plain value of a record under its name."""
    for name, value in body.items():
        if name in {"schema", "id", "claims", "incidents"} or value in (None, [], "", {}):
            continue
        if isinstance(value, str | int | float):
            yield _fact(name.replace("_", " "), str(value))
        elif isinstance(value, list):
            yield from (_fact(name.replace("_", " "), text) for one in value if (text := _in_short(one)))


def _in_short(one: Any) -> str | None:
    if isinstance(one, dict):
        found = [one.get(field) for field in ("because", "text", "question", "name", "id")]
        return next((str(text) for text in found if text), None)
    return str(one) if isinstance(one, str | int | float) else None


def _fact(label: str, text: str) -> dict[str, str]:
    return {"label": label, "text": text}
