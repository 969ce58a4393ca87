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
