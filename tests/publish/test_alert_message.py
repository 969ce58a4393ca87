"""A message is known by its key, says the same in each language, and belongs to a chain."""

import pytest

from hudna.publish.alert_feed import Entry, alert_feed
from hudna.publish.alert_message import chain_of, message_key
from hudna.publish.alert_text import text
from publish import alerts as a
from warn import kadra as k


def test_the_key_is_the_same_however_often_and_with_whatever_reasons_it_is_queued():
    held = a.alert(state="held", because=(), as_of=k.ago(-3))
    assert message_key(a.alert(), "desk") == message_key(held, "desk")


@pytest.mark.parametrize("fields", [{"id": "a-2"}, {"state": "stood_down"}, {"released_by": "desk"}])
def test_another_level_an_end_or_a_release_is_another_message(fields):
    assert message_key(a.alert(), "desk") != message_key(a.alert(**fields), "desk")
    assert message_key(a.alert(), "desk") != message_key(a.alert(), "mail")


def test_levels_of_one_area_are_one_chain_and_a_new_beginning_is_another():
    assert chain_of(a.alert()) == chain_of(a.alert(id="a-2", level="high"))
    assert chain_of(a.alert()) != chain_of(a.alert(began=k.ago(-90)))


def test_both_languages_stand_in_the_text():
    message = a.message()
    assert message.title.count(" / ") == 1
    assert "Because:" in message.text
    assert "الأسباب:" in message.text
    assert "Nothing in it is verified" in message.text


def test_the_arabic_text_has_no_english_sentence_but_names_that_nobody_translated():
    arabic = text(a.alert(), k.said("ar"))
    assert "told of" not in arabic
    assert "the Front" in arabic


def test_a_long_list_is_cut_and_counted():
    many = a.alert().because * 30
    assert "+22" in text(a.alert(because=many), k.said("en"))


def test_a_feed_names_its_messages_newest_first():
    entries = [
        Entry("a-2", "second", "Update, Exercise", "2031-03-11T00:00:00Z", "a-2.xml"),
        Entry("a-1", a.HOSTILE, "", "2031-03-10T00:00:00Z", "a-1.xml"),
    ]
    from lxml import etree

    root = etree.fromstring(alert_feed(entries, name="desk", updated="2031-03-11T00:00:00Z"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert [one.findtext(f"{atom}id") for one in root.iter(f"{atom}entry")] == [
        "urn:hudna:cap:a-2",
        "urn:hudna:cap:a-1",
    ]
    assert [one.get("href") for one in root.iter(f"{atom}link")] == ["a-2.xml", "a-1.xml"]
    assert "<script>" in root.findall(f"{atom}entry")[1].findtext(f"{atom}title")
