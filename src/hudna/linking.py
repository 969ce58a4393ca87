"""The stage of linking on a store: what is new joins or opens incidents, the rest stays as it is.

The same keys, scores and clusters as in memory (`hudna.link.stage`), so the incidents are
those that linking everything at once would give. All derived rows of a batch are written in
one transaction; after a run that was killed the next one links what is missing.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hudna.compared import Compared, Rows, name_of, number_in, units_of
from hudna.filing import Filing
from hudna.link.cluster import Terms, Wishes
from hudna.link.judged import Judged, claim_named, corrected_claim
from hudna.link.meaning import learn
from hudna.link.settle import settle
from hudna.link.stage import Stage, incident_order
from hudna.link.voices import Telling
from hudna.linking_ahead import FEWEST, LinkingAhead
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.told import Told
from hudna.neighbourhood import Neighbourhood
from hudna.seldom import seldom_collecting
from hudna.showing import shown_claim, shown_incident, shown_report
from hudna.store import Linkage, Member, Store
from hudna.store.chunks import pieces
from hudna.store.known import NOW, Moment

# Reports linked in one transaction: enough that an incident told by many is made once or twice, few
# enough that a killed run loses less than a minute of work. Of 2,000 linking 100,000 claims anew takes a tenth longer.
BATCH = 3000
StageMaker = Callable[[Iterable[Judgement]], Stage]
Made = tuple[tuple[str, ...], list[Incident]]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a batch has touched: units whose claims are others now, clusters whose surroundings are."""

    units: set[str] = field(default_factory=set)
    clusters: set[str] = field(default_factory=set)


