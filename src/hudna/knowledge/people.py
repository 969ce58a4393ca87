"""Nouns for people in a language: of its word classes and of its agents."""

from functools import cache

from hudna.knowledge.actor_packs import load_agents
from hudna.knowledge.classes import known_class

CLASSES = ("troops", "armed", "civilians", "person", "officials", "diplomats", "aid_workers")


@cache
def people(language: str) -> frozenset[str]:
    """Base forms of nouns for people who act or suffer."""
    pack = load_agents(language)
    agents = frozenset(noun for group in (pack.classes if pack else ()) for noun in group.nouns)
    return agents.union(*(known_class(language, name) for name in CLASSES))
