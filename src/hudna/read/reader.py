"""Reports → readings, in batches, so that a parser is fed well.

Only the sentences that the gate wants are read; the others stay as passages
without clauses.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.reading import load_sentence_words
from hudna.model.clause import Clause, Passage, Reading
from hudna.model.report import Report
from hudna.read.lifting import lifted
from hudna.read.mend import dateline_end, mend
from hudna.read.quoted_names import with_quoted_names
from hudna.read.quotes import find_quotes
from hudna.read.readers import AUTO, choose, load_reader
from hudna.read.reciprocal import with_each_other
from hudna.read.sentence import Sentence
from hudna.read.sentences import split_sentences
from hudna.read.topics import with_topic
from hudna.read.unquoting import unquoted

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


def read_clauses(
    sketches: Sequence[Sketch],
    *,
    reader: str = AUTO,
    nominal: Callable[[str], frozenset[str]] = nominal_nouns,
) -> Iterator[Reading]:
    """Each sketch with the clauses of the sentences it wants; all of one language."""
    if not sketches:
        return
    language = sketches[0].language
    chosen = load_reader(choose(language, reader))
    clauses = chosen.read(language, _sentences(sketches), nominal(language))
    for item in sketches:
        quotes = find_quotes(item.report.text)
        passages = tuple(
            replace(
                with_quoted_names(passage, _settled(passage, next(clauses), language), quotes, language),
                parsed=True,
            )
            if passage.index in item.wanted
            else passage
            for passage in item.passages
        )
        yield Reading(item.report.id, language, passages, quotes)


def _settled(passage: Passage, clauses: tuple[Clause, ...], language: str) -> tuple[Clause, ...]:
    """What every reader leaves to be put right."""
    return with_each_other(passage, lifted(passage, with_topic(clauses)), language)


def _sentences(sketches: Iterable[Sketch]) -> Iterator[Sentence]:
    """The mended sentences to read, in order."""
    for item in sketches:
        words = load_sentence_words(item.language)
        for passage in item.passages:
            if passage.index in item.wanted:
                first = passage.index < 2 or "\n" in passage.text[:1]
                told = unquoted(passage.text[:MAX_PARSED], item.language)
                mended = mend(told, words, first=first)
                yield Sentence(mended, item.report.text, passage.start)


def opening(passage: Passage) -> int:
    """Where the sentence proper begins, after a dateline."""
    return passage.start + (dateline_end(passage.text) if passage.index < 2 else 0)