class StoreLinking:
    """Keeps the incidents of a store in step with its claims and judgements."""

    def __init__(self, store: Store, make_stage: StageMaker, version: str) -> None:
        self._store = store
        self._make_stage = make_stage
        self._version = version
        self.stage = make_stage(store.judgements())
        self._filing = Filing(store, self.stage)

    def catch_up(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Link whatever is not linked yet, and what judgements since have touched; how many reports that were."""
        self._read_judgements()
        with self._store.linkage(writing=False) as linkage:
            self._filing.use(linkage)
            waiting = linkage.unlinked()
        is_worth_it = len(waiting) >= FEWEST
        done, batches = 0, list(pieces(waiting, _batch(len(waiting)) if is_worth_it else BATCH))
        with LinkingAhead(self._store, self.stage, wanted=is_worth_it) as ahead:
            ahead.ask(batches[0] if batches else [])
            for batch, following in zip(batches, [*batches, []][1:], strict=True):
                compared = ahead.take()
                ahead.ask(following)
                if not self._link(batch, self._store.tolds(batch), compared):
                    ahead.end()
                done += len(batch)
                if progress:
                    progress(done, len(waiting))
        return done

    def link(self, codings: Sequence[int]) -> None:
        """Link the claims of these codings; codings of the same reports that they replace are taken out."""
        self._link(codings, self._store.tolds(codings))

    def _link(
        self,
        codings: Sequence[int],
        tolds: dict[int, list[tuple[int, Told]]],
        compared: Compared | None = None,
    ) -> bool:
        """Whether what was compared ahead still held: nothing was taken out, and nobody else has written meanwhile."""
        try:
            with seldom_collecting(), self._store.linkage(writing=True) as linkage:
                is_ours = self._filing.is_ours(linkage)
                self._filing.use(linkage)
                self._filing.keep({row: told for rows in tolds.values() for row, told in rows})
                work = _Work()
                holds = (
                    not self._take_out(linkage, linkage.superseded(codings) | set(codings), work) and is_ours
                )
                if compared is None or not holds or not self._take_over(linkage, compared, work):
                    self._add(linkage, {coding: tolds.get(coding, []) for coding in codings}, work)
                _show(linkage, codings, tolds, self.stage.judged)
                linkage.mark_linked(codings)
                self._settle(linkage, work)
                if linkage.state() is None:
                    linkage.note(self._version, self._store.last_judgement())
                self._filing.write_meanings()
                self._filing.changed(linkage)
                return holds
        except BaseException:
            self._filing.forget()  # what was undone in the store must not be remembered
            raise

    def as_known(self, at: Moment) -> list[Incident]:
        """The incidents as they stood then, by the claims and judgements known then."""
        self.catch_up()
        if at == NOW:
            return list(self._store.incidents())
        judgements = self._store.judgements(at)
        with self._store.linkage(writing=False) as linkage:
            self._filing.use(linkage)
            alive, codings = linkage.known_units(at), linkage.known_codings(at)
            # Other codings or other judgements than today's: the claims of then are linked for themselves.
            if alive is None or len(judgements) != len(self._store.judgements()):
                every = (told for group in self._store.tolds(codings).values() for _, told in group)
                return list(self._make_stage(judgements).link(every).incidents)
            named = {name_of(unit): name_of(group) for unit, group in alive.items()}
            found = self._as_then(linkage, named, linkage.unknown_groups(at), codings)
        return sorted(found, key=incident_order)

    def _as_then(
        self, linkage: Linkage, alive: Mapping[str, str], since: set[int], codings: set[int]
    ) -> list[Incident]:
        """Clusters that hold what was not known yet, and what they would have been without it; the others as they are."""
        wishes = self._wishes(linkage)
        known = Neighbourhood(self._filing, wishes.together, alive)
        touched = {name_of(group) for group in since}
        settled = settle(touched, known, self._terms(wishes), {})
        anew = [*settled.made, *map(tuple, known.members_of(touched - settled.gone).values())]
        same = set(alive.values()) - settled.gone - touched
        found = list(linkage.incidents_of(map(number_in, same)))
        return found + [incident for _, made in self._incidents(linkage, anew, codings) for incident in made]

    def _read_judgements(self) -> None:
        """Other rules: everything is linked anew. Newer judgements: what they are about."""
        with self._store.linkage(writing=True) as linkage:
            state, last = linkage.state(), self._store.last_judgement()
            if state is None or state[0] != self._version:
                linkage.clear()
                linkage.take_turn()
                linkage.note(self._version, last)
                self._filing.forget()
                return
            if state[1] == last:
                return
        self.stage = self._make_stage(self._store.judgements())
        self._filing = Filing(self._store, self.stage)
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

    def _take_out(self, linkage: Linkage, codings: Iterable[int], work: _Work) -> set[str]:
        """Claims of codings are no more; units that lose their last claim go, and their clusters are asked again."""
        units = {name_of(unit) for unit in linkage.remove(codings)}
        self._filing.near(units)  # their edges, before they go
        clusters_of = self._filing.clusters_of(units)
        gone = {name_of(unit) for unit in linkage.drop_empty(map(number_in, units))}
        self._filing.drop(gone)
        if gone:
            work.clusters.update(clusters_of[unit] for unit in gone)
        work.units.update(units - gone)
        return gone

    def _add(self, linkage: Linkage, tolds: Mapping[int, Rows], work: _Work) -> None:
        """File what the claims of these codings tell, and note of which unit each is."""
        units = units_of(self.stage, tolds)
        held = linkage.group_of(map(number_in, units.outlines))
        fresh = {unit: outline for unit, outline in units.outlines.items() if number_in(unit) not in held}
        self._filing.file(fresh)
        work.clusters.update(fresh)
        work.units.update(units.outlines)
        linkage.add_members(units.members)

    def _take_over(self, linkage: Linkage, compared: Compared, work: _Work) -> bool:
        """The same where it was worked out ahead; whether it was, for all that is new."""
        held = linkage.group_of(map(number_in, compared.names))
        fresh = {unit for unit in compared.names if number_in(unit) not in held}
        if fresh != compared.filed.keys():
            return False
        learn(compared.vectors, compared.asked)
        self._filing.take_over(compared.filed, compared.asked)
        work.clusters.update(fresh)
        work.units.update(compared.names)
        linkage.add_members(compared.members)
        return True

    def _settle(self, linkage: Linkage, work: _Work) -> None:
        """Make the clusters again that the batch has changed, and the incidents of those and of what it touched."""
        wishes = self._wishes(linkage)
        known = Neighbourhood(self._filing, wishes.together)
        wished = {unit for pair in wishes.together | wishes.apart for unit in pair}
        asked = work.clusters | set(known.clusters_of(wished & work.units).values())
        settled = settle(asked, known, self._terms(wishes), self._filing.courses(wishes))
        self._filing.regroup(settled.gone, settled.made)
        self._filing.write_courses()
        touched = known.members_of(set(known.clusters_of(work.units).values()))
        anew = {*settled.made, *(tuple(sorted(units)) for units in touched.values())}
        old = settled.gone | {units[0] for units in anew} | touched.keys()
        made = [
            (number_in(units[0]), incident)
            for units, found in self._incidents(linkage, sorted(anew))
            for incident in found
        ]
        linkage.replace_incidents(map(number_in, old), made)
        linkage.show(shown_incident(incident) for _, incident in made)

    def _terms(self, wishes: Wishes) -> Terms:
        weights = self.stage.scorer.weights
        return Terms(self._filing.sums, wishes, weights.join, weights.sure)

    def _wishes(self, linkage: Linkage) -> Wishes:
        """People's judgements on claims as judgements on units."""
        wishes = self.stage.judged.wishes
        claims = {claim for pairs in (wishes.together, wishes.apart) for pair in pairs for claim in pair}
        unit = {claim: name_of(number) for claim, number in linkage.units_of_claims(claims).items()}
        named = [
            frozenset(
                (min(unit[one], unit[other]), max(unit[one], unit[other]))
                for one, other in pairs
                if one in unit and other in unit and unit[one] != unit[other]
            )
            for pairs in (wishes.together, wishes.apart)
        ]
        return Wishes(*named)

    def _incidents(
        self, linkage: Linkage, anew: Iterable[tuple[str, ...]], codings: set[int] | None = None
    ) -> Iterable[Made]:
        """The incident of each cluster, from the claims of some codings alone where named; none where it has no claims."""
        anew = list(anew)
        every = linkage.members_of([number_in(unit) for units in anew for unit in units])
        members = [one for one in every if codings is None or one.coding_seq in codings]
        tellings = self._tellings(members)
        extras: dict[str, list[str]] = defaultdict(list)
        claims: dict[str, list[str]] = defaultdict(list)
        for one in members:
            if one.explains:
                extras[one.explains].append(one.claim)
            if one.unit is not None:
                claims[name_of(one.unit)].append(one.claim)
        for units in anew:
            held = sorted(claim for unit in units for claim in claims.get(unit, ()))
            yield units, [self.stage.incident(held, tellings, extras)] if held else []

    def _tellings(self, members: Sequence[Member]) -> dict[str, Telling]:
        return {one.told.claim.id: one for one in self._filing.tellings(members)}


def _batch(waiting: int) -> int:
    """Of few reports smaller batches, so that they can be worked on by two processes."""
    return min(BATCH, max(FEWEST // 2, waiting // 6))


def _show(
    linkage: Linkage, codings: Sequence[int], tolds: dict[int, list[tuple[int, Told]]], judged: Judged
) -> None:
    """What lists and search read of these codings; what people have confirmed or corrected, so."""
    found = []
    for coding, (row, report) in sorted(linkage.reports_of(codings).items()):
        claims = [
            shown_claim(corrected_claim(told.claim, judged), told.report, seq)
            for seq, told in tolds.get(coding, [])
        ]
        found.append((coding, claims, shown_report(report, row, coding)))
    linkage.show_codings(found)


def _meant(one: Judgement, every: dict[str, Judgement]) -> Iterable[str]:
    """What a judgement is about; for a withdrawal, what the withdrawn one was about."""
    if one.act == "withdraw" and one.withdraws in every:
        return _meant(every[one.withdraws or ""], every)
    listed = json.loads(one.value) if one.value and one.value.startswith("[") else []
    return (*one.about, *map(str, listed))
