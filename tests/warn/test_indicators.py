"""Each indicator asks one question and counts one thing."""

import pytest

from hudna.warn.indicators import find_indicators
from warn import kadra as k

BY_NAME = {one.id: one for one in find_indicators()}


@pytest.mark.parametrize("one", find_indicators(), ids=lambda one: one.id)
def test_an_indicator_asks_a_question_and_says_a_sentence_in_each_language(one):
    assert one.question.endswith("?")
    assert set(one.says) >= {"en", "ar"}
    assert all("{number" in words for words in one.says.values())
    assert one.kind in ("conflict", "easing", "context")


CASES = [
    ("violence", k.incident(), 1),
    ("violence", k.incident(upon=("civilians",)), 1),
    ("violence", k.incident(mode="crowd-control"), 0),
    ("violence", k.incident(upon=("smugglers",)), 0),
    ("violence", k.incident(by=("guard", "smugglers"), upon=()), 0),
    ("violence", k.incident(by=("guard", "front"), upon=()), 1),
    ("violence", k.incident(root="MOBILIZE"), 0),
    ("fatalities", k.incident(dead=5), 5),
    ("fatalities", k.incident(dead=None), 0),
    ("mobilisation", k.incident(root="MOBILIZE", move="deploy"), 1),
    ("mobilisation", k.incident(root="MOBILIZE", move="alert_up"), 1),
    ("mobilisation", k.incident(root="MOBILIZE", move="exercise"), 0),
    ("mobilisation", k.incident(root="MOBILIZE", move="alert_down"), 0),
    ("coercion", k.incident(root="COERCE", mode="seize"), 1),
    ("threats", k.incident(root="THREATEN"), 1),
    ("talks", k.incident(root="CONSULT"), 1),
    ("talks", k.incident(root="COOPERATE", contexts=("military",), upon=("front",)), 0),
    ("talks", k.incident(root="COOPERATE", contexts=("military",)), 1),
    ("easing", k.incident(root="RETREAT", mode="withdraw"), 1),
    ("easing", k.incident(root="MOBILIZE", move="alert_down"), 1),
    ("calls", k.incident(root="REQUEST", third_party=True), 1),
    ("calls", k.incident(root="REQUEST"), 0),
]


@pytest.mark.parametrize(
    ("name", "incident", "adds"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)]
)
def test_what_an_incident_adds(name, incident, adds):
    assert BY_NAME[name].amount(incident) == adds
