"""Write docs/schema/ from the records: `python tools/write_schema.py`; the tests compare.

The record is the source; nobody edits the JSON by hand.
"""

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from hudna.model.claim import Claim
from hudna.model.report import Issue, Report

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
RECORDS: dict[str, type[BaseModel]] = {
    "hudna.claim.1.json": Claim,
    "hudna.report.1.json": Report,
    "hudna.issue.1.json": Issue,
}


def schema_text(record: type[BaseModel]) -> str:
    """JSON Schema 2020-12 of what a record is written as."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main(folder: Path = FOLDER) -> None:
    """Every schema as a file of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, record in RECORDS.items():
        (folder / name).write_text(schema_text(record), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
