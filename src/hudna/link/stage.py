"""The stage in memory: claims and judgements → incidents.

`link` is what `hudna link` does to lines of JSON. The store does the same group by
group (`hudna.linking`), with the functions of this package.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from hudna.knowledge.affiliations import Affiliations
from hudna.knowledge.linking import Roots, Weights
from hudna.link.attach import explained
from hudna.link.batch import Linking
from hudna.link.carrying import Likeness
from hudna.link.doubts import doubts
from hudna.link.incident import Maker
from hudna.link.judged import Judged, corrected_claim, judged_incident
from hudna.link.outline import Outline
from hudna.link.outlining import Outliner
from hudna.link.score import Scorer
from hudna.link.voices import Telling
from hudna.model.account import account_of
from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.model.report import Report
from hudna.model.told import Told


@dataclass(frozen=True, slots=True)
class Linked:
    """Incidents in order, and the claims that belong to none."""

    incidents: tuple[Incident, ...]
    loose: tuple[str, ...]


Prepare = Callable[[Iterable[str]], None]
# Claims that begin their reports.
_KEPT = 5000


def _as_it_comes(_sentences: Iterable[str]) -> None:
    """Nothing is gained by knowing early."""


class Stage:
    """Linking with everything it needs to know."""

    def __init__(
        self, known: Affiliations, roots: Roots, weights: Weights, *,
        judged: Judged | None = None, meaning: Likeness | None = None, prepare: Prepare = _as_it_comes,
    ) -> None:  # fmt: skip
        """`prepare`: told which sentences `meaning` is about to be asked of."""
        self.known, self.judged = known, judged or Judged()
        self._given = (known, roots, weights, self.judged, meaning, prepare)
        self.outliner = Outliner(known)
        self.scorer = Scorer(roots, weights, meaning)
        self.maker = Maker(known, roots, meaning)
        self.prepare = prepare
        # The same telling each time, so that what was made of it is found again.
        self._leading = lru_cache(_KEPT)(_leading)
        self._answering = lru_cache(_KEPT)(_answering)

    def __reduce__(self) -> tuple[Callable[..., "Stage"], tuple[Any, ...]]:
        """For another process: what it was made of."""
        return _made, self._given

    def link(self, tolds: Iterable[Told]) -> Linked:
        """The incidents of these claims, whatever order they come in."""
        whole = _by_report(self.corrected(tolds))
        linking = Linking(self.scorer, self.judged.wishes)
        tellings: dict[str, Telling] = {}
        extras: dict[str, list[str]] = defaultdict(list)
        for report in sorted(whole):
            for telling, belongs in self.tellings(whole[report]):
                claim = telling.told.claim.id
                tellings[claim] = telling
                if telling.outline:
                    linking.add(telling.outline)
                elif belongs:
                    extras[belongs].append(claim)
        found = [self.incident(names, tellings, extras) for names in linking.clusters()]
        return Linked(tuple(sorted(found, key=incident_order)), _loose(tellings, found))

    def tellings(self, report: Sequence[Told]) -> list[tuple[Telling, str | None]]:
        """The claims of one report as linking sees them, and the claim that each of the others explains."""
        claims = [told.claim for told in report]
        belongs = explained(claims)
        return [self._telling(told, claims, belongs.get(told.claim.id)) for told in report]

    def _telling(
        self, told: Told, claims: Sequence[Claim], belongs: str | None
    ) -> tuple[Telling, str | None]:
        """What answers another claim is compared with nothing: it goes where that goes."""
        outline = None if belongs else self.outliner.outline(told, claims)
        return Telling(told, outline), belongs

    def outline_of(self, claim: Claim, report: Report, among: Iterable[Claim]) -> Outline | None:
        """What of a claim is compared, as people have corrected it; `among`: all claims of its report."""
        kept = [corrected_claim(one, self.judged) for one in among if one.id not in self.judged.rejected]
        return self.outliner.outline(Told(corrected_claim(claim, self.judged), report), kept)

    def incident(
        self, names: Sequence[str], tellings: dict[str, Telling], extras: dict[str, list[str]]
    ) -> Incident:
        """The incident of these claims, with what explains them and what people judged of it."""
        explaining = [(extra, name) for name in names for extra in extras.get(name, ())]
        begun = {
            one.told.report.id
            for one in (tellings[name] for name in names)
            if one.outline and one.outline.lead
        }
        group = [
            self._leading(one) if one.told.report.id in begun else one
            for one in (*(tellings[name] for name in names), *self._explaining(explaining, tellings))
        ]
        made = self.maker.make(group)
        review = doubts(made, [one.outline for one in group if one.outline], self.scorer)
        return judged_incident(made.model_copy(update={"review": review}), self.judged)

    def _explaining(
        self, explaining: Iterable[tuple[str, str]], tellings: dict[str, Telling]
    ) -> Iterator[Telling]:
        """What explains claims of an incident, and what answers them as accounts of their deeds."""
        for extra, name in explaining:
            one = tellings[extra]
            yield self._answering(one, tellings[name]) if one.told.claim.answers == name else one

    @property
    def alone(self) -> frozenset[str]:
        """Claims that people set apart from others, so that they stand for themselves."""
        return frozenset(claim for pair in self.judged.wishes.apart for claim in pair)

    def corrected(self, tolds: Iterable[Told]) -> Iterable[Told]:
        """The claims that people have not rejected, as corrected by them."""
        for told in tolds:
            if told.claim.id not in self.judged.rejected:
                yield Told(corrected_claim(told.claim, self.judged), told.report)


def _made(
    known: Affiliations, roots: Roots, weights: Weights, judged: Judged, meaning: Likeness | None, prepare: Prepare
) -> Stage:  # fmt: skip
    return Stage(known, roots, weights, judged=judged, meaning=meaning, prepare=prepare)


def _leading(telling: Telling) -> Telling:
    return replace(telling, lead=True)


def _answering(telling: Telling, deed: Telling) -> Telling:
    told = telling.told
    return replace(telling, told=Told(account_of(told.claim, deed.told.claim), told.report))


def _by_report(tolds: Iterable[Told]) -> dict[str, list[Told]]:
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    for told in tolds:
        found[told.report.id][told.claim.id] = told
    return {
        report: sorted(claims.values(), key=lambda told: (told.claim.start, told.claim.id))
        for report, claims in found.items()
    }


def _loose(tellings: dict[str, Telling], found: Iterable[Incident]) -> tuple[str, ...]:
    held = {claim for incident in found for claim in incident.claims}
    return tuple(sorted(claim for claim in tellings if claim not in held))


def incident_order(incident: Incident) -> tuple[bool, str, str]:
    """By day, then by name; those without a day last."""
    day = incident.occurred.earliest if incident.occurred else None
    return day is None, str(day or ""), incident.id
