"""How many killed, how many injured: low, best, high and the words."""

import pytest

from extract.coding import told
from hudna.extract.casualties import find_tolls, number, widened
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.language import claimed_languages
from hudna.model.claim import Count

ENGLISH = load_casualty_words("en")

# sentence, (kind, low, best, high, words) in order
TOLLS = {
    "a figure": ("Five people were killed.", [("killed", 5, 5, 5, "Five")]),
    "digits": ("Rebels killed 12 soldiers.", [("killed", 12, 12, 12, "12")]),
    "a thousand with a comma": ("Rebels killed 1,200 people.", [("killed", 1200, 1200, 1200, "1,200")]),
    "words with a hyphen": (
        "Rebels killed twenty-one villagers.",
        [("killed", 21, 21, 21, "twenty-one")],
    ),
    "dozens counted": ("Rebels killed two dozen villagers.", [("killed", 24, 24, 24, "two dozen")]),
    "dozens": ("Rebels killed dozens of villagers.", [("killed", 24, None, None, "dozens")]),
    "scores": ("Scores were killed.", [("killed", 40, None, None, "Scores")]),
    "a hundred": ("Three hundred people were killed.", [("killed", 300, 300, 300, "Three hundred")]),
    "one man": ("A policeman was killed.", [("killed", 1, 1, 1, "A")]),
    "at least": ("At least 12 people died.", [("killed", 12, 12, None, "At least 12")]),
    "more than": ("More than 30 were killed.", [("killed", 30, 30, None, "More than 30")]),
    "up to": ("Up to 30 people were killed.", [("killed", None, 30, 30, "Up to 30")]),
    "fewer than": ("Fewer than 30 people were killed.", [("killed", None, None, 30, "Fewer than 30")]),
    "about": ("About 30 people were killed.", [("killed", 30, 30, 30, "About 30")]),
    "a range": ("Rebels killed 12 to 15 soldiers.", [("killed", 12, None, 15, "12 to 15")]),
    "a sum": (
        "25 militants and four soldiers were killed.",
        [("killed", 29, 29, 29, "25 militants and four")],
    ),
    "left dead": ("The attack left 14 people dead.", [("killed", 14, 14, 14, "14")]),
    "a toll": ("Officials put the toll at 14.", [("killed", 14, 14, 14, "14")]),
    "a toll that rose": ("The death toll rose to 14.", [("killed", 14, 14, 14, "14")]),
    "deaths": ("The ministry counts 14 deaths.", [("killed", 14, 14, 14, "14")]),
    "injured": ("Seven people were injured.", [("injured", 7, 7, 7, "Seven")]),
    "killing and wounding": (
        "Rebels attacked, killing 12 soldiers and wounding 20.",
        [("killed", 12, 12, 12, "12"), ("injured", 20, 20, 20, "20")],
    ),
    "killed and wounded": (
        "Three people were killed and seven were wounded.",
        [("killed", 3, 3, 3, "Three"), ("injured", 7, 7, 7, "seven")],
    ),
    "an aside": (
        "Three people, among them a child, were killed.",
        [("killed", 3, 3, 3, "Three")],
    ),
    "no one": ("No one was killed.", []),
    "a share": ("The drought killed 40 percent of the herd.", []),
    "a distance": ("The rocket hit 12 km from the town.", []),
    "a year": ("In 2031 killed soldiers were honoured.", []),
    "hours": ("The raid killed two hours of talks.", []),
    "people without harm": ("Rebels freed 12 soldiers.", []),
}


@pytest.mark.parametrize(("text", "expected"), TOLLS.values(), ids=TOLLS)
def test_tolls(text, expected):
    found = find_tolls(text, 0, len(text), ENGLISH)
    assert [(t.kind, t.count.low, t.count.best, t.count.high, t.count.text) for t in found] == expected
    assert all(text[t.count.start : t.count.end] == t.count.text for t in found)


PROVED = [(code, e) for code in claimed_languages() for e in load_casualty_words(code).examples]
QUIET = [(code, text) for code in claimed_languages() for text in load_casualty_words(code).counter]


@pytest.mark.parametrize(("code", "example"), PROVED, ids=[f"{c}-{n}" for n, (c, _) in enumerate(PROVED)])
def test_a_language_tells_the_tolls_of_its_examples(code, example):
    found = find_tolls(example.text, 0, len(example.text), load_casualty_words(code))
    for kind in ("killed", "injured"):
        counts = [t.count for t in found if t.kind == kind]
        assert tuple((c.text, c.low, c.best, c.high) for c in counts) == getattr(example, kind)


@pytest.mark.parametrize(("code", "text"), QUIET, ids=[f"{c}-{n}" for n, (c, _) in enumerate(QUIET)])
def test_a_language_finds_no_toll_in_its_counter_examples(code, text):
    assert find_tolls(text, 0, len(text), load_casualty_words(code)) == ()


def test_only_inside_the_span():
    text = "Five people were killed. Six soldiers were killed."
    assert [t.count.best for t in find_tolls(text, 25, len(text), ENGLISH)] == [6]


NUMBERS = {
    "digits": ("12", 12),
    "a comma": ("1,200", 1200),
    "a word": ("Seventeen", 17),
    "two words": ("forty-two", 42),
    "an article": ("a", 1),
    "a dozen": ("a dozen", 12),
    "dozens without a count": ("dozens", None),
    "hundreds": ("two hundred", 200),
    "no number": ("troops", None),
    "nothing": (None, None),
}


@pytest.mark.parametrize(("words", "value"), NUMBERS.values(), ids=NUMBERS)
def test_value_of_a_number_word(words, value):
    assert number(words, ENGLISH) == value


def test_two_figures_widen_the_range_and_nobody_is_overruled():
    both = widened([Count(low=12, best=12, high=12, text="12"), Count(low=15, best=15, high=None, text="15")])
    assert (both.low, both.best, both.high, both.text) == (12, 12, 15, "12")


def test_no_figure_is_no_count():
    assert widened([]) == Count()


# sentence, event word, killed, injured: low, best, high
TOLD = {
    "an attack with its dead and wounded": (
        "Rebels attacked a convoy near Bukavu, killing at least 12 soldiers and wounding 20.",
        "attacked",
        (12, 12, None),
        (20, 20, 20),
    ),
    "a car bomb": (
        "A car bomb exploded in Aden, killing three people and injuring seven others.",
        "exploded",
        (3, 3, 3),
        (7, 7, 7),
    ),
    "a sum of two sides": (
        "Twenty-five militants and four soldiers were killed in clashes in Bukavu.",
        "clashes",
        (29, 29, 29),
        (None, None, None),
    ),
    "the dead told in the next sentence": (
        "Rebels attacked Bukavu on Monday. Three soldiers were killed.",
        "killed",
        (3, 3, 3),
        (None, None, None),
    ),
    "the dead belong to the killing, not to the capture": (
        "Rebels captured the town of Bukavu on Monday, killing at least 12 soldiers.",
        "killing",
        (12, 12, None),
        (None, None, None),
    ),
}


@pytest.mark.parametrize(("text", "trigger", "killed", "injured"), TOLD.values(), ids=TOLD)
def test_toll_of_an_event(text, trigger, killed, injured):
    event = told(text, trigger).event
    dead, hurt = event.fatalities, event.injuries
    assert (dead.low, dead.best, dead.high) == killed
    assert (hurt.low, hurt.best, hurt.high) == injured


def test_a_meeting_has_no_toll():
    event = told("The general met the envoy in Bukavu, where 12 people were killed.", "met").event
    assert event.fatalities == Count()
