"""Who used force against whom, where an account of a fight names those who came to harm as well."""

from types import SimpleNamespace

from hudna.check.parties import Bound
from hudna.check.rules.cessation_of_hostilities import _sides
from hudna.model.incident import Party


def bound(text, name=None, sector="MIL", stands_for=None):
    return Bound(
        Party(id=name, text=text, sector=sector), text, stands_for, "party" if stands_for else "unknown"
    )


BRIGADE = bound("the brigade", "b-1", stands_for="west")
GUARD = bound("the guard", "g-1", stands_for="east")
PEOPLE = bound("six people", None, "CVL")


def sides(doers, others):
    one, other = _sides(SimpleNamespace(doers=tuple(doers), others=tuple(others)))
    return [b.name for b in one], [b.name for b in other]


def test_nobody_uses_force_against_himself():
    assert sides([BRIGADE], [BRIGADE, GUARD]) == (["the brigade"], ["the guard"])
    assert sides([BRIGADE], [BRIGADE]) == (["the brigade"], [])


def test_of_two_who_fought_while_people_died_each_fought_the_other():
    assert sides([BRIGADE, GUARD], [GUARD, PEOPLE]) == (["the brigade"], ["the guard"])


def test_two_who_attacked_people_attacked_them():
    assert sides([BRIGADE, GUARD], [PEOPLE]) == (["the brigade", "the guard"], ["six people"])
