"""What kind of thing was hit tells incidents apart and together; what another sentence lends, and bare claims, weigh less."""

from datetime import timedelta

import pytest

from hudna.knowledge.linking import load_roots
from hudna.link.candidates import keys_of
from hudna.link.facets import MASSES
from hudna.link.features import day, passage, place, thing
from hudna.link.outline import as_json, from_json
from hudna.link.outlining import Outliner
from hudna.link.pair import pair_of
from link.tellings import DAY, known, stage, told

ROOTS = load_roots()
TEXT = "Shells fell on Norhaven on Tuesday. A bus burned."


def outlined(words, *, at="Norhaven", text=None, language="en", lent=False, **more):
    """The outline of one claim; `lent`: its place and day stand in the first sentence of its report."""
    given = told("a", words, at=at, text=text, language=language, **more)
    if lent:
        event = given.claim.event
        span = {"text": "Norhaven", "start": 15, "end": 23}
        places = tuple(one.model_copy(update=span) for one in event.places)
        days = event.occurred.model_copy(update={"basis": "inherited"})
        event = event.model_copy(update={"places": places, "occurred": days})
        given = type(given)(given.claim.model_copy(update={"event": event}), given.report)
    return Outliner(known()).outline(given)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("a bomb hit a bus", "une bombe a touché un autocar", "shared"),
        ("a bomb hit a bus", "une bombe a touché un camion", "differ"),
        ("shells hit the market", "قذائف على السوق", "shared"),
        ("shells hit a market, a school and a clinic", "des obus sur le marché", "partly"),
        ("shells hit the town", "des obus sur le marché", "unknown"),
    ],
)
def test_things_are_compared_by_kind_across_languages(one, other, level):
    language = "ar" if other[0] > "\u0600" else "fr"
    pair = pair_of(outlined(one), outlined(other, language=language, published=DAY), ROOTS)
    assert thing(pair).level == level


def test_two_that_hit_one_kind_of_thing_are_likelier_one_than_two_that_hit_two():
    score = stage().scorer.score
    bus, coach = outlined("a bomb hit a bus"), outlined("an explosion under a coach")
    lorry, town = outlined("a mine blew up under a lorry"), outlined("an explosion shook it")
    assert score(bus, coach) > score(bus, town) > score(bus, lorry)


def test_what_another_sentence_lends_has_levels_of_its_own():
    own, lent = outlined("shells fell on the town"), outlined("A bus burned", text=TEXT, lent=True)
    pair = pair_of(own, lent, ROOTS)
    assert place(pair).level == "lent_same"
    assert day(pair).level == "lent_same"
    assert place(pair_of(own, outlined("shells fell on it"), ROOTS)).level == "same"


def test_a_claim_counts_for_more_the_more_of_place_day_and_thing_its_own_sentence_gives():
    bare = outlined("four people died", at=None, day=None)
    lent = outlined("A bus burned", text=TEXT, lent=True)
    full = outlined("a bus burned in Norhaven")
    assert [one.says for one in (bare, lent, full)] == [0, 1, 3]
    assert stage().scorer.faced(full).mass == MASSES[3]


def test_a_bare_claim_goes_with_what_stands_before_it_and_not_with_what_comes_after():
    text = "A bus burned in Norhaven. Six people died. A lorry burned in Marsh."
    bus = outlined("A bus burned in Norhaven", text=text)
    bare = outlined("Six people died", text=text, at=None, day=None)
    lorry = outlined("A lorry burned in Marsh", text=text, at="Marsh")
    levels = [passage(pair_of(*pair, ROOTS)).level for pair in ((bus, bare), (bare, lorry), (bus, lorry))]
    assert levels == ["follows", "precedes", "near"]


def test_claims_without_a_place_meet_by_country_and_thing_in_the_weeks_of_publication():
    first = outlined("a bomb hit a bus", by=("front",))
    second = outlined("un autocar a sauté", at=None, day=None, language="fr", by=("gunmen",))
    other = outlined("des obus ont tué", at=None, day=None, language="fr", by=("gunmen",))
    late = outlined(
        "un autocar a sauté",
        at=None,
        day=None,
        language="fr",
        by=("gunmen",),
        published=DAY + timedelta(days=60),
    )
    filed = keys_of(first, ROOTS).filed
    assert filed & keys_of(second, ROOTS).sought
    assert keys_of(second, ROOTS).filed & keys_of(first, ROOTS).sought
    assert not filed & keys_of(other, ROOTS).sought
    assert not filed & keys_of(late, ROOTS).sought


def test_an_outline_with_things_and_lent_days_is_read_as_it_was_written():
    for one in (
        outlined("A bus burned", text=TEXT, lent=True),
        outlined("shells fell"),
        outlined("a bus", at=None),
    ):
        assert from_json(as_json(one)) == one
