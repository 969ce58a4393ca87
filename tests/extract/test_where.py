"""Where an event is said to have happened: its own places, those lent by clauses around, those inherited."""

import pytest

from extract.coding import told
from extract.marks import wrong
from hudna.model.report import Report
from hudna.pipeline import code_reports

# sentence, event word, places with their roles
PLACES = {
    "where a truce that was broken was made": (
        "Rebels attacked a village near Goma in breach of the truce agreed in Nairobi.",
        "breach",
        [("Goma", "near")],
    ),
    "where what must be done was agreed on": (
        "Under the deal brokered in Nairobi, the army must withdraw its troops from Goma.",
        "withdraw",
        [("Goma", "from")],
    ),
    "where an agreement is made": (
        "The army and the rebels signed a ceasefire in Nairobi on Monday.",
        "signed",
        [("Nairobi", "at")],
    ),
    "how far it lies from somewhere": (
        "Rebels bombed positions in Goma, 60 kilometres to the north, on Monday.",
        "bombed",
        [("Goma", "at")],
    ),
    "a hotel called after a town far off": (
        "Rebels rammed a car bomb into the gate of the Cairo Hotel in Goma.",
        "rammed",
        [("Goma", "at")],
    ),
    "a street called after a town far off": (
        "Gunmen attacked a bus on Baghdad Street in Goma.",
        "attacked",
        [("Baghdad Street", "at"), ("Goma", "at")],
    ),
    "from which side": ("Rebels attacked Goma from the east.", "attacked", [("Goma", "at")]),
    "a state that is asked beside it": (
        "Rwanda condemned the raid and asked the United States to intervene.",
        "condemned",
        [],
    ),
    "the object of a verb": ("Rebels attacked Bukavu.", "attacked", [("Bukavu", "at")]),
    "two objects": ("Rebels attacked Goma and Bukavu.", "attacked", [("Goma", "at"), ("Bukavu", "at")]),
    "in": ("Rebels killed five people in Bukavu.", "killed", [("Bukavu", "at")]),
    "near, in the active": ("Rebels attacked a village near Bukavu.", "attacked", [("Bukavu", "near")]),
    "near, in the passive": (
        "A village was attacked near Bukavu by rebels.",
        "attacked",
        [("Bukavu", "near")],
    ),
    "for, after heading": ("Soldiers headed for Bukavu on Monday.", "headed", [("Bukavu", "toward")]),
    "out of": ("The army pulled its troops out of Goma.", "pulled", [("Goma", "from")]),
    "from and to": (
        "Rebels moved from Goma to Bukavu.",
        "moved",
        [("Goma", "from"), ("Bukavu", "to")],
    ),
    "from and to, withdrawing": (
        "Kadran troops withdrew from Bukavu to Goma on Monday.",
        "withdrew",
        [("Bukavu", "from"), ("Goma", "to")],
    ),
    "toward": (
        "Troops advanced from Goma toward Bukavu along the lake.",
        "advanced",
        [("Goma", "from"), ("Bukavu", "toward")],
    ),
    "for, after leaving": (
        "A convoy of rebels left Goma for Bukavu.",
        "left",
        [("Goma", "from"), ("Bukavu", "toward")],
    ),
    "a part of the land around a town": (
        "Government forces bombed rebel positions north of Goma.",
        "bombed",
        [("north of Goma", "at")],
    ),
    "a road": (
        "Rebels attacked a convoy on the road from Goma to Bukavu.",
        "attacked",
        [("the road from Goma to Bukavu", "at")],
    ),
    "of, after a nominal event": (
        "The shelling of Bukavu by rebels went on.",
        "shelling",
        [("Bukavu", "at")],
    ),
    "the opening of a sentence lends": (
        "In Bukavu, rebels attacked a convoy.",
        "attacked",
        [("Bukavu", "at")],
    ),
    "the antecedent of where lends": (
        "Rebels entered Bukavu, where they killed five people.",
        "killed",
        [("Bukavu", "at")],
    ),
    "the antecedent of where before an aside": wrong(
        "an apposition between the town and 'where' cuts them apart",
        "Rebels entered Bukavu, a town of traders, where they killed five people.",
        "killed",
        [("Bukavu", "at")],
    ),
    "a second verb lends to the first": (
        "Rebels fought in the hills and killed five people in Bukavu.",
        "fought",
        [("Bukavu", "at")],
    ),
    "a town under siege": (
        "The town of Bukavu has been under siege by rebels for weeks.",
        "siege",
        [("Bukavu", "at")],
    ),
    "a town under siege by nobody in particular": wrong(
        "a siege without besiegers is not told",
        "Bukavu has been under siege for weeks.",
        "siege",
        [("Bukavu", "at")],
    ),
    "where rebels are is where they shell": (
        "Rebels in Bukavu shelled a market.",
        "shelled",
        [("Bukavu", "at")],
    ),
    "where it is said is not where it happened": (
        "The governor in Goma said rebels had attacked Bukavu.",
        "attacked",
        [("Bukavu", "at")],
    ),
    "a town that speaks for a government is not": (
        "Tripoli said rebels attacked a convoy.",
        "attacked",
        [],
    ),
    "a town in the name of a brigade is not": (
        "The Tripoli Brigade attacked a convoy.",
        "attacked",
        [],
    ),
    "a town said in several words is kept whole": (
        "Israeli soldiers shot dead a policeman and a boy in the West Bank town of Tulkarm and eight people were wounded.",
        "shot",
        [("West Bank", "at"), ("Tulkarm", "at")],
    ),
    "two towns that follow each other are not one": (
        "Rebels shelled Goma and a hospital in Bukavu.",
        "shelled",
        [("Goma", "at"), ("Bukavu", "at")],
    ),
    "what a protest is against is not where it is": (
        "Thousands rallied in Bukavu against the war in Iraq.",
        "rallied",
        [("Bukavu", "at")],
    ),
    "whose patrol it was is not where it was": (
        "A roadside bomb exploded near a U.S. patrol in Mosul.",
        "exploded",
        [("Mosul", "near")],
    ),
    "what went on just then lends": (
        "Gunmen killed the doctor as he left a mosque in Bukavu.",
        "killed",
        [("Bukavu", "at")],
    ),
    "what happened afterwards does not": (
        "Gunmen killed the doctor before his family fled to Bukavu.",
        "killed",
        [],
    ),
    "of two events each has its own": (
        "Rebels who attacked Bukavu on Monday seized a police station in Goma on Tuesday.",
        "seized",
        [("Goma", "at")],
    ),
}


