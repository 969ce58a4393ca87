"""Time expressions: what they mean in a report, and what is no date at all."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.errors import KnowledgeError
from hudna.knowledge.dates import DateCues, DateJoins, DateRule, DateWords, load_date_words
from hudna.knowledge.folding import letters, plain
from hudna.knowledge.language import claimed_languages
from hudna.model.mention import TimeMention
from hudna.resolve.times import find_points, find_times

ENGLISH = load_date_words("en")
FRIDAY = date(2024, 8, 9)
WORDS = [
    *sorted({word for table in ENGLISH.tables.values() for word in table}),
    "on", "the", "in", "of", "since", "between", "and", "-", "to", ",", ".", "3", "12", "31", "2021", "99", "1st",
    "\n", "\n\n", "Tripoli", "will", "said", "'s", "(", ")", "–", "of that month", "year", "0300", "9999", "5/6/2023",
]  # fmt: skip


def found(
    text: str,
    published: date | None = FRIDAY,
    previous: date | None = None,
    words: DateWords = ENGLISH,
) -> tuple[TimeMention, ...]:
    return find_times(text, published=published, words=words, previous=previous)


def only(text: str, published: date | None = FRIDAY, previous: date | None = None) -> TimeMention:
    mentions = found(text, published, previous)
    assert len(mentions) == 1, mentions
    return mentions[0]


def seen(text: str) -> str:
    """The text as finders are given it: without unread signs and in one spelling."""
    return letters(plain(text).text)


RULES = [
    (code, rule) for code in claimed_languages() for rule in load_date_words(code).rules if rule.examples
]


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{code}-{rule.id}" for code, rule in RULES])
def test_each_rule_finds_its_examples(code: str, rule: DateRule) -> None:
    for example in rule.examples:
        mentions = found(seen(example.text), example.published, example.previous, load_date_words(code))
        values = {mention.text: mention.value for mention in mentions}
        assert values.get(seen(example.words), "nothing") == example.value, example.text


COUNTER = [(code, text) for code in claimed_languages() for text in load_date_words(code).counter]


@pytest.mark.parametrize(
    ("code", "text"), COUNTER, ids=[f"{code}-{n}" for n, (code, _) in enumerate(COUNTER)]
)
def test_these_texts_hold_no_date(code: str, text: str) -> None:
    assert found(seen(text), words=load_date_words(code)) == ()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It fell on Wednesday.", "2024-08-07", "2024-08-07"),
        ("It fell on Friday.", "2024-08-09", "2024-08-09"),
        ("It fell last Friday.", "2024-08-02", "2024-08-02"),
        ("It reopens next Friday.", "2024-08-16", "2024-08-16"),
        ("It reopens the coming Monday.", "2024-08-12", "2024-08-12"),
        ("Talks will resume on Monday.", "2024-08-12", "2024-08-12"),
        ("On Monday talks will resume.", "2024-08-12", "2024-08-12"),
        ("The talks would resume, he said on Monday.", "2024-08-05", "2024-08-05"),
        ("The vote is to be held on 24 December.", "2024-12-24", "2024-12-24"),
        ("The vote was held on 24 December.", "2023-12-24", "2023-12-24"),
        ("Shells fell overnight.", "2024-08-08", "2024-08-09"),
        ("Shells fell late on Sunday.", "2024-08-04", "2024-08-04"),
        ("Clashes in recent days killed ten.", "2024-07-26", "2024-08-09"),
        ("They met earlier this week.", "2024-08-05", "2024-08-09"),
        ("They meet later this month.", "2024-08-10", "2024-08-31"),
        ("They leave by the end of the year.", "2024-08-09", "2024-12-31"),
        ("Ten died this month.", "2024-08-01", "2024-08-09"),
        ("Ten died in the past 48 hours.", "2024-08-07", "2024-08-09"),
        ("Ten died in mid-June.", "2024-06-11", "2024-06-20"),
        ("Ten died in late 2019.", "2019-10-01", "2019-12-31"),
        ("Fighting since 2011 has cost much.", "2011-01-01", "2024-08-09"),
        ("Fighting since early July has cost much.", "2024-07-01", "2024-08-09"),
        ("Shells fell from Monday to Wednesday.", "2024-08-05", "2024-08-07"),
        ("Shells fell between 3 and 5 May.", "2024-05-03", "2024-05-05"),
        ("Shells fell from 30 July to 2 August 2023.", "2023-07-30", "2023-08-02"),
        ("Shells fell from 30 December to 2 January 2023.", "2022-12-30", "2023-01-02"),
        ("Shells fell in the first week of August.", "2024-08-01", "2024-08-10"),
        ("Shells fell over the weekend.", "2024-08-03", "2024-08-04"),
        ("On Monday, 5 August, shells fell.", "2024-08-05", "2024-08-05"),
        ("Shells fell at 6am on Friday.", "2024-08-09", "2024-08-09"),
        ("Shells fell late at night on Sunday.", "2024-08-04", "2024-08-05"),
        ("They vowed to return within 72 hours.", "2024-08-09", "2024-08-12"),
        ("It was the deadliest day since 2011.", "2011-01-01", "2011-12-31"),
        ("Ten have died since war broke out in 2011.", "2011-01-01", "2024-08-09"),
        ("They offered a truce from Monday.", "2024-08-12", "2024-08-12"),
        ("Their withdrawal was due by 23 January.", "2024-01-23", "2024-01-23"),
        ("Clashes on Wednesday and Thursday killed ten.", "2024-08-07", "2024-08-08"),
        ("Shells fell from Friday to Sunday.", "2024-08-02", "2024-08-04"),
        ("They plan to leave by spring.", "2025-03-01", "2025-05-31"),
        ("It fell a week ago.", "2024-08-01", "2024-08-03"),
        ("In the winter of 2015 shells fell.", "2015-12-01", "2016-02-29"),
        ("They are to open a road.On Wednesday shells fell.", "2024-08-07", "2024-08-07"),
    ],
)
def test_days_in_a_report_of_a_friday(text: str, earliest: str, latest: str) -> None:
    mention = only(text)
    assert (str(mention.earliest), str(mention.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    "text", ["on Wednesday", "yesterday", "three days ago", "last week", "recently", "overnight"]
)
def test_without_publication_relative_words_have_no_day(text: str) -> None:
    mention = only(f"It fell {text}.", published=None)
    assert (mention.value, mention.earliest, mention.latest) == (None, None, None)


def test_without_publication_stated_dates_still_have_their_day() -> None:
    assert only("It fell on 3 May 2021.", published=None).earliest == date(2021, 5, 3)


def test_a_dateline_anchors_a_report_without_publication() -> None:
    dateline, yesterday = found("TRIPOLI, Aug 9, 2024 (Agency) - Shells fell yesterday.", published=None)
    assert (dateline.basis, dateline.earliest) == ("dateline", FRIDAY)
    assert (yesterday.basis, yesterday.earliest) == ("relative", date(2024, 8, 8))


def test_words_that_follow_a_date_count_from_it() -> None:
    *_, next_day = found("It fell on 3 May 2023. The next day it was retaken.")
    assert (next_day.basis, next_day.earliest) == ("inherited", date(2023, 5, 4))
    assert only("It fell a day earlier.", previous=date(2024, 8, 1)).earliest == date(2024, 7, 31)


def test_an_event_to_count_from_is_not_guessed() -> None:
    assert only("Two days after the siege they left.", previous=FRIDAY).kind == "duration"


def test_a_time_of_day_takes_the_day_told_nearby() -> None:
    sunday, noon = found("They entered on Sunday. By noon the town had fallen.")
    assert (sunday.earliest, noon.earliest, noon.basis) == (date(2024, 8, 4), date(2024, 8, 4), "inherited")
    assert found("By noon the town had fallen.") == ()


def test_an_anniversary_keeps_its_number_and_no_day() -> None:
    mention = only("It fell on the 84th anniversary of the army.")
    assert (mention.basis, mention.rule, mention.earliest) == ("anniversary", "anniversary:84", None)


def test_an_anniversary_without_a_number_has_no_day() -> None:
    [mention] = find_times(
        "Nell'anniversario della tregua si tacque.", published=FRIDAY, words=load_date_words("it")
    )
    assert (mention.earliest, mention.rule) == (None, "anniversary:")


def test_both_ends_of_a_stretch_are_points_for_timex() -> None:
    points = find_points("Shells fell between 3 and 5 May.", published=FRIDAY, words=ENGLISH)
    assert [point.text for point in points] == ["3", "5 May"]


def test_narrative_months_take_the_year_last_told() -> None:
    text = "War came in 1914. In May 1915 it spread. On 3 June the fort fell; in 1918 a treaty. In March it lapsed."
    points = find_points(text, published=None, words=ENGLISH, mode="narrative")
    assert [point.value for point in points] == ["1914", "1915-05", "1915-06-03", "1918", "1918-03"]


def test_one_far_year_is_a_digression() -> None:
    text = "On 3 June 1915 the fort fell. A book of 2004 doubts it. On 5 July it was retaken."
    points = find_points(text, published=None, words=ENGLISH, mode="narrative")
    assert points[-1].value == "1915-07-05"


def test_an_unknown_language_names_the_missing_file() -> None:
    with pytest.raises(KnowledgeError, match=r"languages/xx/dates\.yml"):
        load_date_words("xx")


def test_a_form_that_does_not_close_is_refused() -> None:
    rule = DateRule(id="broken", means="date", forms=("(the {months=month}",))
    words = DateWords(
        language="xx", day_first=True, cased=frozenset(), tables=ENGLISH.tables, rules=(rule,)
    )  # fmt: skip
    with pytest.raises(ValueError, match="does not close"):
        _ = words.grammar


def test_another_language_needs_no_more_than_its_words() -> None:
    french = DateWords(
        language="fr", day_first=True, cased=frozenset(),
        tables={
            "mois": {"mai": 5, "août": 8}, "jours": {"mercredi": 2}, "unités": {"jours": "D"}, "halves": {},
            "numbers": {"trois": 3, "vingt": 20, "cinq": 5},
        },
        joins=DateJoins(range=("au",), since=("depuis",)),
        cues=DateCues(future=("reprendront",)),
        rules=(
            DateRule(id="jour", means="date", forms=("{day} {mois=month} {year}?", "le {day} {mois=month}")),
            DateRule(id="semaine", means="weekday", forms=("{jours=weekday}",), sets={"which": 0}),
            DateRule(
                id="il y a", means="offset", forms=("il y a {number} {unités=unit}",),
                sets={"sign": -1, "from": "published"},
            ),
        ),
    )  # fmt: skip
    text = "Il y a vingt-cinq jours, puis mercredi, depuis le 3 août ; du 3 mai 2021 au 5 mai 2021."
    mentions = find_times(text, published=FRIDAY, words=french)
    days = [(str(mention.earliest), str(mention.latest)) for mention in mentions]
    assert days == [
        ("2024-07-15", "2024-07-15"), ("2024-08-07", "2024-08-07"), ("2024-08-03", "2024-08-09"),
        ("2021-05-03", "2021-05-05"),
    ]  # fmt: skip
    (ahead,) = find_times("Les pourparlers reprendront mercredi.", published=FRIDAY, words=french)
    assert ahead.earliest == date(2024, 8, 14)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)),
       st.sampled_from([None, FRIDAY, date.min, date.max]), st.sampled_from(["news", "narrative"]))  # fmt: skip
def test_any_text_is_read_and_every_mention_is_its_words(
    text: str, published: date | None, mode: str
) -> None:
    mentions = find_times(text, published=published, words=ENGLISH, mode=mode)  # type: ignore[arg-type]
    reached = 0
    for mention in mentions:
        assert reached <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert not (mention.earliest and mention.latest) or mention.earliest <= mention.latest
        reached = mention.end


@pytest.mark.parametrize(
    "piece", ["the last few ", "1 and 1 ", "on the 3 and ", "night ", "Monday, 3 ", "a\u00a0\n", "1999, "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    # A runaway expression would not end within the life of the test runner.
    found(piece * (60_000 // len(piece)))
