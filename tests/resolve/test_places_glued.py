"""Places where names have no capitals: behind words for where, with signs, of two words."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def places(text: str) -> dict[str, str | None]:
    """Each place of an Arabic report, as written → its country."""
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="ar")])
    return {m.text: m.country for m in coded.mentions.places}


def test_a_name_that_no_list_has_is_somewhere_near_behind_a_word_for_where():
    found = places("سقطت قذائف قرب زرفانة في ريف درعا بسوريا.")
    assert found["زرفانة"] == "SYR"


@pytest.mark.parametrize(
    "text", ["نشر الجيش بيانه في الصباح بدرعا في سوريا.", "قال ذلك في تصريحه بدرعا في سوريا."]
)
def test_a_known_word_behind_it_is_none(text):
    assert set(places(text)) <= {"درعا", "سوريا"}


def test_a_word_with_the_sign_of_an_object_names_no_place():
    assert "برياً" not in places("فرضت الجماعة حصاراً برياً على تمبكتو في مالي.")


def test_a_name_of_two_words_is_not_its_second_word_in_another_country():
    found = places("أغارت مسيرة على رتل قرب بصر الحرير في ريف درعا بسوريا.")
    assert found["بصر الحرير"] == "SYR"
    assert "الحرير" not in found


def test_the_name_of_a_quarter_may_begin_with_a_title():
    assert "حي الشيخ مقصود" in places("سقطت قذيفة في حي الشيخ مقصود بحلب.")


def test_words_of_time_and_of_offices_end_a_name():
    assert "معسكر بير" in places("أخلت البعثة معسكر بير الشهر الماضي شمال تمبكتو في مالي.")
    assert "مديرية المخابرات" not in places("دهمت دورية من مديرية المخابرات منزلا في بيروت بلبنان.")


@pytest.mark.parametrize("name", ["البحر الأحمر", "خليج عدن", "مضيق هرمز", "كردفان"])
def test_seas_and_regions_have_their_arabic_names(name):
    assert name in places(f"وقع الهجوم في {name} أمس.")


def test_a_kind_that_belongs_to_a_listed_name_makes_no_other_place():
    (coded,) = code_reports(
        [
            Report(
                id="r",
                text="غادرت القوات قاعدة الجفرة باتجاه القطرون في ليبيا.",
                published="2031-03-12",
                language="ar",
            )
        ]
    )
    base = next(m for m in coded.mentions.places if m.text == "قاعدة الجفرة")
    assert base.name == "Al Jufra air base"


@pytest.mark.parametrize(
    "text", ["تجددت المواجهات في طرابلس اللبنانية.", "تجددت المواجهات بطرابلس (شمال لبنان) أمس."]
)
def test_the_country_said_right_behind_a_name_decides(text):
    assert places(text)["طرابلس"] == "LBN"


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("قالت وزارة الصحة الفلسطينية إن فتى قتل في يعبد شمالي الضفة الغربية.", "يعبد", "PSE"),
        ("قال المرصد السوري إن مسلحين هاجموا حاجزا في جرابلس بسوريا.", "جرابلس", "SYR"),
        ("قال مصدر عسكري يمني إن الحوثيين قصفوا مواقع في صرواح باليمن.", "صرواح", "YEM"),
        ("قالت خلية الإعلام العراقية إن انفجارا وقع في تكريت بالعراق.", "تكريت", "IRQ"),
        ("قال الجيش اللبناني إن طائرات أغارت على بعلبك في لبنان.", "بعلبك", "LBN"),
    ],
)
def test_a_town_of_the_country_that_is_told_of_needs_no_kind_before_it(text, town, country):
    assert places(text).get(town) == country


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قصفت القوات السورية مواقع في الباب الخلفي للثكنة بسوريا.", "الخلفي"),
        ("قال المرصد السوري إن القوات أقامت في المزرعة المجاورة بسوريا.", "المزرعة"),
        ("قالت وزارة الصحة اللبنانية إن النازحين يقيمون في الخيام منذ شهر بلبنان.", "الخيام"),
    ],
)
def test_a_word_that_reports_use_as_such_needs_one(text, word):
    assert word not in places(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("استمر القتال في طرابلس بليبيا لفترة وجيزة.", "جيزة"),
        ("دخلت القوات سرت في ليبيا لأول مرة.", "لأول"),
        ("اندلعت معارك في مايو الماضي قرب سرت بليبيا.", "مايو"),
    ],
)
def test_whole_words_and_months_hold_no_towns(text, word):
    assert word not in places(text)


def last_place(text: str) -> str:
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="ar")])
    return coded.mentions.places[-1].name


def test_the_camp_is_the_camp_named_before():
    text = "اقتحم الجنود مخيم جنين. ثم هاجموا قرية شرقي قلقيلية. وغادر الأهالي المخيم."
    assert last_place(text) == "Jenin camp"


def test_the_town_is_not_one_that_only_tells_where_another_lies():
    text = "سقطت قذائف على بلدة بارا شمالي الأبيض في السودان. ثم دخل الجنود المدينة."
    assert last_place(text) == "Bara"


def test_the_market_of_the_town_is_in_no_town_of_that_name():
    assert "سوق المدينة" not in places("سقطت قذائف على سوق المدينة في الأبيض بالسودان.")


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("ar", "قصف مسلحون مطار معيتيقة في طرابلس.", "mitiga"),
        ("ar", "قصف الجيش مطار الخرطوم.", "geonames:379252"),
        ("en", "The army shelled Khartoum airport on Sunday.", None),
    ],
)
def test_a_site_lies_at_the_place_it_is_named_after(language, text, where):
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language=language)])
    (event,) = [c.event for c in coded.claims if c.event is not None]
    assert event.places[0].id == where
    assert event.places[0].lat is not None
