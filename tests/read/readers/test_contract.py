"""What every reader promises, in every language that has it.

The sentences come from the language's own triggers, so a new language or reader is
held to the promises as soon as its folder is there.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from hudna.knowledge.function_words import BARE, COMPOUND, SUBJECT, UNLISTED, known_names
from hudna.knowledge.language import claimed_languages, load_language
from hudna.knowledge.lexicon import load_triggers
from hudna.knowledge.nouns import nominal_nouns
from hudna.model.clause import Clause, Phrase
from hudna.read.readers import load_reader
from hudna.read.sentence import Sentence

LEAD = "12:30 "
PAIRS = [(code, reader) for code in claimed_languages() for reader in load_language(code).readers]
SENTENCES = 60
PREPOSITIONS = known_names("prepositions") | {BARE, COMPOUND, UNLISTED}
MARKERS = (
    known_names("conjunctions")
    | known_names("relatives")
    | known_names("prepositions")
    | {SUBJECT, UNLISTED, None}
)


def examples(code: str) -> list[str]:
    """Sentences of a language, spread over its triggers."""
    texts = [text for trigger in load_triggers(code) for text in (*trigger.examples, *trigger.counter)]
    return texts[:: max(1, len(texts) // SENTENCES)][:SENTENCES]


@cache
def read(code: str, reader: str) -> list[tuple[Sentence, tuple[Clause, ...]]]:
    """Each sentence with its clauses; in its report a few characters stand before it."""
    given = [Sentence(text, LEAD + text, len(LEAD)) for text in examples(code)]
    found = load_reader(reader).read(code, iter(given), nominal_nouns(code))
    return list(zip(given, found, strict=True))


def phrases(clause: Clause) -> Iterator[Phrase]:
    """Every phrase of a clause, however deep."""
    stack = [p for p in (clause.subject, clause.phrase, clause.noun, *clause.objects) if p is not None]
    stack += [o.phrase for o in clause.obliques]
    while stack:
        phrase = stack.pop()
        yield phrase
        inner = [phrase.possessor, *(o.phrase for o in phrase.obliques)]
        stack += [p for p in (*inner, *phrase.appositions, *phrase.conjuncts) if p is not None]


@pytest.mark.parametrize(("code", "reader"), PAIRS)
def test_most_sentences_have_a_clause(code, reader):
    found = read(code, reader)
    assert sum(bool(clauses) for _, clauses in found) >= 0.9 * len(found)


@pytest.mark.parametrize(("code", "reader"), PAIRS)
def test_offsets_are_into_the_report(code, reader):
    for sentence, clauses in read(code, reader):
        whole = range(sentence.start, sentence.start + len(sentence.text) + 1)
        for clause in clauses:
            assert sentence.report[clause.start : clause.end] == clause.text
            assert clause.span_start in whole
            assert clause.span_end in whole
            for phrase in phrases(clause):
                assert sentence.report[phrase.start : phrase.end] == phrase.text
                assert sentence.report[phrase.head_start : phrase.head_end] == phrase.head_text
                assert phrase.start <= phrase.core_start <= phrase.core_end <= phrase.end


@pytest.mark.parametrize(("code", "reader"), PAIRS)
def test_small_words_bear_canonical_names(code, reader):
    for _, clauses in read(code, reader):
        for clause in clauses:
            assert clause.marker in MARKERS
            assert {m.lemma for m in clause.modals} <= known_names("modals") | {UNLISTED}
            assert {o.preposition for o in clause.obliques} <= PREPOSITIONS
            for phrase in phrases(clause):
                assert {o.preposition for o in phrase.obliques} <= PREPOSITIONS
                assert phrase.determiner in known_names("determiners") | {UNLISTED, None}
                assert phrase.pronoun in known_names("pronouns") | {UNLISTED, None}


@pytest.mark.parametrize(("code", "reader"), PAIRS)
def test_few_small_words_are_unlisted(code, reader):
    used = [o.preposition for _, clauses in read(code, reader) for c in clauses for o in c.obliques]
    assert used.count(UNLISTED) <= 0.05 * len(used)


@pytest.mark.parametrize(("code", "reader"), PAIRS)
def test_clauses_are_numbered_and_hang_from_one_another_without_a_circle(code, reader):
    for _, clauses in read(code, reader):
        assert [c.index for c in clauses] == list(range(len(clauses)))
        for clause in clauses:
            seen, above = {clause.index}, clause.parent
            while above is not None:
                assert above not in seen
                seen.add(above)
                above = clauses[above].parent


@pytest.mark.parametrize(("code", "reader"), PAIRS)
def test_a_sentence_reads_the_same_whatever_stands_beside_it(code, reader):
    sentence, clauses = read(code, reader)[0]
    (alone,) = load_reader(reader).read(code, iter([sentence]), nominal_nouns(code))
    assert alone == clauses
