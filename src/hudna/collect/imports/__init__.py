"""Files that others made → records that say so. One module a kind of file; being here is being registered.

A module has DESCRIPTION and `read`, which takes the path and gives records, or an Issue for
each row that cannot be read, with its column, its value and what would be right.
"""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from hudna.errors import InputError
from hudna.model.boundary import Boundary
from hudna.model.imported import Imported
from hudna.model.report import Issue

Found = Imported | Boundary | Issue
_PARTS = {"rows", "layers"}


class Importer(Protocol):
    """What a module of this folder offers."""

    DESCRIPTION: str

    @staticmethod
    def read(path: Path) -> Iterator[Found]:
        """The records of a file, and an issue for each that cannot be read."""
        ...


@cache
def find_importers() -> dict[str, Importer]:
    """Every importer of the folder by its name."""
    names = sorted({module.name for module in pkgutil.iter_modules(__path__)} - _PARTS)
    return {name: cast("Importer", import_module(f"{__name__}.{name}")) for name in names}


def importer_named(name: str) -> Importer:
    """The importer of that name; an unknown one lists the known."""
    known = find_importers()
    if name not in known:
        raise InputError(f"there is no importer {name!r}; known: {', '.join(known)}")
    return known[name]
