"""Quotation marks around a name, where a language has no capitals: they quote nobody's words.

"نقلت وكالة «سانا» عن مصدر": the marks become blanks, so that offsets never move. What is no listed
name, and follows no noun that tells what is named, stays a quotation.
"""

import re
from collections.abc import Iterable

from hudna.knowledge.folding import written
from hudna.knowledge.language import load_language
from hudna.knowledge.quoted import names_in_quotes, naming_nouns

# A longer name than this is rather a sentence.
MOST_WORDS = 4
_QUOTED = re.compile(r'«([^«»]{2,40})»|“([^“”]{2,40})”|"([^"]{2,40})"')
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")


def unquoted(sentence: str, language: str) -> str:
    """The sentence with the same length, without the marks around names."""
    if load_language(language).has_case or not any(mark in sentence for mark in '«“"'):
        return sentence
    found = [m for m in _QUOTED.finditer(sentence) if _is_name(sentence, m, language)]
    return _blanked(sentence, (at for m in found for at in (m.start(), m.end() - 1)))


def _is_name(sentence: str, quoted: re.Match[str], language: str) -> bool:
    inner = written(quoted.group()[1:-1])
    if inner in names_in_quotes(language):
        return True
    before = _WORD_BEFORE.search(sentence[: quoted.start()].rstrip())
    if before is None or len(inner.split()) > MOST_WORDS:
        return False
    word, nouns = written(before.group()), naming_nouns(language)
    small = load_language(language).proclitics
    # "لصحيفة", "وبقناة": small words are written on it.
    led = [word]
    while len(led) < 3 and led[-1][:1] in small:
        led.append(led[-1][1:])
    return not nouns.isdisjoint(led)


def _blanked(sentence: str, places: Iterable[int]) -> str:
    letters = list(sentence)
    for at in places:
        letters[at] = " "
    return "".join(letters)
