"""Whom a deed befell and who did it, where a reader gives the one the other's place: as French wires tell it."""

import pytest
from tests.extract.french import coded, told


def names(people):
    return [one.id or one.text for one in people]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "La junte annonce huit soldats tués et douze blessés près de Ménaka.",
            ["huit soldats", "douze blessés"],
        ),
        (
            "Le ministère recense neuf bergers tués et trente blessés à Tessit.",
            ["neuf bergers", "trente blessés"],
        ),
        ("Bamako signale six gendarmes abattus à Nara.", ["six gendarmes"]),
    ],
)
def test_who_announces_the_dead_is_not_one_of_them(text, dead):
    (claim,) = [c for c in coded(text) if c.event.trigger.text in ("tués", "abattus")]
    assert [r for r in claim.event.recipients if r.text.startswith(dead[0])]
    assert not claim.event.actors


def test_the_wounded_are_none_of_the_dead():
    claim = told("Une mission fait état de 41 villageois tués et 17 blessés à Tessit.", "tués")
    assert (claim.event.fatalities.low, claim.event.fatalities.best) == (41, 41)


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("L'armée malienne a annoncé avoir tué Sidi Bahla, un émir du groupe.", "tué", "mli-mil"),
        (
            "L'armée malienne affirme avoir abattu Oumar Ould Sabra, un lieutenant du groupe.",
            "abattu",
            "mli-mil",
        ),
        ("L'armée malienne dit avoir éliminé Alou Karim près de Ber.", "éliminé", "mli-mil"),
    ],
)
def test_a_name_behind_what_somebody_says_he_did_is_whom_it_befell(text, trigger, doer):
    claim = told(text, trigger)
    assert names(claim.event.actors) == [doer]
    assert claim.event.recipients
    assert claim.status.value == "declared"


@pytest.mark.parametrize(
    "text",
    [
        "Les rebelles ont pris la garnison, tuant une dizaine de soldats, s'emparant du dépôt et libérant les détenus.",
        "Les insurgés ont attaqué le poste, blessant trois gendarmes, s'emparant de leurs armes.",
        "Les rebelles ont visé le camp, tuant des gardes, se retirant ensuite vers Ber.",
    ],
)
def test_the_dead_take_nothing(text):
    doers = {name for c in coded(text) for name in names(c.event.actors)}
    assert not doers & {"une dizaine de soldats", "trois gendarmes", "des gardes"}


@pytest.mark.parametrize(
    ("text", "trigger", "befallen"),
    [
        (
            "Le tribunal a été attaqué et pillé, des étals brûlés par des rebelles à Nara.",
            "attaqué",
            "Le tribunal",
        ),
        (
            "La caserne a été bombardée, deux blindés détruits par les rebelles à Ber.",
            "bombardée",
            "La caserne",
        ),
    ],
)
def test_what_is_attacked_attacks_nobody(text, trigger, befallen):
    claim = told(text, trigger)
    assert befallen not in names(claim.event.actors)


def test_what_is_stormed_storms_nobody():
    claim = told("L'offensive a commencé lundi par l'assaut du camp militaire de Ber.", "assaut")
    assert not claim.event.actors
    claim = told("L'assaut des rebelles contre le camp de Ber a duré une heure.", "assaut")
    assert names(claim.event.actors) == ["rebelles"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        (
            "Les coups de feu sont le fait des insurgés, appuyés par le Togo, qui ont attaqué un poste de l'armée.",
            "attaqué",
            ["insurgés"],
        ),
        (
            "Le village est tenu par les insurgés, soutenus par le Togo, qui ont bombardé Ber.",
            "bombardé",
            ["les insurgés"],
        ),
    ],
)
def test_a_verb_in_the_plural_is_not_his_who_supports_them(text, trigger, doers):
    assert "tgo-mil" not in names(told(text, trigger).event.actors)
    assert names(told(text, trigger).event.actors) in (doers, [f"les {doers[0]}"], [f"des {doers[0]}"])


