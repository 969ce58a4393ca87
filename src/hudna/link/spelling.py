"""Names of outlets across scripts: "وكالة خيبر لاين" is the Khyber Line by its consonants."""

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import agency_words, all_media_words, common_words
from hudna.knowledge.sounds import one_name

# Letters of either script that stand for one sound; vowels, and what is written for them, stand for none.
_SOUNDS = {
    "b": "bpب", "t": "tتطث", "g": "gjجغ", "d": "dدضذ", "k": "kcqخقك", "r": "rر", "z": "zزظ",
    "s": "sسصش", "f": "fvف", "l": "lل", "m": "mم", "n": "nن",
}  # fmt: skip
_SOUND_OF = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
_PAIRS = {"th": "t", "ph": "f", "sh": "s", "ch": "s", "kh": "k", "gh": "g", "dh": "d", "ts": "s", "x": "ks"}
# A name of fewer consonants is like many others; a longer one may lose or gain some at an end.
_LEAST, _SHARE = 4, 0.8
# Where every word of two agrees by itself, so many are enough.
_SHORT = 3
# A first and a last name: either alone is borne by many.
_FULL = 2
_MARKS = ",;:.()\"'«»“”"


def same_by_sound(named: str, name: str, language: str) -> bool:
    """Whether both are one name written in two scripts, one of them perhaps with a word more, or shortened."""
    if _is_eastern(named) == _is_eastern(name):
        return False
    one, other = sounds(named, language), sounds(name, language)
    shared = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return shared >= max(_LEAST, _SHARE * min(len(one), len(other))) or _word_by_word(
        _named_words(named, language), _named_words(name, language)
    )


def _word_by_word(ones: list[str], others: list[str]) -> bool:
    """Whether two short names agree in every word: "ساحل واير" is Sahel Wire."""
    heard, its = ([_consonants(word) for word in words] for words in (ones, others))
    return len(heard) >= _FULL and heard == its and all(heard) and len("".join(heard)) >= _SHORT


@lru_cache(maxsize=20_000)
def is_one_person(one: str, language: str, other: str, its: str) -> bool:
    """Whether two languages name one person: by the same first and last name, whatever he is called beside."""
    first, second = _full_name(one, language), _full_name(other, its)
    if first and second:
        return all(one_name(a, b) for a, b in zip(first, second, strict=True))
    name, words = first or second, fold(other if first else one).split()
    if not name or not _is_eastern(other if first else one):
        return False
    return all(any(one_name(part, word) for word in words) for part in name)


@lru_cache(maxsize=20_000)
def bear_one_name(one: str, other: str, language: str) -> bool:
    """Whether one language calls both by one first and last name: "the head of the camp, Oren Tal", "Oren Tal, who heads it"."""
    first, second = (_full_name(_last_named(called), language) for called in (one, other))
    return bool(first) and first == second


def _last_named(called: str) -> str:
    """What somebody is called, as far as a name that ends it or stands before a comma."""
    parts = called.split(", ")
    return next((part for part in parts if part.split()[-1:] and part.split()[-1][:1].isupper()), "")


def _full_name(called: str, language: str) -> list[str]:
    """The last two of words that begin with a capital: "commander Oren Tal"; a town has a preposition before it."""
    before = ""
    for capital, run in groupby(called.split(), lambda word: word[:1].isupper()):
        words = [fold(word.strip(_MARKS)) for word in run]
        if capital and len(words) >= _FULL and before not in common_words(language):
            return words[-_FULL:] if words[0] not in common_words(language) else []
        before = words[-1]
    return []


@lru_cache(maxsize=4096)
def sounds(name: str, language: str) -> str:
    """The consonants of a name, doubled ones once, without the words that say that it is an agency, a network, a radio."""
    return "".join(_consonants(word) for word in _named_words(name, language))


def _named_words(name: str, language: str) -> list[str]:
    agency, beside = agency_words()
    left = [word for word in fold(name).split() if word not in agency and word not in beside]
    left = [word for word in left if word not in all_media_words()] or left
    return [word for word in left if word not in common_words(language)] or left


def _consonants(word: str) -> str:
    for pair, sound in _PAIRS.items():
        word = word.replace(pair, sound)
    heard = [_SOUND_OF[letter] for letter in word if letter in _SOUND_OF]
    return "".join(sound for sound, _ in groupby(heard))


def _is_eastern(name: str) -> bool:
    return any(letter >= "\u0600" for letter in name)
