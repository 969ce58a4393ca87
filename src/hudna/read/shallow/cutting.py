"""A sentence as words: cut at blanks and marks, what is written together taken apart, fixed phrases joined.

Positions are in the report.
"""

import re
from functools import cache, lru_cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.folding import Plain, letters, plain, written
from hudna.knowledge.forms import load_forms
from hudna.knowledge.glued import is_glued, load_glue
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.listed_names import is_place, long_names, person_names
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.people import people
from hudna.read.sentence import Sentence
from hudna.read.shallow.fixed import FixedPhrase, by_first, fixed_phrases
from hudna.read.shallow.months import is_day, months_of, without_second_names
from hudna.read.shallow.numbers import join_bounds, join_numbers
from hudna.read.shallow.words import Row, Words

# A figure with its marks, a word with what joins its parts, or one mark.
_TOKEN = re.compile(
    r"\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d+[ªº°]|\d+(?:[.,:/+]\d+)*|[^\W\d_][\w\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]*(?:[-.'’/&][^\W_]+)*|\d\w*|\S"
)
_QUOTES = frozenset('"“”«»„')
_DASHES = frozenset("–—―−‒")
# So many words are remembered.
MOST_WORDS = 50_000


class Cutter:
    """Cuts sentences of one language into words."""

    def __init__(self, language: str) -> None:
        self._language = load_language(language)
        self._forms = load_forms(language)
        self._inflection = load_inflection(language)
        self._elided = frozenset(self._language.elided)
        self._cut = tuple(
            sorted({*self._forms.cut, *self._language.possessive}, key=lambda end: (-len(end), end))
        )
        self._owners = frozenset(mark.replace("’", "'") for mark in self._language.possessive)
        self._bare = self._language.bare_possessive
        self._phrases = fixed_phrases(language)
        figures = load_casualty_words(language)
        self._numbers, self._values = frozenset(figures.numbers), figures.numbers
        self._ands = frozenset(word for word, name in self._forms.joints.items() if name == "and")
        self._bounds = by_first(
            frozenset(bound.replace("'", "' ") for bounds in figures.bounds.values() for bound in bounds)
        )
        self._glue = load_glue(language) if is_glued(language) else None
        self._joints = tuple(load_language(language).proclitics)
        self._deeds = nominal_nouns(language) - people(language)
        self._persons = person_names(language) if self._glue is not None else frozenset()
        self._names = by_first(long_names(language) | self._persons) if self._glue is not None else {}
        self._sons = load_grammar(language).sons if self._glue is not None else frozenset()
        self._resuming = tuple(load_grammar(language).resuming) if self._sons else ()
        self._times = load_grammar(language).times
        self._months = months_of(language) if self._glue is not None else {}
        self._place_openers = self._forms.place_openers
        self._article = next(iter(self._language.glued_articles), "")
        # What a word is, and what it may begin, is asked once.
        self._seen = lru_cache(maxsize=MOST_WORDS)(self._see)
        self._begins = lru_cache(maxsize=MOST_WORDS)(self._is_beginning)
        self._cut_of = lru_cache(maxsize=MOST_WORDS)(self._rows_of)
        self._phrases_from = lru_cache(maxsize=MOST_WORDS)(self._leading_phrases)
        self._openers_of = lru_cache(maxsize=MOST_WORDS)(self._leading_openers)
        self._names_from = lru_cache(maxsize=MOST_WORDS)(self._leading_names)

    def words(self, sentence: Sentence) -> Words:
        """The words of a sentence."""
        found = Words(sentence.report, sentence.start)
        found.fill(self._rows(sentence.text) if self._glue is None else self._all_cut(sentence.text))
        if not self._bounds.keys().isdisjoint(found.low):
            join_bounds(found, self._bounds, self._numbers, self._times, self._ands)
        self._join_phrases(found)
        if self._glue is not None:
            join_numbers(found, self._values, self._ands)
            self._join_names(found)
        return found

    def _rows(self, text: str) -> list[Row]:
        rows: list[Row] = []
        for match in _TOKEN.finditer(text):
            token = match.group()
            start = match.start()
            if "'" in token or "’" in token:
                self._put_apart(rows, token.replace("’", "'"), start, text)
            elif token[0] in _QUOTES:
                rows.append((start, start + 1, '"', False, None, None))
            else:
                low, capital, article = self._seen(token)
                rows.append((start, match.end(), low, capital, None, article))
        return rows

    def _put(self, rows: list[Row], token: str, start: int, forms: tuple[Form, ...] | None = None) -> None:
        low, capital, article = self._seen(token)
        rows.append((start, start + len(token), low, capital, forms, article))

    def _see(self, token: str) -> tuple[str, bool, str | None]:
        """How a token is compared, whether it has a capital, and the article that is one word with it."""
        token = "-" if token in _DASHES else token
        low = written(token)
        capital = token[0].isupper() or ("-" in token and not token.islower())
        fused = self._forms.fused.get(low)
        return low or token, capital, None if fused is None else fused[1]

    # --- words written together ------------------------------------------------------

    def _all_cut(self, text: str) -> list[Row]:
        """Each word with what is written on it apart; what belongs to a fixed phrase stays whole."""
        tokens: list[tuple[int, str]] = []
        for m in _TOKEN.finditer(text):
            token = m.group()
            if token[1:2].isdigit():
                tokens += self._with_figure(m.start(), token)
            else:
                tokens.append((m.start(), self._first_name(token)))
        tokens = without_second_names(tokens, self._months)
        bare = [_bare(token) for _, token in tokens]
        lows = [low for _, low in bare]
        whole = self._whole(lows)
        has_sons = not self._sons.isdisjoint(lows)
        rows: list[Row] = []
        for at, (start, token) in enumerate(tokens):
            if at > 0 and lows[at] in self._months and is_day(lows[at - 1]):
                rows.append((start, start + len(token), lows[at], False, self._months[lows[at]], None))
                continue
            if at in whole and self._is_own(token):
                _put_whole(rows, start, *bare[at], whole[at])
                continue
            cut = self._cut_of(token)
            if has_sons and self._is_of_name(lows, at):
                cut = _named(cut, lows[at], len(token), whole=lows[at].startswith(self._resuming))
            for begin, end, low, capital, forms, article in cut:
                rows.append((start + begin, start + end, low, capital, forms, article))
        return rows

    def _first_name(self, token: str) -> str:
        """ "كانون الثاني/يناير": of two names of one month the second tells nothing further."""
        first, mark, second = token.partition("/")
        return (
            first if mark and (written(second) in self._times or written(second) in self._months) else token
        )

    def _is_of_name(self, lows: list[str], at: int) -> bool:
        """ "فيصل بن فرحان": the word for a son, the name behind it, and what no list has before it."""
        low = lows[at]
        if low in self._sons or not low.isalpha():
            return low in self._sons
        behind = at > 0 and lows[at - 1] in self._sons
        before = at + 1 < len(lows) and lows[at + 1] in self._sons
        return (behind and not self._inflection.is_small(low)) or (
            before and not self._inflection.is_listed(low) and not self._inflection.is_small(low)
        )

    def _whole(self, lows: list[str]) -> dict[int, int]:
        """Words of what is fixed together → how many letters of small words are written on each."""
        begun = [at for at, low in enumerate(lows) if self._begins(low)]
        if not begun:
            return {}
        return {
            **self._in_phrases(lows, begun),
            **self._in_places(lows, begun),
            **self._in_names(lows, begun),
        }

    def _is_beginning(self, low: str) -> bool:
        """Whether a word may begin anything that stays whole."""
        return bool(self._leading_phrases(low) or self._leading_openers(low) or self._leading_names(low))

    def _is_own(self, token: str) -> bool:
        """Whether a token is a word in the script of the language, rather than a mark, a figure or a foreign name."""
        low = _bare(token)[1]
        return token[0] not in _QUOTES and low.isalpha() and not low.isascii()

    def _rows_of(self, token: str) -> tuple[Row, ...]:
        """The rows of one token, counted from its own beginning."""
        rows: list[Row] = []
        plain_token, low = _bare(token)
        if token[0] in _QUOTES:
            rows.append((0, 1, '"', False, None, None))
        elif not low.isalpha():
            self._put(rows, token, 0)
        elif low.isascii():
            self._put(rows, token, 0, (Form("name", low),))
        else:
            self._put_pieces(rows, 0, plain_token)
        return tuple(rows)

    def _with_figure(self, start: int, token: str) -> list[tuple[int, str]]:
        """ "و490": a small word and a figure."""
        rest = token[1:]
        if rest[:1].isdigit() and letters(token[0]) in self._joints:
            return [(start, token[0]), (start + 1, rest)]
        return [(start, token)]

    def _put_pieces(self, rows: list[Row], start: int, bare: Plain) -> None:
        """The parts of one word, each at its own place."""
        assert self._glue is not None
        if bare.starts is None:
            rows += [
                (start + begin, start + end, low, False, forms or None, article)
                for begin, end, low, forms, article in self._glue.pieces(bare.text.lower())
            ]
            return
        for piece in self._glue.pieces(bare.text.lower()):
            begin, end = bare.span(piece.start, piece.end)
            rows.append((start + begin, start + end, piece.low, False, piece.forms or None, piece.article))

    def _in_phrases(self, lows: list[str], begun: list[int]) -> dict[int, int]:
        """Words of fixed phrases that stand here → how many letters of joints are written on them."""
        found: dict[int, int] = {}
        for at in begun:
            behind = lows[at + 1] if at + 1 < len(lows) else ""
            for lead, phrases in self._phrases_from(lows[at]):
                for words, _ in phrases:
                    if behind.startswith(words[1]) and self._is_here(words, lows, at):
                        found.setdefault(at, lead)
                        for further in range(1, len(words)):
                            if lows[at + further] == words[further]:
                                found.setdefault(at + further, 0)
                        break
        return found

    def _leading_phrases(self, low: str) -> list[tuple[int, list[FixedPhrase]]]:
        """Phrases that a word may begin, with how many letters of joints are written on it."""
        leads = [lead for lead in ("", *self._joints) if low.startswith(lead)]
        led = ((len(lead), self._phrases.get(low.removeprefix(lead))) for lead in leads)
        return [(lead, phrases) for lead, phrases in led if phrases is not None]

    def _in_places(self, lows: list[str], begun: list[int]) -> dict[int, int]:
        """Words of places of two words → how many letters of small words are written on the first."""
        found: dict[int, int] = {}
        for at in begun:
            for lead, opener in self._openers_of(lows[at]):
                if at + 1 < len(lows) and is_place(f"{opener} {lows[at + 1]}"):
                    found[at], found[at + 1] = lead, 0
        return found

    def _leading_openers(self, low: str) -> list[tuple[int, str]]:
        """First words of places that a word ends with, with how many letters of small words are written on it."""
        ends = [(len(low) - len(opener), opener) for opener in self._place_openers if low.endswith(opener)]
        return [(lead, opener) for lead, opener in ends if lead <= 2 and (not lead or low[0] in self._joints)]

    def _in_names(self, lows: list[str], begun: list[int]) -> dict[int, int]:
        """Words of names of several words → how many letters of small words are written on the first."""
        found: dict[int, int] = {}
        for at in begun:
            for lead, names in self._names_from(lows[at]):
                for name in names:
                    if tuple(lows[at + 1 : at + len(name)]) == name[1:]:
                        found[at] = lead
                        found.update(dict.fromkeys(range(at + 1, at + len(name)), 0))
                        break
        return found

    def _leading_names(self, low: str) -> list[tuple[int, list[tuple[str, ...]]]]:
        """Names that a word may begin, with how many letters of small words are written on it."""
        found = []
        for lead in range(3):
            if lead and low[lead - 1 : lead] not in self._joints:
                break
            if low[lead:] in self._names:
                found.append((lead, self._names[low[lead:]]))
        return found

    def _is_here(self, words: tuple[str, ...], lows: list[str], at: int) -> bool:
        """Whether the rest of a phrase follows; its last word may be written on the next."""
        last = at + len(words) - 1
        if last >= len(lows) or tuple(lows[at + 1 : last]) != words[1:-1]:
            return False
        return lows[last] == words[-1] or (len(words[-1]) == 1 and lows[last].startswith(words[-1]))

    def _put_apart(self, rows: list[Row], token: str, start: int, text: str) -> None:
        """ "dell'esercito", "army's", "didn't": words that an apostrophe joins."""
        if token == "'" and self._is_owner(rows, start, text):
            rows.append((start, start + 1, token, False, (Form("owner", token),), None))
            return
        before, mark, after = token.partition("'")
        if mark and after and before.lower() in self._elided:
            self._put(rows, f"{before}'", start)
            self._put_apart(rows, after, start + len(before) + 1, text)
            return
        if mark and not after and before.lower() in self._elided:
            self._put(rows, token, start)
            return
        ending = next(
            (end for end in self._cut if token.lower().endswith(end) and len(token) > len(end)), None
        )
        if ending is None:
            self._put(rows, token, start)
            return
        stem = len(token) - len(ending)
        self._put(rows, token[:stem], start)
        forms = (Form("owner", ending),) if ending in self._owners else None
        self._put(rows, token[stem:], start + stem, forms)

    def _is_owner(self, rows: list[Row], start: int, text: str) -> bool:
        """ "the rebels' camp": an apostrophe right behind such a letter, before a word."""
        if not rows or rows[-1][1] != start or not self._bare:
            return False
        return rows[-1][2].endswith(self._bare) and text[start + 1 : start + 2] == " "

    def _join_phrases(self, found: Words) -> None:
        phrases, fused, free = self._phrases, self._forms.fused, 0
        size = len(found.low)
        for place in [at for at, low in enumerate(found.low) if low in phrases]:
            at = place - size + len(found.low)  # joined words before it are fewer now
            if at < free or at + 1 >= len(found.low):
                continue
            behind = found.low[at + 1]
            behind_apart = fused[behind][0] if behind in fused else behind
            for words, forms in phrases[found.low[at]]:
                if (words[1] == behind or words[1] == behind_apart) and self._stands(found, at, words):
                    found.join(at, at + len(words) - 1, forms)
                    break
            free = at + 1

    def _join_names(self, found: Words) -> None:
        """Names of several words become one, with the base form of their first: "قوات الدعم السريع"."""
        at = 0
        while at < len(found.low):
            for name in self._names.get(found.low[at], ()):
                last = at + len(name) - 1
                if last < len(found.low) and tuple(found.low[at : last + 1]) == name:
                    bare = found.low[at].removeprefix(self._article)
                    readings = found.joined[at] or self._inflection.forms(bare)
                    known = self._inflection.is_listed(bare)
                    named = " ".join(name) in self._persons or not known
                    # "هاجمت الدعم السريع": a word for a deed that nobody is called by makes a name.
                    nouns = (
                        ()
                        if named
                        else tuple(f for f in readings if f.tag == "noun" and f.lemma not in self._deeds)
                    )
                    found.join(at, last, nouns[:1] or (Form("name", " ".join(name)),))
                    found.with_article[at] = self._article
                    break
            else:
                if found.low[at] in self._place_openers:
                    self._join_place(found, at)
            at += 1

    def _join_place(self, found: Words, at: int) -> None:
        """ "خان يونس", "تل ملح": two words that name a place, the first of them a common one."""
        low = found.low[at]
        if low in self._place_openers and at + 1 < len(found) and is_place(f"{low} {found.low[at + 1]}"):
            found.join(at, at + 1, (Form("name", f"{low} {found.low[at + 1]}"),))

    def _stands(self, found: Words, at: int, words: tuple[str, ...]) -> bool:
        last = at + len(words) - 1
        if last >= len(found.low) or tuple(found.low[at:last]) != words[:-1]:
            return False
        low = found.low[last]
        if low == words[-1]:
            return True
        fused = self._forms.fused.get(low)
        return fused is not None and fused[0] == words[-1]


def _put_whole(rows: list[Row], start: int, bare: Plain, low: str, lead: int) -> None:
    """A word of a fixed phrase, of which only so many letters before are cut."""
    for first, last in [*((i, i + 1) for i in range(lead)), (lead, len(low))]:
        begin, end = bare.span(first, last)
        rows.append((start + begin, start + end, low[first:last], False, None, None))


def _named(cut: tuple[Row, ...], low: str, size: int, *, whole: bool) -> tuple[Row, ...]:
    """The rows of a word that is a name; `whole`: its first letter only looks like a small word."""
    if whole or not cut:
        return ((0, size, low, False, (Form("name", low),), None),)
    start, end, last, capital, _, article = cut[-1]
    return (*cut[:-1], (start, end, last, capital, (Form("name", last),), article))


@lru_cache(maxsize=MOST_WORDS)
def _bare(token: str) -> tuple[Plain, str]:
    """A token without signs that nobody reads, and the same in small letters of one spelling."""
    bare = plain(token)
    return bare, letters(bare.text.lower())


@cache
def load_cutter(language: str) -> Cutter:
    """The cutter of a language."""
    return Cutter(language)
