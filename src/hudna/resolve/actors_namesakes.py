"""Somebody else whose longer name ends as a listed person's: "Mudasir Omar Bashir" is not Omar Bashir."""

from hudna.knowledge.lemmas import known_word
from hudna.knowledge.place_words import load_names
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_names import Hit
from hudna.resolve.actors_text import Word, words_of

# A first name has more letters than most initials and short titles.
LEAST = 4


def is_namesake(words: tuple[Word, ...], at: int, text: str, ground: Ground, hits: frozenset[int]) -> bool:
    """Is the word right before a person's name one more first name? `hits`: ends of names of countries and actors."""
    agents, language = ground.agents, ground.names.language
    if at < 1 or not agents.language.has_case:
        return False
    before = words[at - 1]
    if text[before.end : words[at].start] != " " or not before.capital or before.end in hits:
        return False
    if before.low in load_names().first and not known_word(before.low, language):
        return True
    titled = before.low in agents.titles or agents.ending_at(words, at - 1) is not None
    plain = titled or known_word(before.low, language) or len(before.low) < LEAST
    return not plain and not before.text.isupper()


def is_namesake_in(text: str, start: int, ground: Ground) -> bool:
    """The same of a name in a few words."""
    words = words_of(text)
    at = next((n for n, word in enumerate(words) if word.start == start), 0)
    return at > 0 and is_namesake(words, at, text, ground, ends_of(tuple(ground.names.hits(text))))


def ends_of(hits: tuple[Hit, ...]) -> frozenset[int]:
    """Where names end that may stand before a person's: "Libyan", "LNA"."""
    return frozenset(hit.end for hit in hits)
