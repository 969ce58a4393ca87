"""JSON lines → reports. One broken line costs that line only."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hudna.collect.defaults import Defaults
from hudna.collect.fields import check_text, id_of_item, parse_id, parse_language, parse_published
from hudna.collect.lines import MAX_REPORT_BYTES, bounded_lines
from hudna.errors import InputError
from hudna.model.report import Issue, Report

# Where something was found, and what.
Found = tuple[str, Report | Issue]

_ALIASES = {
    "text": ("text", "event_text"),
    "published": ("published", "pub_date", "date"),
    "source": ("source", "publisher"),
    "title": ("title", "headline"),
    "url": ("url",),
    "language": ("language",),
    "id": ("id",),
}


def read_jsonl(name: str, pieces: Iterable[bytes], defaults: Defaults) -> Iterator[Found]:
    """A report for each line that holds one, an Issue for what could not be read."""
    empty = True
    for number, line in bounded_lines(pieces):
        for found in _read_line(f"{name} line {number}", line, defaults):
            empty = False
            yield found
    if empty:
        raise InputError("holds no report")


def _read_line(where: str, line: bytes | None, defaults: Defaults) -> Iterator[Found]:
    if line is None:
        yield where, Issue(input=where, reason=f"is longer than {MAX_REPORT_BYTES // 1024**2} MB")
        return
    if not line.strip(b"\xef\xbb\xbf \t\r\n"):
        return
    try:
        fields = _fields(line)
        report, notices = _report(fields, defaults)
    except InputError as error:
        yield where, Issue(input=where, reason=str(error))
        return
    if notices:
        yield where, Issue(input=where, reason="; ".join(notices), report=report.id)
    yield where, report


def _fields(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8") from error
    except RecursionError as error:
        raise InputError("is nested too deeply") from error
    except ValueError as error:
        detail = error.msg if isinstance(error, json.JSONDecodeError) else "a number is too long"
        raise InputError(f"is not valid JSON: {detail}") from error
    if not isinstance(entry, dict):
        raise InputError("is not a JSON object")
    return {field: _first(entry, names) for field, names in _ALIASES.items()}


def _first(entry: dict[str, Any], names: Iterable[str]) -> Any:
    return next((entry[name] for name in names if entry.get(name) not in (None, "")), None)


def _report(fields: dict[str, Any], defaults: Defaults) -> tuple[Report, list[str]]:
    if not isinstance(fields["text"], str):
        raise InputError("has no text" if fields["text"] is None else "its text is not a string")
    notices: list[str] = []
    text = check_text(fields["text"])
    words = {name: _words(name, fields[name], notices) for name in ("source", "title", "url")}
    given = fields["id"]
    report = Report(
        id=id_of_item(text, words["source"], words["url"]) if given is None else parse_id(given),
        text=text,
        title=words["title"],
        url=words["url"],
        source=words["source"] or defaults.source,
        published=_tried(parse_published, notices, fields["published"], defaults.today) or defaults.published,
        language=_tried(parse_language, notices, fields["language"]) or defaults.language,
    )
    return report, notices


def _words(name: str, value: Any, notices: list[str]) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        notices.append(f"{name} is not a string; left out")
        return None
    try:
        return check_text(value)
    except InputError as error:
        notices.append(f"{name} {error}; left out")
        return None


def _tried(parse: Any, notices: list[str], value: Any, *rest: Any) -> Any:
    if value is None:
        return None
    try:
        return parse(value, *rest)
    except InputError as error:
        notices.append(f"{error}; left out")
        return None
