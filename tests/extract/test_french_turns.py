"""French turns of phrase that hide who acts: verbs before their subjects, openings, charges, pronouns."""

from datetime import date

import pytest

from extract.french import coded, told
from hudna.model.claim import Status


def actors(text: str, trigger: str) -> list[str]:
    """The words of who does it."""
    return [a.text for a in told(text, trigger).event.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Bamako nie avoir tiré, comme l'en accuse le FLA.", "accuse", "le FLA"),
        ("Kiev presse Moscou de libérer deux cents otages.", "presse", "Kiev"),
        ("Londres avertit qu'elle répondra à toute attaque.", "avertit", "Londres"),
        ("Paris, par la voix de son ambassadeur, reproche aux rebelles des tirs.", "reproche", "Paris"),
        ("Arrivé à Kidal dimanche, l'émissaire a rencontré les rebelles.", "Arrivé", "l'émissaire"),
        ("Chassés de Kidal par l'armée, les rebelles se sont repliés.", "Chassés", "l'armée"),
        ("La garnison était assiégée depuis mai par les rebelles.", "assiégée", "les rebelles"),
        (
            "Des miliciens ont incendié des cases le 24 mars, exécuté quatre éleveurs.",
            "exécuté",
            "Des miliciens",
        ),
        ("L'armée a été attaquée à Kidal. Elle appelle la population au calme.", "appelle", "L'armée"),
    ],
)
def test_who_acts_wherever_he_stands(text, trigger, actor):
    assert actors(text, trigger) == [actor]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Le gouverneur accuse les rebelles du FLA d'une attaque contre un hôpital.", "attaque"),
        ("Le gouverneur reproche aux rebelles du FLA des exactions contre des civils.", "exactions"),
        ("Le gouverneur impute aux rebelles du FLA la mort de trois employés.", "mort"),
    ],
)
def test_whom_somebody_charges_with_a_deed_is_said_to_have_done_it(text, trigger):
    claim = told(text, trigger)
    assert claim.status is Status.ALLEGED
    assert [a.text.removeprefix("les ") for a in claim.event.actors] == ["rebelles du FLA"]


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Comme l'a annoncé le ministère de la Défense, les rebelles ont quitté Kidal.", "quitté", "le ministère de la Défense"),
        ("Berlin livrera deux chars à l'armée, promet le ministre allemand de la Défense.", "livrera", "le ministre allemand de la Défense"),
        ("Un drone a tiré un missile sur Kidal, tuant deux bergers d'après la mairie.", "tiré", "la mairie"),
    ],
)  # fmt: skip
def test_who_tells_it_beside(text, trigger, speaker):
    assert [s.text for s in told(text, trigger).speakers] == [speaker]


def test_what_somebody_fears_or_charges_beside_is_not_told_by_him():
    assert told("Les rebelles ont attaqué Kidal, comme le craignait le gouverneur.", "attaqué").speakers == ()


def test_none_of_what_is_counted_is_denied():
    text = "Aucun échange de tirs n'a été enregistré entre l'armée et les rebelles."
    assert {c.status for c in coded(text)} <= {Status.DENIED}


def test_a_body_with_a_capital_frees_nobody():
    text = "Le Mouvement de libération du Nord affirme que deux postes ont été attaqués à Kidal."
    assert [c.event.trigger.text for c in coded(text)] == ["attaqués"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le calme est revenu dimanche à Kidal, au lendemain d'affrontements entre l'armée et le FLA.", 8),
        ("L'armée a rouvert la route dimanche, au lendemain d'affrontements à Kidal.", 8),
        ("Le calme est revenu à Kidal après des affrontements dimanche entre l'armée et le FLA.", 9),
    ],
)
def test_what_the_day_after_follows_was_the_day_before(text, day):
    found = told(text, "affrontements").event.occurred
    assert found is not None
    assert (found.earliest, found.latest) == (date(2031, 3, day), date(2031, 3, day))


def test_people_without_an_article_behind_a_place_act():
    assert actors("À Goma, rebelles et soldats se sont affrontés lundi.", "affrontés") == [
        "rebelles",
        "soldats",
    ]


def test_what_one_says_to_have_done_on_sunday_is_done():
    found = told("Le FLA a annoncé s'être emparé dimanche de deux postes à Kidal.", "emparé")
    assert found.status is Status.DECLARED
    assert found.event.occurred.latest == date(2031, 3, 9)


def test_a_side_is_no_coast():
    text = "Côté ennemi, dix-huit terroristes ont été tués à Kidal."
    assert [p.name for p in told(text, "tués").event.places] == ["Kidal"]
