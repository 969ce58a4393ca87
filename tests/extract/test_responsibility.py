"""Claims of responsibility: told once, of the attack they claim, and where it was."""

import pytest

from extract.coding import claims, texts

FRONT = "The Norland Liberation Army"


def attacks(text):
    return [c for c in claims(text) if c.event.root.value == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FRONT} claimed responsibility for a drone attack on a base near Goma and vowed to go on.",
        f"{FRONT} claimed responsibility for the bombing of a bus in Goma.",
        f"{FRONT} claimed the raid on a barracks near Goma.",
    ],
)
def test_what_somebody_claims_is_told_once_and_as_his(text):
    (claim,) = [c for c in attacks(text) if c.counts]
    assert texts(claim.event.actors) == [FRONT]
    assert [p.name for p in claim.event.places] == ["Goma"]


@pytest.mark.parametrize(
    "between",
    [
        "The minister visited Bukavu, where a funeral was held.",
        "Talks went on in Bukavu. The weather was bad.",
        "Police in Bukavu arrested two men.",
    ],
)
def test_an_attack_is_claimed_where_it_was_told_to_be(between):
    text = f"A bomb killed five policemen in Goma on Monday. {between} {FRONT} claimed responsibility for the attack."
    (claim,) = [c for c in attacks(text) if texts(c.event.actors) == [FRONT]]
    assert [p.name for p in claim.event.places] == ["Goma"]


@pytest.mark.parametrize("words", ["both attacks", "the attacks", "the two raids"])
def test_of_several_attacks_nobody_knows_which_place_is_meant(words):
    text = f"Gunmen attacked a base in Goma. Others raided a post in Bukavu. {FRONT} claimed responsibility for {words}."
    (claim,) = [c for c in attacks(text) if texts(c.event.actors) == [FRONT]]
    assert claim.event.places == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{FRONT} claimed the bombing of a church in Goma that killed 22 people.",
        f"{FRONT} claimed the raid on a hospital near Goma that left nine dead.",
    ],
)
def test_a_building_did_not_kill(text):
    (claim,) = attacks(text)
    assert texts(claim.event.actors) == [FRONT]
    assert claim.event.fatalities.low in (22, 9)
