"""Is a reading right as often as its sureness says, and what does counting only sure readings cost?

Judged are the events that the coder has as told as having happened: right where one answers a
judged event (root, an actor, class of status). Two kinds of cases: the dev half as this version
codes it, on which rules were written, and gold/unread/claims.csv, reports as a version coded
them whose authors had not read them. Weights that were learned without a report say how
sure its readings are; only what they say of unread reports tells of new texts.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from hudna.evaluate.gold import load_gold
from hudna.evaluate.own import answers_any
from hudna.evaluate.regression import logistic
from hudna.evaluate.sets import Figure, SetScore
from hudna.extract.traits import OF_ACTORS, TRAITS, answers, reads
from hudna.knowledge.sureness import load_sureness
from hudna.model.claim import COUNTED
from hudna.model.forecast import Reliability
from hudna.pipeline import code_reports

NAME, OF_GOLD = "sureness", True
UNREAD = Path("unread") / "claims.csv"
FOLDS, GROUPS = 10, 10
# How strongly a weight is drawn to nought, in cases: of .5, 2 and 10 unread reports were read best with 2.
DRAW = 2.0
# Counted precision in every language that is asked of unread reports left out of learning, two hundredths above the aim.
WANTED, LEAST = 0.82, 0.80
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One event told as having happened: its answers, and whether it was right."""

    report: str
    language: str
    right: bool
    answers: Mapping[str, str]
    unread: bool

    @property
    def batch(self) -> str:
        """Which hand wrote the report: `c-`, `b-`, or any before."""
        return self.report[:2] if self.report[1:2] == "-" else "a-"


Learned = dict[tuple[str, str], float]


def evaluate(gold: Path) -> SetScore:
    """Counted precision and what is kept, by language, on reports left out of learning."""
    rule = load_sureness()
    unread, dev = list(of_unread(gold)), list(of_dev(gold))
    every = [*unread, *dev]
    by_report = apart(every, [crc32(one.report.encode()) % FOLDS for one in every])
    ways = {
        "unread, each report left out": (unread, by_report[: len(unread)]),
        "dev, each report left out": (dev, by_report[len(unread) :]),
        "unread c-*, learned without them": without(every, "c-"),
        "unread b-*, learned without them": without(every, "b-"),
    }
    figures = [one for name, (cases, sure) in ways.items() for one in _figures(name, cases, sure, rule.least)]
    lines = [line for name, (cases, sure) in ways.items() for line in _lines(name, cases, sure)]
    return SetScore(NAME, tuple(figures), tuple(lines), f"counts from {rule.least} on; {rule.how}")


def of_unread(gold: Path) -> Iterator[Case]:
    """The cases of reports that nobody who wrote the version's rules had read."""
    with (gold / UNREAD).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            given = {name: row[name] for name in TRAITS if row[name]}
            yield Case(row["report"], row["language"], row["right"] == "1", given, unread=True)


def of_dev(gold: Path) -> Iterator[Case]:
    """The cases of the dev half as this version codes it."""
    judged = load_gold(gold, half="dev")
    for report, coded in zip(judged, code_reports(one.as_report() for one in judged), strict=True):
        if coded.reading is None:
            continue
        for read in reads(coded.claims, coded.reading, coded.mentions.actors):
            if read.claim.status in COUNTED:
                right = answers_any(read.claim, report)
                yield Case(report.id, report.language, right, answers(read), unread=False)


def learned(cases: Sequence[Case]) -> tuple[float, Learned]:
    """A logistic regression drawn towards nought, in bits: the start as of unread reports, and each answer's weight."""
    names = sorted({pair for one in cases for pair in one.answers.items()})
    rows = np.zeros((len(cases), len(names) + 2))
    at = {name: number for number, name in enumerate(names, start=2)}
    for number, one in enumerate(cases):
        rows[number, 0], rows[number, 1] = 1.0, not one.unread
        rows[number, [at[pair] for pair in one.answers.items()]] = 1.0
    right = np.array([one.right for one in cases], dtype=np.float64)
    weights = _fitted(rows, right) / np.log(2)
    return _centred(float(weights[0]), {name: float(weights[number]) for name, number in at.items()}, cases)


