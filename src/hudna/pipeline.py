"""The whole system on one page: only this file knows the order of stages.

collect → read → extract → resolve → link → check → weigh → warn → publish / serve

Coding takes one report at a time and lies in `coding.py`; everything after it
takes the claims of many reports and lies here.
"""

from collections.abc import Iterable

from hudna.coding import THEATRES, code_reports
from hudna.knowledge.affiliations import Affiliations, load_affiliations
from hudna.knowledge.linking import load_roots, load_weights
from hudna.link.judged import graded_sources, read_judgements
from hudna.link.meaning import sentence_likeness
from hudna.link.stage import Linked, Stage
from hudna.model.judgement import Judgement
from hudna.model.told import Told

__all__ = ["code_reports", "link_claims", "linking_stage"]


def link_claims(tolds: Iterable[Told], judgements: Iterable[Judgement] = ()) -> Linked:
    """Claims of many reports → incidents, in whatever order they come."""
    return linking_stage(judgements).link(tolds)


def linking_stage(judgements: Iterable[Judgement] = (), known: Affiliations | None = None) -> Stage:
    """Linking with the packs, or with other affiliations, and with what people have judged."""
    judged = read_judgements(judgements)
    known = graded_sources(known or load_affiliations(THEATRES), judged)
    return Stage(known, load_roots(), load_weights(), judged=judged, meaning=sentence_likeness())
