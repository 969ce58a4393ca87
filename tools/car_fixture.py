"""Makes benchmarks/ged_car_v23_1.csv.gz from the GeoJSON of UCDP GED 23.1 for the Central African Republic.

    python tools/car_fixture.py DATA/forecast/ged_car_v23_1.geojson

UCDP Georeferenced Event Dataset 23.1, Uppsala Conflict Data Program, CC BY 4.0. Only the columns that
the benchmark reads are kept: no headlines, no names of actors.
"""

import csv
import gzip
import io
import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "benchmarks" / "ged_car_v23_1.csv.gz"
COLUMNS = (
    "id", "type_of_violence", "country", "adm_1", "where_prec", "latitude", "longitude", "priogrid_gid",
    "date_prec", "date_start", "date_end", "best",
)  # fmt: skip


def main(source: Path) -> None:
    """Write the file; its bytes depend on the source alone."""
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    lines = io.StringIO()
    rows = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for feature in sorted(features, key=lambda one: one["properties"]["id"]):
        longitude, latitude = feature["geometry"]["coordinates"]
        known = {**feature["properties"], "latitude": latitude, "longitude": longitude}
        row = {column: known[column] for column in COLUMNS}
        rows.writerow({**row, "date_start": row["date_start"][:10], "date_end": row["date_end"][:10]})
    TARGET.write_bytes(gzip.compress(lines.getvalue().encode(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
