"""A program of its own for test_killed.py: fills a store and kills itself, again and again, a little later each time.

    python tests/killed.py REPORTS STORE

Every child runs `hudna run` on the same store and ends itself with SIGKILL before its n-th
statement; the last one is left to finish. Forks are safe here: no other thread has begun.
"""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

import hudna.pipeline
from hudna.cli.coding import Inputs
from hudna.cli.run import run_into_store
from hudna.model.coded import Coded
from hudna.model.told import Told
from link.tellings import nameless, told

DAY = date(2021, 3, 4)
# Every statement early on, where tables are made; then further and further apart.
MOMENTS = (1, 2, 5, 9, 14, 20, 27, 35, 44, 54, 65, 80, 100, 130, 170, 220, 280)


def war() -> list[Told]:
    """Forty reports of some days: copies, tellings in other words, a denial, a claim of its own."""
    found = []
    for number in range(10):
        day = DAY + timedelta(days=number)
        town = ("Norhaven", "Selen", "Kadra City")[number % 3]
        fixed = {"at": town, "day": day, "dead": number}
        copied = (
            f"Shells fell on the market of {town}, day {number}, residents said, and nobody knows who fired."
        )
        found += [
            told(f"a{number}", f"Shells fell on the market of {town}", text=copied, by=("front",), said_by=(nameless(),),
                 source="Kadra Post", published=day + timedelta(days=1), **fixed),
            told(f"b{number}", f"Shells fell on the market of {town}", text=copied, by=("front",), said_by=(nameless(),),
                 source="Mirror", published=day + timedelta(days=1), **fixed),
            told(f"c{number}", f"the Front's guns hit {town} on day {number}", by=("front",), source="Selen Wire",
                 published=day + timedelta(days=2), **fixed),
            told(f"d{number}", f"we never shelled {town}, day {number}", by=("front",), said_by=("front",), status="denied",
                 source="Front Radio", published=day + timedelta(days=2), at=town, day=day),
        ]  # fmt: skip
    return found


def code_reports(reports, *, reader="parser", names=True) -> Iterator[Coded]:
    """The claims above, for the reports that they stand in."""
    for report in reports:
        yield Coded(report, tuple(one.claim for one in war() if one.claim.report == report.id))


def die_before(statement: int) -> None:
    """End this process, without a word, before so many statements were carried out."""
    left = [statement]

    def count(*_: object) -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def run(reports: str, store: Path) -> int:
    """`hudna run` with claims that need no parser."""
    return run_into_store(Inputs((reports,)), store=store, out=None, reader="shallow", workers=1, table=False)


def main(reports: str, store: Path) -> int:
    """How many children were killed, printed; then one run to the end."""
    hudna.pipeline.code_reports = code_reports
    killed = 0
    for moment in MOMENTS:
        child = os.fork()
        if child == 0:
            die_before(moment)
            os._exit(run(reports, store))
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    print(killed)
    return run(reports, store)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
