"""Every reason can be said in every language, with names and days as people write them."""

import re

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.alert_words import alert_languages, load_alert_words, speech_of
from hudna.knowledge.warning_rules import load_warning_rules
from hudna.model.alert import LEVELS
from hudna.warn.indicators import find_indicators
from warn import kadra as k

ENGLISH = load_alert_words("en")
NAMES = re.compile(r"{(\w+)[:}]")


def names(sentence):
    return set(NAMES.findall(sentence))


@pytest.mark.parametrize("language", alert_languages())
def test_a_language_says_everything_that_english_says_of_the_same_values(language):
    words = load_alert_words(language)
    assert {kind: names(text) for kind, text in words.reasons.items()} == {
        kind: names(text) for kind, text in ENGLISH.reasons.items()
    }
    assert set(words.reasons) == set(ENGLISH.reasons)
    assert set(words.labels) == set(ENGLISH.labels)
    assert set(words.levels) == set(LEVELS)
    assert len(words.months) == 12


@pytest.mark.parametrize("language", alert_languages())
def test_every_trigger_easing_act_and_indicator_has_words(language):
    words = load_alert_words(language)
    rules = load_warning_rules(None)
    assert set(rules.triggers) <= set(words.reasons)
    assert {*rules.easing.lowers, *rules.easing.shown} <= set(words.words)
    assert all(language in one.says for one in find_indicators())


def test_forces_areas_and_days_are_written_as_people_write_them():
    said = k.said().sentence(
        "fighting", {"forces": ("front", "guard", "unlisted: a militia"), "area": "north", "on": "2031-03-01"}
    )
    assert (
        said
        == "Fighting is told of in the north on 1 March 2031, with the Front, the Guard and “a militia” taking part."
    )


def test_arabic_has_its_own_names_where_somebody_gave_them():
    said = speech_of("libya", "ar").sentence(
        "force-mobilised",
        {"forces": ("lna",), "state": "mobilised", "area": "ghadames-basin", "on": "2024-08-07"},
    )
    assert "غدامس والطريق إليها" in said
    assert "7 أغسطس 2024" in said
    assert re.search("[a-zA-Z]", said) is None


def test_braces_in_a_value_are_only_words():
    said = k.said().sentence(
        "tripwire-touched",
        {"by": (), "condition": "{by.__class__} {0}", "consequence": "{on}", "on": "2031-03-01"},
    )
    assert "“{by.__class__} {0}”" in said


def test_what_nobody_wrote_is_refused_by_name():
    with pytest.raises(KnowledgeError, match="'thunder'"):
        k.said().sentence("thunder", {})
    with pytest.raises(KnowledgeError, match="known: en, ar"):
        load_alert_words("xx")
