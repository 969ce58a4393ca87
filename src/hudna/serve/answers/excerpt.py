"""What documents and exports are written from: the day's edition, or a part of it.

A small store is written whole, where nothing narrows it. Of a large one, and wherever filters
are given, a part is put together from the shelf: the incidents and claims wanted, with what
was derived of them when the day was made ready. Nothing is derived here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import islice
from typing import Any, TypeVar, cast

from hudna.knowing import with_imports
from hudna.link.judged import corrected_claim, read_judgements
from hudna.model.claim import Claim
from hudna.model.edition import Edition, What
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.finding import Count, Review
from hudna.model.incident import Incident
from hudna.model.picture import Picture
from hudna.model.record import Record
from hudna.picturing import agreements_for, calendar_of
from hudna.publish.public import public_until
from hudna.serve.answers.pages import wanted_by
from hudna.serve.answers.records import RECORDS, bodies_of, numbers_of
from hudna.serve.answers.search import with_words
from hudna.serve.answers.texts import stored_claims
from hudna.serve.asked import Filters
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf
from hudna.store import StoredClaim
from hudna.store.lists import Slice, claim_slice, incident_place, incident_slice
from hudna.store.shelves import bodies_on
from hudna.store.wanted import Wanted

# So many claims are written at once; about ten seconds of work and 200 MB of memory.
MOST_CLAIMS = 20_000
# Claims that tell of no event stand in documents too.
_BESIDE = ("control", "purpose", "composition")
RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True, slots=True)
class Part:
    """Which part: under filters, told of since a day, or by name."""

    filters: Filters
    what: What | None = None
    told_since: date | None = None
    names: tuple[str, ...] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether no filter narrows it."""
        return all(
            not getattr(self.filters, one.name) and getattr(self.filters, one.name) is not False
            for one in fields(self.filters)
        )


def edition_for(shelf: Shelf, part: Part) -> Edition:
    """The edition that a document or export is written from."""
    if part.is_whole and not shelf.room.is_large:
        return shelf.room.edition(shelf.order, part.what)
    wanted = with_words(shelf, wanted_by(shelf, part.filters), part.filters)
    since = part.told_since.toordinal() if part.told_since else None
    wanted = replace(wanted, told_since=since, names=part.names if part.names is not None else wanted.names)
    incidents = [] if part.what in {"claims", "imported"} else list(_incidents(shelf, wanted))
    derived = _derived(shelf, part)
    evidence = _evidence(
        shelf, incidents, [*_claims_wanted(shelf, incidents, wanted, part), *_cited(derived, part)]
    )
    days = calendar_of(derived.as_of, agreements=agreements_for(evidence))
    narrowed = not part.is_whole or part.told_since is not None or part.names is not None
    edition = replace(
        derived, evidence=evidence, review=replace(derived.review, occasions=days), part=narrowed
    )
    return with_imports(edition, shelf.room.options.store, events=part.what == "imported")


def told_by_findings(shelf: Shelf) -> tuple[str, ...]:
    """The incidents that any finding rests on, which is all that a report on an agreement tells of."""
    names = {name for body in bodies_of(shelf, "findings") for name in body.get("incidents", ())}
    if len(names) > MOST_CLAIMS:
        raise _too_many(shelf)
    return tuple(sorted(names))


def _incidents(shelf: Shelf, wanted: Wanted) -> Iterator[Incident]:
    claims, piece = 0, Slice(500)
    while True:
        with shelf.reading() as connection:
            got = incident_slice(connection, wanted, piece)
        for row in got.rows:
            incident = Incident.model_validate_json(row.record)
            claims += len(incident.claims)
            if claims > MOST_CLAIMS:
                raise _too_many(shelf)
            yield incident
        if not got.more_after:
            return
        piece = Slice(500, after=incident_place(got.rows[-1]))


