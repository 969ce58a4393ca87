"""What a preposition means beside which verb."""

from read.shallow.shallow_reading import clause, core


def test_a_preposition_that_only_marks_whom_it_befalls_makes_an_object():
    made = clause("Los rebeldes mataron a cinco soldados.", "matar", "es")
    assert [core(phrase) for phrase in made.objects] == ["cinco soldados"]
    assert made.obliques == ()


def test_beside_a_verb_of_giving_it_is_what_it_says():
    made = clause("La misión entregó un vehículo a los soldados.", "entregar", "es")
    assert [core(phrase) for phrase in made.objects] == ["un vehículo"]
    assert [(o.preposition, core(o.phrase)) for o in made.obliques] == [("to", "los soldados")]
