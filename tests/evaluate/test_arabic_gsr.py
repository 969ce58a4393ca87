"""Detection and spans on a public set of Arabic news, on a folder of three invented sentences."""

import json

import pytest

from hudna.errors import InputError
from hudna.evaluate.arabic_gsr import evaluate

SHELLED = "قصف الجيش السوداني بلدة الواحة."
TOLD = [
    ("1", SHELLED, "2", "3"),
    ("2", "افتتح الوزير سوقا جديدا.", "0", "3"),
    ("3", "قصف الجيش القرية.", "1", "3"),
]
RECORD = {"text": SHELLED, "source_gold": "الجيش السوداني", "verb_gold": "قصف", "target_gold": "بلدة الواحة"}


@pytest.fixture
def folder(tmp_path):
    """The files of the set: three judged sentences and one record, of each kind."""
    for kind in ("assault", "protest"):
        rows = ["id,text,accept,total", *(",".join(row) for row in TOLD)]
        (tmp_path / f"{kind}_detection_dev.csv").write_text("\n".join(rows), encoding="utf-8")
        (tmp_path / f"{kind}_spans_dev.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    return tmp_path


def test_detection_and_spans(folder):
    found = {figure.name: figure.value for figure in evaluate(folder).figures}
    # Of the two shellings, most judges accepted only one.
    assert found["assault detection, precision"] == 0.5
    assert found["assault detection, recall"] == 1.0
    assert found["assault spans, source, F1"] == 1.0
    assert found["assault spans, verb, F1"] == 1.0
    assert found["protest detection, recall"] == 0.0
    assert found["protest spans, verb, F1"] == 0.0


def test_a_folder_without_the_set_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"assault_detection_dev\.csv is not in"):
        evaluate(tmp_path)
