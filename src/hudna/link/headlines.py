"""How likely two short texts tell of one occurrence, whether or not a claim was coded from them.

Where a claim of an event was coded, claims are compared as in linking, the best pair counts.
Where none was, the names, figures, days and words of the text are compared alone.
"""

from collections.abc import Iterable

from hudna.link.meaning import sentence_likeness
from hudna.link.outline import NO_FIGURES, Outline, Spot, Who
from hudna.link.score import Scorer
from hudna.link.stage import Stage
from hudna.link.wording import figures, names, shingles, sketch, stems
from hudna.model.claim import Root
from hudna.model.coded import Coded
from hudna.model.mention import Mentions
from hudna.model.told import Told

# Days before its publication in which a headline's event may lie.
_DAYS = 3


class Headlines:
    """Outlines of coded headlines by report."""

    def __init__(self, stage: Stage, coded: Iterable[Coded]) -> None:
        self._stage = stage
        scorer = stage.scorer
        self._scorer = Scorer(scorer.roots, scorer.weights, sentence_likeness(), always=True)
        self._outlines: dict[str, list[Outline]] = {}
        self._bare: dict[str, Outline] = {}
        for one in coded:
            claims = [claim for claim in one.claims if claim.event]
            found = [stage.outliner.outline(Told(claim, one.report), claims) for claim in claims]
            self._outlines[one.report.id] = [
                outline for outline in found if outline and outline.held == "told"
            ]
            self._bare[one.report.id] = self._of_text(one)

    def coded(self, report: str) -> bool:
        """Whether a claim was coded from it."""
        return bool(self._outlines[report])

    def score(self, one: str, other: str) -> float:
        """Bits for one occurrence, the cosine of the words added as a tie-breaker."""
        pairs = [(a, b) for a in self._outlines[one] for b in self._outlines[other]]
        pairs.append((self._bare[one], self._bare[other]))
        return max(self._scorer.score(a, b) for a, b in pairs)

    def _of_text(self, coded: Coded) -> Outline:
        report = coded.report
        language = report.language or "en"
        day = report.published.toordinal() if report.published else None
        runs = shingles(report.text)
        spots, whos = _spots(coded.mentions), self._whos(coded.mentions)
        return Outline(
            claim=report.id, report=report.id, text=report.id, start=0, end=len(report.text), language=language,
            published=day, root=Root.ASSAULT.value, mode=None, move=None, held="told",
            first=None if day is None else day - _DAYS, last=day, sure="open", day_part=None, another=False, ongoing=False,
            doers=whos, others=(), spots=spots, countries=tuple(sorted({spot.country for spot in spots if spot.country})),
            dead=NO_FIGURES, hurt=NO_FIGURES, figures=frozenset(figures(report.text)), stems=frozenset(stems(report.text, language)),
            names=frozenset(names(report.text, language)), words=report.text, voices=frozenset(), credits=frozenset(), lead=True, beside=(),
            sketch=frozenset(sketch(runs)), shingles=len(runs),
        )  # fmt: skip

    def _whos(self, mentions: Mentions) -> tuple[Who, ...]:
        known = self._stage.known
        found = {
            actor.id or actor.text: Who(
                actor.id,
                (actor.text,),
                known.side(actor.id),
                known.line(actor.id),
                actor.country,
                actor.sector,
            )
            for actor in mentions.actors
        }
        return tuple(found.values())


def _spots(mentions: Mentions) -> tuple[Spot, ...]:
    found = [
        Spot(
            place.id,
            place.name,
            place.country,
            place.admin1,
            place.lat,
            place.lon,
            place.radius_km or 10.0,
            place.precision,
        )
        for place in mentions.places
    ]
    small = [spot for spot in found if spot.precision not in {"country", "region"}]
    return tuple(dict.fromkeys(small or found))
