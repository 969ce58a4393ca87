"""JSON lines that Hudna itself writes → records: claims, incidents, judgements.

One broken line costs that line only and gives an Issue; lines of another schema named in
`passing` are passed over (`hudna code --mentions` writes two kinds).
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from hudna.collect.lines import MAX_REPORT_BYTES, bounded_lines, chunks
from hudna.model.report import Issue

STDIN = "-"
ModelT = TypeVar("ModelT", bound=BaseModel)


def read_records(
    paths: Iterable[str], model: type[ModelT], schema: str, *, passing: frozenset[str] = frozenset()
) -> Iterator[ModelT | Issue]:
    """Every record of the inputs, in order."""
    for path in paths:
        if path == STDIN:
            yield from _read("standard input", chunks(sys.stdin.buffer), model, schema, passing)
            continue
        try:
            with Path(path).open("rb") as stream:
                yield from _read(path, chunks(stream), model, schema, passing)
        except OSError as error:
            yield Issue(input=path, reason=(error.strerror or type(error).__name__).lower())


def read_lines(paths: Iterable[str], models: Mapping[str, type[BaseModel]]) -> Iterator[BaseModel | Issue]:
    """Every record of inputs that mix several schemas, in order; lines of other schemas are faults."""
    for path in paths:
        try:
            pieces = chunks(sys.stdin.buffer) if path == STDIN else [Path(path).read_bytes()]
        except OSError as error:
            yield Issue(input=path, reason=(error.strerror or type(error).__name__).lower())
            continue
        name = "standard input" if path == STDIN else path
        for number, line in bounded_lines(pieces):
            if line is None or line.strip(b"\xef\xbb\xbf \t\r\n"):
                found = _of_some_schema(line, models)
                yield Issue(input=f"{name} line {number}", reason=found) if isinstance(found, str) else found


def _of_some_schema(line: bytes | None, models: Mapping[str, type[BaseModel]]) -> BaseModel | str:
    """The record of the schema that the line names, or why there is none."""
    for schema, model in models.items():
        others = frozenset(name for name in models if name != schema)
        found = _record(line, model, schema, others)
        if found is not None:
            return found
    return "names no schema"


def _read(
    name: str, pieces: Iterable[bytes], model: type[ModelT], schema: str, passing: frozenset[str]
) -> Iterator[ModelT | Issue]:
    for number, line in bounded_lines(pieces):
        if line is None or line.strip(b"\xef\xbb\xbf \t\r\n"):
            found = _record(line, model, schema, passing)
            if isinstance(found, str):
                yield Issue(input=f"{name} line {number}", reason=found)
            elif found is not None:
                yield found


def _record(
    line: bytes | None, model: type[ModelT], schema: str, passing: frozenset[str]
) -> ModelT | str | None:
    """The record, why there is none, or None for a line of another kind."""
    if line is None:
        return f"is longer than {MAX_REPORT_BYTES // 1024**2} MB"
    try:
        entry: Any = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError, ValueError):
        return "is not a line of JSON in UTF-8"
    if not isinstance(entry, dict):
        return "is not a JSON object"
    given = entry.get("schema", schema)
    if given in passing:
        return None
    if given != schema:
        return f"is of schema {given!r}; {schema} would be right"
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return f"is not a valid {model.__name__}: {where}: {first['msg']}"
