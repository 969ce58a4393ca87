"""Arithmetic of measures: overlap of spans, one-to-one alignment, precision and recall."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

LeftT = TypeVar("LeftT")
RightT = TypeVar("RightT")
EARTH_RADIUS_KM = 6371.0
OPEN_START, OPEN_END = date(1, 1, 1), date(9999, 12, 31)


class Located(Protocol):
    """Anything that stands somewhere in a report."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(slots=True)
class Tally:
    """Counts of right, false and missed, and what follows from them."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: "Tally") -> None:
        """Counts of another part of the gold added to these."""
        self.right += other.right
        self.false += other.false
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        return share(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean; None where there was nothing to find and nothing was found."""
        return share(2 * self.right, 2 * self.right + self.false + self.missed)


def share(part: float, whole: float) -> float | None:
    """The part of the whole; None where there is no whole."""
    return part / whole if whole else None


def overlap(one: Located, other: Located) -> int:
    """Characters that two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def iou(one: Located, other: Located) -> float:
    """Common characters over all characters of the two spans."""
    common = overlap(one, other)
    whole = (one.end - one.start) + (other.end - other.start) - common
    return common / whole if whole else 0.0


# What ends the head of a noun phrase, in the languages of the gold. The head word is
# the last word before it in English and the first elsewhere.
_BREAKS = re.compile(
    r",|\s[-–(]|\s(?:of|from|in|on|at|with|to|for|under|loyal|aligned|affiliated|allied|engaged|known|called|named|based|accused|suspected|wearing|armed|backed|led|meeting|riding|fighting|fleeing|operating|belonging|near|outside|inside|who|which|that|whose|by"
    r"|de|des|du|d'|d’|dans|en|à|au|aux|avec|qui|dont|fidèles?"
    r"|di|del|della|delle|dei|degli|dell'|dell’|in|nel|nella|con|che|da|dal|dalla|fedeli)(?=\s|(?<=['’]))",
    re.IGNORECASE,
)
DETERMINER = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|some|several|le|la|les|un|une|des|ses|leurs?|lo|il|gli|i|una|uno|alcun[ie]|\d[\d.,]*)\s+|l['’])+",
    re.IGNORECASE,
)
_FIRST_WORD_HEADS = re.compile(
    r"[\u0600-\u06FF]|^(?:le|la|les|un|une|des|l['’]|il|lo|gli|i|una)\b", re.IGNORECASE
)
# Small words that show where heads stand: before what describes them, or behind it.
_HEADS_FIRST = re.compile(
    r"\b(?:il|lo|la|le|gli|di|del|della|dei|che|les|des|du|et|dans|une|un)\b|[\u0600-\u06FF]+", re.IGNORECASE
)
_HEADS_LAST = re.compile(r"\b(?:the|of|and|to|was|were|on|said)\b", re.IGNORECASE)
# What joins two members of one phrase.
JOINTS = re.compile(r"\s(?:and|et|e|ed)\s|\s\u0648\s?", re.IGNORECASE)


@lru_cache(maxsize=256)
def heads_stand_first(text: str) -> bool:
    """Does the text's language say who before which ("soldati libici", "soldats libyens")?"""
    return len(_HEADS_FIRST.findall(text)) > len(_HEADS_LAST.findall(text))


def head_span(phrase: str, *, heads_first: bool = False) -> tuple[int, int]:
    """Offsets, within the phrase, of the word that says what the phrase is."""
    start = match.end() if (match := DETERMINER.match(phrase)) else 0
    broken = _BREAKS.search(phrase, start + 1)
    core_end = broken.start() if broken else len(phrase)
    words = [match.span() for match in re.finditer(r"\S+", phrase[start:core_end])] or [(0, core_end - start)]
    first, last = words[0 if heads_first or _FIRST_WORD_HEADS.search(phrase) else -1]
    return start + first, start + last


