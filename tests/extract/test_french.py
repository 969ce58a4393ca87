"""What French reports say in their own way: who speaks, who acts, where, how many died, and what tells of nothing new."""

from datetime import date

import pytest

from extract.french import coded, told
from hudna.model.claim import Status
from hudna.model.report import Report
from hudna.pipeline import code_reports


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        (
            "Les rebelles ont attaqué Kidal, d'après la société civile, citée par Radio Okapi.",
            "attaqué",
            ["la société civile", "Radio Okapi"],
        ),
        (
            "Trois bergers ont été égorgés, rapporte le site Sahel-Info, citant des sources locales.",
            "égorgés",
            ["des sources locales", "le site Sahel-Info"],
        ),
        (
            "C'est l'armée qui a tiré, soutient le porte-parole des rebelles, cité par la radio locale.",
            "tiré",
            ["le porte-parole des rebelles", "la radio locale"],
        ),
        (
            "L'armée a bombardé Kidal, raconte un habitant. « Trois obus ont tué mon père », ajoute-t-il.",
            "tué",
            ["un habitant"],
        ),
        (
            "Selon l'Observatoire, qui s'appuie sur douze récits, des soldats ont tué trois bergers.",
            "tué",
            ["l'Observatoire"],
        ),
        (
            "Les tirs de l'armée ont fait, selon la Chambre de Secours, neuf morts à Kidal.",
            "tirs",
            ["la Chambre de Secours"],
        ),
        (
            "Le comité de quartier a parlé aux rebelles. Il évoque au moins 17 morts.",
            "évoque",
            ["Le comité de quartier"],
        ),
        (
            "Les rebelles ont pilonné Kidal, où, d'après un médecin, onze blessés sont morts.",
            "pilonné",
            [],
        ),
        (
            "Les rebelles, a affirmé un témoin mardi, ont attaqué le village de Kala.",
            "attaqué",
            ["un témoin"],
        ),
        ("D'après des habitants, l'armée aurait bombardé Kidal mercredi.", "bombardé", ["des habitants"]),
        (
            "C'est dans la nuit de samedi que l'armée a bombardé Kidal, ont précisé deux élus.",
            "bombardé",
            ["deux élus"],
        ),
        ("La milice a lancé une attaque contre Kidal.", "attaque", []),
        ("Le conflit montre que les rebelles ont attaqué Kidal.", "attaqué", []),
    ],
)
def test_who_speaks(text, trigger, speakers):
    assert [s.text for s in told(text, trigger).speakers] == speakers


