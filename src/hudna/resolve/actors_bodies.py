"""Bodies that no pack lists, known by the shape of their names: "the 128th Brigade"."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.model.mention import SpeakerKind
from hudna.resolve.actors_agents import Agents
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_text import Word

_KINDS: dict[str, SpeakerKind] = {
    "GOV": "official", "LEG": "official", "JUD": "official", "COP": "official", "JRN": "media", "NGO": "organisation",
    "SOC": "organisation", "LAB": "organisation", "EDU": "organisation", "REL": "organisation", "MED": "organisation",
    "BUS": "organisation",
}  # fmt: skip
_LONGEST = 12
# Nothing but stops and boundaries ends a name where there are no capitals: the opener and three words more.
_LONGEST_UNCASED = 3


@dataclass(frozen=True, slots=True)
class Body:
    """A named body: its words and the sector its name shows."""

    start: int
    end: int
    text: str
    sector: str


def bodies_in(words: tuple[Word, ...], text: str, agents: Agents) -> Iterator[Body]:
    """Every run of capitalised words that a word for a body ends or opens."""
    for run in _runs(words, text, agents):
        found = _opened(run, agents) or _ended(run, agents)
        if found:
            first, last, sector = found
            start, end = run[first].start, run[last].end
            yield Body(start, end, text[start:end], sector)


def _runs(words: tuple[Word, ...], text: str, agents: Agents) -> Iterator[tuple[Word, ...]]:
    at = 0
    while at < len(words):
        if not _may_begin(words, at, agents):
            at += 1
            continue
        end = _run_end(words, text, at, agents)
        yield words[at : end + 1]
        at = end + 1


def _may_begin(words: tuple[Word, ...], at: int, agents: Agents) -> bool:
    """Whether a name may begin here; without capitals, only a word that opens names of bodies shows it."""
    if agents.language.has_case:
        return words[at].capital and words[at].low not in agents.phrases.openers
    following = words[at + 1].low if at + 1 < len(words) else ""
    return words[at].low in agents.openers or f"{words[at].low} {following}" in agents.openers


def _run_end(words: tuple[Word, ...], text: str, first: int, agents: Agents) -> int:
    end = at = first
    longest = _LONGEST if agents.language.has_case else _LONGEST_UNCASED
    while at + 1 < len(words) and at - first < longest and _joined(words[at], words[at + 1], text, agents):
        at += 1
        if agents.may_name(words[at]) or agents.goes_on(words[at]):
            end = at
    return end


def _joined(word: Word, following: Word, text: str, agents: Agents) -> bool:
    """Whether the next word may belong to the same name."""
    gap = text[word.end : following.start]
    if gap.strip(agents.gaps + "\n") or agents.owns(text, word.end):
        return False
    if following.low in agents.phrases.article:  # "Movement for the Liberation", yet not "Recalls the Forum"
        return word.low in agents.phrases.article_after
    return agents.may_name(following) or agents.goes_on(following) or following.low in agents.phrases.joiners


def _opened(run: tuple[Word, ...], agents: Agents) -> tuple[int, int, str] | None:
    for first in range(len(run) - 1):
        one, two = run[first].low, f"{run[first].low} {run[first + 1].low}"
        sector = agents.openers.get(two) or agents.openers.get(one)
        if sector and first < len(run) - 1:
            return first, len(run) - 1, _founded(run, agents) or sector
    return None


def _ended(run: tuple[Word, ...], agents: Agents) -> tuple[int, int, str] | None:
    for last in range(len(run) - 1, 0, -1):
        for size in (3, 2, 1):
            first = last - size + 1
            if first < 0:
                continue
            key = " ".join(w.low for w in run[first : last + 1])
            sector = agents.bodies.get(key) or agents.bodies.get(agents.singular(key) if size == 1 else key)
            begin = _after_and(run, first, agents)
            if sector and first > begin:
                return begin, last, _founded(run[begin:last], agents) or sector
    return None


def _after_and(run: tuple[Word, ...], last: int, agents: Agents) -> int:
    """Where a name begins that "and" joins to another: "the Euphrates and the Kadra Brigade"."""
    joints = [at for at in range(last) if run[at].low in agents.phrases.name_ands]
    at = joints[-1] + 1 if joints else 0
    return at + 1 if at < last and run[at].low in agents.phrases.article else at


def _founded(run: tuple[Word, ...], agents: Agents) -> str | None:
    return next((agents.founders[w.low] for w in run if w.low in agents.founders), None)


def named_body(body: Body, country: str | None) -> Identity:
    """The body as an actor without an id."""
    return Identity(None, body.text, country, body.sector, _KINDS.get(body.sector, "party"))