def _centred(start: float, weights: Learned, cases: Sequence[Case]) -> tuple[float, Learned]:
    """The same sums, with nought for what is usual: so an answer says how far it departs from that."""
    found = Counter(pair for one in cases for pair in one.answers.items())
    moved = dict(weights)
    asked = sorted({name for name, _ in weights}, key=lambda name: (name not in OF_ACTORS, name))
    for question in asked:
        pairs = [pair for pair in moved if pair[0] == question]
        usual = sum(moved[pair] * found[pair] for pair in pairs) / sum(found[pair] for pair in pairs)
        moved |= {pair: moved[pair] - usual for pair in pairs}
        if question in OF_ACTORS:
            # Who acts answers these as well, so that his own weight can take it up.
            moved |= {
                pair: moved[pair] + usual
                for pair in moved
                if pair[0] == "actor" and not pair[1].startswith("none")
            }
        else:
            start += usual
    return start, moved


def _fitted(rows: Floats, right: Floats) -> Floats:
    """The start and what was gained by reading the reports are not drawn to nought."""
    pull = np.full(rows.shape[1], DRAW)
    pull[:2] = 1e-6
    return logistic(rows, right, pull)


def sureness_of(case: Case, start: float, weights: Learned) -> float:
    """The share of readings alike that were right."""
    bits = start + sum(weights.get(pair, 0.0) for pair in case.answers.items())
    return float(1 / (1 + 2.0**-bits))


def apart(cases: Sequence[Case], folds: Sequence[int]) -> Floats:
    """The sureness of each case, by weights learned from the other folds."""
    found = np.zeros(len(cases))
    for number in sorted(set(folds)):
        start, weights = learned([one for one, at in zip(cases, folds, strict=True) if at != number])
        for at, one in enumerate(cases):
            if folds[at] == number:
                found[at] = sureness_of(one, start, weights)
    return found


def without(cases: Sequence[Case], batch: str) -> tuple[list[Case], Floats]:
    """The unread cases of a batch, and their sureness by weights learned from all other batches."""
    start, weights = learned([one for one in cases if one.batch != batch])
    held = [one for one in cases if one.batch == batch and one.unread]
    return held, np.array([sureness_of(one, start, weights) for one in held])


def gated(cases: Sequence[Case], sure: Floats, least: float) -> tuple[float | None, float | None]:
    """Of what counts from `least` on, the share right; and the share of all right ones that counts."""
    right = np.array([one.right for one in cases], dtype=bool)
    counts = np.round(sure, 2) >= least
    kept, every = int((right & counts).sum()), int(right.sum())
    return kept / int(counts.sum()) if counts.any() else None, kept / every if every else None


def lowest(cases: Sequence[Case], sure: Floats) -> float:
    """The lowest threshold from which on enough is right in every language."""
    for step in range(30, 100):
        least = step / 100
        found = [gated(*_of(one, cases, sure), least)[0] or 0.0 for one in _languages(cases)]
        if min(found) >= WANTED:
            return least
    raise ValueError(f"no threshold gives a precision of {WANTED} in every language")


def _languages(cases: Iterable[Case]) -> list[str]:
    return sorted({one.language for one in cases})


def _of(language: str, cases: Sequence[Case], sure: Floats) -> tuple[list[Case], Floats]:
    here = [at for at, one in enumerate(cases) if language in {one.language, "all"}]
    return [cases[at] for at in here], sure[here]


def _figures(name: str, cases: Sequence[Case], sure: Floats, least: float) -> Iterator[Figure]:
    for language in [*_languages(cases), "all"]:
        some, values = _of(language, cases, sure)
        precision, kept = gated(some, values, least)
        before = sum(one.right for one in some) / len(some)
        floor = LEAST if name.startswith("unread, each") else None
        note = f"{before:.3f} of all {len(some)}"
        yield Figure(f"{name}: {language}: right of those that count", precision, least=floor, note=note)
        yield Figure(f"{name}: {language}: of the right ones, those that count", kept)


def _lines(name: str, cases: Sequence[Case], sure: Floats) -> Iterator[str]:
    curve = reliability(name, cases, sure)
    for said, right, number in zip(curve.forecast, curve.observed, curve.cases, strict=True):
        yield f"{name}: sureness {said:.2f}, right {right:.2f} of {number}"


def reliability(name: str, cases: Sequence[Case], sure: Floats) -> Reliability:
    """The curve to draw: mean sureness and share right, by tenths of the cases."""
    ranked = np.array_split(np.argsort(sure, kind="stable"), GROUPS)
    right = np.array([one.right for one in cases], dtype=np.float64)
    said, seen = ([float(of[part].mean()) for part in ranked] for of in (sure, right))
    return Reliability(
        model=name, event="reading that is right", forecast=tuple(said), observed=tuple(seen),
        cases=tuple(map(len, ranked)),
    )  # fmt: skip
