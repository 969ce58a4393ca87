"""The time expressions of a report, each with its days and what they rest on.

In: the text, its day of publication where known, the date words of its language.
Out: mentions in order of place, none overlapping. A weekday is the last one up to
publication unless the sentence looks ahead; the day of publication is never used
for words that do not point to it. Calendars of anniversaries are not known here:
such mentions keep their number in the rule (`anniversary:84`) and no day.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from hudna.knowledge.dates import DateWords
from hudna.model.mention import TimeMention
from hudna.resolve.times_cues import outlook, sentence_start
from hudna.resolve.times_meaning import read
from hudna.resolve.times_merge import Phrase, merge, ranges
from hudna.resolve.times_open import opened
from hudna.resolve.times_reading import Meant, Mode, Reading
from hudna.resolve.times_scan import scan

# Within so many characters of a day "by noon" is that day's noon.
NEAR = 300
# "On Thursday, their spokesman said, a day after …": the comma and who says so.
BESIDE = 40
WEEK = timedelta(days=7)
DATELINE_REACH = 120
DATELINE_BEFORE = re.compile(r"\s*(?:[^\W\d_a-z][\w.'-]{1,30}[\s,/()-]{1,3}){1,6}\Z")
DATELINE_AFTER = re.compile(r"\s{0,2}(?:\([^)\n]{1,40}\))?\s{0,2}[-–—:]{1,2}\s")

# "Bamako, 15 maggio. Il gruppo …": behind a town and a comma a full stop does as well.
STOP_AFTER = re.compile(r"\.?\s{1,2}(?=[^\W\d_a-zà-ÿ])")


def find_times(
    text: str,
    *,
    published: date | None,
    words: DateWords,
    previous: date | None = None,
    mode: Mode = "news",
) -> tuple[TimeMention, ...]:
    """Every time expression; the two ends of a stretch ("3 to 5 May") are one mention."""
    phrases, points = _points(text, published, words, previous, mode)
    mentions: list[TimeMention] = []
    joined = False
    for point, to_next in zip(points, ranges(text, phrases, words), strict=True):
        if (
            mentions
            and (joined or _are_neighbours(text, mentions[-1], point))
            and _can_join(mentions[-1], point)
        ):
            mentions[-1] = _stretch(text, mentions[-1], point)
        else:
            mentions.append(point)
        joined = to_next
    return tuple(mentions)


def find_points(
    text: str,
    *,
    published: date | None,
    words: DateWords,
    previous: date | None = None,
    mode: Mode = "news",
) -> tuple[TimeMention, ...]:
    """As TIMEX marks them: each end of a stretch of time on its own."""
    return tuple(_points(text, published, words, previous, mode)[1])


def _points(
    text: str, published: date | None, words: DateWords, previous: date | None, mode: Mode
) -> tuple[list[Phrase], list[TimeMention]]:
    phrases = merge(text, scan(text, words), words)
    reading = Reading(words, published, mode, previous, day=previous)
    points: list[TimeMention] = []
    kept: list[Phrase] = []
    for phrase in phrases:
        point = _point(text, phrase, reading, points[-1] if points else None)
        # A time of day without a day tells nothing.
        if point.value is not None or phrase.main.means != "clock":
            points.append(point)
            kept.append(phrase)
    return kept, points


def _point(text: str, phrase: Phrase, reading: Reading, before: TimeMention | None) -> TimeMention:
    start = sentence_start(text, phrase.start)
    reading.outlook = outlook(text, start, phrase.start, phrase.end, reading.words)
    reading.same_sentence = _year_told(before, start)
    near = before is not None and before.precision in ("day", "hour")
    reading.day_is_near = near and before is not None and phrase.start - before.end < NEAR
    reading.day_is_beside = near and before is not None and start <= before.end >= phrase.start - BESIDE
    meant = read(reading, phrase)
    mention = _mention(text, phrase, meant)
    if _is_dateline(text, phrase):
        mention = replace(mention, basis="dateline")
        reading.published = reading.published or mention.earliest
    if mention.kind == "date" and mention.precision != "vague":
        reading.remember(meant.moment)
    ahead = reading.outlook.future or reading.outlook.awaited
    return opened(text, start, mention, reading.published, phrase.modifier, reading.words, ahead=ahead)


def _mention(text: str, phrase: Phrase, meant: Meant) -> TimeMention:
    moment, rule = meant.moment, phrase.main.rule.id
    if meant.basis == "anniversary":
        rule = f"{rule}:{phrase.slots.get('ordinal', '')}"
    return TimeMention(
        phrase.start, phrase.end, text[phrase.start : phrase.end], moment.value, moment.earliest, moment.latest,
        moment.precision, meant.basis, meant.kind, rule,
    )  # fmt: skip


def _year_told(before: TimeMention | None, sentence: int) -> date | None:
    """The date told earlier in the sentence with its year: "in May 2010 … and in June"."""
    if before is None or before.start < sentence or before.basis != "stated" or before.kind != "date":
        return None
    return before.earliest


def _is_dateline(text: str, phrase: Phrase) -> bool:
    if phrase.start > DATELINE_REACH or phrase.main.means != "date" or "day" not in phrase.slots:
        return False
    line = text[: phrase.start].rsplit("\n", 1)[-1]
    if not DATELINE_BEFORE.match(line):
        return False
    stopped = line.endswith(", ") and "." in text[phrase.end - 1 : phrase.end + 1]
    return bool(DATELINE_AFTER.match(text, phrase.end) or (stopped and STOP_AFTER.match(text, phrase.end)))


def _are_neighbours(text: str, first: TimeMention, second: TimeMention) -> bool:
    """Two days in a row joined by one word: "on Wednesday and Thursday"."""
    if (
        first.precision not in ("day", "span")
        or second.precision != "day"
        or not first.latest
        or not second.earliest
    ):
        return False
    one_word = text[first.end : second.start].strip().isalpha()
    return one_word and (second.earliest - first.latest).days == 1


def _can_join(first: TimeMention, second: TimeMention) -> bool:
    if first.kind != "date" or second.kind != "date":
        return False
    if first.earliest is None or second.latest is None:
        return first.value is not None and second.value is not None
    return _begins(first, second) is not None


def _begins(first: TimeMention, second: TimeMention) -> date | None:
    """When a stretch begins; "Friday to Sunday", told on a Friday, began the Friday before."""
    if first.earliest is None or second.latest is None or first.earliest <= second.latest:
        return first.earliest
    earlier = first.earliest - WEEK if first.earliest - date.min > WEEK else first.earliest
    return earlier if first.rule == second.rule == "weekday" and earlier <= second.latest else None


def _stretch(text: str, first: TimeMention, second: TimeMention) -> TimeMention:
    begins = _begins(first, second)
    value = first.value if begins == first.earliest else str(begins)
    return replace(
        first, end=second.end, text=text[first.start : second.end], value=f"{value}/{second.value}",
        earliest=begins, latest=second.latest, precision="span", rule=f"{first.rule}-{second.rule}",
    )  # fmt: skip
