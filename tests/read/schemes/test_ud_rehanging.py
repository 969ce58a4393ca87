"""Words that a parser of Universal Dependencies hung elsewhere stand where they belong."""

import pytest

from hudna.knowledge.nouns import nominal_nouns
from hudna.model.clause import Clause
from hudna.read.readers.parser import read
from hudna.read.sentence import Sentence


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a French sentence."""
    (found,) = read("fr", [Sentence(text, text, 0)], nominal_nouns("fr"))
    return found


def clause(text: str, lemma: str) -> Clause:
    """The one clause of a French sentence with that predicate."""
    found = [c for c in clauses(text) if c.lemma == lemma]
    assert len(found) == 1, [c.lemma for c in clauses(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        (
            "Les bergers ont été sommés de quitter la plaine avant la nuit par les miliciens.",
            "sommer",
            "les miliciens",
        ),
        (
            "Selon un berger, qui a fui la plaine, les cavaliers, arrivés au trot, ont brûlé le grenier de Selen.",
            "brûler",
            "les cavaliers",
        ),
        ("Un décompte établi par la Croix-Rouge évoque deux morts.", "évoquer", "Un décompte"),
        (
            "Le syndicat, qui dit avoir perdu deux délégués, affirme avoir barré la route.",
            "affirmer",
            "Le syndicat",
        ),
        (
            "Selon l'Observatoire, qui s'appuie sur douze récits, des gardes ont battu les détenus.",
            "battre",
            "des gardes",
        ),
        (
            "Les dockers, qui réclament un salaire, ont brûlé un hangar, a dénoncé dans un message le préfet du port.",
            "dénoncer",
            "le préfet",
        ),
        ("« Le pont a sauté », a raconté un notable du bourg.", "raconter", "un notable"),
        (
            "Trente civils ont été tués et dix blessés quand un obus est tombé sur une école, a annoncé le réseau des médecins.",
            "annoncer",
            "le réseau",
        ),
    ],
)
def test_who_acts_is_found_past_what_stands_nearer(text, lemma, subject):
    made = clause(text, lemma)
    assert made.subject is not None
    assert made.subject.text.startswith(subject)


def test_the_charge_hangs_from_the_verb_and_not_from_who_brings_it():
    text = "Les gardes ont été accusés par le gouvernement d'avoir exécuté trois détenus."
    made = clause(text, "exécuter")
    assert made.subject is not None
    assert made.subject.text == "Les gardes"


def test_each_of_two_verbs_has_the_object_that_stands_behind_it():
    text = "Le bloc a condamné « avec fermeté » le coup de force et exigé la libération du ministre."
    assert [o.head for o in clause(text, "exiger").objects] == ["libération"]


def test_an_aside_does_not_part_a_noun_from_whose_it_is():
    text = "Un responsable a confirmé le retrait, entamé lundi, de deux compagnies de la base."
    made = next(c for c in clauses(text) if c.kind == "noun" and c.lemma == "retrait")
    assert [o.phrase.head for o in made.obliques if o.preposition == "of"] == ["compagnie"]


def test_people_behind_a_preposition_are_a_noun_and_no_verb():
    text = "Ils ont bombardé le site de déplacés de Selen."
    assert [c.lemma for c in clauses(text) if c.kind == "verb"] == ["bombarder"]


def test_a_preposition_of_two_words_stands_before_its_place():
    made = clause("Cinq bergers ont péri dans les combats autour de Selen.", "combat")
    assert [(o.preposition, o.phrase.text) for o in made.obliques] == [("around", "Selen")]


def test_a_verb_with_its_own_pronoun_is_no_adjective():
    assert clause("Le bilan s'est alourdi à 47 morts.", "alourdir").kind == "verb"


def test_what_is_parted_by_a_time_hangs_from_the_verb():
    made = clause("Les heurts, qui ont éclaté à la mi-journée entre deux factions, ont duré.", "éclater")
    assert "between" in [o.preposition for o in made.obliques]


def test_neither_of_two_did_it():
    made = clause("Ni l'armée ni les rebelles n'ont pris le pont.", "prendre")
    assert made.negation is not None


def test_a_count_says_that_there_were_some():
    assert not clause("Jamais ils n'avaient perdu autant d'hommes.", "perdre").objects
    assert [
        o.head for o in clause("Ils sont entrés sans rencontrer de résistance.", "rencontrer").objects
    ] == ["résistance"]


def test_an_elliptic_passive_before_who_says_it_is_a_deed_of_its_own():
    text = "Le moulin a été brûlé et son gardien enlevé, rapporte le quotidien."
    assert clause(text, "enlever").objects[0].text == "son gardien"
    assert clause(text, "rapporter").link == "parenthesis"


@pytest.mark.parametrize(
    ("text", "lemma", "link"),
    [
        ("« Le pont a sauté », a-t-il ajouté.", "ajouter", "parenthesis"),
        ("Le pont a sauté, ajoute-t-elle.", "ajouter", "parenthesis"),
        ("« Ils ont tué mon père », sanglote-t-elle.", "sangloter", "parenthesis"),
        ("Trois gardes ont été tués, a-t-on appris auprès du maire.", "apprendre", "parenthesis"),
    ],
)
def test_a_pronoun_written_on_its_verb_speaks(text, lemma, link):
    made = clause(text, lemma)
    assert made.link == link
    assert made.subject is not None
    assert made.subject.pronoun is not None


@pytest.mark.parametrize(
    ("bare", "accented"),
    [
        ("A Selen, les gardes ont tué un berger.", "À Selen, les gardes ont tué un berger."),
        ("Eleveurs et gardes se sont battus.", "Éleveurs et gardes se sont battus."),
    ],
)
def test_a_capital_without_its_accent_is_read_as_if_it_had_it(bare, accented):
    one, other = clauses(bare), clauses(accented)
    assert [(c.lemma, c.link) for c in one] == [(c.lemma, c.link) for c in other]


def test_a_source_in_an_open_clause_tells_only_that_clause():
    text = "Les gardes ont pilonné le port, où, d'après un médecin, onze blessés sont morts."
    made = clause(text, "pilonner")
    assert all(o.preposition != "according to" for o in made.obliques)


def test_words_in_a_circle_are_hung_as_they_were():
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from hudna.read.schemes.ud.mending import _is_tree, _safely

    doc = Doc(Vocab(), words=["a", "b", "c"], heads=[1, 1, 1], deps=["dep", "ROOT", "dep"])

    def circle(given: Doc) -> None:
        given[1].head = given[0]

    _safely(doc, circle)
    assert _is_tree(doc)
    assert [t.head.i for t in doc] == [1, 1, 1]
