"""Administrative boundaries with their codes: OCHA COD-AB (P-codes) of either naming, and geoBoundaries.

OCHA has named its columns in three ways: admin1Pcode, ADM1_PCODE, adm1_pcode. The level is that
of the deepest code a feature has.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hudna.collect.imports.layers import features_of, outline
from hudna.collect.imports.rows import digest_of
from hudna.knowledge.borders import country_of
from hudna.model.boundary import Boundary
from hudna.model.report import Issue

DESCRIPTION = "administrative boundaries with codes (GeoPackage, GeoJSON, Shapefile)"
TERMS = "as stated by the publisher of the file; OCHA COD-AB are CC BY-IGO, geoBoundaries CC BY 4.0"
_CODE = re.compile(r"adm(?:in)?([0-5])_?pcode")
_NAME = re.compile(r"adm(?:in)?([0-5])_?(?:name)?_?([a-z]{2}|name)?")
_ISO = re.compile(r"[A-Z]{3}")


def read(path: Path) -> Iterator[Boundary | Issue]:
    """Each unit with its outline."""
    digest = digest_of(path)
    for number, given, geometry in features_of(path):
        fields = {
            str(name).strip().lower(): value for name, value in given.items() if value not in (None, "")
        }
        try:
            if geometry is None:
                raise ValueError("geometry is empty or not readable")
            yield Boundary(
                **_unit(fields), file=path.name, sha256=digest, terms=TERMS, geometry=outline(geometry)
            )
        except ValueError as error:
            yield Issue(input=f"{path.name}: feature {number}", reason=str(error))


def _unit(fields: dict[str, Any]) -> dict[str, Any]:
    codes = {int(found[1]): str(value) for name, value in fields.items() if (found := _CODE.fullmatch(name))}
    if not codes:
        return _geoboundaries(fields)
    level = max(codes)
    names = _names(fields, level)
    if not names:
        raise ValueError(
            f"no name for level {level}; a column like adm{level}_name or ADM{level}_EN would be right"
        )
    return {
        "code": codes[level], "level": level, "name": names.get("en") or next(iter(names.values())), "names": names,
        "country": _country(fields), "parent": codes.get(level - 1), "valid_on": _day(fields.get("validon") or fields.get("valid_on")),
    }  # fmt: skip


def _geoboundaries(fields: dict[str, Any]) -> dict[str, Any]:
    kind = re.fullmatch(r"adm([0-5])", str(fields.get("shapetype", "")).lower())
    name, code = fields.get("shapename"), fields.get("shapeiso") or fields.get("shapeid")
    if kind is None or not name or not code:
        raise ValueError(
            f"no code of a unit: a column like adm1_pcode or ADM1_PCODE, or shapeType, shapeName and shapeISO, would be right; it has {', '.join(sorted(fields)[:10])}"
        )
    country = str(fields.get("shapegroup", ""))
    return {
        "code": str(code), "level": int(kind[1]), "name": str(name), "names": {"en": str(name)},
        "country": country if _ISO.fullmatch(country) else None,
    }  # fmt: skip


def _names(fields: dict[str, Any], level: int) -> dict[str, str]:
    """Names by language: ADM1_EN, admin1Name_ar, adm1_name; one without a language is taken for English."""
    found: dict[str, str] = {}
    for name, value in fields.items():
        match = _NAME.fullmatch(name)
        if match and int(match[1]) == level and isinstance(value, str):
            language = match[2] or "en"
            found["en" if language in {"name", "me"} else language] = value.strip()
    return found


def _country(fields: dict[str, Any]) -> str | None:
    for name in ("iso3", "adm0_iso3", "adm0_pcode", "admin0pcode", "adm0_en", "adm0_name", "admin0name_en"):
        value = str(fields.get(name, "")).strip()
        known = country_of(value) if value else None
        if known:
            return known.id
        if _ISO.fullmatch(value):
            return value
    return None


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
