"""Fragments that stand together → phrases: "early on Sunday", "3 am on Friday, 3 May".

A part of the day, a clock time or a word such as "late" says nothing of its own;
it joins the day or month beside it if only the words of `joins` stand between.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from hudna.knowledge.date_forms import Value, folded
from hudna.knowledge.dates import DateWords
from hudna.resolve.times_scan import Fragment

LONGEST_JOIN = 20
ATTACHED = ("part", "clock", "modifier", "within")
# These tell a time of their own where no day stands beside them.
ALONE = ("clock", "within")
DAYS = ("date", "weekday", "offset", "period", "festival", "monthday")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One time expression with everything that stands beside it."""

    start: int
    end: int
    main: Fragment
    slots: Mapping[str, Value]
    modifier: str | None = None
    clock: str | None = None

    def joined(self, other: Fragment) -> "Phrase":
        """The phrase with the words of a fragment beside it."""
        return replace(self, start=min(self.start, other.start), end=max(self.end, other.end))


def merge(text: str, fragments: list[Fragment], words: DateWords) -> list[Phrase]:
    """The phrases of a text; parts of days and modifiers with nothing to join are left out."""
    phrases: list[Phrase] = []
    waiting: list[Fragment] = []
    for fragment in fragments:
        if fragment.means in ATTACHED:
            if not (phrases and not waiting and _extend(text, phrases, fragment, words)):
                waiting.append(fragment)
            continue
        phrase = _with_waiting(text, waiting, fragment, words)
        phrases += _alone(waiting, phrase.start)
        waiting = []
        if fragment.means != "name" and not (phrases and _same_day(text, phrases, phrase, words)):
            phrases.append(phrase)
    return _linked(text, phrases + _alone(waiting, len(text)), words)


def between(text: str, end: int, start: int) -> str | None:
    """The folded words between two offsets, None if they are too many or a paragraph ends."""
    gap = text[end:start]
    return None if len(gap) > LONGEST_JOIN or "\n\n" in gap else folded(gap) if gap.strip() != "." else "."


def clock_value(slots: Mapping[str, Value]) -> str:
    """`T15:00`, from hour, minute and half of the day, or `TMO`, from the part."""
    if "part" in slots:
        return f"T{slots['part']}"
    hour = int(slots["hour"])
    hour = hour % 12 + int(slots["half"]) if "half" in slots and hour <= 12 else hour
    return f"T{hour:02}:{int(slots.get('minute', 0)):02}"


def _alone(waiting: list[Fragment], until: int) -> list[Phrase]:
    """What waited for a day and found none, if it tells a time of its own."""
    left = [part for part in waiting if part.means in ALONE and part.end <= until]
    return [Phrase(part.start, part.end, part, part.slots, clock=clock_value(part.slots)) for part in left]


def _with_waiting(text: str, waiting: list[Fragment], fragment: Fragment, words: DateWords) -> Phrase:
    clock = clock_value(fragment.slots) if {"part", "hour"} & fragment.slots.keys() else None
    phrase = Phrase(fragment.start, fragment.end, fragment, fragment.slots, clock=clock)
    for part in reversed(waiting):
        gap = between(text, part.end, phrase.start)
        modifies = part.means == "modifier"
        joins = words.joins.modifier if modifies else words.joins.day
        if gap not in joins or (not modifies and fragment.means not in DAYS):
            break
        phrase = _attached(phrase.joined(part), part)
    return phrase


def _attached(phrase: Phrase, part: Fragment) -> Phrase:
    if part.means == "modifier":
        return replace(phrase, modifier=str(part.slots["modifier"]))
    if phrase.clock is not None and part.means == "part":
        return phrase
    return replace(phrase, clock=clock_value(part.slots))


def _extend(text: str, phrases: list[Phrase], part: Fragment, words: DateWords) -> bool:
    """A part of the day after its day ("Sunday night"); a modifier never follows."""
    last = phrases[-1]
    gap = between(text, last.end, part.start)
    if part.means == "modifier" or last.main.means not in DAYS or gap not in words.joins.day:
        return False
    phrases[-1] = _attached(last.joined(part), part)
    return True


def _same_day(text: str, phrases: list[Phrase], phrase: Phrase, words: DateWords) -> bool:
    """Weekday and date of one day ("Sunday, 3 May") become one phrase that has the date."""
    last = phrases[-1]
    if between(text, last.end, phrase.start) not in words.joins.weekday:
        return False
    for weekday, dated in ((last, phrase), (phrase, last)):
        if weekday.main.means == "weekday" and dated.main.means == "date" and "day" in dated.slots:
            clock = weekday.clock or dated.clock
            phrases[-1] = replace(dated, start=last.start, end=phrase.end, clock=clock)
            return True
    return False


def _linked(text: str, phrases: list[Phrase], words: DateWords) -> list[Phrase]:
    """Each end of a range takes the month, year or era that only the other end names."""
    full = list(phrases)
    for left in range(len(full) - 2, -1, -1):
        if _are_range(text, full[left], full[left + 1], words):
            full[left], full[left + 1] = _shared(full[left], full[left + 1])
    return full


def _are_range(text: str, first: Phrase, second: Phrase, words: DateWords) -> bool:
    if first.main.means != "date" or second.main.means != "date":
        return False
    return first.main.linked or between(text, first.end, second.start) in words.joins.range


def _shared(first: Phrase, second: Phrase) -> tuple[Phrase, Phrase]:
    left, right = dict(first.slots), dict(second.slots)
    if "short_year" in right and "year" in left and "month" not in right:
        right["year"] = int(left["year"]) // 100 * 100 + int(right.pop("short_year"))
    if "month" in left and "month" not in right and "day" in right:
        right["month"] = left["month"]
    if "day" in left and "month" not in left and "month" in right:
        left["month"] = right["month"]
    if "year" not in left and "month" in left and "year" in right and "month" in right:
        left["year"] = int(right["year"]) - (int(left["month"]) > int(right["month"]))
    if "era" in right and "era" not in left:
        left["era"] = right["era"]
    return replace(first, slots=left), replace(second, slots=right)


def ranges(text: str, phrases: list[Phrase], words: DateWords) -> list[bool]:
    """For each phrase whether it and the next are the two ends of one stretch of time."""
    flags = [_is_stretch(text, first, second, words) for first, second in pairwise(phrases)]
    return [*flags, False] if phrases else []


def _is_stretch(text: str, first: Phrase, second: Phrase, words: DateWords) -> bool:
    gap = between(text, first.end, second.start)
    if gap not in words.joins.range or first.main.means not in DAYS or second.main.means not in DAYS:
        return False
    if gap not in words.joins.range_loose:
        return True
    before = folded(text[max(0, first.start - 12) : first.start])
    return any(before.endswith(opening) for opening in words.joins.range_open)
