"""Makes src/hudna/knowledge/crosswalks/countries.yml: numbers and regions by which other data sets know countries.

    python tools/build_country_codes.py UCDP_COUNTRY_YEARS.csv

Gleditsch-Ward numbers and UCDP's regions: UCDP's country-year file (CC BY 4.0). Correlates-of-War numbers
are the same but for the states listed below. ACLED's regions: the names of its public codebook.
"""

import csv
import sys
from pathlib import Path

from hudna.knowledge.borders import country_of

TARGET = Path(__file__).parents[1] / "src" / "hudna" / "knowledge" / "crosswalks" / "countries.yml"
HEADER = """\
# Numbers and regions by which other data sets know countries. Made by tools/build_country_codes.py.
# gw: Gleditsch and Ward, as UCDP uses it (CC BY 4.0). cow: Correlates of War. ucdp, acled: their regions.
"""
COW = {"YEM": 679, "DEU": 255, "SRB": 345, "KIR": 946, "TUV": 947, "TON": 955, "NRU": 970}
ACLED = {
    "Northern Africa": "DZA EGY LBY MAR SDN TUN ESH",
    "Western Africa": "BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SEN SLE TGO",
    "Middle Africa": "AGO CMR CAF TCD COG COD GNQ GAB STP",
    "Eastern Africa": "BDI COM DJI ERI ETH KEN MDG MWI MUS MOZ RWA SYC SOM SSD TZA UGA ZMB ZWE",
    "Southern Africa": "BWA SWZ LSO NAM ZAF",
    "Middle East": "BHR IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR ARE YEM",
    "Caucasus and Central Asia": "AFG ARM AZE GEO KAZ KGZ TJK TKM UZB",
    "South Asia": "BGD BTN IND MDV NPL PAK LKA",
    "Southeast Asia": "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM",
    "East Asia": "CHN JPN MNG PRK KOR TWN",
    "Europe": "ALB AND AUT BLR BEL BIH BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ITA XKX LVA LIE LTU LUX MLT "
    "MDA MCO MNE NLD MKD NOR POL PRT ROU RUS SMR SRB SVK SVN ESP SWE CHE UKR GBR VAT",
    "Caribbean": "ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA VCT TTO",
    "Central America": "BLZ CRI SLV GTM HND NIC PAN",
    "South America": "ARG BOL BRA CHL COL ECU GUY PRY PER SUR URY VEN",
    "North America": "CAN MEX USA",
    "Oceania": "AUS FJI KIR MHL FSM NRU NZL PLW PNG WSM SLB TON TUV VUT",
}  # fmt: skip


def main(path: Path) -> None:
    """Write the file; a name that leads to no country is an error."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = {
            row["country_id_cy"]: row for row in sorted(csv.DictReader(lines), key=lambda row: row["year_cy"])
        }
    regions = {code: region for region, codes in ACLED.items() for code in codes.split()}
    found: dict[str, tuple[int, str]] = {}
    # States that are gone share a country with the one that goes on: the later year holds.
    for number, row in sorted(rows.items(), key=lambda pair: int(pair[1]["year_cy"])):
        country = country_of(row["country_cy"])
        if country is None:
            raise SystemExit(f"no country is known as {row['country_cy']!r}")
        found[country.id] = (int(number), row["region_cy"])
    lines = [
        f"{code}: {{gw: {found[code][0] if code in found else 'null'}, cow: {_cow(code, found)}, "
        f"ucdp: {found[code][1] if code in found else 'null'}, acled: {regions.get(code, 'null')}}}"
        for code in sorted({*found, *regions})
    ]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def _cow(code: str, found: dict[str, tuple[int, str]]) -> int | str:
    return COW.get(code) or (found[code][0] if code in found else "null")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
