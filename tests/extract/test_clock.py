"""When an event is said to have happened, and how the days were found."""

from datetime import date

import pytest

from extract.coding import told
from extract.marks import wrong


def march(day: int) -> date:
    return date(2031, 3, day)


# text, event word, earliest, latest, precision, basis, words; the report is of Wednesday 12 March 2031
DATES = {
    "a full date": ("Rebels attacked Bukavu on 3 March 2031.", "attacked", march(3), march(3), "day", "stated", "3 March 2031"),
    "a day of the week": ("Rebels attacked Bukavu on Monday.", "attacked", march(10), march(10), "day", "relative", "Monday"),
    "yesterday": ("Rebels attacked Bukavu yesterday.", "attacked", march(11), march(11), "day", "relative", "yesterday"),
    "a span": ("Rebels attacked Bukavu between 3 and 5 March.", "attacked", march(3), march(5), "span", "relative", "3 and 5 March"),
    "a month": ("Rebels attacked Bukavu last month.", "attacked", date(2031, 2, 1), date(2031, 2, 28), "month", "relative", "last month"),
    "a day to come": ("The army will attack Bukavu on Sunday.", "attack", march(16), march(16), "day", "relative", "Sunday"),
    "the day of the event, not of the saying": ("The army said on Tuesday that rebels had attacked Bukavu on Monday.", "attacked", march(10), march(10), "day", "relative", "Monday"),
    "the day of the announcement of something": ("The general announced on Tuesday a deployment of troops in Bukavu.", "deployment", march(11), march(11), "day", "relative", "Tuesday"),
    "the day that opens the sentence": ("On Sunday, rebels attacked Bukavu.", "attacked", march(9), march(9), "day", "relative", "Sunday"),
    "of two events the first has its own": ("Rebels who attacked Bukavu on Monday seized a police station in Goma on Tuesday.", "attacked", march(10), march(10), "day", "relative", "Monday"),
    "of two events the second has its own": ("Rebels who attacked Bukavu on Monday seized a police station in Goma on Tuesday.", "seized", march(11), march(11), "day", "relative", "Tuesday"),
    "the day of the sentence before": ("Rebels attacked Bukavu on Monday. The army shelled the town.", "shelled", march(10), march(10), "day", "inherited", "Monday"),
    "no day: not after the report": ("Rebels attacked Bukavu.", "attacked", None, march(12), "vague", "published", None),
    "not the day of a relative clause before": ("The rebels, who last week captured Bukavu, have attacked Goma.", "attacked", None, march(12), "vague", "published", None),
    "no day two sentences later": ("Rebels attacked Bukavu on Monday. It rained. The army shelled the town.", "shelled", None, march(12), "vague", "published", None),
    "how long a truce held is not the day of what came next": ("The army ended a truce that had held since January. Rebels shelled Bukavu.", "shelled", None, march(12), "vague", "published", None),
    "nor is until when it was prolonged": ("The army extended the truce until the end of May. Rebels seized a post near Bukavu.", "seized", None, march(12), "vague", "published", None),
    "nor since when others are there": ("Peacekeepers have been in Goma since last week. Rebels shelled Bukavu.", "shelled", None, march(12), "vague", "published", None),
    "the day of what is declared": ("The rebels declared a unilateral ceasefire on 1 March following a call by their leader.", "declared", march(1), march(1), "day", "relative", "1 March"),
    "the hour before which they came": ("Rebels overran a base near Bukavu before dawn on Monday.", "overran", march(10), march(10), "hour", "relative", "dawn on Monday"),
    "the day that when goes back to": ("The crossing was shut on 9 March when soldiers objected to an outpost near Goma.", "objected", march(9), march(9), "day", "relative", "9 March"),
    "the stretch of what is told according to somebody": ("Eight people were wounded in clashes near Goma over the past two weeks, according to a doctor.", "clashes", date(2031, 2, 26), march(12), "span", "relative", "the past two weeks"),
    "the day of what is told according to somebody": ("Four men were shot in Goma on Sunday, according to the mayor.", "shot", march(9), march(9), "day", "relative", "Sunday"),
    "what recurs has no day": ("Rebels attacked Bukavu every Monday.", "attacked", None, march(12), "vague", "published", None),
    "what is said was said by the report's day": ("The United Nations urged the army to withdraw from Bukavu.", "urged", march(11), march(12), "day", "published", None),
    "a participle beside another noun keeps its year": ("The ceasefire, signed in 2029, has been violated by rebels in Bukavu.", "violated", None, march(12), "vague", "published", None),
    "a participle lends its day": wrong("'carrying aid on Monday' keeps the day to itself", "Rebels attacked a convoy carrying aid on Monday near Bukavu.", "attacked", march(10), march(10), "day", "relative", "Monday"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "earliest", "latest", "precision", "basis", "words"), DATES.values(), ids=DATES
)
def test_occurred(text, trigger, earliest, latest, precision, basis, words):
    occurred = told(text, trigger).event.occurred
    assert (occurred.earliest, occurred.latest) == (earliest, latest)
    assert (occurred.precision, occurred.basis, occurred.text) == (precision, basis, words)


@pytest.mark.parametrize(
    "text",
    ["The army will attack Bukavu.", "Rebels may attack Bukavu.", "The army did not attack Bukavu."],
    ids=["planned", "possible", "denied"],
)
def test_what_did_not_happen_has_no_day(text):
    assert told(text, "attack").event.occurred is None


def test_the_day_of_saying_is_lent_as_inherited():
    occurred = told("The army said on Tuesday that rebels had attacked Bukavu.", "attacked").event.occurred
    assert (occurred.latest, occurred.basis, occurred.text) == (march(11), "inherited", "Tuesday")


def test_the_words_of_a_date_stand_in_the_report():
    text = "Rebels attacked Bukavu on 3 March 2031."
    occurred = told(text, "attacked").event.occurred
    assert text[occurred.start : occurred.end] == occurred.text
