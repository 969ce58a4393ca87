"""Lines for people: to standard error, and without anything that could command a terminal."""

import sys
import unicodedata

# Direction overrides can make a file name or a quotation show other words than it holds.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def say(message: str) -> None:
    """One line on standard error."""
    print(f"hudna: {plain(message)}", file=sys.stderr, flush=True)  # noqa: T201


def plain(text: str) -> str:
    """The text on one line, its control characters made blanks."""
    return " ".join("".join(" " if _commands(character) else character for character in text).split())


def visible(text: str) -> str:
    """The text at its full length, so that offsets hold, its control characters made blanks."""
    return "".join(" " if _commands(character) else character for character in text)


def write(line: str) -> None:
    """One line on standard output, in UTF-8 whatever the terminal's locale says."""
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


def counted(number: int, noun: str) -> str:
    """'1 report', '2 reports'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _commands(character: str) -> bool:
    return character in _OVERRIDES or unicodedata.category(character) in {"Cc", "Cs"}
