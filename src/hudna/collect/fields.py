"""Values as people write them → the fields of a Report, or a reason why not."""

import hashlib
import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import PurePath
from typing import Any

from hudna.errors import InputError

_EARLIEST = date(1900, 1, 1)
# A report may be dated tomorrow where it was published east of here.
_CLOCKS_DIFFER = timedelta(days=1)
_LANGUAGE = re.compile(r"([a-z]{2,3})([-_].*)?", re.IGNORECASE)
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_ID = 200


def parse_published(value: Any, today: date) -> date:
    """The day of publication; InputError where there is none in it or it lies in the future."""
    day = _day(value)
    if day < _EARLIEST:
        raise InputError(f"publication date {day} is before {_EARLIEST.year}")
    if day > today + _CLOCKS_DIFFER:
        raise InputError(f"publication date {day} lies in the future")
    return day


def _day(value: Any) -> date:
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError):
            continue
        return found.date() if isinstance(found, datetime) else found
    raise InputError(f"publication date {_short(value)} is no date (2024-08-09 would be right)")


def parse_language(value: Any) -> str:
    """The primary language subtag in lower case: 'en' of 'en-GB'."""
    found = _LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise InputError(f"language {_short(value)} is no language code ('en' would be right)")
    return found[1].lower()


def parse_id(value: Any) -> str:
    """An id given with a report, as text."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"id {_short(value)} is neither text nor a whole number")
    text = str(value).strip()
    if not text or len(text) > _LONGEST_ID or not text.isprintable():
        raise InputError(f"id {_short(value)} is empty, unprintable or longer than {_LONGEST_ID} characters")
    return text


def check_text(text: str) -> str:
    """The text, unless it holds characters that no report has."""
    if not text.strip():
        raise InputError("has no text")
    if "\0" in text:
        raise InputError("holds NUL characters")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InputError("holds half a surrogate pair: the text was cut inside a character")
    return text


def id_of_file(name: str, text: str) -> str:
    """An id that stays the same for the same file name and text, wherever the file lies."""
    stem = _UNFIT.sub("-", PurePath(name).stem).strip("-.")[:80] or "report"
    return f"{stem}-{_digest(text)[:8]}"


def id_of_item(*parts: str | None) -> str:
    """An id for an item that came without one: the same words from the same place, the same id."""
    return f"report-{_digest(*parts)[:16]}"


def _digest(*parts: str | None) -> str:
    joined = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def _short(value: Any) -> str:
    text = ascii(value)
    return text if len(text) <= 40 else f"{text[:37]}…"
