"""Whose forces are meant: states that fight, nameless units, weapons and their owners."""

import pytest

from extract.coding import texts, told
from extract.marks import wrong

# sentence, event word, who acts with id and sector
OWNERS = {
    "who announces a capture made it": (
        "The army announced the capture of Bukavu.",
        "capture",
        [("The army", "cod-mil", "MIL")],
    ),
    "of whom police tell that they were detained, police detained": (
        "Eleven protesters were detained in Bukavu, police said.",
        "detained",
        [("police", None, "COP")],
    ),
    "who only tells of arrests made none": (
        "Eleven rebels were detained in Bukavu, a nurse said.",
        "detained",
        [],
    ),
    "vehicles that move are named where nobody knows whose": (
        "Some forty pickups drove off towards Bukavu.",
        "drove",
        [("Some forty pickups", None, "UAF")],
    ),
    "units that an army announces are its own": (
        "The army announced a deployment of units in Bukavu.",
        "deployment",
        [("units", "cod-mil", "MIL")],
    ),
    "rebel units are not": (
        "The army announced a deployment of rebel units in Bukavu.",
        "deployment",
        [("rebel units", None, "REB")],
    ),
    "units that a group nobody lists announces are its own": wrong(
        "only listed speakers own nameless units",
        "The rebels announced a deployment of units in Bukavu.",
        "deployment",
        [("units", None, "REB")],
    ),
    "a state that fights does so with its forces": (
        "France bombed Bukavu.",
        "bombed",
        [("France", "fra-mil", "MIL")],
    ),
    "a state that condemns does so with its government": (
        "France condemned the attack on Bukavu.",
        "condemned",
        [("France", "fra-gov", "GOV")],
    ),
    "a people's aircraft are its army's": (
        "Israeli warplanes bombed Rafah.",
        "bombed",
        [("Israeli warplanes", "isr-mil", "MIL")],
    ),
    "a militia's drones are the militia's": (
        "Militia drones bombed Bukavu.",
        "bombed",
        [("Militia drones", None, "UAF")],
    ),
    "shells are of those who fired them": wrong(
        "'fired by' is read as an event of its own and lends no owner",
        "Shells fired by the militia hit Bukavu.",
        "hit",
        [("Shells", None, "UAF")],
    ),
}


@pytest.mark.parametrize(("text", "trigger", "actors"), OWNERS.values(), ids=OWNERS)
def test_who_acts(text, trigger, actors):
    assert [(a.text, a.id, a.sector) for a in told(text, trigger).event.actors] == actors


def test_an_actor_nobody_lists_belongs_to_the_country_where_it_acts():
    [actor] = told("Gunmen attacked a convoy in Bukavu.", "attacked").event.actors
    assert (actor.id, actor.country) == (None, "COD")


ORDERS = {
    "who moves others to act orders": (
        "The Kadra Liberation Front recalled all units to report to base.",
        "recalled",
        "order",
    ),
    "who moves others does not": ("The army recalled all units to barracks.", "recalled", "report"),
    "who moves does not": ("Troops moved to Goma to protect civilians.", "moved", "report"),
}


@pytest.mark.parametrize(("text", "trigger", "act"), ORDERS.values(), ids=ORDERS)
def test_orders(text, trigger, act):
    assert told(text, trigger).speech_act == act


def test_both_who_moves_and_who_is_moved_act():
    event = told("The army recalled all units to barracks.", "recalled").event
    assert (event.root, event.move, texts(event.actors)) == (
        "MOBILIZE",
        "recall_to_base",
        ["The army", "all units"],
    )


@pytest.mark.parametrize("said", ["warned the M23", "the M23 warned", "said the M23"])
def test_we_in_a_quotation_is_who_says_it(said):
    claim = told(f'The army shelled Sake on Monday. "We will open fire on the town," {said}.', "open")
    assert [one.id for one in claim.event.actors] == ["m23"]
