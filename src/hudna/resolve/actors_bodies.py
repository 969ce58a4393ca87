"""Bodies that no pack lists, known by the shape of their names: "the 128th Brigade"."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.model.mention import SpeakerKind
from hudna.resolve.actors_agents import Agents
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_text import Word, is_possessive, singular

_JOINERS = frozenset(
    "of for the and de du des la le los las el al del da do dos di bin ibn von van ul i e y pour et".split()
)
_KINDS: dict[str, SpeakerKind] = {
    "GOV": "official", "LEG": "official", "JUD": "official", "COP": "official", "JRN": "media", "NGO": "organisation",
    "SOC": "organisation", "LAB": "organisation", "EDU": "organisation", "REL": "organisation", "MED": "organisation",
    "BUS": "organisation",
}  # fmt: skip
_LONGEST = 12
# A sentence's first word has a capital without being part of a name.
_OPENERS = frozenset(
    "the a an in on at after before when while as but and if for by from under meanwhile earlier since".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """A named body: its words and the sector its name shows."""

    start: int
    end: int
    text: str
    sector: str


def bodies_in(words: tuple[Word, ...], text: str, agents: Agents) -> Iterator[Body]:
    """Every run of capitalised words that a word for a body ends or opens."""
    for run in _runs(words, text):
        found = _opened(run, agents) or _ended(run, agents)
        if found:
            first, last, sector = found
            start, end = run[first].start, run[last].end
            yield Body(start, end, text[start:end], sector)


def _runs(words: tuple[Word, ...], text: str) -> Iterator[tuple[Word, ...]]:
    at = 0
    while at < len(words):
        if not words[at].capital or words[at].low in _OPENERS:
            at += 1
            continue
        end = _run_end(words, text, at)
        yield words[at : end + 1]
        at = end + 1


def _run_end(words: tuple[Word, ...], text: str, first: int) -> int:
    end = at = first
    while at + 1 < len(words) and at - first < _LONGEST and _joined(words[at], words[at + 1], text):
        at += 1
        if words[at].capital:
            end = at
    return end


def _joined(word: Word, following: Word, text: str) -> bool:
    """Whether the next word may belong to the same name."""
    gap = text[word.end : following.start]
    if gap.strip(" ’'s\n") or is_possessive(text, word.end):
        return False
    if following.low == "the":  # "Movement for the Liberation", yet not "Recalls the Forum"
        return word.low in ("of", "for")
    return following.capital or following.low in _JOINERS


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
            sector = agents.bodies.get(key) or agents.bodies.get(singular(key) if size == 1 else key)
            begin = _after_and(run, first)
            if sector and first > begin:
                return begin, last, _founded(run[begin:last], agents) or sector
    return None


def _after_and(run: tuple[Word, ...], last: int) -> int:
    """Where a name begins that "and" joins to another: "the Euphrates and the Kadra Brigade"."""
    joints = [at for at in range(last) if run[at].low in ("and", "y", "et")]
    at = joints[-1] + 1 if joints else 0
    return at + 1 if at < last and run[at].low == "the" else at


def _founded(run: tuple[Word, ...], agents: Agents) -> str | None:
    return next((agents.founders[w.low] for w in run if w.low in agents.founders), None)


def named_body(body: Body, country: str | None) -> Identity:
    """The body as an actor without an id."""
    return Identity(None, body.text, country, body.sector, _KINDS.get(body.sector, "party"))
