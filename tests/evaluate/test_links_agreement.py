"""Two hands on the same incidents: what is counted as alike."""

import runpy

import pytest

from hudna.evaluate.command import REPOSITORY_GOLD

TOOL = runpy.run_path(str(REPOSITORY_GOLD.parent / "tools" / "links_agreement.py"))
compared, lines = TOOL["compared"], TOOL["lines"]
compared_origins, given_lines = TOOL["compared_origins"], TOOL["given_lines"]


def _judged(claims, **origins):
    """A judgement: a letter a claim, the incident it is filed with, and reports of each voice."""
    return {
        "id": "kadra",
        "claims": dict(claims),
        "incidents": [
            {
                "id": name,
                "sides": ["army"],
                "origins": [{"voice": one, "reports": list(one)} for one in voices],
            }
            for name, voices in origins.items()
        ],
    }


def test_a_hand_agrees_with_itself_in_everything():
    one = _judged(zip("abc", ["market", "market", "road"], strict=True), market=["a", "b"], road=["c"])
    found = compared(one, one)
    assert (found["pairs"], found["pairs 1"], found["pairs 2"]) == (1, 1, 1)
    assert [found[name] for name in ("same claims", "same number", "same origins", "same sides")] == [2] * 4
    assert (found["origins"], found["origins 1"], found["origins 2"]) == (3, 3, 3)


def test_the_names_that_a_hand_gives_to_incidents_do_not_matter():
    first = _judged(zip("ab", ["market", "market"], strict=True), market=["ab"])
    second = _judged(zip("ab", ["shells", "shells"], strict=True), shells=["ab"])
    assert compared(first, second)["same origins"] == 1


def test_as_many_origins_with_other_reports_are_the_same_number_only():
    first = _judged(zip("abc", ["market"] * 3, strict=True), market=["ab", "c"])
    second = _judged(zip("abc", ["market"] * 3, strict=True), market=["a", "bc"])
    found = compared(first, second)
    assert (found["same number"], found["same origins"], found["origins"]) == (1, 0, 0)


def test_an_incident_that_one_hand_splits_agrees_in_nothing():
    first = _judged(zip("ab", ["market", "market"], strict=True), market=["ab"])
    second = _judged(zip("ab", ["market", "road"], strict=True), market=["a"], road=["b"])
    found = compared(first, second)
    assert (found["incidents"], found["same claims"], found["pairs"], found["pairs 1"]) == (1, 0, 0, 1)
    assert "incidents of the same claims: 0 of 1" in lines(found)


def test_claims_of_the_background_make_no_pair():
    one = _judged(zip("abc", ["market", "background", "background"], strict=True), market=["a"])
    assert compared(one, one)["pairs"] == 0


def test_two_hands_on_other_claims_are_refused():
    with pytest.raises(ValueError, match="kadra: the two hands do not judge the same claims"):
        compared(_judged([("a", "market")], market=["a"]), _judged([("b", "market")], market=["b"]))


def test_of_given_incidents_only_the_origins_are_compared():
    first = _judged({}, market=["ab", "c"], road=["c"])
    second = _judged({}, road=["c"], market=["a", "bc"])
    found = compared_origins(first, second)
    assert (found["incidents"], found["same number"], found["same origins"], found["origins"]) == (2, 2, 1, 1)
    assert "  origins with the same reports: 1 of 3 (first) and 3 (second), F1 0.33" in given_lines(found)


def test_two_hands_on_other_given_incidents_are_refused():
    with pytest.raises(ValueError, match="kadra: the two hands do not judge the same incidents"):
        compared_origins(_judged({}, market=["a"]), _judged({}, road=["a"]))
