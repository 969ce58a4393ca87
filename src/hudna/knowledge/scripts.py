"""Whether a name is written in the script of a language, and in its spelling.

Lists of names carry no language: among Arabic ones stand Persian, Urdu and Kurdish
spellings of the same town. Only letters that Arabic uses let a name count as Arabic.
"""

import re

# The letters of Arabic without those that only Persian, Urdu, Kurdish or Pashto use, and plain digits.
_ARABIC = re.compile(
    r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652][\u0621-\u063a\u0641-\u064a\u064b-\u0652 0-9/()\-]*"
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u02bb-\u02bf'‘’ .\-/()0-9]+")
_SCRIPTS = {"ar": _ARABIC, "en": _LATIN, "fr": _LATIN, "it": _LATIN, "es": _LATIN}


def is_written_in(name: str, language: str) -> bool:
    """Whether every letter is one that the language uses; false for a language whose letters are not known."""
    script = _SCRIPTS.get(language)
    return script is not None and script.fullmatch(name) is not None


def written_as(name: str) -> tuple[str, ...]:
    """The languages whose letters a name is written in."""
    return tuple(language for language in _SCRIPTS if is_written_in(name, language))
