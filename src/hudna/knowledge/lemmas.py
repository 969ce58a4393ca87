"""Base forms of words without a parser."""

from functools import cache, lru_cache

from hudna.knowledge.files import language_folder
from hudna.knowledge.folding import letters, plain
from hudna.knowledge.forms import FILE
from hudna.knowledge.glued import is_glued, load_glue
from hudna.knowledge.inflection import load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.reading import load_sentence_words
from hudna.knowledge.word_lists import base_of, is_listed

CONTENT = frozenset({"noun", "adjective", "verb", "infinitive", "gerund", "participle"})


@lru_cache(maxsize=200_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The word itself, its parts at hyphens, and their base forms, in lower case and one spelling."""
    lower = _bare(word, language)
    if not lower:
        return frozenset()
    if is_glued(language):
        return _cut(letters(lower), language) | frozenset(map(letters, (lower, base_form(lower, language))))
    irregular = load_sentence_words(language).irregular.get(letters(lower))
    parts = {lower, *(p for p in lower.split("-") if len(p) > 3), *_behind_elision(lower, language)}
    found = parts | ({irregular} if irregular else set()) | {base_form(p, language) for p in parts}
    found |= {verb_base(p, p, language) for p in parts}
    if _has_forms(language):
        found |= {lemma for part in parts for lemma in _inflected(letters(part), language)}
    return frozenset(map(letters, found))


def _behind_elision(word: str, language: str) -> tuple[str, ...]:
    """ "accordo" of "dell'accordo", in a language that writes small words so."""
    before, mark, after = word.replace("’", "'").partition("'")
    return (after,) if mark and after and before in load_language(language).elided else ()


@cache
def _has_forms(language: str) -> bool:
    """Is the language read by its forms.yml, and by no parser?"""
    return load_language(language).parser is None and (language_folder(language) / FILE).is_file()


def _inflected(word: str, language: str) -> frozenset[str]:
    """Base forms by the language's own endings and lists."""
    return frozenset(form.lemma for form in load_inflection(language).forms(word) if form.tag in CONTENT)


def _cut(word: str, language: str) -> frozenset[str]:
    """What is written together taken apart, each part with every base form that it can have."""
    pieces = load_glue(language).pieces(word)
    return frozenset({p.low for p in pieces} | {form.lemma for p in pieces for form in p.forms})


def _bare(word: str, language: str) -> str:
    """In small letters, without signs that nobody reads and without the mark of an owner."""
    # A lone surrogate cannot be looked up; a question mark keeps its place.
    lower = plain(word.encode("utf-8", "replace").decode("utf-8").lower()).text
    for mark in load_language(language).possessive:
        lower = lower.removesuffix(mark)
    return lower


def base_form(word: str, language: str) -> str:
    """The base form of one word in lower case; the word itself in a language that the lemma list lacks."""
    try:
        return base_of(word, load_language(language).lemmas or language).lower()
    except ValueError:
        return word


@lru_cache(maxsize=100_000)
def mended(lemma: str, word: str, language: str) -> str:
    """A parser's lemma, or a better one where it is no word of the language or lost a letter ("stag" of "staged")."""
    better = base_form(word, language)
    if better in (lemma + "e", lemma + lemma[-1:]):
        return better
    return lemma if known_word(lemma, language) else better


@lru_cache(maxsize=100_000)
def verb_base(lemma: str, word: str, language: str) -> str:
    """The base form of what is a verb here, though the lemma list may know only a noun ("menace" of "menacer")."""
    irregular = load_sentence_words(language).irregular.get(word)
    found = irregular or mended(lemma, word, language)
    for ending, base in load_sentence_words(language).verb_endings.items():
        rebuilt = found.removesuffix(ending) + base
        if found == word and found.endswith(ending) and known_word(rebuilt, language):
            return rebuilt
    return found


def known_word(word: str, language: str) -> bool:
    """Does the lemma list know the word?"""
    return is_listed(word, load_language(language).lemmas or language)
