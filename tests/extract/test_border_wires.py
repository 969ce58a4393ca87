"""Wires of two sides that fight and talk: whom it befell, whose army it is, what was long before, what was broken off."""

import pytest
from tests.extract.coding import claims, texts, told
from tests.extract.french import coded as coded_in_french
from tests.extract.french import told as told_in_french


def sides(claim):
    return texts(claim.event.actors), texts(claim.event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("Five villagers are feared killed in the raid on Selen.", "raid", "Five villagers"),
        (
            "At least 20 soldiers were reported killed in an ambush near Selen.",
            "ambush",
            "At least 20 soldiers",
        ),
        ("Some 30 rebels are believed to have been killed in the fighting.", "fighting", "Some 30 rebels"),
        ("About 30 more rebels were believed killed in the clashes.", "clashes", "About 30 more rebels"),
        ("Two hostages were confirmed killed on Monday.", "killed", "Two hostages"),
    ],
)
def test_of_whom_it_is_believed_did_nothing(text, trigger, whom):
    claim = told(text, trigger)
    assert sides(claim) == ([], [whom])
    assert claim.status == "reported" or trigger == "killed"


def test_who_took_them_stands_behind_by():
    claim = told("Two soldiers are presumed captured by the rebels.", "captured")
    assert sides(claim) == (["the rebels"], ["Two soldiers"])


def test_who_is_believed_to_have_killed_killed():
    claim = told("The rebels are believed to have killed ten soldiers near Selen.", "killed")
    assert sides(claim) == (["The rebels"], ["ten soldiers"])


@pytest.mark.parametrize(
    "text",
    [
        "According to Sam Dell, a police spokesman interviewed by the Courier, thirty gunmen were killed in the clash.",
        "According to Ann Roe, a nurse reached by phone, thirty gunmen were killed in the clash.",
        "According to Sam Dell, the mayor of Selen, thirty gunmen were killed in the clash.",
    ],
)
def test_what_the_teller_is_befell_nobody(text):
    claim = told(text, "clash")
    assert texts(claim.event.recipients) == ["thirty gunmen"]
    assert claim.speakers[0].text in ("Sam Dell", "Ann Roe")


def test_the_press_investigates_nobody():
    assert not claims("A rebel leader interviewed by the Courier spoke of heavy losses.")
    assert told("Detectives interviewed the deputy minister on Monday over the raid.", "interviewed")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "The rebels fought Norland's army. Sources in Mali said its army had shelled two villages.",
            "shelled",
        ),
        ("The rebels left Selen. Officials from Mali said that its troops killed nine rebels.", "killed"),
    ],
)
def test_its_army_is_that_of_the_country_they_speak_in(text, trigger):
    assert told(text, trigger).event.actors[0].country == "MLI"


def test_what_is_released_on_paper_is_nobody():
    roots = [c.event.root for c in claims("The toll released by the army put the dead in Selen at 58.")]
    assert "RETREAT" not in roots
    assert told("The prisoners released by the rebels reached Selen.", "released").event.mode == "release"


def test_a_truce_under_strain_does_not_come():
    found = claims("A fragile ceasefire between the army and the rebels came under strain on Monday.")
    assert all(c.event.mode != "ceasefire" for c in found)
    assert (
        told("The ceasefire came into force on Monday after rebels shelled Selen.", "came").event.mode
        == "ceasefire"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "The president said he had ordered the closure of the port after a series of attacks carried out by the rebels.",
            "attacks",
            "reported",
        ),
        ("The bombing set off clashes between the army and the rebels in Selen.", "clashes", "actual"),
        ("The general ordered an attack on Selen.", "attack", "planned"),
    ],
)
def test_what_went_before_an_order_is_not_ordered(text, trigger, status):
    assert told(text, trigger).status == status


PAST = "Rebels fought the army near Selen on Monday.\nIn September 2029 the rebels raided a base in Mali. "


@pytest.mark.parametrize(
    ("rest", "trigger"),
    [
        ("Ten soldiers were killed.", "killed"),
        ("The raid killed ten soldiers.", "raid"),
        ("Ten soldiers were killed and 25 wounded.", "killed"),
    ],
)
def test_what_goes_on_with_the_past_is_past(rest, trigger):
    claim = told(PAST + rest, trigger)
    assert claim.status == "historical"
    assert claim.event.occurred.earliest.year == 2029


@pytest.mark.parametrize(
    ("rest", "trigger"),
    [
        ("Ten soldiers were killed near Selen on Monday.", "killed"),
        ("Rebels shelled Selen, killing nine.", "shelled"),
        ("\nTwelve people were wounded in Selen, police said.", "wounded"),
        ("The raid was condemned by the president.", "condemned"),
    ],
)
def test_what_has_its_own_day_or_doer_is_news(rest, trigger):
    assert told(PAST + rest, trigger).status != "historical"


