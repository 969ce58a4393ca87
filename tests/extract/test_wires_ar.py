"""Arabic as wires and local pages write it: who is wounded is no surgeon, who is backed by a state is not that state."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def coded(text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="صدى", language="ar")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None]


def told(text, root="ASSAULT"):
    return [c for c in coded(text) if c.event.root.value == root]


def names(actors):
    return [a.id or a.text for a in actors]


def doers(text, root="ASSAULT"):
    return [names(c.event.actors) for c in told(text, root)]


@pytest.mark.parametrize(
    "text",
    [
        "أكد المرصد مقتل راع متأثرا بجراح أصيب بها في انفجار لغم شرق تدمر في سوريا.",
        "أصيب حارسان بجراح خطيرة إثر انفجار لغم شرق تدمر في سوريا.",
        "مزارعان، قُتلا وأصيب ثالث بجراح إثر انفجار لغم شرق تدمر في سوريا.",
        "وثقت اللجنة مقتل سائق متأثرا بجراحه بعد قصف على طريق حلب في سوريا.",
    ],
)
def test_wounds_are_no_surgeon_and_the_dead_kill_nobody(text):
    assert all(found == [] for found in doers(text))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("قتل ثلاثة بقصف شنته ميليشيا الحوثي المدعومة من إيران، على قرية غرب تعز في اليمن.", ["houthis"]),
        ("شن الحوثيون المدعومون من إيران هجوما على قرية غرب تعز في اليمن.", ["houthis"]),
        ("هاجمت الفصائل المدعومة من تركيا بلدة شمال حلب في سوريا.", ["الفصائل المدعومة من تركيا"]),
        ("قتل ستة في هجوم شنته مجموعة مسلحة مدعومة من رواندا على قرية شمال غوما في الكونغو.", ["مجموعة مسلحة"]),
    ],
)  # fmt: skip
def test_who_is_backed_by_a_state_is_not_that_state(text, actors):
    (found,) = [a for a in doers(text) if a]
    assert [a[: len(b)] for a, b in zip(found, actors, strict=True)] == actors or found == actors


def test_an_attack_from_a_state_is_that_states():
    assert ["irn-mil"] in doers("قتل ثلاثة في هجوم من إيران على قرية شمال أربيل في العراق.")


@pytest.mark.parametrize(
    "text",
    [
        "قُتل راعيان وأصيب آخرون جراء غارات جوية شنّها سلاح الجو السوداني على قرية شمال الفاشر.",
        "قتل راعيان في غارات ليلية عنيفة شنها الجيش السوداني على قرية شمال الفاشر.",
    ],
)
def test_who_flew_raids_stands_behind_what_they_were_like(text):
    assert ["sdn-mil"] in doers(text)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("تبنت حركة الشباب اعتداء مقديشو الذي أوقع تسعة قتلى.", ["al-shabaab"]),
        ("هاجمت طائرات مسيرة وصواريخ روسية ميناء أوديسا.", ["rus-mil"]),
        ("أدانت الحكومة الأوكرانية هجوم موسكو على ميناء أوديسا.", ["rus-mil"]),
    ],
)
def test_the_town_an_attack_is_called_after_did_nothing(text, actors):
    assert doers(text)[0] == actors


def test_of_two_things_joined_by_or_both_befall():
    text = "قالت الوزارة إن أحد جنودها أصيب في حين قتل أو أصيب ستة مسلحين شمال مالي."
    assert all(found == [] for found in doers(text))


@pytest.mark.parametrize(
    "text",
    [
        "وأعلنت حركة الشباب مسؤوليتها عن الهجوم، مشيرة إلى أنها قتلت تسعة جنود في الصومال.",
        "قصفت القوات الروسية خاركيف ومقاطعات أخرى شرق أوكرانيا.",
    ],
)
def test_saying_more_accuses_nobody_and_provinces_are_no_boycott(text):
    assert {c.event.root.value for c in coded(text)} == {"ASSAULT"}


def test_what_falls_under_somebodys_control_is_not_killed():
    text = "سقطت 40 بالمئة من المنطقة تحت سيطرة العصابات بعد هجمات في هايتي."
    assert all(not c.event.recipients for c in told(text))


def test_whom_a_demand_is_made_of_stands_behind_it():
    text = "ختم المبعوث كلمته في السودان بمطالبة قوات الدعم السريع بوقف القصف على الفاشر."
    assert all("rsf" not in found for found in doers(text, "REQUEST"))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("قتل مدني في غارة إسرائيلية على قضاء النبطية جنوب لبنان.", {"CVL"}),
        ("قتل أربعة عسكريين في كمين شمال مالي.", {"MIL"}),
        ("قتل ثلاثة مدنيين في قصف على سوق شمال السودان، في حصيلة مرشحة للارتفاع.", {"CVL"}),
    ],
)
def test_who_is_hit_is_people(text, people):
    assert {r.sector for c in told(text) for r in c.event.recipients} == people


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("سيطر متمردون على بلدة في شرق جمهورية الكونغو الديموقراطية.", "COD"),
        ("قتل ستة جنود في هجوم شمال بوركينافاسو.", "BFA"),
        ("هاجمت عصابة بلدة شمال بور أو برنس.", "HTI"),
    ],
)
def test_countries_are_spelled_in_several_ways(text, country):
    assert {p.country for c in coded(text) for p in c.event.places} == {country}


def test_a_toll_is_that_of_the_raids_and_not_of_the_year():
    text = (
        "أعلنت وزارة الصحة أن الغارات الإسرائيلية على جنوب لبنان أسفرت عن مقتل 40 شخصا، "
        "وهي أثقل حصيلة خلال سنة من القتال بين حزب الله وإسرائيل."
    )
    assert [c.event.trigger.text for c in told(text) if c.event.fatalities.best] == ["الغارات"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش مقتل جندي متأثرا بجراحه في كمين شمال مالي.",
        "أكدت الشرطة مقتل ضابط متأثرا بإصابته في هجوم شمال مالي.",
    ],
)
def test_whoever_tells_of_wounds_did_not_give_them(text):
    (claim,) = told(text)
    assert (claim.event.actors, len(claim.event.recipients)) == ((), 1)


def test_who_speaks_for_the_armed_forces_of_sanaa():
    assert doers("أسقطت القوات المسلحة اليمنية طائرة مسيرة أميركية في أجواء صعدة.") == [["houthis"]]
    assert doers("هاجم الجيش اليمني مواقع الحوثيين غرب مأرب.") == [["yemen-army"]]


def test_an_object_by_its_ending_is_somebody_too():
    text = "اتهم الأهالي جنودا بقتل ثلاثة رعاة شمال النيجر."
    assert doers(text) == [["جنودا"]]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة أشخاص في هجوم على قرية دان غولبي شمال نيجيريا، بحسب مسؤول محلي.",
        "قتل ستة أشخاص في قصف على قرية في محافظة تعز في اليمن، بحسب مسؤول محلي.",
    ],
)
def test_the_name_of_a_village_is_no_verb_that_parts_the_sentence(text):
    (claim,) = told(text)
    assert [s.text for s in claim.speakers] == ["مسؤول محلي"]


def test_a_village_that_somebody_holds_is_told_of_by_a_verb():
    text = "هاجم الجيش بلدة حاصرها المتمردون شرق الكونغو."
    assert [c.event.root.value for c in coded(text)] == ["ASSAULT", "COERCE"]


def test_a_cautious_calm_warns_of_nothing():
    text = "يسود مدينة الزاوية هدوء حذر عقب الاشتباكات بين لواءين."
    assert [(c.event.root.value, c.status.value) for c in coded(text)] == [("ASSAULT", "actual")]
    assert told("الجيش الإسرائيلي حذر سكان قرية جنوب لبنان من العودة.", "THREATEN")


def test_two_raids_are_described_in_the_dual():
    assert doers("قتل راع في الغارتين الإسرائيليتين على خان يونس.") == [["isr-mil"]]


def test_so_many_of_nothing_said_attack_nobody():
    text = "أسقط الجيش الأوكراني 31 مسيرة روسية، من أصل 40 أطلقت نحو شرق البلاد."
    assert all(found == ["ukr-mil"] for found in doers(text))


@pytest.mark.parametrize(
    "text",
    [
        "قتل مدني في غارة إسرائيلية على بلدة الخيام جنوب لبنان.",
        "قتل مدني في غارة إسرائيلية على قضاء النبطية جنوب لبنان.",
    ],
)
def test_where_a_town_lies_is_not_whom_somebody_killed(text):
    (claim,) = told(text)
    assert names(claim.event.actors) == ["isr-mil"]
    assert names(claim.event.recipients) == ["مدني"]


def test_soldiers_of_its_own_are_the_army_that_tells_of_them():
    (claim,) = told("أعلن الجيش السوري مقتل ستة من جنوده في هجوم شمال حلب.")
    assert (names(claim.event.actors), names(claim.event.recipients)) == ([], ["syr-mil"])
