"""A sentence of the program in another language: days, names, lists, and what nobody has said."""

import pytest

from hudna.model.incident import Where
from hudna.publish.naming import Naming
from hudna.publish.saying import reason_in, said_in, saying


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("nothing at all was told of Sabha since 4 March 2025", "لم يُذكر شيء عن سبها منذ 4 مارس 2025"),
        # Several sentences, each by itself.
        ("That is no withdrawal. Nothing else is told of it.", "ليس ذلك انسحاباً. لم يُذكر عنه غير ذلك."),
        # A name without a form of its own stands in quotation marks.
        ("expected and never read: Kadra Post", "متوقعة ولم تُقرأ قط: «Kadra Post»"),
        # A zone whose own name holds "and", alone, in a row and at its end.
        (
            "nothing at all was told of Tripoli and its surroundings since 4 March 2025",
            "لم يُذكر شيء عن طرابلس ومحيطها منذ 4 مارس 2025",
        ),
        (
            "sides heard: Sabha, Tripoli and its surroundings and Ghadames and the road to it",
            "الجهات المسموعة: سبها، طرابلس ومحيطها وغدامس والطريق إليها",
        ),
        (
            "sides heard: Misrata and the coast east of Tripoli, and Donetsk",
            "الجهات المسموعة: مصراتة والساحل شرق طرابلس ودونيتسك",
        ),
        # So does a zone of an agreement, listed or not.
        (
            "Whether they came from the zone “Contact line of 2020 west of Sirte and Jufra” or are in it is not told.",
            "لم يُذكر هل جاءت من المنطقة (خط التماس لعام 2020 غرب سرت والجفرة) أو هي فيها.",
        ),
        (
            "Whether they entered the zone “Hills and mills of Kadra” is not told.",
            "لم يُذكر هل دخلت المنطقة («Hills and mills of Kadra»).",
        ),
        # Words of a report in Arabic stand in the quotation marks of Arabic.
        ("“ناطق باسمها” is told of as moving forces.", "ذُكر عن «ناطق باسمها» تحريك قوات."),
        # Whoever is called so in a report, in a row with a phrase of the program's own.
        ("La missione Onu; carries Kadra Post", "«La missione Onu»؛ ينقل «Kadra Post»"),
        # A list, and a full stop that the phrase does not have.
        ("sides heard: east, west", "الجهات المسموعة: المعسكر الشرقي، المعسكر الغربي"),
    ],
)
def test_a_sentence_of_the_program_is_said(english, arabic):
    assert said_in("ar", english) == arabic


def test_english_stays_english_and_what_nobody_has_said_stays_as_it_is():
    assert saying("en") is None
    assert said_in("en", "nobody was heard") == "nobody was heard"
    assert said_in("ar", "Fighters left the town before dawn.") == "Fighters left the town before dawn."


def test_a_name_is_said_by_its_own_form_and_by_its_id():
    found = saying("ar")
    assert found.name("Libyan National Army") == found.name("lna")
    assert found.name("Nowhere in Particular") is None


def test_the_reason_of_an_alert_is_said_by_its_own_file():
    reason = {"kind": "denied", "values": {"by": ["lna"], "on": "2025-03-09"}, "text": "denied"}
    assert reason_in("ar", "libya", reason).startswith("نفي من")
    assert reason_in("ar", "libya", {"kind": None, "values": {}, "text": "nobody was heard"}) == "لم يُسمع أحد"


def test_a_sentence_may_begin_with_the_number_of_a_brigade():
    said = said_in("ar", "On what ground is not told. 128 Reinforced Brigade is told of as moving forces.")
    assert "told" not in said


@pytest.mark.parametrize(
    ("place", "arabic"),
    [
        ({"id": "geonames:290030", "name": "Doha", "country": "QAT", "precision": "town"}, "الدوحة"),
        ({"id": "naqoura-lbn", "name": "Naqoura", "country": "LBN", "precision": "town"}, "الناقورة"),
        ({"id": "ner-north", "name": "Northern Niger", "country": "NER", "precision": "region"}, "شمال النيجر"),
        ({"id": "el-obeid-sdn/west", "name": "El Obeid (west)", "country": "SDN", "precision": "area"}, "غرب الأبيض"),
        # Nobody has written it down in Arabic: the name stays, and nothing is made up.
        ({"id": None, "name": "Ridge camp", "country": "LBY", "precision": "area"}, "Ridge camp"),
    ],
)  # fmt: skip
def test_a_place_beyond_the_theatres_has_its_arabic_name(place, arabic):
    assert Naming("ar").place(Where(**place)) == arabic


def test_a_division_beyond_the_theatres_has_its_arabic_name():
    assert Naming("ar").division("UKR", "Donetsk") == "دونيتسك"
    assert Naming("ar").area("UKR/Kharkiv", "Kharkiv") == "خاركيف"
    assert Naming("en").area("UKR/Kharkiv", "Kharkiv") == "Kharkiv"


def test_a_site_that_only_a_report_in_another_script_names_is_told_by_its_town():
    site = Where(id="geonames:379252", name="مطار الخرطوم", precision="point", country="SDN")
    assert Naming("en").place(site) == "Khartoum (مطار الخرطوم)"
    unknown = Where(id=None, name="زرفانة", precision="point", country="SYR")
    assert Naming("en").place(unknown) == "زرفانة"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The LNA’s convoy movements in the oases", "Libyan National Army"),
        ("The LNA’s deployment", "Libyan National Army"),
        ("the LNA", None),
        ("the LNA's forces", None),
    ],
)
def test_what_somebody_does_is_not_what_he_is_called(words, said):
    assert Naming("en").actor("lna", words) == said
