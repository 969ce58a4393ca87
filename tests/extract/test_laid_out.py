"""Reports as they are laid out and worded: tables, flashes, guises, logs, interviews, background beside news."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim
from hudna.model.coded import Coded
from hudna.model.report import Report
from hudna.pipeline import code_reports


@cache
def report(text: str) -> Coded:
    """An English report of a day in March, coded."""
    (found,) = code_reports(
        [Report(id="l-1", text=text, published=date(2026, 3, 6), source="Wire", language="en")]
    )
    return found


def event(text: str, trigger: str) -> Claim:
    """The one event with this word."""
    (found,) = [c for c in report(text).claims if c.event is not None and c.event.trigger.text == trigger]
    return found


def actors(text: str, trigger: str) -> list[str]:
    return [a.text for a in event(text, trigger).event.actors]


def places(text: str, trigger: str) -> list[str]:
    return [p.text for p in event(text, trigger).event.places]


TABLE = """Incidents of the week

Date | Location | Incident | Casualties
2 March | Gao | Jihadist fighters ambush the Malian army | 4 soldiers killed
3 March | Kidal | Malian jets bomb a residential area | 9 civilians killed, 12 injured
"""


def test_a_row_of_a_table_tells_by_itself():
    assert places(TABLE, "bomb") == ["Kidal"]
    assert event(TABLE, "bomb").event.occurred.earliest == date(2026, 3, 3)
    dead = [c for c in report(TABLE).claims if c.event is not None and c.event.trigger.text == "killed"]
    assert places(TABLE, "killed") == ["Gao"]
    assert all(not c.event.actors for c in dead)
    assert dead[0].event.fatalities.best == 4


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "Men dressed as soldiers stormed the market in Kidal and abducted ten traders.",
            "stormed",
            ["Men dressed as soldiers"],
        ),
        (
            "Goma (DR Congo) (Agence Lac) - Congolese troops shelled a village near Sake on Sunday.",
            "shelled",
            ["Congolese troops"],
        ),
        (
            "Since Monday army trucks have been heading north from Kobo in Ethiopia.",
            "heading",
            ["army trucks"],
        ),
        (
            "Troops left. Residents said gunmen loyal to Omar Bakri had seized a bridge in Zawiya.",
            "seized",
            ["gunmen loyal to Omar Bakri"],
        ),
        (
            "The army bombed Gao. A trader said the rebels had looted shops, set fire to the town hall and left.",
            "set",
            ["the rebels"],
        ),
    ],
)
def test_who_acts(text: str, trigger: str, who: list[str]):
    assert actors(text, trigger) == who


def test_a_flash_has_its_speaker():
    found = event("At least nine people killed in drone strike on market in El Obeid, medics say", "killed")
    assert [s.text for s in found.speakers] == ["medics"]
    assert [r.text for r in found.event.recipients] == ["At least nine people"]


def test_whoever_kills_is_none_of_the_dead():
    found = event("Two soldiers killed a shepherd near Kidal on Monday.", "killed")
    assert found.event.fatalities.best == 1


INTERVIEW = """INTERVIEW: "Nobody sleeps here"

Tesfay Haile runs a shop in Mekelle.

Horn Talk: Are troops moving?
Tesfay: Yes. Federal soldiers have dug trenches near Alamata.
"""


def test_a_name_that_opens_an_answer_tells_it():
    assert [s.text for s in event(INTERVIEW, "dug").speakers] == ["Tesfay Haile"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "The Armenian ministry rejected a report that Armenian units had fired at a post.",
            "fired",
            "denied",
        ),
        (
            "The group, which has fought the army since 2013, attacked a post in Diffa on Monday.",
            "fought",
            "historical",
        ),
        ("A bomb went off in Mogadishu. Al-Shabaab is usually behind such attacks.", "is", "state"),
        (
            "The army shelled Gao. The minister, who was due in London later on Friday, denied it.",
            "was",
            "planned",
        ),
    ],
)
def test_how_it_is_held(text: str, trigger: str, status: str):
    assert event(text, trigger).status.value == status


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("The Israeli army said it had bombed stores of the Iran-backed group.", "bombed", []),
        (
            "A peace accord was signed by the two presidents in Washington last week, but clashes have gone on.",
            "clashes",
            [],
        ),
    ],
)
def test_where_it_was_not(text: str, trigger: str, where: list[str]):
    found = [c for c in report(text).claims if c.event is not None and c.event.trigger.text == trigger]
    assert [[p.text for p in c.event.places] for c in found] in ([], [where])


@pytest.mark.parametrize(
    "text",
    [
        "The border commissions of Armenia and Azerbaijan agreed to hold their next meeting in Gabala in May.",
        "Two detainees held by the Misrata joint force since January were handed over near Abu Grein.",
    ],
)
def test_a_meeting_and_people_are_nobodys_ground(text: str):
    assert [c for c in report(text).claims if c.control is not None] == []


def test_peacekeepers_are_not_the_state_that_sent_them():
    text = "Rebels shelled Bor. Peacekeepers from India have stepped up patrols along the road to Pajut."
    assert {a.id for a in event(text, "stepped").event.actors} == {None}
