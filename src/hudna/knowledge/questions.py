"""Questions with their rival answers, read from files; every file proves itself with examples that tests run."""

from functools import cache
from pathlib import Path

from hudna.knowledge.files import ROOT, load_one
from hudna.model.hypothesis import Question


def question_files(theatres: tuple[str, ...]) -> tuple[Path, ...]:
    """The files of the theatres, then those that any theatre can use, each by name."""
    folders = [*(ROOT / "theatres" / name / "hypotheses" for name in theatres), ROOT / "hypotheses"]
    return tuple(path for folder in folders for path in sorted(folder.glob("*.yml")))


@cache
def load_questions(theatres: tuple[str, ...] = ()) -> tuple[Question, ...]:
    """Every question that may be asked of these theatres."""
    return tuple(load_one(path, Question) for path in question_files(theatres))
