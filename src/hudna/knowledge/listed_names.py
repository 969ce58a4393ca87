"""What is written of names in a language: their words, those of several words, whether a place has the name."""

from collections.abc import Mapping
from functools import cache, lru_cache

from hudna.knowledge.actor_packs import load_actors, load_outlets
from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.folding import fold, written
from hudna.knowledge.forms import load_forms
from hudna.knowledge.gazetteer import load_gazetteer
from hudna.knowledge.language import load_language
from hudna.knowledge.theatres import theatre_names

# A stem shorter than this is no word of its own.
SHORTEST = 2


@cache
def names_in_script(language: str) -> frozenset[str]:
    """Words of the names of actors, media and countries in the language."""
    joined = tuple(
        joint + article
        for joint in load_forms(language).joints
        for article in load_language(language).glued_articles
    )
    found = {
        word
        for names in _listed_names()
        for name in names.get(language, ())
        for number, word in enumerate(written(name).split())
        # "الإسلام والمسلمين": the second is "and" with a word.
        if not (number and joined and word.startswith(joined))
    }
    for country in load_country_words(language).countries.values():
        for names in (country.names, country.capitals, country.areas):
            found |= {word for name in names for word in written(name).split()}
    fused = tuple(load_forms(language).fused)
    return frozenset(word for word in found if len(word) > SHORTEST and not word.startswith(fused))


def _listed_names() -> list[Mapping[str, tuple[str, ...]]]:
    """Names by language of every actor and medium."""
    actors = [entry.names for entry in load_actors(theatre_names())]
    return [*actors, *(entry.names for entry in load_outlets(theatre_names()))]


@cache
def person_names(language: str) -> frozenset[str]:
    """Names of several words of persons in the language."""
    persons = (entry for entry in load_actors(theatre_names()) if entry.person)
    found = {written(name) for entry in persons for name in entry.names.get(language, ())}
    return frozenset(name for name in found if " " in name)


@cache
def long_names(language: str) -> frozenset[str]:
    """Names of several words in the language: of actors, media and countries, persons left out."""
    persons = {id(entry.names) for entry in load_actors(theatre_names()) if entry.person}
    listed = (names for names in _listed_names() if id(names) not in persons)
    found = {written(name) for names in listed for name in names.get(language, ())}
    for country in load_country_words(language).countries.values():
        found |= {written(name) for name in (*country.names, *country.capitals, *country.areas)}
    return frozenset(name for name in found if " " in name)


@lru_cache(maxsize=50_000)
def is_place(word: str) -> bool:
    """Whether the list of the world's places has the word as a name."""
    key = fold(word)
    return len(key) > SHORTEST + 1 and next(load_gazetteer().pack.numbers(key), None) is not None


@cache
def names_begun_with(words: frozenset[str], language: str) -> frozenset[str]:
    """Names of media of several words, in small letters, whose first word is one of these and whose second is none."""
    media = load_outlets(theatre_names())
    named = {n.lower() for one in media for n in (one.name, *one.aliases, *one.names.get(language, ()))}
    parts = ((name, name.split()) for name in named)
    return frozenset(
        name for name, (first, *rest) in parts if first in words and rest and rest[0] not in words
    )
