"""The queue of open questions, people's judgements, and recording one."""

import threading
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from fastapi import Response
from sqlalchemy import Connection

from hudna.judging import SETTLING, Wish, decide
from hudna.link.judged import standing
from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.proposal import Proposal
from hudna.publish.telling import told
from hudna.publish.wording import sentence, wording
from hudna.review import Item
from hudna.review.queue import queue
from hudna.serve.answers.pages import Edge, edge_of, page, written
from hudna.serve.answers.texts import every_judgement, judgement_out
from hudna.serve.asked import Paging
from hudna.serve.people import Person, may_judge
from hudna.serve.problems import Refused
from hudna.serve.schemas.review import JudgementIn
from hudna.serve.shelves import Room, Shelf
from hudna.showing import version_of
from hudna.store.open_questions import open_claims, open_incidents
from hudna.store.proposals import proposals_held

_ONE = threading.Lock()
RULE = "the most consequential first"


def queue_of(shelf: Shelf, paging: Paging, kind: str | None) -> Response:
    """Open questions."""
    edge = edge_of(paging.cursor)
    start = edge.day if edge else 0
    settled = _settled(shelf.room)
    items: list[tuple[float, str, Incident | Claim | Proposal]] = []
    with shelf.reading() as connection:
        if kind in {None, "incident"}:
            items += open_incidents(connection, settled, start + paging.limit + 1)
        if kind in {None, "claim"}:
            items += open_claims(connection, settled, start + paging.limit + 1)
        if kind in {None, "sentence"}:
            items += _open_sentences(connection, settled)
        total = sum(len(open_(connection, settled, None)) for open_ in _asked(kind))
    items.sort(key=lambda item: (-item[0], item[1]))
    kept = standing(shelf.room.store.judgements())
    part = items[start : start + paging.limit]
    after = Edge("after", start + paging.limit, "") if len(items) > start + paging.limit else None
    before = Edge("before", max(0, start - paging.limit), "") if start else None
    results = [written(_item(shelf, record, kept)) for _, _, record in part]
    return page(shelf, results, total=total, rule=RULE, after=after, before=before)


def _asked(kind: str | None) -> list[Any]:
    from hudna.store.open_questions import open_claim_names, open_incident_names  # noqa: PLC0415

    every = {"incident": open_incident_names, "claim": open_claim_names, "sentence": _open_sentences}
    return [every[kind]] if kind else list(every.values())


def _open_sentences(
    connection: Connection, settled: AbstractSet[str], _limit: int | None = None
) -> list[tuple[float, str, Proposal]]:
    """The sentences without a claim that nobody has answered for."""
    return [(one.likeness, one.id, one) for one in proposals_held(connection) if one.id not in settled]


def _settled(room: Room) -> set[str]:
    """What people have answered, under every name it may go by."""
    kept = standing(room.store.judgements())
    named = {name for one in kept if one.act in SETTLING for name in one.about}
    return named | {f"i-{name}" for name in named if not name.startswith("i-")}


def _item(shelf: Shelf, record: Incident | Claim | Proposal, kept: Sequence[Judgement]) -> dict[str, Any]:
    item, words = _asked_of(record, shelf.lang)
    version = _version(record, kept)
    return {
        "schema": "hudna.review/1", "about": item.about, "kind": item.kind, "why": item.why, "weight": item.weight,
        "because": list(item.because), "acts": list(item.acts), "version": version, "words": words,
        "report": record.report if isinstance(record, Proposal) else None,
    }  # fmt: skip


def _asked_of(record: Incident | Claim | Proposal, lang: str) -> tuple[Item, str]:
    """The question, and what it is about in one sentence."""
    if isinstance(record, Incident):
        return queue([record], [])[0], told(record, wording(lang))
    if isinstance(record, Claim):
        return queue([], [record])[0], sentence(record, lang)
    return queue([], [], proposals=[record])[0], record.words.text


def judgements_of(shelf: Shelf, paging: Paging, about: str | None) -> Response:
    """What people judged."""
    every = [one for one in reversed(every_judgement(shelf)) if about is None or about in one["about"]]
    edge = edge_of(paging.cursor)
    start = edge.day if edge else 0
    results = [written(one) for one in every[start : start + paging.limit]]
    after = Edge("after", start + paging.limit, "") if start + paging.limit < len(every) else None
    before = Edge("before", max(0, start - paging.limit), "") if start else None
    return page(shelf, results, total=len(every), rule="newest first", after=after, before=before)