def test_further_attacks_are_nobodys_for_being_further():
    claim = told("D'autres attaques ont frappé des hameaux dans le nord du Mali.", "attaques")
    assert not claim.event.actors


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Selon un élu, des rebelles touaregs, lourdement équipés, ont attaqué Ber et Tessit.", "un élu"),
        ("D'après des témoins, des miliciens dozos, venus à moto, ont attaqué Nara.", "des témoins"),
    ],
)
def test_who_acts_behind_the_source_is_no_part_of_it(text, speaker):
    (claim,) = [c for c in coded(text) if c.event.trigger.text == "attaqué"]
    assert [s.text for s in claim.speakers] == [speaker]
    assert claim.event.actors


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Des combats ont éclaté à Ber. Ils opposent des rebelles touaregs à des miliciens dozos.", 2),
        ("Des heurts sont signalés à Nara. Ils opposeraient des soldats à des combattants du FLA.", 2),
        ("Des combats entre la milice Ganda Izo (GI) et les Forces armées maliennes (FAMA) appuyées par des instructeurs ont éclaté à Ber.", 2),
    ],
)  # fmt: skip
def test_both_sides_of_a_fight_are_told(text, doers):
    assert max(len(c.event.actors) for c in coded(text)) == doers


def test_a_place_that_passed_under_control_was_taken():
    for text in (
        "Le camp de Ber est passé sous le contrôle des rebelles.",
        "Le village de Nara est passé sous le contrôle du FLA lundi.",
    ):
        claim = told(text, "passé")
        assert claim.event.root.value == "COERCE"
        assert claim.event.actors


def test_flight_behind_a_comma_is_not_planned():
    claim = told(
        "Des familles ont trouvé refuge à Ber, fuyant des combats entre rebelles et soldats.", "combats"
    )
    assert claim.status.value == "actual"


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Les gendarmes ont engagé des poursuites contre les rebelles à Nara.", "AGREE"),
        ("Le nombre de morts des combats de Ber s'élève à trente, selon une ONG.", "ACCUSE"),
        ("Deux camions de l'armée ont été pris dans une embuscade des rebelles à Ber.", "COERCE"),
        ("Les rebelles ont accentué leur pression sur la ville de Ber.", "REQUEST"),
        ("Un soldat a été blessé par un tir en partant en patrouille à Ber.", "RETREAT"),
    ],
)
def test_words_that_only_look_like_it_tell_of_nothing_else(text, root):
    assert root not in [c.event.root.value for c in coded(text)]


@pytest.mark.parametrize(
    ("text", "trigger", "low", "best"),
    [
        ("L'Observatoire a porté à 312 le nombre de personnes tuées à Ber depuis mars.", "tuées", 312, 312),
        ("La veille, trois bergers, dont un adolescent, avaient été tués dans un raid de l'armée à Nara.", "raid", 3, 3),
        ("À Tessit, plus d'une centaine de civils, paysans pour la plupart, ont été tués par les rebelles.", "tués", 100, 100),
    ],
)  # fmt: skip
def test_tolls_that_stand_apart_from_their_verb(text, trigger, low, best):
    dead = told(text, trigger).event.fatalities
    assert (dead.low, dead.best) == (low, best)


def test_what_is_carried_off_is_no_dead():
    assert (
        told(
            "Les rebelles ont emporté sept motos et un groupe électrogène à Ber.", "emporté"
        ).event.fatalities.best
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Les tirs n'ont pas recommencé à Ber.",
        "Les bombardements n'ont toujours pas débuté à Ber.",
        "L'offensive n'a pas commencé à Ber.",
        "Les combats n'ont pas repris à Ber depuis lundi, assurent des bergers.",
    ],
)
def test_what_has_not_begun_did_not_happen(text):
    assert not [c for c in coded(text) if c.counts]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Les tirs ont recommencé à Ber.", "tirs"),
        ("Les combats se sont propagés à Ber.", "combats"),
        ("Les raids se sont succédé lundi à Ber.", "raids"),
        ("L'attaque n'a pas fait de victimes à Ber.", "attaque"),
        ("Les bombardements ne se sont pas étendus à Ber.", "bombardements"),
    ],
)
def test_what_goes_on_or_does_no_harm_happened(text, trigger):
    assert told(text, trigger).counts


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Une opération de l'armée malienne a coûté la vie à six bergers à Ber.", "coûté", ["mli-mil"]),
        ("Une descente de la police malienne a fait deux morts à Ber.", "fait", ["mli-cop"]),
        ("Une intervention de l'armée malienne a causé neuf morts à Ber.", "causé", ["mli-mil"]),
        ("Une opération a coûté la vie à six bergers à Ber.", "coûté", []),
    ],
)
def test_whose_operation_it_was_killed_them(text, trigger, who):
    assert [a.id for a in told(text, trigger).event.actors] == who


def test_what_collapses_is_no_attack():
    assert not [
        c for c in coded("L'éboulement d'une mine du FLA a coûté la vie à six creuseurs à Ber.") if c.counts
    ]
