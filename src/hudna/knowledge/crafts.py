"""Words that tell only of something that flew, drove or fired: "a drone", "several tanks", "des avions".

Nobody says whose it was, so it is no force that could be at rest or on the move.
"""

from functools import cache, lru_cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.language import load_language
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.scripts import written_as

# Longer phrases say more of it than its kind.
_FEW = 4
_THINGS = ("aircraft", "vehicles", "weapons")
# "fighters" may fly or fight; lists of who is armed have drones as well.
_PEOPLE = ("rebels", "person", "civilians", "troops")


@lru_cache(maxsize=50_000)
def is_bare_craft(words: str) -> bool:
    """Whether words name a craft or a weapon and nobody whose it is."""
    return any(_is_bare(words.split(), language) for language in written_as(words))


def _is_bare(words: list[str], language: str) -> bool:
    if not 0 < len(words) <= _FEW or any(word[0].isupper() for word in words[1:]):
        return False
    small = [word.lower() in _small(language) for word in words]
    things = [not _things(language).isdisjoint(lemmas(word.lower(), language)) for word in words]
    told = [thing for thing, is_small in zip(things, small, strict=True) if not is_small]
    # Where descriptions follow their noun, it stands first.
    head = told[-1 if load_language(language).modifiers == "before" else 0] if told else False
    # A capital that opens the sentence is no name: "Drones", "A drone", but "Wagner jets".
    return head and (things[0] or small[0] or not words[0][0].isupper())


@cache
def _things(language: str) -> frozenset[str]:
    things = frozenset().union(*(known_class(language, name) for name in _THINGS))
    return things.difference(*(known_class(language, name) for name in _PEOPLE))


@cache
def _small(language: str) -> frozenset[str]:
    """Articles, figures and words for some or many."""
    counts = load_casualty_words(language)
    vague = {word for phrase in counts.vague for word in phrase.split()}
    many = load_coding_words(language).people.counters | vague | counts.numbers.keys()
    return many | load_function_words(language).determiners.keys()