def test_a_pronoun_goes_back_to_nobody_of_the_other_gender():
    text = (
        "La présidence a condamné l'attaque. Le chef de l'armée malienne a visité Kidal. "
        "« Nous les traquerons », a-t-il juré."
    )
    assert [a.text for a in told(text, "juré").event.actors] == ["Le chef de l'armée malienne"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        (
            "Des tirs d'artillerie imputés aux forces rwandaises ont tué trois bergers à Goma.",
            "tirs",
            ["forces rwandaises"],
        ),
        ("Les soldats français ont achevé leur retrait du Tchad.", "retrait", ["Les soldats français"]),
        (
            "Les heurts, qui ont éclaté à la mi-journée entre l'armée et la milice, ont duré.",
            "heurts",
            ["l'armée", "la milice"],
        ),
        (
            "Une ONG a confirmé le meurtre de douze civils par la milice.",
            "meurtre",
            ["la milice"],
        ),
        (
            "Un maire a reproché aux rebelles d'avoir exécuté deux prisonniers.",
            "exécuté",
            ["rebelles"],
        ),
        ("Des habitants ont vu l'armée malienne bombarder le marché.", "bombarder", ["l'armée malienne"]),
        (
            "Appuyés par l'aviation, des rebelles ont bombardé Kidal à l'aube.",
            "bombardé",
            ["des rebelles"],
        ),
        ("Les rebelles sont à Kidal. Ils ont bombardé le marché lundi.", "bombardé", ["Les rebelles"]),
        (
            "Six bergers ont été tués à Goma par des membres présumés des ADF.",
            "tués",
            ["des membres présumés des ADF"],
        ),
    ],
)
def test_who_acts(text, trigger, actors):
    assert [a.text for a in told(text, trigger).event.actors] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "dead"),
    [
        ("Le chauffeur et une infirmière ont été tués à Kidal.", "tués", (2, 2, 2)),
        ("Le chef du bourg et deux de ses fils ont été égorgés à Kidal.", "égorgés", (3, 3, 3)),
        ("Un obus a tué une femme et ses trois enfants à Kidal.", "tué", (4, 4, 4)),
        ("Quatre casques bleus togolais et un soldat tchadien ont péri à Kidal.", "péri", (5, 5, 5)),
        ("Ma mère a été abattue par les rebelles à Kidal.", "abattue", (1, 1, 1)),
        ("Douze drones ont été abattus par l'armée à Kidal.", "abattus", (None, None, None)),
        ("Des bergers et un enfant ont été tués à Kidal.", "tués", (1, 1, 1)),
    ],
)
def test_how_many_died(text, trigger, dead):
    count = told(text, trigger).event.fatalities
    assert (count.low, count.best, count.high) == dead


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("La mission a réclamé le retrait des rebelles de Kidal.", "retrait", Status.DEMANDED),
        ("Le plan prévoit le retrait des rebelles de Kidal.", "retrait", Status.PLANNED),
        ("On ignore si l'armée a bombardé Kidal.", "bombardé", Status.HYPOTHETICAL),
        ("Est-ce que l'armée a bombardé Kidal ?", "bombardé", Status.HYPOTHETICAL),
        ("En bombardant Kidal lundi, l'armée a surpris tout le monde.", "bombardant", Status.ACTUAL),
        ("L'armée est sur le point de bombarder Kidal.", "bombarder", Status.PLANNED),
        ("Les rebelles avaient bombardé Kidal il y a dix ans.", "bombardé", Status.HISTORICAL),
        ("L'armée bombarde Kidal depuis mardi, et un bilan est attendu.", "bombarde", Status.ACTUAL),
        ("Ni l'armée ni les rebelles n'ont pris la ville de Kidal.", "pris", Status.DENIED),
        ("Le bloc a condamné l'attaque de Kidal par les rebelles.", "attaque", Status.ACTUAL),
    ],
)
def test_how_it_is_held(text, trigger, status):
    assert told(text, trigger).status is status


@pytest.mark.parametrize(
    "text",
    [
        "Des femmes ont manifesté à Bamako pour réclamer la démission du maire.",
        "Les rebelles arrivés de Kidal ont attaqué un marché.",
        "Les chefs réunis à Bamako ont condamné l'attaque de Kidal.",
    ],
)
def test_what_says_who_or_what_for_is_no_event_of_its_own(text):
    assert len({c.event.root for c in coded(text)} & {"REQUEST", "MOBILIZE", "CONSULT"}) == 0


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("A Bamako, des dizaines de femmes ont manifesté contre l'armée.", "manifesté", ["Bamako"]),
        ("NIAMEY (Écho) – Six soldats ont été tués lundi à Diffa.", "tués", ["Diffa"]),
        ("Kidal est le théâtre d'affrontements entre l'armée et les rebelles.", "affrontements", ["Kidal"]),
        (
            "Six soldats ont péri dans les combats autour de Kidal, a indiqué le ministère à Pretoria.",
            "combats",
            ["Kidal"],
        ),
    ],
)
def test_where(text, trigger, places):
    assert [p.text for p in told(text, trigger).event.places] == places


def test_who_asks_not_to_be_named_keeps_nobody_else_from_asking():
    text = "Les rebelles ont exigé le départ des soldats de Kidal et brûlé trois ponts, confie sous anonymat un élu."
    assert [a.text for a in told(text, "exigé").event.actors] == ["Les rebelles"]


def test_a_report_on_home_affairs_tells_nothing():
    text = (
        "Les syndicats ont déclaré la guerre à la direction. Les grévistes, réunis par la CGT, menacent de bloquer le dépôt. "
        "Le préavis court jusqu'à la fin du mois, et les usagers attendent le tramway."
    )
    (found,) = code_reports(
        [Report(id="fr-2", text=text, published=date(2031, 3, 12), source="Écho", language="fr")]
    )
    assert found.claims == ()


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("La commission militaire mixte doit se réunir dimanche à Syrte.", "réunir", Status.PLANNED),
        ("Les rebelles doivent se retirer avant dimanche, a exigé le ministre.", "retirer", Status.DEMANDED),
        ("Les rebelles doivent quitter Kidal, a exigé le ministre.", "quitter", Status.DEMANDED),
    ],
)
def test_what_must_be_on_a_day_to_come_is_due_where_nobody_asks_for_it(text, trigger, status):
    assert told(text, trigger).status is status
