"""The stage of linking on a store: what is new joins or opens incidents, the rest stays as it is.

The same keys, scores and clusters as in memory (`hudna.link.stage`), so the incidents are
those that linking everything at once would give. All derived rows of a batch are written in
one transaction; after a run that was killed the next one links what is missing.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from hudna.link.batch import unit_of
from hudna.link.candidates import keys_of
from hudna.link.cluster import Wishes, clusters, groups
from hudna.link.judged import claim_named
from hudna.link.outline import Outline, as_json, from_json
from hudna.link.stage import Stage, incident_order
from hudna.link.voices import Telling
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.told import Told
from hudna.showing import shown_claim, shown_incident, shown_report
from hudna.store import Edge, Linkage, Member, NewUnit, Store
from hudna.store.chunks import pieces
from hudna.store.known import NOW, Moment

# Reports linked in one transaction: enough that an incident told by many is made once, few
# enough that a killed run loses seconds of work.
BATCH = 400
# Outlines kept in memory, some 2 kB each.
_KEPT = 50_000
StageMaker = Callable[[Iterable[Judgement]], Stage]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a batch has touched: units whose groups must be made again."""

    units: set[int]
    groups: set[int]


class StoreLinking:
    """Keeps the incidents of a store in step with its claims and judgements."""

    def __init__(self, store: Store, make_stage: StageMaker, version: str) -> None:
        self._store = store
        self._make_stage = make_stage
        self._version = version
        self.stage = make_stage(store.judgements())
        self._outlines: dict[int, Outline] = {}

    def catch_up(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Link whatever is not linked yet, and what judgements since have touched; how many reports that were."""
        self._read_judgements()
        with self._store.linkage(writing=False) as linkage:
            waiting = linkage.unlinked()
        done = 0
        for batch in pieces(waiting, BATCH):
            self.link(batch)
            done += len(batch)
            if progress:
                progress(done, len(waiting))
        return done

    def link(self, codings: Sequence[int]) -> None:
        """Link the claims of these codings; codings of the same reports that they replace are taken out."""
        tolds = self._store.tolds(codings)
        with self._store.linkage(writing=True) as linkage:
            work = _Work(set(), set())
            self._take_out(linkage, linkage.superseded(codings) | set(codings), work)
            for coding in codings:
                self._add(linkage, coding, tolds.get(coding, []), work)
            _show(linkage, codings, tolds)
            linkage.mark_linked(codings)
            self._regroup(linkage, work)
            if linkage.state() is None:
                linkage.note(self._version, self._store.last_judgement())

    def as_known(self, at: Moment) -> list[Incident]:
        """The incidents as they stood then, by the claims and judgements known then."""
        self.catch_up()
        if at == NOW:
            return list(self._store.incidents())
        judgements = self._store.judgements(at)
        with self._store.linkage(writing=False) as linkage:
            units = linkage.known_units(at)
            # Other codings or other judgements than today's: the claims of then are linked for themselves.
            if units is None or len(judgements) != len(self._store.judgements()):
                tolds = self._store.tolds(linkage.known_codings(at))
                every = (told for group in tolds.values() for _, told in group)
                return list(self._make_stage(judgements).link(every).incidents)
            since, codings = linkage.unknown_groups(at), linkage.known_codings(at)
            found = list(linkage.incidents_of(units.keys() - since))
            for group in sorted(units.keys() & since):
                found += [one for _, one in self._made(linkage, units[group], codings)[1]]
        return sorted(found, key=incident_order)

    def _read_judgements(self) -> None:
        """Other rules: everything is linked anew. Newer judgements: what they are about."""
        with self._store.linkage(writing=True) as linkage:
            state, last = linkage.state(), self._store.last_judgement()
            if state is None or state[0] != self._version:
                linkage.clear()
                linkage.note(self._version, last)
                self._outlines.clear()
                return
            if state[1] == last:
                return
        self.stage = self._make_stage(self._store.judgements())
        again = self._touched(state[1])
        for batch in pieces(sorted(again), BATCH):
            self.link(batch)
        with self._store.linkage(writing=True) as linkage:
            linkage.note(self._version, last)

    def _touched(self, after: int) -> set[int]:
        """The codings whose claims, incidents or source newer judgements are about."""
        every = {one.id: one for one in self._store.judgements()}
        found: set[int] = set()
        with self._store.linkage(writing=False) as linkage:
            for one in self._store.judgements(after=after):
                for about in _meant(one, every):
                    found |= linkage.codings_of_claims([claim_named(about)])
                    found |= linkage.codings_of_incidents([about])
                    found |= linkage.codings_of_source(about)
        return found

    def _take_out(self, linkage: Linkage, codings: Iterable[int], work: _Work) -> None:
        units = linkage.remove(codings)
        work.groups.update(linkage.group_of(units).values())
        work.units.update(linkage.neighbours(units) | units)
        gone = linkage.drop_empty(units)
        work.units.difference_update(gone)
        for unit in gone:
            self._outlines.pop(unit, None)

    def _add(self, linkage: Linkage, coding: int, tolds: Sequence[tuple[int, Told]], work: _Work) -> None:
        rows = {told.claim.id: row for row, told in tolds}
        kept = list(self.stage.corrected(told for _, told in tolds))
        members, fresh = [], {}
        for telling, explains in self.stage.tellings(kept):
            claim, unit = telling.told.claim.id, None
            if telling.outline:
                unit = int(unit_of(telling.outline, alone=claim in self.stage.alone), 16)
                fresh[unit] = telling.outline
                work.units.add(unit)
            members.append(Member(claim, rows[claim], coding, unit, explains))
        held = linkage.group_of(fresh)
        for unit, outline in sorted(fresh.items()):
            if unit not in held:
                self._file(linkage, unit, outline)
        linkage.add_members(members)

    def _file(self, linkage: Linkage, unit: int, outline: Outline) -> None:
        """A new unit, compared with those that share a key."""
        scorer = self.stage.scorer
        keys = keys_of(outline, scorer.roots)
        others = self._outlines_of(linkage, linkage.found(keys.sought) - {unit})
        edges: list[Edge] = []
        for other, known in sorted(others.items()):
            score = scorer.score(outline, known)
            if score >= scorer.weights.join:
                edges.append((min(unit, other), max(unit, other), score))
        linkage.add_units([NewUnit(unit, as_json(outline), keys.filed)])
        linkage.add_edges(edges)
        self._outlines[unit] = outline

    def _outlines_of(self, linkage: Linkage, units: Iterable[int]) -> dict[int, Outline]:
        units = set(units)
        missing = units - self._outlines.keys()
        if len(self._outlines) > _KEPT:
            self._outlines = {unit: self._outlines[unit] for unit in units - missing}
        for unit, line in linkage.outlines(missing).items():
            self._outlines[unit] = from_json(line)
        return {unit: self._outlines[unit] for unit in units}

    def _regroup(self, linkage: Linkage, work: _Work) -> None:
        """Make the groups again that anything was added to or taken from, and their incidents."""
        units, old = self._hanging_together(linkage, work)
        found, made = self._made(linkage, units)
        linkage.regroup(found)
        linkage.replace_incidents(old | found.keys(), made)
        linkage.show(shown_incident(incident) for _, incident in made)

    def _made(
        self, linkage: Linkage, units: set[int], codings: set[int] | None = None
    ) -> tuple[dict[int, list[int]], list[tuple[int, Incident]]]:
        """The groups of these units and their incidents, from the claims of some codings alone where named."""
        edges = [edge for edge in linkage.edges_of(units) if edge[1] in units]
        wishes = self._wishes(linkage, units)
        hanging = groups(
            [_name(unit) for unit in units],
            ((_name(one), _name(two), score) for one, two, score in edges),
            wishes,
        )
        found = {int(group[0], 16): [int(name, 16) for name in group] for group in hanging}
        group_of = {unit: group for group, members in found.items() for unit in members}
        by_group: dict[int, list[Edge]] = defaultdict(list)
        for edge in edges:
            by_group[group_of[edge[0]]].append(edge)
        return found, [
            (group, incident)
            for group, members in sorted(found.items())
            for incident in self._incidents(linkage, members, by_group[group], wishes, codings)
        ]

    def _hanging_together(self, linkage: Linkage, work: _Work) -> tuple[set[int], set[int]]:
        """Every unit of the touched groups, of those newly tied to them, and the groups they were in."""
        units, old = set(work.units), set(work.groups)
        while True:
            near = units | linkage.neighbours(units) | self._wished(linkage, units)
            fresh = set(linkage.group_of(near).values()) - old
            if not fresh:
                return set(linkage.units_of(old)), old
            old |= fresh
            units = set(linkage.units_of(old))

    def _wished(self, linkage: Linkage, units: Iterable[int]) -> set[int]:
        """The units that people have joined to any of these."""
        pairs = self._wish_pairs(linkage, self.stage.judged.wishes.together)
        units = set(units)
        return {unit for pair in pairs for unit in pair if set(pair) & units}

    def _wishes(self, linkage: Linkage, units: Iterable[int]) -> Wishes:
        wishes, known = self.stage.judged.wishes, set(units)
        named = [
            frozenset(
                (_name(min(pair)), _name(max(pair)))
                for pair in self._wish_pairs(linkage, pairs)
                if set(pair) <= known
            )
            for pairs in (wishes.together, wishes.apart)
        ]
        return Wishes(*named)

    def _wish_pairs(self, linkage: Linkage, pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
        pairs = list(pairs)
        unit = linkage.units_of_claims({claim for pair in pairs for claim in pair})
        return [
            (unit[one], unit[other])
            for one, other in pairs
            if one in unit and other in unit and unit[one] != unit[other]
        ]

    def _incidents(
        self,
        linkage: Linkage,
        units: Sequence[int],
        edges: Iterable[Edge],
        wishes: Wishes,
        codings: set[int] | None,
    ) -> Iterable[Incident]:
        outlines = self._outlines_of(linkage, units)
        weights = self.stage.scorer.weights
        made = clusters(
            tuple(_name(unit) for unit in units),
            ((_name(one), _name(other), score) for one, other, score in edges),
            lambda one, other: self.stage.scorer.score(outlines[int(one, 16)], outlines[int(other, 16)]),
            wishes,
            join=weights.join,
            sure=weights.sure,
        )
        members = [one for one in linkage.members_of(units) if codings is None or one.coding_seq in codings]
        tellings = self._tellings(members, outlines)
        extras: dict[str, list[str]] = defaultdict(list)
        for one in members:
            if one.explains:
                extras[one.explains].append(one.claim)
        claims: dict[int, list[str]] = defaultdict(list)
        for one in members:
            if one.unit is not None:
                claims[one.unit].append(one.claim)
        for names in made:
            held = sorted(claim for name in names for claim in claims[int(name, 16)])
            yield self.stage.incident(held, tellings, extras)

    def _tellings(self, members: Sequence[Member], outlines: dict[int, Outline]) -> dict[str, Telling]:
        wanted = {one.claim: one for one in members}
        found = {}
        tolds = self._store.tolds_of_claims(one.claim_seq for one in members)
        for told in self.stage.corrected(tolds):
            one = wanted[told.claim.id]
            outline = outlines.get(one.unit) if one.unit is not None else None
            found[one.claim] = Telling(told, _own(outline, told))
        return found


def _show(linkage: Linkage, codings: Iterable[int], tolds: dict[int, list[tuple[int, Told]]]) -> None:
    """What lists and search read of these codings."""
    found = []
    for coding, (row, report) in sorted(linkage.reports_of(codings).items()):
        claims = [shown_claim(told.claim, told.report, seq) for seq, told in tolds.get(coding, [])]
        found.append((coding, claims, shown_report(report, row, coding)))
    linkage.show_codings(found)


def _own(outline: Outline | None, told: Told) -> Outline | None:
    """A unit's outline as that of one of its claims."""
    return replace(outline, claim=told.claim.id, report=told.report.id) if outline else None


def _name(unit: int) -> str:
    return f"{unit:016x}"


def _meant(one: Judgement, every: dict[str, Judgement]) -> Iterable[str]:
    """What a judgement is about; for a withdrawal, what the withdrawn one was about."""
    if one.act == "withdraw" and one.withdraws in every:
        return _meant(every[one.withdraws or ""], every)
    listed = json.loads(one.value) if one.value and one.value.startswith("[") else []
    return (*one.about, *map(str, listed))
