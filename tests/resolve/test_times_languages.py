"""What must be sayable as data of any language's dates: shown for one like Arabic and one like Italian."""

from datetime import date

import pytest

from hudna.knowledge.dates import DateWords
from hudna.knowledge.folding import letters
from hudna.resolve.times import find_times

# A Friday.
PUBLISHED = date(2024, 8, 9)


def respelled(node):
    """As the loader gives it: one spelling of Arabic letters."""
    if isinstance(node, str):
        return letters(node)
    if isinstance(node, dict):
        return {respelled(key): respelled(value) for key, value in node.items()}
    return [respelled(item) for item in node] if isinstance(node, list) else node


ARABIC = DateWords.model_validate(
    respelled(
        {
            "language": "za",
            "day_first": True,
            "proclitics": ["و", "ف", "ب", "ل"],
            "tables": {
                # Two systems of names, with a third beside them, and both at once.
                "months": {
                    "يناير": 1,
                    "كانون الثاني": 1,
                    "مايو": 5,
                    "أيار": 5,
                    "أيار/مايو": 5,
                    "أغسطس": 8,
                    "آب": 8,
                },
                "weekdays": {"الاثنين": 0, "الثلاثاء": 1, "الأحد": 6},
                "numbers": {"ثلاثة": 3, "خمسة": 5, "عشرة": 10, "عشرين": 20, "ثلاثين": 30},
                "units": {"أيام": "D", "يوما": "D", "أسابيع": "W", "شهر": "M"},
                "dual": {"يومين": "D", "أسبوعين": "W"},
                "one": {"يوم": "D", "أسبوع": "W"},
                "ordinals": {"الأول": 1, "الثالث": 3},
                "near": {"أمس": -1, "اليوم": 0, "غدا": 1, "أول أمس": -2},
                "which": {"الماضي": -1, "الجاري": 0, "المقبل": 1, "القادم": 1},
                "day_word": {"يوم": 1},
            },
            "joins": {
                "range": ["إلى", "حتى"],
                "since": ["منذ"],
                "weekday": ["", ","],
                "number": [" و", " "],
                "ones_first": True,
            },
            "cues": {"future": ["سيجتمع", "سوف"], "past": ["قال", "وقع"]},
            "rules": [
                {
                    "id": "day",
                    "means": "date",
                    "forms": ["{day} {months=month}(&{year})?", "{ordinal=day} من {months=month}"],
                },
                {"id": "numeric", "means": "date", "forms": ["{day=first}/{day=second}/{year}"]},
                {"id": "month", "means": "month", "forms": ["{months=month} {which}"]},
                {
                    "id": "weekday",
                    "means": "weekday",
                    "forms": ["(يوم)? {weekdays=weekday}"],
                    "sets": {"which": 0},
                },
                {"id": "weekday.which", "means": "weekday", "forms": ["(يوم)? {weekdays=weekday} {which}"]},
                {
                    "id": "near",
                    "means": "offset",
                    "forms": ["{near=number}"],
                    "sets": {"unit": "D", "sign": 1},
                },
                {
                    "id": "ago",
                    "means": "offset",
                    "forms": ["قبل {number} {units=unit}"],
                    "sets": {"sign": -1},
                },
                {
                    "id": "ago.two",
                    "means": "offset",
                    "forms": ["قبل {dual=unit}"],
                    "sets": {"sign": -1, "number": 2},
                },
                {
                    "id": "ago.one",
                    "means": "offset",
                    "forms": ["قبل {one=unit}"],
                    "sets": {"sign": -1, "number": 1},
                },
            ],
        }
    )
)
ITALIAN = DateWords.model_validate(
    {
        "language": "zi",
        "day_first": True,
        "tables": {
            "months": {"maggio": 5, "agosto": 8},
            "weekdays": {"lunedì": 0, "martedì": 1, "domenica": 6},
            "numbers": {"due": 2, "tre": 3, "venti": 20, "ventuno": 21},
            "units": {"giorni": "D", "settimane": "W"},
            "which": {"scorso": -1, "scorsa": -1, "prossimo": 1},
            "ordinals": {"primo": 1},
        },
        "joins": {"range": ["al", "-"], "decimal": ","},
        "cues": {"future": ["riprenderanno"], "past_ending": ["to"]},
        "rules": [
            {
                "id": "day",
                "means": "date",
                "forms": [
                    "{day} {months=month} {year}?",
                    "{ordinal=day} {months=month}",
                    "{day=day1}~{day=day} {months=month}",
                ],
            },
            {"id": "weekday", "means": "weekday", "forms": ["{weekdays=weekday}"], "sets": {"which": 0}},
            {"id": "weekday.which", "means": "weekday", "forms": ["{weekdays=weekday} {which}"]},
            {"id": "ago", "means": "offset", "forms": ["{number} {units=unit} fa"], "sets": {"sign": -1}},
        ],
    }
)
DAYS = {
    "day and month": (ARABIC, "في 3 مايو 2021 انسحبوا", "2021-05-03", "2021-05-03"),
    "the other name of the month": (ARABIC, "في 3 أيار 2021 انسحبوا", "2021-05-03", "2021-05-03"),
    "both names": (ARABIC, "في 3 أيار/مايو 2021 انسحبوا", "2021-05-03", "2021-05-03"),
    "a name of two words": (ARABIC, "في 3 كانون الثاني 2021 انسحبوا", "2021-01-03", "2021-01-03"),
    "another hamza": (ARABIC, "في 3 ايار 2021 انسحبوا", "2021-05-03", "2021-05-03"),
    "Eastern digits": (ARABIC, "في ٣ مايو ٢٠٢١ انسحبوا", "2021-05-03", "2021-05-03"),
    "figures, the day first": (ARABIC, "بتاريخ ٠٣/٠٥/٢٠٢١", "2021-05-03", "2021-05-03"),
    "an ordinal": (ARABIC, "في الثالث من مايو", "2024-05-03", "2024-05-03"),
    "a weekday": (ARABIC, "وقع الهجوم يوم الاثنين", "2024-08-05", "2024-08-05"),
    "a weekday with and written on it": (ARABIC, "وقع الهجوم الأحد والاثنين", "2024-08-04", "2024-08-05"),
    "last Monday": (ARABIC, "الاثنين الماضي", "2024-08-05", "2024-08-05"),
    "next Monday": (ARABIC, "سيجتمع الاثنين المقبل", "2024-08-12", "2024-08-12"),
    "a Monday to come": (ARABIC, "سيجتمع الطرفان يوم الاثنين", "2024-08-12", "2024-08-12"),
    "yesterday": (ARABIC, "وقع أمس", "2024-08-08", "2024-08-08"),
    "two words for one day": (ARABIC, "وقع أول أمس", "2024-08-07", "2024-08-07"),
    "three days ago": (ARABIC, "قبل ثلاثة أيام", "2024-08-06", "2024-08-06"),
    "ones before tens": (ARABIC, "قبل خمسة وعشرين يوما", "2024-07-15", "2024-07-15"),
    "a dual": (ARABIC, "قبل يومين", "2024-08-07", "2024-08-07"),
    "a single day": (ARABIC, "قبل يوم", "2024-08-08", "2024-08-08"),
    "last May": (ARABIC, "مايو الماضي", "2024-05-01", "2024-05-31"),
    "a stretch": (ARABIC, "من 3 مايو إلى 5 مايو", "2024-05-03", "2024-05-05"),
    "since": (ARABIC, "منذ 3 مايو", "2024-05-03", "2024-08-09"),
    "day and month in Latin": (ITALIAN, "Il 3 maggio 2021 si ritirarono", "2021-05-03", "2021-05-03"),
    "the first": (ITALIAN, "Il primo maggio", "2024-05-01", "2024-05-01"),
    "a weekday with an accent": (ITALIAN, "Colpito martedì", "2024-08-06", "2024-08-06"),
    "which behind the weekday": (ITALIAN, "lunedì scorso", "2024-08-05", "2024-08-05"),
    "ago behind the number": (ITALIAN, "tre settimane fa", "2024-07-16", "2024-07-22"),
    "a number in one word": (ITALIAN, "ventuno giorni fa", "2024-07-19", "2024-07-19"),
    "a stretch that shares its month": (ITALIAN, "dal 3-5 maggio", "2024-05-03", "2024-05-05"),
}


@pytest.mark.parametrize(("words", "text", "earliest", "latest"), DAYS.values(), ids=DAYS)
def test_days_of_other_languages(words, text, earliest, latest):
    found = find_times(letters(text), published=PUBLISHED, words=words)
    assert [(str(m.earliest), str(m.latest)) for m in found] == [(earliest, latest)]


def test_a_word_that_only_begins_like_a_proclitic_is_no_date():
    assert find_times(letters("وقعت بلدة الاثنينية"), published=PUBLISHED, words=ARABIC) == ()
