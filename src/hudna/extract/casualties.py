"""How many are said to have been killed or injured: low, best and high, with the words.

"at least 12" has no upper end; "12 to 15" has no best; two figures in one claim
widen the range and nobody is overruled.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from hudna.knowledge.casualty_words import Bound, CasualtyWords, TollPattern
from hudna.knowledge.folding import Plain, letters, plain
from hudna.model.claim import Count

_HUNDRED, _THOUSAND = 100, 1000
_NO_COUNT = Count()
# What a figure counts stands within so many letters.
_AHEAD = 48
# So many letters before a figure may those stand whom it is added to.
REACH = 60


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of killed or injured with its words."""

    kind: Literal["killed", "injured"]
    count: Count


def find_tolls(text: str, start: int, end: int, words: CasualtyWords) -> tuple[Toll, ...]:
    """Counts of killed and injured in a span of a report, in order."""
    bare, seen = _as_seen(text)
    first, last = bare.within(start, end)
    if words.any_harm.search(seen, first, last) is None:
        return ()
    found = [
        toll for kind, patterns in words.kinds for toll in _matches(seen, first, last, patterns, kind, words)
    ]
    return tuple(sorted((_worded(t, text, bare) for t in found), key=lambda t: t.count.start or 0))


def figure_in(text: str, start: int, end: int, words: CasualtyWords) -> Count | None:
    """The count that the words of one phrase give by themselves: "at least twelve villagers"."""
    return _figure_in(text, start, end, words, people=True)


def count_in(text: str, start: int, end: int, words: CasualtyWords) -> Count | None:
    """The same of whatever is counted: "more than 40 raids"."""
    return _figure_in(text, start, end, words, people=False)


def _figure_in(text: str, start: int, end: int, words: CasualtyWords, *, people: bool) -> Count | None:
    bare, seen = _as_seen(text)
    first, last = bare.within(start, end)
    figures = (m for m in words.figure.finditer(seen, first, last) if not _is_article(m, words))
    match = next((m for m in figures if not (people and _measures(seen, m.start("n"), words))), None)
    # What other phrases count is theirs: a phrase gives its own figure.
    count = _count(seen, match, words, first, last) if match is not None else None
    return _worded(Toll("killed", count), text, bare).count if count is not None else None


def _measures(text: str, start: int, words: CasualtyWords) -> bool:
    """Does the figure there count no people: "37-year-old", "a man of 58"?"""
    measured = words.not_people.match(text[start : start + _AHEAD]) is not None
    return measured or (
        words.aged is not None and words.aged.search(text, max(0, start - 40), start) is not None
    )


def _is_article(match: re.Match[str], words: CasualtyWords) -> bool:
    return match["n"].lower() in words.articles


@lru_cache(maxsize=8)
def _as_seen(text: str) -> tuple[Plain, str]:
    """The report without unread signs and in one spelling, with the way back."""
    bare = plain(text)
    return bare, letters(bare.text)


def _worded(toll: Toll, text: str, bare: Plain) -> Toll:
    """The toll with the report's own words and offsets, whatever spelling it was read in."""
    count = toll.count
    start, end = bare.span(count.start or 0, count.end or 0)
    return replace(toll, count=count.model_copy(update={"text": text[start:end], "start": start, "end": end}))


def _matches(
    text: str,
    start: int,
    end: int,
    patterns: tuple[TollPattern, ...],
    kind: Literal["killed", "injured"],
    words: CasualtyWords,
) -> list[Toll]:
    taken: list[tuple[int, int]] = []
    found = []
    small = text[start:end].lower()
    for form in patterns:
        for match in form.pattern.finditer(text, start, end) if form.may_match(small) else ():
            span = match.span("n")
            if any(s < span[1] and span[0] < e for s, e in taken) or _measures(text, span[0], words):
                continue
            count = _count(text, match, words, 0, end)
            if count is not None:
                taken.append(span)
                found.append(Toll(kind, count))
    return found


