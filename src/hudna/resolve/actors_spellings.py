"""One name as outlets write it: the article al-, the number of a unit, first names of two parts."""

import re
from collections.abc import Iterable

# The last letter of Latin scripts.
LAST_LATIN = "\u024f"

# Units: the number before the noun, with an ending or without, or after it.
_NUMBER_FIRST = re.compile(r"(\d{1,4})[^\W\d_]{0,2} ([^\W\d_][^\d()/;:]+)")
_NUMBER_LAST = re.compile(r"([^\W\d_][^\d()/;:]+) (\d{1,4})")
_ARTICLES = ("al-", "Al-", "el-", "El-")
_ARTICLE = re.compile("|".join(_ARTICLES))
_SERVANT = re.compile(r"Abd[aeu]l[- ]?([A-Za-z]{3,})( .+)")


def spellings(aliases: Iterable[str], endings: Iterable[str], *, person: bool) -> tuple[str, ...]:
    """Each name with the article al- as outlets write it (joined, apart, left out of a person's name) and its number anywhere."""
    forms: dict[str, None] = {}
    for alias in aliases:
        forms[alias] = None
        forms |= dict.fromkeys(_numbered(alias, endings))
        if "al-" in alias:
            forms[alias.replace("al-", "al ")] = None
        if person and " al-" in alias:
            forms[alias.replace(" al-", " ")] = None
    written = [apart for form in forms for apart in _servants(form)] if person else []
    return tuple(forms | dict.fromkeys(written))


def _servants(alias: str) -> list[str]:
    """ "Abdul Ghani", "Abdel-Ghani", "Abdelghani": a first name of two parts, joined or not, as outlets write it."""
    parts = _SERVANT.fullmatch(alias)
    if parts is None:
        return []
    name, rest = parts.groups()
    heads = [f"Abd{vowel}l{gap}" for vowel in "aeu" for gap in (" ", "-")]
    joined = [f"Abd{vowel}l{name.lower()}" for vowel in "aeu"]
    return [f"{first}{rest}" for first in (*(f"{head}{name.capitalize()}" for head in heads), *joined)]


def surnames(last: str) -> tuple[str, ...]:
    """ "al-Beshari", then "Al-Beshari" or "Beshari"; nothing for a word that is no name."""
    bare = _ARTICLE.sub("", last)
    return tuple(f"{article}{bare}" for article in ("", *_ARTICLES)) if bare[:1].isupper() else ()


def _numbered(alias: str, endings: Iterable[str]) -> tuple[str, ...]:
    """ "444 Brigade", "444th Brigade", "Brigade 444": the number of a unit before its noun, as an ordinal or behind it."""
    first, last = _NUMBER_FIRST.fullmatch(alias), _NUMBER_LAST.fullmatch(alias)
    if (first is None and last is None) or alias.lstrip("0123456789")[:1] > LAST_LATIN:
        return ()
    number, noun = first.groups() if first is not None else reversed(last.groups() if last else ())
    return (f"{number} {noun}", f"{noun} {number}", *(f"{number}{e} {noun}" for e in endings))
