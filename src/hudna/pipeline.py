"""The whole system on one page: only this file knows the order of stages.

collect → read → extract → resolve → link → check → weigh → warn → publish / serve

Coding takes one report at a time and lies in `coding.py`; everything after it
takes the claims of many reports and lies here. Linking a store, which remembers
what it has linked, lies in `linking.py`; drawing the picture and asking the agreements
in `picturing.py`; weighing explanations in `weighing.py`.
"""

from collections.abc import Iterable, Iterator

from hudna.knowledge.affiliations import Affiliations, load_affiliations
from hudna.knowledge.linking import load_roots, load_weights
from hudna.knowledge.theatres import THEATRES
from hudna.link.judged import graded_sources, read_judgements
from hudna.link.meaning import prepare, sentence_likeness
from hudna.link.stage import Linked, Stage
from hudna.linking import StoreLinking
from hudna.model.coded import Coded
from hudna.model.judgement import Judgement
from hudna.model.report import Report
from hudna.model.told import Told
from hudna.picturing import (
    LivePicture,
    agreements_for,
    calendar_of,
    check_picture,
    draw_picture,
    posture_series,
)
from hudna.read.readers import AUTO
from hudna.store import Store
from hudna.weighing import questions_named, replay_questions, weigh_questions

__all__ = [
    "LivePicture", "agreements_for", "calendar_of", "check_picture", "code_reports", "draw_picture", "link_claims",
    "linking_stage", "posture_series", "questions_named", "replay_questions", "store_linking", "weigh_questions",
]  # fmt: skip


def code_reports(
    reports: Iterable[Report], *, reader: str = AUTO, phrases: bool = False, names: bool = True
) -> Iterator[Coded]:
    """Each report with its claims, in the order given (`coding.py`); loaded only by who has reports to code."""
    from hudna.coding import code_reports as code  # noqa: PLC0415  # half of what the program is made of

    return code(reports, reader=reader, phrases=phrases, names=names)


def link_claims(tolds: Iterable[Told], judgements: Iterable[Judgement] = ()) -> Linked:
    """Claims of many reports → incidents, in whatever order they come."""
    return linking_stage(judgements).link(tolds)


def store_linking(store: Store, version: str) -> StoreLinking:
    """The incidents of a store, kept in step with its claims and judgements."""
    return StoreLinking(store, linking_stage, version)


def linking_stage(judgements: Iterable[Judgement] = (), known: Affiliations | None = None) -> Stage:
    """Linking with the packs, or with other affiliations, and with what people have judged."""
    judged = read_judgements(judgements)
    known = graded_sources(known or load_affiliations(THEATRES), judged)
    return Stage(
        known, load_roots(), load_weights(), judged=judged, meaning=sentence_likeness(), prepare=prepare
    )