def _too_many(shelf: Shelf) -> Refused:
    now = shelf.as_of.isoformat()
    return Refused(
        413,
        f"this holds more than {MOST_CLAIMS} claims, which are written at once at most; narrow it with since, until, place, actor, root "
        f"or period (such as since={now[:7]}-01), page or stream /incidents and /claims, or write it by `hudna export` and `hudna sitrep`",
    )


def _claims_wanted(shelf: Shelf, incidents: Sequence[Incident], wanted: Wanted, part: Part) -> Iterator[str]:
    yield from (name for one in incidents for name in one.claims)
    if part.what in {None, "claims"} and part.names is None:
        yield from _claims_beside(shelf, wanted, () if part.what == "claims" else _BESIDE)


def _cited(derived: Edition, part: Part) -> Iterator[str]:
    """What a document cites beside its incidents; of more than can be written the newest."""
    if part.what is not None:
        return
    picture, review = derived.picture, derived.review
    records: Iterable[Any] = (
        *derived.alerts, *derived.assessments, *picture.postures, *picture.movements, *picture.holdings, *picture.signals,
        *picture.channels, *review.declared, *review.tripwires, *reversed(review.findings), *review.counts,
    )  # fmt: skip
    named = (name for one in records for name in getattr(one, "claims", ()))
    yield from islice(dict.fromkeys(named), MOST_CLAIMS)


def _evidence(shelf: Shelf, incidents: Sequence[Incident], names: Sequence[str]) -> Evidence:
    held = stored_claims(shelf, names)
    judgements = () if shelf.public else tuple(shelf.room.store.judgements())
    reports = {item.report.id: item.report for item in held.values()}
    return evidence_of(incidents, _judged(held.values(), judgements), reports.values(), judgements)


def _judged(held: Iterable[StoredClaim], judgements: Sequence[Any]) -> list[Claim]:
    judged = read_judgements(judgements)
    return [corrected_claim(item.claim, judged) for item in held if item.claim.id not in judged.rejected]


def _claims_beside(shelf: Shelf, wanted: Wanted, contents: Sequence[str]) -> list[str]:
    """Claims under the filters, of these contents, or all."""
    names: list[str] = []
    told_by = shelf.as_of.toordinal() if shelf.ready.whole else None
    rows = shelf.rows if shelf.public else 0
    for content in contents or (None,):
        asked = replace(wanted, shelf=rows, told_by=told_by, content=content)
        piece = Slice(1000)
        while True:
            with shelf.reading() as connection:
                got = claim_slice(connection, asked, piece)
            names += [row.id for row in got.rows]
            if len(names) > MOST_CLAIMS:
                raise _too_many(shelf)
            if not got.more_after:
                break
            piece = Slice(1000, after=(got.rows[-1].day, got.rows[-1].id))
    return names


def _derived(shelf: Shelf, part: Part) -> Edition:
    """What was derived when the day was made ready, as far as filters want it."""

    def held(kind: str) -> tuple[Any, ...]:
        # Numbers that were counted up are those of an agreement, whatever is filtered.
        numbers = numbers_of(shelf, kind, None if kind == "counts" else part.filters, {})
        with shelf.reading() as connection:
            bodies = bodies_on(connection, shelf.ready.id, kind, sorted(numbers))
        record = Count if kind == "counts" else RECORDS[kind]
        return tuple(record.model_validate_json(body) for body in bodies)

    day = min(shelf.as_of, public_until(shelf.room.clock())) if shelf.public else shelf.as_of
    picture = Picture(
        day, postures=held("postures"), movements=held("movements"), holdings=held("control"), signals=held("signals"),
        channels=held("channels"),
    )  # fmt: skip
    review = Review(
        day,
        findings=held("findings"),
        declared=held("declared"),
        tripwires=held("tripwires"),
        counts=held("counts"),
    )
    return Edition(
        day, cast("Any", None), picture, review, assessments=held("assessments"), alerts=held("alerts"), public=shelf.public
    )  # fmt: skip
