"""Sentences without a claim that tell of an event after all: how many does a reader of meanings find?

Every judged report is coded; of the sentences that no claim has words of, those in which
a required judged event is told as having happened should be proposed. On the dev half
each report is read with weights learned without it, and each language with weights
learned from the others; on the locked half with the weights as they are shipped. The
locked half prints totals alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from hudna.evaluate.gold import GoldClaim, load_gold
from hudna.evaluate.regression import logistic
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.folding import letters
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import load_triggers
from hudna.knowledge.proposing import Proposing, load_proposing
from hudna.model.claim import COUNTED
from hudna.pipeline import code_reports
from hudna.proposing import encoder
from hudna.review.proposing import likeness_of_vector, on_conflict, uncoded

NAME = "proposals"
OF_GOLD = True
FOLDS = 10
# Pull towards nought; .3 to 10 were tried on the dev half and differ by a hundredth.
DRAW = 1.0
# Fewer than one real event in three proposals is not worth a person's time.
LEAST = 1 / 3

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence of a judged report. `told`: a required event is told; `judged`: anything at all is.

    `unknown`: it tells of one, and no lexicon has a word of those that tell it.
    """

    report: str
    language: str
    told: bool
    judged: bool
    unknown: bool
    open: bool  # nothing was coded from it
    on_conflict: bool
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tried:
    """What a threshold gives: of `missed` sentences, `right` are among `proposed`; of those, `judged` hold something.

    `unknown` and `unknown_right`: those whose words no lexicon knows, of the missed and of the right.
    """

    missed: int
    proposed: int
    right: int
    judged: int
    unknown: int
    unknown_right: int

    @property
    def precision(self) -> float | None:
        return self.right / self.proposed if self.proposed else None

    @property
    def recall(self) -> float | None:
        return self.right / self.missed if self.missed else None


def evaluate(gold: Path) -> SetScore:
    """Precision and recall by language on both halves, and across languages on the dev half."""
    rule = load_proposing()
    dev = list(seen(gold, "dev", rule))
    locked = list(seen(gold, "locked", rule))
    languages = sorted({one.language for one in dev})
    apart = likeness_apart(dev, [crc32(one.report.encode()) % FOLDS for one in dev])
    abroad = likeness_apart(dev, [languages.index(one.language) for one in dev])
    shipped = np.array([likeness_of_vector(one.vector, rule) for one in locked])
    figures = [
        *_figures("dev", dev, apart, rule.least, least=LEAST),
        *_figures("dev, learned from other languages", dev, abroad, rule.least),
        *_figures("locked, as shipped", locked, shipped, rule.least),
    ]
    lines = [_line(least, dev, apart) for least in (0.4, 0.5, 0.6, 0.7, 0.8)]
    return SetScore(NAME, tuple(figures), tuple(lines), f"{rule.model}: proposed from {rule.least} on")


def seen(gold: Path, half: str, rule: Proposing) -> Iterator[Seen]:
    """Every sentence of the judged reports of a half, with what is judged and what was coded of it."""
    judged = load_gold(gold, half=half)
    encode = encoder()
    for report, coded in zip(judged, code_reports(one.as_report() for one in judged), strict=True):
        sentences = [(one.start, one.end) for one in coded.reading.passages] if coded.reading else []
        bare = set(uncoded(sentences, coded.claims))
        about = on_conflict(sentences, coded.claims, rule)
        for place in sentences:
            held = [claim for claim in report.claims if place[0] <= _where(claim) < place[1]]
            told = list(filter(_required, held))
            yield Seen(
                report.id, report.language, bool(told), bool(held), bool(told) and not _known(told, report.language),
                place in bare, about, encode(report.text[slice(*place)]),
            )  # fmt: skip


def _where(claim: GoldClaim) -> int:
    return claim.trigger[0].start if claim.trigger else claim.start


def _known(told: Sequence[GoldClaim], language: str) -> bool:
    """Has the lexicon a word of those that tell the events?"""
    words = {word for claim in told for one in claim.trigger for word in re.findall(r"[^\W\d_]+", one.text)}
    return any(lemmas(word, language) & _lexicon(language) for word in words)


@cache
def _lexicon(language: str) -> frozenset[str]:
    return frozenset(letters(lemma.lower()) for one in load_triggers(language) for lemma in one.lemma)


def _required(claim: GoldClaim) -> bool:
    return claim.content == "event" and not claim.optional and claim.status in COUNTED


def likeness_apart(sentences: Sequence[Seen], folds: Sequence[int]) -> Floats:
    """The likeness of each sentence, by weights learned from the other folds."""
    found = np.zeros(len(sentences))
    for number in sorted(set(folds)):
        weights = learned([one for one, at in zip(sentences, folds, strict=True) if at != number])
        here = [at for at, one in enumerate(folds) if one == number]
        rows = np.array([sentences[at].vector for at in here], dtype=np.float64)
        found[here] = 1 / (1 + np.exp(-(rows @ weights[1:] + weights[0])))
    return found


def learned(sentences: Sequence[Seen]) -> Floats:
    """A logistic regression drawn towards nought: the start, then a weight for each number of a vector."""
    rows = np.array([[1.0, *one.vector] for one in sentences])
    told = np.array([one.told for one in sentences], dtype=np.float64)
    pull = np.full(rows.shape[1], DRAW)
    pull[0] = 0.0
    return logistic(rows, told, pull)


def tried(sentences: Sequence[Seen], likeness: Floats, least: float) -> Tried:
    """What proposing from a likeness on gives."""
    there = [
        one
        for one, much in zip(sentences, likeness, strict=True)
        if one.open and one.on_conflict and round(float(much), 2) >= least
    ]
    return Tried(
        missed=sum(one.open and one.told for one in sentences),
        proposed=len(there),
        right=sum(one.told for one in there),
        judged=sum(one.judged for one in there),
        unknown=sum(one.open and one.unknown for one in sentences),
        unknown_right=sum(one.unknown for one in there),
    )


def _figures(
    name: str, sentences: Sequence[Seen], likeness: Floats, at: float, *, least: float | None = None
) -> Iterator[Figure]:
    for language in [*sorted({one.language for one in sentences}), "all"]:
        here = [number for number, one in enumerate(sentences) if language in {one.language, "all"}]
        some = [sentences[number] for number in here]
        found = tried(some, likeness[here], at)
        note = f"{found.right} of {found.proposed}; {found.missed} missed; of {len(some)} sentences"
        yield Figure(f"{name}: {language}: right of proposed", found.precision, least=least, note=note)
        yield Figure(f"{name}: {language}: found of missed", found.recall)


def _line(least: float, sentences: Sequence[Seen], likeness: Floats) -> str:
    found = tried(sentences, likeness, least)
    return (
        f"dev, from {least} on: {found.right} of {found.proposed} proposed are right,"
        f" {found.judged} hold something judged; {found.missed} are missed; of words that no lexicon has:"
        f" {found.unknown_right} of {found.unknown}"
    )
