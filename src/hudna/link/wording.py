"""Words of a claim or report as sets that can be compared: stems, figures, shingles, sketches."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import common_words

# Inflection sits at the end of words in all languages known so far but Arabic, where it also sits in front.
_STEM = 6
_ARABIC_FRONT = re.compile("^(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ف)(?=\\w{3})")
_CAPITAL = re.compile(r"[^\W\d_]*[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[^\W\d_]+)*")
# Names are spelt otherwise in each language towards their end: Khartum, Khartoum.
_NAME, _SHORTEST = 5, 3
_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# Words in a row that make a shingle. Four are rarely the same by chance, and survive light editing.
SHINGLE = 4
# How many shingles of a report are kept. Reports of up to that many words are compared exactly,
# longer ones by a sample whose standard error is below .05.
SKETCH = 128
# More than rounding could make of a number of runs.
_ROUNDING = 1e-6


def stems(text: str, language: str) -> tuple[str, ...]:
    """The words that say something, cut to their beginnings, each once, in order of the alphabet."""
    common = common_words(language)
    found = {_stem(word) for word in fold(text).split() if word not in common and not word.isdigit()}
    return tuple(sorted(one for one in found if len(one) > 1))


def _stem(word: str) -> str:
    if word[0] >= "\u0600":
        word = _ARABIC_FRONT.sub("", word)
        return word[:5]
    return word[:_STEM]


def names(text: str, language: str) -> tuple[str, ...]:
    """Beginnings of words written with a capital, which languages of one script share; days and months apart."""
    common = common_words(language)
    found = {fold(word) for word in _CAPITAL.findall(text)}
    return tuple(sorted({word[:_NAME] for word in found if word not in common and len(word) >= _SHORTEST}))


@lru_cache(maxsize=20_000)
def beginnings(name: str) -> frozenset[str]:
    """The beginnings of a name's words as `names` gives them, articles and the like apart."""
    return frozenset(word[:_NAME] for word in fold(name).split() if len(word) > _SHORTEST)


def figures(text: str) -> tuple[int, ...]:
    """Whole numbers written in digits, years apart, each once."""
    found = set()
    for match in _NUMBER.finditer(text.translate(_DIGITS)):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) < 9 and not _is_fraction(match.group()):
            found.add(int(digits))
    return tuple(sorted(number for number in found if not 1900 <= number <= 2100))


def _is_fraction(written: str) -> bool:
    """3.5 is no whole number, 3,500 is."""
    return bool(re.search(r"[.,\u066b]\d{1,2}$", written)) or written.startswith("0")


def shingles(text: str) -> frozenset[int]:
    """Every run of SHINGLE words as a number; a shorter text is one run."""
    words = fold(text).split()
    if not words:
        return frozenset()
    runs = range(max(1, len(words) - SHINGLE + 1))
    return frozenset(number_of(" ".join(words[at : at + SHINGLE])) for at in runs)


def sketch(runs: Iterable[int]) -> tuple[int, ...]:
    """The smallest runs: a sample that is the same wherever the same runs stand."""
    return tuple(nsmallest(SKETCH, runs))


def number_of(text: str) -> int:
    """A number of 63 bits that stands for a text, so that every database can hold it."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def shared_runs(
    one: frozenset[int], size: int, other: frozenset[int], other_size: int, least: float = 0.0
) -> float:
    """How many runs two texts share, estimated where they are longer than the sketch; nought where surely fewer than `least`."""
    both = len(one & other)
    if not both or _estimate(both, len(one), size, len(other), other_size) < least - _ROUNDING:
        return 0.0
    return _shared_runs(one, size, other, other_size)


def _estimate(both: int, sketched: int, size: int, other_sketched: int, other_size: int) -> float:
    """At most so many: as if all that both sketches hold were among the smallest runs of the two."""
    if size <= SKETCH and other_size <= SKETCH:
        return float(both)
    likeness = both / min(SKETCH, sketched + other_sketched - both)
    return likeness * (size + other_size) / (1 + likeness)


@lru_cache(maxsize=20_000)
def _shared_runs(one: frozenset[int], size: int, other: frozenset[int], other_size: int) -> float:
    both = one & other
    if size <= SKETCH and other_size <= SKETCH:
        return float(len(both))
    sample = sorted(one | other)[:SKETCH]
    likeness = len(both.intersection(sample)) / len(sample)
    return likeness * (size + other_size) / (1 + likeness)
