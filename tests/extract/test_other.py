"""Claims that are no events: who holds what, what a move is for, what a force is made of."""

from datetime import date

import pytest

from extract.coding import claims, texts, told
from extract.marks import wrong

# sentence, (holder, area, status) of each claim
CONTROL = {
    "controls": ("The rebels control Bukavu.", [("The rebels", "Bukavu", "controlled")]),
    "two that hold": (
        "The rebels hold Goma and the army holds Bukavu.",
        [("The rebels", "Goma", "controlled"), ("the army", "Bukavu", "controlled")],
    ),
    "lost": ("The army lost control of Bukavu.", [("The army", "Bukavu", "none")]),
    "announced": ("The army announced full control of Bukavu.", [("The army", "Bukavu", "controlled")]),
    "retains": ("The rebels retain control of Bukavu.", [("The rebels", "Bukavu", "controlled")]),
    "in the hands of": (
        "Bukavu remains in the hands of the rebels.",
        [("the rebels", "Bukavu", "controlled")],
    ),
    "under the control of": wrong(
        "told twice, by the verb and by the noun",
        "Bukavu is under the control of the rebels.",
        [("the rebels", "Bukavu", "controlled")],
    ),
    "under the control of, without a verb": (
        "Bukavu, a town under the control of the rebels, was calm.",
        [("the rebels", "Bukavu", "controlled")],
    ),
    "under rebel control": wrong(
        "a small adjective gives no holder",
        "Bukavu is under rebel control.",
        [("rebel", "Bukavu", "controlled")],
    ),
    "held by": ("Bukavu, held by the rebels, was calm.", [("the rebels", "Bukavu", "controlled")]),
    "rebel-held": wrong(
        "'-held' and the like are not read as control",
        "Rebel-held Bukavu was calm.",
        [("Rebel", "Bukavu", "controlled")],
    ),
    "a stronghold of": wrong(
        "a stronghold as what something is, not where, is not read",
        "Bukavu is a stronghold of the rebels.",
        [("the rebels", "Bukavu", "controlled")],
    ),
    "nominally": ("The government nominally controls Bukavu.", [("The government", "Bukavu", "nominal")]),
    "partly": ("The rebels partly control Bukavu.", [("The rebels", "Bukavu", "contested")]),
    "contested": (
        "Bukavu is contested between the army and the rebels.",
        [(None, "Bukavu", "contested")],
    ),
    "does not control": ("The army does not control Bukavu.", [("The army", "Bukavu", "none")]),
    "no longer controls": wrong(
        "'no longer' is a noun phrase to the parser",
        "The rebels no longer control Bukavu.",
        [("The rebels", "Bukavu", "none")],
    ),
    "a road": ("The army controls the road to Bukavu.", [("The army", "the road to Bukavu", "controlled")]),
    "the situation is no place": ("The army controls the situation.", []),
}


@pytest.mark.parametrize(("text", "expected"), CONTROL.values(), ids=CONTROL)
def test_control(text, expected):
    found = [c.control for c in claims(text, "control")]
    assert [
        (
            c.holder.text if c.holder is not None else None,
            c.area.text if c.area is not None else None,
            c.status,
        )
        for c in found
    ] == expected


def test_control_is_a_state_as_of_a_day():
    [claim] = claims("The rebels control Bukavu.", "control")
    assert (claim.status, claim.counts, claim.speech_act) == ("state", False, "state")
    assert (claim.control.as_of, claim.control.basis) == (date(2031, 3, 12), "published")


def test_control_has_its_own_day_where_told():
    [claim] = claims("On Monday, the rebels controlled Bukavu.", "control")
    assert (claim.control.as_of, claim.control.basis) == (date(2031, 3, 10), "relative")


def test_control_has_its_speakers():
    [claim] = claims("The governor said the rebels control Bukavu.", "control")
    assert texts(claim.speakers) == ["The governor"]