def test_talks_that_are_suspended_by_announcement_are_broken_off():
    claim = told(
        "The government in Mali announced on Monday the suspension of peace talks with the rebels.",
        "suspension",
    )
    assert (claim.event.root, claim.event.mode, claim.counts) == ("SANCTION", "discontinue", True)
    assert texts(claim.event.actors) == ["The government in Mali"]


def test_who_announces_a_truce_of_others_makes_none():
    text = "The mediator announced on Monday a ceasefire agreement between the army and the rebels."
    claim = told(text, "announced")
    assert (claim.event.root, texts(claim.event.actors)) == ("AGREE", ["the army", "the rebels"])
    assert told("The rebels announced a ceasefire on Monday.", "announced").event.root == "CONCEDE"


def test_soldiers_for_a_corridor_are_moved():
    text = "The army has deployed 5,000 soldiers to Selen to hold a humanitarian corridor."
    assert told(text, "deployed").event.root == "MOBILIZE"


def test_a_network_of_one_letter_ends_its_sentence():
    text = "« La trêve tient », a écrit le ministre de la Défense sur X. Les rebelles ont tué dix soldats à Selen."
    claim = told_in_french(text, "tué")
    assert (claim.status, claim.speakers) == ("actual", ())


def test_the_doers_of_one_clause_did_not_do_the_next():
    text = (
        "Les rebelles ont tué vingt civils à Selen, tandis que des combats entre l'armée et une milice"
        " ont fait neuf morts dans l'ouest."
    )
    assert sides(told_in_french(text, "tué")) == (["Les rebelles"], ["vingt civils"])
    assert "vingt civils" not in texts(told_in_french(text, "combats").event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("L'armée a accusé les rebelles d'avoir rompu la trêve lundi, ayant tué dix civils.", "tué"),
        ("L'armée a accusé son voisin malien d'avoir bombardé deux villages.", "bombardé"),
    ],
)
def test_who_brings_the_charge_did_not_do_it(text, trigger):
    claim = told_in_french(text, trigger)
    assert "L'armée" not in texts(claim.event.actors)
    assert claim.status == "alleged"


def test_who_confirms_strikes_aimed_at_nobody():
    text = "Des sources de sécurité ont confirmé des frappes aériennes, visant un groupe armé."
    for claim in coded_in_french(text):
        assert "Des sources de sécurité" not in texts(claim.event.actors)


def test_whom_selon_names_befell_nothing():
    claim = told_in_french(
        "Selon Pierre Morel, directeur du Réseau, une trentaine de passants ont été touchés dans l'attaque.",
        "attaque",
    )
    assert texts(claim.event.recipients) == ["une trentaine de passants"]
    assert [s.text for s in claim.speakers] == ["Pierre Morel"]


def test_who_said_it_goes_on_to_claim():
    text = "The army said nine of its men were killed and 12 wounded in the raid, while claiming to have killed 40 rebels."
    claim = told(text, "killed")
    assert sides(claim) == (["The army"], ["40 rebels"])
    assert claim.status == "alleged"
    assert told("The army said nine men were hurt, accusing the rebels of using drones.", "accusing")


def test_who_was_taken_hostage_took_nobody():
    text = "Two nurses taken hostage in Selen last week were released on Monday."
    assert sides(told(text, "taken"))[0] == []
    assert told(text, "released").event.mode == "release"


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The raid on Selen killed nine people and injured dozens more.", 9, 24),
        ("The raid on Selen killed nine people and wounded several others.", 9, 3),
        ("The raid on Selen killed nine people and wounded 20.", 9, 20),
        ("Fighting in Selen has killed at least 60 people and displaced thousands.", 60, None),
    ],
)
def test_the_second_verb_counts_for_itself(text, killed, injured):
    event = next(c.event for c in claims(text) if c.event.fatalities.low is not None)
    assert (event.fatalities.low, event.injuries.low) == (killed, injured)


def test_who_fell_in_the_fighting_is_no_town():
    claim = told(
        "Two officers and a member of a neighbourhood brigade fell in the fighting in Selen.", "fighting"
    )
    assert claim.event.root == "ASSAULT"
    assert told("Selen fell to the rebels in the fighting.", "fell").event.root == "COERCE"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels attacked a rival group of men who fought on after it laid down arms in 2017.", "fought"),
        ("Two former rebels, who had disarmed under the 2016 accord, were killed in Selen.", "disarmed"),
    ],
)
def test_who_they_are_by_what_was_long_ago(text, trigger):
    assert told(text, trigger).status == "historical"


def test_a_border_is_where_a_region_borders():
    text = "Rebels killed nine soldiers in a region bordering Mali on Monday."
    assert not any(p.name == "Mali" for p in told(text, "killed").event.places)
