"""Who does what to whom in Arabic sentences of agency style, where no capital and no vowel tells it."""

from collections.abc import Sequence

import pytest

from hudna.model.claim import Actor, Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports

# A Wednesday; somebody armed acts, so that the report is one on conflict.
PUBLISHED, CONTEXT = "2031-03-12", " وشن المتمردون هجوما على ثكنة للجيش."


def claims(text: str, context: str = CONTEXT) -> list[Claim]:
    """The events of a text, without those of the sentence that only makes it one on conflict."""
    (coded,) = code_reports([Report(id="r", text=text + context, published=PUBLISHED, language="ar")])
    return [c for c in coded.claims if c.event is not None and c.start < len(text)]


def one(text: str, trigger: str) -> Claim:
    found = [c for c in claims(text) if c.event.trigger.text == trigger]
    assert len(found) == 1, [(c.event.root.value, c.event.trigger.text) for c in claims(text)]
    return found[0]


def words(actors: Sequence[Actor]) -> list[str]:
    return [actor.text for actor in actors]


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("قصفت القوات منزلا في حي الوادي.", "قصفت", "القوات"),
        ("هاجم المسلحون معسكرا في البلدة.", "هاجم", "المسلحون"),
        ("قصف الجيش موقعا للمتمردين قرب الجسر.", "قصف", "الجيش"),
        ("دمر الجيش مركزا للشرطة في المدينة.", "دمر", "الجيش"),
        ("تقدم الجيش مدعوما بحلفائه نحو الجسر.", "تقدم", "الجيش"),
    ],
)
def test_what_is_hit_is_no_participle_and_who_hits_it_acts(text, trigger, actor):
    assert words(one(text, trigger).event.actors) == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("قتل ستة جنود في هجوم شنه تنظيم الدولة الإسلامية على قاعدة.", "تنظيم الدولة الإسلامية"),
        ("جرح شرطيان في كمين نصبه مقاتلو حركة الشباب.", "مقاتلو حركة الشباب"),
        ("قتل مزارع في غارة نفذتها طائرة إسرائيلية على القرية.", "طائرة إسرائيلية"),
    ],
)
def test_the_verb_behind_an_attack_says_who_made_it_and_makes_no_second_one(text, actor):
    (claim,) = [c for c in claims(text) if c.event.root.value == "ASSAULT"]
    assert words(claim.event.actors) == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("هاجم 24 مسلحا القصر الرئاسي ليلا.", "24 مسلحا"),
        ("أطلقت الهند فجر الأربعاء صواريخ على تسعة مواقع.", "الهند"),
        ("دخل متمردو حركة إم23 مدينة غوما.", "متمردو حركة إم23"),
        ("ومنذ مايو 2030 تفرض قوات الدعم السريع حصارا على الفاشر.", "قوات الدعم السريع"),
        ("قصفت دبابات رفح لأول مرة.", "دبابات"),
    ],
)
def test_numbers_months_and_names_do_not_swallow_who_acts_or_what_follows(text, actor):
    assert words(claims(text)[0].event.actors) == [actor]


@pytest.mark.parametrize(
    ("text", "fallen"),
    [
        ("ارتفعت حصيلة الغارة الإسرائيلية على المخيم إلى 45 قتيلا و249 جريحا.", {"45 قتيلا", "249 جريحا"}),
        ("ارتفعت حصيلة القصف الروسي على السوق إلى ستة شهداء.", {"ستة شهداء"}),
        ("بلغت حصيلة الهجوم التركي على القرية 12 قتيلا.", {"12 قتيلا"}),
    ],
)
def test_the_killed_and_the_hurt_do_not_act(text, fallen):
    acting = {actor.text for claim in claims(text) for actor in claim.event.actors}
    assert acting
    assert not acting & fallen


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("اغتال مجهولون ضابطا في عدن.", 1),
        ("قتل مسلحون الطبيب وجنديين قرب الجسر.", 3),
        ("قال الجيش إنه فقد جنديين وقتل نحو عشرين متمردا.", 20),
        ("قتل الجيش عشرات المتمردين.", 24),
    ],
)
def test_whom_a_verb_of_killing_befalls_is_counted(text, dead):
    counts = [c.event.fatalities for c in claims(text) if c.event.fatalities is not None]
    assert max(count.best or count.low or 0 for count in counts) == dead


def test_who_lost_men_and_killed_others_did_only_the_one():
    lost, killed = claims("قال الجيش المالي إنه فقد جنديين وقتل نحو عشرين متمردا.")
    assert lost.event.actors == ()
    assert words(killed.event.actors) == ["الجيش المالي"]


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("دمرت الدفاعات صواريخ أطلقها الحوثيون على إيلات.", "أطلق", "الحوثيون"),
        ("أسقطت الدفاعات الأوكرانية 33 مسيرة أطلقتها روسيا ليلا.", "أطلقت", "روسيا"),
        ("سقطت قذائف أطلقتها مدفعية الجيش على السوق.", "سقطت", "مدفعية الجيش"),
    ],
)
def test_who_launched_what_is_told_behind_it_launched_it(text, trigger, actor):
    assert words(one(text, trigger).event.actors) == [actor]


