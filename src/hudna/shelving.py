"""The edition of a day → a shelf of the store, from which a server reads without deriving anything.

edition, series of postures, indicators, sources → rows
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hudna.editing import watched_agreements
from hudna.knowing import edition_of
from hudna.knowledge.affiliations import load_affiliations
from hudna.knowledge.theatres import THEATRES
from hudna.model.alert import Outcome
from hudna.model.edition import Edition
from hudna.model.incident import Where
from hudna.model.record import Record
from hudna.model.report import Report
from hudna.model.shown import ordinal
from hudna.picturing import posture_series
from hudna.showing import shown_claim, shown_incident
from hudna.store import Store
from hudna.store.alerts import using_alerts
from hudna.store.shelves import Filled, Ready, make_shelf, state_of
from hudna.watching import gaps_of, known_things, measures_of, score_alerts, silences_of

# What lists show by day.
_NEWEST_BY = {
    "movements": "last_seen",
    "control": "as_of",
    "signals": "on",
    "findings": "on",
    "declared": "on",
}
# So many weeks of a source's volume are shown.
WEEKS = 12


@dataclass(frozen=True, slots=True)
class Order:
    """Which edition is to be made ready. `whole`: with its own incidents and claims.

    `past`: what was known on that day; else what is known now, which ends on it.
    """

    as_of: date
    public: bool
    whole: bool
    past: bool

    @property
    def asked(self) -> date | None:
        """The day to ask the store for; None: now."""
        return self.as_of if self.past else None


def shelve(store: Store, path: Path, order: Order) -> Ready:
    """Make the edition of a day ready to be read."""
    with store.connection() as connection:
        state = state_of(connection)
    edition = edition_of(path, order.asked, public=order.public)
    filled = filled_from(edition, whole=order.whole, outcomes=_outcomes(path, edition))
    # Incidents are kept in step before they are read, so what is known may have grown on the way.
    with store.connection(writing=True) as connection:
        return make_shelf(
            connection,
            edition.as_of,
            filled,
            public=order.public,
            whole=order.whole,
            state=state_of(connection) or state,
        )


def _outcomes(path: Path, edition: Edition) -> tuple[Outcome, ...]:
    """What became of every alert raised by then; not public, since their words are withheld."""
    if edition.public or not edition.alerts:
        return ()
    with using_alerts(path) as log:
        return score_alerts(log.lines(until=edition.as_of), edition.evidence, edition.as_of)


def filled_from(edition: Edition, *, whole: bool, outcomes: Iterable[Record] = ()) -> Filled:
    """What lies on the shelf of an edition."""
    records = {kind: list(_rows(kind, found)) for kind, found in _records(edition).items()}
    records["outcomes"] = list(_rows("outcomes", outcomes))
    records["sources"] = [_plain("sources", one) for one in sources_of(edition)]
    records["gaps"] = [_plain("gap", {"text": text}) for text in _gaps(edition)]
    records["issues"] = [_plain("issue", one.model_dump(mode="json")) for one in edition.issues]
    records["agreements"] = [_plain(one.id, {"id": one.id}) for one in watched_agreements(edition)]
    records["totals"] = [_plain("totals", _totals(edition))]
    if not whole:
        return Filled(records)
    records["reports"] = [_plain(one.id, _head(one)) for one in edition.evidence.reports.values()]
    reports = edition.evidence.reports
    claims = [
        shown_claim(one, reports.get(one.report), 0, body=True) for one in edition.evidence.claims.values()
    ]
    incidents = [shown_incident(one, body=True) for one in edition.evidence.incidents]
    return Filled(records, incidents, claims)


def _records(edition: Edition) -> Mapping[str, Iterable[Record]]:
    picture, review, evidence = edition.picture, edition.review, edition.evidence
    # The series of postures is drawn from how things were told, which is not public.
    series = () if edition.public else posture_series(evidence, edition.as_of)
    return {
        "postures": picture.postures, "series": series, "movements": picture.movements,
        "control": picture.holdings, "signals": picture.signals, "channels": picture.channels,
        "findings": review.findings, "declared": review.declared, "tripwires": review.tripwires,
        "counts": review.counts, "assessments": edition.assessments, "alerts": edition.alerts,
        "indicators": measures_of(evidence, edition.as_of) if evidence.incidents else (),
    }  # fmt: skip


def _ranks(kind: str, records: Sequence[Any]) -> list[int]:
    """The rank of each in a list, the newest first, undated ones last; documents keep the records' own order."""
    day = _NEWEST_BY.get(kind)
    if day is None:
        return list(range(len(records)))
    order = sorted(range(len(records)), key=lambda at: -(getattr(records[at], day) or date.min).toordinal())
    return [rank for rank, _ in sorted(enumerate(order), key=lambda pair: pair[1])]


