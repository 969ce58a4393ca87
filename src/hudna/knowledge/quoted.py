"""Names that a text without capitals puts between quotation marks: «سانا», حركة «حماس»."""

from functools import cache

from hudna.knowledge.actor_packs import load_actors, load_agents, load_outlets
from hudna.knowledge.folding import written
from hudna.knowledge.theatres import theatre_names

# Marks that may stand around a name.
MARKS = frozenset('«»“”„"')


@cache
def names_in_quotes(language: str) -> frozenset[str]:
    """Every name of an actor or a medium that the language has of its own."""
    theatres = theatre_names()
    listed = [entry.names for entry in load_actors(theatres)]
    listed += [entry.names for entry in load_outlets(theatres)]
    return frozenset(written(name) for names in listed for name in names.get(language, ()))


@cache
def naming_nouns(language: str) -> frozenset[str]:
    """Nouns before a name that only tell what it is: "the newspaper «…»"."""
    pack = load_agents(language)
    return frozenset(map(written, pack.links)) if pack is not None else frozenset()
