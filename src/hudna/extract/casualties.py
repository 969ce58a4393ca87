"""How many are said to have been killed or injured: low, best and high, with the words.

"at least 12" has no upper end; "12 to 15" has no best; two figures in one claim
widen the range and nobody is overruled.
"""

import re
from dataclasses import dataclass
from typing import Any, Literal

from hudna.model.claim import Count

_UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    w: 10 * (n + 2) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_WORD = "(?:" + "|".join([*_TENS, *_UNITS]) + ")"
_FIGURE = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|a dozen|{_WORD} dozen|dozens|scores|hundreds|thousands|several|{_WORD}(?:[- ]{_WORD})?(?: hundred)?|a)"
_BOUND = (
    r"(?P<bound>at least|at the very least|more than|over|no fewer than|no less than|a minimum of|as many as|up to|fewer than|less than|about|around|"
    r"some|approximately|nearly|almost|roughly|an estimated|only|just)?"
)
_NUMBER = rf"{_BOUND} ?(?P<n>{_FIGURE})(?: ?(?:to|-|–|and) ?(?P<m>\d{{1,6}}|{_WORD}))?"
_FILL = rf"(?:(?!and |{_WORD} |\d)[\w'’-]+ ){{0,5}}?"
_PEOPLE = (
    _FILL
    + r"(?:people|persons?|civilians?|soldiers?|fighters?|troops|militants?|children|child|women|woman|men|man|others?|residents|"
    r"villagers|protesters|demonstrators|policem[ea]n|police officers?|officers?|rebels?|insurgents?|terrorists?|gunm[ea]n|gendarmes?|drivers?|bandits?|traders?|inmates?|detainees|hostages|settlers?|families|crew members?|paramedics?|nurses?|doctors?|rescuers?|pupils?|members?|workers?|"
    r"peacekeepers?|medics?|journalists?|students|worshippers|migrants|refugees|displaced people|guards?|servicem[ea]n|recruits|passengers|prisoners|bodies|"
    r"farmers|herders|teenagers?|boys?|girls?|patients|mourners|shoppers|bystanders|attackers|combatants|commandos|sailors|pilots|personnel|shepherds|miners)"
)
_DEATH = r"(?:killed|dead|died|slain|martyred|lost their lives|perished|executed|massacred|shot dead|beheaded|gunned down|(?:hacked|stabbed|beaten|burned|burnt|shot|crushed|starved) to death)"
_HURT = r"(?:wounded|injured|hurt|maimed)"
_KILL_VERB = r"(?:kill(?:ed|ing|s)?|claim(?:ed|ing)? the lives of|massacred?|massacring|shot dead|gunned down|slaughter(?:ed|ing)|execut(?:ed|ing))"
_HURT_VERB = r"(?:injur(?:ed|ing|es)|wound(?:ed|ing|s)?)"
_ASIDE = r"(?:, [^.;,]{0,60}?,| (?:from|at|in|of|near|on|with|inside|belonging to) [^.;,]{1,45}?)?"
_GAP = r"(?: (?:at least|who|were|was|have been|had been|has been|reportedly|also|and|are|is|reported|confirmed|feared|left|being|who|,)){0,4}"

_NUMBER_NEXT = rf"(?:at least |some |about |another |more than )?(?:\d|{_WORD}\b)"

