"""Where sentences begin and end, in text as it really arrives.

Takes a text, gives spans. Survives glued sentences (`tensions".The`), titles and
initials, quotations and headings. It never changes the text.
"""

import re
from collections.abc import Iterator

from hudna.knowledge.reading import SentenceWords

# Longer runs without an end are cut: the parser's cost grows with the length.
MAX_SENTENCE = 2_000

_CLOSERS = "\"'”’»)]"
_END = re.compile(r"[.!?…؟۔]+[\"'”’»)\]]*")
# Empty lines, list items, and lines that open with a word before a bar ("Breaking | …").
_BREAK = re.compile(
    r"[ \t\r\f\v]*\n[ \t\r\f\v]*(?:\n\s*)+|[ \t]*\n(?=[ \t]*(?:[-*•·–—>▪►]|\d{1,2}[.)])\s)|[ \t]*\n(?=[^\n|]{1,24}\|\s)"
)
_TITLE = re.compile(r"\s*([^\n]{2,70}[^\s.!?…؟,،;؛:])[ \t]*\n(?=(?:[^\n]{2,70}\n)?[^\n]{100})")
_LINE = re.compile(r"\s*([^\n]{2,70}[^\s.!?…؟،,؛;:])[ \t]*\n")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w.]*$")
_OPENERS = re.compile(r"[\"'“‘«(\[]*")


def split_sentences(text: str, words: SentenceWords) -> list[tuple[int, int]]:
    """Half-open spans of sentences without surrounding white space, in order."""
    spans: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        for part in _sentences(text, start, end, words):
            spans.extend(_bounded(text, *part))
    return spans


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and list items."""
    last = 0
    for match in _BREAK.finditer(text):
        yield from _without_title(text, last, match.start())
        last = match.end()
    yield from _without_title(text, last, len(text))


def _without_title(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A short first line without an end is a title, before a long one or where it is all in capitals."""
    match = _TITLE.match(text, start, end) or _LINE.match(text, start, end)
    if match is None or (match.re is _LINE and not match.group(1).isupper()):
        yield start, end
        return
    yield start, match.end(1)
    yield from _without_title(text, match.end(), end)


def _sentences(text: str, start: int, end: int, words: SentenceWords) -> Iterator[tuple[int, int]]:
    last = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and _ends_here(text, match, words, end):
            yield last, match.end()
            last = match.end()
    if last < end:
        yield last, end


def _ends_here(text: str, match: re.Match[str], words: SentenceWords, end: int) -> bool:
    """Does this punctuation end a sentence?"""
    after = text[match.end() : min(end, match.end() + 80)]
    stripped = after.lstrip()
    opened = _OPENERS.match(stripped)
    following = stripped[opened.end() :] if opened else stripped
    if not following:
        return False
    if after[:1].isspace():
        if following[0].islower() or following[0] in ",;:":
            return False
        return not _is_abbreviation(text, match, words, following)
    return _is_glued(text, match, following)


def _is_glued(text: str, match: re.Match[str], following: str) -> bool:
    """A full stop with no space, between a lower-case word or a quote and a new sentence."""
    before = text[max(0, match.start() - 4) : match.start()].rstrip(_CLOSERS)[-2:]
    if not (following[0].isupper() or following[0] in '"“«'):
        return False
    quoted = len(match.group()) > 1 and match.group()[-1] in _CLOSERS
    plain = len(before) == 2 and before[-1].isalpha() and not before.isupper() and not _is_dotted(text, match)
    return (quoted or plain) and (len(following) < 2 or following[1:2] != ".")


def _is_dotted(text: str, match: re.Match[str]) -> bool:
    """Inside an address or an abbreviation such as `Ph.D`."""
    word = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    return word is not None and ("." in word.group() or len(word.group()) < 3 or word.group() == "www")


def _is_abbreviation(text: str, match: re.Match[str], words: SentenceWords, following: str) -> bool:
    if not match.group().startswith(".") or len(match.group()) > 1:
        # `No.", he said` never occurs before a capital; `etc.)` may.
        return False
    word = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    if word is None:
        # "3. The report": a list number at the beginning of a line, or a figure that ends a sentence.
        return False
    if text[word.start() - 1 : word.start()].isdigit() and "." not in word.group():
        return False  # "on the 31st. One man died": an ordinal, and no saint
    lower = word.group().lower().rstrip(".")
    if word.group() == "X" and _word_at(text, word.start()) in words.before_networks:
        return False  # "he wrote on X. Moscow has …": a network, and no initial
    if lower in words.may_end:
        return not _begins_sentence(following, words)
    return lower in words.abbreviations or (len(lower) == 1 and word.group().isupper())


def _word_at(text: str, end: int) -> str:
    """The word before an offset, with one blank between."""
    before = text[max(0, end - 12) : end]
    return before.rsplit(None, 1)[-1].lower() if before[-1:].isspace() and before.split() else ""


def _begins_sentence(following: str, words: SentenceWords) -> bool:
    """After "U.S." a new sentence is likely only with a word that rarely follows it in a name."""
    first = re.match(r"[\w'’]+", following)
    return first is not None and first.group() in words.starters


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without outer white space, cut at white space where it is too long."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        yield start, cut
        start = cut + 1 if text[cut : cut + 1].isspace() else cut
    if start < end:
        yield start, end
