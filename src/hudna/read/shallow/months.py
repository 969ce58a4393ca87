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


def without_second_names(
    tokens: list[tuple[int, str]], months: Mapping[str, tuple[Form, ...]]
) -> list[tuple[int, str]]:
    """ "أغسطس/ آب", "أغسطس / آب": of two names of one month that stand apart, the first and no mark."""
    kept: list[tuple[int, str]] = []
    for at, (start, token) in enumerate(tokens):
        before = [t for _, t in tokens[max(0, at - 2) : at]]
        behind = tokens[at + 1][1] if at + 1 < len(tokens) else ""
        marked = token == "/" and bool(before) and written(before[-1]) in months and written(behind) in months
        second = before[-1:] == ["/"] and written(before[0]) in months and written(token) in months
        if not (marked or second):
            kept.append((start, token))
    return kept
