"""The reports that come next compared by a process beside us while we cluster those before them.

`python -m hudna.linking_ahead` is told the store, what linking goes by, and then lists of codings; it
answers each with `hudna.compared`. It reads the store and writes nothing. While it works on a list, we write down
and cluster the list before, so what it has compared last it remembers beside what the store says.
Where it cannot be had, has died, or the store was changed otherwise meanwhile, we compare ourselves.
"""

from collections.abc import Mapping, Sequence
from pickle import PicklingError
from types import TracebackType
from typing import Any, Self

from hudna.beside import Beside, all_told, answer, is_worth_it
from hudna.compared import Compared, Filed, Rows, number_in, units_of
from hudna.filing import TOGETHER, Filing
from hudna.link.meaning import asked_since, vectors_of
from hudna.link.stage import Stage
from hudna.seldom import seldom_collecting
from hudna.store import Linkage, Store, open_store
from hudna.store.chunks import pieces

# Starting a process and loading the encoder takes two seconds: only where more reports than this wait is it worth it.
FEWEST = 1000


class LinkingAhead:
    """One list of codings at a time is with the other process."""

    def __init__(self, store: Store, stage: Stage, *, wanted: bool) -> None:
        self._asked: list[int] = []
        self._beside: Beside | None = None
        if not wanted or not is_worth_it():
            return
        self._beside = Beside("hudna.linking_ahead")
        try:
            self._beside.tell((store.address, stage))
        except (PicklingError, AttributeError, TypeError):
            self.end()  # rules that only this process has

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def ask(self, codings: Sequence[int]) -> None:
        """Let it compare the claims of these, all before them being written down or asked before."""
        self._asked = list(codings)
        if self._beside is not None and codings:
            self._beside.tell(self._asked)

    def take(self) -> Compared | None:
        """What it was asked last, once it is done."""
        if self._beside is None or not self._asked:
            return None
        found: Compared | None = self._beside.heard()
        return found

    def end(self) -> None:
        """Do without it from now on."""
        beside, self._beside, self._asked = self._beside, None, []
        if beside is not None:
            beside.end()


class Comparing:
    """The other process: what it has compared last is perhaps not in the store yet."""

    def __init__(self, store: Store, stage: Stage) -> None:
        self._store, self._stage = store, stage
        self._filing = Filing(store, stage)
        self._last: dict[int, list[str]] = {}  # key → units of the list before
        self._names: set[str] = set()

    def compared(self, codings: Sequence[int]) -> Compared:
        """The claims of these codings, compared with all before them."""
        tolds = self._store.tolds(codings)
        units = units_of(self._stage, {coding: tolds.get(coding, []) for coding in codings})
        words = _sentences(tolds)
        self._stage.prepare(words)
        with self._store.linkage(writing=False) as linkage:
            filed = self._filed(linkage, units.outlines)
        return Compared(units.members, list(units.outlines), filed, vectors_of(words), asked_since())

    def _filed(self, linkage: Linkage, outlines: Mapping[str, Any]) -> dict[str, Filed]:
        self._filing.look(linkage)
        held = linkage.group_of(map(number_in, outlines))
        fresh = [u for u in outlines if number_in(u) not in held and u not in self._names]
        beside, found = self._last.copy(), dict[str, Filed]()
        for piece in pieces(fresh, TOGETHER):
            found |= self._filing.compared({unit: outlines[unit] for unit in piece}, beside)
        self._names = set(found)
        self._last = {}
        for unit, one in found.items():
            for key in one.keys:
                self._last.setdefault(key, []).append(unit)
        return found


def _sentences(tolds: Mapping[int, Rows]) -> list[str]:
    """The words of each event's claim; none where all are of one language, for then nobody asks what they mean."""
    claims = [told.claim for rows in tolds.values() for _, told in rows if told.claim.event]
    return list(dict.fromkeys(c.text for c in claims)) if len({c.language for c in claims}) > 1 else []


def main() -> None:
    """Answer until the input ends."""
    messages = all_told()
    address, stage = next(messages)
    comparing = Comparing(open_store(address), stage)
    with seldom_collecting():
        for codings in messages:
            answer(comparing.compared(codings))


if __name__ == "__main__":
    main()
