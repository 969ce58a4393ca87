"""Search finds the same in Arabic and English, on SQLite and PostgreSQL, the newest first."""

from datetime import date

import pytest

from hudna.knowledge.search_words import stem, tokens
from hudna.serve.answers.search import terms_of
from hudna.serve.schemas.views import FoundOut
from hudna.store import open_store
from hudna.store.fulltext import Term, newest_with
from serve.kadra import add, coded

API = "/api/v1"


def found(desk, words):
    return FoundOut.model_validate(desk.get(f"{API}/search", params={"q": words}).json())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shelled", "shelling"), ("Shelling", "shells"), ("moved", "moving"), ("cities", "city"), ("اشتباكات", "والاشتباك"), ("إطلاق", "اطلاق"),
        ("خَرْقُ", "خرق"), ("الهدنة", "هدنه"), ("Kadrá", "kadra"), ("الجبهة", "بالجبهة"),
    ],
)  # fmt: skip
def test_forms_of_one_word_are_one_token(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("shell", "shelter"), ("lna", "gna"), ("خرق", "حرق"), ("press", "pressure")]
)
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_a_text_is_its_words_in_their_order():
    assert tokens("The shelling of Sudbury, again.") == ["the", "shel", "of", "sudbury", "again"]


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("shelled Norhaven", [Term(("shel",)), Term(("norhaven",))]), ('"military sources"', [Term(("military", "sourc"))]),
        ("nor*", [Term(("nor",), begins=True)]), ('" OR x:', [Term(("or",)), Term(("x",))]), ("* \" ' ) (", []), ("والاشت*", [Term(("اشت",), begins=True)]),
    ],
)  # fmt: skip
def test_a_question_is_words_phrases_and_beginnings(asked, terms):
    assert terms_of(asked) == terms


def test_the_newest_come_first_with_their_words_marked(desk):
    page = found(desk, "shelling")
    assert {one.report.id for one in page.results} == {"kadra-1", "kadra-2"}
    for one in page.results:
        assert {one.text[start:end] for start, end in one.marks} == {"shelled"}


@pytest.mark.parametrize("words", ["اشتباك", "الاشتباكات", "قَصَفَت", "سدبري", "إن قوات"])
def test_arabic_is_found_whatever_its_spelling(desk, words):
    assert "kadra-6" in {one.report.id for one in found(desk, words).results}


def test_names_find_claims_in_another_script(desk):
    assert "kadra-6" in {one.report.id for one in found(desk, "sudbury").results if one.kind == "claim"}


def test_a_phrase_is_narrower_than_its_words(desk):
    assert found(desk, '"sources military"').results == []
    assert found(desk, "sources military").results


def test_pages_of_hits_lead_forward_and_back(desk):
    every = [one.id for one in found(desk, "military").results]
    seen, address = [], f"{API}/search?q=military&limit=4"
    while address:
        last = desk.get(address).json()
        seen += [one["id"] for one in last["results"]]
        address = last["next"]
    assert seen == every
    before = desk.get(last["previous"]).json()
    assert [one["id"] for one in before["results"]] == every[
        -len(last["results"]) - 4 : -len(last["results"])
    ]


def test_an_earlier_day_finds_only_what_was_published(desk):
    early = desk.get(f"{API}/search?q=military&as_of=2021-03-01").json()["results"]
    assert {one["report"]["id"] for one in early} == {"kadra-1", "kadra-2", "kadra-3"}


@pytest.mark.parametrize(
    "words", ['"', "*", "' OR 1=1 --", "NEAR(a b)", "words:x", "a" * 200, "^x", "-x", "x AND", "\u0000x"]
)
def test_no_question_breaks_the_search(desk, words):
    assert desk.get(f"{API}/search", params={"q": words}).status_code in {200, 422}


def test_a_report_that_is_coded_anew_is_found_once(store):
    opened = open_store(store)
    add(opened, [])
    opened.add(coded(1, date(2021, 3, 1), "shelled"), coder="newer", run="r")
    add(opened, [])
    with opened.connection() as connection:
        rows = newest_with(connection, terms_of("norhaven shelled"), below=1 << 62, above=-1, limit=50)
    opened.close()
    assert len(rows) == 4  # two claims and their two reports


def test_both_databases_are_asked_for_the_same(postgres, filled):
    """The same reports on a server give the same hits in the same order."""
    from serve.kadra import week

    server = open_store(postgres, create=True)
    add(server, week())
    here = open_store(filled)
    for words in ("shelling", "اشتباك", '"military sources"', "sud*", "kadra norhaven"):
        hits = []
        for opened in (here, server):
            with opened.connection() as connection:
                hits.append(newest_with(connection, terms_of(words), below=1 << 62, above=-1, limit=50))
        assert [one >> 40 for one in hits[0]] == [one >> 40 for one in hits[1]]
        assert hits[0]
    here.close()
    server.close()
