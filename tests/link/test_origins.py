"""What is one origin, in the words of gold/links/README.md: a voice, whoever carries it."""

from datetime import timedelta

import pytest

from link.tellings import DAY, link, nameless, only, outlet, told

SHELLS = "shells of the front fell on the town and killed three people"


def origins(*given):
    """The reports of each origin of the one incident, without the word report."""
    return [tuple(name.removeprefix("report-") for name in reports) for reports in only(link(*given)).origins]


def shelling(name, words=SHELLS, **fields):
    return told(name, words, **{"by": ("front",), "dead": 3, "mode": "heavy-weapons", **fields})


def in_report(name, words, text, **fields):
    return shelling(name, words, text=text, report="r", **fields)


def test_a_reporter_who_saw_it_is_a_voice_beside_those_whom_he_quotes():
    text = "Our reporter counted three bodies after the shells on Norhaven. Shells fell for an hour, the mission said."
    seen = in_report("a", "Our reporter counted three bodies after the shells on Norhaven", text)
    said = in_report("b", "Shells fell for an hour", text, said_by=("mission",))
    assert origins(seen, said) == [("r",), ("r",)]


def test_without_a_reporter_who_saw_it_the_outlets_own_sentences_go_with_whom_it_quotes():
    text = "Three bodies lay there after the shells on Norhaven. Shells fell for an hour, the mission said."
    own = in_report("a", "Three bodies lay there after the shells on Norhaven", text)
    said = in_report("b", "Shells fell for an hour", text, said_by=("mission",))
    assert origins(own, said) == [("r",)]


@pytest.mark.parametrize(("second", "number"), [("a woman", 1), ("his grandson", 1), ("a nurse", 2)])
def test_people_of_the_place_to_one_outlet_are_one_voice_and_another_kind_is_another(second, number):
    text = "Shells fell on Norhaven, residents said. Three people died in the shelling, another said."
    first = in_report("a", "Shells fell on Norhaven", text, said_by=(nameless("residents"),))
    other = in_report("b", "Three people died in the shelling", text, said_by=(nameless(second),))
    assert len(origins(first, other)) == number


def test_residents_are_one_voice_for_each_outlet_that_heard_them():
    one = shelling("a", said_by=(nameless("residents"),))
    again = shelling(
        "b", "the front's guns hit Norhaven", said_by=(nameless("residents"),), source="Marsh Herald"
    )
    other = shelling(
        "c", "guns were heard in the town", said_by=(nameless("residents"),), source="Selen Wire"
    )
    assert origins(one, again, other) == [("a", "b"), ("c",)]


@pytest.mark.parametrize("words", ["a youth leader", "two militia members", "officials"])
def test_who_is_told_of_by_an_indefinite_word_is_nameless_though_a_coder_takes_it_for_a_name(words):
    speaker = {"text": words, "kind": "official"}
    one = shelling("a", said_by=(speaker,))
    other = shelling("b", "guns were heard in the town", said_by=(speaker,), source="Selen Wire")
    assert len(origins(one, other)) == 2


def test_a_body_without_a_listed_name_is_one_voice_in_two_outlets():
    speaker = {"text": "the harbour office", "kind": "organisation"}
    one = shelling("a", said_by=(speaker,))
    other = shelling("b", "guns were heard in the town", said_by=(speaker,), source="Selen Wire")
    assert len(origins(one, other)) == 1


def test_somebody_heard_by_a_named_agency_is_not_whom_another_outlet_heard():
    first = f"{SHELLS}, and the port of Selen stayed open until dusk"
    one = shelling("a", text=first, said_by=(nameless("a catechist"),))
    text = "Norhaven had been quiet for a whole month. Shells of the front fell on this town, killing three people."
    words = "Shells of the front fell on this town, killing three people"
    told_alike = {"text": text, "source": "Front Radio"}
    agency = shelling("b", words, said_by=(nameless("a catechist"), outlet("Agency X")), **told_alike)
    assert len(origins(one, agency)) == 2
    uncredited = shelling("b", words, said_by=(nameless("a catechist"),), **told_alike)
    assert len(origins(one, uncredited)) == 1


def test_unnamed_media_are_no_agency():
    one = shelling("a", said_by=(nameless("witnesses"),))
    other = shelling("b", said_by=(nameless("witnesses"), outlet("local media")), source="Front Radio")
    assert origins(one, other) == [("a", "b")]


