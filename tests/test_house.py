"""Rules of the house that no tool checks."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "hudna"
SOURCES = sorted(PACKAGE.rglob("*.py"))
VAGUE = {"utils", "helpers", "misc", "common", "manager", "data"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_is_short_explained_and_named_for_what_it_does(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    assert path.stem not in VAGUE
    assert ast.get_docstring(ast.parse(text)), "a module says what comes in and what goes out"


def test_records_load_nothing_heavy():
    probe = "import sys, hudna.model.claim; print([m for m in ('spacy', 'sqlalchemy', 'rich', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
