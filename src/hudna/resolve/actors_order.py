"""Phrases whose descriptions follow their noun: "les troupes rwandaises", "القوات المسلحة السودانية".

The core is the agent noun with the adjectives and country words right behind it; what
follows, a name or a small word, describes or owns it. Languages whose descriptions
come first are taken apart in actors_phrase.py.
"""

from dataclasses import dataclass

from hudna.resolve.actors_agents import Agent, Agents
from hudna.resolve.actors_names import Hit
from hudna.resolve.actors_text import Word

# "ancien haut responsable": so many words may stand before the noun all the same.
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Core:
    """Where a core lies: head and last word of the noun, last word of the core, the noun."""

    head: int
    last: int
    end: int
    agent: Agent


def noun_first(
    words: tuple[Word, ...], first: int, head: str, text: str, countries: tuple[Hit, ...], agents: Agents
) -> Core | None:
    """The core that begins with its noun; None where no agent noun stands near the beginning."""
    agent = _agent(words, first, head, agents)
    if agent is None or any(h.start < words[agent.first].start < h.end for h in countries):
        return None
    end = agent.last
    while end + 1 < len(words) and _describes(words, end + 1, text, countries, agents):
        end += 1
    return Core(agent.first, agent.last, end, agent)


def _agent(words: tuple[Word, ...], first: int, head: str, agents: Agents) -> Agent | None:
    """The agent noun that is the head given, else the first one near the beginning."""
    wanted = agents.singular(agents.bare(head.lower()))
    for at in range(first, min(first + _BEFORE, len(words))):
        if head and agents.singular(agents.bare(words[at].low)) == wanted:
            return agents.starting_at(words, at)
    for at in range(first, min(first + _BEFORE, len(words))):
        agent = agents.starting_at(words, at)
        if agent is not None:
            return agent
        if not agents.is_modifier(words[at].low):
            return None
    return None


def _describes(
    words: tuple[Word, ...], at: int, text: str, countries: tuple[Hit, ...], agents: Agents
) -> bool:
    """Whether a word right behind the core is an adjective of it: by its sector, a country, or as a common one."""
    if text[words[at - 1].end : words[at].start].strip(" ‑-"):
        return False
    of_a_country = any(
        h.start <= words[at].start < h.end and h.country is not None and h.country.role in _ADJECTIVES
        for h in countries
    )
    return of_a_country or agents.is_modifier(words[at].low)


_ADJECTIVES = frozenset({"adjective", "people", "ethnic", "bloc"})


def agent_before(words: tuple[Word, ...], at: int, text: str, agents: Agents) -> Agent | None:
    """The agent noun that the word at this place describes: "troupes" before "rwandaises"."""
    for last in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        if text[words[last].end : words[last + 1].start].strip():
            return None
        agent = agents.ending_at(words, last)
        if agent is not None:
            return agent
        if not agents.is_modifier(words[last].low):
            return None
    return None