# A weapon acts for whoever holds it: "army drones" and "the army" are one doer.
_WEAPONS = re.compile(
    r"\b(?:drones?|artillery|aircraft|jets?|(?:war)?planes?|helicopters?|missiles?|rockets?|tanks?|gunboats?|warships?"
    r"|drone|artillerie|avions?|chasseurs?|droni|artiglieria|aerei|caccia)$|^(?:طائرات|مدفعية|مسيرات)\b",
    re.IGNORECASE,
)


def same_words(one: Located, other: Located, text: str) -> bool:
    """Do the two spans name the same thing: half in common, or the one holds the other's head?

    "the army" is "the army's third brigade"'s possessor, not its head, so containment alone
    is not enough.
    """
    if iou(one, other) >= 0.5:
        return True
    longer, shorter = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    if not (longer.start <= shorter.start and shorter.end <= longer.end):
        return False
    phrase = text[longer.start : longer.end]
    start, end = head_span(phrase, heads_first=heads_stand_first(text))
    if _WEAPONS.search(phrase[start:end]):
        return True
    return (
        shorter.start < longer.start + end and shorter.end > longer.start + start and not _owns(shorter, text)
    )


def _owns(span: Located, text: str) -> bool:
    return text[span.end : span.end + 2] in {"'s", "’s"} or text[span.end - 2 : span.end] in {"'s", "’s"}


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres along the great circle."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends included; None where open."""

    earliest: date | None
    latest: date | None

    def overlaps(self, other: "Days") -> bool:
        return (self.earliest or OPEN_START) <= (other.latest or OPEN_END) and (
            other.earliest or OPEN_START
        ) <= (self.latest or OPEN_END)

    def near(self, other: "Days", days: int = 1) -> bool:
        """Are both ends at most so many days apart?"""
        return _near(self.earliest, other.earliest, days) and _near(self.latest, other.latest, days)

    @property
    def grain(self) -> str:
        """How precise the days are by their number, whatever the label says."""
        if self.earliest is None or self.latest is None:
            return "open"
        days = (self.latest - self.earliest).days + 1
        return next(
            (
                name
                for limit, name in ((1, "day"), (21, "span"), (62, "month"), (366, "year"))
                if days <= limit
            ),
            "long",
        )


def _near(one: date | None, other: date | None, days: int) -> bool:
    if one is None or other is None:
        return one is other
    return abs((one - other).days) <= days


def pair_up(
    left: Sequence[LeftT], right: Sequence[RightT], score: Callable[[LeftT, RightT], float]
) -> list[tuple[int, int]]:
    """The one-to-one pairing with the highest total score; pairs that score nothing are left out."""
    if not left or not right:
        return []
    table = [[score(one, other) for other in right] for one in left]
    size = max(len(left), len(right))
    top = max(max(row) for row in table)
    costs = [
        [top - (table[i][j] if i < len(left) and j < len(right) else 0.0) for j in range(size)]
        for i in range(size)
    ]
    chosen = _assign(costs)
    return [(i, j) for i, j in enumerate(chosen) if i < len(left) and j < len(right) and table[i][j] > 0]


def _assign(costs: list[list[float]]) -> list[int]:
    """Column of each row in the cheapest assignment (Kuhn–Munkres with potentials)."""
    size = len(costs)
    row_of = [0] * (size + 1)
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0] = row
        _augment(costs, row_of, rows, columns)
    chosen = [0] * size
    for column in range(1, size + 1):
        chosen[row_of[column] - 1] = column - 1
    return chosen


def _augment(costs: list[list[float]], row_of: list[int], rows: list[float], columns: list[float]) -> None:
    size, column = len(costs), 0
    least, came_from, used = [math.inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    while True:
        used[column] = True
        row, delta, following = row_of[column], math.inf, 0
        for other in range(1, size + 1):
            if used[other]:
                continue
            reduced = costs[row - 1][other - 1] - rows[row] - columns[other]
            if reduced < least[other]:
                least[other], came_from[other] = reduced, column
            if least[other] < delta:
                delta, following = least[other], other
        for other in range(size + 1):
            if used[other]:
                rows[row_of[other]] += delta
                columns[other] -= delta
            else:
                least[other] -= delta
        column = following
        if row_of[column] == 0:
            break
    while column:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]
