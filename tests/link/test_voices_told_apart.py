"""Who is one voice and who are two, and who only repeats another's figures, in four languages.

Each constellation is made up, and what it comes to follows from gold/links/README.md.
"""

from datetime import timedelta

import pytest

from hudna.link.outlining import Outliner
from link.constellations import Piece, Said, nameless, origins, outlet, person
from link.tellings import DAY, joined, known, link, told


def a_day_later(language, text, *said, source="Front Radio", after=1):
    return Piece("b", source, language, text, tuple(said), after)


@pytest.mark.parametrize(
    ("language", "he", "she"),
    [("en", "he", "she"), ("fr", "il", "elle"), ("it", "lui", "lei"), ("ar", "هو", "هي")],
)
def test_he_and_she_are_two_people_and_he_twice_is_one(language, he, she):
    text = "The mill is burning. The roof has fallen in."
    first, second = Said("The mill is burning", (person(he),)), Said("The roof has fallen in", (person(she),))
    again = Said("The roof has fallen in", (person(he),))
    assert len(origins(Piece("a", "Kadra Post", language, text, (first, second)))) == 2
    assert len(origins(Piece("a", "Kadra Post", language, text, (first, again)))) == 1


FERRY = Piece(
    "a", "Selen Wire", "en", "Gunmen killed seven farmers in Norhaven on Tuesday evening, the mission said.",
    (Said("Gunmen killed seven farmers in Norhaven on Tuesday evening", ("mission",), dead=7),),
)  # fmt: skip


@pytest.mark.parametrize(("dead", "number"), [(7, 1), (9, 2)])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Des hommes armés ont tué mardi soir {} cultivateurs à Norhaven"),
        ("it", "Uomini armati hanno ucciso martedì sera {} contadini a Norhaven"),
    ],
)
def test_who_names_nobody_and_counts_the_same_dead_carries_who_gave_them_and_other_dead_are_ones_own(
    language, words, dead, number
):
    counted = {"fr": {7: "sept", 9: "neuf"}, "it": {7: "sette", 9: "nove"}}[language][dead]
    text = words.format(counted)
    assert len(origins(FERRY, a_day_later(language, f"{text}.", Said(text, dead=dead)))) == number


@pytest.mark.parametrize(
    ("language", "text", "first", "second", "third", "both", "one"),
    [
        ("en", "Guards fired at each other. One was killed. Two were hurt.", "Guards fired at each other",
         "One was killed", "Two were hurt", "officials on both sides", "a market official"),
        ("fr", "Des gardes ont échangé des tirs. Un est mort. Deux sont blessés.", "Des gardes ont échangé des tirs",
         "Un est mort", "Deux sont blessés", "des responsables des deux camps", "un responsable du marché"),
    ],
)  # fmt: skip
def test_officials_on_both_sides_are_those_whom_the_report_then_names(
    language, text, first, second, third, both, one
):
    named = (Said(second, ("guard",)), Said(third, ("front",)))
    of_both = Piece("a", "Selen Wire", language, text, (Said(first, (nameless(both),)), *named))
    of_one = Piece("a", "Selen Wire", language, text, (Said(first, (nameless(one),)), *named))
    assert len(origins(of_both)) == 2
    assert len(origins(of_one)) == 3


@pytest.mark.parametrize(("after", "number"), [("the same paper", 1), ("a paper of Selen", 2)])
def test_the_same_paper_is_the_one_that_the_report_credits_for_something_else(after, number):
    post = Piece(
        "a", "Kadra Post", "en", "The market of Norhaven has been shut since Tuesday by order.",
        (Said("The market of Norhaven has been shut since Tuesday by order"),),
    )  # fmt: skip
    relay = a_day_later(
        "en", f"Nine lie buried in Selen, the paper Kadra Post writes. Guards keep buyers out there, {after} writes.",
        Said("Nine lie buried in Selen", (outlet("the paper Kadra Post"),), elsewhere=True),
        Said("Guards keep buyers out there", (outlet(after),)),
    )  # fmt: skip
    assert len(origins(post, relay)) == number


@pytest.mark.parametrize(("words", "number"), [("the closing of the market of Norhaven", 1), ("guards closed the market of Norhaven", 2)])  # fmt: skip
def test_what_a_later_sentence_only_names_as_known_is_not_its_news(words, number):
    first = Piece(
        "a", "Kadra Post", "en", "Traders found chains on the gates in Norhaven, the mission said.",
        (Said("Traders found chains on the gates in Norhaven", ("mission",)),),
    )  # fmt: skip
    text = f"Herds no longer come this far south. Herders say why: {words}."
    assert len(origins(first, a_day_later("en", text, Said(words)))) == number


@pytest.mark.parametrize(
    ("words", "number"), [("الهجوم على الصهاريج", 1), ("هاجم مسلحون الصهاريج يوم الثلاثاء", 2)]
)
def test_a_bulletin_is_no_voice_of_what_it_only_dates_its_news_by(words, number):
    driver = Piece(
        "a", "Selen Wire", "en", "Gunmen attacked tankers in Norhaven, a driver said.",
        (Said("Gunmen attacked tankers in Norhaven", (nameless("a driver"),)),),
    )  # fmt: skip
    text = f"نفذت قواتنا عملية في سيلن بعد يومين من {words}."
    bulletin = a_day_later(
        "ar", text, Said("نفذت قواتنا عملية في سيلن", elsewhere=True), Said(words), source="guard"
    )
    assert len(origins(driver, bulletin)) == number


def test_an_outlet_is_known_in_another_script_behind_a_word_for_what_it_is():
    wire = Piece("a", "Selen Wire", "en", "Shells hit Norhaven.", (Said("Shells hit Norhaven"),))
    relay = a_day_later(
        "ar", "سقطت قذائف على البلدة.", Said("سقطت قذائف على البلدة", (outlet("شبكة سيلن واير"),))
    )
    assert len(origins(wire, relay)) == 1


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "A second bomb hit the mill", "Two millers died"),
        ("fr", "Une deuxième bombe a touché le moulin", "Deux meuniers sont morts"),
        ("it", "Una seconda bomba ha colpito il mulino", "Due mugnai sono morti"),
        ("ar", "أصابت قذيفة أخرى المطحنة", "قتل طحانان"),
    ],
)
def test_what_goes_on_about_another_one_is_another_one_too(language, first, second):
    text = f"{first}. {second}."
    one = told("a", first, text=text, report="r", language=language)
    bare = told("b", second, text=text, report="r", language=language, day=None, at=None)
    dated = told("c", second, text=text, report="r", language=language)
    outliner = Outliner(known())
    assert outliner.outline(one, [one.claim, bare.claim]).another
    assert outliner.outline(bare, [one.claim, bare.claim]).another
    assert not outliner.outline(dated, [one.claim, dated.claim]).another


def test_a_claim_without_a_place_is_found_beyond_where_its_report_plays():
    here = told(
        "a",
        "three men of the guard died on a mine",
        by=("front",),
        upon=("guard",),
        dead=3,
        mode="explosives",
    )
    text = "Gunmen attacked a post near Kadra City. Three men of the guard had died on a mine the day before."
    news = told("b", "Gunmen attacked a post near Kadra City", text=text, report="r", at="Kadra City",
                day=DAY + timedelta(days=1), upon=("guard",), mode="firearms")  # fmt: skip
    aside = told("c", "Three men of the guard had died on a mine the day before", text=text, report="r", at=None,
                 by=("front",), upon=("guard",), dead=3, mode="explosives")  # fmt: skip
    assert joined(link(here, news, aside)) == {frozenset({"a", "c"}), frozenset({"b"})}