# sentence, words, kind, by whom, status, speech act
PURPOSES = {
    "an infinitive": (
        "Troops moved to Goma to protect civilians.",
        "to protect civilians",
        "defence",
        "Troops",
        "planned",
        "report",
    ),
    "an attack that is to come": (
        "Troops moved to Goma to attack the rebels.",
        "to attack the rebels",
        "offensive",
        "Troops",
        "planned",
        "report",
    ),
    "a mission": (
        "The army deployed troops in Goma for a border security mission.",
        "for a border security mission",
        "border-security",
        "The army",
        "planned",
        "report",
    ),
    "a purpose of no kind": (
        "Rebels attacked the prison in Bukavu to free prisoners.",
        "to free prisoners",
        None,
        "Rebels",
        "planned",
        "report",
    ),
    "aimed at": wrong(
        "where 'aimed at' hangs from the town, the purpose is lost",
        "The army sent units to Goma aimed at repelling any attack.",
        "aimed at repelling any attack",
        "defence",
        "The army",
        "planned",
        "report",
    ),
    "as part of a plan": wrong(
        "'as part of' is taken for a prelude that others impute, and its words are cut",
        "The army sent a column to Goma as part of a plan to secure the border.",
        "as part of a plan to secure the border",
        "border-security",
        "The army",
        "planned",
        "report",
    ),
    "the aim is": (
        "The aim of the deployment is to secure the border.",
        "to secure the border",
        "border-security",
        None,
        "planned",
        "report",
    ),
    "the goal is": (
        "The operation's goal is to retake Goma.",
        "to retake Goma",
        "offensive",
        None,
        "planned",
        "report",
    ),
    "a reassurance": (
        "The army said the move was not directed at anyone.",
        "not directed at anyone",
        "no-hostile-intent",
        None,
        "declared",
        "reassure",
    ),
    "a prelude": (
        "Some see the deployment as a prelude to an offensive on Goma.",
        "a prelude to an offensive on Goma",
        "offensive",
        None,
        "hypothetical",
        "assess",
    ),
}


@pytest.mark.parametrize(("text", "words", "kind", "by", "status", "act"), PURPOSES.values(), ids=PURPOSES)
def test_purpose(text, words, kind, by, status, act):
    [claim] = claims(text, "purpose")
    purpose = claim.purpose
    assert (purpose.text, purpose.purpose_kind) == (words, kind)
    assert (purpose.by.text if purpose.by is not None else None) == by
    assert (claim.status, claim.speech_act, claim.counts) == (status, act, False)


def test_a_purpose_names_the_claim_it_explains():
    text = "Troops moved to Goma to protect civilians."
    [purpose] = claims(text, "purpose")
    assert purpose.purpose.of == told(text, "moved").id


def test_a_stated_aim_explains_the_latest_movement():
    text = "Troops moved to Goma. The aim of the deployment is to secure the border."
    [purpose] = claims(text, "purpose")
    assert purpose.purpose.of == told(text, "moved").id


def test_what_a_move_is_for_is_no_event_of_its_own():
    text = "Troops moved to Goma to attack the rebels."
    assert [c.event.trigger.text for c in claims(text)] == ["moved"]


def test_who_imputes_a_purpose_speaks():
    [claim] = claims("Some see the deployment as a prelude to an offensive on Goma.", "purpose")
    assert texts(claim.speakers) == ["Some"]


# sentence, the whole, the parts, the share
COMPOSITION = {
    "made up of": (
        "Most of the contingent is made up of Kadran mercenaries.",
        "Most of the contingent",
        ["Kadran mercenaries"],
        "Most",
    ),
    "consists of": (
        "The column consists of fighters of the Kadra Liberation Front.",
        "The column",
        ["fighters of the Kadra Liberation Front"],
        None,
    ),
    "composed of": (
        "The force is composed of soldiers from Norland.",
        "The force",
        ["soldiers from Norland"],
        None,
    ),
}


@pytest.mark.parametrize(("text", "whole", "parts", "share"), COMPOSITION.values(), ids=COMPOSITION)
def test_composition(text, whole, parts, share):
    [claim] = claims(text, "composition")
    composition = claim.composition
    assert (composition.of.text, texts(composition.made_of), composition.share) == (whole, parts, share)


def test_an_estate_is_no_force():
    assert claims("The estate consists of fields and houses.", "composition") == []
