"""Bytes of unknown encoding → text, or InputError that says why not.

A wrong guess would move every offset and garble names, so a guess is taken only
where the decoded letters look like writing.
"""

import codecs
import re

from hudna.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, Word or Excel file",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"SQLite format 3": "a database",
}
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’“”„«»–—…•°§€£ªº\xa0¿¡©®™]")
_ARABIC_RUN = re.compile(r"[\u0600-\u06ff]{2,}")
# French prose has about 4 accented letters in 100; Arabic misread as Western has over 70.
_MOST_WESTERN = 0.25
# Every byte decodes as windows-1256; Arabic prose stands almost wholly in runs of letters.
_LEAST_ARABIC = 0.8


def decode(data: bytes) -> str:
    """The text of a plain-text file."""
    refuse_binary(data)
    return _checked(_by_mark(data) or _strict(data) or _guess(data))


def decode_html(data: bytes) -> str:
    """The markup of a web page; what the page declares counts after the byte-order mark and UTF-8."""
    refuse_binary(data)
    return _checked(_by_mark(data) or _strict(data) or _declared(data) or _guess(data))


def refuse_binary(data: bytes) -> None:
    """InputError where the bytes are of a file that holds no plain text."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"is {kind}, not text")
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("holds NUL bytes: a binary file, or UTF-16 without its byte-order mark")


def has_utf16_mark(data: bytes) -> bool:
    """Whether the bytes begin as UTF-16 text does."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(f"is not the {encoding} its first bytes announce") from error
    return None


def _strict(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return None
    try:
        return data.decode(found[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _guess(data: bytes) -> str:
    western = _try(data, "cp1252")
    if western is not None and _reads_as_western(western):
        return western
    arabic = _try(data, "windows-1256")
    if arabic is not None and _reads_as_arabic(arabic):
        return arabic
    raise InputError("is in no encoding known here (UTF-8, UTF-16, windows-1252, windows-1256)")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_as_western(text: str) -> bool:
    high = [character for character in text if ord(character) > 127]
    letters = sum(character.isalpha() for character in text)
    return (
        all(_WESTERN.fullmatch(character) for character in high)
        and len(high) <= _MOST_WESTERN * max(letters, 1)
        and not _CONTROL.search(text)
    )


def _reads_as_arabic(text: str) -> bool:
    high = sum(ord(character) > 127 for character in text)
    in_runs = sum(len(run) for run in _ARABIC_RUN.findall(text))
    return in_runs >= _LEAST_ARABIC * high and not _CONTROL.search(text)


def _checked(text: str) -> str:
    if "\0" in text:
        raise InputError("holds NUL characters")
    controls = len(_CONTROL.findall(text))
    if controls > 8 and controls > len(text) // 100:
        raise InputError("is mostly control characters: a binary file")
    return text