def test_who_credits_an_agency_for_one_thing_may_have_heard_another_himself():
    wire = shelling("a", said_by=(nameless("survivors"),), source="Selen Wire", published=DAY)
    text = "Guns killed three in Norhaven, writes Selen Wire. I counted five coffins, a teacher said."
    credited = in_report("b", "Guns killed three in Norhaven", text, said_by=(outlet("Selen Wire"),))
    heard = in_report("c", "I counted five coffins", text, said_by=(nameless("a teacher"),), dead=5)
    assert origins(wire, credited, heard) == [("a", "r"), ("r",)]


@pytest.mark.parametrize("named", ["وكالة سيلن واير", "سيلن واير"])
def test_an_outlet_is_known_by_its_name_in_another_script(named):
    wire = shelling("a", said_by=(nameless("residents"),), source="Selen Wire")
    relay = shelling("b", "سقطت قذائف على البلدة", language="ar", source="Front Radio",
                     said_by=(nameless("سكان"), {"text": named, "kind": "organisation"}))  # fmt: skip
    assert origins(wire, relay) == [("a", "b")]


def test_an_outlet_is_known_by_its_name_behind_an_article():
    wire = shelling("a", said_by=("mission",), source="Selen Wire")
    relay = shelling("b", "des obus ont tué trois habitants", language="fr", source="Front Radio",
                     said_by=({"text": "le Selen Wire", "kind": "organisation"},))  # fmt: skip
    assert origins(wire, relay) == [("a", "b")]


def test_an_agency_that_is_credited_before_its_text_is_here_speaks_by_whom_the_text_names():
    credited = shelling("a", said_by=(outlet("Selen Wire"),))
    wire = shelling("b", "the front's guns killed three", said_by=("mission",), source="Selen Wire")
    assert origins(credited, wire) == [("a", "b")]


def test_what_an_agency_tells_days_later_is_not_what_was_credited_to_it():
    credited = shelling("a", said_by=(outlet("Selen Wire"),))
    wire = shelling("b", "the front's guns killed three", said_by=("mission",), source="Selen Wire",
                    published=DAY + timedelta(days=4))  # fmt: skip
    assert len(origins(credited, wire)) == 2


def test_a_mention_goes_with_the_one_whose_figure_it_repeats():
    mission = shelling("a", said_by=("mission",), dead=2)
    clinic = shelling("b", "guns killed three in the town", said_by=("clinic",))
    text = "The mill of Selen burnt down. Guns had killed three people in Norhaven."
    later = DAY + timedelta(days=3)
    aside = in_report(
        "c", "Guns had killed three people in Norhaven", text, source="Selen Wire", published=later
    )
    news = told("d", "The mill of Selen burnt down", text=text, report="r", source="Selen Wire", at="Selen",
                day=later, published=later, mode="destroy")  # fmt: skip
    found = next(one for one in link(mission, clinic, aside, news).incidents if "a" in one.claims)
    assert found.origins == (("report-a",), ("report-b", "r"))


def test_who_looks_back_first_does_not_open_an_origin_where_somebody_is_heard_later():
    text = "The mill of Selen burnt down. The shells of the front had killed three people in Norhaven."
    later = DAY + timedelta(days=4)
    aside = in_report("c", "The shells of the front had killed three people in Norhaven", text, source="Selen Wire",
                      published=later)  # fmt: skip
    news = told("d", "The mill of Selen burnt down", text=text, report="r", source="Selen Wire", at="Selen",
                day=later, published=later, mode="destroy")  # fmt: skip
    heard = shelling("e", said_by=("mission",), published=later + timedelta(days=1))
    found = next(one for one in link(aside, news, heard).incidents if "e" in one.claims)
    assert found.origins == (("report-e", "r"),)


@pytest.mark.parametrize(
    ("words", "number"),
    [("the shelling of the town on 4 March", 1), ("guns fired at the town on 4 March", 2)],
)
def test_a_bulletin_of_a_body_is_its_voice_but_not_of_what_it_only_names_as_known(words, number):
    first = shelling("a", said_by=("clinic",))
    later = DAY + timedelta(days=4)
    text = f"The mill of Selen burnt down. In Norhaven people still sleep outside after {words}."
    named = in_report("b", words, text, source="mission", published=later, dead=None)
    news = told("c", "The mill of Selen burnt down", text=text, report="r", source="mission", at="Selen",
                day=later, published=later, mode="destroy")  # fmt: skip
    found = next(one for one in link(first, named, news).incidents if "a" in one.claims)
    assert found.claims == ("a", "b")
    assert len(found.origins) == number
