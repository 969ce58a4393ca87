"""ViEWS forecasts by country-month or PRIO-GRID-month: CSV, or the JSON that its interface gives.

Expected deaths, chance of deaths, or draws; whichever columns a file has. month_id 1 is
January 1980.
"""

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from hudna.collect.imports.rows import Row, digest_of, rows_of
from hudna.errors import InputError
from hudna.model.imported import Forecasted, Imported
from hudna.model.report import Issue

DESCRIPTION = "ViEWS forecasts (CSV or JSON)"
TERMS = "ViEWS, Uppsala University and PRIO, https://viewsforecasting.org, CC BY 4.0. A forecast of others, not Hudna's."
_UNITS = (
    ("grid", ("pg_id", "priogrid_gid", "priogrid_id")),
    ("country", ("isoab", "iso_code", "country_id", "gwcode")),
)
_DEATHS = ("main_mean", "mean", "pred_mean", "outcome")
_LOGGED = ("main_mean_ln", "mean_ln", "pred_ln_sb_best")
_CHANCE = ("main_dich", "dich", "prob")


def read(path: Path) -> Iterator[Imported | Issue]:
    """Each forecast as a record; rows of draws become one record a unit and month."""
    digest = digest_of(path)
    drawn: dict[tuple[str, str, str], list[float]] = {}
    lines: dict[tuple[str, str, str], Row] = {}
    for row in _rows(path):
        try:
            level, unit, month = _unit(row), _name(row), _month(row)
            if row.text("draw") is not None:
                drawn.setdefault((level, unit, month), []).append(_number(row, "outcome"))
                lines.setdefault((level, unit, month), row)
                continue
            yield _record(row, _forecast(row, level, unit, month), path, digest)
        except ValueError as error:
            yield Issue(input=f"{path.name}:{row.line}", reason=str(error))
    for key, draws in drawn.items():
        level, unit, month = key
        held = Forecasted.model_validate({"unit": unit, "level": level, "month": month, "draws": tuple(draws), "deaths": sum(draws) / len(draws), "column": "outcome"})  # fmt: skip
        yield _record(lines[key], held, path, digest)


def _record(row: Row, forecast: Forecasted, path: Path, digest: str) -> Imported:
    return Imported(
        id=f"views:{forecast.level}:{forecast.unit}:{forecast.month}:{forecast.column}", dataset="views", file=path.name,
        sha256=digest, row=row.line, terms=TERMS, may_be_passed_on=True, rule="as given", forecast=forecast, original=row.values,
    )  # fmt: skip


def _rows(path: Path) -> Iterable[Row]:
    if path.suffix != ".json":
        return rows_of(path, (), "ViEWS")
    try:
        held = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise InputError(f"{path.name}: not JSON: {error}") from error
    rows = held.get("data") if isinstance(held, dict) else held
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(
            f"{path.name}: no ViEWS file: a list of rows, or an object with 'data', would be right"
        )
    return [
        Row(number, {str(name): "" if value is None else str(value) for name, value in row.items()})
        for number, row in enumerate(rows, 1)
    ]


def _unit(row: Row) -> str:
    for level, names in _UNITS:
        if row.text(*names) is not None:
            return level
    known = ", ".join(name for _, names in _UNITS for name in names)
    raise ValueError(f"no unit: none of {known} holds anything")


def _name(row: Row) -> str:
    return next(value for _, names in _UNITS for value in [row.text(*names)] if value is not None)


def _month(row: Row) -> str:
    year, month = row.whole("year"), row.whole("month")
    if year is not None and month is not None:
        if not 1 <= month <= 12:
            raise ValueError(f"month '{month}' is no month; 1 to 12 would be right")
        return f"{year:04d}-{month:02d}"
    number = row.whole("month_id")
    if not number:
        raise ValueError("no month: year and month, or month_id, would be right")
    return f"{1980 + (number - 1) // 12:04d}-{(number - 1) % 12 + 1:02d}"


def _forecast(row: Row, level: str, unit: str, month: str) -> Forecasted:
    deaths, chance = _first(row, _DEATHS), _first(row, _CHANCE)
    logged = _first(row, _LOGGED)
    if deaths is None and logged is not None:
        deaths = logged[0], math.expm1(logged[1])
    if deaths is None and chance is None:
        raise ValueError(f"no forecast: none of {', '.join((*_DEATHS, *_LOGGED, *_CHANCE))} holds anything")
    if chance is not None and not 0 <= chance[1] <= 1:
        raise ValueError(f"{chance[0]} '{chance[1]}' is no chance; 0 to 1 would be right")
    named = deaths or chance
    assert named is not None  # as just asked
    return Forecasted.model_validate(
        {"unit": unit, "level": level, "month": month, "deaths": deaths[1] if deaths else None, "chance": chance[1] if chance else None, "column": named[0]}
    )  # fmt: skip


def _first(row: Row, names: tuple[str, ...]) -> tuple[str, float] | None:
    return next(((name, _number(row, name)) for name in names if row.text(name) is not None), None)


def _number(row: Row, name: str) -> float:
    written = row.needed(name)
    try:
        value = float(written)
    except ValueError:
        raise ValueError(f"{name} '{written}' is no number") from None
    if not math.isfinite(value):
        raise ValueError(f"{name} '{written}' is no number")
    return value
