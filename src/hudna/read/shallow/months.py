"""Names of months that are also other words: "10 أوت", "5 آب", "أغسطس/آب". Behind the number of a day they are months."""

from collections.abc import Mapping
from functools import cache

from hudna.knowledge.dates import load_date_words
from hudna.knowledge.folding import written
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form

_LAST_DAY = 31


@cache
def months_of(language: str) -> Mapping[str, tuple[Form, ...]]:
    """Each name of one word, folded → its reading as a noun of time, by the name of that month that is no other word."""
    times = load_grammar(language).times
    numbers = {
        written(name): number
        for name, number in load_date_words(language).table("months").items()
        if " " not in name
    }
    plain = {number: name for name, number in reversed(numbers.items()) if name in times}
    return {name: (Form("noun", plain[number], "s"),) for name, number in numbers.items() if number in plain}


def is_day(word: str) -> bool:
    """Whether a figure may be the day of a month."""
    return word.isdigit() and 1 <= int(word) <= _LAST_DAY
