"""Arabic as agencies, missions and ministries write it: dates before verbs, datelines, where somebody serves, "we" in quotations, entries of live pages."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

# Names somebody armed, so that the report is one on conflict.
CONTEXT = "\nوللجيش الليبي صحيفة."


def told(text, root="ASSAULT"):
    report = Report(id="r-1", text=text + CONTEXT, published=date(2031, 1, 22), source="صدى", language="ar")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root.value == root]


def ids(actors):
    return [a.id for a in actors]


@pytest.mark.parametrize(
    "text",
    [
        "في 17 كانون الثاني، قتلت القوات الإسرائيلية شابا في مخيم بلاطة.",
        "في 17 كانون الثاني/يناير، قتلت القوات الإسرائيلية شابا في مخيم بلاطة.",
        "في الفترة بين 14 و21 كانون الثاني/يناير، قتلت القوات الإسرائيلية ستة فلسطينيين.",
        "غزة/ 5 يناير/ قتلت القوات الإسرائيلية شابا في خان يونس.",
        "أطلقت القوات الإسرائيلية الذخيرة الحية باتجاه شبان في مخيم بلاطة.",
    ],
)
def test_a_day_before_the_verb_does_nothing(text):
    assert ids(told(text)[0].event.actors) == ["isr-mil"]


def test_where_it_was_written_is_nobody_who_condemns():
    (claim,) = told("طرابلس، 4 يناير 2031 – تدين بعثة الأمم المتحدة للدعم في ليبيا قصف العجيلات.", "ACCUSE")
    assert ids(claim.event.actors) == ["unsmil"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أعلن وزير الدفاع بحكومة الوحدة عبد السلام الزوبي قصف معسكر في صبراتة.", "gnu"),
        ("قال المسؤول بالجيش الليبي إن مسلحين هاجموا الحاجز.", "lby-mil"),
        ("قال القيادي في كتائب سيد الشهداء كاظم الفرطوسي، في حوار، إن إسرائيل قصفت المقر.", None),
    ],
)
def test_behind_a_title_stands_where_he_serves(text, speaker):
    assert ids_of_speakers(told(text)[0]) == [speaker]


def ids_of_speakers(claim):
    return [s.actor for s in claim.speakers]


def test_a_minister_is_of_the_country_of_his_ministry():
    text = "أشاد وزير الدولة بوزارة الخارجية القطرية محمد الخليفي بالاتفاق بين الكونغو وحركة 23 مارس."
    (claim,) = told(text, "SUPPORT")
    assert ids(claim.event.actors) == ["qat-gov"]


def test_we_in_a_quotation_are_whoever_speaks():
    (claim,) = told("قال قائد الجيش الليبي: «نستنكر قصف المنازل في صبراتة».", "ACCUSE")
    assert ids(claim.event.actors) == ["lby-mil"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("طالبت الأمم المتحدة القوات الإسرائيلية بالانسحاب من القنيطرة، حيث اختطفت خمسة رعاة.", ["isr-mil"]),
        ("قوة إسرائيلية تتوغل في أطراف بلدة عيتا الشعب وتفجر منزلا.", ["isr-mil"]),
        ("فجر انتحاري نفسه أمام مقر الحكومة في مقديشو.", [None]),
        ("جرح ثلاثة جراء استهداف سيارتهم بعبوة ناسفة على الطريق قرب درعا.", []),
    ],
)
def test_who_acts_and_who_suffers(text, actors):
    assert ids(told(text)[-1].event.actors) == actors


def test_who_met_his_death_did_not_do_it():
    (claim,) = told("لقي قائد ميداني في مليشيا الحوثي مصرعه في جبهة الضالع.")
    assert not claim.event.actors
    assert claim.event.recipients


def test_what_is_said_in_a_statement_is_no_part_of_it():
    (claim,) = told("أعلنت قيادة الجيش الليبي في بيان مقتل جنديين في سبها.")
    assert ids_of_speakers(claim) == ["lby-mil"]


def test_an_envoy_voices_regret_and_goes_across_nothing():
    text = "وعبر مبعوث الاتحاد الأوروبي عن أسفه لانهيار الهدنة، داعيا الأطراف إلى ضبط النفس."
    assert ids(told(text, "REQUEST")[0].event.actors) == ["eu"]


def test_an_entry_of_a_list_is_not_where_the_one_before_was():
    text = "- قصف الجيش السوداني سوقا في نيالا.\n- قصفت طائرة إسرائيلية منزلا."
    first, second = told(text)
    assert [p.name for p in first.event.places] == ["Nyala"]
    assert not second.event.places


def test_what_turns_to_another_incident_is_not_where_the_last_was():
    text = "قصف الجيش السوداني سوقا في نيالا. وفي حادث منفصل، هاجم مسلحون دورية للشرطة."
    first, second = told(text)
    assert [p.name for p in first.event.places] == ["Nyala"]
    assert not second.event.places


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("أسقط الجيش السوداني مسيرة تركية الصنع قرب نيالا.", ["sdn-mil"], []),
        ("اتهم المجلس الانتقالي الجنوبي السعودية بقصف قواته في حضرموت.", ["sau-mil"], ["stc"]),
    ],
)
def test_whose_it_is_and_who_is_charged(text, actors, recipients):
    (claim,) = told(text)
    assert (ids(claim.event.actors), ids(claim.event.recipients)) == (actors, recipients)


def test_his_forces_are_not_those_of_several_men():
    text = "أحرق مستوطنون مركبة في حوارة. وقصفت مدفعية الاحتلال خان يونس، ونسفت قواته مباني سكنية في رفح."
    assert ids(told(text)[-1].event.actors) == ["isr-mil"]


def test_a_day_in_figures_counts_nobody():
    (claim,) = told("رام الله 11-1-2031 وفا- استشهد طفل برصاص قوات الاحتلال في بلدة الرام.")
    assert claim.event.fatalities.best == 1


def test_a_name_withheld_is_mentioned_by_nobody():
    text = "قال ضابط في الجيش الليبي، طلب عدم ذكر اسمه، إن مسلحين هاجموا سبها."
    assert [s.text for s in told(text)[0].speakers] == ["ضابط في الجيش الليبي"]
