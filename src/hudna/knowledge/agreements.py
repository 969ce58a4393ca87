"""Agreements as data: every file of knowledge/agreements/ as a record.

Whether a kind of provision has a rule is not known here; `hudna.check` refuses an
unknown kind and lists those there are.
"""

from functools import cache
from pathlib import Path

from hudna.errors import KnowledgeError
from hudna.knowledge.files import ROOT, load_one
from hudna.model.agreement import Agreement

FOLDER = ROOT / "agreements"


def read_agreement(path: Path) -> Agreement:
    """One agreement; KnowledgeError names file, field and what would be right."""
    agreement = load_one(path, Agreement)
    if agreement.id != path.stem:
        raise KnowledgeError(
            f"{path.name}: id: {agreement.id!r} is not the file's name; {path.stem!r} would be right"
        )
    return agreement


@cache
def load_agreements(folder: Path = FOLDER) -> tuple[Agreement, ...]:
    """Every agreement of the folder, by file name."""
    return tuple(read_agreement(path) for path in sorted(folder.glob("*.yml")))


def agreement_named(name: str) -> Agreement:
    """The agreement of that id; an unknown one lists the known."""
    known = {agreement.id: agreement for agreement in load_agreements()}
    if name not in known:
        raise KnowledgeError(f"there is no agreement {name!r}; known: {', '.join(sorted(known))}")
    return known[name]
