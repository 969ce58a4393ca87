"""Sentences without a finite verb, as headlines and bulletins have them, are read like others."""

import pytest

from hudna.knowledge.nouns import nominal_nouns
from hudna.model.clause import Clause
from hudna.read.readers.parser import read
from hudna.read.sentence import Sentence


def clauses(text: str) -> tuple[Clause, ...]:
    (found,) = read("fr", [Sentence(text, text, 0)], nominal_nouns("fr"))
    return found


def clause(text: str, lemma: str) -> Clause:
    """The one clause of a French sentence with that predicate."""
    found = [c for c in clauses(text) if c.lemma == lemma]
    assert len(found) == 1, [c.lemma for c in clauses(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Raids israéliens sur la Bekaa.", "raid"),
        ("Saisie de trois tonnes d'explosifs par la douane.", "saisie"),
        ("Survol de la ville par des drones.", "survol"),
        ("Nouvelle attaque contre un village du centre.", "attaque"),
    ],
)
def test_the_deed_that_opens_a_headline_is_a_noun(text, lemma):
    assert clause(text, lemma).kind == "noun"


@pytest.mark.parametrize(
    ("text", "lemma", "whom"),
    [
        ("Trois humanitaires enlevés près de Goma.", "enlever", "humanitaire"),
        ("Route coupée entre Bria et Ippy par un groupe armé.", "couper", "route"),
        ("Nuit d'horreur à Goma : douze habitants massacrés.", "massacrer", "habitant"),
    ],
)
def test_whom_it_befell_stands_before_a_participle_without_a_helping_verb(text, lemma, whom):
    made = clause(text, lemma)
    assert made.passive
    assert [o.head for o in made.objects] == [whom]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("L'accès à la zone est interdit aux humanitaires.", "interdire"),
        ("La restriction sur les motos a été assouplie.", "assouplir"),
    ],
)
def test_a_participle_behind_a_helping_verb_is_passive(text, lemma):
    assert clause(text, lemma).passive


@pytest.mark.parametrize(
    ("text", "lemma", "taken"),
    [
        ("Les rebelles ont acheminé de l'artillerie sur la ligne de front.", "acheminer", "artillerie"),
        ("Un avion a livré du carburant aux rebelles.", "livrer", "carburant"),
    ],
)
def test_what_is_taken_by_the_portion_is_an_object(text, lemma, taken):
    assert [o.head for o in clause(text, lemma).objects] == [taken]


def test_who_takes_part_belongs_to_the_deed_and_not_to_what_describes_it():
    made = clause("Rencontre à huis clos entre les chefs des deux communautés à Mopti.", "rencontre")
    assert [o.phrase.head for o in made.obliques if o.preposition == "between"] == ["chef"]
