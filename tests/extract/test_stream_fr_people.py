"""People by figures and by names no list has, who is taken and let go, who tells it one sentence later: as French wires tell them."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def events(text, language="fr", published=date(2031, 3, 12)):
    report = Report(id="r-1", text=text, published=published, source="Echo", language=language)
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None]


def of(text, root, language="fr"):
    return [c for c in events(text, language) if c.event.root.value == root]


def names(people):
    return [one.id or one.text for one in people]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Les rebelles ont tué au moins 27 civils à Gao.", ["au moins 27 civils"]),
        (
            "Au moins 19 civils ont été tués lors de deux raids contre des hameaux de Gao.",
            ["Au moins 19 civils"],
        ),
        ("Les rebelles ont tué 14 civils lors d'un raid contre un hameau près de Gao.", ["14 civils"]),
        ("L'armée a tué 12 villageois dans une attaque contre un hameau.", ["12 villageois"]),
    ],
)
def test_people_behind_a_figure_are_whom_it_befell(text, victims):
    (claim,) = of(text, "ASSAULT")
    assert [r.text for r in claim.event.recipients] == victims


def test_what_describes_things_is_nobody():
    (claim,) = of("Le raid a détruit 3 avions civils.", "ASSAULT")
    assert [r.text for r in claim.event.recipients] == ["3 avions civils"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Trois bergers ont été enlevés par des présumés rebelles.", ["des présumés rebelles"]),
        ("De présumés rebelles ont attaqué le village de Gao.", ["De présumés rebelles"]),
        ("Des présumés miliciens ont tué 12 civils près de Gao.", ["Des présumés miliciens"]),
        ("De jeunes rebelles ont attaqué le village de Gao.", ["De jeunes rebelles"]),
    ],
)
def test_presumed_fighters_are_fighters(text, doers):
    (claim,) = of(text, "ASSAULT")
    assert [a.text for a in claim.event.actors] == doers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Des rebelles ont attaqué Gao. Lucie Bamba a été enlevée.", "Lucie Bamba"),
        ("Des rebelles ont attaqué Gao. Oscar Ndolo a été tué à Gao.", "Oscar Ndolo"),
        ("Des rebelles ont attaqué Gao. L'assassinat d'Oscar Ndolo a choqué la ville.", "Oscar Ndolo"),
        ("Des rebelles ont attaqué Gao. Oscar Ndolo est mort dans l'attaque.", "Oscar Ndolo"),
        (
            "Des rebelles ont attaqué Gao. Ils ont mené Oscar Ndolo sur la place et l'ont fusillé.",
            "Oscar Ndolo",
        ),
        (
            "Des rebelles ont attaqué Gao. Oscar Ndolo, âgé de 40 ans, a été arrêté par des gendarmes.",
            "Oscar Ndolo",
        ),
    ],
)
def test_whoever_is_only_named_is_whom_it_befell(text, who):
    last = [c for c in events(text) if c.event.root.value in ("ASSAULT", "COERCE")][-1]
    assert [r.text for r in last.event.recipients] == [who]


def test_one_who_is_named_is_one_dead():
    last = of("Des rebelles ont attaqué Gao. Oscar Ndolo a été tué à Gao.", "ASSAULT")[-1]
    assert last.event.fatalities.best == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Gao. Jan Roe and Peter Moe fled. The gunmen killed him.",
        "Gunmen attacked Gao. Jan Roe told reporters that the gunmen had killed him.",
    ],
)
def test_a_pronoun_names_nobody_where_several_are_named_or_he_tells_it(text):
    last = of(text, "ASSAULT", "en")[-1]
    assert last.event.recipients == ()


@pytest.mark.parametrize(
    ("text", "language", "freed"),
    [
        (
            "Gunmen abducted two engineers near Gao. They were released on Friday.",
            "en",
            "two engineers near Gao",
        ),
        (
            "Des rebelles ont enlevé deux soldats près de Gao. Ils ont été libérés jeudi.",
            "fr",
            "deux soldats près de Gao",
        ),
    ],
)
def test_they_who_were_released_are_who_was_taken(text, language, freed):
    (claim,) = of(text, "RETREAT", language)
    assert [r.text for r in claim.event.recipients] == [freed]


def test_soldiers_who_free_hostages_are_not_freed():
    (claim,) = of("Les soldats ont pris le camp. Ils ont libéré douze otages.", "RETREAT")
    assert [r.text for r in claim.event.recipients] == ["douze otages"]


def test_captives_of_a_video_are_not_who_shows_it():
    (claim,) = of("Le M23 a diffusé une vidéo de trois otages récemment capturés.", "ASSAULT")
    assert "m23" not in names(claim.event.recipients)


def test_the_army_and_its_auxiliaries_behind_an_aside_are_both_there():
    (claim,) = of(
        "L'armée malienne et ses supplétifs dozos, gardiens des bois devenus miliciens, ont tué dix civils à Gao.",
        "ASSAULT",
    )
    assert "mli-mil" in names(claim.event.actors)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("L'armée a tué 31 civils lundi à Gao. C'est ce qu'a indiqué un élu local.", "un élu local"),
        ("L'armée a tué 31 civils lundi à Gao. C'est ce que rapporte Radio Lomba.", "Radio Lomba"),
        ("L'armée a tué 31 civils lundi à Gao. C'est ce qu'affirme l'ONG Vigie Lomba.", "l'ONG Vigie Lomba"),
        ("L'armée a tué 31 civils lundi à Gao. C'est du moins ce que disent les rebelles.", "les rebelles"),
    ],
)
def test_who_says_so_one_sentence_later_tells_it(text, speaker):
    first = of(text, "ASSAULT")[0]
    assert [s.text for s in first.speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a tué 31 civils lundi à Gao. C'est ce que le maire demande d'éviter.",
        "L'armée a tué 31 civils lundi à Gao. Le maire a pris la parole mardi.",
    ],
)
def test_who_says_something_else_does_not_tell_it(text):
    assert of(text, "ASSAULT")[0].speakers == ()


def test_it_was_on_that_day_gives_the_day():
    text = (
        "L'armée traque les rebelles. Ce jour-là, 28 bergers ont été tués par des soldats. "
        "C'était le 2 mars à Lomba, près de Gao."
    )
    claim = next(c for c in of(text, "ASSAULT") if c.event.fatalities.best == 28)
    assert claim.event.occurred.earliest == date(2031, 3, 2)


def test_that_day_is_the_day_told_before():
    text = "Le 3 mars, des soldats sont entrés à Gao. Dix civils ont été tués ce jour-là."
    assert of(text, "ASSAULT")[-1].event.occurred.earliest == date(2031, 3, 3)


def test_days_later_is_nobody():
    text = "L'armée a attaqué Gao le 2 mars. Six jours plus tard, des soldats et des miliciens ont tué dix civils."
    last = of(text, "ASSAULT")[-1]
    assert [a.text for a in last.event.actors] == ["des soldats", "des miliciens"]
    assert last.event.occurred.earliest == date(2031, 3, 8)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Des combattants affiliés à Al-Qaïda ont attaqué un camp à Gao.", "fr"),
        ("Des combattants liés à l'État islamique ont attaqué un camp à Gao.", "fr"),
        ("Fighters affiliated with al-Qaeda attacked a camp in Gao.", "en"),
    ],
)
def test_fighters_near_a_network_are_not_the_network(text, language):
    (claim,) = of(text, "ASSAULT", language)
    assert {"al-qaeda", "islamic-state"}.isdisjoint(names(claim.event.actors))
    assert claim.event.actors[0].sector in ("REB", "UAF")


def test_fighters_loyal_to_a_force_of_one_country_are_its_own():
    (claim,) = of("Militiamen affiliated with the RSF attacked a camp in Darfur.", "ASSAULT", "en")
    assert names(claim.event.actors) == ["rsf"]


def test_the_organisation_is_who_reports_where_a_group_is_named_as_well():
    text = "Amnesty International accuse le Hezbollah d'avoir tué dix civils. L'organisation demande une enquête."
    (claim,) = of(text, "REQUEST")
    assert names(claim.event.actors) == ["amnesty"]


def test_the_army_of_separatists_is_not_the_army_of_the_state():
    text = "Les forces armées de l'Azawad ont attaqué une position de l'armée malienne à Kidal."
    (claim,) = of(text, "ASSAULT")
    assert names(claim.event.actors) == ["fla"]


def test_who_fights_violence_does_not_commit_it():
    found = of("Rebels attacked Gao. Police are fighting violence in the capital.", "ASSAULT", "en")
    assert all("Police" not in names(c.event.actors) for c in found)


@pytest.mark.parametrize(
    ("text", "language", "sector"),
    [
        ("Des rebelles ont attaqué un convoi de camions-citernes près de Gao.", "fr", "BUS"),
        ("Des rebelles ont attaqué un convoi de 80 camions près de Gao.", "fr", "BUS"),
        ("Rebels attacked a convoy of fuel trucks near Gao.", "en", "BUS"),
        ("Des rebelles ont attaqué un convoi militaire près de Gao.", "fr", "MIL"),
        ("Des rebelles ont attaqué une patrouille à bord de camions près de Gao.", "fr", "MIL"),
        ("Rebels attacked a military convoy near Gao.", "en", "MIL"),
    ],
)
def test_lorries_are_no_army(text, language, sector):
    (claim,) = of(text, "ASSAULT", language)
    assert [r.sector for r in claim.event.recipients] == [sector]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Des rebelles ont attaqué le village de Cuba, près de Gao, au Mali.", ("Cuba", "MLI")),
        ("Des rebelles ont frappé le camp des FAMa à Kidal.", ("Kidal", "MLI")),
    ],
)
def test_a_village_is_no_island_abroad_and_who_holds_a_camp_no_place(text, place):
    (claim,) = of(text, "ASSAULT")
    found = claim.event.places[0]
    assert (found.name, found.country) == place


def test_this_time_elsewhere_is_where_it_was():
    text = "L'armée a frappé Kidal jeudi. La veille, cette fois dans la région de Gao, elle a tué treize bergers."
    assert of(text, "ASSAULT")[-1].event.places[0].name == "Gao"


@pytest.mark.parametrize(
    "text",
    [
        "Des gangs ont attaqué le bourg, tuant des bergers, des bergères et des élèves, incendiant trois greniers.",
        "Des gangs ont attaqué Gao, tuant un prêtre et deux élèves, pillant des boutiques.",
    ],
)
def test_those_who_were_killed_burnt_and_looted_nothing(text):
    for claim in of(text, "ASSAULT"):
        assert [a.text for a in claim.event.actors] == ["Des gangs"]


def test_those_who_were_carrying_arms_are_still_described():
    text = "L'armée a attaqué Gao, tuant dix rebelles qui gardaient le pont, détruisant deux véhicules."
    for claim in of(text, "ASSAULT"):
        assert "mli-mil" in names(claim.event.actors)