def test_who_launched_a_missile_did_not_destroy_it():
    assert one("دمرت الدفاعات صواريخ أطلقها الحوثيون على إيلات.", "دمرت").event.actors == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("اندلعت اشتباكات بين مجموعتين مسلحتين في الزاوية.", ["مجموعتين مسلحتين"]),
        ("وقعت مواجهات بين مسلحين دروز وعشائر بدوية.", ["مسلحين دروز", "عشائر بدوية"]),
        ("خاض اللواء 62 وقوة الإسناد معارك في المدينة.", ["اللواء 62", "قوة الإسناد"]),
        ("اندلع قتال بين فصيلين متناحرين في غريان.", ["فصيلين متناحرين"]),
    ],
)
def test_sides_of_a_clash_are_named_whole(text, actors):
    assert words(claims(text)[0].event.actors) == actors


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("نشرت كينيا عناصر الشرطة في هايتي.", "KEN"),
        ("أرسلت كوريا الشمالية نحو ثلاثة آلاف جندي إلى روسيا.", "PRK"),
        ("أرسلت رواندا قوات إلى الكونغو.", "RWA"),
    ],
)
def test_who_is_sent_belongs_to_who_sends_him(text, country):
    (claim,) = claims(text)
    assert {actor.country for actor in claim.event.actors} == {country}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("شن الجيش الإثيوبي هجوما قرب غوندار. وانسحبت القوات ليلا.", ["eth-mil"]),
        ("اعتقلت قوات الاحتلال شابا في جنين. واقتحمت القوات المخيم.", ["isr-mil"]),
        ("هاجم جيش تحرير بلوشستان قطارا. وانسحبت القوات ليلا.", [None]),
    ],
)
def test_the_forces_are_the_one_force_of_a_state_named_before(text, ids):
    assert [actor.id for actor in claims(text, context="")[-1].event.actors] == ids


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("اتهمت الأمم المتحدة المتمردين بقتل ثلاثة أطفال.", "الأمم المتحدة", "المتمردين"),
        ("طلب مجلس الأمن من القوات الرواندية الانسحاب.", "مجلس الأمن", "القوات الرواندية"),
        ("اتهم الجيش الإسرائيلي حزب الله بخرق الهدنة.", "الجيش الإسرائيلي", "حزب الله"),
    ],
)
def test_whoever_accuses_or_asks_and_who_is_meant_stand_apart(text, actor, recipient):
    event = claims(text)[0].event
    assert (words(event.actors), words(event.recipients)) == ([actor], [recipient])


def test_a_counterpart_is_of_the_other_side():
    event = one("التقى وزير الدفاع التركي نظيره الروسي في موسكو.", "التقى").event
    assert [actor.country for actor in event.actors] == ["TUR", "RUS"]


@pytest.mark.parametrize(
    "text",
    [
        "اتهم المجلس قوات حفتر بخرق اتفاق وقف إطلاق النار الموقع في جنيف عام 2020.",
        "اتهم الجيش الحوثيين بخرق الهدنة المبرمة في ستوكهولم في ديسمبر 2018.",
        "اتهمت الحكومة المتمردين بانتهاك الاتفاق الموقع في الدوحة عام 2011.",
    ],
)
def test_an_accusation_is_no_older_than_its_report_however_old_the_agreement(text):
    accused = next(c for c in claims(text) if c.event.root.value == "ACCUSE")
    assert accused.status.value == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "أعلن انفصاليون ناطقون بالإنجليزية مسؤوليتهم عن كمين قرب كومبو.",
        "قال ضابط بالفرنسية إن المسلحين هاجموا الجسر.",
        "بث التنظيم باللغة الروسية تسجيلا عن هجوم على ثكنة.",
    ],
)
def test_a_language_is_nobody(text):
    named = {a.country for c in claims(text) for a in (*c.event.actors, *c.event.recipients)}
    assert not named & {"GBR", "FRA", "RUS"}


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("لا يزال مصير خمسة سائقين خطفتهم عصابة مسلحة مجهولا.", "خطفت", "عصابة مسلحة", "خمسة سائقين"),
        ("دهس مستوطن فلسطينيا بسيارته قرب الحاجز.", "دهس", "مستوطن", "فلسطينيا"),
        ("حملت حماس إسرائيل مسؤولية انهيار الهدنة.", "حملت", "حماس", "إسرائيل"),
    ],
)
def test_what_goes_on_and_forms_of_objects_tell_who_did_it_to_whom(text, trigger, actor, recipient):
    claim = one(text, trigger)
    assert words(claim.event.actors) == [actor]
    assert words(claim.event.recipients) == [recipient]


def test_no_dawn_belongs_to_whoever_blows_himself_up():
    assert words(one("فجر انتحاري نفسه وسط حشد من المصلين.", "فجر").event.actors) == ["انتحاري"]


def test_a_second_bare_verb_is_the_noun_of_what_is_asked():
    assert {c.event.root.value for c in claims("طلبت الخرطوم عقد جلسة طارئة لمجلس الأمن.")} == {"REQUEST"}
