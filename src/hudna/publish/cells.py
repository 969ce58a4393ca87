"""Values → cells of CSV and TSV that no program runs, splits or reads backwards.

Words of reports are not trusted: a spreadsheet runs a cell that begins with "=", a tab
ends a TSV cell, and marks of writing direction can make words read as others.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

# A cell that begins so is run as a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# Control characters (NUL ends strings in many readers) and marks that turn the direction of
# whole stretches. The joiners that Arabic and Persian spelling needs stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_BREAKS = re.compile(r"[\t\r\n\x0b\x0c\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """The text without control characters and marks that turn its direction."""
    return _UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """The text on one line, for formats that know no quoting."""
    return plain(_BREAKS.sub(" ", text)).strip()


def csv_line(cells: Iterable[object]) -> str:
    """The cells as one line of CSV; no cell can run as a formula."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([cell(value) for value in cells])
    return buffer.getvalue()


def tsv_line(cells: Iterable[object], *, missing: str = "") -> str:
    """The cells as one line of TSV without quoting; what is not known is written as `missing`."""
    return "\t".join(_tsv_cell(value, missing) for value in cells) + "\n"


def cell(value: object) -> str:
    """The value as text; words that a spreadsheet would run are held back by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | date):
        return str(value)
    return guarded(plain(str(value)))


def guarded(text: str) -> str:
    """The text, held back by an apostrophe where it would run as a formula."""
    # Blanks before a formula are dropped by some programs.
    return f"'{text}" if text.startswith(("\t", "\r")) or text.lstrip().startswith(_FORMULA) else text


def _tsv_cell(value: object, missing: str) -> str:
    text = guarded(one_line(cell(value).removeprefix("'"))) if isinstance(value, str) else cell(value)
    return text or missing
