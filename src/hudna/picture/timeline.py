"""Items by day, in whatever order they come, and which of them lie near a day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")


class Timeline(Generic[ItemT]):
    """Items in the order of their days; those without a day apart."""

    def __init__(self) -> None:
        self._days: list[date] = []
        self._items: list[ItemT] = []
        self._undated: list[ItemT] = []

    def add(self, on: date | None, item: ItemT) -> None:
        """Put an item on its day, after those that are there."""
        if on is None:
            self._undated.append(item)
            return
        at = bisect_right(self._days, on)
        self._days.insert(at, on)
        self._items.insert(at, item)

    def near(self, on: date | None, days: float) -> Iterator[ItemT]:
        """The items within so many days of a day, and those without one; all where the day is not told."""
        yield from self._undated
        if on is None:
            yield from self._items
            return
        first = bisect_left(self._days, on - timedelta(days=days))
        yield from self._items[first : bisect_right(self._days, on + timedelta(days=days))]
