"""What putting sentences up for review costs beside coding: seconds of the processor and memory, in one process.

    OMP_NUM_THREADS=1 python benchmarks/proposals.py [--reports N]

Codes judged reports of each language, then looks through what was coded. Prints, by
language, the seconds of looking by those of coding (models and lists loaded before), a
sentence looked at by a sentence coded, and by how much the largest memory grew. What is
found and how much of it is right: `hudna evaluate --set proposals`.
"""

import argparse
import resource
import time
from pathlib import Path

from hudna.evaluate.gold import load_gold
from hudna.knowledge.proposing import load_proposing
from hudna.model.coded import Coded
from hudna.pipeline import code_reports
from hudna.proposing import encoder, proposed
from hudna.review.proposing import on_conflict, uncoded

GOLD = Path(__file__).parents[1] / "gold"


def megabytes() -> float:
    """The largest memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def looked_at(one: Coded) -> int:
    """How many sentences of a report the encoder reads."""
    sentences = [(each.start, each.end) for each in one.reading.passages] if one.reading else []
    about = on_conflict(sentences, one.claims, load_proposing())
    return len(uncoded(sentences, one.claims)) if about else 0


def main(number: int) -> None:
    """Print the costs."""
    gold = load_gold(GOLD, half="dev")
    every = {
        language: [one.as_report() for one in gold if one.language == language][:number]
        for language in sorted({one.language for one in gold})
    }
    for reports in every.values():
        list(code_reports(reports[:2]))
    coded, seconds = {}, {}
    for language, reports in every.items():
        start = time.process_time()
        coded[language] = list(code_reports(reports))
        seconds[language] = time.process_time() - start
    before = megabytes()
    encoder()("A sentence.")
    for language, found in coded.items():
        start = time.process_time()
        proposals = sum(len(proposed(one)) for one in found)
        took = time.process_time() - start
        sentences = sum(len(one.reading.passages) for one in found if one.reading)
        read = sum(map(looked_at, found))
        each = (took / max(1, read)) / (seconds[language] / sentences)
        print(
            f"{language}: {sentences} sentences coded, {read} of them looked at, {proposals} proposed: "
            f"{took / seconds[language]:.2f} of the coding's seconds; a sentence {each:.2f} of a sentence coded"
        )
    print(f"memory: {before:.0f} MB after coding, {megabytes() - before:.0f} MB more after looking")


if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--reports", type=int, default=40)
    main(options.parse_args().reports)
