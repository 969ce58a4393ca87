"""Repairs of the same length: offsets never move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.reading import SentenceWords, load_sentence_words
from hudna.read.mend import dateline_end, mend

ENGLISH = load_sentence_words("en")

MENDED = {
    "curly quotation marks become straight": ("“We left,” he said.", '"We left," he said.'),
    "angled quotation marks become straight": ("«We left», he said.", '"We left", he said.'),
    "a curly apostrophe becomes straight": ("Kadra’s army left.", "Kadra's army left."),
    "a long dash becomes short": ("The town — quiet — waits.", "The town - quiet - waits."),
    "a blank that does not break becomes a blank": ("12\u00a0km", "12 km"),
    "a line end becomes a blank": ("The army\nleft.", "The army left."),
    "a dash without blanks becomes a comma": ("The general—the Lion—left.", "The general,the Lion,left."),
    "half a surrogate pair becomes the replacement character": ("Quiet \ud83d here.", "Quiet \ufffd here."),
    "capitals stuck to a small word become blanks": (
        "XKQDis what the army wants.",
        "    is what the army wants.",
    ),
    "a name in capitals stays": ("NATO is here.", "NATO is here."),
    "a name in capitals before a small word stays": ("UNHCR and NATO left.", "UNHCR and NATO left."),
    "a mark of direction between words becomes a blank": ("The \u200farmy\u200e left.", "The  army  left."),
    "a joiner inside a word stays": ("The ar\u200dmy left.", "The ar\u200dmy left."),
    "plain words stay": ("The army left.", "The army left."),
}

DATELINES = {
    "town, day and agency": ("SELEN, Aug 9 (Selen Press) - The army left.", "SELEN, Aug 9 (Selen Press) - "),
    "town and agency": ("Selen (SP) — The army left.", "Selen (SP) — "),
    "town and day": ("Selen, 3 May 2031 – The army left.", "Selen, 3 May 2031 – "),
    "town in capitals": ("SELEN — The army left.", "SELEN — "),
    "town of two words": ("PORT SELEN, March 3 (SP) - The army left.", "PORT SELEN, March 3 (SP) - "),
    "town and country": ("SELEN, Norland (SP) -- The army left.", "SELEN, Norland (SP) -- "),
}

WITHOUT_CAPITALS = {
    "town and agency": ("سيلين (سيلين برس) - انسحب الجيش.", "سيلين (سيلين برس) - "),
    "town, day and agency": (
        "بورت سيلين 3 مايو (سيلين برس) – انسحب الجيش.",
        "بورت سيلين 3 مايو (سيلين برس) – ",
    ),
    "a sentence": ("انسحب الجيش من سيلين.", ""),
    "a town with a dash alone may be anything": ("سيلين - انسحب الجيش.", ""),
}

NO_DATELINES = {
    "a sentence": "The army left Selen.",
    "a name before a colon": "Orsk: The army left.",
    "a compound": "Kadra - The army left.",
    "a sentence with a dash": "The army left Selen — the port, that is.",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), MENDED.values(), ids=MENDED)
def test_sentence_is_mended(text, expected):
    assert mend(text, ENGLISH, first=False) == expected


@pytest.mark.parametrize(("text", "dateline"), DATELINES.values(), ids=DATELINES)
def test_dateline_is_found_and_blanked(text, dateline):
    assert text[: dateline_end(text)] == dateline
    assert mend(text, ENGLISH, first=True) == " " * len(dateline) + "The army left."


@pytest.mark.parametrize("text", NO_DATELINES.values(), ids=NO_DATELINES)
def test_what_is_no_dateline_stays(text):
    assert dateline_end(text) == 0


@pytest.mark.parametrize(("text", "dateline"), WITHOUT_CAPITALS.values(), ids=WITHOUT_CAPITALS)
def test_a_dateline_without_capitals_needs_its_agency(text, dateline):
    assert text[: dateline_end(text)] == dateline


def test_a_dateline_is_looked_for_only_where_a_report_begins():
    text = "SELEN (SP) - The army left."
    assert mend(text, ENGLISH, first=False) == text


def test_a_language_without_small_words_mends_no_opening():
    assert mend("XKQDis what", SentenceWords(), first=False) == "XKQDis what"


@given(st.text(max_size=120), st.booleans())
def test_the_length_never_changes(text, first):
    assert len(mend(text, ENGLISH, first=first)) == len(text)


@given(st.sampled_from([*DATELINES.values()]), st.text(max_size=60))
def test_the_length_never_changes_after_a_dateline(dateline, rest):
    text = dateline[1] + rest
    assert len(mend(text, ENGLISH, first=True)) == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "Port Sudan (Agenzia Eco) - ",
        "Roma, 17 gen. (eco) - ",
        "Beirut, 3 mar - (Eco) - ",
        "(Eco) - Beirut, 3 mar. - ",
        "Niamey, le 30 janvier 2026 (ECO) - ",
    ],
)
def test_town_day_and_agency_in_any_order_are_a_dateline(line):
    assert dateline_end(f"{line}È stato rapito un uomo.") == len(line)


def test_a_name_and_what_is_said_of_it_behind_a_dash_are_no_dateline():
    assert dateline_end("Mazloum Abdi - Il comandante ha parlato.") == 0
