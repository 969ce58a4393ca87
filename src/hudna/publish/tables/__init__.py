"""One module a kind of record that can be written as a table; being in this folder is being registered.

A table is a module with COLUMNS, name → kind of value, and `row`, which gives the cells
of one record. CSV, HXL and Parquet are written from them.
"""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from hudna.model.edition import Edition
from hudna.publish.tables.columns import Kind

_NO_TABLES = {"columns", "cells_of"}


class Table(Protocol):
    """What a module of this folder offers."""

    COLUMNS: Mapping[str, Kind]

    @staticmethod
    def row(one: Any, edition: Edition) -> dict[str, object]:
        """The cells by column; a column that is left out is empty."""
        ...


@cache
def find_tables() -> dict[str, Table]:
    """Every table by the kind of its records."""
    names = sorted({module.name for module in pkgutil.iter_modules(__path__)} - _NO_TABLES)
    return {name: cast("Table", import_module(f"{__name__}.{name}")) for name in names}
