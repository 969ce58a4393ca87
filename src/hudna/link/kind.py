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
    two kinds of fire would be said of both.
    """
    root = min(
        (counted := Counter(event.root for event in told)), key=lambda one: (-counted[one], _ROOTS.index(one))
    )
    same = [event for event in told if event.root is root]
    return (
        root,
        _most((event.mode for event in same), len(same)),
        _most((event.move for event in same), len(same)),
    )


def _most(named: Iterable[str | None], of: int) -> str | None:
    """What is named by most."""
    counted = Counter(one for one in named if one)
    most = max(counted, key=lambda one: counted[one], default=None)
    is_shared = most and 2 * counted[most] > counted.total() and counted[most] >= LEAST_OF_ALL * of
    return most if is_shared else None
