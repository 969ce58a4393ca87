"""Which part of the day words name: morning, night; none where they name several, or only say until when."""

import re
from collections.abc import Iterable

from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import day_part_words, until_words

# "l'aube", "dell'alba": the article is a word of its own here.
_APOSTROPHES = re.compile("['\u2019]")


def part_of_day(texts: Iterable[str], language: str) -> str | None:
    """The part that the first of these texts names that names any; None where it names several."""
    for text in texts:
        if named := parts_named(text, language):
            return named.pop() if len(named) == 1 else None
    return None


def parts_named(text: str, language: str) -> set[str]:
    """The parts of the day that words name; several words together ("after noon" in Arabic) go before each of them."""
    known, until = day_part_words(language), until_words(language)
    words = tuple(fold(_APOSTROPHES.sub(" ", text)).split())
    longest = max(map(len, known), default=0)
    found, at = set(), 0
    while at < len(words):
        size = next((n for n in range(longest, 0, -1) if words[at : at + n] in known), 0)
        # By noon eight had died: that is not when it happened.
        if size and not any(words[max(0, at - len(before)) : at] == before for before in until):
            found.add(known[words[at : at + size]])
        at += max(1, size)
    return found
