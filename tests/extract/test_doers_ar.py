"""Who acts in Arabic wires: owners of deeds, of weapons and of forces, two sides, and who is only named beside."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def coded(text, published=date(2031, 3, 12)):
    report = Report(id="r-1", text=text, published=published, source="صدى", language="ar")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None]


def names(actors):
    return [a.id or a.text for a in actors]


def by(text):
    return {name for c in coded(text) for name in names(c.event.actors)}


def to(text):
    return {name for c in coded(text) for name in names(c.event.recipients)}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قتل راعيان مساء الاثنين بقصف لقوات الدعم السريع قرب كادوقلي في السودان.", "rsf"),
        ("استشهد طفل في غارة للجيش الإسرائيلي على رفح في قطاع غزة.", "isr-mil"),
        ("سقط جريحان بقصف للاحتلال شرق جباليا في قطاع غزة.", "isr-mil"),
        ("قتلت امرأة في هجوم للحوثيين على قرية جنوب مأرب باليمن.", "houthis"),
    ],
)
def test_whose_the_deed_was_stands_behind_the_preposition_written_on_him(text, doer):
    assert by(text) == {doer}
    assert doer not in to(text)


@pytest.mark.parametrize(
    "text",
    [
        "أصيب ستة جنود في قصف لمواقع الجيش قرب كادوقلي في السودان.",
        "أعلنت الحركة استهداف تجمع لجنود الاحتلال شرق جباليا في قطاع غزة.",
    ],
)
def test_what_is_shelled_did_not_shell(text):
    assert by(text).isdisjoint({"sdn-mil", "isr-mil"})


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أصيب مزارعون جراء قصف الاحتلال جرارا شرق دير البلح في قطاع غزة.", "isr-mil"),
        ("جرح عاملان إثر إلقاء مسيّرة إسرائيلية قنبلة على بلدة يارون في لبنان.", "isr-mil"),
        ("استشهد صياد بعد إطلاق زورق إسرائيلي النار على مركبه قبالة غزة.", "isr-mil"),
        ("أصيب تلميذ بنيران قوات الاحتلال في مخيم بلاطة.", "isr-mil"),
        ("جرحت ممرضة بنيران مسيّرة تابعة لقوات الدعم السريع في الأبيض بالسودان.", "rsf"),
    ],
)
def test_who_fires_is_the_owner_of_the_deed_or_of_the_weapon(text, doer):
    assert doer in by(text)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قصف الاحتلال بيتا في حي الزيتون بمدينة غزة.", "isr-mil"),
        ("الاحتلال يداهم قرية قرب نابلس ويعتقل معلما.", "isr-mil"),
        ("قصفت قوات الاحتلال التركي قرية في ريف عين العرب بسوريا.", "tur-mil"),
        ("أصيب مدني بقصف للاحتلال الروسي على خيرسون في أوكرانيا.", "rus-mil"),
        ("اعتقلت سلطات الاحتلال طالبا في القدس.", "isr-gov"),
    ],
)
def test_which_occupier_is_meant_his_adjective_tells(text, doer):
    assert by(text) == {doer}


@pytest.mark.parametrize(
    "text",
    [
        "مقتل جنديين بهجوم حوثي غرب مأرب",
        "قصف حوثي يستهدف سوقا شعبية في تعز",
        "أصابت طائرة مسيرة حوثية شاحنة غرب تعز في اليمن.",
        "أصيب مزارع في هجمات حوثية شرق تعز باليمن.",
    ],
)
def test_a_group_is_meant_by_its_adjective(text):
    assert by(text) == {"houthis"}


def test_a_town_behind_a_quarter_is_no_verb():
    claim = next(c for c in coded("دارت اشتباكات شرق تدمر بين الجيش ومسلحين في سوريا.") if c.event.actors)
    assert len(claim.event.actors) == 2


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("دارت معارك بين الجيش اليمني من جهة، ومليشيات الحوثي من جهة أخرى، في مأرب.", {"yemen-army", "houthis"}),
        ("اندلعت اشتباكات بين الجيش السوداني من جهة وقوات الدعم السريع من جهة ثانية في بارا.", {"sdn-mil", "rsf"}),
        ("وقعت مواجهات في سيئون باليمن بين المجلس الانتقالي من ناحية، والجيش اليمني من ناحية أخرى.", {"stc", "yemen-army"}),
    ],
)  # fmt: skip
def test_words_that_set_sides_apart_hide_neither(text, sides):
    assert sides <= by(text)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أعلن الجيش الإسرائيلي قتل ناشطين بحزب الله في غارة على بلدة مجدل زون بلبنان.", "isr-mil"),
        ("قتل قيادي بحماس في غارة إسرائيلية على صيدا بلبنان.", "isr-mil"),
    ],
)
def test_whose_member_was_killed_did_not_kill_him(text, doer):
    assert by(text) == {doer}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("توغلت قوة مؤلفة من أربع عربات تابعة للجيش الإسرائيلي في بلدة الرفيد بسوريا.", "isr-mil"),
        ("نفّذ طيران مسيّر تابع لقوات الاحتلال غارتين على بلدة كفرا بلبنان.", "isr-mil"),
        ("هاجم مقاتلون تابعون لتنظيم داعش حاجزا شرق تدمر بسوريا.", "islamic-state"),
    ],
)
def test_a_force_is_of_whom_it_is_said_to_belong_to(text, actor):
    assert actor in by(text)


def test_a_faction_loyal_to_a_country_is_not_that_country():
    (claim,) = coded("هاجم فصيل موال لتركيا حاجزا في ريف حلب بسوريا.")
    assert claim.event.actors[0].country != "TUR"


@pytest.mark.parametrize(
    "text",
    [
        "ألقت مسيرة معادية قنبلة على بلدة يارون في لبنان.",
        "فجرت قوة معادية بيتا في بلدة يارون بلبنان.",
        "قصفت طائرات معادية مستودعا في الحديدة باليمن.",
    ],
)
def test_a_hostile_force_is_not_of_the_country_that_the_report_is_on(text):
    assert {a.country for c in coded(text) for a in c.event.actors} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "قتلت قوة إسرائيلية (خاصة) بائعا في نابلس.",
        "أطلقت قوات الاحتلال (الإسرائيلي) النار على بائع في نابلس.",
    ],
)
def test_a_word_in_brackets_parts_nobody_from_what_he_does(text):
    assert by(text) == {"isr-mil"}


@pytest.mark.parametrize(
    "text",
    [
        'وفقا لوكالة الأنباء السورية "سانا"، داهمت قوات الاحتلال بلدة الرفيد بسوريا واعتقلت راعيا.',
        'وبحسب وكالة الأنباء اليمنية "سبأ"، قصفت مليشيات الحوثي قرية جنوب مأرب.',
    ],
)
def test_an_agency_by_its_name_only_tells(text):
    assert by(text) in ({"isr-mil"}, {"houthis"})


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("تصدت قوات الشرعية لهجوم واسع شنته مليشيات الحوثي غرب مأرب، وكبدتها خسائر.", "houthis"),
        ("الجيش اليمني يتصدى لهجوم حوثي في الضالع", "houthis"),
        ("تصدى الجيش السوداني لهجوم للدعم السريع على الأبيض.", "rsf"),
    ],
)
def test_whoever_meets_an_attack_fights_its_author(text, met):
    (claim,) = [c for c in coded(text) if c.counts]
    assert names(claim.event.recipients) == [met]


def test_what_came_of_a_deed_is_told_behind_who_did_it():
    (claim,) = coded("أدى القصف الذي شنه الجيش السوداني على السوق إلى مقتل تسعة باعة.")
    assert (names(claim.event.actors), claim.event.fatalities.best) == (["sdn-mil"], 9)
    (claim,) = coded(
        "قال مسعف إن الغارة التي شنها الجيش الإسرائيلي على سيارة في صور بلبنان أدت إلى مقتل سائق."
    )
    assert names(claim.event.actors) == ["isr-mil"]


def test_what_came_of_a_fight_took_no_part_in_it():
    (claim,) = coded("اشتباكات بين الجيش السوري وعشائر بدوية تودي بحياة جنود في السويداء")
    assert "syr-mil" in names(claim.event.actors)
    assert not any("حياة" in a.text for a in claim.event.actors)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("وصل رهائن أطلقت حركة حماس سراحهم السبت إلى مستشفى في غزة.", "hamas"),
        ("نزحت عائلات أحرق الجيش السوداني منازلها في بارا بالسودان.", "sdn-mil"),
    ],
)
def test_what_is_theirs_befalls_and_who_is_named_acts(text, doer):
    assert doer in by(text)
    assert doer not in to(text)


def test_a_declared_seizure_goes_on_behind_a_day():
    (claim,) = coded("أعلنت قوات المجلس الانتقالي الجنوبي سيطرتها، مساء الاثنين، على مدينة سيئون باليمن.")
    assert (claim.event.root, names(claim.event.actors)) == ("COERCE", ["stc"])


def test_by_whom_somebody_is_backed_is_nobody_new():
    (claim,) = coded("هاجم مسلحون مدعومون إيرانيا قاعدة في الحسكة بسوريا.")
    assert claim.event.actors[0].text.startswith("مسلحون")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("قتل ثلاثة عمال بينهم سوري في غارة على صور بلبنان.", "Surrey"),
        ("أفادت مصادر محلية بسقوط جرحى في السويداء بسوريا.", "بسقوط"),
        ("نصب الجيش حاجز مؤقت قرب الصورة في السويداء بسوريا.", "موقت"),
        ("قصفت الطائرات قاعدة وميناء في الحديدة باليمن.", "وميناء"),
    ],
)
def test_a_word_of_the_language_is_no_place(text, never):
    assert never not in {p.name for c in coded(text) for p in c.event.places}


def test_ibb_is_no_month():
    (claim,) = coded("هاجم مسلحون مركزا للشرطة في إب باليمن.")
    assert claim.event.occurred is None or claim.event.occurred.earliest is None
    (claim,) = coded("هاجم مسلحون مركزا للشرطة في آب 2030 في اليمن.")
    assert claim.event.occurred.earliest == date(2030, 8, 1)


def test_since_when_it_was_last_so_is_not_when_it_was():
    (claim,) = coded("شنت إسرائيل غارات على صور بلبنان في ضربات هي الأعنف منذ 3 أسابيع.")
    assert claim.event.occurred is None or claim.event.occurred.text is None


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("قتل لبناني في غارة إسرائيلية على صور.", "LBN"),
        ("أصيب فلسطيني برصاص قوات الاحتلال قرب طوباس.", "PSE"),
        ("استشهد سوري بقصف تركي على عفرين.", "SYR"),
    ],
)
def test_one_of_a_people_is_no_army(text, dead):
    (claim,) = [c for c in coded(text) if c.counts]
    assert [(a.id, a.country, a.sector) for a in claim.event.recipients] == [(None, dead, "CVL")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قتيلان في غارة إسرائيلية على شرق لبنان (وزارة الصحة)", "وزارة الصحة"),
        ("مقتل ستة جنود في هجوم على ثكنة وسط مالي (مصدر عسكري)", "مصدر عسكري"),
        ("قتيل في ضربة روسية على سومي (السلطات)", "السلطات"),
    ],
)
def test_who_stands_in_brackets_behind_a_headline_says_it(text, source):
    (claim,) = [c for c in coded(text) if c.counts]
    assert [s.text for s in claim.speakers] == [source]
    assert not any(source in a.text for a in claim.event.recipients)


def test_a_place_in_brackets_says_nothing():
    (claim,) = [c for c in coded("قتيلان في غارة إسرائيلية على بلدة يارون (جنوب لبنان)") if c.counts]
    assert not claim.speakers


def test_since_when_a_truce_holds_nobody_lays_down_arms():
    text = "أعلنت وزارة الصحة ارتفاع عدد الجرحى منذ بدء سريان وقف إطلاق النار في غزة إلى ستين جريحا."
    assert not [c for c in coded(text) if c.event.root == "RETREAT"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("أصيب راعيان جراء قصف وإطلاق نار من جانب الجيش الإسرائيلي في رفح.", "isr-mil"),
        ("جرح عاملان جراء استهداف من مسيّرة إسرائيلية شرق غزة.", "isr-mil"),
        ("أغلق معبر رفح بقرار من السلطات المصرية.", "egy-gov"),
        ("أعلن الجيش النيجيري القضاء على ستة مسلحين في بورنو.", "nga-mil"),
    ],
)
def test_who_stands_behind_the_last_of_several_deeds_did_them_all(text, doer):
    assert {name for c in coded(text) for name in names(c.event.actors)} == {doer}
    assert all(c.event.actors for c in coded(text) if c.counts)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("اندلعت اشتباكات في شبوة باليمن بين المجلس الانتقالي وحلف قبائل المنطقة.", ["stc", "حلف قبائل المنطقة"]),
        ("انسحبت الشرطة من السويداء، التي تشهد معارك بين الجيش السوري من جهة، ومسلحين من جهة أخرى.", ["syr-mil", "مسلحين"]),
    ],
)  # fmt: skip
def test_the_other_side_is_somebody_and_no_verb(text, sides):
    (claim,) = [c for c in coded(text) if c.event.root == "ASSAULT"]
    assert set(names(claim.event.actors)) <= set(sides)
    assert claim.event.actors


def test_by_whom_a_side_is_backed_is_no_side():
    text = "اندلعت اشتباكات في شبوة بين قوات المجلس الانتقالي المدعومة بقبائل من يافع والجيش اليمني."
    assert not any("قبائل" in a.text for c in coded(text) for a in c.event.actors)


@pytest.mark.parametrize(
    "text",
    [
        "قالت الوزارة إن التنظيم الذي قتل قائده في غارة أمريكية هاجم ثكنة في دير الزور.",
        "اعترف التنظيم الذي قتل زعيمه في ضربة فرنسية بهزيمته في المدينة.",
        "توعدت الجماعة التي قتل زعيمها في غارة أمريكية بالثأر.",
    ],
)
def test_a_body_whose_leader_was_killed_has_killed_nobody(text):
    deeds = [c.event for c in coded(text) if c.event.root == "ASSAULT"]
    assert not any("التنظيم" in a.text or "الجماعة" in a.text for e in deeds for a in e.actors)


def test_one_who_killed_his_wife_has_killed():
    (arrest, killing) = [c for c in coded("اعتقلت الشرطة الرجل الذي قتل زوجته في عدن.") if c.counts]
    assert names(arrest.event.recipients) == ["الرجل"]
    assert names(killing.event.actors) == ["الرجل"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قتل جنديان بعبوة زرعها مسلحون مجهولون على الطريق بين مأرب وشبوة.", "مسلحون مجهولون"),
        ("انفجر لغم زرعه الحوثيون بسيارة في الحديدة.", "houthis"),
        ("أصيب مواطن بقنبلة ألقاها العدو الإسرائيلي على بلدة عيترون.", "isr-mil"),
    ],
)
def test_who_laid_or_threw_a_weapon_acted_with_it(text, doer):
    assert by(text) == {doer}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("فجر انتحاري من حركة الشباب نفسه في سوق في مقديشو.", "al-shabaab"),
        ("فجر رجل من حركة الشباب نفسه قرب فندق في مقديشو.", "al-shabaab"),
        ("فجر عنصر من جماعة بوكو حرام نفسه في سوق في مايدوغوري.", "boko-haram"),
    ],
)
def test_himself_is_no_movement(text, doer):
    (claim,) = coded(text)
    assert (claim.event.mode, names(claim.event.actors)) == ("suicide-attack", [doer])


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("أصيب جنديان في عملية طعن نفذها فلسطيني في الخليل.", "PSE"),
        ("قتل شرطي في هجوم نفذه سوري في زولينغن.", "SYR"),
        ("أصيب شرطيان في هجوم شنه أفغاني في ميونيخ.", "AFG"),
    ],
)
def test_one_of_a_people_who_attacks_is_not_his_country(text, one):
    (claim,) = [c for c in coded(text) if c.event.actors]
    assert [(a.id, a.country, a.sector) for a in claim.event.actors] == [(None, one, "CVL")]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("نفى الجيش الإسرائيلي أن يكون قد أطلق النار على المدنيين.", "isr-mil"),
        ("نفت قوات الدعم السريع أن تكون قد أطلقت النار على المصلين في كادوقلي.", "rsf"),
        ("نفت الشرطة الكينية أن تكون قد أطلقت النار على المتظاهرين في نيروبي.", "ken-cop"),
    ],
)
def test_fire_opens_nothing(text, accused):
    (claim,) = [c for c in coded(text) if c.event.root == "ASSAULT"]
    assert claim.status.value == "denied"
    assert names(claim.event.actors) in ([accused], ["الشرطة الكينية"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استشهاد راع برصاص الاحتلال شرق خان يونس", "Khan Younis"),
        ("إصابة عاملين بقصف الاحتلال جنوب جباليا", "Jabalia"),
        ("استشهد صياد بنيران الاحتلال غرب رفح.", "Rafah"),
    ],
)
def test_an_occupier_who_fires_is_no_deed_with_a_place_of_its_own(text, place):
    (claim,) = [c for c in coded(text) if c.counts]
    assert names(claim.event.actors)[0] == "isr-mil"
    assert [place in p.name for p in claim.event.places] == [True]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("مقتل شاب برصاص مجهولين في درعا", ["شاب"]),
        ("مقتل عامل في قصف على مدينة رفح", ["عامل"]),
        ("مقتل مسلح في غارة على بلدة في درعا", ["مسلح"]),
        ("استشهاد فلسطيني برصاص الاحتلال في جنين", ["فلسطيني"]),
        ("مقتل لبناني بغارة على صور", ["لبناني"]),
    ],
)
def test_whom_a_death_befalls_is_no_adjective_of_it(text, whom):
    (claim,) = [c for c in coded(text) if c.counts]
    assert names(claim.event.recipients) == whom


@pytest.mark.parametrize("text", ["هجوم مسلح على حاجز في درعا", "اغتيال إسرائيلي لقيادي في صور"])
def test_how_or_by_whom_a_deed_was_done_is_still_an_adjective(text):
    (claim,) = [c for c in coded(text) if c.counts]
    assert not {"مسلح", "إسرائيلي"} & set(names(claim.event.recipients))
