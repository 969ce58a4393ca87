"""Reports → readings, in batches, so that the parser is fed well.

Only the sentences that the gate wants are parsed; the others stay as passages
without clauses.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hudna.knowledge.reading import load_sentence_words
from hudna.model.clause import Passage, Reading
from hudna.model.report import Report
from hudna.read.clauses import ClauseMaker
from hudna.read.mend import dateline_end, mend
from hudna.read.parser import parse
from hudna.read.quotes import find_quotes
from hudna.read.sentences import split_sentences

# Parsing costs more than linearly with the length of a sentence.
MAX_PARSED = 1_200


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report cut into sentences and not yet parsed, with what the gate decided."""

    report: Report
    language: str
    passages: tuple[Passage, ...]
    wanted: frozenset[int] = frozenset()


def sketch(report: Report, language: str) -> Sketch:
    """The report's sentences."""
    spans = split_sentences(report.text, load_sentence_words(language))
    passages = []
    paragraph, last = 0, 0
    for index, (start, end) in enumerate(spans):
        paragraph += report.text.count("\n\n", last, start) > 0
        passages.append(Passage(index, start, end, report.text[start:end], paragraph=paragraph))
        last = end
    return Sketch(report, language, tuple(passages))


def read_clauses(sketches: Sequence[Sketch], nominal: Callable[[str], frozenset[str]]) -> Iterator[Reading]:
    """Each sketch with the clauses of the sentences it wants; all of one language."""
    if not sketches:
        return
    language = sketches[0].language
    events = nominal(language)
    docs = parse(language, _sentences(sketches), frozenset(w for w in events if "-" in w))
    for item in sketches:
        passages = []
        for passage in item.passages:
            if passage.index in item.wanted:
                clauses = ClauseMaker(next(docs), item.report.text, passage.start, events).clauses()
                passages.append(replace(passage, clauses=clauses, parsed=True))
            else:
                passages.append(passage)
        yield Reading(item.report.id, language, tuple(passages), find_quotes(item.report.text))


def _sentences(sketches: Iterable[Sketch]) -> Iterator[str]:
    """The mended sentences to parse, in order."""
    for item in sketches:
        words = load_sentence_words(item.language)
        for passage in item.passages:
            if passage.index in item.wanted:
                yield mend(
                    passage.text[:MAX_PARSED], words, first=passage.index < 2 or "\n" in passage.text[:1]
                )


def opening(passage: Passage) -> int:
    """Where the sentence proper begins, after a dateline."""
    return passage.start + (dateline_end(passage.text) if passage.index < 2 else 0)
