"""A sentence → the words that a parser is given, in the order in which it reads them best.

Words with hyphens stay whole, figures with blanks become one word. What interrupts a
sentence is kept out of the parser's way: days without a preposition ("tués lundi dans
…"), who says so between commas (", selon X,") and what stands before a colon or a dash
("Mali : …"). Everything keeps its place in the report: `Layout` says where.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import known_word, lemmas
from hudna.read.schemes.ud.interposed import Interposed
from hudna.read.schemes.ud.piece import Piece
from hudna.read.schemes.ud.plainer import LONGEST_ASIDE, QUOTES, Plainer
from hudna.read.schemes.ud.set_phrases import SetPhrases
from hudna.read.schemes.ud.times import TimeWords

JOINTS = frozenset("-‐‑’'")
DASHES = frozenset("-–—")
LIST_MARKS = frozenset("-*•·–—>▪►")
# Longer than this, what stands before a colon is a sentence of its own.
LONGEST_OPENING = 6
# "Selon X, qui …," takes no more words behind the first comma.
LONGEST_OPENED = 30
# ", dont sept enfants et deux femmes enceintes,": such asides have no more words.
LONGEST_COUNT = 10
# "dans le même temps": asides have no more words.
_LONGEST_WORDS = 6
_LETTERS = re.compile(r"[^\W_]+['’]|[^\s'’]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each word given to the parser stands, and what was kept from it."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    days: tuple[tuple[int, int], ...] = ()  # spans of days without a preposition
    opening: tuple[int, int] | None = None  # span of what stands before a colon or a dash


@dataclass(frozen=True, slots=True)
class Arranged:
    """The words for the parser with their layout."""

    pieces: tuple[Piece, ...]
    layout: Layout


class Arranger:
    """Arranges the words of one language's sentences."""

    def __init__(self, small: FunctionWords, times: TimeWords, grammar: Grammar, language: str) -> None:
        self._easier = grammar.easier
        self._capitals = grammar.capitals
        self._set_phrases = SetPhrases(grammar, small, language)
        self._small = small
        self._times = times
        self._language = language
        self._asides = frozenset(tuple(_LETTERS.findall(aside)) for aside in grammar.asides)
        self._apart = tuple(tuple(_LETTERS.findall(words)) for words in sorted(grammar.apart))
        self._apart_before_verb = tuple(tuple(_LETTERS.findall(w)) for w in grammar.apart_before_verb)
        self._helping = grammar.helping.have | grammar.helping.be
        self._plainer = Plainer(small, grammar, language)
        self._interposed = Interposed(small, times, grammar, language)
        self._citing = load_coding_words(language).speech.citing
        self._sources = tuple(
            tuple(name.replace("'", "' ").split())
            for name, relation in small.prepositions.items()
            if relation in ("according to", "citing")
        )

    def arrange(self, words: list[Piece]) -> Arranged:
        """The words with interruptions taken out or moved to the end."""
        pieces = self._without_counts(self._names(self._without_asides(joined(words))))
        pieces = [replace(p, text=self._with_accent(pieces, at)) for at, p in enumerate(pieces)]
        pieces = pieces[1:] if len(pieces) > 1 and pieces[0].text in LIST_MARKS else pieces
        count = self._opening(pieces)
        # "Selen – …" is where it was written; "Selen : …" is where it happened.
        opening = (
            (pieces[0].start, pieces[count - 2].end) if count and pieces[count - 1].text == ":" else None
        )
        pieces = pieces[count:]
        pieces, inside = self._interposed.out(pieces)
        pieces, days = self._without_days(pieces)
        days = sorted((*days, *inside))
        # "a fait état mercredi de …": without its day it is one verb.
        pieces = [replace(p, text=self._easier.get(p.text, p.text)) for p in self._set_phrases.plain(pieces)]
        pieces = self._plainer.teller_last(
            self._sources_last(self._plainer.opening(self._plainer.told_behind(pieces)))
        )
        starts, ends = tuple(p.start for p in pieces), tuple(p.end for p in pieces)
        return Arranged(tuple(pieces), Layout(starts, ends, tuple(days), opening))

    def _with_accent(self, pieces: list[Piece], at: int) -> str:
        """ "A Goma, …", "Eleveurs et …": agencies leave out the accents of capitals, which a parser needs."""
        word = pieces[at].text
        bare, accented = word[:1], self._capitals.get(word[:1], "")
        if not accented or (len(word) > 1 and not word[1:].islower()):
            return word
        if len(word) == 1:
            opens = at == 0 or pieces[at - 1].text in QUOTES or pieces[at - 1].text == ":"
            return accented if opens and at + 1 < len(pieces) else word
        low = word.lower()
        better = accented.lower() + low[1:]
        unknown = not known_word(low, self._language) and known_word(better, self._language)
        return accented + word[1:] if bare and unknown else word

    def _names(self, pieces: list[Piece]) -> list[Piece]:
        """ "Boko Haram" is one word to the parser: two words with capitals that the language does not know."""
        found: list[Piece] = []
        for piece in pieces:
            last = found[-1] if found else None
            if (
                last is not None
                and piece.start - last.end == 1
                and self._is_name(last)
                and self._is_name(piece)
            ):
                found[-1] = Piece(f"{last.text} {piece.text}", last.start, piece.end)
            else:
                found.append(piece)
        return found

    def _is_name(self, piece: Piece) -> bool:
        word = piece.text.rpartition(" ")[2]
        return (
            len(word) > 1
            and word[0].isupper()
            and word.isalpha()
            and not known_word(word.lower(), self._language)
        )

    def _without_asides(self, pieces: list[Piece]) -> list[Piece]:
        """ "affirme de son côté avoir …": words that only set one speaker apart from another are left out."""
        kept: list[Piece] = []
        at = 0
        while at < len(pieces):
            length = self._aside(pieces, at)
            if not length:
                kept.append(pieces[at])
                at += 1
                continue
            at += length
            parted = not kept or kept[-1].text == ","
            at += parted and at < len(pieces) and pieces[at].text == ","
        return kept if len(kept) > 1 else pieces

    def _aside(self, pieces: list[Piece], at: int) -> int:
        lows = tuple(p.low for p in pieces[at : at + _LONGEST_WORDS])
        return next((n for n in range(len(lows), 0, -1) if lows[:n] in self._asides), 0)

    def _without_counts(self, pieces: list[Piece]) -> list[Piece]:
        """ "23 civils, dont sept enfants, ont …", "le porte-parole, Jean Kabila, a …": what only counts or names is left out."""
        at = 0
        while at < len(pieces):
            end = self._apart_end(pieces, at)
            if end:
                # "… ont tué dix civils, dont un enfant, a dit le maire": the comma before who tells stays.
                kept = end if self._told_before(pieces, at, end) else end + 1
                pieces = [*pieces[:at], *pieces[kept:]]
                at += kept == end
            else:
                at += 1
        return pieces

    def _told_before(self, pieces: list[Piece], at: int, end: int) -> bool:
        """Has the sentence a verb before the aside, and who tells it behind?"""
        behind = pieces[end + 1 : end + 3] if self._is_helper(pieces[end + 1]) else pieces[end + 1 : end + 2]
        says = lemmas(behind[-1].low, self._language) & speech_verbs(self._language).keys()
        return bool(says) and any(self._is_helper(p) for p in pieces[:at])

    def _apart_end(self, pieces: list[Piece], at: int) -> int:
        """Where the second comma of such an aside stands; 0 where none begins here."""
        if pieces[at].text != "," or not at:
            return 0
        end = next(
            (i for i in range(at + 1, min(at + LONGEST_COUNT, len(pieces))) if pieces[i].text == ","), 0
        )
        if not end or end + 2 >= len(pieces):
            return 0
        inner = pieces[at + 1 : end]
        if len(inner) == 1:
            named = " " in inner[0].text and inner[0].text[0].isupper()
            return end if named and self._is_helper(pieces[end + 1]) else 0
        lows = tuple("#" if p.text.isdigit() else p.low for p in inner)
        opens = any(lows[: len(words)] == words for words in self._apart)
        helped = self._is_helper(pieces[end + 1])
        opens = opens or (helped and any(lows[: len(words)] == words for words in self._apart_before_verb))
        return end if opens and not any(self._is_helper(p) for p in inner) else 0

    def _is_helper(self, piece: Piece) -> bool:
        return bool(self._helping & lemmas(piece.text, self._language))

    def _opening(self, pieces: list[Piece]) -> int:
        """How many words a heading before a colon or a dash takes, with its mark."""
        for at, piece in enumerate(pieces[: LONGEST_OPENING + 1]):
            if at and _is_mark(pieces, at):
                return at + 1 if at + 2 < len(pieces) else 0
            if piece.text in QUOTES or not self._is_heading(piece, first=at == 0):
                break
        return self._speaking(pieces)

    def _speaking(self, pieces: list[Piece]) -> int:
        """ "Le gouverneur : « … »": few words without a verb before a colon and a quotation."""
        colon = next((at for at, p in enumerate(pieces[: LONGEST_OPENING + 1]) if p.text == ":"), 0)
        if not colon or colon + 2 >= len(pieces) or pieces[colon + 1].text not in QUOTES:
            return 0
        begins = pieces[0].low in self._small.determiners and pieces[0].text[0].isupper()
        verbs = speech_verbs(self._language)
        plain = (
            p.text.isalpha() and not verbs.keys() & lemmas(p.text, self._language) for p in pieces[1:colon]
        )
        return colon + 1 if begins and all(plain) else 0

    def _is_heading(self, piece: Piece, *, first: bool) -> bool:
        """A name, a figure or a small word: a clause before a colon has others."""
        if piece.text[0].isupper() or piece.text[0].isdigit() or piece.text in ",/":
            return True
        small = piece.low in self._small.prepositions or piece.low in self._small.determiners
        return not first and (small or len(piece.text) == 1)

    def _without_days(self, pieces: list[Piece]) -> tuple[list[Piece], list[tuple[int, int]]]:
        kept: list[Piece] = []
        days: list[tuple[int, int]] = []
        at = 0
        while at < len(pieces):
            end = self._day_end(pieces, at)
            if end == at:
                kept.append(pieces[at])
                at += 1
                continue
            days.append((pieces[at].start, pieces[end - 1].end))
            opens = not kept or kept[-1].text == ","
            at = end + 1 if end < len(pieces) and pieces[end].text == "," and opens else end
        return (kept, days) if len(kept) > 1 else (pieces, [])

    def _day_end(self, pieces: list[Piece], at: int) -> int:
        """Where a day without a preposition ends that begins here; `at` where none does."""
        before = pieces[at - 1].low if at else ""
        if before in self._small.prepositions or before in QUOTES or _joins(before, self._small):
            return at
        lows = tuple(p.low for p in pieces[at : at + self._times.LONGEST])
        if self._is_that_day(pieces, at):
            return at + 3
        pointing = self._small.determiners.get(lows[0]) in ("the", "this")
        length = (
            self._times.day(lows[1:]) + 1 if pointing and self._times.day(lows[1:]) else self._times.day(lows)
        )
        return at + length

    def _is_that_day(self, pieces: list[Piece], at: int) -> bool:
        """ "ce jour-là": a pointing word, a time, and what is stuck to it."""
        those = pieces[at : at + 3]
        if len(those) < 3 or self._small.determiners.get(those[0].low) != "this":
            return False
        stuck = those[2].start == those[1].end and those[2].text[0] in JOINTS
        return stuck and self._times.is_time(those[1].low, those[1].low)

    def _sources_last(self, pieces: list[Piece]) -> list[Piece]:
        """ "…, selon X, …" moves to the end of its sentence, with whom X cites or what he is."""
        pieces = self._opening_source_last(pieces)
        for at, piece in enumerate(pieces):
            if piece.text != "," or not self._is_source(pieces, at + 1) or self._opens_clause(pieces, at):
                continue
            end = next((i for i in range(at + 1, len(pieces)) if pieces[i].text in ",;."), len(pieces))
            while end < len(pieces) and pieces[end].text == "," and self._describes_source(pieces, end + 1):
                end = next((i for i in range(end + 1, len(pieces)) if pieces[i].text in ",;."), len(pieces))
            ends_here = end >= len(pieces) or pieces[end].text != "," or end - at > LONGEST_ASIDE
            if ends_here or any(p.text in QUOTES for p in pieces[at:end]):
                continue
            stop = len(pieces) - 1 if pieces[-1].text in ".!?…" else len(pieces)
            return [*pieces[:at], *pieces[end + 1 : stop], *pieces[at:end], *pieces[stop:]]
        return pieces

    def _opens_clause(self, pieces: list[Piece], at: int) -> bool:
        """ "…, où, d'après un médecin, onze blessés ont …": what is told by him is that clause, not the sentence."""
        before = pieces[at - 1].low if at else ""
        return before in self._small.relatives or before in self._small.conjunctions

    def _opening_source_last(self, pieces: list[Piece]) -> list[Piece]:
        """ "Selon X, qui cite Y, des soldats ont …": parsers lose the sentence behind such an opening."""
        if not pieces or not self._is_source(pieces, 0):
            return pieces
        comma = next((i for i, p in enumerate(pieces) if p.text == ","), 0)
        if not comma:
            return pieces
        ends = [comma] if self._has_verb(pieces, comma + 1) else []
        if self._describes_source(pieces, comma + 1):
            reach = range(comma + 1, min(comma + LONGEST_OPENED, len(pieces) - 2))
            ends = [i for i in reach if pieces[i].text == ","]
        end = next((i for i in ends if self._begins_clause(pieces, i + 1)), 0)
        if not end or any(p.text in QUOTES for p in pieces[:end]):
            return pieces
        stop = len(pieces) - 1 if pieces[-1].text in ".!?…" else len(pieces)
        source = [replace(pieces[0], text=pieces[0].low), *pieces[1:end]]
        return [*pieces[end + 1 : stop], pieces[end], *source, *pieces[stop:]]

    def _has_verb(self, pieces: list[Piece], at: int) -> bool:
        """Does a clause with a helping verb begin here, and no list go on: "selon le maire, le préfet et …"?"""
        rest = pieces[at:]
        stop = next((i for i, p in enumerate(rest) if p.text == ","), len(rest))
        return any(self._is_helper(p) for p in rest[:stop])

    def _describes_source(self, pieces: list[Piece], at: int) -> bool:
        """ "qui a requis l'anonymat", "citée par une radio", "citant la police"."""
        if at >= len(pieces):
            return False
        low = pieces[at].low
        return low in self._small.relatives or bool(self._citing & lemmas(low, self._language))

    def _begins_clause(self, pieces: list[Piece], at: int) -> bool:
        """A noun with its article, its number or a capital, or a pronoun: not what an aside goes on with."""
        low = pieces[at].low
        opens = low in self._small.determiners or low in self._small.pronouns or low.isdigit()
        return (opens or pieces[at].text[0].isupper()) and low not in self._small.relatives

    def _is_source(self, pieces: list[Piece], at: int) -> bool:
        lows = tuple(p.low for p in pieces[at : at + 5])
        return any(lows[: len(name)] == name for name in self._sources)


