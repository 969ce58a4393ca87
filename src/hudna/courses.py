"""How clusters of a store came to be, remembered and written down (`hudna.link.settle` asks for it).

A course holds only under the judgements under which it was worked out, and only as long as its cluster
holds the same units. What is missing is worked out again by whoever needs it.
"""

import json
from collections.abc import Iterable, Iterator, MutableMapping

from hudna.compared import name_of, number_in
from hudna.link.cluster import Wishes
from hudna.link.settle import Course
from hudna.link.wording import number_of
from hudna.store import Linkage

# Some 1 kB each.
KEPT = 60_000


class StoredCourses(MutableMapping[str, Course]):
    """By the name of the cluster; what was changed is written down at the end of a batch."""

    def __init__(self) -> None:
        self._held: dict[str, Course] = {}
        self._changed: set[str] = set()
        self._wishes, self._digest = Wishes(), _digest(Wishes())

    def under(self, wishes: Wishes) -> "StoredCourses":
        """These, by these judgements only."""
        if wishes != self._wishes:
            self._held.clear()
            self._wishes, self._digest = wishes, _digest(wishes)
        elif len(self._held) > KEPT:
            self._held.clear()
        return self

    def load(self, linkage: Linkage, clusters: Iterable[str]) -> None:
        """Have at hand what was written down of these."""
        missing = [number_in(name) for name in clusters if name not in self._held]
        for group, body in linkage.courses_of(missing, self._digest).items():
            self._held[name_of(group)] = _read(body)

    def write(self, linkage: Linkage) -> None:
        """Write down what was changed."""
        held = {name: self._held[name] for name in self._changed if name in self._held}
        told = {number_in(name): _written(one) for name, one in held.items() if len(one.units) > 1}
        linkage.replace_courses(map(number_in, self._changed), self._digest, told)
        self._changed.clear()

    def __getitem__(self, name: str) -> Course:
        return self._held[name]

    def get(self, name: str, default: Course | None = None) -> Course | None:  # type: ignore[override]  # no other default
        """The course of a cluster, where it is at hand."""
        return self._held.get(name, default)

    def pop(self, name: str, default: Course | None = None) -> Course | None:  # type: ignore[override]  # no other default
        """Forget a course, which may be written down without being at hand."""
        self._changed.add(name)
        return self._held.pop(name, default)

    def __setitem__(self, name: str, course: Course) -> None:
        self._held[name] = course
        self._changed.add(name)

    def __delitem__(self, name: str) -> None:
        self._changed.add(name)
        del self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def _digest(wishes: Wishes) -> str:
    told = json.dumps([sorted(wishes.together), sorted(wishes.apart)])
    return f"{number_of(told):016x}"


def _written(course: Course) -> str:
    """Its knots by the numbers of their units, and what was joined by the places of knots among these."""
    at = {knot[0]: number for number, knot in enumerate(course.knots)}
    knots = [[number_in(unit) for unit in knot] for knot in course.knots]
    merges = [(bits, at[one], at[other]) for bits, (one, other) in course.merges]
    return json.dumps([knots, merges], separators=(",", ":"))


def _read(body: str) -> Course:
    numbers, steps = json.loads(body)
    knots = tuple(tuple(map(name_of, knot)) for knot in numbers)
    merges = tuple((bits, (knots[one][0], knots[other][0])) for bits, one, other in steps)
    return Course(frozenset(unit for knot in knots for unit in knot), knots, merges)
