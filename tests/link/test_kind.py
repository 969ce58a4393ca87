"""What kind of act an incident is when its claims tell of several."""

import pytest

from hudna.link.kind import kind_of
from link.tellings import told


def kind(*modes, root="ASSAULT"):
    events = [told(f"c{n}", root=root, mode=mode).claim.event for n, mode in enumerate(modes)]
    return kind_of(events)[1]


@pytest.mark.parametrize(
    ("modes", "whole"),
    [
        ((None, "aerial"), "aerial"),
        (("aerial", "aerial", "destroy"), "aerial"),
        ((None, "destroy", "aerial"), None),
        ((None, None, None, "aerial", "destroy"), None),
        (("aerial", "drone", "destroy"), None),
        ((None, None, None, None, "destroy"), None),
        ((None, None, None), None),
    ],
)
def test_a_mode_is_that_of_the_whole_where_most_of_those_who_name_one_name_it_and_a_quarter_of_all(
    modes, whole
):
    assert kind(*modes) == whole


def test_the_root_is_that_of_most_claims():
    events = [
        told(f"c{n}", root=root, mode=None).claim.event
        for n, root in enumerate(("COERCE", "ASSAULT", "ASSAULT"))
    ]
    assert kind_of(events)[0] == "ASSAULT"


def test_of_two_moves_the_one_told_first_goes_on_in_the_other():
    events = [
        told(f"c{n}", root="MOBILIZE", mode="troops", move=move).claim.event
        for n, move in enumerate(("alert_up", "recall_to_base"))
    ]
    assert kind_of(events)[2] == "alert_up"
