"""Arabic: whose army a phrase means, names between marks, who passes on what whom, ambushes and towns that fall, numbers of several words."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

# Names somebody armed, so that the report is one on conflict.
CONTEXT = " وللجيش الليبي صحيفة."


def told(text, root="ASSAULT"):
    report = Report(id="r-1", text=text + CONTEXT, published=date(2031, 3, 12), source="صدى", language="ar")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root.value == root]


def ids(actors):
    return [a.id for a in actors]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("أصابت مسيرة منزلا في النبطية. وقال المتحدث باسم الجيش الإسرائيلي إن قواته قصفت بلدة كفركلا.", ["isr-mil"]),
        ("نقلت وكالة «سانا» عن مصدر أمني أن الجيش السوري قصف بلدة سرمين.", [None, "sana-agency"]),
        ("قصف الجيش السوري بلدة سرمين، وفق ما نقلته وكالة «فرانس برس» عن سكان محليين.", [None, "afp"]),
        ("أعلنت حركة «حماس» أن إسرائيل قصفت مدينة رفح.", ["hamas"]),
        ("بيان صادر عن قوات الدعم السريع\nقصف الجيش السوداني سوق المدينة ليلا.", ["rsf"]),
    ],
)  # fmt: skip
def test_who_says_it_is_known_by_name(text, speakers):
    assert ids_of_speakers(told(text)[-1]) == speakers


def ids_of_speakers(claim):
    return [s.actor for s in claim.speakers]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("قصفت طائرات الجيش الإسرائيلي بلدة الخيام في لبنان.", ["isr-mil"]),
        ("هاجمت الدعم السريع مدينة الأبيض.", ["rsf"]),
        ("شن تنظيم «داعش» هجوما على نقطة للجيش في البادية السورية.", ["islamic-state"]),
        ("قتل في الهجوم الذي شنته حركة الشباب على القاعدة واحد وعشرون جنديا.", ["al-shabaab"]),
        ("هاجم مستوطنون ملثمون قرية دوما في الضفة الغربية وأحرقوا مركبات.", ["israeli-settlers"]),
        ("وقعت كتيبة من الجيش السوري في كمين لتنظيم الدولة قرب السخنة.", ["islamic-state"]),
        ("قتل جندي إسرائيلي في كمين لكتائب القسام في جباليا.", ["qassam-brigades"]),
    ],
)  # fmt: skip
def test_who_attacks(text, actors):
    assert ids(told(text)[0].event.actors) == actors


def test_who_falls_into_an_ambush_suffers_it():
    (claim,) = told("وقعت كتيبة من الجيش السوري في كمين لتنظيم الدولة قرب السخنة.")
    assert ids(claim.event.recipients) == ["syr-mil"]


@pytest.mark.parametrize("hands", ["في يد", "بيد", "في أيدي", "في قبضة"])
def test_a_town_falls_to_whoever_has_it_in_hand(hands):
    (claim,) = told(f"سقطت مدينة الفاشر {hands} قوات الدعم السريع.", "COERCE")
    assert ids(claim.event.actors) == ["rsf"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل خمسة وعشرون جنديا في هجوم على القاعدة.", 25),
        ("أعلن الجيش المالي مقتل واحد وعشرين جنديا في هجوم.", 21),
        ("قتل في القصف الذي وقع أمس في بلدة كفركلا ثلاثة مدنيين.", 3),
    ],
)
def test_a_number_of_several_words_is_one(text, killed):
    assert told(text)[0].event.fatalities.best == killed


def test_the_base_is_no_group_of_that_name():
    claims = told("قصف الجيش المالي محيط القاعدة ليلا.")
    assert "al-qaeda" not in [a.id for c in claims for a in (*c.event.actors, *c.event.recipients)]


def test_two_sides_are_the_two_who_met_not_a_third_and_not_a_leader_and_his_force():
    (claim,) = told(
        "توغلت قوة إسرائيلية في ريف القنيطرة. واجتمع قائد قوات سوريا الديمقراطية مظلوم عبدي مع الرئيس أحمد الشرع "
        "في دمشق، واتفق الجانبان على دمج المؤسسات العسكرية.",
        "AGREE",
    )
    assert "isr-mil" not in ids(claim.event.actors)


def test_a_health_ministry_in_a_territory_is_not_that_of_the_state_that_raids_it():
    claim = told("قصف الجيش الإسرائيلي مدينة غزة. وأعلنت وزارة الصحة أن تسعة فلسطينيين قتلوا في الغارة.")[-1]
    assert "isr-gov" not in ids_of_speakers(claim)


def test_an_agency_that_passes_on_what_it_heard_gives_no_aid():
    text = "نقلت وكالة الأنباء السورية عن مصدر أمني قوله إن قوات الأمن صادرت ذخائر في جبلة."
    assert told(text, "AID") == []


def test_five_points_are_no_town_of_that_name():
    (claim,) = told("طالب رئيس الحكومة اللبنانية نواف سلام إسرائيل بالانسحاب من النقاط الخمس.", "REQUEST")
    assert (ids(claim.event.recipients), claim.event.places) == (["isr-gov"], ())
