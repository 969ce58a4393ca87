"""The place of a row of a table: "14 Oct | Kurram | Exchange of fire | unknown"."""

from collections.abc import Iterable

from hudna.extract.scene import At
from hudna.model.mention import PlaceMention

_BAR = "|"


def of_row(at: At, free: Iterable[PlaceMention]) -> list[PlaceMention]:
    """The places that fill a cell of the row by themselves."""
    text, start = at.passage.text, at.passage.start
    if text.count(_BAR) < 2:
        return []
    return [m for m in free if _fills(text, m.start - start, m.end - start)]


def _fills(text: str, start: int, end: int) -> bool:
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    return before[-1:] in ("", _BAR) and behind[:1] in ("", _BAR)
