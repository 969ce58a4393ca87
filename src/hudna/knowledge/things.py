"""Words of each language for kinds of things that are hit, taken or fought over: a bus, a market, a bridge.

The files are `languages/<code>/things.yml`; each proves itself with examples.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from hudna.knowledge.files import ROOT, language_folder, load_one
from hudna.knowledge.folding import fold
from hudna.model.record import Record

# What is written together with a word in front of it and behind it in Arabic letters.
_FRONT = re.compile("^(?:وال|بال|كال|فال|لل|ال|و|ب|ك|ف|ل)(?=\\w{2})")
_BEHIND = re.compile("(?<=\\w{3})(?:هما|هم|ها|هن|نا|ه)$")
_ARABIC = "\u0600"
# An article that is elided is a word of its own.
_ELIDED = re.compile("['’]")
Phrase = tuple[str, ...]
Kinds = tuple[str, ...]


class ThingsNamed(Record):
    """A text and the kinds of things that it names."""

    text: str
    things: tuple[str, ...]


class ThingWords(Record):
    """One language's words by kind; `none`: phrases in which they stand for no such thing."""

    things: dict[str, tuple[str, ...]]
    none: tuple[str, ...] = ()
    examples: tuple[ThingsNamed, ...]
    counter: tuple[ThingsNamed, ...]


@cache
def load_things(language: str) -> ThingWords | None:
    """The words of a language, or None where nobody has written them."""
    path = language_folder(language) / "things.yml"
    return load_one(path, ThingWords) if path.exists() else None


def thing_languages() -> tuple[str, ...]:
    """The languages that have such words."""
    return tuple(sorted(path.parent.name for path in (ROOT / "languages").glob("*/things.yml")))


def things_in(text: str, language: str) -> frozenset[str]:
    """The kinds of things that a text names, the longest phrases first."""
    phrases = _phrases(language)
    if not phrases:
        return frozenset()
    found, words, at = set[str](), _words(text), 0
    while at < len(words):
        phrase, kinds = _longest(phrases, words[at:])
        found.update(kinds)
        at += len(phrase) or 1
    return frozenset(found)


def _longest(phrases: dict[str, tuple[tuple[Phrase, Kinds], ...]], words: Phrase) -> tuple[Phrase, Kinds]:
    fitting = [
        (phrase, kinds)
        for form in _forms(words[0])
        for phrase, kinds in phrases.get(form, ())
        if len(phrase) <= len(words)
        and all(word in _forms(words[number]) for number, word in enumerate(phrase))
    ]
    return max(fitting, key=lambda one: len(one[0]), default=((), ()))


def _words(text: str) -> Phrase:
    return tuple(fold(_ELIDED.sub(" ", text)).split())


@cache
def _phrases(language: str) -> dict[str, tuple[tuple[Phrase, Kinds], ...]]:
    """First word → phrases that begin with it, each with its kinds."""
    known = load_things(language)
    if known is None:
        return {}
    kinds: dict[Phrase, list[str]] = {_words(phrase): [] for phrase in known.none}
    for kind, phrases in known.things.items():
        for words in map(_words, phrases):
            kinds.setdefault(words, []).append(kind)
    by_first: dict[str, list[tuple[Phrase, Kinds]]] = {}
    for phrase, named in kinds.items():
        by_first.setdefault(phrase[0], []).append((phrase, tuple(named)))
    return {first: tuple(held) for first, held in by_first.items()}


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what is written together with it."""
    return (word,) if word[0] < _ARABIC else tuple(dict.fromkeys(_bared(word)))


def _bared(word: str) -> Iterator[str]:
    bare = _FRONT.sub("", word)
    for form in (word, bare, _FRONT.sub("", bare)):
        yield form
        if (stem := _BEHIND.sub("", form)) != form:
            yield stem
            # "her lorry": the feminine ending is written as another letter there.
            yield f"{stem[:-1]}ه" if stem.endswith("ت") else stem
