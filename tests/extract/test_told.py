"""What is told enough though nobody acts."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

CONTEXT = " L'Esercito di liberazione di Kadra ha un suo giornale."


def told(text: str) -> set[tuple[str, str, str]]:
    (coded,) = code_reports([Report(id="r", text=text + CONTEXT, published="2031-03-12", language="it")])
    return {
        (c.event.root.value, c.event.trigger.text, c.status.value)
        for c in coded.claims
        if c.event is not None
    }


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Più di duecento i morti.", "morti"), ("Oltre mille vittime dal 13 febbraio.", "vittime")],
)
def test_a_toll_is_told_by_its_noun_alone(text, trigger):
    assert ("ASSAULT", trigger, "actual") in told(text)


def test_the_dead_without_a_number_are_not_told():
    assert told("Il paese ricorda i morti.") == set()


def test_what_is_denied_is_named():
    assert ("ASSAULT", "golpe", "denied") in told("Il comando delle forze di Kadra nega qualsiasi golpe.")


def english(text: str) -> set[str]:
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="en")])
    return {c.event.root.value for c in coded.claims if c.event is not None}


@pytest.mark.parametrize("whose", ["allied with Damascus", "backed by the army", "supported by Ankara"])
def test_words_that_say_which_fighters_are_no_support(whose):
    assert english(f"Fighters {whose} shelled the town on Monday.") == {"ASSAULT"}


def test_support_that_is_said_outright_is_told():
    assert "SUPPORT" in english("The rebels are backed by Ankara, the minister said on Monday.")


def italian(text: str, source: str | None = None):
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="it", source=source)])
    return [c for c in coded.claims if c.event is not None]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Un attacco di droni ucraini ha distrutto un deposito a Orna, dicono i soldati.", "ucraini"),
        ("Un lancio di razzi palestinesi ha ferito due soldati a Orna.", "palestinesi"),
        ("L'attacco con missili iraniani contro la base ha ferito due soldati.", "iraniani"),
    ],
)
def test_whose_the_weapons_are_acts(text, actor):
    [claim] = [c for c in italian(text) if c.event.root == "ASSAULT"]
    assert actor in claim.event.actors[0].text


def test_whose_weapons_are_attacked_does_not_act():
    [claim] = [
        c
        for c in italian("Un raid contro carri ucraini a Orna ha ucciso due soldati.")
        if c.event.root == "ASSAULT"
    ]
    assert all("ucraini" not in a.text for a in claim.event.actors)


def test_what_an_attack_did_is_no_second_event():
    text = "Un drone ha colpito la caserma di Orna provocando un vasto incendio, dicono i soldati."
    assert [c.event.root for c in italian(text)] == ["ASSAULT"]


def test_what_will_not_be_done_is_refused():
    assert "REJECT" in [
        c.event.root for c in italian("I ribelli non consegneranno le armi, ha detto il loro capo.")
    ]


def test_until_they_leave_refuses_nothing():
    text = "I soldati assediano la città finché i ribelli non lasceranno le armi."
    assert "REJECT" not in [c.event.root for c in italian(text)]


def test_we_left_out_in_a_communique_is_whoever_issues_it():
    text = (
        "COMUNICATO STAMPA\nIl Fronte di liberazione dell'Azawad informa che un drone dell'aviazione maliana ha bombardato un pozzo a Kidal. "
        "Condanniamo questo crimine."
    )
    [claim] = [c for c in italian(text, "Fronte di liberazione dell'Azawad") if c.event.root == "ACCUSE"]
    assert [a.text for a in claim.event.actors] == ["Il Fronte di liberazione dell'Azawad"]
