"""Inputs → coded reports, in order, on one process or several, with a count of what went wrong."""

import os
import signal
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from hudna.cli.console import counted, say
from hudna.collect import read_inputs
from hudna.errors import HudnaError, KnowledgeError
from hudna.model.coded import Coded
from hudna.model.report import Issue, Report
from hudna.settings import read_settings

# Large enough to keep the parser's batches full, small enough that memory stays flat. The same on
# one process and on many, so that both give the same bytes.
_BATCH = 16
# Batches waiting for each worker; the input is read no further ahead than that.
_AHEAD = 3
_NAMED = 5
ItemT = TypeVar("ItemT")
Batch = list[Report]
Outcome = Coded | Issue
CodeBatch = Callable[[Batch], list[Outcome]]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to read, and what is said of all of it."""

    paths: tuple[str, ...]
    published: date | None = None
    source: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Tally:
    """What has happened so far; every issue is said once, when it is met."""

    coded: int = 0
    skipped: int = 0
    claims: int = 0
    held: int = 0
    faults: int = 0
    undated: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def note_issue(self, issue: Issue) -> None:
        """Say it; an issue that names no report cost the whole input."""
        self.faults += 1
        self.skipped += issue.report is None
        self.issues.append(issue)
        say(f"{issue.input}: {issue.reason}")

    def note(self, coded: Coded) -> None:
        """Count a report that was coded."""
        self.coded += 1
        self.claims += len(coded.claims)
        for issue in coded.issues:
            self.faults += 1
            say(f"{issue.input}: {issue.reason}")
        if coded.report.published is None:
            self.undated.append(coded.report.id)

    def note_refused(self, coded: Coded) -> None:
        """Count a report that the coder could not read."""
        self.skipped += 1
        for issue in coded.issues:
            self.faults += 1
            self.issues.append(issue)
            say(f"{issue.input}: {issue.reason}")

    def close(self) -> int:
        """Say the closing line; the exit code."""
        if self.undated:
            names = ", ".join(self.undated[:_NAMED]) + (", …" if len(self.undated) > _NAMED else "")
            say(
                f"no publication date, so words like 'yesterday' stay open: {names} (--published DATE gives one)"
            )
        held = f", {counted(self.held, 'report')} held already" if self.held else ""
        say(
            f"{counted(self.coded, 'report')} coded, {self.skipped} skipped{held}, {counted(self.claims, 'claim')}"
        )
        return 1 if self.faults else 0


def code_inputs(
    inputs: Inputs,
    tally: Tally,
    *,
    reader: str,
    workers: int,
    held: Callable[[Report], bool] | None = None,
    names: bool = False,
) -> Iterator[Coded]:
    """Each readable report with its claims, in the order given; `held` tells which need no coding.

    `names`: with the names and dates found in it, too.
    """
    quiet_libraries()
    for outcome in code_all(_reports(inputs, tally, held), reader=reader, workers=workers, names=names):
        if isinstance(outcome, Issue):
            tally.note_issue(outcome)
        elif outcome.issues and outcome.reading is None:
            tally.note_refused(outcome)
        else:
            tally.note(outcome)
            yield outcome


def code_all(
    reports: Iterable[Report], *, reader: str, workers: int, names: bool = False
) -> Iterator[Outcome]:
    """Each report coded, or the Issue that kept it from being; the same whatever `workers` is."""
    code = partial(code_batch, reader=reader, names=names)
    if workers > 1:
        yield from _on_workers(reports, code, workers)
        return
    for batch in _batched(reports):
        yield from code(batch)


def code_batch(batch: Batch, reader: str, *, names: bool = False) -> list[Outcome]:
    """Each report coded. A fault of the coder costs the report that raised it, no other."""
    from hudna.pipeline import code_reports

    try:
        coded = list(code_reports(batch, reader=reader, names=names))
    except KnowledgeError:
        raise
    except Exception as error:
        if read_settings().debug:
            raise
        if len(batch) > 1:
            return [outcome for report in batch for outcome in code_batch([report], reader, names=names)]
        return [Issue(input=batch[0].id, reason=_reason(error))]
    return [_slim(one, report) for one, report in zip(coded, batch, strict=True)]


def _reason(error: Exception) -> str:
    if isinstance(error, HudnaError):
        return str(error)
    return f"fault of the coder, please report it: {type(error).__name__}: {error}"


def quiet_libraries() -> None:
    """Keep the warnings of libraries from people who can do nothing about them."""
    if not read_settings().debug:
        warnings.simplefilter("ignore")


@contextmanager
def progress(items: Iterable[ItemT], *, quiet: bool) -> Iterator[Iterable[ItemT]]:
    """The items, counted on standard error where that is a terminal, unless `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar.track(items, total=None)


def _reports(inputs: Inputs, tally: Tally, held: Callable[[Report], bool] | None) -> Iterator[Report]:
    found = read_inputs(
        inputs.paths, published=inputs.published, source=inputs.source, language=inputs.language
    )
    for item in found:
        if isinstance(item, Issue):
            tally.note_issue(item)
        elif held is not None and held(item):
            tally.held += 1
        else:
            yield item


def _slim(coded: Coded, report: Report) -> Coded:
    """With the report as it was given, and without clauses, which only the coder needs."""
    if coded.reading is None:
        return replace(coded, report=report)
    passages = tuple(replace(passage, clauses=(), phrases=()) for passage in coded.reading.passages)
    return replace(coded, report=report, reading=replace(coded.reading, passages=passages))


def _on_workers(reports: Iterable[Report], code: CodeBatch, workers: int) -> Iterator[Outcome]:
    batches = _batched(reports)
    waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
    pool = _pool(workers)
    try:
        for batch in islice(batches, workers * _AHEAD):
            waiting.append((batch, pool.submit(code, batch)))
        while waiting:
            batch, future = waiting.popleft()
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                # A killed worker takes the pool with it: what was under way is done again, the
                # first batch alone, so that a report which kills its process costs no other.
                pool = _pool(workers)
                outcomes = _one_by_one(batch, code)
                waiting = deque((again, pool.submit(code, again)) for again, _ in waiting)
            for following in islice(batches, 1):
                waiting.append((following, pool.submit(code, following)))
            yield from outcomes
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(batch: Batch, code: CodeBatch) -> list[Outcome]:
    outcomes: list[Outcome] = []
    pool = _pool(1)
    for report in batch:
        try:
            outcomes += pool.submit(code, [report]).result()
        except BrokenProcessPool:
            outcomes.append(Issue(input=report.id, reason="ended the process that coded it (out of memory?)"))
            pool = _pool(1)
    pool.shutdown(wait=False)
    return outcomes


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking a process that holds a loaded parser and threads can deadlock.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)


def _start_worker() -> None:
    # Ctrl-C reaches every process of the terminal; the parent alone decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    quiet_libraries()


def _batched(reports: Iterable[Report]) -> Iterator[Batch]:
    stream = iter(reports)
    while batch := list(islice(stream, _BATCH)):
        yield batch
