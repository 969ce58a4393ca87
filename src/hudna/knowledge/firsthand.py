"""What an outlet says that it saw itself: its reporter saw it, or "we" did.

The words are in `languages/<code>/linking.yml`. What stands between quotation marks is said by others.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from hudna.knowledge.folding import letters
from hudna.knowledge.linking_words import Firsthand, LinkingWords, load_linking_words

# What may stand between a reporter and what he saw: four words ("a reporter of this paper saw"), or an aside
# ("our correspondent, who crossed the town on a motorbike, saw").
_SPACE = "[ \u00a0'\u2019]+"
_WORD = rf"(?:{_SPACE}\w+)"
_NEAR = rf"(?:,[^,.;]{{1,60}},\W*|{_WORD}{{0,4}}?{_SPACE})"
# Of its own reporter a sentence may say first where he stood.
_SAME_SENTENCE = r"(?:[^.!?\n]{0,120}?\W)"
# "We" and what we saw stand nearer together.
_NEARER = 2
_RUN = re.compile(r"\w+")
# Letters that a pattern takes for "i" in whatever case.
_DOTS = str.maketrans("\u0130\u0131", "ii")
_PREFIXES = "\u0648\u0641"
_QUOTED = re.compile('\u201c[^\u201d\n]*\u201d?|\u00ab[^\u00bb\n]*\u00bb?|"[^"\n]*"?')


class _Sought(NamedTuple):
    """A pattern, and sets of words: where a text lacks all of one set, the pattern need not be tried, which takes far longer."""

    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]


# An incident is made anew with each report that joins it, and asks of every report three times.
@lru_cache(maxsize=4096)
def is_firsthand(text: str, language: str, *, of_a_body: bool = False, names: tuple[str, ...] = ()) -> bool:
    """Whether a text, quotations apart, says that its outlet's reporter saw it, that "we" did, or the outlet, by one of its names.

    A body's "we" is the body.
    """
    patterns = _patterns(language)
    if patterns is None:
        return False
    by_reporter, by_us = patterns
    return _is_said(text, (by_reporter, *(() if of_a_body else (*by_us, *_by_name(language, names)))))


def says_told_us(text: str, language: str) -> bool:
    """Whether a text, quotations apart, says that somebody told its outlet."""
    return _is_said(text, _told_us(language))


def says_by_paper(text: str, language: str) -> bool:
    """Whether a text says that it has it from a paper of those who act."""
    return _is_said(text, _papers(language))


def _is_said(text: str, sought: Iterable[_Sought]) -> bool:
    words = _words_of(text)
    tried = [one.pattern for one in sought if not any(map(words.isdisjoint, one.needed))]
    if not tried:
        return False
    given = own_words(text)
    return any(pattern.search(given) for pattern in tried)


def _words_of(text: str) -> set[str]:
    """The words of a text in small letters, with and without what Arabic writes together with a word."""
    words = set(_RUN.findall(_small(letters(text))))
    return words.union([word[1:] for word in words if word[0] in _PREFIXES])


def _small(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_DOTS).casefold()


def _one_of(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase its longest word, which a text with the phrase holds; none where one has no word to go by."""
    runs = [_RUN.findall(letters(phrase)) for phrase in phrases]
    return frozenset(_small(max(words, key=len)) for words in runs) if all(runs) else frozenset()


def _needed(*sets: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple(words for phrases in sets if (words := _one_of(phrases)))


@cache
def _papers(language: str) -> tuple[_Sought, ...]:
    words = load_linking_words(language)
    return tuple(_frames(words.papers, ())) if words else ()


def body_of(words: str, language: str) -> str:
    """The body within which a source without a name is: "a source in the harbour office"; nothing where none is named."""
    given = letters(words)
    patterns = (one.pattern for one in _within(language))
    found = (one.match(given) or one.match(given.partition(" ")[2]) for one in patterns)
    ends = next((len(one.string) - one.end() for one in found if one), 0)
    return words[len(words) - ends :].strip() if ends else ""


@cache
def _within(language: str) -> tuple[_Sought, ...]:
    words = load_linking_words(language)
    return tuple(_frames(words.within, (), gap=1)) if words else ()


def own_words(text: str) -> str:
    """A text in one spelling of letters, with nothing but blanks where it quotes."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), letters(text))


@cache
def _told_us(language: str) -> tuple[_Sought, ...]:
    words = load_linking_words(language)
    return tuple(_frames(words.told_us, ())) if words else ()


@cache
def _patterns(language: str) -> tuple[_Sought, tuple[_Sought, ...]] | None:
    words = load_linking_words(language)
    if words is None or not words.reporters or not words.saw:
        return None
    return _by_reporter(words), tuple(_frames(words.we_saw, words.not_seen))


def _by_reporter(words: LinkingWords) -> _Sought:
    """A reporter near a word of seeing, or the outlet's own reporter in one sentence with it and not harmed."""
    who, saw, ours = _any(words.reporters), _any(words.saw), _any(words.ours)
    harmed = rf"(?!{_SAME_SENTENCE}?{_any(words.harmed)})" if words.harmed else ""
    own = rf"{ours}{_WORD}{{0,2}}?{_SPACE}{_any((*words.reporters, *words.our_people))}"
    own = rf"(?:{own}|{_any(words.own_reporters)})" if words.own_reporters else own
    after = rf"{saw}{_NEAR}{_any(words.seen_by)}{_NEAR}{who}" if words.seen_by else rf"{saw}{_NEAR}{who}"
    pattern = rf"{who}{_NEAR}{saw}|{after}|{own}{harmed}{_SAME_SENTENCE}{saw}"
    people = (*words.reporters, *words.our_people, *words.own_reporters)
    return _Sought(re.compile(pattern, re.IGNORECASE), _needed(words.saw, people))


@lru_cache(maxsize=2048)
def _by_name(language: str, names: tuple[str, ...]) -> tuple[_Sought, ...]:
    """The outlet by its name, or by what it calls itself: where a sentence or an aside begins with it, or after a word of seeing."""
    words = load_linking_words(language)
    called = (*names, *words.own_names) if words else ()
    if words is None or not called:
        return ()
    who, saw = _any(called), _any(words.saw)
    first = rf"(?:^|[.!?\u061f,;:\u060c\u2013\u2014-]\s*|\n\s*){who}{_WORD}{{0,{_NEARER}}}?{_SPACE}{saw}"
    after = "" if words.seen_by else rf"|{saw}{_SPACE}{who}"
    return (_Sought(re.compile(first + after, re.IGNORECASE), _needed(words.saw, called)),)


def _frames(frames: Iterable[Firsthand], denials: tuple[str, ...], gap: int = _NEARER) -> Iterable[_Sought]:
    """The outlet's "we" or "us" with the words that must follow, not denied."""
    denied = _any(denials, front="") if denials else "(?!)"
    undenied = "".join(f"(?<!{re.escape(letters(word))} )" for word in denials)
    between = rf"(?:{_SPACE}(?!{denied})\w+){{0,{gap}}}?{_SPACE}"
    for frame in frames:
        then = between + _any(frame.then, front="") if frame.then else ""
        pattern = re.compile(undenied + _any(frame.first) + then, re.IGNORECASE)
        yield _Sought(pattern, _needed(frame.first, frame.then))


def _any(words: Iterable[str], front: str = "[وف]?") -> str:
    """One of these words or phrases, in one spelling of letters."""
    return rf"(?<!\w){front}(?:{'|'.join(re.escape(letters(word)) for word in words)})(?!\w)"
