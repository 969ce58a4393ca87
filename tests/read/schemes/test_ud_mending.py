"""What a parser of Universal Dependencies misreads is put right before clauses are made."""

import pytest

from hudna.knowledge.nouns import nominal_nouns
from hudna.model.clause import Clause
from hudna.read.readers.parser import read
from hudna.read.sentence import Sentence


def clause(text: str, lemma: str) -> Clause:
    """The one clause of a French sentence with that predicate."""
    (clauses,) = read("fr", [Sentence(text, text, 0)], nominal_nouns("fr"))
    found = [c for c in clauses if c.lemma == lemma]
    assert len(found) == 1, [c.lemma for c in clauses]
    return found[0]


def test_two_subjects_before_a_verb_are_both_its_own_though_somebody_else_announces_it():
    made = clause(
        "La Russie et l'Ukraine ont échangé 150 prisonniers de guerre, a annoncé le ministère.", "échanger"
    )
    assert made.subject is not None
    assert [member.text for member in made.subject.members()] == ["La Russie", "l'Ukraine"]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Le maire a fait savoir que la ville était tombée.", "indiquer"),
        ("L'armée fait état de six morts dans ses rangs.", "évoquer"),
        ("Le maire a également fait part de ses craintes.", "évoquer"),
    ],
)
def test_a_set_phrase_is_the_one_verb_that_it_means(text, lemma):
    made = clause(text, lemma)
    assert made.tense in ("past", "present")
    assert text[made.start : made.end].startswith("fai")


def test_who_has_a_subject_and_another_form_is_no_infinitive():
    assert clause("Le bilan du bombardement s'alourdit à dix morts.", "alourdir").tense != "infinitive"


def test_the_same_pronoun_twice_makes_no_passive():
    made = clause("Nous ne nous sommes pas retirés de Selen.", "retirer")
    assert not made.passive
    assert made.subject is not None


def test_a_name_before_a_verb_without_a_subject_is_its_subject():
    made = clause("Alexandre Loukachenko a demandé à Moscou le déploiement du missile.", "demander")
    assert made.subject is not None
    assert made.subject.text == "Alexandre Loukachenko"


def test_who_acts_may_hang_from_what_is_acted_upon():
    made = clause("Le bombardement du marché par les paramilitaires a duré.", "bombardement")
    assert [o.phrase.text for o in made.obliques if o.preposition == "by"] == ["les paramilitaires"]
