"""Turns of wire sentences that once made the victim, a guard or a wing of the press who did it."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text, language="en"):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)]
    )
    return [c for c in found.claims if c.event is not None]


def event(text, trigger, language="en"):
    return next(c.event for c in read(text, language) if c.event.trigger.text == trigger)


def called(people):
    return {one.id or one.text for one in people}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("General Pavel Orsk was killed in a depot held by the 12th Brigade and led by Colonel Musa Idris.", "Orsk"),
        ("The mayor was killed in Goma in a house owned by the militia and guarded by army deserters.", "mayor"),
        ("The commander was killed in a camp run by the M23 and commanded by Colonel Makenga.", "commander"),
    ],
)  # fmt: skip
def test_who_leads_or_guards_a_place_did_not_kill_there(text, victim):
    told = event(text, "killed")
    assert told.actors == ()
    assert len(told.recipients) == 1


def test_who_beat_somebody_in_a_house_of_others_did():
    told = event(
        "The teacher was arrested in a house owned by the militia and beaten by soldiers in Goma.", "beaten"
    )
    assert called(told.actors) == {"soldiers"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mayor's murder in Goma set off clashes between the army and the M23.", "murder"),
        ("Clashes erupted in Goma after the militia leader's killing.", "killing"),
        ("The rebel commander's shooting in Goma angered the army.", "shooting"),
        ("The mayor's arrest in Goma by soldiers angered residents.", "arrest"),
    ],
)
def test_whose_killing_it_is_was_killed(text, trigger):
    told = event(text, trigger)
    assert not called(told.actors) & {"the militia leader", "The rebel commander", "The mayor", "cod-gov"}
    assert len(told.recipients) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("The soldiers' killing of a teacher in Goma set off protests.", "killing", "The soldiers"),
        ("Blame was traded in Jenin after the army's killings there.", "killings", "the army"),
        ("The M23's capture of the town of Sake was announced on Monday.", "capture", "m23"),
    ],
)
def test_whose_killing_of_somebody_it_is_did_it(text, trigger, doer):
    told = event(text, trigger)
    assert any(one.id == doer or one.text == doer for one in told.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Tribal fighters clashed with the RSF near El Obeid.",
        "Fighters allied with the Iraqi army clashed with IS militants near Kirkuk.",
    ],
)
def test_fighters_are_no_aircraft_of_the_other_side(text):
    assert len(event(text, "clashed").actors) == 2


def test_opposing_groups_oppose_each_other_and_nobody_opposes_them():
    (fighting, clash) = read("Fighting broke out in Goma on Monday as opposing armed groups clashed.")
    assert fighting.event.trigger.text == "Fighting"
    assert called(clash.event.actors) == {"opposing armed groups"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("RSF fighters were seen entering El Fasher.", "entering"),
        ("Militias from Misrata were seen advancing toward Tripoli on Monday.", "advancing"),
    ],
)
def test_what_they_were_seen_doing_is_told_once(text, trigger):
    assert [c.event.trigger.text for c in read(text)] == [trigger]


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("fr", "De nouveaux affrontements ont opposé des groupes armés à Tripoli, après des combats ayant fait six morts.", "combats"),
        ("fr", "Les combats de lundi ont fait douze morts à Goma.", "combats"),
        ("en", "Fighting that left twelve dead raged in Goma on Monday.", "Fighting"),
    ],
)  # fmt: skip
def test_the_dead_did_nothing(language, text, trigger):
    told = event(text, trigger, language)
    assert told.actors == ()
    assert told.fatalities.best is not None or told.fatalities.low is not None


def test_a_dash_without_blanks_parts_words():
    told = event(
        "Abdulghani al-Kikli—known as the Lion—head of a security service, was shot dead in Tripoli on Monday.",
        "shot",
    )
    assert called(told.recipients) == {"ghneiwa"}


@pytest.mark.parametrize("name", ["Abdel-Ghani al-Kikli", "Abdul Ghani al-Kikli", "Abdalghani Kikli"])
def test_a_first_name_of_two_parts_is_one_name_however_it_is_written(name):
    told = event(f"{name}, leader of the Stability Support Apparatus, was killed in Tripoli.", "killed")
    assert called(told.recipients) == {"ghneiwa"}


def test_a_surname_with_its_article_is_whoever_was_named_before():
    told = event("Abdelghani al-Kikli came to Tripoli on Monday. Al-Kikli was shot at close range.", "shot")
    assert called(told.recipients) == {"ghneiwa"}


def test_a_department_of_health_imposes_no_emergency():
    modes = {c.event.mode for c in read("The ambulance service declared a state of emergency in Goma.")}
    modes |= {
        c.event.mode for c in read("The health department announced a state of full alert after clashes.")
    }
    assert "martial-law" not in modes


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Tripoli saw clashes between Rada and the 444 Brigade on Monday.", "clashes"),
        ("fr", "Tripoli a connu mercredi des affrontements entre la Force Radaa et la Brigade 444.", "affrontements"),
        ("it", "Tripoli ha visto lunedì scontri tra la Rada e la Brigata 444.", "scontri"),
    ],
)  # fmt: skip
def test_a_town_that_saw_clashes_neither_fought_nor_tells_of_them(language, text, trigger):
    (claim,) = read(text, language)
    assert claim.event.trigger.text == trigger
    assert called(claim.event.actors) == {"rada", "b444"}
    assert [place.name for place in claim.event.places] == ["Tripoli"]
    assert claim.speakers == ()


def test_a_capital_that_lives_through_a_truce_has_ceased_no_fire():
    text = (
        "La capitale soudanaise vivait mardi une trêve précaire après des combats entre soldats et miliciens."
    )
    assert all("capitale" not in one.text for c in read(text, "fr") for one in c.event.actors)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "Les combats auraient fait entre six et huit morts à Tripoli.", 6, 8),
        ("fr", "Entre dix et quinze soldats ont été tués à Kidal.", 10, 15),
        ("fr", "Entre vingt et trente soldats ont été tués à Kidal.", 20, 30),
        ("fr", "Six ou huit soldats ont été tués à Kidal.", 6, 8),
        ("it", "Gli scontri hanno fatto tra i sei e gli otto morti a Goma.", 6, 8),
        ("en", "Between six and eight soldiers were killed in Goma.", 6, 8),
    ],
)
def test_the_ends_of_a_range_are_never_added(language, text, low, high):
    (claim,) = read(text, language)
    assert (claim.event.fatalities.low, claim.event.fatalities.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Vingt et un soldats ont été tués à Kidal.", 21),
        ("Soixante et onze soldats ont été tués à Kidal.", 71),
        ("Cent vingt et un soldats ont été tués à Kidal.", 121),
    ],
)
def test_a_number_of_several_words_is_one(text, dead):
    (claim,) = read(text, "fr")
    assert claim.event.fatalities.best == dead


def test_what_they_fought_with_did_not_fight():
    text = "Le milizie si sono affrontate lunedì a Zawiya con mezzi blindati e pezzi d'artiglieria."
    assert called(event(text, "affrontate", "it").actors) == {"Le milizie"}


@pytest.mark.parametrize(
    ("text", "trigger", "victim"),
    [
        ("Soldiers stormed the headquarters of the Stability Support Apparatus in Tripoli.", "stormed", {"ssa"}),
        ("Gunmen attacked a base of the RSF near El Obeid.", "attacked", {"rsf"}),
        ("Gunmen stormed the headquarters of the electricity company in Tripoli.", "stormed", set()),
    ],
)  # fmt: skip
def test_whose_headquarters_are_stormed_is_attacked(text, trigger, victim):
    assert called(event(text, trigger).recipients) == victim


def test_what_is_under_control_is_the_town_and_not_where_it_lies():
    (found,) = code_reports(
        [
            Report(
                id="r-1", published=date(2031, 3, 12), source="Echo", language="fr",
                text="La localité de Sake, sise dans l’est du Congo, est tombée mardi sous le contrôle du M23.",
            )
        ]
    )  # fmt: skip
    held = [c.control for c in found.claims if c.control is not None]
    assert [one.area.name for one in held] == ["Sake"]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters from Chad and Niger attacked the town of Kidal.",
        "Mercenaries from Russia attacked the town of Kidal.",
    ],
)
def test_where_fighters_are_from_is_no_government_that_attacks(text):
    (actor,) = event(text, "attacked").actors
    assert actor.id is None


def test_soldiers_of_a_state_are_its_army():
    told = event("Soldiers from South Africa were killed in Goma by the M23.", "killed")
    assert called(told.recipients) == {"zaf-mil"}


def test_how_long_a_war_has_gone_on_is_no_day_of_what_is_told_next():
    text = (
        "M23 rebels entered Goma in a war that has dragged on for more than ten years. "
        "Gunfire was heard in the city."
    )
    when = event(text, "Gunfire").occurred
    assert when is None or when.earliest is None or when.earliest.year == 2031


@pytest.mark.parametrize(
    "text",
    ["Panic Spreads as M23 Rebels Seize Bunia", "Fear Grows as M23 Rebels Seize Sake"],
)
def test_in_a_title_with_small_words_a_verb_is_no_name(text):
    assert called(event(text, "Seize").actors) <= {"m23", "M23 Rebels", "Rebels"}


def test_who_holds_positions_refuses_nothing():
    text = "The army shelled Sake. The rebels hold positions north of the town."
    assert all(c.event.root.value != "REJECT" for c in read(text))


def test_an_outlet_whose_name_begins_like_a_small_word_is_who_tells():
    text = (
        "Il governo ha dichiarato una tregua a Tripoli. "
        "Al Jazeera aggiunge che la polizia ha imposto un coprifuoco."
    )
    told = next(c for c in read(text, "it") if c.event.trigger.text == "imposto")
    assert [one.actor for one in told.speakers] == ["al-jazeera"]


def test_who_fights_after_news_of_a_killing_did_not_kill():
    text = (
        "Alcune fazioni rivali hanno iniziato a combattere a Goma in seguito all'arrivo della notizia "
        "dell'uccisione del generale Omar Beshar."
    )
    assert event(text, "uccisione", "it").actors == ()
    assert called(event(text, "combattere", "it").actors) == {"Alcune fazioni rivali"}
