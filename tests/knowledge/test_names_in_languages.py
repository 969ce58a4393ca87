"""Names of actors and media that a language gives in its own folder join those of the packs."""

from hudna.knowledge.actor_packs import load_actors, load_outlets


def test_an_actor_is_known_by_the_names_of_a_language():
    rsf = next(actor for actor in load_actors() if actor.id == "rsf")
    assert "الدعم السريع" in rsf.names["ar"]
    assert len(rsf.names) > 1


def test_a_medium_is_known_by_the_names_of_a_language():
    names = {outlet.id: outlet.names for outlet in load_outlets()}
    assert "رويترز" in names["reuters"]["ar"]


def test_a_name_that_means_others_elsewhere_counts_only_where_its_country_is_named():
    white_army = next(actor for actor in load_actors() if actor.id == "white-army")
    assert "Esercito bianco" in white_army.local
    assert "Esercito bianco" not in white_army.names.get("it", ())
