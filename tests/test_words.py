"""What the system itself says never judges: no string of it, and no text of its knowledge, says "violation"."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "hudna"
JUDGES = re.compile(r"violat|breach|infraction|انتهاك|خرق", re.IGNORECASE)
SPEAKS = ("check", "picture", "publish", "cli")
TEXTS = ("check.yml", "picture.yml", "agreements", "theatres")


def said_in(path):
    """Every string of a module that is no docstring."""
    tree = ast.parse(path.read_text())
    documented = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documented
    ]


@pytest.mark.parametrize("package", SPEAKS)
def test_no_string_of_the_program_judges(package):
    found = [(path.name, text) for path in (SOURCE / package).rglob("*.py") for text in said_in(path)]
    assert found
    assert [one for one in found if JUDGES.search(one[1])] == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_of_its_knowledge_judges(name):
    root = SOURCE / "knowledge" / name
    files = [root] if root.is_file() else [*root.rglob("*.yml")]
    assert files
    assert [path.name for path in files if JUDGES.search(path.read_text(encoding="utf-8"))] == []
