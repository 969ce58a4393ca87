"""UCDP GED and its monthly candidate files (CSV, also zipped)."""

from collections.abc import Iterator
from pathlib import Path

from hudna.collect.imports.rows import Row, digest_of, rows_of, version_in
from hudna.knowledge.borders import country_of
from hudna.knowledge.import_rules import ImportRules, load_import_rules
from hudna.model.claim import Status
from hudna.model.imported import Imported
from hudna.model.incident import Incident, Party, Toll, When, Where
from hudna.model.report import Issue

DESCRIPTION = "UCDP GED or candidate events (CSV)"
NEEDED = (
    "id", "type_of_violence", "side_a", "side_b", "country", "where_prec", "latitude", "longitude", "date_start", "date_end",
    "best", "high", "low",
)  # fmt: skip


def read(path: Path) -> Iterator[Imported | Issue]:
    """Each event as a record."""
    rules, digest, version = load_import_rules("ucdp"), digest_of(path), version_in(path.stem)
    for row in rows_of(path, NEEDED, "UCDP event"):
        try:
            kind = row.code("type_of_violence") or ""
            if kind not in rules.events:
                raise ValueError(f"type_of_violence '{kind}' is unknown; 1, 2 or 3 would be right")
            yield Imported(
                id=f"ucdp:{row.code('id') or row.needed('id')}", dataset="ucdp", version=version, file=path.name, sha256=digest, row=row.line,
                terms=rules.terms, may_be_passed_on=rules.may_be_passed_on, rule=f"ucdp_import: type {kind}",
                incident=_incident(row, rules, kind), original=row.values,
            )  # fmt: skip
        except ValueError as error:
            yield Issue(input=f"{path.name}:{row.line}", reason=str(error))


def _incident(row: Row, rules: ImportRules, kind: str) -> Incident:
    [coded] = rules.events[kind]
    found = country_of(row.needed("country"))
    country = found.id if found else None
    state = rules.sectors["state" if kind == "1" else "group"]
    other = rules.sectors["civilians" if kind == "3" else "group"]
    return Incident(
        id=f"ucdp:{row.code('id') or row.needed('id')}", root=coded.root, mode=coded.mode, contexts=coded.contexts, counts=True, status=Status.REPORTED,
        claims=(), reports=(), origins=(), actors=(Party(text=row.needed("side_a"), country=country, sector=state),),
        recipients=(Party(text=row.needed("side_b"), country=country, sector=other),), place=_place(row, rules, country),
        occurred=_when(row), fatalities=_dead(row),
    )  # fmt: skip


def _dead(row: Row) -> Toll:
    low, best, high = (row.whole(name) for name in ("low", "best", "high"))
    told = [one for one in (low, best, high) if one is not None]
    if told != sorted(told):
        raise ValueError(f"low {low}, best {best}, high {high}: low ≤ best ≤ high would be right")
    return Toll(low=low, best=best, high=high)


def _place(row: Row, rules: ImportRules, country: str | None) -> Where:
    code = row.code("where_prec") or ""
    if code not in rules.places:
        raise ValueError(f"where_prec '{code}' is unknown; 1 to 7 would be right")
    placed = rules.places[code]
    return Where(
        name=row.text("where_coordinates", "adm_2", "adm_1") or row.needed("country"), lat=row.degrees("latitude", 90),
        lon=row.degrees("longitude", 180), radius_km=placed.radius_km, precision=placed.precision, country=country, admin1=row.text("adm_1"),
    )  # fmt: skip


def _when(row: Row) -> When:
    first, last = row.day("date_start"), row.day("date_end")
    if last < first:
        raise ValueError(f"date_end {last} lies before date_start {first}")
    days = (last - first).days
    return When(
        earliest=first,
        latest=last,
        precision="day" if days == 0 else "span" if days < 28 else "month",
        basis="stated",
    )