def _is_mark(pieces: list[Piece], at: int) -> bool:
    """A colon, or a dash with blanks on both sides."""
    piece = pieces[at]
    if piece.text == ":":
        return True
    apart = at + 1 < len(pieces) and pieces[at - 1].end < piece.start and piece.end < pieces[at + 1].start
    return piece.text in DASHES and apart


def _joins(word: str, small: FunctionWords) -> bool:
    """ "de vendredi à samedi", "lundi ou mardi": the second of two days has no place of its own."""
    return word in ("-", "–", "/") or (word.endswith("'") and word in small.prepositions)


def joined(words: list[Piece]) -> list[Piece]:
    """Words parted at a hyphen are one again, figures with a blank are one figure."""
    pieces: list[Piece] = []
    for word in words:
        if len(pieces) > 1 and _is_hyphened(pieces[-2], pieces[-1], word):
            first = pieces[-2]
            pieces[-2:] = [Piece(f"{first.text}-{word.text}", first.start, word.end)]
        elif pieces and _is_thousand(pieces[-1], word):
            first = pieces[-1]
            pieces[-1] = Piece(first.text + word.text, first.start, word.end)
        else:
            pieces.append(word)
    return pieces


def _is_hyphened(first: Piece, hyphen: Piece, last: Piece) -> bool:
    """ "état", "-", "major" without a blank between."""
    touching = first.end == hyphen.start and hyphen.end == last.start
    return touching and hyphen.text == "-" and first.text[-1].isalpha() and last.text[0].isalnum()


def _is_thousand(first: Piece, last: Piece) -> bool:
    """ "2 500": groups of three figures with one blank between."""
    figures = first.text.isdigit() and last.text.isdigit() and len(last.text) == 3
    return figures and last.start - first.end == 1 and len(first.text) <= 6 and not first.text.startswith("0")


def gaps(pieces: tuple[Piece, ...]) -> list[bool]:
    """Whether a blank follows each word, as the parser may ask."""
    follows = [two.start != one.end for one, two in pairwise(pieces)]
    return [*follows, False]
