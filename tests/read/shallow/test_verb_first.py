"""Clauses of a language that puts its verb first and writes small words on the next one."""

import pytest

from read.shallow.shallow_reading import clause, core, read, tagged


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقصفت الطائرات السوق.", ["و", "قصفت", "الطايرات", "السوق", "."]),
        ("فأطلقوا الرهائن.", ["ف", "اطلقوا", "الرهاين", "."]),
        ("نفى قصفه للقرية.", ["نفي", "قصف", "ه", "ل", "القريه", "."]),
        ("وصلت وفود.", ["وصلت", "وفود", "."]),
    ],
)
def test_small_words_written_on_others_stand_apart(text, words):
    assert tagged(text, "ar").low == words


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "objects"),
    [
        ("قصف الجيش مواقع المتمردين.", "قصف", "الجيش", ["مواقع المتمردين"]),
        ("الجيش يقصف مواقع المتمردين.", "قصف", "الجيش", ["مواقع المتمردين"]),
        ("هاجم مسلحون نقطة تفتيش.", "هاجم", "مسلحون", ["نقطة تفتيش"]),
        ("قُتل ثلاثة جنود.", "قتل", None, ["ثلاثة جنود"]),
        ("أعلنت الوزارة أن المسلحين أطلقوا الرهائن.", "اطلق", "المسلحين", ["الرهائن"]),
        ("الهجوم الذي شنه المتمردون على البلدة انتهى.", "انتهي", "الهجوم", []),
        ("الجيش هو من أسقط الطائرة.", "اسقط", "الجيش", ["الطائرة"]),
        ("أغلق جنود الطريق.", "اغلق", "جنود", ["الطريق"]),
        ("نهبت كتيبة مستشفى في المدينة.", "نهب", "كتيبة", ["مستشفى"]),
        ("داهم فصيل مسلح قرية.", "داهم", "فصيل مسلح", ["قرية"]),
        ("فصيل مسلح فجر جسرا.", "فجر", "فصيل مسلح", ["جسرا"]),
        ("غادر لواء 444 المنطقة.", "غادر", "لواء 444", ["المنطقة"]),
        ("القوات الخاصة هاجمت البلدة.", "هاجم", "القوات الخاصة", ["البلدة"]),
        ("نفى الجيش أن تكون قواته قد قصفت المستشفى.", "قصف", "قواته", ["المستشفى"]),
        ("الكتيبة 301 هاجمت قرية كالا.", "هاجم", "الكتيبة 301", ["قرية كالا"]),
        ("اللواء 17 مشاة هاجم البلدة.", "هاجم", "اللواء 17 مشاة", ["البلدة"]),
        ("في عام 2015، قصف الجيش المدينة.", "قصف", "الجيش", ["المدينة"]),
        ("قصف الجيش، بدعم من طائرات مسيرة، مدينة كالا.", "قصف", "الجيش", ["مدينة كالا"]),
        ("استعادت القوات، مدعومة بحلفائها، السيطرة على المدينة.", "استعاد", "القوات", ["السيطرة"]),
        ("اتهم سكان محليون مسلحين بحرق السوق.", "اتهم", "سكان محليون", ["مسلحين"]),
        ("اتهم الوزير الجيش بأنه هاجم البلدة.", "هاجم", "الجيش", ["البلدة"]),
    ],
)
def test_participants(text, lemma, subject, objects):
    found = clause(text, lemma, "ar")
    assert (core(found.subject), [core(o) for o in found.objects]) == (subject, objects)


def test_a_verb_of_happening_leaves_the_deed_to_its_noun():
    deed = clause("تم قصف المستشفى.", "قصف", "ar")
    assert (deed.link, [(o.preposition, core(o.phrase)) for o in deed.obliques]) == (
        "argument",
        [("of", "المستشفى")],
    )


def test_a_deed_in_a_relative_clause_has_its_doer():
    deed = next(c for c in read("الهجوم الذي شنه المتمردون على البلدة انتهى.", "ar") if c.lemma == "هجوم")
    assert core(deed.subject) == "المتمردون"


@pytest.mark.parametrize("text", ["لم يقصف الجيش القرية.", "لن يقصف الجيش القرية."])
def test_what_is_not_done_is_denied(text):
    assert clause(text, "قصف", "ar").negation is not None


def test_an_owner_written_behind_its_noun_is_known():
    subject = clause("قال الجيش إن قواته قصفت سرت.", "قصف", "ar").subject
    assert subject is not None
    assert subject.possessor is not None
    assert (subject.possessor.pronoun, subject.possessor.text) == ("their", "ه")


@pytest.mark.parametrize(
    ("text", "lemma", "subject", "objects"),
    [
        ("أفرجت الجماعة عن أسرى.", "افرج", "الجماعة", []),
        ("شنت المقاتلات، مساء السبت، غارات على البلدة.", "شن", "المقاتلات", ["غارات"]),
        ("اتهمت موسكو كييف بقصف القرية.", "اتهم", "موسكو", ["كييف"]),
    ],
)
def test_who_acts_is_found_behind_prepositions_asides_and_capitals(text, lemma, subject, objects):
    found = clause(text, lemma, "ar")
    assert (core(found.subject), [core(o) for o in found.objects]) == (subject, objects)


def test_a_deed_before_its_object_has_its_owner_as_doer():
    deed = next(c for c in read("استعادة الجيش السيطرة على المدينة.", "ar") if c.lemma == "استعاده")
    assert [(o.preposition, core(o.phrase)) for o in deed.obliques][:1] == [("by", "الجيش")]


def test_a_verb_with_a_pronoun_behind_a_deed_describes_it_in_a_headline():
    deed = next(c for c in read("مقتل قائد في غارة نفذتها طائرة أمريكية.", "ar") if c.lemma == "غاره")
    assert core(deed.subject) == "طائرة أمريكية"


def test_an_alif_with_a_sign_is_no_article():
    assert tagged("فألحق أضرارا.", "ar").low[:2] == ["ف", "الحق"]


@pytest.mark.parametrize("text", ["كما هاجمت قرية كالا.", "كما أخلت قاعدة جوية.", "كما اقتحمت مقر البلدية."])
def test_a_form_or_a_gender_that_no_passive_has_leaves_out_who_acts(text):
    found = read(text, "ar")[0]
    assert (found.passive, len(found.objects)) == (False, 1)


def test_what_still_goes_on_is_told_of_whoever_waits_for_a_verb():
    found = clause("قال الوزير إن الجيش الذي قصف قرية ما زال في المنطقة.", "زال", "ar")
    assert core(found.subject) == "الجيش"


def test_an_answer_to_a_condition_would_be():
    found = clause("لو شن الجيش هجوما لانهارت الهدنة.", "انهار", "ar")
    assert [m.lemma for m in found.modals] == ["would"]


def test_the_owner_of_a_deed_acts_where_its_object_follows():
    deed = clause("أغلقت المدارس أبوابها إثر خطف الجيش ثلاثة عمال.", "خطف", "ar")
    assert [(o.preposition, core(o.phrase)) for o in deed.obliques] == [("by", "الجيش"), ("of", "ثلاثة عمال")]
