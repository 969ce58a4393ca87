"""One module a format. Being in this folder is being registered.

An exporter is a module with DESCRIPTION, a line for people, and `export`, which
takes claims with their reports and gives the pieces of the output. Its name is the
module's name, with a dash for an underscore.
"""

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from hudna.model.claim import Claim
from hudna.model.report import Report


class Exporter(Protocol):
    """What a module of this folder offers."""

    DESCRIPTION: str

    @staticmethod
    def export(items: Iterable[tuple[Claim, Report]]) -> Iterator[str]:
        """The output, piece by piece."""
        ...


def find_exporters() -> dict[str, Exporter]:
    """Every exporter of the folder by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): cast("Exporter", import_module(f"{__name__}.{name}")) for name in names}