def _count(text: str, match: re.Match[str], words: CasualtyWords, floor: int, limit: int) -> Count | None:
    figure = match["n"].lower()
    low = number(figure, words)
    if figure in words.vague:
        return Count(low=words.vague[figure], text=match["n"], start=match.start("n"), end=match.end("n"))
    if low is None or _counts_nobody(text, match, words):
        return None
    high = number(match["m"], words) if match["m"] else None
    low, high = (low, high) if high is not None else _ends(figure, words) or (low, None)
    start, end = _extent(match)
    said: dict[str, Any] = {"text": text[start:end], "start": start, "end": end}
    stated = (match["bound"] or match["after"] or _bound_behind(match, words)).lower()
    bound = words.bound_of.get(stated, _plain_bound(figure, words))
    before = _before(text, start, words, floor) if start - match.start() <= 1 else None
    if before is not None and high is None:
        said |= {"text": text[before[0] : end], "start": before[0]}
        return _bounded(low + before[1], bound, said)
    more = _behind(text, match, words, limit) if high is None else None
    if more is not None:
        said |= {"text": text[start : more[0]], "end": more[0]}
        return _bounded(low + more[1], bound, said)
    if high is not None and high > low:
        if text[: match.start()].rstrip().lower().endswith(words.rising):
            # "the toll rose from 12 to 19": the new figure stands.
            return _bounded(high, "about", said)
        return Count(low=low, best=None, high=high, **said)
    return _bounded(low, bound, said)


def _ends(figure: str, words: CasualtyWords) -> tuple[int, int] | None:
    """ "entre six et huit": two numbers that make no third one together are the ends of a range, as "vingt et un" is none."""
    for join in words.joins:
        first, _, second = figure.partition(join)
        if join.strip() not in words.ranges or not second:
            continue
        low, high = number(first, words), number(second, words)
        if low is not None and high is not None and low < high and not _make_one(low, high):
            return low, high
    return None


def _make_one(low: int, high: int) -> bool:
    """Whether such numbers are said as one: "three and twenty", "sixty and eleven"."""
    unit = 10 if high < _HUNDRED else _HUNDRED if high < _THOUSAND else _THOUSAND
    return high >= 2 * unit and high % unit == 0 and low < unit


def _bound_behind(match: re.Match[str], words: CasualtyWords) -> str:
    """ "onze civils au moins ont péri": a bound behind the people."""
    behind = f" {match.string[match.end('n') : match.end()].lower()} "
    phrases = (phrase for phrases in words.bounds_after.values() for phrase in phrases)
    return next((phrase for phrase in phrases if f" {phrase} " in behind), "")


def _plain_bound(figure: str, words: CasualtyWords) -> Bound:
    """ "une vingtaine" is about twenty in itself."""
    return "roughly" if words.rounded and any(dozen in figure for dozen in words.dozens) else "about"


def _counts_nobody(text: str, match: re.Match[str], words: CasualtyWords) -> bool:
    """ "No one was killed"; "nine of the thirteen hostages" are nine; an article before what is no person."""
    end = match.end("n")
    if any(text[max(0, end - len(phrase)) : end].lower() == phrase for phrase in words.nobody):
        return True
    if _is_part(text, match, words):
        return True
    if words.of_whole is not None and words.of_whole.search(
        text, max(0, match.start() - 30), match.start("n")
    ):
        return True
    return match["n"].lower() in words.articles and not words.single.match(text, match.start("n"))


def _is_part(text: str, match: re.Match[str], words: CasualtyWords) -> bool:
    """ "fifty people, among them nine soldiers": the nine are some of the fifty."""
    before = text[max(0, _extent(match)[0] - 20) : _extent(match)[0]].rstrip().lower()
    return bool(words.parts) and before.endswith(words.parts)


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """The figure with its bound and the upper end of its range."""
    start = match.start("bound") if match["bound"] else match.start("n")
    end = match.end("m") if match["m"] else match.end("n")
    return start, max(end, match.end("after")) if match["after"] else end


