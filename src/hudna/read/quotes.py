"""Where a text quotes: spans between paired quotation marks, without the marks."""

import re

from hudna.model.clause import Quote

# A quotation longer than this is a mark that was never closed.
MAX_QUOTE = 1_500
_PAIRS = (
    re.compile(r"“([^“”]{1,1500})”"),
    re.compile(r"«([^«»]{1,1500})»"),
    re.compile(r"„([^„“”]{1,1500})[“”]"),
)


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Quotations in order; straight marks are paired within their paragraph."""
    found = [Quote(m.start(1), m.end(1)) for pattern in _PAIRS for m in pattern.finditer(text)]
    found.extend(_straight(text))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _straight(text: str) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    for match in re.finditer(r'"|\n\s*\n', text):
        if match.group() != '"':
            opened = None
        elif opened is None:
            opened = match.end()
        else:
            if 0 < match.start() - opened <= MAX_QUOTE:
                quotes.append(Quote(opened, match.start()))
            opened = None
    return quotes
