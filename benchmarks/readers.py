"""The readers beside each other: seconds of the processor for the same sentences, and memory without a parser.

    python benchmarks/readers.py             ratios on the judged reports of gold/
    python benchmarks/readers.py --rounds 5  the best of five rounds instead of three

Prints three things, each a ratio of figures of one run or a size:
shallow to parser on the same English reports (reading alone, models and lists already loaded);
seconds a word of each language that the shallow reader reads, by the fastest;
the largest memory of a process that codes reports of one language with the shallow reader and never loads spaCy.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from hudna.evaluate.gold import load_gold
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.reading import load_sentence_words
from hudna.model.report import Report
from hudna.read.language import known_languages
from hudna.read.readers import load_reader, unreadable
from hudna.read.sentence import Sentence
from hudna.read.sentences import split_sentences

GOLD = Path(__file__).parents[1] / "gold"
MEMORY = "--memory-of"


def reports(language: str) -> list[Report]:
    """The judged reports of a language."""
    return [r.as_report() for r in load_gold(GOLD, half="both") if r.language == language]


def sentences(language: str) -> list[Sentence]:
    """Every sentence of the judged reports of a language."""
    words = load_sentence_words(language)
    return [
        Sentence(report.text[start:end], report.text, start)
        for report in reports(language)
        for start, end in split_sentences(report.text, words)
    ]


def seconds(reader: str, language: str, texts: list[Sentence], rounds: int) -> float:
    """The least processor time of some rounds, the first of which only warms up."""
    chosen, nominal = load_reader(reader), nominal_nouns(language)
    # As the pipeline does, which codes a report and lets its clauses go, nothing read is kept.
    return min(
        _timed(lambda: deque(chosen.read(language, texts, nominal), maxlen=0)) for _ in range(rounds + 1)
    )


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def languages_of(reader: str) -> list[str]:
    """Languages with judged reports that a reader reads."""
    judged = [code for code in sorted(known_languages()) if (GOLD / code / "dev").is_dir()]
    return [code for code in judged if unreadable(code, reader) is None]


def compare(rounds: int) -> None:
    """Both readers on the same English sentences, then the shallow one a word in each language."""
    texts = sentences("en")
    shallow, parser = (seconds(reader, "en", texts, rounds) for reader in ("shallow", "parser"))
    print(
        f"en, {len(texts)} sentences: parser {parser:.2f} s, shallow {shallow:.2f} s, ratio {parser / shallow:.1f}"
    )
    each: dict[str, float] = {}
    for language in languages_of("shallow"):
        texts = sentences(language)
        words = sum(len(sentence.text.split()) for sentence in texts)
        each[language] = seconds("shallow", language, texts, rounds) / words
    fastest = min(each.values())
    for language, cost in sorted(each.items()):
        print(f"{language}: {1 / cost:,.0f} words a second, {cost / fastest:.2f} × the fastest")


def memory() -> None:
    """The largest memory of a fresh process for each language."""
    for language in languages_of("shallow"):
        done = subprocess.run(
            [sys.executable, __file__, MEMORY, language], capture_output=True, text=True, check=True
        )
        print(done.stdout.strip())


def memory_of(language: str) -> None:
    """Codes the reports of one language here, and says how much memory that took."""
    from hudna.pipeline import code_reports  # noqa: PLC0415  # not needed to time the reading

    count = sum(1 for _ in code_reports(reports(language), reader="shallow"))
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spacy = "with spaCy" if "spacy" in sys.modules else "without spaCy"
    print(f"{language}: {count} reports coded in {largest:.0f} MB, {spacy}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(MEMORY, dest="memory_of", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.memory_of:
        memory_of(given.memory_of)
    else:
        memory()  # first: a child is charged with the memory of whoever started it
        compare(given.rounds)
