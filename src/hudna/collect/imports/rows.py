"""Rows of CSV files as downloaded: plain, gzipped or the only CSV of a zip; comma, semicolon or tab."""

import csv
import gzip
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO

from hudna.errors import InputError

# A file larger than this is no export of events; it also bounds what a zip may unpack to.
_MOST_BYTES = 2_000_000_000
_LONGEST_FIELD = 1_000_000
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y")
_VERSION = re.compile(r"(?<![\d])v?(\d{1,2}[._-]\d(?:[._-]\d{1,2})*)(?![\d])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its line number; columns are asked for by name, and a wrong value says which it is."""

    line: int
    values: dict[str, str]

    def text(self, *names: str) -> str | None:
        """The first of these columns that holds anything."""
        found = (self.values.get(name, "").strip() for name in names)
        return next((value for value in found if value), None)

    def needed(self, name: str) -> str:
        """A column that must hold something."""
        value = self.text(name)
        if value is None:
            raise ValueError(f"{name} is empty")
        return value

    def code(self, name: str) -> str | None:
        """A code; data frames write 2 as 2.0."""
        return (self.text(name) or "").removesuffix(".0") or None

    def day(self, name: str) -> date:
        """A day in one of the forms that exports use."""
        written = self.needed(name).split(" 00:00")[0].split("T")[0]
        for form in _DAYS:
            try:
                return datetime.strptime(written, form).date()  # noqa: DTZ007  # a calendar day
            except ValueError:
                continue
        raise ValueError(f"{name} '{written}' is no day; 2024-05-31 or 31 May 2024 would be right")

    def whole(self, name: str, *, most: int = 10_000_000) -> int | None:
        """A number of something, 0 or more; None where the cell is empty."""
        written = self.text(name)
        if written is None:
            return None
        try:
            value = float(written)
        except ValueError:
            raise ValueError(f"{name} '{written}' is no number") from None
        if not value.is_integer() or not 0 <= value <= most:
            raise ValueError(f"{name} '{written}' is no count; 0 or more would be right")
        return int(value)

    def degrees(self, name: str, most: float) -> float:
        """An angle within its bounds."""
        written = self.needed(name)
        try:
            value = float(written)
        except ValueError:
            raise ValueError(f"{name} '{written}' is no number") from None
        if not -most <= value <= most:
            raise ValueError(f"{name} '{written}' is no angle; −{most:.0f} to {most:.0f} would be right")
        return value


def rows_of(path: Path, needed: Sequence[str], kind: str) -> Iterator[Row]:
    """The rows of a file; InputError names the columns that it lacks, and where it stops being readable."""
    csv.field_size_limit(_LONGEST_FIELD)
    with _opened(path) as content:
        lines = io.TextIOWrapper(content, encoding="utf-8-sig", newline="")
        try:
            head = lines.readline()
            names = next(csv.reader([head], delimiter=delimiter_of(head)), [])
            _check(path, [name.strip() for name in names], needed, kind)
            reader = csv.DictReader(
                (line.replace("\0", "") for line in lines),
                [name.strip() for name in names],
                delimiter=delimiter_of(head),
            )
            for row in reader:
                yield Row(
                    reader.line_num + 1,
                    {
                        name: value or ""
                        for name, value in row.items()
                        if isinstance(name, str) and not isinstance(value, list)
                    },
                )
        except UnicodeDecodeError as error:
            raise InputError(
                f"{path.name}: not UTF-8: {error.reason} at byte {error.start}; save it as UTF-8"
            ) from error
        except csv.Error as error:
            raise InputError(f"{path.name}: not readable as CSV: {error}") from error
        except (EOFError, OSError, zipfile.BadZipFile) as error:
            raise InputError(f"{path.name}: broken archive: {error}") from error


def delimiter_of(head: str) -> str:
    """The sign between columns: whichever of comma, semicolon and tab the header has most of."""
    return max((",", ";", "\t"), key=head.count)


def _check(path: Path, names: list[str], needed: Sequence[str], kind: str) -> None:
    missing = [name for name in needed if name not in names]
    if missing:
        raise InputError(
            f"{path.name}: no {kind} file: column{'s' * (len(missing) > 1)} {', '.join(missing)} missing; it has {', '.join(names[:12]) or 'none'}"
        )


def _opened(path: Path) -> IO[bytes]:
    if not path.is_file():
        raise InputError(f"{path} does not exist or is no file")
    if path.stat().st_size > _MOST_BYTES:
        raise InputError(f"{path.name}: larger than {_MOST_BYTES // 1_000_000_000} GB")
    if path.suffix == ".gz":
        return gzip.open(path)  # type: ignore[return-value]  # read as bytes
    if path.suffix != ".zip":
        return path.open("rb")
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise InputError(f"{path.name}: no zip file: {error}") from error
    names = [
        one
        for one in archive.infolist()
        if one.filename.lower().endswith(".csv") and not one.filename.startswith("__MACOSX")
    ]
    if len(names) != 1:
        raise InputError(f"{path.name}: {len(names)} CSV files in it; one would be right")
    if names[0].file_size > _MOST_BYTES:
        raise InputError(
            f"{path.name}: {names[0].filename} unpacks to more than {_MOST_BYTES // 1_000_000_000} GB"
        )
    return archive.open(names[0])


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    if not path.is_file():
        raise InputError(f"{path} does not exist or is no file")
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def version_in(name: str) -> str | None:
    """The version that a file's name carries, as in ged241 or GEDEvent_v24_0_5."""
    found = _VERSION.search(name)
    return re.sub(r"[._-]", ".", found[1]) if found else None
