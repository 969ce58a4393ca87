"""Arabic wires, further: whose doing a deed is said to be, whom titles and names mean, which words are no towns and nobody."""

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


def places(text):
    return {p.name for c in coded(text) for p in c.event.places}


@pytest.mark.parametrize(
    ("text", "root", "actors", "status"),
    [
        ("أعلن الجيش السوداني قيام قوات الدعم السريع بقصف سوق كادوقلي.", "ASSAULT", ["rsf"], "alleged"),
        ("أكد شهود قيام مسلحين باختطاف خمسة رعاة قرب كادوقلي في السودان.", "ASSAULT", ["مسلحين"], "reported"),
        ("أعلن الجيش السوداني نجاح قواته في استعادة مدينة بارا.", "COERCE", ["sdn-mil"], "declared"),
        ("أعلنت قوات الدعم السريع تمكنها من السيطرة على مطار نيالا.", "COERCE", ["rsf"], "declared"),
        ("أعلن الجيش السوداني فشل قوات الدعم السريع في السيطرة على الأبيض.", "COERCE", ["rsf"], "denied"),
        ("نفى الجيش السوداني قيام طيرانه بقصف سوق مدينة نيالا.", "ASSAULT", ["sdn-mil"], "denied"),
        ("نجحت القوات المسلحة السودانية في استعادة مدينة بارا.", "COERCE", ["sdn-mil"], "actual"),
    ],
)  # fmt: skip
def test_whoever_is_said_to_have_done_it_did_it_and_not_who_says_so(text, root, actors, status):
    found = told(text, root)
    assert [(names(c.event.actors), c.status.value) for c in found] == [(actors, status)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("أعلنت قوات الدعم السريع سيطرتها على مدينة بابنوسة.", ["rsf"]),
        ("أعلن الجيش الروسي سيطرته على قرية في إقليم سومي.", ["rus-mil"]),
    ],
)
def test_a_town_that_is_claimed_is_only_declared(text, actors):
    (claim,) = told(text, "COERCE")
    assert (names(claim.event.actors), claim.status.value) == (actors, "declared")


def test_a_minister_behind_it_took_no_town_that_others_announced():
    text = "بعد إعلان قوات الدعم السريع سيطرتها على بارا، أكد وزير الصحة أن مئات المدنيين نزحوا."
    assert all("sdn-gov" not in names(c.event.actors) for c in told(text, "COERCE"))


@pytest.mark.parametrize(
    "text",
    [
        "اندلعت اشتباكات بعد مقتل مدير مكتب الإعلام بوزارة الدفاع السورية في إدلب.",
        "أعلنت الوكالة مقتل مدير جهاز الإنقاذ بالمجلس الرئاسي الليبي في طرابلس.",
        "قتل مسلحون عنصرا بالحشد الشعبي في ديالى وأصابوا آخر.",
        "أدى الانفجار في ديالى إلى مقتل عنصر بالحشد الشعبي وإصابة ثلاثة.",
    ],
)
def test_where_somebody_serves_did_not_kill_him(text):
    doers = {name for c in told(text) for name in names(c.event.actors)}
    assert doers.isdisjoint({"syr-gov", "pc", "pmf", "الحشد", "الحشد الشعبي"})


@pytest.mark.parametrize(
    "text",
    [
        "شهدت طرابلس مقتل غنيوة الككلي، رئيس جهاز دعم الاستقرار، داخل معسكر.",
        "قُتل رئيس جهاز دعم الاستقرار عبد الغني الككلي في طرابلس.",
        "قتل رئيس جهاز دعم الاستقرار عبد الغني الككلي في طرابلس.",
        "وردت أنباء عن مقتل قائد جهاز دعم الاستقرار بالمجلس الرئاسي عبد الغني الككلي في طرابلس.",
    ],
)
def test_a_leader_who_is_named_is_himself_and_not_his_force(text):
    (claim,) = told(text)
    assert names(claim.event.recipients) == ["ghneiwa"]
    assert not claim.event.actors


def test_a_family_name_means_whoever_had_it_before():
    text = "قُتل عبد الغني الككلي في طرابلس. وقال شهود إن الككلي قُتل داخل مقر اللواء."
    assert [names(c.event.recipients) for c in told(text)] == [["ghneiwa"], ["ghneiwa"]]


def test_who_holds_an_office_and_a_name_still_does_what_the_verb_says():
    (claim,) = told("اعتقل قائد اللواء 444 محمود حمزة ثلاثة مسلحين في ترهونة.", "COERCE")
    assert names(claim.event.actors) == ["b444"]


