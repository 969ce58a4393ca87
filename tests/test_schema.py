"""docs/schema/ is what the records say, and what is printed keeps to it."""

import importlib.util
import json
from pathlib import Path

import jsonschema
import pytest

from hudna.model.claim import COUNTED, Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports

ROOT = Path(__file__).parents[1]
REPORT = Report(
    id="kadra-1",
    text=(
        "Government forces shelled the eastern districts of Aleppo on Monday, killing at least 12 civilians, "
        "medics said. The army denied that its troops had taken part. Rebels hold the old town, and the "
        "mission urged all parties to halt the fighting."
    ),
    published="2031-03-12",
    source="Selen Post",
    language="en",
)


def _writer():
    spec = importlib.util.spec_from_file_location("write_schema", ROOT / "tools" / "write_schema.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = _writer()


@pytest.mark.parametrize("name", WRITER.RECORDS)
def test_the_file_is_what_the_record_says(name):
    written = (WRITER.FOLDER / name).read_text(encoding="utf-8")
    assert written == WRITER.schema_text(WRITER.RECORDS[name]), "run: python tools/write_schema.py"


@pytest.mark.parametrize("name", WRITER.RECORDS)
def test_the_schema_is_valid_itself(name):
    jsonschema.Draft202012Validator.check_schema(
        json.loads((WRITER.FOLDER / name).read_text(encoding="utf-8"))
    )


def test_there_is_no_schema_without_its_record():
    assert {path.name for path in WRITER.FOLDER.glob("*.json")} == set(WRITER.RECORDS)


def test_the_command_prints_the_same_schema():
    outputs = pytest.importorskip("hudna.cli.outputs")
    assert outputs.claim_schema() == WRITER.schema_text(Claim)


def test_what_is_printed_keeps_to_the_schema():
    validator = jsonschema.Draft202012Validator(json.loads(WRITER.schema_text(Claim)))
    (coded,) = code_reports([REPORT])
    for claim in coded.claims:
        validator.validate(json.loads(claim.model_dump_json(by_alias=True)))
        assert claim.counts == (claim.status in COUNTED)
