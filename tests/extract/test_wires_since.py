"""What a country has lived with for years, and turns of wires that made a background, a source or a recognition an event."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text, language="en", published=date(2031, 3, 12)):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=published, source="Echo", language=language)]
    )
    return [c for c in found.claims if c.event is not None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Clashes left three dead in Bara on Monday. Kadra has been suffering militia violence ever since the fall of its ruler in 2019."),
        ("en", "Clashes left three dead in Bara on Monday. The country has seen violence between militias since the overthrow of the president."),
        ("en", "Clashes left three dead in Bara on Monday. The region has been plagued by militia violence since 2021."),
        ("fr", "Trois morts lundi dans des combats à Bara. Le pays connaît des affrontements entre milices depuis la chute du régime en 2019."),
        ("it", "Tre morti lunedì in scontri a Bara. Il paese vive violenze tra milizie dalla caduta del regime nel 2019."),
        ("ar", "قتل ثلاثة أشخاص في اشتباكات في زرمة الاثنين. وتشهد البلاد اشتباكات بين الميليشيات منذ سقوط النظام."),
    ],
)  # fmt: skip
def test_what_has_gone_on_for_years_is_no_news(language, text):
    second = text.index(". ") + 1
    later = [c for c in read(text, language) if c.start > second]
    assert not [c for c in later if c.counts]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The town saw clashes between two militias on Monday, its worst since the fall of the ruler."),
        ("en", "Clashes between two militias have shaken Bara since Monday."),
        ("fr", "Des affrontements entre deux milices secouent Bara depuis lundi."),
        ("ar", "تشهد زرمة اشتباكات بين كتيبتين منذ الاثنين."),
    ],
)
def test_what_began_this_week_is_news(language, text):
    assert any(c.status in ("actual", "reported") for c in read(text, language))


def test_what_went_with_an_old_deed_is_as_old():
    text = "Le général, avec le soutien de deux alliés (Russie et Égypte), avait mené une offensive de mai 2026 à juillet 2027."
    assert {c.status for c in read(text, "fr")} == {"historical"}


def test_who_reports_figures_did_nothing():
    text = "Nine died in clashes between militias in Bara. The casualty figures were reported by the ministry’s ambulance service. Casualties were reported by the hospital, too."
    assert not [
        c for c in read(text) if any("ambulance" in a.text or "hospital" in a.text for a in c.event.actors)
    ]


def test_who_is_recognised_is_described():
    text = "Des combats ont fait trois morts à Bara. L'un des gouvernements, à Kadra, est dirigé par Omar Salem et reconnu par l'ONU."
    assert not [c for c in read(text, "fr") if c.event.root == "SUPPORT"]


def test_forces_that_somebody_leads_do_not_move():
    text = "Des combats ont fait trois morts à Bara. Les forces que dirige le maréchal Salem ont remercié les notables."
    assert not [c for c in read(text, "fr") if c.event.root == "MOBILIZE"]


@pytest.mark.parametrize(
    "text",
    [
        "Des combats ont fait trois morts à Bara. Un habitant a dit avoir entendu des tirs nourris dans la nuit.",
        "Des combats ont fait trois morts à Bara. Un témoin a déclaré à l'agence avoir entendu des tirs avant la prière.",
    ],
)
def test_gunfire_that_was_heard_is_not_planned(text):
    (heard,) = [c for c in read(text, "fr") if c.event.trigger.text == "tirs"]
    assert heard.status == "reported"


def test_bodies_that_are_recovered_are_no_ground_taken():
    text = "Des combats ont fait trois morts à Bara. Une vidéo montre ses membres récupérant dans deux quartiers de Bara les dépouilles des mineurs."
    assert not [c for c in read(text, "fr") if c.event.root == "COERCE"]


def test_an_alert_does_not_lend_its_place_to_what_it_is_over():
    claims = read("Police units in western Libya were put on alert over the mobilization of the LNA.")
    (over,) = [c for c in claims if c.event.trigger.text == "mobilization"]
    assert over.event.places == ()


def test_a_direction_is_where_they_are_bound():
    claims = read(
        "Nine people died in clashes in Libya. On Monday about 100 army vehicles passed Sirte heading west."
    )
    roles = {p.text: p.role for c in claims if c.event.root == "MOBILIZE" for p in c.event.places}
    assert roles.get("Sirte") in ("at", "along")
    assert roles.get("west", "toward") == "toward"


@pytest.mark.parametrize(
    "words", ["السبت 10 أغسطس/آب 2030", "السبت 10 أوت 2030", "يوم 5 جويلية 2030", "يوم 5 آب 2030"]
)  # fmt: skip
def test_a_day_of_a_month_is_nobody(words):
    (told,) = read(f"قتل تسعة أشخاص في زرمة {words}.", "ar", date(2030, 8, 12))
    assert told.event.fatalities.best == 9
    assert [r.text for r in told.event.recipients] == ["تسعة أشخاص في زرمة"]
    assert told.event.actors == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "I combattimenti hanno contrapposto la brigata Harun alla brigata Salim a Bara."),
        ("it", "Gli scontri oppongono da lunedì l'esercito ai ribelli a Bara."),
        (
            "en",
            "The clashes, which involved the Harun Brigade and the Salim Brigade, left three dead in Bara.",
        ),
    ],
)
def test_who_is_pitted_against_whom(language, text):
    assert any(len(c.event.actors) == 2 for c in read(text, language))


def test_who_announces_the_dead_did_nothing():
    text = "Le service libyen de secours a annoncé la mort de sept habitants et la blessure de vingt autres lors de combats survenus hier entre deux factions à Tajoura."
    assert not [c for c in read(text, "fr") if any("libyen" in a.text for a in c.event.actors)]


def test_what_a_resident_heard_is_no_agreement():
    text = "Des combats ont fait trois morts à Bara. Un habitant a dit avoir entendu des tirs dans la nuit."
    assert not [c for c in read(text, "fr") if c.event.root == "AGREE"]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Clashes broke out in Libya. The LNA holds the country's south and east.", {"Eastern Libya", "Southern Libya"}),
        ("Clashes broke out in Libya. The GNU holds the north-western part of the country.", {"Northwestern Libya"}),
        ("Clashes broke out in Libya. The LNA controls Libya's east.", {"Eastern Libya"}),
    ],
)  # fmt: skip
def test_who_holds_a_part_does_not_hold_the_whole(text, areas):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2024, 8, 28), source="Echo", language="en")]
    )
    assert {
        c.control.area.name for c in found.claims if c.control is not None and c.control.area is not None
    } == areas


def test_a_year_and_a_part_of_a_country_are_nobody():
    text = "Scontri a Tripoli. Il generale Haftar, che comanda nella parte est della Libia e muove le truppe, viola la tregua del 2020."
    people = {p.text for c in read(text, "it") for p in (*c.event.actors, *c.event.recipients)}
    assert not people & {"2020", "la parte est della Libia"}


def test_staff_of_a_bank_are_no_soldiers():
    claims = read(
        "Clashes left three dead in Tripoli. Militias threatened bank personnel in Tripoli on Monday."
    )
    threat = next(c for c in claims if c.event.root == "THREATEN")
    assert [r.sector for r in threat.event.recipients] == ["CVL"]


@pytest.mark.parametrize(
    ("text", "deed", "victim"),
    [
        ("Le groupe, dont le chef Omar Salem a été tué lundi, a attaqué le camp de Bara.", "tué", "chef"),
        ("La milice, dont le commandant a été arrêté lundi par des soldats, a attaqué le camp de Bara.", "arrêté", "commandant"),
    ],
)  # fmt: skip
def test_whose_chief_is_killed_is_not_killed_himself(text, deed, victim):
    told = next(c.event for c in read(text, "fr") if c.event.trigger.text == deed)
    assert [victim in r.text for r in told.recipients] == [True]
    assert all(victim not in a.text for a in told.actors)


def test_most_of_those_named_before_are_they():
    text = "Les rebelles, dont la plupart ont attaqué Bara lundi, ont quitté la ville."
    told = next(c.event for c in read(text, "fr") if c.event.trigger.text == "attaqué")
    assert [a.text for a in told.actors] == ["Les rebelles"]


def test_whose_fighters_act_acts():
    told = next(
        c.event
        for c in read("The M23, whose fighters took the town of Sake on Monday, called for calm.")
        if c.event.root == "COERCE"
    )
    assert [a.id for a in told.actors] == ["m23"]


@pytest.mark.parametrize(
    ("text", "root", "doer"),
    [
        (
            "L'M23, i cui combattenti hanno preso lunedì la città di Sake, ha chiesto la calma.",
            "COERCE",
            "m23",
        ),
        ("Le Rsf, i cui droni hanno colpito El Obeid lunedì, lo hanno negato.", "ASSAULT", "rsf"),
    ],
)
def test_whose_fighters_or_drones_act_acts_in_italian_too(text, root, doer):
    told = next(c.event for c in read(text, "it") if c.event.root == root)
    assert [a.id for a in told.actors] == [doer]
