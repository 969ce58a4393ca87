"""Tables as Parquet with typed columns, for data frames; needs the extra `parquet`."""

import importlib
import io
from collections.abc import Iterator
from typing import Any

from hudna.errors import InputError
from hudna.model.edition import Edition, What, records_of
from hudna.publish.cells import plain
from hudna.publish.tables import find_tables

DESCRIPTION = "a table as Parquet with typed columns"
MEDIA_TYPE = "application/vnd.apache.parquet"
ENDING = ".parquet"
WHAT: tuple[What, ...] = ("claims", "incidents", "movements", "control", "findings", "alerts")


def export(what: What, edition: Edition) -> Iterator[bytes]:
    """The whole file in one piece."""
    arrow, parquet = _package("pyarrow"), _package("pyarrow.parquet")
    types = {
        "text": arrow.string(), "whole": arrow.int64(), "number": arrow.float64(), "day": arrow.date32(), "truth": arrow.bool_(),
    }  # fmt: skip
    table = find_tables()[what]
    schema = arrow.schema([(name, types[kind]) for name, kind in table.COLUMNS.items()])
    rows = (table.row(record, edition) for record in records_of(edition, what))
    columns: dict[str, list[Any]] = {name: [] for name in table.COLUMNS}
    for row in rows:
        for name, kind in table.COLUMNS.items():
            columns[name].append(_value(row.get(name), kind))
    target = io.BytesIO()
    parquet.write_table(arrow.table(columns, schema=schema), target, compression="zstd")
    yield target.getvalue()


def _value(value: object, kind: str) -> object:
    if kind == "text" and value is not None:
        return plain(str(value))
    return float(value) if kind == "number" and isinstance(value, int | float) else value


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise InputError(
            "Parquet needs pyarrow: pip install 'hudna[parquet]'; --format csv needs nothing"
        ) from error