def _before(text: str, start: int, words: CasualtyWords, floor: int) -> tuple[int, int] | None:
    """ "25 militants and four soldiers were killed": the figures that are added, and where they begin."""
    found: tuple[int, int] | None = None
    pattern = words.addition
    while pattern is not None:
        since, total = found or (start, 0)
        match = pattern.search(text, max(floor, since - REACH), since)
        value = _of_people(text, match, words) if match is not None else None
        if match is None or value is None:
            break
        found, pattern = (match.start("first"), total + value), words.further
    # "tué trois policiers et deux civils ont été blessés": whom another verb befalls is none of these.
    return None if found is not None and _is_killed(text, found[0], words) else found


def _is_killed(text: str, start: int, words: CasualtyWords) -> bool:
    """Does a word of killing end where people begin?"""
    return words.killing.search(text, max(0, start - words.killing_reach), start) is not None


def _behind(text: str, match: re.Match[str], words: CasualtyWords, limit: int) -> tuple[int, int] | None:
    """ "killed nine soldiers and a driver": the figure that is added behind, and where it ends."""
    if not _is_killed(text, match.start("bound") if match["bound"] else match.start("n"), words):
        return None
    near = (p.match(text, match.end("n"), limit) for p in words.behind)
    added = next((m for m in near if m is not None), None)
    value = _of_people(text, added, words) if added is not None else None
    return (added.end("first"), value) if added is not None and value is not None else None


def _of_people(text: str, match: re.Match[str], words: CasualtyWords) -> int | None:
    """The figure added; an article only before one who is a person."""
    first = match["first"].lower()
    if first in words.articles and not words.single.match(text, match.start("first")):
        return None
    return number(first, words)


def _bounded(value: int, bound: Bound, said: dict[str, Any]) -> Count:
    match bound:
        case "at_least":
            return Count(low=value, best=value, high=None, **said)
        case "at_most":
            return Count(low=None, best=value, high=value, **said)
        case "below":
            return Count(low=None, best=None, high=value, **said)
        case "about":
            return Count(low=value, best=value, high=value, **said)
        case "roughly":
            return Count(low=None, best=value, high=None, **said)


def number(figure: str | None, words: CasualtyWords) -> int | None:
    """The value of a figure or number word; None where it is none."""
    if figure is None:
        return None
    lower = _ungrouped(figure.lower(), words)
    if lower.isdigit():
        return int(lower)
    if lower in words.articles:
        return words.articles[lower]
    for dozen, value in words.dozens.items():
        if dozen in lower:
            factor = number(lower.replace(dozen, "").strip(), words)
            return value * factor if factor is not None else None
    return words.counted.get(lower) or _spelled(lower, words)


def _ungrouped(lower: str, words: CasualtyWords) -> str:
    """ "1 200" is one figure; the blank in "quatre cents" parts two words."""
    marks = "".join(map(re.escape, words.thousands))
    return re.sub(rf"(?<=\d)[{marks}](?=\d)", "", lower) if marks else lower


def _spelled(lower: str, words: CasualtyWords) -> int | None:
    """Number words and figures that are added up, and the hundreds and thousands they count."""
    total = current = 0
    for part in re.split("|".join(map(re.escape, words.joins)), lower):
        if part in words.articles:  # "cent vingt et un"
            current += words.articles[part]
            continue
        found = words.number_word.findall(part)
        if "".join(found).replace(" ", "") != part.replace(" ", ""):
            return None
        for token in found:
            if token not in words.hundreds:
                current += int(token) if token.isdigit() else words.numbers[token]
            elif words.hundreds[token] < _THOUSAND:
                current = max(current, 1) * words.hundreds[token]
            else:
                total, current = total + max(current, 1) * words.hundreds[token], 0
    return total + current


def widened(counts: list[Count]) -> Count:
    """One count out of several: the same kind said twice widens the range."""
    if not counts:
        return _NO_COUNT
    if len(counts) == 1:
        return counts[0]
    lows = [c.low for c in counts if c.low is not None]
    highs = [c.high if c.high is not None else c.best for c in counts]
    known = [h for h in highs if h is not None]
    first = counts[0]
    return Count(
        low=min(lows) if lows else None,
        best=first.best,
        high=max(known) if known else None,
        text=first.text,
        start=first.start,
        end=first.end,
    )
