"""Nouns that the reader makes clauses of: events, and words of control."""

from functools import cache

from hudna.knowledge.cues import load_cues
from hudna.knowledge.lexicon import load_triggers


@cache
def nominal_nouns(language: str) -> frozenset[str]:
    """Lemmas of nouns that can tell of an event or of who holds a place."""
    events = {lemma.lower() for t in load_triggers(language) if t.pos == "noun" for lemma in t.lemma}
    return frozenset(events | set(load_cues(language).control.nouns))
