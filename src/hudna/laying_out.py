"""A document laid out by a process beside us, which loads what draws while we still read reports.

`python -m hudna.laying_out` is told documents with the names of layouts, and answers each with what they become. It reads
no store, so nothing that we do meanwhile changes what it makes. Where it cannot be had or has died, we lay out ourselves.
"""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from hudna.beside import Beside, all_told, answer, is_worth_it
from hudna.publish.document import Document
from hudna.publish.layouts import laid_out


class LayingOut:
    """One document at a time is with the other process, where one is wanted."""

    def __init__(self, *, wanted: bool) -> None:
        self._beside = Beside("hudna.laying_out") if wanted and is_worth_it() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._beside is not None:
            self._beside.end()

    def begin(self, document: Document, layouts: Sequence[str]) -> Callable[[], list[bytes]]:
        """Have the document laid out; what is given back waits for it."""
        beside = self._beside
        if beside is None:
            made = _laid_out(document, layouts)
            return lambda: made
        beside.tell((document, tuple(layouts)))
        return lambda: beside.heard() or _laid_out(document, layouts)


def _laid_out(document: Document, layouts: Sequence[str]) -> list[bytes]:
    return [laid_out(document, layout) for layout in layouts]


def main() -> None:
    """Answer until the input ends."""
    from hudna.publish import page  # noqa: F401, PLC0415  # what takes long to load, before anything is asked

    for document, layouts in all_told():
        answer(_laid_out(document, layouts))


if __name__ == "__main__":
    main()
