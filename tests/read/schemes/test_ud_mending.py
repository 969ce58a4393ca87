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
    ("text", "head"),
    [("Des dozos ont quitté la ville.", "dozo"), ("Des jihadistes ont quitté la ville.", "jihadiste")],
)
def test_a_plural_that_the_lemma_list_lacks_has_its_base_form(text, head):
    made = clause(text, "quitter")
    assert made.subject is not None
    assert made.subject.head == head


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


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Kiev, qui nie toute implication, dénonce une provocation de Moscou.", "dénoncer", "Kiev"),
        (
            "L'ambassade, dont les gardes étaient absents, exhorte à la retenue.",
            "exhorter",
            "L'ambassade",
        ),
        ("Les rebelles, que soutient le Rwanda, ont pris la ville.", "prendre", "Les rebelles"),
        (
            "Un élu a indiqué que les assaillants, venus à moto, avaient mis le feu à des cases.",
            "mettre",
            "les assaillants",
        ),
        ("C'est l'armée qui a ouvert le feu.", "ouvrir", "l'armée"),
        ("« C'est grave », s'indigne le maire, qui accuse l'armée d'avoir tiré.", "accuser", "le maire"),
        ("Bamako accuse Alger de soutenir les rebelles.", "soutenir", "Alger"),
        ("Les habitants ont crié leur colère en barrant la route.", "barrer", "Les habitants"),
        ("Nous avons vu passer une colonne.", "passer", "une colonne"),
        ("De violents combats ont éclaté à Selen.", "éclater", "De violents combats"),
        ("Les Forces alliées ont massacré dix personnes.", "massacrer", "Les Forces alliées"),
        (
            "Réunis à Selen sous l'égide de la mission, des chefs militaires se sont engagés à partir.",
            "engager",
            "des chefs militaires",
        ),
    ],
)
def test_who_acts_is_found_though_an_aside_or_a_cleft_stands_between(text, lemma, subject):
    made = clause(text, lemma)
    assert made.subject is not None
    assert made.subject.text == subject


def test_what_a_cleft_denies_is_denied():
    assert clause("Ce n'est pas l'armée qui a bombardé l'hôpital.", "bombarder").negation is not None


@pytest.mark.parametrize(
    "text",
    [
        "Au moins 23 civils, parmi lesquels sept enfants, ont été tués jeudi.",
        "Au moins 23 civils, dont 7 enfants, ont été tués jeudi.",
    ],
)
def test_an_aside_that_only_counts_leaves_the_whole_to_the_verb(text):
    assert [p.text for p in clause(text, "tuer").objects] == ["Au moins 23 civils"]


def test_an_aside_with_a_verb_of_its_own_stays():
    text = "Le général, dont les hommes ont pris la ville, a rejeté la trêve."
    assert clause(text, "prendre").link == "relative"


def test_the_participle_of_dying_is_no_noun():
    assert clause("Douze soldats sont morts dans l'embuscade.", "mourir").kind == "verb"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("L'armée a affirmé s'être repliée sur Mpofi.", "replier"),
        ("Le chef assure s'être rendu à Kidal.", "rendre"),
        ("Le groupe prétend s'être emparé de la colline.", "emparer"),
    ],
)
def test_a_reflexive_word_before_an_infinitive_makes_no_condition(text, lemma):
    assert clause(text, lemma).marker != "if"


def test_a_condition_stays_one():
    assert clause("Ils menacent d'attaquer s'ils ne partent pas.", "partir").marker == "if"
