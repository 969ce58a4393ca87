"""The rules of warning are complete, argued, and replaced as a whole where a theatre says otherwise."""

import pytest
from pydantic import ValidationError

from hudna.errors import KnowledgeError
from hudna.knowledge.affiliations import load_affiliations
from hudna.knowledge.questions import load_questions
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.warning_rules import WarningRules, load_warning_rules
from hudna.knowledge.zones import load_zones

PLAIN = load_warning_rules(None)
EVERY = [None, *theatre_names()]


@pytest.mark.parametrize("theatre", EVERY)
def test_every_number_is_argued(theatre):
    rules = load_warning_rules(theatre)
    parts = [rules.budget, rules.history, rules.onset, rules.calm_days, rules.expires_days, rules.unheard_days, rules.bands,
             rules.easing, rules.silence, rules.unusual, *rules.triggers.values(), *rules.foretells]  # fmt: skip
    assert all(len(one.because) > 10 for one in parts)


@pytest.mark.parametrize("theatre", EVERY)
def test_higher_levels_are_rarer_hold_longer_and_foretell_more(theatre):
    rules = load_warning_rules(theatre)
    assert rules.budget.watch >= rules.budget.elevated >= rules.budget.high > 0
    assert rules.bands.watch < rules.bands.elevated < rules.bands.high
    assert rules.calm_days.watch <= rules.calm_days.elevated <= rules.calm_days.high
    assert [one.acts for one in rules.foretells] == sorted(one.acts for one in rules.foretells)


@pytest.mark.parametrize("theatre", theatre_names())
def test_what_a_theatre_watches_is_known(theatre):
    rules = load_warning_rules(theatre)
    zones = {zone.id for zone in load_zones((theatre,)).entries}
    assert {area.id for area in rules.areas} <= zones
    assert {one.area for one in rules.questions if one.area} <= {area.id for area in rules.areas}
    outlets = load_affiliations((theatre,))
    assert all(outlets.outlet(one.source) for one in rules.sources)


@pytest.mark.parametrize("theatre", EVERY)
def test_dreaded_answers_are_answers_of_questions_that_are_asked_and_never_all_of_them(theatre):
    asked = {one.id: one for one in load_questions((theatre,) if theatre else ())}
    for dreaded in load_warning_rules(theatre).questions:
        answers = {one.id: one for one in asked[dreaded.question].hypotheses}
        assert set(dreaded.hypotheses) < set(answers)
        assert not any(answers[name].residual for name in dreaded.hypotheses)
        assert set(dreaded.happened) <= set(dreaded.hypotheses)
        assert set(dreaded.happened.values()) <= {one.id for one in asked[dreaded.question].indicators}


@pytest.mark.parametrize("theatre", theatre_names())
def test_areas_have_an_arabic_name_a_coarse_circle_and_codes(theatre):
    for area in load_warning_rules(theatre).areas:
        assert area.names["ar"]
        assert area.radius_km >= 40
        assert area.codes


def test_a_theatre_replaces_what_it_names_and_keeps_the_rest():
    libya = load_warning_rules("libya")
    assert libya.onset.deaths == 5
    assert libya.triggers == PLAIN.triggers
    assert load_warning_rules("nowhere") == PLAIN


def test_an_unknown_trigger_lists_the_known():
    with pytest.raises(KnowledgeError, match="fighting-goes-on"):
        PLAIN.trigger("thunder")


@pytest.mark.parametrize(
    "fields",
    [
        {"budget": {"watch": 1}},
        {"levels": 3},
        {"foretells": []},
        {"easing": {"lowers": ["rain"]}},
        {"silence": {"chance": 2}},
    ],
)
def test_what_does_not_fit_is_refused(fields):
    with pytest.raises(ValidationError):
        WarningRules.model_validate({**PLAIN.model_dump(), **fields})
