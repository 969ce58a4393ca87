"""The linked units of a store as linking asks for them, remembered between two reports.

Outlines and scores of units never change, and edges only with the units; all of it is
forgotten as soon as somebody else has written to the derived tables. Units go by a number
in the store and by the same number in hexadecimals in linking.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from hudna.compared import Filed, name_of, number_in
from hudna.courses import StoredCourses
from hudna.link.agreement import Agreement, agreement
from hudna.link.candidates import Keys, keys_of
from hudna.link.cluster import Wishes
from hudna.link.facets import Faced
from hudna.link.meaning import recall, to_write, unread
from hudna.link.outline import Outline, as_json, from_json
from hudna.link.stage import Stage
from hudna.link.sums import Knot, Sums
from hudna.link.voices import Telling
from hudna.link.wording import number_of
from hudna.model.told import Told
from hudna.store import Edge as Row
from hudna.store import Linkage, Member, NewUnit, Store
from hudna.store.chunks import pieces

# Outlines take some 8 kB each, edges of a unit 4 kB, claims with their reports 6 kB, a unit's cluster and course 1 kB.
OUTLINES, NEAR, TOLDS, GROUPS = 30_000, 30_000, 20_000, 60_000
# New units filed at once: statements are shared, and what they are compared with fits into memory.
TOGETHER = 200
KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Filing:
    """Units, edges and clusters of a store, read through a memory."""

    def __init__(self, store: Store, stage: Stage) -> None:
        self._store = store
        self.stage = stage
        self._turn: int | None = None
        self._linkage: Linkage | None = None
        self.sums = Sums(self._score, self._agreement, self._ceiling, self._mass)
        self.forget()

    def forget(self) -> None:
        """Start again from what the store says."""
        self._faced: dict[str, Faced] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._tolds: dict[int, Told] = {}
        self._tellings: dict[int, Telling] = {}
        self._group: dict[str, str] = {}
        self._members: dict[str, frozenset[str]] = {}
        self._courses = StoredCourses()
        self._words: set[str] = set()  # sentences that this store may write down the meanings of
        self.sums.forget()
        self._turn = None

    def use(self, linkage: Linkage) -> Linkage:
        """Read through this connection from now on; what others have changed since is forgotten."""
        turn = linkage.turn()
        if turn != self._turn:
            self.forget()
            self._turn = turn
        self._linkage = linkage
        self.sums.bound()
        return linkage

    def is_ours(self, linkage: Linkage) -> bool:
        """Whether nobody else has written since we read or wrote."""
        return linkage.turn() == self._turn

    def changed(self, linkage: Linkage) -> None:
        """Tell others that something was written."""
        self._turn = linkage.take_turn()

    @property
    def linkage(self) -> Linkage:
        """The connection in use."""
        assert self._linkage is not None, "use() comes first"
        return self._linkage

    def look(self, linkage: Linkage) -> None:
        """Read outlines and keys through this connection from now on; edges and clusters may be others since."""
        self._linkage = linkage
        for kept in (self._near, self._group, self._members):
            kept.clear()

    def file(self, units: Mapping[str, Outline]) -> None:
        """File new units, each a cluster of its own, with whatever scores enough with them."""
        for piece in pieces(units.items(), TOGETHER):
            self._write(self.compared(dict(piece), {}))

    def compared(self, units: Mapping[str, Outline], beside: dict[int, list[str]]) -> dict[str, Filed]:
        """New units with what scores enough with them; `beside`: what is filed beside the store, which these are put to."""
        keys = {unit: keys_of(outline, self.stage.scorer.roots) for unit, outline in units.items()}
        filed = self._filed(keys.values())
        self._recall(outline.words for outline in units.values())
        sums: dict[str, list[tuple[str, int]]] = {}
        for unit, outline in units.items():
            self._admit(unit, outline)
            sought = keys[unit].sought
            others = set[str]().union(
                *[held[key] for held in (filed, beside) for key in sought if key in held]
            )
            sums[unit] = self._sums_of(unit, others - {unit})
            for key in keys[unit].filed:
                beside.setdefault(key, []).append(unit)
        self.stage.prepare(self._sentences_asked(sums))
        for unit, found in sums.items():
            self._near[unit] = self._reached(unit, found)
        return {
            unit: Filed(as_json(units[unit]), keys[unit].filed, self._near[unit].copy()) for unit in units
        }

    def take_over(self, found: Mapping[str, Filed], asked: Iterable[str]) -> None:
        """File new units that were compared elsewhere, where it was asked what these sentences mean."""
        self._words.update(asked)
        for piece in pieces(found.items(), TOGETHER):
            for unit, one in piece:
                self._admit(unit, from_json(one.outline))
                self._near[unit] = one.near.copy()
                for other, score in one.near.items():
                    if other in self._near:
                        self._near[other][unit] = score
            self._recall(self.outline(unit).words for unit, _ in piece)
            self._write(dict(piece))

    def _admit(self, unit: str, outline: Outline) -> None:
        self._faced[unit] = self.stage.scorer.faced(outline)
        # Others may still go by its name, where it was taken out and comes back.
        self._group[unit] = unit
        self._members.pop(unit, None)

    def _filed(self, keys: Iterable[Keys]) -> dict[int, list[str]]:
        """What is filed under the keys that are sought, its outlines at hand."""
        found = self.linkage.found(key for one in keys for key in one.sought)
        filed = {key: [name_of(unit) for unit in units] for key, units in found.items()}
        self.load({unit for units in filed.values() for unit in units})
        return filed

    def _sums_of(self, unit: str, others: Iterable[str]) -> list[tuple[str, int]]:
        """Which of the others may score enough with a unit, with their sums but for what words mean."""
        add_up, one = self.stage.scorer.without_meaning, self._faced[unit]
        return [
            (other, total)
            for other in sorted(others)
            if (total := add_up(one, self._faced[other])) is not None
        ]

    def _sentences_asked(self, sums: Mapping[str, list[tuple[str, int]]]) -> Iterator[str]:
        """Those that decide one of these sums."""
        asks, faced = self.stage.scorer.asks, self._faced
        for unit, found in sums.items():
            for other, total in found:
                if asks(total, faced[unit], faced[other]):
                    yield faced[unit].outline.words
                    yield faced[other].outline.words

    def _reached(self, unit: str, sums: Iterable[tuple[str, int]]) -> dict[str, float]:
        """Which of the others score enough with a unit."""
        reached, one = self.stage.scorer.reached, self._faced[unit]
        near: dict[str, float] = {}
        for other, total in sums:
            score = reached(total, one, self._faced[other])
            if score is not None:
                near[other] = score
                if other in self._near:
                    self._near[other][unit] = score
        return near

    def _write(self, units: Mapping[str, Filed]) -> None:
        self.linkage.add_units(
            [NewUnit(number_in(unit), one.outline, one.keys) for unit, one in units.items()]
        )
        # Of two new units the later one has written its score into the earlier one's memory as well.
        edges = {_row(unit, other, score) for unit, one in units.items() for other, score in one.near.items()}
        self.linkage.add_edges(sorted(edges))

    def drop(self, units: Iterable[str]) -> None:
        """Forget units that are no more, whose edges were asked for before they went."""
        for unit in units:
            self._faced.pop(unit, None)
            for other in self._near.pop(unit, {}):
                self._near.get(other, {}).pop(unit, None)
            self._members.pop(self._group.pop(unit, unit), None)

    def load(self, units: Iterable[str]) -> None:
        """Have the outlines of these units at hand."""
        missing = {unit for unit in units if unit not in self._faced}
        _bound(self._faced, OUTLINES - len(missing), keep=units)
        found = self.linkage.outlines(map(number_in, missing))
        outlines = {name_of(number): from_json(line) for number, line in found.items()}
        self._faced.update({unit: self.stage.scorer.faced(outline) for unit, outline in outlines.items()})
        self._recall(outline.words for outline in outlines.values())

    def _recall(self, sentences: Iterable[str]) -> None:
        """Have what these mean at hand, as far as it was asked before."""
        ours = list(sentences)
        if len(self._words) > OUTLINES:
            self._words.clear()
        self._words.update(ours)
        numbers = {number_of(text): text for text in unread(ours)}
        if numbers:
            found = self.linkage.vectors(numbers)
            recall({numbers[number]: vector for number, vector in found.items()})

    def write_meanings(self) -> None:
        """Write down what the sentences of this store mean that were asked about."""
        asked = to_write()
        ours = {number_of(text): vector for text, vector in asked.items() if text in self._words}
        if ours:
            self.linkage.add_vectors(ours)

    def outline(self, unit: str) -> Outline:
        """The outline of one unit."""
        return self._at_hand(unit).outline

    def _at_hand(self, unit: str) -> Faced:
        if unit not in self._faced:
            self.load([unit])
        return self._faced[unit]

    def _score(self, one: str, other: str) -> float:
        known = self._edge(one, other)
        if known is not None:
            return known
        return self.stage.scorer.score_faced(self._at_hand(one), self._at_hand(other))

    def _edge(self, one: str, other: str) -> float | None:
        """The score of two units that is at hand."""
        near = self._near.get(one)
        if near is None:
            return self._near[other].get(one) if other in self._near else None
        return near.get(other)

    def _ceiling(self, ones: Knot, others: Knot) -> int:
        total, at_most = 0, self.stage.scorer.at_most
        there = [(other, self._at_hand(other)) for other in others]
        for one in ones:
            faced, near = self._at_hand(one), self._near.get(one)
            for other, beside in there:
                known = near.get(other) if near is not None else self._edge(one, other)
                score = at_most(faced, beside) if known is None else round(100 * known)
                total += faced.mass * beside.mass * score
        return total

    def _mass(self, unit: str) -> int:
        return self._at_hand(unit).mass

    def _agreement(self, unit: str) -> Agreement:
        return agreement(self.outline(unit), self.stage.scorer.roots)

    def courses(self, wishes: Wishes) -> StoredCourses:
        """How clusters came to be, as far as it is known: by the same judgements only."""
        return self._courses.under(wishes)

    def load_courses(self, units: Iterable[str]) -> None:
        """Have at hand how the clusters of these came to be."""
        clusters = set(self.clusters_of(units).values())
        several = [name for name, held in self.members_of(clusters).items() if len(held) > 1]
        self._courses.load(self.linkage, several)

    def write_courses(self) -> None:
        """Write down how clusters came to be that are others now."""
        self._courses.write(self.linkage)

    def clusters_of(self, units: Iterable[str]) -> dict[str, str]:
        """The cluster of each unit that there is."""
        units = list(units)
        missing = {unit for unit in units if unit not in self._group}
        if missing:
            _bound(self._group, GROUPS - len(missing), keep=units)
            found = self.linkage.group_of(map(number_in, missing))
            self._group.update({name_of(unit): name_of(group) for unit, group in found.items()})
        return {unit: self._group[unit] for unit in units if unit in self._group}

    def members_of(self, clusters: Iterable[str]) -> dict[str, frozenset[str]]:
        """The units of each cluster that there is."""
        clusters = list(clusters)
        missing = {name for name in clusters if name not in self._members}
        if missing:
            _bound(self._members, GROUPS - len(missing), keep=clusters)
            held: dict[str, set[str]] = {}
            for unit, group in self.linkage.units_of(map(number_in, missing)).items():
                held.setdefault(name_of(group), set()).add(name_of(unit))
            self._members.update({name: frozenset(units) for name, units in held.items()})
        return {name: self._members[name] for name in clusters if name in self._members}

    def regroup(self, gone: Iterable[str], made: Iterable[tuple[str, ...]]) -> None:
        """Clusters that are no more, and those that took their place."""
        groups = {units[0]: units for units in made}
        self.linkage.regroup({number_in(name): list(map(number_in, units)) for name, units in groups.items()})
        for name in gone:
            self._members.pop(name, None)
        for name, units in groups.items():
            self._members[name] = frozenset(units)
            self._group.update(dict.fromkeys(units, name))

    def near(self, units: Iterable[str]) -> dict[str, dict[str, float]]:
        """The units that score enough with each of these."""
        units = set(units)
        missing = units - self._near.keys()
        _bound(self._near, NEAR - len(missing), keep=units)
        self._near.update({unit: {} for unit in missing})
        for one, other, score in self.linkage.edges_of(map(number_in, missing)):
            first, second = name_of(one), name_of(other)
            if first in missing:
                self._near[first][second] = score
            if second in missing:
                self._near[second][first] = score
        return {unit: self._near[unit] for unit in units}

    def among(self, units: Iterable[str]) -> dict[str, dict[str, float]]:
        """Of each of these at least what scores enough among them, a pair perhaps named once."""
        units = set(units)
        missing = units - self._near.keys()
        found = {unit: {} if unit in missing else self._near[unit] for unit in units}
        for one, other, score in self.linkage.edges_among(map(number_in, missing)):
            found[name_of(one)][name_of(other)] = score
        return found

    def keep(self, tolds: Mapping[int, Told]) -> None:
        """Remember claims that were just read, by their rows."""
        _bound(self._tolds, TOLDS - len(tolds))
        self._tolds.update(tolds)

    def tolds(self, rows: Iterable[int]) -> list[Told]:
        """The claims of these rows with their reports."""
        rows = sorted(set(rows))
        missing = [row for row in rows if row not in self._tolds]
        _bound(self._tolds, TOLDS - len(missing), keep=rows)
        self._tolds.update(self._store.tolds_of_claims(missing))
        return [self._tolds[row] for row in rows if row in self._tolds]

    def tellings(self, members: Sequence[Member]) -> list[Telling]:
        """What the claims of these members tell, each the same as long as it is remembered; none of a rejected claim."""
        missing = [one for one in members if one.claim_seq not in self._tellings]
        _bound(self._tellings, TOLDS - len(missing), keep=[one.claim_seq for one in members])
        unit_of = {one.claim: one.unit for one in missing}
        self.load([name_of(unit) for unit in unit_of.values() if unit is not None])
        row_of = {one.claim: one.claim_seq for one in missing}
        for told in self.stage.corrected(self.tolds(row_of.values())):
            claim = told.claim.id
            unit = unit_of[claim]
            outline = None if unit is None else _own(self.outline(name_of(unit)), told)
            self._tellings[row_of[claim]] = Telling(told, outline)
        rows = sorted({one.claim_seq for one in members})
        return [self._tellings[row] for row in rows if row in self._tellings]


def _row(unit: str, other: str, score: float) -> Row:
    one, two = sorted((number_in(unit), number_in(other)))
    return one, two, score


def _own(outline: Outline, told: Told) -> Outline:
    """A unit's outline as that of one of its claims."""
    return replace(outline, claim=told.claim.id, report=told.report.id)


def _bound(kept: dict[KeyT, ValueT], most: int, *, keep: Iterable[KeyT] = ()) -> None:
    """Forget the older half of what is kept once it is more than that, but for what is needed now."""
    if len(kept) <= most:
        return
    needed = set(keep)
    for key in list(kept)[: max(len(kept) // 2, len(kept) - most)]:
        if key not in needed:
            del kept[key]
