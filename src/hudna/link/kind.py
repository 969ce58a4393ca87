"""What kind of act several claims tell of together."""

from collections import Counter
from collections.abc import Iterable, Sequence

from hudna.model.claim import Event, Root

_ROOTS = tuple(Root)
# Of those who tell it; a detail that fewer name ("destroyed several motorcycles") says nothing of the whole.
LEAST_OF_ALL = 0.25


def kind_of(told: Sequence[Event]) -> tuple[Root, str | None, str | None]:
    """Root, mode and move that most claims give.

    A mode goes before none where more than half of those that name one name it, and a quarter of all: a word for one of
    two kinds of fire would be said of both. Of two moves the first told goes on in the second: an alert and a recall.
    """
    root = min(
        (counted := Counter(event.root for event in told)), key=lambda one: (-counted[one], _ROOTS.index(one))
    )
    same = [event for event in told if event.root is root]
    return (
        root,
        _most((event.mode for event in same), len(same), alone=True),
        _most((event.move for event in same), len(same)),
    )


def _most(named: Iterable[str | None], of: int, *, alone: bool = False) -> str | None:
    """What is named most, of two as often the one that is told first; `alone`: none of them, as both were done."""
    counted = Counter(one for one in named if one)
    most = max(counted, key=lambda one: counted[one], default=None)
    if most is None or counted[most] < LEAST_OF_ALL * of:
        return None
    twice = 2 * counted[most]
    return most if twice > counted.total() or (twice == counted.total() and not alone) else None
