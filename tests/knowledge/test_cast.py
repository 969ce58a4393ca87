"""Who is who: names where nobody listed an actor."""

from hudna.knowledge.cast import cast_of


def test_forces_of_a_state_that_nobody_listed_go_by_the_state():
    known = cast_of([])
    assert known.name("yem-mil") == "armed forces of Yemen"
    assert known.name("yem-gov") == "government of Yemen"


def test_an_id_that_says_nothing_stays_an_id():
    known = cast_of([])
    assert [known.name(one) for one in ("xyz-mil", "front", "yem-tv")] == ["xyz-mil", "front", "yem-tv"]
