"""What the process beside us works out is what we would have worked out; without it we do so ourselves."""

from hudna.link import meaning
from hudna.reading_ahead import ReadingAhead

SENTENCES = [("en", "The Front left the port of Selen."), ("fr", "Le Front a quitté le port de Selen.")]
WORDS = [words for _, words in SENTENCES]


def test_vectors_worked_out_beside_us_are_ours_to_the_last_byte(monkeypatch):
    monkeypatch.setattr(meaning, "_vectors", {})
    with ReadingAhead(wanted=True) as ahead:
        ahead.ask(SENTENCES)
        ahead.take()
    assert meaning.unread(WORDS) == []
    held = b"".join(vector.tobytes() for vector in meaning._vectors.values())
    assert held == meaning.encoded(WORDS)


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
