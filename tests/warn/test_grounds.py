"""How many independent origins an alert says it has."""

from hudna.warn.grounds import origins_of
from warn import kadra as k


def test_voices_that_one_outlet_quotes_are_one_origin_of_an_alert():
    one = k.incident(origins=1, independent=1).model_copy(update={"origins": (("i1-r0",), ("i1-r0",))})
    assert origins_of([one]) == 1
    assert origins_of([one, k.incident("i2", origins=1)]) == 2


def test_origins_of_two_owners_count_each():
    assert origins_of([k.incident(origins=2, independent=2)]) == 2
    assert origins_of([k.incident(origins=3)]) == 3
