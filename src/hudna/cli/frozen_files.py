"""Writes frozen forecasts and reads them back: JSON lines, plain or gzipped, or Parquet.

Parquet holds the same records as columns and the header as metadata; its hash is that of
the lines they make, so either file can be checked against the other.
"""

import gzip
import importlib
import json
from pathlib import Path
from typing import Any

from hudna.cli.forecast_inputs import opened
from hudna.errors import InputError
from hudna.forecast.frozen import Opened, line_of, open_frozen
from hudna.model.forecast import Forecast

_HEADER = b"hudna.frozen"
_ENDINGS = (".jsonl", ".jsonl.gz", ".parquet")


def check_target(path: Path) -> None:
    """Refuse a name that says no format, and a file that is there: a frozen forecast is not overwritten."""
    if not path.name.endswith(_ENDINGS):
        raise InputError(f"--freeze {path}: the name must end in {', '.join(_ENDINGS)}")
    if path.exists():
        raise InputError(f"--freeze {path} is there already; a frozen forecast is never overwritten")


def write_frozen(path: Path, lines: list[str]) -> None:
    """The header and the forecasts under it."""
    if path.suffix == ".parquet":
        _write_parquet(path, lines)
        return
    content = "".join(line + "\n" for line in lines).encode()
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)


def read_frozen(path: Path) -> Opened:
    """What a frozen file holds; InputError where it was changed."""
    if path.suffix == ".parquet":
        return open_frozen(_parquet_lines(path), path.name)
    with opened(path) as lines:
        return open_frozen(lines, path.name)


def _write_parquet(path: Path, lines: list[str]) -> None:
    parquet = _package("pyarrow.parquet")
    table = _package("pyarrow").Table.from_pylist([json.loads(line) for line in lines[1:]])
    parquet.write_table(table.replace_schema_metadata({_HEADER: lines[0].encode()}), path, compression="zstd")


def _parquet_lines(path: Path) -> list[str]:
    table = _package("pyarrow.parquet").read_table(path)
    header = (table.schema.metadata or {}).get(_HEADER)
    if header is None:
        raise InputError(f"{path.name}: a Parquet file, but no frozen forecast: its metadata hold no header")
    return [header.decode(), *(line_of(Forecast.model_validate(row)) for row in table.to_pylist())]


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise InputError(
            f"Parquet needs {error.name}: pip install 'hudna[forecast]'; .jsonl and .jsonl.gz need nothing"
        ) from error
