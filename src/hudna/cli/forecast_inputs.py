"""Opens the files that forecasts are made from, hashes them, and says what of them is used."""

import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from pydantic import ValidationError

from hudna.cli.console import counted, say
from hudna.errors import InputError
from hudna.forecast.events import FatalEvent, Violence
from hudna.forecast.months import month_name, month_of, read_month
from hudna.forecast.own import from_incidents
from hudna.forecast.panel import Made, make_panel
from hudna.forecast.ucdp import read_ged
from hudna.model.forecast import Input, Level
from hudna.model.incident import Incident

VIOLENCE = {
    "state-based": Violence.STATE, "non-state": Violence.NON_STATE, "one-sided": Violence.ONE_SIDED, "all": None,
}  # fmt: skip
_SHOWN_ISSUES = 5


@dataclass(frozen=True, slots=True)
class Events:
    """What the files hold, with their hashes; `failed` counts rows that could not be read."""

    events: tuple[FatalEvent, ...]
    inputs: tuple[Input, ...]
    failed: int


def read_events(ged: tuple[Path, ...], incidents: tuple[Path, ...], *, allegations: bool) -> Events:
    """The events of all files; what is skipped is said and counted."""
    parts = [_from_ged(path) for path in ged] or [
        _from_incidents(path, allegations=allegations) for path in incidents
    ]
    events = _in_turn([part.events for part in parts])
    return Events(
        tuple(events), tuple(one for part in parts for one in part.inputs), sum(part.failed for part in parts)
    )


def _in_turn(files: list[tuple[FatalEvent, ...]]) -> list[FatalEvent]:
    """Each further file adds what ends after the months of those before: final and candidate overlap."""
    taken = list[FatalEvent]()
    for events in files:
        last = max((month_of(event.end) for event in taken), default=None)
        fresh = [event for event in events if last is None or month_of(event.end) > last]
        if len(fresh) < len(events):
            say(f"{counted(len(events) - len(fresh), 'event')} up to {month_name(last or 0)} left out: an earlier file covers those months")  # fmt: skip
        taken += fresh
    return taken


def panel_of(found: Events, level: Level, violence: str, as_of: str | None) -> Made:
    """The table of deaths; what has no unit of that level is said."""
    last = None if as_of is None else month_or_error(as_of)
    made = make_panel(found.events, level, last=last, violence=VIOLENCE[violence])
    if made.without_unit:
        say(f"{counted(made.without_unit, 'event')} without a place precise enough for {level} left out")
    if made.outside:
        say(f"{counted(made.outside, 'event')} after {as_of} left out")
    if last is None:
        say(f"as of {month_name(made.panel.last)}, the month of the last event; --as-of sets another")
    return made


def month_or_error(text: str) -> int:
    """The month an option names."""
    month = read_month(text)
    if month is None:
        raise InputError(f"--as-of '{text}' is no month; 2024-05 would be right")
    return month


def _from_ged(path: Path) -> Events:
    digest = _digest(path)
    with opened(path) as lines:
        table = read_ged(lines, path.name)
    for issue in table.issues[:_SHOWN_ISSUES]:
        say(f"{issue.input}: {issue.reason}; skipped")
    if len(table.issues) > _SHOWN_ISSUES:
        say(f"{path.name}: {len(table.issues) - _SHOWN_ISSUES} more rows skipped")
    given = Input(name=path.name, sha256=digest, events=len(table.events), skipped=len(table.issues))
    return Events(table.events, (given,), len(table.issues))


def _from_incidents(path: Path, *, allegations: bool) -> Events:
    incidents, failed = list[Incident](), 0
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                incidents.append(Incident.model_validate_json(line))
            except ValidationError as error:
                failed += 1
                first = error.errors()[0]
                say(
                    f"{path.name}:{number}: no incident: {'.'.join(map(str, first['loc']))}: {first['msg']}; skipped"
                )
    found = from_incidents(incidents, allegations=allegations)
    for reason, count in found.left_out.items():
        say(f"{path.name}: {counted(count, 'incident')} not counted: {reason}")
    skipped = failed + sum(found.left_out.values())
    given = Input(name=path.name, sha256=_digest(path), events=len(found.events), skipped=skipped)
    return Events(found.events, (given,), failed)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a text file, plain, gzipped, or the only CSV of a zip."""
    if path.suffix == ".zip":
        with _zip(path) as archive, archive.open(_only_csv(archive, path)) as content:
            yield _lines(content, path)
    elif path.suffix == ".gz":
        with gzip.GzipFile(path) as content:
            yield _lines(cast("IO[bytes]", content), path)
    else:
        with path.open("rb") as content:
            yield _lines(content, path)


def _zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise InputError(f"{path.name}: no zip file: {error}") from error


def _only_csv(archive: zipfile.ZipFile, path: Path) -> str:
    names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    if len(names) != 1:
        raise InputError(f"{path.name}: {len(names)} CSV files in it; one would be right")
    return names[0]


def _lines(content: IO[bytes], path: Path) -> Iterator[str]:
    with io.TextIOWrapper(content, encoding="utf-8", newline="") as text:
        try:
            yield from text
        except UnicodeDecodeError as error:
            raise InputError(f"{path.name}: not UTF-8: {error.reason} at byte {error.start}") from error
        except (EOFError, gzip.BadGzipFile, zipfile.BadZipFile) as error:
            raise InputError(f"{path.name}: broken archive: {error}") from error
