"""One module a format. Being in this folder is being registered.

An exporter is a module with DESCRIPTION, a line for people; MEDIA_TYPE and ENDING; WHAT,
the kinds of records it can write, the usual one first; and `export`, which takes an
edition and gives the pieces of the output. Its name is the module's name, with a dash
for an underscore. A format that cannot hold every record has `left_out`, which says why.
"""

import pkgutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from hudna.errors import InputError
from hudna.model.edition import Edition, What, records_of


class Exporter(Protocol):
    """What a module of this folder offers."""

    DESCRIPTION: str
    MEDIA_TYPE: str
    ENDING: str
    WHAT: tuple[What, ...]

    @staticmethod
    def export(what: What, edition: Edition) -> Iterator[str] | Iterator[bytes]:
        """The output, piece by piece."""
        ...


@cache
def find_exporters() -> dict[str, Exporter]:
    """Every exporter of the folder by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): cast("Exporter", import_module(f"{__name__}.{name}")) for name in names}


def exporter_named(name: str) -> Exporter:
    """The exporter of that name; an unknown one lists the known."""
    known = find_exporters()
    if name not in known:
        raise InputError(f"there is no exporter {name!r}; known: {', '.join(known)}")
    return known[name]


def exported(name: str, edition: Edition, what: What | None = None) -> Iterator[bytes]:
    """The edition's records in that format, piece by piece, as bytes."""
    exporter = exporter_named(name)
    kind = what or exporter.WHAT[0]
    if kind not in exporter.WHAT:
        raise InputError(f"{name} cannot hold {kind}; it writes {', '.join(exporter.WHAT)}")
    return (piece.encode() if isinstance(piece, str) else piece for piece in exporter.export(kind, edition))


def left_out(name: str, edition: Edition, what: What | None = None) -> Counter[str]:
    """How many records the format cannot hold, by why."""
    exporter = exporter_named(name)
    why: Any = getattr(exporter, "left_out", None)
    if why is None:
        return Counter()
    reasons = (why(record, edition) for record in records_of(edition, what or exporter.WHAT[0]))
    return Counter(reason for reason in reasons if reason)
