"""The map under the map: countries, first-level divisions and towns, with names in Arabic.

Natural Earth and GeoNames, made small by tools/build_base_map.py; `names_ar.json` is made by
tools/build_place_names.py. Boundaries are for
orientation: right for shading, wrong for saying which side of a line a village lies on.
Properties: `n` name, `ar` Arabic name, `c` country, `x` `y` a point inside, `p` people.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from hudna.knowledge.files import ROOT

FOLDER = ROOT / "base_map"
CREDIT = "Natural Earth · GeoNames CC BY 4.0"
Feature = dict[str, Any]


def files() -> dict[str, Path]:
    """The files a page may be given, by name."""
    return {name: FOLDER / name for name in ("countries.geojson", "divisions.geojson", "towns.json")}


@cache
def countries() -> tuple[Feature, ...]:
    """The countries of the world as GeoJSON features."""
    return _features("countries.geojson")


@cache
def divisions() -> tuple[Feature, ...]:
    """First-level divisions of the theatres and their neighbours as GeoJSON features."""
    return _features("divisions.geojson")


@cache
def towns() -> tuple[Feature, ...]:
    """Towns, the largest first."""
    return tuple(json.loads((FOLDER / "towns.json").read_text(encoding="utf-8")))


@cache
def country_names(language: str) -> dict[str, str]:
    """Country code → name in the language, in English where the map has none."""
    held = (one["properties"] for one in countries())
    return {one["id"]: one.get(language) or one["n"] for one in held if one["id"]}


@cache
def division_names(language: str) -> dict[tuple[str, str], str]:
    """Country and usual name → name in the language."""
    held = (one["properties"] for one in divisions())
    return {(one["c"], one["n"]): one[language] for one in held if language in one}


@cache
def town_names(language: str) -> dict[int, str]:
    """GeoNames number → name in the language."""
    return {town["g"]: town[language] for town in towns() if language in town}


@cache
def world_names(language: str) -> dict[str, dict[str, str]]:
    """Beyond the theatres: `towns` by GeoNames number, `divisions` by 'UKR/Donetsk'; of languages that have a file."""
    path = FOLDER / f"names_{language}.json"
    if not path.exists():
        return {"towns": {}, "divisions": {}}
    found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _features(name: str) -> tuple[Feature, ...]:
    return tuple(json.loads((FOLDER / name).read_text(encoding="utf-8"))["features"])
