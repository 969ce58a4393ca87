"""Turns of wire sentences that once named the wrong doer, lent an event a place of something else or lost the dead."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language="en")]
    )
    return [c for c in found.claims if c.event is not None]


def event(text, trigger):
    return next(c.event for c in read(text) if c.event.trigger.text == trigger)


def called(people):
    return {one.id or one.text for one in people}


def placed(told):
    return {p.name for p in told.places}


@pytest.mark.parametrize(
    ("text", "trigger", "elsewhere"),
    [
        ("Gunmen fired on the house of the deputy governor, who was in Dubai.", "fired", "Dubai"),
        (
            "A medic was shot in the arm by a sniper and was evacuated to South Africa.",
            "shot",
            "South Africa",
        ),
    ],
)
def test_where_somebody_was_or_went_is_not_where_it_happened(text, trigger, elsewhere):
    assert elsewhere not in placed(event(text, trigger))


def test_where_those_who_took_somebody_stood_is_told_before_where_he_had_been():
    told = event(
        "Orsk, who had been tried for the murder in the United States, was captured by soldiers in Baghdad.",
        "captured",
    )
    assert placed(told) == {"Baghdad"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Three soldiers were killed in Yathrib, about 75 kilometres (50 miles) north of Baghdad.", "IRQ"),
        ("Three soldiers were killed in Zintan, 140 km southwest of Tripoli.", "LBY"),
    ],
)
def test_a_namesake_far_from_the_told_distance_is_not_meant(text, country):
    assert {p.country for p in event(text, "killed").places} == {country}


def test_an_army_called_after_a_state_that_no_list_knows_is_not_that_of_the_country_around():
    told = event("Vukovar was captured by the Ruritanian army.", "captured")
    assert [one.id for one in told.actors] == [None]
    assert [one.id for one in event("Vukovar was shelled by the army.", "shelled").actors] == ["hrv-mil"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army bombed Idlib's eastern countryside.", "Idlib (east)"),
        ("Fighting raged in the northern regions of Mali.", "Northern Mali"),
    ],
)
def test_a_part_is_of_whoever_is_named_with_it(text, place):
    assert place in {p.name for c in read(text) for p in c.event.places}


def test_a_part_of_a_place_that_no_list_knows_is_no_part_of_the_country():
    told = event("Rebels clashed with the army in the western countryside of Gire Sipi in Syria.", "clashed")
    assert "Syria (west)" not in placed(told)


def test_a_short_name_with_an_article_behind_it_is_half_of_another():
    assert {p.country for p in event("Jets hit the town of Abu Al-Dhuhour.", "hit").places} == {None}


@pytest.mark.parametrize(
    ("text", "victim", "dead"),
    [
        ("Gunmen shot dead four men near Jos.", "four men near Jos", 4),
        ("A guard who tried to stop the raiders near Jos was shot dead.", "A guard", 1),
        ("Five Syrians were shot dead by Turkish border guards.", "Five Syrians", 5),
        ("At least 500 Yezidis were killed by gunmen.", "At least 500 Yezidis", 500),
    ],
)
def test_those_shot_dead_are_counted_and_dead_is_nobody(text, victim, dead):
    (told,) = (c.event for c in read(text))
    assert called(told.recipients) == {victim}
    assert (told.fatalities.best or told.fatalities.low) == dead


def test_who_is_injured_behind_another_figure_is_counted_by_his_own():
    told = event("The blast killed a further 20 people and injured roughly 130, a doctor said.", "blast")
    assert (told.fatalities.best, told.injuries.best) == (20, 130)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The rebels have been holding 19 South Koreans hostage for a month.", "19 South Koreans"),
        ("Rebels are holding two teachers hostage.", "two teachers"),
    ],
)
def test_hostages_are_those_before_the_word(text, held):
    (told,) = (c.event for c in read(text))
    assert called(told.recipients) == {held}


@pytest.mark.parametrize(
    ("text", "root", "mode"),
    [
        ("The army captured the rebel stronghold of Jaffna.", "COERCE", "seize"),
        ("The army captured a militant commander in Goma.", "ASSAULT", "abduct"),
        ("US troops captured Hamid Karim in Baghdad.", "ASSAULT", "abduct"),
        ("US troops captured Kunduz on Friday.", "COERCE", "seize"),
    ],
)
def test_places_are_taken_and_people_caught(text, root, mode):
    told = event(text, "captured")
    assert (told.root.value, told.mode) == (root, mode)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Fighters from a Ugandan rebel group, the Lord's Resistance Army, attacked a village.", "lra"),
        ("Fighters from a Ugandan rebel group, angry at the truce, attacked a village.", None),
    ],
)
def test_a_group_described_first_is_called_by_the_name_behind(text, group):
    (actor,) = event(text, "attacked").actors
    assert actor.id == group


def test_what_carries_people_is_those_people():
    (actor,) = event(
        "Truckloads of government soldiers patrolled the streets of Monrovia.", "patrolled"
    ).actors
    assert actor.sector == "MIL"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Insurgents attacked a town, killing at least 50 people, residents and police officials said.",
         {"residents", "police officials"}),
        ("Militants stormed the town, killing 12 soldiers, witnesses and police said.", {"witnesses", "police"}),
    ],
)  # fmt: skip
def test_the_dead_before_those_who_tell_of_them_say_nothing(text, speakers):
    (claim,) = read(text)
    assert {s.text for s in claim.speakers} == speakers


def test_what_goes_on_beside_a_protest_is_not_said_by_those_who_protest():
    claims = read("Teachers have been protesting in Tehran, with some 10,000 people turning out on Tuesday.")
    assert {c.status.value for c in claims} == {"actual"}
    assert not any(c.speakers for c in claims)


def test_a_mine_set_off_by_somebody_has_a_doer():
    told = event("A landmine was detonated by rebels as a police truck passed.", "detonated")
    assert called(told.actors) == {"rebels"}


def test_gunned_down_says_enough_though_nobody_is_named():
    assert event("Three farmers were gunned down near Jos.", "gunned").fatalities.best == 3


@pytest.mark.parametrize(
    "text",
    [
        "At least four traders were killed and six others hurt in mortar shelling by the Rapid Support Forces near Babanusa.",
        "At least four traders were killed and six others injured by Rapid Support Forces shelling in Bara.",
    ],
)
def test_who_is_killed_and_who_is_injured_in_one_deed_are_told_once(text):
    (told,) = (c.event for c in read(text))
    assert called(told.actors) == {"rsf"}
    assert (told.fatalities.low, told.injuries.best) == (4, 6)


def test_the_shelling_acts_and_not_the_artillery_of_the_country_around():
    (told,) = (c.event for c in read("The artillery shelling by the RSF left 12 dead in El Fasher."))
    assert called(told.actors) == {"rsf"}
    assert told.fatalities.best == 12


def test_what_somebody_launched_is_his():
    told = event("Two people were killed by shelling launched by the Rapid Support Forces.", "shelling")
    assert called(told.actors) == {"rsf"}


@pytest.mark.parametrize(
    ("text", "is_him"),
    [
        ("Mudasir Omar Bashir, a party leader, was detained by soldiers in Khartoum.", False),
        ("President Omar Bashir was detained by soldiers in Khartoum.", True),
        ("On Monday Omar al-Bashir was detained by soldiers in Khartoum.", True),
    ],
)
def test_a_longer_name_is_somebody_else(text, is_him):
    told = event(text, "detained")
    assert ("omar-al-bashir" in {one.id for one in told.recipients}) is is_him


def test_a_state_of_a_country_is_not_the_country_of_its_name():
    text = (
        "Gunmen attacked a village in Nigeria. Niger state police said they killed two guards in Niger state."
    )
    told = event(text, "killed")
    assert {p.country for p in told.places} == {"NGA"}
    assert not any((one.id or "").startswith("ner-") for c in read(text) for one in c.event.actors)


def test_men_whom_police_speak_of_are_not_theirs():
    text = "Gunmen attacked a village near Jos. The men stormed a school and opened fire on residents, police said."
    assert "nga-cop" not in {one.id for c in read(text) for one in c.event.actors}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Officials gave no word on how many had been abducted by the gunmen near Jos.", False),
        ("Officials said four had been abducted by the gunmen near Jos.", True),
    ],
)
def test_who_asks_for_a_figure_tells_of_nobody(text, counts):
    claim = next(c for c in read(text) if c.event.trigger.text == "abducted")
    assert (claim.status.value != "hypothetical") is counts


def test_what_an_accord_lays_down_is_to_come():
    claim = next(
        c for c in read("The accord stipulates that the rebels be moved out of Tripoli.") if c.event.root.value == "RETREAT"
    )  # fmt: skip
    assert claim.status.value == "planned"


def test_a_neighbouring_state_acts_as_the_state_does():
    told = event("Congo accuses neighbouring Rwanda of backing the M23.", "accuses")
    assert called(told.recipients) == {"rwa-gov"}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The M23 is now in full control of Masisi, residents said.", "m23"),
        ("The M23 attacked Sake. Masisi is under the control of the M23.", "m23"),
    ],
)
def test_in_control_of_a_place(text, holder):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language="en")]
    )
    held = [c.control for c in found.claims if c.control is not None]
    assert {(c.holder.id, c.area.name) for c in held} == {(holder, "Masisi")}


def test_what_is_taken_has_a_name_of_its_own_though_no_list_has_it():
    text = "The army captured Zerqa on Monday while the rebels left Omdurman in Sudan."
    assert placed(event(text, "captured")) == set()
    assert "Omdurman" in placed(event(text, "left"))
    assert placed(event("The army captured Omdurman while the rebels left Bara.", "captured")) == {"Omdurman"}


def test_the_capital_behind_a_direction_is_what_it_is_north_of():
    told = event("The rebels stormed a village northeast of the capital, Mogadishu.", "stormed")
    assert placed(told) == {"northeast of Mogadishu"}


def test_he_says_it_though_nobody_knows_who_he_is():
    (claim,) = read("He said attackers killed 15 soldiers near Mogadishu.")
    assert [s.text for s in claim.speakers] == ["He"]
    assert claim.status.value == "reported"


def test_who_speaks_behind_a_quotation_may_be_told_of_between_commas():
    text = '"We hit a base. We destroyed four vehicles," Abdi Musa, al Shabaab\'s operations spokesman, told Echo.'
    claim = next(c for c in read(text) if c.event.trigger.text == "destroyed")
    assert "Abdi Musa" in {s.text for s in claim.speakers}


def test_whose_base_it_is_does_not_make_it_a_trade_union():
    text = "Al-Shabaab fired mortars at a camp of African Union soldiers in Somalia."
    assert not any(one.sector == "LAB" for c in read(text) for one in c.event.recipients)


@pytest.mark.parametrize(
    ("dead", "status"),
    [
        ("More than 300 civilians have been killed since the war began in April.", "historical"),
        (
            "The UN says 20,000 people have been killed since the start of the conflict in Sudan.",
            "historical",
        ),
        ("Nine people have been killed since Monday in Nyala.", "actual"),
    ],
)
def test_the_dead_of_a_whole_war_are_no_news_of_a_day(dead, status):
    claims = read(f"The army shelled Omdurman on Monday. {dead}")
    assert {c.status.value for c in claims if c.event.trigger.text == "killed"} == {status}


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        (
            "Police shot dead late on Sunday two protesters in Nairobi.",
            {"Police"},
            {"two protesters in Nairobi"},
        ),
        ("Gunmen killed on Monday a prominent journalist.", {"Gunmen"}, {"a prominent journalist"}),
        ("Two protesters shot dead late on Sunday in Nairobi", set(), {"Two protesters"}),
        ("Two rebels shot dead in Goma a day after the truce", set(), {"Two rebels"}),
        ("Rebel killed, soldier wounded in Goma", set(), {"soldier"}),
    ],
)
def test_who_is_shot_behind_the_day_is_not_who_shot(text, doers, victims):
    told = read(text)[-1].event
    assert called(told.actors) == doers
    assert called(told.recipients) == victims
