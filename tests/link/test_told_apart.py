"""A report that names two events as two keeps their incidents apart; agencies and whom they heard are one origin."""

import pytest

from hudna.knowledge.actor_packs import Outlet
from hudna.knowledge.affiliations import affiliations
from hudna.knowledge.linking import load_roots
from hudna.link.agreement import APART_IN_TEXT, MOST, agreement, clash, together
from hudna.link.outlining import Outliner
from link.tellings import known, link, nameless, only, outlet, told


def outlined(words, *, language="en", text=None, name="a", report=None, mode=None):
    """The outline of one claim."""
    given = told(name, words, language=language, text=text, report=report, mode=mode)
    return Outliner(known()).outline(given)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the same day a drone hit the depot"),
        ("fr", "le même jour, un drone a touché le dépôt"),
        ("it", "lo stesso giorno un drone ha colpito il deposito"),
        ("ar", "وفي اليوم نفسه أصابت مسيرة المخزن"),
    ],
)
def test_one_more_event_of_the_same_day_is_another_one(language, words):
    assert outlined(words, language=language).another
    assert not outlined(words.split(" ", 3)[3], language=language).another


def test_after_noon_in_arabic_is_the_afternoon_and_not_midday():
    assert outlined("سقطت قذيفة بعد الظهر", language="ar").day_part == "afternoon"
    assert outlined("سقطت قذيفة عند الظهر", language="ar").day_part == "midday"


def test_each_report_that_tells_two_events_apart_weighs_against_joining_them():
    pairs = []
    for number in range(3):
        first = f"a shell hit mill number {number}"
        second = f"the same day a shell hit depot number {number}"
        text = f"{first}. Then {second}."
        pairs.append(
            [outlined(words, text=text, name=words, report=f"r{number}") for words in (first, second)]
        )
    sides = [[agreement(pair[side], load_roots()) for pair in pairs] for side in (0, 1)]
    assert clash(sides[0][0], sides[1][0]) == APART_IN_TEXT
    assert clash(sides[0][0], sides[1][1]) == 0, "told in two reports"
    assert clash(together(sides[0]), together(sides[1])) == MOST


def test_an_agency_that_is_credited_and_somebody_it_heard_are_one_origin():
    heard = told("a", by=("front",), dead=2, said_by=(nameless("a catechist"), outlet("Selen Wire")))
    credited = told(
        "b",
        "the guns of the front hit Norhaven",
        by=("front",),
        dead=2,
        said_by=(outlet("Selen Wire"),),
        source="Front Radio",
    )
    assert only(link(heard, credited)).origins == (("report-a", "report-b"),)


def test_somebody_heard_by_another_outlet_is_an_origin_beside_the_agency():
    heard = told("a", by=("front",), dead=2, said_by=(nameless("a catechist"),))
    credited = told(
        "b",
        "the guns of the front hit Norhaven",
        by=("front",),
        dead=2,
        said_by=(outlet("Selen Wire"),),
        source="Front Radio",
    )
    assert len(only(link(heard, credited)).origins) == 2


def test_an_outlet_is_known_behind_an_article_that_lost_its_vowel():
    found = affiliations([], [Outlet(id="afp", name="AFP", country="FRA")], ())
    assert [getattr(found.outlet(name), "id", None) for name in ("l'AFP", "dell’AFP", "XAFP")] == [
        "afp",
        "afp",
        None,
    ]