@pytest.mark.parametrize(("text", "trigger", "places"), PLACES.values(), ids=PLACES)
def test_places(text, trigger, places):
    assert [(p.text, p.role) for p in told(text, trigger).event.places] == places


def test_a_place_is_known_by_country_and_precision():
    [place] = told("Rebels killed five people in Bukavu.", "killed").event.places
    assert (place.country, place.precision) == ("COD", "town")
    assert (round(place.lat), round(place.lon)) == (-2, 29)


INHERITED = {
    "the next sentence inherits": (
        "Rebels attacked Bukavu on Monday. Four soldiers were shot dead.",
        "shot",
        ["Bukavu"],
    ),
    "a sentence with a place of its own does not": (
        "Rebels attacked Bukavu on Monday. Four soldiers were shot dead in Goma.",
        "shot",
        ["Goma"],
    ),
    "a meeting does not": (
        "Rebels attacked Bukavu on Monday. The general met the envoy.",
        "met",
        [],
    ),
    "what did not happen does not": (
        "Rebels attacked Bukavu on Monday. Rebels may kill four soldiers.",
        "kill",
        [],
    ),
    "three sentences later, where the report names one place": (
        "Rebels attacked Bukavu on Monday. It rained. It rained. Four soldiers were shot dead.",
        "shot",
        ["Bukavu"],
    ),
    "three sentences later, where it names places far apart": (
        "Rebels attacked Bukavu on Monday. It rained in Kisangani. It rained. Four soldiers were shot dead.",
        "shot",
        [],
    ),
    "a place that no event of the report has": (
        "Bukavu was quiet until Monday. Then gunmen shot dead four soldiers.",
        "shot",
        ["Bukavu"],
    ),
    "a country in its own sentence says nothing against it": (
        "Rebels attacked Bukavu on Monday. Four villagers were shot dead, DR Congo said.",
        "shot",
        ["Bukavu"],
    ),
}


@pytest.mark.parametrize(("text", "trigger", "places"), INHERITED.values(), ids=INHERITED)
def test_inherited_places(text, trigger, places):
    assert [p.text for p in told(text, trigger).event.places] == places


def test_an_inherited_place_has_half_the_confidence():
    text = "Rebels attacked Bukavu on Monday. Four soldiers were shot dead."
    [own], [lent] = (told(text, word).event.places for word in ("attacked", "shot"))
    assert lent.confidence == round(own.confidence / 2, 2)
    assert (lent.id, lent.start) == (own.id, own.start)


@pytest.mark.parametrize("near", ["nei pressi di", "alle porte di", "vicino a"])
def test_a_place_that_holds_its_preposition_is_where_it_happened(near):
    text = f"I soldati hanno ucciso un pastore {near} Goma, dicono i ribelli."
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="it")])
    places = [p.name for c in coded.claims if c.event is not None for p in c.event.places]
    assert places == ["Goma"]


def test_what_a_blast_shook_is_where_it_happened():
    text = "Due esplosioni hanno scosso ieri sera Goma: feriti due soldati dai ribelli."
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="it")])
    places = {
        p.name
        for c in coded.claims
        if c.event is not None and "splosion" in c.event.trigger.text
        for p in c.event.places
    }
    assert places == {"Goma"}
