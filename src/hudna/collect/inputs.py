"""Files, folders and standard input → reports and issues, in a fixed order.

Nothing is skipped without an Issue, except files in a folder whose names end
otherwise than FOLDER_ENDINGS. An Issue that names a report says that a field of
it was left out; the report itself follows.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from hudna.collect.decode import decode, has_utf16_mark, refuse_binary
from hudna.collect.defaults import Defaults
from hudna.collect.fields import check_text, id_of_file
from hudna.collect.jsonl import Found, read_jsonl
from hudna.collect.lines import MAX_REPORT_BYTES, as_utf8, chunks, read_bounded
from hudna.collect.page import read_page
from hudna.errors import InputError
from hudna.model.report import Issue, Report

STDIN = "-"
_TEXT, _PAGE, _LINES = (".txt",), (".html", ".htm"), (".jsonl", ".ndjson")
FOLDER_ENDINGS = _TEXT + _PAGE + _LINES


def read_inputs(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    source: str | None = None,
    language: str | None = None,
    today: date | None = None,
) -> Iterator[Report | Issue]:
    """Every report of the inputs, once; `published`, `source`, `language` hold where an input does not say."""
    defaults = Defaults(published, source, language)
    if today is not None:
        defaults = Defaults(published, source, language, today)
    seen: dict[str, str] = {}
    for path in paths:
        for where, item in _read(str(path), defaults):
            yield _once(item, where, seen) if isinstance(item, Report) else item


def _once(report: Report, where: str, seen: dict[str, str]) -> Report | Issue:
    if report.id in seen:
        return Issue(input=where, reason=f"report id {report.id!r} was given before, by {seen[report.id]}")
    seen[report.id] = where
    return report


def _read(path: str, defaults: Defaults) -> Iterator[Found]:
    if path == STDIN:
        yield from _read_stream("standard input", chunks(sys.stdin.buffer), defaults)
        return
    try:
        files = list(_files(Path(path)))
    except OSError as error:
        yield path, Issue(input=path, reason=_reason(error))
        return
    if not files:
        yield path, Issue(input=path, reason=f"is a folder without {', '.join(FOLDER_ENDINGS)} files")
    for file in files:
        yield from _read_file(file, defaults)


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or the readable files of a folder and the folders in it, by name."""
    path.stat()
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in FOLDER_ENDINGS and not name.startswith(".") and file.is_file():
                yield file


def _raise(error: OSError) -> None:
    raise error


def _read_file(file: Path, defaults: Defaults) -> Iterator[Found]:
    try:
        with file.open("rb") as stream:
            yield from _read_stream(str(file), chunks(stream), defaults, file.suffix.lower())
    except OSError as error:
        yield str(file), Issue(input=str(file), reason=_reason(error))


def _read_stream(name: str, pieces: Iterator[bytes], defaults: Defaults, ending: str = "") -> Iterator[Found]:
    first = next(pieces, b"")
    try:
        if not first:
            raise InputError("is empty")
        refuse_binary(first)
        rest = chain([first], pieces)
        if ending in _LINES or (ending not in FOLDER_ENDINGS and _begins(first, "{")):
            yield from read_jsonl(name, as_utf8(rest) if has_utf16_mark(first) else rest, defaults)
        else:
            is_page = ending in _PAGE or (ending not in FOLDER_ENDINGS and _begins(first, "<"))
            yield name, _read_whole(name, rest, defaults, is_page=is_page)
    except InputError as error:
        yield name, Issue(input=name, reason=str(error))


def _read_whole(name: str, pieces: Iterable[bytes], defaults: Defaults, *, is_page: bool) -> Report:
    data = read_bounded(pieces)
    if data is None:
        raise InputError(f"is longer than {MAX_REPORT_BYTES // 1024**2} MB; split it into reports")
    if is_page:
        return read_page(name, data, defaults)
    text = check_text(decode(data))
    return Report(
        id=id_of_file("stdin" if name == "standard input" else name, text),
        text=text,
        published=defaults.published,
        source=defaults.source,
        language=defaults.language,
    )


def _begins(first: bytes, mark: str) -> bool:
    """Whether the first visible character is `mark`, in whatever encoding."""
    text = first[:256].decode("utf-16" if has_utf16_mark(first) else "utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n").startswith(mark)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
