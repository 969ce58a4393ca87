"""docs/schema/ is what the records say, and what is printed keeps to it."""

import json
from pathlib import Path

import jsonschema
import pytest

from hudna.cli.outputs import API, SCHEMAS, api_text, schema_text
from hudna.model.claim import COUNTED, Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
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


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_is_what_the_record_says(name):
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == schema_text(SCHEMAS[name]), "run: python tools/write_schema.py"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_valid_itself(name):
    jsonschema.Draft202012Validator.check_schema(json.loads((FOLDER / name).read_text(encoding="utf-8")))


def test_the_description_of_the_api_is_what_the_server_tells_and_valid_itself():
    from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

    told = api_text()
    assert (FOLDER / "api" / API).read_text(encoding="utf-8") == told, "run: python tools/write_schema.py"
    description = json.loads(told)
    assert description["openapi"].startswith("3.1")
    OPENAPI_31_VALIDATOR.validate(description)
    ours = {
        name: shape
        for name, shape in description["components"]["schemas"].items()
        if not name.startswith("Page_") and not name.endswith("ValidationError")
    }
    assert len(ours) > 40
    assert [
        name for name, shape in ours.items() if not shape.get("description") and not shape.get("enum")
    ] == []


def test_there_is_no_schema_without_its_record():
    assert {path.name for path in FOLDER.glob("*.json")} == set(SCHEMAS)


def test_what_is_printed_keeps_to_the_schema():
    validator = jsonschema.Draft202012Validator(json.loads(schema_text(Claim)))
    (coded,) = code_reports([REPORT])
    for claim in coded.claims:
        validator.validate(json.loads(claim.model_dump_json(by_alias=True)))
        sure = claim.sureness is None or claim.sureness.value >= claim.sureness.least
        assert claim.counts == (claim.status in COUNTED and sure)
