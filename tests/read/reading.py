"""One sentence, read: its clauses by their predicates."""

from functools import cache

from hudna.model.clause import Clause, Passage, Phrase
from hudna.model.report import Report
from hudna.read.reader import Sketch, read_clauses


@cache
def read(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their predicates."""
    passage = Passage(0, 0, len(text), text)
    sketch = Sketch(Report(id="read", text=text, language="en"), "en", (passage,), frozenset({0}))
    (reading,) = read_clauses([sketch])
    return reading.passages[0].clauses


def clause(text: str, predicate: str) -> Clause:
    """The clause of one predicate word."""
    (found,) = [c for c in read(text) if c.text == predicate]
    return found


def words(phrase: Phrase | None) -> str | None:
    """A phrase's words."""
    return phrase.text if phrase is not None else None