def judge(room: Room, who: Person, given: JudgementIn, if_match: str | None) -> Response:
    """Record a judgement under the person's own name."""
    if not may_judge(who, given.act):
        raise Refused(403, f"{who.told} may not {given.act}; a verifier may")
    if not given.about and given.act != "withdraw":
        raise Refused(422, f"about is empty; a {given.act} names what it is about")
    field = _field(given)
    wish = Wish(
        given.act,
        tuple(given.about),
        who.name,
        given.reason,
        field=field,
        value=given.value,
        withdraws=given.withdraws,
    )
    # One at a time: what was looked at must still be so when the judgement is written.
    with _ONE:
        _still(room, given, if_match)
        done = decide(room.store, wish)
    kept = {one.id for one in standing(room.store.judgements())}
    now = {name: found for name in done.incidents if (found := room.store.incident(name))}
    versions = {name: version_of(one.model_dump_json(by_alias=True)) for name, one in now.items()}
    answer = {
        "judgement": judgement_out(done.judgement, kept), "incidents": list(done.incidents), "versions": versions,
        "overruled": list(done.overruled),
    }  # fmt: skip
    return Response(written(answer), 201 if done.added else 200, media_type="application/json")


def _field(given: JudgementIn) -> str | None:
    if given.field is None and given.act == "verify":
        return "verification"
    if given.field is None and given.act == "grade":
        return "credibility" if given.about and given.about[0].startswith("i-") else "reliability"
    if given.act == "grade" and given.field not in {"credibility", "reliability"}:
        raise Refused(422, f"field is {given.field!r}; a grade sets credibility (1–6) or reliability (A–F)")
    if given.act == "correct" and (not given.field or given.value is None or len(given.about) != 1):
        raise Refused(422, "a correction names one claim or incident, a field and a value")
    return given.field


def _version(record: Incident | Claim | Proposal, kept: Sequence[Judgement]) -> str:
    """Which version is looked at: an incident holds what was judged of it; else the judgements make it another."""
    body = record.model_dump_json(by_alias=True)
    if isinstance(record, Incident):
        return version_of(body)
    return version_of(" ".join([body, *(one.id for one in kept if record.id in one.about)]))


def _still(room: Room, given: JudgementIn, if_match: str | None) -> None:
    """409 with what changed, where an incident, claim or sentence is not as it was looked at."""
    if if_match is None:
        return
    asked = {one.strip().removeprefix("W/").strip('"') for one in if_match.split(",")}
    judgements = room.store.judgements()
    kept = standing(judgements)
    now = _named_now(room, given.about)
    if not now:
        raise Refused(
            409, f"{(*given.about, 'what was looked at')[0]} is not there any more; look at it again"
        )
    versions = [_version(one, kept) for one in now]
    if asked & {"*", *versions}:
        return
    held = {name for one in now if isinstance(one, Incident) for name in one.judgements}
    held |= {one.id for one in judgements if set(one.about) & set(given.about)}
    since = [one for one in judgements if one.id in held or one.withdraws in held][-5:]
    told_by = "; ".join(f"{one.author}: {one.act} ({one.reason})" for one in since) or "newly read reports"
    raise Refused(
        409, f"{given.about[0]} has changed since it was looked at, by {told_by}; it is {now[0].id} in version {versions[0]} now",
        incident=now[0].id, version=versions[0], changed_by=[one.id for one in since],
        changed=[{"author": one.author, "act": one.act, "reason": one.reason} for one in since],
    )  # fmt: skip


def _named_now(room: Room, about: Sequence[str]) -> list[Incident | Claim | Proposal]:
    """What a judgement names, as it is now: the first incident, and claims and sentences by themselves.

    A correction of a claim names the claim; what was looked at is the incident that it is part of, or the claim alone.
    """
    incidents = [found for name in about if (found := room.store.incident(name))][:1]
    bare = [name for name in about if not name.startswith("i-")]
    claims = [held[0].claim for name in bare if (held := room.store.find(name))]
    with room.store.connection() as connection:
        sentences = [one for one in proposals_held(connection) if one.id in bare]
    return [*incidents, *claims, *sentences]
