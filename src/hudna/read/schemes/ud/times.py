"""Which words stand for a day without a preposition: "lundi", "hier soir", "jeudi 3 mars 2022".

The words are those of the language's dates.yml; what day they mean is not asked here.
"""

from functools import cache

from spacy.tokens import Token

from hudna.knowledge.dates import load_date_words
from hudna.knowledge.function_words import load_function_words

_DAYS = ("weekdays", "short_weekdays", "near_days")
_BEHIND = ("parts", "day_parts", "which", "told")
# "près de quarante-cinq", "un peu plus de deux": no more words.
_LONGEST_NUMBER = 4


class TimeWords:
    """The words for days, months and parts of the day of one language."""

    LONGEST = 8

    def __init__(self, language: str) -> None:
        words = load_date_words(language)
        self.days = frozenset(w for name in _DAYS for w in words.table(name) if " " not in w)
        self.months = frozenset(words.table("months"))
        self._behind = frozenset(w for name in _BEHIND for w in words.table(name))
        self._units = frozenset(words.table("units")) | frozenset(words.table("one_unit"))
        # "lundi passé", "la semaine dernière": alone they are no time.
        self.which = frozenset(w for name in ("which", "last") for w in words.table(name))
        # "la veille", "le lendemain": counted from a day told before.
        self.since = frozenset(words.table("since_days"))
        small = load_function_words(language).prepositions
        numbers = (*words.table("numbers"), *words.table("vague"))
        self._numbers = frozenset(w for w in numbers if " " not in w)
        # "après" alone may be a preposition: "deux jours après l'attaque".
        self._later = tuple(tuple(w.split()) for w in words.table("earlier") if w not in small)
        self._ago = tuple(tuple(ago.split()) for ago in words.joins.ago)

    def day(self, lows: tuple[str, ...]) -> int:
        """How many words from the first on name a day; 0 where they name none."""
        if not lows:
            return 0
        if lows[0] in self.days:
            return self._tail(lows, 1)
        ago = next((len(words) for words in self._ago if lows[: len(words)] == words), 0)
        if ago:
            # "il y a dix ans" has a verb, which is not the sentence's.
            unit = next((i for i, low in enumerate(lows[ago:], ago) if low in self._units), 0)
            return unit + 1 if ago < unit <= ago + _LONGEST_NUMBER else 0
        later = self._elapsed(lows)
        if later:
            return later
        dated = len(lows) > 1 and is_day_number(lows[0]) and lows[1] in self.months
        return self._tail(lows, 2) if dated else 0

    def _elapsed(self, lows: tuple[str, ...]) -> int:
        """ "onze jours plus tard", "quelques heures plus tôt": how long before or after what was told."""
        if len(lows) < 3 or lows[1] not in self._units or not (lows[0].isdigit() or lows[0] in self._numbers):
            return 0
        return next((2 + len(words) for words in self._later if lows[2 : 2 + len(words)] == words), 0)

    def _tail(self, lows: tuple[str, ...], at: int) -> int:
        """What may follow a day: its date, its year, a part of it."""
        while at < len(lows):
            if is_day_number(lows[at]) and at + 1 < len(lows) and lows[at + 1] in self.months:
                at += 2
            elif lows[at] in self._behind or (is_year(lows[at]) and lows[at - 1] in self.months):
                at += 1
            else:
                break
        return at

    def is_time(self, lemma: str, low: str) -> bool:
        """Whether a noun stands for a time: a day, a month, a unit or part of the day."""
        return bool({lemma, low} & (self.days | self.months | self._units | self._behind))


def is_day_number(word: str) -> bool:
    """ "3", "22", "1er"."""
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return digits.isdigit() and 0 < int(digits) <= 31 and len(word) <= 4


def is_year(word: str) -> bool:
    """ "2022"."""
    return word.isdigit() and len(word) == 4


def tells_time(noun: Token, language: str) -> bool:
    """ "ce matin", "la veille": a noun for a time, alone or with its article."""
    words, whole = time_words(language), noun.doc[noun.left_edge.i : noun.i + 1].text.lower()
    return words.is_time(noun.lemma_.lower(), noun.lower_) or whole in words.since


@cache
def time_words(language: str) -> TimeWords:
    """The words for days of a language."""
    return TimeWords(language)
