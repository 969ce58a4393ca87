"""A change among clustered claims → the clusters that it makes anew, and no others.

What changed is *live*: it is clustered again from its knots. The clusters beside it are only
*replayed*: how each came to be is known, and its steps take their turns with the steps of the
live ones, best first, as they would if everything were clustered at once. As long as nothing
live is joined to a replayed cluster, the latter comes out as it was, for nothing that it is
made of has changed. Once something is, the cluster becomes live at just that step, and what
lies beside it is replayed from there on. So the whole is what clustering everything at once
would give (see `hudna.link.cluster` on why), and what is far from a change is not looked at.

A live part and a part of a replayed cluster are never worth more than the best average of what the
two consist of now, for what is joined has an average between those of its parts. So they are left alone
(*watched*) until that much is due: mostly until the cluster is whole, when one look settles it.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Protocol

from hudna.link.cluster import Forest, Joining, Merge, Near, Terms
from hudna.link.sums import Knot

Units = frozenset[str]


class Clustered(Protocol):
    """Units in clusters, and the edges between units: `join` or more, or wished for by people."""

    def clusters_of(self, units: Iterable[str]) -> Mapping[str, str]:
        """The cluster of each unit that there is."""

    def members_of(self, clusters: Iterable[str]) -> Mapping[str, Units]:
        """The units of each cluster that there is."""

    def near(self, units: Iterable[str]) -> Near:
        """The units that an edge leads to from each of these, with its score."""

    def among(self, units: Iterable[str]) -> Near:
        """Of each of these at least the edges that lead to others of them, each pair perhaps named once."""

    def prepare(self, units: Iterable[str]) -> None:
        """Have at hand what comparing these takes."""


@dataclass(frozen=True, slots=True)
class Course:
    """How units that hang together became clusters: their knots, and what was joined in which order."""

    units: Units
    knots: tuple[Knot, ...]
    merges: tuple[Merge, ...]


# By the name of the cluster, or of the first of several that hang together.
Courses = MutableMapping[str, Course]


@dataclass(frozen=True, slots=True)
class Settled:
    """Clusters that are no more, and those that took their place."""

    gone: frozenset[str]
    made: tuple[tuple[str, ...], ...]


@dataclass(slots=True, eq=False)
class _Block:
    """Clusters that hang together surely (mostly one alone), as far as they have been replayed."""

    clusters: tuple[str, ...]
    course: Course
    parts: set[str]
    done: int = 0
    late: bool = False
    opened: set[str] = field(default_factory=set)  # live parts that are compared with its parts one by one

    @property
    def next(self) -> Merge | None:
        """The step that is due."""
        return self.course.merges[self.done] if self.done < len(self.course.merges) else None


@dataclass(slots=True)
class _Watch:
    """A live part beside a block: what any of its parts is worth at most, and the units of the block that edges lead to."""

    most: float
    ends: set[str]


def settle(touched: Iterable[str], known: Clustered, terms: Terms, courses: Courses) -> Settled:
    """What the change of these clusters comes to."""
    settling = _Settling(known, terms, courses)
    return settling.settled(set(touched))


class _Settling(Joining):
    """Live parts and replayed ones."""

    def __init__(self, known: Clustered, terms: Terms, courses: Courses) -> None:
        super().__init__(terms)
        self._known, self._courses = known, courses
        self._replayed: dict[str, _Block] = {}  # part → its block
        self._live: set[str] = set()  # clusters
        self._late: set[str] = set()  # parts of which not every step was seen in its turn
        self._worst: Merge | None = None  # step so far
        self._watched: dict[str, dict[_Block, _Watch]] = {}  # live part → blocks beside it

    def settled(self, touched: set[str]) -> Settled:
        """Cluster again, from these clusters on."""
        blocks = self._blocks(touched)
        units = {unit for held in blocks.values() for unit in held}
        self._live = touched | {name for names in blocks for name in names}
        near = self._known.near(units)
        self._surround(units, near)
        self.begin(units, near)
        self.run()
        return self._compared()

    def run(self) -> None:
        """Take every step in its turn."""
        while self._waiting:
            merge = heappop(self._waiting)
            bits, (one, other) = merge
            if not one:
                self._look(other, -bits)
                continue
            block, its = self._replayed.get(one), self._replayed.get(other)
            if block is None or block is not its:
                if self._worth.get(merge[1]) != -bits:
                    continue  # one of the two has grown or gone since
                self._note(merge)
                for replayed in (block, its):
                    if replayed is not None:
                        self._revive(replayed)
                self._join(merge)
            else:
                self._note(merge)
                self._join(merge)
                self._passed(block, merge)
                if block.next:
                    heappush(self._waiting, block.next)

    def _connect(self, units: Iterable[str], near: Near) -> None:
        """Live parts are next to one another as ever, and watch the blocks beside them."""
        beside: dict[str, set[str]] = {}
        met: dict[tuple[str, _Block], set[str]] = {}
        for unit in units:
            one = self._part_of(unit)
            for end in near[unit]:
                if end not in self._part:
                    continue
                other = self._part_of(end)
                block = self._replayed.get(other)
                if block is None or one in block.opened:
                    beside.setdefault(one, set()).add(other)
                else:
                    met.setdefault((one, block), set()).add(end)
        for one, others in beside.items():
            self._meet(one, others)
        for (one, block), ends in met.items():
            self._watch(one, block, ends)

    def _watch(self, part: str, block: _Block, ends: set[str]) -> None:
        held = self._watched.setdefault(part, {}).get(block)
        if held is not None:
            held.ends |= ends
        else:
            self._watched[part][block] = watch = _Watch(self._most(part, block), ends)
            self._await(part, watch.most)

    def _await(self, part: str, most: float) -> None:
        """Look again when so much is due; before what is worth as much, for no part has an empty name."""
        if most >= self._terms.join:
            heappush(self._waiting, (-most, ("", part)))

    def _most(self, part: str, block: _Block) -> float:
        """What a part and any of a block are worth at most from now on: the best average of those there are."""
        found = [self._added(part, other, exactly=False) for other in block.parts]
        return max(total / (100 * number) for total, number, _ in found)

    def _look(self, part: str, most: float) -> None:
        """So much is due: of the blocks that a part may be worth so much to, as they are now."""
        for block, watch in list(self._watched.get(part, {}).items()):
            if watch.most < most:
                continue
            now = self._most(part, block)
            if now < watch.most:
                watch.most = now
                self._await(part, now)
            else:
                self._open(part, block)

    def _open(self, part: str, block: _Block) -> None:
        """From now on the part is compared with those of the block one by one."""
        watch = self._watched[part].pop(block)
        block.opened.add(part)
        self._meet(part, {self._part_of(end) for end in watch.ends})

    def _join(self, merge: Merge) -> None:
        kept, gone = merge[1]
        if kept in self._replayed:
            super()._join(merge)
            return
        watched = self._watched_together(kept, gone)
        super()._join(merge)
        self._watched.pop(gone, None)
        self._watched[kept] = watched
        for watch in watched.values():
            self._await(kept, watch.most)

    def _watched_together(self, kept: str, gone: str) -> dict[_Block, _Watch]:
        """What two live parts that become one watch."""
        both = [(one, self._watched.setdefault(one, {})) for one in (kept, gone)]
        for (one, ones), (other, _) in (both, both[::-1]):
            for block in [block for block in ones if other in block.opened]:
                self._open(one, block)
        (_, ones), (_, others) = both
        for block in {self._replayed[name] for name in self._near[gone] if name in self._replayed}:
            block.opened.add(kept)
        found = {}
        for block in ones.keys() | others.keys():
            held = [self._watch_of(one, block) for one in (kept, gone)]
            found[block] = _Watch(max(one.most for one in held), set().union(*(one.ends for one in held)))
        return found

    def _watch_of(self, part: str, block: _Block) -> _Watch:
        return self._watched[part].get(block) or _Watch(self._most(part, block), set())

    def _note(self, merge: Merge) -> None:
        self._worst = merge if self._worst is None else max(merge, self._worst)

    def _beside(self, clusters: set[str]) -> dict[tuple[str, ...], Units]:
        """The same of clusters that were settled before: only people's judgements leave such hanging on others."""
        if self._terms.wishes.apart:
            return self._blocks(clusters)
        return {(name,): held for name, held in self._known.members_of(clusters).items()}

    def _blocks(self, clusters: set[str]) -> dict[tuple[str, ...], Units]:
        """These clusters, each with those that hang on it surely, and the units of them together."""
        members: dict[str, Units] = {}
        ties: set[tuple[str, str]] = set()
        fresh = set(clusters)
        while fresh:
            found = self._known.members_of(fresh)
            members |= found
            out = self._sure_ends(found)
            cluster_of = self._known.clusters_of({end for _, end in out})
            ties |= {(name, cluster_of[end]) for name, end in out}
            fresh = {other for _, other in ties} - members.keys()
        forest = Forest(members)
        for one, other in ties:
            forest.join(one, other)
        return {names: frozenset(unit for name in names for unit in members[name]) for names in forest.sets()}

    def _sure_ends(self, members: Mapping[str, Units]) -> set[tuple[str, str]]:
        """Of each cluster the units outside it that it should hold, were they not set apart, or new."""
        near = self._known.near({unit for held in members.values() for unit in held})
        return {
            (name, end)
            for name, held in members.items()
            for unit in held
            for end, score in near[unit].items()
            if score >= self._terms.sure and end not in held
        }

    def _surround(self, units: Iterable[str], near: Near) -> None:
        """Have what lies beside these units replayed, up to the step that is due now."""
        own = set(units)
        ends = {end for unit in own for end in near[unit] if end not in self._part and end not in own}
        if not ends:
            return
        blocks = self._beside(set(self._known.clusters_of(ends).values()))
        self._known.prepare(unit for held in blocks.values() for unit in held)
        self._work_out(blocks)
        for names, held in blocks.items():
            block = _Block(names, self._course(names, held), set())
            self._add(block.course.knots)
            block.parts = {knot[0] for knot in block.course.knots}
            self._replayed |= dict.fromkeys(block.parts, block)
            self._catch_up(block)
            if block.next:
                heappush(self._waiting, block.next)

    def _course(self, names: tuple[str, ...], units: Units) -> Course:
        """How these clusters came to be; of a single unit there is nothing to tell."""
        return self._courses[names[0]] if len(units) > 1 else Course(units, (tuple(units),), ())

    def _work_out(self, blocks: Mapping[tuple[str, ...], Units]) -> None:
        """How those of several units came to be of which it is not remembered."""
        missing = {
            names[0]: units
            for names, units in blocks.items()
            if len(units) > 1 and ((course := self._courses.get(names[0])) is None or course.units != units)
        }
        near = self._known.among(unit for units in missing.values() for unit in units)
        for name, units in missing.items():
            alone = Joining(self._terms)
            alone.begin(sorted(units), near)
            alone.run()
            self._courses[name] = Course(units, alone.knots, tuple(alone.merges))

    def _catch_up(self, block: _Block) -> None:
        """Take the steps that would have been taken by now: those that come before the worst taken so far."""
        while block.next and self._worst is not None and block.next < self._worst:
            merge = block.next
            block.late = True
            self._join(merge)
            self._passed(block, merge)

    def _passed(self, block: _Block, merge: Merge) -> None:
        block.done += 1
        block.parts.discard(merge[1][1])
        self._replayed.pop(merge[1][1], None)

    def _revive(self, block: _Block) -> None:
        """Make a replayed block live: from now on anything may be joined to its parts."""
        for part in block.parts:
            del self._replayed[part]
        for watched in self._watched.values():
            watched.pop(block, None)  # who watched it is connected to its parts below
        self._live.update(block.clusters)
        if block.late:
            self._late |= block.parts
        units = block.course.units
        near = self._known.near(units)
        self._surround(units, near)
        self._connect(units, near)

    def _compared(self) -> Settled:
        """Clusters that came out as they were are left alone; one that lost the unit it is named after is not."""
        made = {frozenset(self._units(name)) for name in self._parts if name not in self._replayed}
        members = self._known.members_of(self._live)
        self._remember()
        kept = {held for name, held in members.items() if held in made and name in held}
        gone = {name for name in self._live if members.get(name) not in kept}
        return Settled(frozenset(gone), tuple(sorted(tuple(sorted(held)) for held in made - kept)))

    def _remember(self) -> None:
        """The courses of the clusters that were made, but for those of which not every step was seen in its turn."""
        merges: dict[str, list[Merge]] = {name: [] for name in self._parts if name not in self._replayed}
        for late in self._late:
            merges.pop(self._part_of(late), None)
        for merge in self.merges:
            part = self._part_of(merge[1][0])
            if part in merges:
                merges[part].append(merge)
        for name in self._live:
            self._courses.pop(name, None)
        for name, steps in merges.items():
            held = tuple(sorted(self._parts[name]))
            self._courses[name] = Course(frozenset(self._units(name)), held, tuple(steps))
