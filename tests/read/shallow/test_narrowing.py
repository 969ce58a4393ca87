"""Which readings the neighbours of an Arabic word rule out, one question a test."""

import pytest

from hudna.knowledge.glued import load_glue
from read.shallow.shallow_reading import clause, core, tagged


def readings(text: str) -> dict[str, str]:
    words = tagged(text, "ar")
    return {low: form.tag for low, form in zip(words.low, words.forms, strict=True)}


def tense(text: str, word: str) -> str:
    words = tagged(text, "ar")
    return words.forms[words.low.index(word)].tense


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("أفاد الحارس بتعرض القافلة لكمين.", "تعرض", "noun"),
        ("تعرض الحارس لكمين.", "تعرض", "verb"),
        ("الكتيبة التي تنشط في الوادي هادئة.", "تنشط", "verb"),
        ("الكتيبة التي تتحلحل في الوادي هادئة.", "تتحلحل", "verb"),
        ("لم يقم أحد بالدورية.", "يقم", "verb"),
        ("قصفت الطائرات قرية الدوحان غربي المحافظة.", "غربي", "noun"),
        ("قصفت المدفعية الجانب الغربي من التل.", "الغربي", "adjective"),
        ("أمهل المجلس العسكري السكان يومين.", "العسكري", "adjective"),
        ("اعتقلت الشرطة العسكري الفار.", "العسكري", "noun"),
        ("أحبط الحراس محاولة لنسف الجسر.", "محاوله", "noun"),
        ("رصد الحراس رتلا عسكريا قرب الجسر.", "عسكريا", "adjective"),
        ("فجّر مسلح نفسه قرب الجسر.", "فجر", "verb"),
        ("وصل الرتل فجر السبت.", "فجر", "noun"),
        ("انسحب الرتل من مدينة تدمر.", "تدمر", "name"),
        ("الطائرات تدمر الجسر.", "تدمر", "verb"),
        ("قتل الحارس برصاص مجهولين.", "مجهولين", "noun"),
        ("كان المسلح يخطط للفرار.", "يخطط", "verb"),
    ],
)
def test_a_word_is_what_its_neighbours_leave(text, word, tag):
    assert readings(text)[word] == tag


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("القوات تدخل البلدة.", "تدخل", "present"),
        ("وصل الرتل، قبل أن تفرق الشرطة الحشد.", "تفرق", "present"),
        ("وصل الرتل بعد أن تفرق الحشد.", "تفرق", "past"),
    ],
)
def test_of_two_verbs_written_alike_one_agrees(text, word, told):
    assert tense(text, word) == told


def test_a_country_spelt_like_an_adjective_is_none_with_the_sign_of_an_object():
    assert readings("رصد الحراس رتلاً تركياً قرب الجسر.")["تركيا"] == "adjective"


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("به", ["ب", "ه"]), ("له", ["ل", "ه"]), ("بها", ["ب", "ها"]), ("ولكم", ["و", "ل", "كم"])],
)
def test_a_preposition_and_its_pronoun_are_two_words(word, pieces):
    assert [p.low for p in load_glue("ar").pieces(word)] == pieces


def test_and_is_cut_from_the_second_word_of_a_pair():
    assert [p.low for p in load_glue("ar").pieces("والمسلمين")] == ["و", "المسلمين"]


def test_who_says_so_stands_behind_the_pronoun():
    found = clause("احترق المخزن، وفق ما أفاد به حارس.", "افاد", "ar")
    assert core(found.subject) == "حارس"


def test_the_object_of_an_owned_deed_is_no_object_of_the_verb():
    found = clause("أصيب حارس خلال اقتحامها مخزنا قرب الجسر.", "اصاب", "ar")
    assert [core(o) for o in found.objects] == ["حارس"]


def test_a_plural_with_an_article_is_an_object_by_its_ending():
    found = clause("اقتحمت عناصر من الكتيبة المخزن وأجبرت العاملين على الرحيل.", "اجبر", "ar")
    assert core(found.subject) == "عناصر"
    assert core(found.objects[0]) == "العاملين"


def test_what_came_of_it_has_no_subject_behind_it():
    found = clause("قصفت المدفعية الحي، ما أوقع سبعة قتلى.", "اوقع", "ar")
    assert found.subject is None
    assert core(found.objects[0]) == "سبعة قتلى"


def test_what_happened_next_is_told_behind_a_comma_only():
    behind = "أغلق السكان الطريق، قبل أن تفرقهم الشرطة."
    assert clause(behind, "فرق", "ar").tense == "infinitive"
    assert clause("أغلق السكان الطريق قبل أن تفرقهم الشرطة.", "فرق", "ar").tense == "present"


def test_an_accused_takes_what_he_is_accused_of():
    found = clause("قبضت الشرطة على متهم باغتيال حارس.", "اغتيال", "ar")
    assert found.noun is not None
    assert found.noun.head == "متهم"


def test_a_deed_that_says_which_people_takes_nothing_of_theirs():
    found = clause("أصيب عامل إغاثة بجروح قرب الجسر.", "اصاب", "ar")
    assert [o.preposition for o in found.obliques] == ["with", "near"]


def test_an_aside_behind_a_quotation_ends_at_the_next_comma():
    found = clause("شن مقاتلو «النجم»، التي تنشط منذ سنوات، هجوما على ثكنة.", "شن", "ar")
    assert [core(o) for o in found.objects] == ["هجوما"]


def test_saying_goes_on_behind_what_is_said_without_a_verb():
    found = clause("وصفت المنظمة ما جرى بأنه «مجزرة»، ودعت إلى تحقيق.", "دعا", "ar")
    assert core(found.subject) == "المنظمة"


def test_a_bare_word_behind_a_feminine_noun_says_of_what_kind_it_is():
    assert readings("رصد الحراس سفينة شحن يونانية.")["شحن"] == "noun"
    assert readings("شنت القوة حملة دهم واعتقالات.")["دهم"] == "noun"
    assert readings("الحراس قالوا إن جنوده أطلقوا النار.")["اطلقوا"] == "verb"


def test_several_men_do_not_go_on_from_what_one_thing_does():
    found = clause("أطلق مسلحون النار على حافلة تقل زوارا، فقتلوا تسعة منهم.", "قتل", "ar")
    assert core(found.subject) == "مسلحون"


def test_whoever_is_named_behind_the_verb_warns_where_who_acted_does_not_agree():
    found = clause("عزز الجيش انتشاره، وحذرت أسمرة من العواقب.", "حذر", "ar")
    assert core(found.subject) == "أسمرة"
