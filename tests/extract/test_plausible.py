"""Could these participants take part? Questions that keep metaphors out."""

import pytest

from extract.coding import claims, told
from extract.marks import wrong

IMPLAUSIBLE = {
    "a disease kills": "The virus killed three people in Bukavu.",
    "rain hits": "Rain hit the port of Bukavu.",
    "a proposal is attacked": "The army attacked the proposal.",
    "morale is hit": "Morale was hit in Bukavu.",
    "a company withdraws": "The company withdrew from Bukavu.",
    "a company deploys": "The company deployed 200 engineers in Bukavu.",
    "a bank rejects": "The bank rejected the plan.",
    "not to be named is no request": "Officials asked not to be named.",
    "a newspaper attacks": wrong(
        "an outlet may attack with arms where rebels are its object", "The newspaper attacked the rebels."
    ),
}


@pytest.mark.parametrize("text", IMPLAUSIBLE.values(), ids=IMPLAUSIBLE)
def test_what_nobody_could_do_is_not_told(text):
    assert claims(text) == []


PLAUSIBLE = {
    "an army and a village": ("The army attacked the village.", "attacked"),
    "a weapon and a port": ("Rockets hit the port of Bukavu.", "hit"),
    "a clinic in the passive": ("A clinic was shelled in Bukavu.", "shelled"),
    "a weapon and people": ("A bomb killed a policeman in Bukavu.", "killed"),
}


@pytest.mark.parametrize(("text", "trigger"), PLAUSIBLE.values(), ids=PLAUSIBLE)
def test_what_somebody_could_do_is_told(text, trigger):
    assert told(text, trigger).event.root == "ASSAULT"


def test_who_watches_threatens_nobody_with_force():
    warned = "warned that the mobilisation of forces towards Bukavu would violate the truce."
    roots = {c.event.root.value for c in claims(f"The United Nations Mission in South Sudan {warned}")}
    assert "THREATEN" not in roots
    assert told("The army warned that it would respond to any attack.", "warned").event.root == "THREATEN"


@pytest.mark.xfail(strict=True, reason="a capital at the beginning of the sentence makes a name of debris")
def test_debris_is_nobody():
    assert told("Debris killed three people in Bukavu.", "killed").event.actors == ()
