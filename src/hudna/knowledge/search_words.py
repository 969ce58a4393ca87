"""Words as search compares them: folded and without endings, in every language and on every database alike.

A word loses what its language puts on it for grammar alone, so that `shelling` finds
`shelled` and اشتباكات finds والاشتباك. Both the text and the question go through here, so a
word cut too short still finds itself; databases are given bare words and add nothing.
"""

import re
from functools import lru_cache

from hudna.knowledge.folding import fold

# Vowel signs stand on letters and end no word.
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u0640])"
_WORD = re.compile(rf"[^\W_]{_LETTER}*(?:['’ʼ-]{_LETTER}+)*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
# Light stemming of Arabic (after Larkey's light10): what is put before a word, what is put behind it.
_BEFORE = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و")
_BEHIND = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_LEAST_ARABIC, _LEAST = 3, 4


def tokens(text: str) -> list[str]:
    """The words of a text in their order, as search compares them."""
    return [token for word in _WORD.findall(text) if (token := stem(word))]


def located(text: str) -> list[tuple[int, int, str]]:
    """Each word with where it stands in the text."""
    return [
        (found.start(), found.end(), token)
        for found in _WORD.finditer(text)
        if (token := stem(found.group()))
    ]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """One word, folded and bared of endings."""
    folded = fold(word).replace(" ", "")
    return _arabic(folded) if _ARABIC.search(folded) else _latin(folded)


def begins(word: str) -> str:
    """The beginning of a word that a reader leaves open: folded, the article left out, nothing else."""
    folded = fold(word).replace(" ", "")
    return _without_front(folded) if _ARABIC.search(folded) else folded


def _arabic(word: str) -> str:
    bare = _without_front(word)
    for ending in _BEHIND:
        if bare.endswith(ending) and len(bare) - len(ending) >= _LEAST_ARABIC:
            return bare[: -len(ending)]
    return bare


def _without_front(word: str) -> str:
    for front in _BEFORE:
        if word.startswith(front) and len(word) - len(front) >= _LEAST_ARABIC:
            return word[len(front) :]
    return word


def _latin(word: str) -> str:
    if not word.isalpha() or len(word) <= _LEAST:
        return word
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            cut = word[: -len(ending)] + instead
            return _tidied(cut) if len(cut) >= _LEAST - 1 else word
    return _tidied(word)


def _tidied(word: str) -> str:
    """Without a last e, and with one consonant where an ending doubled it: shell, shelled; move, moving."""
    if len(word) > _LEAST - 1 and word.endswith("e"):
        word = word[:-1]
    if len(word) > _LEAST - 1 and word[-1] == word[-2]:
        return word[:-1]
    return word
