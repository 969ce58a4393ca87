"""Words that count people and name no group: "two fighters", "quatre soldats", "جنديين".

An incident keeps the words of one report beside the telling of another, so every language is asked.
"""

from functools import lru_cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.files import language_folders


@lru_cache(maxsize=50_000)
def counts_harmed(text: str) -> bool:
    """Whether the words tell of dead or wounded by themselves: "onze morts", "six bodies", not "eleven civilians"."""
    known = (load_casualty_words(folder.name) for folder in language_folders("casualties.yml"))
    small = text.lower()
    forms = (form for words in known for _, forms in words.kinds for form in forms)
    return any(form.may_match(small) and form.pattern.search(text) is not None for form in forms)


@lru_cache(maxsize=50_000)
def counts_people(text: str) -> bool:
    """Whether the words count people in any language that is known."""
    known = language_folders("casualties.yml")
    return any(load_casualty_words(folder.name).counts_people(text) for folder in known)