def test_sources_are_nobody_that_one_man_can_be():
    text = "أعلنت مصادر محلية متطابقة مقتل قائد الكتيبة في سبها بليبيا بعد تعرضه لإطلاق نار."
    assert all("مصادر محلية متطابقة" not in names(c.event.recipients) for c in told(text))


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("قُتل القائد داخل معسكر اللواء 444 في طرابلس.", "Mascara"),
        ("قصف الجيش مساكن الجنود في الفاشر بالسودان.", "Msaken"),
        ("اندلع قتال في طرابلس أدى إلى مقتل اثنين من قادة الزنتان.", "Zintan"),
        ("قتل وزير الإعلام سالم الهادي برصاص مسلحين في بنغازي.", "Salem"),
        ("قال مصدر عسكري سوداني للجزيرة إن الجيش قصف مواقع غرب الأبيض.", "Algiers"),
    ],
)
def test_words_of_the_language_and_where_people_are_from_are_not_where_it_was(text, far):
    assert far not in places(text)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("هاجم مسلحون دورية للدرك في محافظة معسكر غرب الجزائر.", "Mascara"),
        ("هاجم مسلحون دورية للدرك في معسكر بالجزائر.", "Mascara"),
        ("قصف الطيران مدينة قارة في ريف دمشق.", "Qārah"),
    ],
)
def test_the_town_of_that_name_is_meant_where_its_country_or_its_kind_is_told(text, there):
    assert there in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "بدأ القتال في حي الهضبة بين اللواء 444 وقوات الردع في طرابلس.",
        "عاد القتال إلى أحياء الخرطوم بين الجيش السوداني وقوات الدعم السريع.",
    ],
)
def test_fighting_that_begins_or_returns_is_no_truce(text):
    assert not told(text, "RETREAT")
    (claim,) = told(text)
    assert len(claim.event.actors) == 2


def test_fighting_that_stops_is_no_attack():
    assert not told("توقف القتال بين الطرفين في الزاوية بليبيا.")


@pytest.mark.parametrize(
    "text",
    [
        "أسفرت الاشتباكات بين الجيش والمتمردين في الزاوية عن سقوط قتلى وجرحى.",
        "سقط قتلى وجرحى في قصف إسرائيلي على خان يونس.",
    ],
)
def test_the_mere_dead_and_hurt_are_nobody(text):
    found = coded(text)
    assert [c.event.root.value for c in found] == ["ASSAULT"]
    assert not found[0].event.recipients


def test_the_dead_who_are_described_are_told():
    (claim,) = told("أسفرت الاشتباكات بين الجيش والمتمردين في الزاوية عن سقوط جرحى من المدنيين.")
    assert names(claim.event.recipients) == ["جرحى من المدنيين"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("اندلعت اشتباكات جنوبي الزاوية في ليبيا بين قوة الكتيبة 459 بقيادة سالم الفيتوري، وقوة جهاز دعم الاستقرار برئاسة علي المجبري.",
         ["قوة الكتيبة 459", "ssa"]),
        ("دارت معارك في مأرب بين الجيش اليمني بقيادة العميد عدنان النهمي، وجماعة الحوثي.", ["yemen-army", "houthis"]),
    ],
)  # fmt: skip
def test_who_commands_a_side_is_no_side(text, sides):
    (claim,) = told(text)
    assert names(claim.event.actors) == sides


def test_soldiers_killed_in_the_last_so_many_hours_attacked_nobody():
    text = "قال الجيش المالي إن نحو عشرين جندياً قتلوا خلال الساعات الثماني والأربعين الأخيرة، في غارات على عدة مواقع."
    assert all("جندياً" not in name for c in told(text) for name in names(c.event.actors))


def test_what_networks_show_is_said_by_those_who_say_it():
    text = "أعلنت قوات الدعم السريع في مقاطع بثتها شبكات التواصل، أنها استعادت السيطرة على ثكنة في نيالا بالسودان."
    assert [names(c.event.actors) for c in told(text, "COERCE")] == [["rsf"]]


def test_soldiers_who_put_out_pictures_deploy_nothing():
    assert not told("بث مقاتلون من قوات الدعم السريع لقطات من داخل مقر الفرقة في بابنوسة.", "MOBILIZE")


def test_what_came_of_it_behind_a_semicolon_is_of_the_same_attack():
    text = "فجر مسلحون عبوة ناسفة برتل للحشد الشعبي قرب سامراء؛ ما أدى إلى مقتل جنديين وإصابة خمسة بجروح."
    (claim,) = told(text)
    assert (claim.event.fatalities.best, claim.event.injuries.best) == (2, 5)


def test_the_forces_that_support_another_are_no_support():
    assert not told("أكد الناطق أن الجيش السوداني والقوات المساندة له يحققون تقدما في كردفان.", "SUPPORT")
