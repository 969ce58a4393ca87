"""What prepositions mean, and what they hang from."""

import pytest

from read.shallow.shallow_reading import clause, read


def relations(text: str, lemma: str) -> dict[str, str]:
    return {o.preposition: o.phrase.head_text for o in clause(text, lemma).obliques}


@pytest.mark.parametrize(
    ("text", "lemma", "relation", "word"),
    [
        ("Il ritiro da parte dei ribelli continua.", "ritiro", "by", "ribelli"),
        ("I ribelli arrivano dal deserto.", "arrivare", "from", "deserto"),
        ("I ribelli hanno attaccato a Selen.", "attaccare", "at", "Selen"),
        ("Kadra ha fornito missili all'esercito.", "fornire", "to", "esercito"),
        ("L'attacco al villaggio è durato poco.", "attacco", "at", "villaggio"),
        ("Secondo il ministero la città è caduta.", "cadere", "according to", "ministero"),
    ],
)
def test_a_preposition_means_what_its_verb_and_noun_make_it(text, lemma, relation, word):
    assert relations(text, lemma)[relation] == word


def test_a_dateline_takes_no_part():
    found = clause("Tripoli, 13 mag. – Sono ripresi i combattimenti a Orna.", "riprendere")
    assert "Tripoli" not in {found.subject.text if found.subject else "", *(o.text for o in found.objects)}


def test_a_word_that_is_a_phrase_and_opens_a_clause_is_both():
    text = "I soldati hanno sparato contro chi si era avvicinato."
    assert relations(text, "sparare")["against"] == "chi"
    assert "avvicinare" in {c.lemma for c in read(text)}


def test_english_is_read_without_its_parser():
    found = clause("The rebels' camp was shelled by the army near Selen.", "shell", "en")
    assert found.passive
    assert found.subject is not None
    assert found.subject.head == "army"
    assert found.objects[0].head == "camp"