def _rows(kind: str, records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    held = list(records)
    for record, rank in zip(held, _ranks(kind, held), strict=True):
        facts = {**_facts(record), "rank": rank}
        where = _where(record)
        yield {
            "id": facts.get("id"), "day": ordinal(_day(record)), "lat": where.lat if where else None,
            "lon": where.lon if where else None, "theatre": facts.get("theatre"), "subject": _subject(kind, facts),
            "facts": json.dumps(facts, ensure_ascii=False), "body": record.model_dump_json(by_alias=True),
        }  # fmt: skip


def _plain(name: str, body: Mapping[str, Any]) -> dict[str, Any]:
    written = json.dumps(body, ensure_ascii=False, default=str)
    return {
        "id": name, "day": 0, "lat": None, "lon": None, "theatre": None, "subject": None, "facts": "{}", "body": written,
    }  # fmt: skip


# What filters may name of a record; whatever of it a kind of record lacks does not exclude it.
_FACTS = ("id", "actor", "side", "area", "theatre", "agreement", "provision", "party", "verdict", "label", "standing", "kind",
          "state", "status", "level", "question", "indicator", "direction", "incidents", "field", "unit")  # fmt: skip


def _facts(record: Record) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name in _FACTS:
        value = getattr(record, name, None)
        if value is not None:
            facts[name] = (
                list(value)
                if isinstance(value, tuple)
                else str(value)
                if not isinstance(value, bool)
                else value
            )
    facts["actors"] = _actors(record)
    if where := _where(record):
        facts |= {name: value for name in ("country",) if (value := getattr(where, name)) is not None}
        facts["place"] = where.id
    return facts


def _actors(record: Record) -> list[str]:
    named = [getattr(record, "actor", None), *getattr(record, "within", ())]
    for name in ("force", "by", "to"):
        value = getattr(record, name, None)
        named += [one.id for one in value] if isinstance(value, tuple) else []
    for name in ("holder", "claimed_by", "declarer", "author"):
        one = getattr(record, name, None)
        named.append(one.id if one is not None else None)
    return list(dict.fromkeys(one for one in named if isinstance(one, str)))


def _where(record: Record) -> Where | None:
    for name in ("place", "where", "at", "destination", "heading", "origin"):
        found = getattr(record, name, None)
        if isinstance(found, Where):
            return found
    return None


def _day(record: Record) -> date | None:
    for name in ("on", "last_seen", "last_heard", "last_evidence", "as_of"):
        found = getattr(record, name, None)
        if isinstance(found, date):
            return found
    return None


def _subject(kind: str, facts: Mapping[str, Any]) -> str | None:
    names = {
        "findings": "provision",
        "counts": "provision",
        "postures": "actor",
        "series": "actor",
        "control": "place",
    }
    found = facts.get(names.get(kind, "id"))
    return str(found)[:200] if found is not None else None


def _head(report: Report) -> dict[str, Any]:
    return report.model_dump(mode="json", exclude={"text"})


def _gaps(edition: Edition) -> tuple[str, ...]:
    return () if edition.public else gaps_of(edition.evidence, edition.as_of)


def _totals(edition: Edition) -> dict[str, Any]:
    evidence = edition.evidence
    return {
        "reports": len(evidence.reports),
        "claims": len(evidence.claims),
        "incidents": len(evidence.incidents),
    }


def sources_of(edition: Edition) -> Iterator[dict[str, Any]]:
    """Each publisher with its volume by week, and those expected but never read; nobody in a public edition."""
    if edition.public:
        return
    publisher, gaps = known_things().publisher, silences_of(edition.evidence, edition.as_of)
    silent = {gap.source: gap for gap in gaps}
    by_source: dict[str, list[Report]] = defaultdict(list)
    for report in edition.evidence.reports.values():
        by_source[publisher(report.source)].append(report)
    never: dict[str, list[Report]] = {gap.source: [] for gap in gaps if gap.since is None}
    claims = {name: len(found) for name, found in edition.evidence.in_report.items()}
    for name, reports in sorted({**never, **by_source}.items(), key=lambda item: (-len(item[1]), item[0])):
        told = sum(claims.get(one.id, 0) for one in reports)
        yield {**_of_source(name, reports, edition.as_of), "claims": told, "silent": name in silent}


def _of_source(name: str, reports: list[Report], as_of: date) -> dict[str, Any]:
    outlet = load_affiliations(THEATRES).outlet(name)
    days = sorted(one.published for one in reports if one.published)
    first, last = (days[0], days[-1]) if days else (None, None)
    given = next((one.source for one in reports if one.source), name)
    return {
        "name": outlet.name if outlet else given, "id": outlet.id if outlet else None, "reports": len(reports),
        "languages": sorted({one.language for one in reports if one.language}), "first": first, "last": last,
        "per_week": round(len(days) / max(1.0, ((as_of - first).days + 1) / 7), 2) if first else None,
        "recent": _by_week(days, as_of), "silent_days": (as_of - last).days if last else None,
        "letter": outlet.reliability if outlet else None, "side": outlet.side if outlet else None,
        "owner": outlet.family if outlet else None,
    }  # fmt: skip


def _by_week(days: Iterable[date], as_of: date) -> list[int]:
    weeks = [0] * WEEKS
    for day in days:
        ago = (as_of - day) // timedelta(weeks=1)
        if 0 <= ago < WEEKS:
            weeks[WEEKS - 1 - ago] += 1
    return weeks