_DEATHS = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b{_NUMBER} {_PEOPLE}{_ASIDE}{_GAP} {_DEATH}\b(?! {_NUMBER_NEXT})",
        rf"\b{_KILL_VERB} {_NUMBER}(?= |,|\.|;|$)(?! (?:wounded|injured|hours|days|kilomet|km))",
        rf"\b{_NUMBER}{_GAP} {_DEATH}\b",
        rf"\b(?:left|leaving|leaves|found) {_NUMBER}(?: {_PEOPLE})? dead\b",
        rf"\b(?:toll|dead|number of (?:the )?(?:dead|deaths|killed)|death count)(?: [\w'’]+){{0,5}}? (?:at|to|as) {_NUMBER}\b",
        rf"\b{_NUMBER} (?:deaths?|fatalities|bodies|corpses)\b",
        rf"\bdeath toll (?:[\w ]{{0,30}}?)(?:to|at|of|stood at|reached|is|was) {_NUMBER}\b",
        rf"\b(?:the )?(?:death of|deaths of|killing of|loss of|lives of) {_NUMBER}\b(?= )",
        rf"\b(?:lost|loss of) {_NUMBER} (?:of its )?(?:soldiers?|fighters?|m[ea]n|members?|troops|officers?|lives)\b",
    )
)
_ADDED = re.compile(rf"\b(?P<first>\d{{1,5}}|{_WORD}(?:-{_WORD})?) {_PEOPLE} and $", re.IGNORECASE)
# "dozens" is two dozen at the least; no best figure may be invented.
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}
_INJURIES = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b{_NUMBER} {_PEOPLE}{_ASIDE}{_GAP} {_HURT}\b(?! {_NUMBER_NEXT})",
        rf"\b{_HURT_VERB} {_NUMBER}\b",
        rf"\b{_NUMBER}{_GAP} {_HURT}\b",
        rf"\b{_NUMBER} (?:injuries|casualties wounded)\b",
    )
)
# Without one of these no pattern can match; most sentences have none.
_HARM = re.compile(
    r"kill|dead|die|death|slain|martyr|perish|execut|massacre|slaughter|shot|behead|gunned|toll|fatal|bodies|corpse|lives|lost|loss|"
    r"wound|injur|hurt|maim|casualt",
    re.IGNORECASE,
)
_NOT_PEOPLE = re.compile(
    r"^(?:\d{4}|\d+ ?(?:%|percent|per cent|km|kilomet|mile|metre|meter|year|day|hour|week|month|minute|am\b|pm\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of killed or injured with its words."""

    kind: Literal["killed", "injured"]
    count: Count


def find_tolls(text: str, start: int, end: int) -> tuple[Toll, ...]:
    """Counts of killed and injured in a span of a report, in order."""
    if _HARM.search(text, start, end) is None:
        return ()
    found = [
        *_matches(text, start, end, _DEATHS, "killed"),
        *_matches(text, start, end, _INJURIES, "injured"),
    ]
    return tuple(sorted(found, key=lambda t: t.count.start or 0))


def _matches(
    text: str, start: int, end: int, patterns: tuple[re.Pattern[str], ...], kind: Literal["killed", "injured"]
) -> list[Toll]:
    taken: list[tuple[int, int]] = []
    found = []
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            span = match.span("n")
            if any(s < span[1] and span[0] < e for s, e in taken) or _NOT_PEOPLE.match(
                text[span[0] : span[0] + 24]
            ):
                continue
            count = _count(text, match)
            if count is not None:
                taken.append(span)
                found.append(Toll(kind, count))
    return found


def _count(text: str, match: re.Match[str]) -> Count | None:
    low = number(match.group("n"))
    if match.group("n").lower() == "one" and re.search(
        r"\bno $", text[max(0, match.start("n") - 3) : match.start("n")], re.IGNORECASE
    ):
        return None
    if match.group("n").lower() in _VAGUE:
        return Count(
            low=_VAGUE[match.group("n").lower()],
            text=match.group("n"),
            start=match.start("n"),
            end=match.end("n"),
        )
    if low is None or (
        match.group("n").lower() == "a"
        and not re.match(
            r"a (?:[\w-]+ ){0,2}?(?:man|woman|child|soldier|civilian|boy|girl|policeman|officer|"
            r"journalist|peacekeeper|fighter|teenager|guard|student|resident|farmer|gendarme|gunman|militant|commander|person|driver|worker|medic|nurse|doctor|shepherd|paramedic|sailor|pilot|passer-by|baby|toddler|infant)\b",
            text[match.start("n") :],
            re.IGNORECASE,
        )
    ):
        return None
    high = number(match.group("m")) if match.group("m") else None
    start, end = (
        match.start("bound") if match.group("bound") else match.start("n"),
        match.end("m") if match.group("m") else match.end("n"),
    )
    words: dict[str, Any] = {"text": text[start:end], "start": start, "end": end}
    before = _before(text, start) if start - match.start() <= 1 else None
    if before is not None and high is None:
        words |= {"text": text[before[0] : end], "start": before[0]}
        return _bounded(low + before[1], (match.group("bound") or "").lower(), words)
    if high is not None and high > low:
        return Count(low=low, best=None, high=high, **words)
    return _bounded(low, (match.group("bound") or "").lower(), words)


def _before(text: str, start: int) -> tuple[int, int] | None:
    """ "25 militants and four soldiers were killed": the figure that is added."""
    match = _ADDED.search(text, max(0, start - 60), start)
    value = number(match.group("first")) if match is not None else None
    return (match.start("first"), value) if match is not None and value is not None else None


def _bounded(value: int, bound: str, words: dict[str, Any]) -> Count:
    if bound in (
        "at least",
        "more than",
        "over",
        "no fewer than",
        "no less than",
        "a minimum of",
        "at the very least",
    ):
        return Count(low=value, best=value, high=None, **words)
    if bound in ("up to", "as many as", "fewer than", "less than", "nearly", "almost"):
        return Count(
            low=None, best=None if bound in ("fewer than", "less than") else value, high=value, **words
        )
    return Count(low=value, best=value, high=value, **words)


def number(words: str | None) -> int | None:
    """The value of a figure or number word; None where it is none."""
    if words is None:
        return None
    lower = words.lower().replace(",", "")
    if lower.isdigit():
        return int(lower)
    if lower == "a":
        return 1
    if "dozen" in lower:
        factor = number(lower.replace("dozen", "").strip())
        return 12 * factor if factor is not None else None
    factor = 100 if lower.endswith(" hundred") else 1
    total = 0
    for part in re.split(r"[- ]", lower.removesuffix(" hundred")):
        value = _UNITS.get(part, _TENS.get(part))
        if value is None:
            return None
        total += value
    return total * factor


def widened(counts: list[Count]) -> Count:
    """One count out of several: the same kind said twice widens the range."""
    if not counts:
        return Count()
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
