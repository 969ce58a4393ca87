"""A word of speech that only frames what is said makes no act of its own."""

import pytest

from extract.coding import claims


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("Asked whether rebels had sent aid to Goma, the army declined to comment.", {"AID"}),
        ("The army has withdrawn from Goma, a rebel commander told reporters.", {"RETREAT"}),
        ("The rebels promised not to attack Goma.", {"AGREE", "ASSAULT"}),
        ("The rebels swore that they would not cease their attacks on Goma.", {"THREATEN"}),
    ],
    ids=["who is asked is not called upon", "who only hears is told nothing to do", "a promise", "a threat"],
)
def test_what_frames_speech_is_no_request_order_or_threat_unless_it_is_one(text, roots):
    told = {claim.event.root.value for claim in claims(text)}
    assert roots <= told
    assert told.isdisjoint({"REQUEST", "COERCE", "THREATEN"} - roots)
