"""What the process beside us works out comes to what we would have worked out; without it we do so ourselves."""

import numpy as np

from hudna.link import meaning
from hudna.reading_ahead import ReadingAhead

SENTENCES = [("en", "The Front left the port of Selen."), ("fr", "Le Front a quitté le port de Selen.")]
WORDS = [words for _, words in SENTENCES]


def test_what_is_asked_of_vectors_worked_out_beside_us_comes_out_as_of_ours(monkeypatch):
    ours = [np.frombuffer(meaning.encoded([words]), dtype=np.float32) for words in WORDS]
    monkeypatch.setattr(meaning, "_vectors", {})
    with ReadingAhead(wanted=True) as ahead:
        ahead.ask(SENTENCES)
        ahead.take()
    assert meaning.unread(WORDS) == []
    assert meaning.sentence_likeness()(*WORDS) == round(float(np.dot(*ours)), 2)
    assert all(
        np.abs(held - own).max() < 1e-6 for held, own in zip(meaning._vectors.values(), ours, strict=True)
    )


def test_a_cosine_near_where_rounding_turns_is_worked_out_from_each_sentence_by_itself(monkeypatch):
    ours = [np.frombuffer(meaning.encoded([words]), dtype=np.float32) for words in WORDS]
    cosine = float(np.dot(*ours))
    # A vector so much off that the cosine lies just past where rounding turns.
    off = round(cosine, 2) + 0.005 + 0.000002 - cosine
    monkeypatch.setattr(meaning, "_vectors", {WORDS[0]: ours[0], WORDS[1]: ours[1] + off * ours[0]})
    assert round(float(np.dot(*meaning._vectors.values())), 2) != round(cosine, 2)
    assert meaning.sentence_likeness()(*WORDS) == round(cosine, 2)


def test_a_process_that_died_costs_nothing_but_time(monkeypatch):
    monkeypatch.setattr(meaning, "_vectors", {})
    with ReadingAhead(wanted=True) as ahead:
        ahead._beside.kill()
        ahead.ask(SENTENCES)
        ahead.take()
        ahead.ask(SENTENCES)
    assert meaning.unread([*WORDS, *WORDS]) == WORDS
    assert meaning.sentence_likeness()(*WORDS) > 0.5


def test_sentences_of_one_language_are_not_read_ahead(monkeypatch):
    monkeypatch.setattr(meaning, "_vectors", {})
    with ReadingAhead(wanted=True) as ahead:
        ahead.ask([("en", words) for words in WORDS])
        ahead.take()
    assert meaning.unread(WORDS) == WORDS
