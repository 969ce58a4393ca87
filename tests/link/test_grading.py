"""How far an origin is believed: the speaker's letter, else the outlet's, lowered for whom it quotes."""

import pytest

from link.tellings import known, link, nameless, only, told

OFFICIAL = {"text": "the harbour master", "kind": "official"}


def letters(**fields):
    return only(link(told("a1", **fields))).origin_letters


@pytest.mark.parametrize(
    ("fields", "letter"),
    [
        ({"source": "Kadra Post"}, "B"),
        ({"source": None}, "F"),
        ({"source": "Kadra Post", "said_by": ("mission",)}, "A"),
        ({"source": "Kadra Post", "said_by": (nameless(),)}, "C"),
        ({"source": "Front Radio", "said_by": (nameless(),)}, "E"),
        ({"source": None, "said_by": (nameless(),)}, "F"),
        ({"source": "Nobody's Paper", "said_by": (nameless(),)}, "F"),
        ({"source": "Kadra Post", "said_by": (OFFICIAL,)}, "D"),
        ({"source": "Kadra Post", "said_by": ("front",), "by": ("front",), "status": "declared"}, "D"),
        ({"source": "Kadra Post", "said_by": ("front",), "by": ("guard",), "status": "alleged"}, "F"),
    ],
)
def test_an_outlet_vouches_for_whom_it_quotes_but_not_for_what_a_camp_says_of_others(fields, letter):
    assert letters(**fields) == (letter,)


def test_what_is_shown_as_the_grade_stays_that_of_who_vouches():
    found = only(link(told("a1", said_by=(nameless(),))))
    assert (found.grade.reliability, found.origin_letters) == ("F", ("C",))


def test_who_only_denies_or_forecasts_has_no_letter():
    assert letters(status="planned") == ("F",)
    assert known().outlet("Kadra Post").reliability == "B"


TEXT = "shells fell on the town, a shell fell on the town of Norhaven"
FIRST, SECOND = "shells fell on the town", "a shell fell on the town of Norhaven"


def quoted(name, words, who, report, source="Kadra Post"):
    return told(name, words, text=TEXT, report=report, source=source, said_by=(who,))


def test_three_voices_that_one_report_quotes_corroborate_nothing():
    found = only(link(quoted("a1", FIRST, "mission", "r1"), quoted("a2", SECOND, "clinic", "r1")))
    assert (len(found.origins), found.independent, found.independent_origins) == (2, 1, 1)
    assert (found.verification, found.ladder) == ("reported", 1)
    assert found.grade.credibility == "3"
    assert "told alike by voices that one outlet quotes" in found.grade.because


def test_two_voices_by_two_owners_corroborate_one_another():
    found = only(link(told("a1", said_by=("mission",)), told("b1", source="Selen Wire", said_by=("clinic",))))
    assert (found.independent, found.verification, found.ladder) == (2, "corroborated", 2)
    assert found.grade.credibility == "1"


def test_two_outlets_of_one_owner_corroborate_nothing():
    given = told("a1", said_by=("mission",)), told("b1", source="Marsh Herald", said_by=("clinic",))
    found = only(link(*given))
    assert (len(found.origins), found.independent, found.verification) == (2, 1, "reported")


def test_a_copy_is_no_second_way_for_the_voices_of_its_original():
    given = [
        quoted(f"{report}{number}", words, who, report, source)
        for report, source in (("r1", "Kadra Post"), ("r2", "Selen Wire"))
        for number, words, who in ((1, FIRST, "mission"), (2, SECOND, "clinic"))
    ]
    found = only(link(*given))
    assert found.origins == (("r1", "r2"), ("r1", "r2"))
    assert (found.independent, found.verification) == (1, "reported")


def test_one_speaker_heard_by_two_owners_is_one_origin():
    given = told("a1", said_by=("mission",)), told("b1", source="Selen Wire", said_by=("mission",))
    found = only(link(*given))
    assert (found.origins, found.independent) == ((("report-a1", "report-b1"),), 1)


def test_both_sides_through_one_outlet_are_believed_less_than_through_two():
    one = only(link(quoted("a1", FIRST, "front", "r1"), quoted("a2", SECOND, "guard", "r1")))
    two = only(link(told("a1", said_by=("front",)), told("b1", source="Selen Wire", said_by=("guard",))))
    assert (one.grade.credibility, two.grade.credibility) == ("3", "2")
    assert (one.verification, two.verification) == ("reported", "reported")
