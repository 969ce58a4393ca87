"""Headlines drop helping verbs, write every word with a capital and name a place before a deed: who did it stays who did it."""

from datetime import date

import pytest

from hudna.model.claim import Root
from hudna.model.report import Report
from hudna.pipeline import code_reports


def deeds(text):
    report = Report(id="r-1", text=text, published=date(2019, 3, 12), source="Echo", language="en")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root is Root.ASSAULT]


def doers(text):
    return {actor.id or actor.text for claim in deeds(text) for actor in claim.event.actors}


def dead(text):
    return {claim.event.fatalities.best for claim in deeds(text)} - {None}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Nine soldiers killed in rebel east of Ukraine", 9),
        ("Two soldiers killed, six others wounded in clash near Donetsk", 2),
        ("One policeman killed, seven hurt in Mosul shelling", 1),
        ("Six Iraqi policemen killed fighting near Tikrit", 6),
        ("Four Fighters Killed, Six Hurt in Maiduguri Ambush", 4),
        ("Eleven Killed As Gunmen Attack Village In Yobe", 11),
        ("Seven dead as gunmen attack a market in Maiduguri", 7),
        ("Ministry says eight soldiers killed, two captured near Donetsk", 8),
    ],
)
def test_whom_it_befell_did_not_do_it_where_the_helping_verb_is_left_out(text, killed):
    victims = ("soldier", "police", "fighter", "killed", "dead", "hurt")
    assert not any(word in doer.lower() for doer in doers(text) for word in victims)
    assert killed in dead(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine in Maiduguri",
        "Gunmen killed and wounded villagers in Yobe",
        "Boko Haram fighters killed nine farmers near Maiduguri on Monday",
    ],
)
def test_who_killed_somebody_named_behind_did_it(text):
    assert doers(text) & {"Gunmen", "boko-haram"}


def test_soldiers_killed_somewhere_and_buried_elsewhere_have_a_verb_of_their_own():
    assert doers("Soldiers killed in Mosul were buried in Tikrit on Monday.") == set()


@pytest.mark.parametrize(
    "text", ["Army fires on car near Mosul, no one hurt", "Shelling near Donetsk, nobody killed"]
)
def test_nobody_hurt_is_nobody_dead(text):
    assert dead(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Iraq attacks kill nine as unrest spreads",
        "Baghdad car bombs kill eleven",
        "Nine killed in Kandahar airstrike",
        "Nigeria bomb blast kills seven at market",
        "Car bomb in Iraq's Mosul kills two",
        "UPDATE 2-Iraq bombs kill nine",
        "Bombings kill nine in Iraq's deadliest attack this year",
        "Central African Republic clashes kill nine",
    ],
)
def test_a_place_before_the_deed_is_where_it_was_and_nobody_who_did_it(text):
    assert doers(text) == set()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Israel strikes on Gaza kill nine", "isr-mil"),
        ("Russia drone attack kills three in Kharkiv", "rus-mil"),
        ("Kyiv shelling kills two in Donetsk", "ukr-mil"),
        ("Iraq army shelling kills six in Anbar", "irq-mil"),
        ("Russian shelling kills two in Kherson", "rus-mil"),
        ("Israel kills nine in Rafah", "isr-mil"),
        ("Israel's attack on the camp killed nine", "isr-mil"),
        ("An attack by Israel killed nine in Rafah", "isr-mil"),
    ],
)
def test_a_state_that_reaches_abroad_or_is_said_to_do_it_did_it(text, doer):
    assert doer in doers(text)


def test_a_car_that_begins_a_headline_is_no_country():
    (claim,) = deeds("Car bomb kills nine in Mosul")
    assert [place.country for place in claim.event.places] == ["IRQ"]
