"""Who is who: names where nobody listed an actor."""

from datetime import date

from hudna.knowledge.actor_packs import ActorEntry
from hudna.knowledge.cast import cast_of


def test_forces_of_a_state_that_nobody_listed_go_by_the_state():
    known = cast_of([])
    assert known.name("yem-mil") == "armed forces of Yemen"
    assert known.name("yem-gov") == "government of Yemen"


def test_an_id_that_says_nothing_stays_an_id():
    known = cast_of([])
    assert [known.name(one) for one in ("xyz-mil", "front", "yem-tv")] == ["xyz-mil", "front", "yem-tv"]


def test_a_person_who_leads_nothing_any_more_stands_for_no_force():
    chief = ActorEntry(
        id="chief", name="Chief", country="KDR", sector="UAF", person=True,
        leads=({"of": "guard", "until": date(2021, 3, 1)},),
    )  # fmt: skip
    known = cast_of([chief, ActorEntry(id="guard", name="Guard", country="KDR", sector="UAF")])
    assert known.force("chief", date(2021, 3, 1)) == "guard"
    assert not known.is_alone("chief", date(2021, 3, 1))
    assert known.is_alone("chief", date(2021, 3, 2))
    assert not known.is_alone("guard", date(2021, 3, 2))
