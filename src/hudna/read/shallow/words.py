"""A sentence as words: cut at blanks and marks, what is written together taken apart, fixed phrases joined.

Positions are in the sentence; `at` and `upto` move them into the report.
"""

import re
from collections.abc import Iterator
from functools import cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.folding import Plain, letters, plain
from hudna.knowledge.forms import Tag, load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.glued import is_glued, is_place, load_glue, long_names, person_names
from hudna.knowledge.inflection import Form, load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.listed import joined_nouns
from hudna.read.sentence import Sentence

# A figure with its marks, a word with what joins its parts, or one mark.
_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)*|[^\W\d_][\w\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]*(?:[-.'’/&][^\W_]+)*|\d\w*|\S"
)
_QUOTES = frozenset('"“”«»„')
_DASHES = frozenset("–—―−‒")
OPENING = frozenset("\"'(-[*•·…¿¡")
COLONS = frozenset(":.!?")


class Words:
    """The words of one sentence, side by side: where they stand, how they are compared, what they are."""

    __slots__ = ("caps", "ends", "forms", "joined", "low", "report", "shift", "starts", "with_article")

    def __init__(self, report: str, shift: int) -> None:
        self.report = report
        self.shift = shift
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.caps: list[bool] = []
        # Fixed phrases and words taken apart know what they are; the others are tagged.
        self.joined: list[tuple[Form, ...] | None] = []
        self.with_article: list[str | None] = []
        self.forms: list[Form] = []

    def __len__(self) -> int:
        return len(self.low)

    def put(
        self, start: int, end: int, low: str, *, caps: bool, forms: tuple[Form, ...] | None = None
    ) -> None:
        """One more word."""
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(low)
        self.caps.append(caps)
        self.joined.append(forms)
        self.with_article.append(None)

    def join(self, first: int, last: int, forms: tuple[Form, ...]) -> None:
        """Several words become one, with its readings given."""
        self.ends[first] = self.ends[last]
        self.low[first] = " ".join(self.low[first : last + 1])
        self.with_article[first] = self.with_article[last]
        self.joined[first] = forms
        for column in (self.starts, self.ends, self.low, self.caps, self.joined, self.with_article):
            del column[first + 1 : last + 1]

    def opens(self, index: int) -> bool:
        """Whether a word begins the sentence, a quotation or what follows a colon."""
        before = index - 1
        while before >= 0 and self.low[before] in OPENING:
            before -= 1
        if before == 0 and index > 1 and self.low[0][:1].isdigit() and self.low[1] == "-":
            return True  # "08.40 - Saccheggiati i depositi": the hour of a line
        return before < 0 or (before < index - 1 and self.low[before] in COLONS) or self.low[before] in COLONS

    def has_pronoun_behind(self, index: int) -> bool:
        """Whether a pronoun is written on the end of a word."""
        after = index + 1
        if after >= len(self.low) or self.starts[after] != self.ends[index]:
            return False
        readings = self.joined[after]
        return readings is not None and readings[0].tag in {"clitic", "pronoun"} and len(self.low[after]) < 5

    def at(self, index: int) -> int:
        """Where a word begins in the report."""
        return self.starts[index] + self.shift

    def upto(self, index: int) -> int:
        """Where a word ends in the report."""
        return self.ends[index] + self.shift

    def text(self, first: int, last: int) -> str:
        """The report's words from one word to another, both included."""
        return self.report[self.starts[first] + self.shift : self.ends[last] + self.shift]


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
        self._phrases = _fixed_phrases(language)
        figures = load_casualty_words(language)
        self._numbers = frozenset(figures.numbers)
        self._bounds = _by_first(
            frozenset(bound.replace("'", "' ") for bounds in figures.bounds.values() for bound in bounds)
        )
        self._glue = load_glue(language) if is_glued(language) else None
        self._joints = tuple(load_language(language).proclitics)
        self._persons = person_names(language) if self._glue is not None else frozenset()
        self._names = _by_first(long_names(language) | self._persons) if self._glue is not None else {}
        self._place_openers = self._forms.place_openers
        self._article = next(iter(self._language.glued_articles), "")

    def words(self, sentence: Sentence) -> Words:
        """The words of a sentence."""
        found = Words(sentence.report, sentence.start)
        text = sentence.text
        if self._glue is not None:
            self._cut_all(found, text)
            self._join_bounds(found)
            self._join_phrases(found)
            self._join_names(found)
            return found
        for match in _TOKEN.finditer(text):
            token = match.group()
            start = match.start()
            if "'" in token or "’" in token:
                self._put_apart(found, token.replace("’", "'"), start, text)
            elif token[0] in _QUOTES:
                found.put(start, start + 1, '"', caps=False)
            else:
                self._put(found, token, start)
        self._join_bounds(found)
        self._join_phrases(found)
        return found

    def _join_bounds(self, found: Words) -> None:
        """ "più di cento", "almeno 12": what bounds a number belongs to it."""
        at = 0
        while at < len(found.low):
            for words in self._bounds.get(found.low[at], ()):
                behind = at + len(words)
                if self._is_number(found, behind) and tuple(found.low[at:behind]) == words:
                    found.join(at, behind - 1, (Form("number", " ".join(words)),))
                    break
            at += 1

    def _is_number(self, found: Words, at: int) -> bool:
        return at < len(found.low) and (found.low[at][:1].isdigit() or found.low[at] in self._numbers)

    def _put(self, found: Words, token: str, start: int, forms: tuple[Form, ...] | None = None) -> None:
        token = "-" if token in _DASHES else token
        low = token.lower() if token.isascii() else letters(plain(token.lower()).text)
        place = len(found)
        capital = token[0].isupper() or ("-" in token and not token.islower())
        found.put(start, start + len(token), low or token, caps=capital, forms=forms)
        fused = self._forms.fused.get(low)
        if fused is not None:
            found.with_article[place] = fused[1]

    # --- words written together ------------------------------------------------------

    def _cut_all(self, found: Words, text: str) -> None:
        """Each word with what is written on it apart; what belongs to a fixed phrase stays whole."""
        tokens = [part for m in _TOKEN.finditer(text) for part in self._with_figure(m.start(), m.group())]
        bare = [plain(token) for _, token in tokens]
        lows = [letters(b.text.lower()) for b in bare]
        whole = {**self._in_phrases(lows), **self._in_places(lows), **self._in_names(lows)}
        for at, (start, token) in enumerate(tokens):
            if token[0] in _QUOTES:
                found.put(start, start + 1, '"', caps=False)
            elif lows[at].isascii() and lows[at].isalpha():
                self._put(found, token, start, (Form("name", lows[at]),))
            elif not lows[at].isalpha():
                self._put(found, token, start)
            else:
                self._put_pieces(found, start, bare[at], lows[at], whole.get(at))

    def _with_figure(self, start: int, token: str) -> list[tuple[int, str]]:
        """ "و490": a small word and a figure."""
        rest = token[1:]
        if rest[:1].isdigit() and letters(token[0]) in self._joints:
            return [(start, token[0]), (start + 1, rest)]
        return [(start, token)]

    def _put_pieces(self, found: Words, start: int, bare: Plain, low: str, lead: int | None) -> None:
        """The parts of one word, each at its own place; `lead`: only so many letters before are cut."""
        assert self._glue is not None
        if lead is not None:
            cuts = [(i, i + 1) for i in range(lead)] + [(lead, len(low))]
            for first, last in cuts:
                begin, end = bare.span(first, last)
                found.put(start + begin, start + end, low[first:last], caps=False)
            return
        for piece in self._glue.pieces(bare.text.lower()):
            begin, end = bare.span(piece.start, piece.end)
            found.put(start + begin, start + end, piece.low, caps=False, forms=piece.forms or None)
            found.with_article[-1] = piece.article

    def _in_phrases(self, lows: list[str]) -> dict[int, int]:
        """Words of fixed phrases that stand here → how many letters of joints are written on them."""
        found: dict[int, int] = {}
        for at, low in enumerate(lows):
            for lead in ("", *self._joints):
                rest = low.removeprefix(lead) if low.startswith(lead) else None
                for words, _ in self._phrases.get(rest or "", ()):
                    if self._is_here(words, lows, at):
                        found.setdefault(at, len(lead))
                        for further in range(1, len(words)):
                            if lows[at + further] == words[further]:
                                found.setdefault(at + further, 0)
                        break
        return found

    def _in_places(self, lows: list[str]) -> dict[int, int]:
        """Words of places of two words → how many letters of small words are written on the first."""
        found: dict[int, int] = {}
        for at, low in enumerate(lows[:-1]):
            for opener in self._place_openers:
                lead = len(low) - len(opener)
                if not low.endswith(opener) or lead > 2 or (lead and low[0] not in self._joints):
                    continue
                if is_place(f"{opener} {lows[at + 1]}"):
                    found[at], found[at + 1] = lead, 0
        return found

    def _in_names(self, lows: list[str]) -> dict[int, int]:
        """Words of names of several words → how many letters of small words are written on the first."""
        found: dict[int, int] = {}
        for at, low in enumerate(lows[:-1]):
            for lead in range(3):
                if lead and low[lead - 1 : lead] not in self._joints:
                    break
                for name in self._names.get(low[lead:], ()):
                    if tuple(lows[at + 1 : at + len(name)]) == name[1:]:
                        found[at] = lead
                        found.update(dict.fromkeys(range(at + 1, at + len(name)), 0))
                        break
        return found

    def _is_here(self, words: tuple[str, ...], lows: list[str], at: int) -> bool:
        """Whether the rest of a phrase follows; its last word may be written on the next."""
        last = at + len(words) - 1
        if last >= len(lows) or tuple(lows[at + 1 : last]) != words[1:-1]:
            return False
        return lows[last] == words[-1] or (len(words[-1]) == 1 and lows[last].startswith(words[-1]))

    def _put_apart(self, found: Words, token: str, start: int, text: str) -> None:
        """ "dell'esercito", "army's", "didn't": words that an apostrophe joins."""
        if token == "'" and self._is_owner(found, start, text):
            found.put(start, start + 1, token, caps=False, forms=(Form("owner", token),))
            return
        before, mark, after = token.partition("'")
        if mark and after and before.lower() in self._elided:
            self._put(found, f"{before}'", start)
            self._put_apart(found, after, start + len(before) + 1, text)
            return
        if mark and not after and before.lower() in self._elided:
            self._put(found, token, start)
            return
        ending = next(
            (end for end in self._cut if token.lower().endswith(end) and len(token) > len(end)), None
        )
        if ending is None:
            self._put(found, token, start)
            return
        stem = len(token) - len(ending)
        self._put(found, token[:stem], start)
        forms = (Form("owner", ending),) if ending in self._owners else None
        self._put(found, token[stem:], start + stem, forms)

    def _is_owner(self, found: Words, start: int, text: str) -> bool:
        """ "the rebels' camp": an apostrophe right behind such a letter, before a word."""
        glued = bool(found.ends) and found.ends[-1] == start
        return (
            glued
            and found.low[-1].endswith(self._bare)
            and bool(self._bare)
            and text[start + 1 : start + 2] == " "
        )

    def _join_phrases(self, found: Words) -> None:
        at = 0
        phrases = self._phrases
        while at < len(found.low):
            candidates = phrases.get(found.low[at])
            if candidates is not None:
                for words, forms in candidates:
                    if self._stands(found, at, words):
                        found.join(at, at + len(words) - 1, forms)
                        break
            at += 1

    def _join_names(self, found: Words) -> None:
        """Names of several words become one, with the base form of their first: "قوات الدعم السريع"."""
        at = 0
        while at < len(found.low):
            for name in self._names.get(found.low[at], ()):
                last = at + len(name) - 1
                if last < len(found.low) and tuple(found.low[at : last + 1]) == name:
                    readings = found.joined[at] or self._inflection.forms(found.low[at])
                    known = self._inflection.is_listed(found.low[at].removeprefix(self._article))
                    named = " ".join(name) in self._persons or not known
                    nouns = () if named else tuple(f for f in readings if f.tag == "noun")
                    found.join(at, last, nouns[:1] or (Form("name", " ".join(name)),))
                    found.with_article[at] = self._article
                    break
            else:
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


def _fixed_phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], tuple[Form, ...]]]]:
    """First word → phrases of several words with their readings, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[Form, ...]]]] = {}
    for phrase, form in _phrases(language):
        words = tuple(phrase.replace("'", "' ").split())
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, (form,)))
    return {first: sorted(rest, key=lambda item: (-len(item[0]), item[0])) for first, rest in found.items()}


def _by_first(names: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """First word → names that begin with it, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names):
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    return {first: sorted(rest, key=lambda words: (-len(words), words)) for first, rest in found.items()}


def _phrases(language: str) -> Iterator[tuple[str, Form]]:
    small, forms = load_function_words(language), load_forms(language)
    sections: tuple[tuple[Tag, dict[str, str]], ...] = (
        ("preposition", dict(small.prepositions)),
        ("determiner", dict(small.determiners)),
        ("pronoun", dict(small.pronouns)),
        ("negation", dict(small.negations)),
    )
    for tag, words in sections:
        yield from ((word, Form(tag, name)) for word, name in words.items())
    yield from ((word, Form("opener", word)) for word in (*small.conjunctions, *small.relatives))
    yield from ((word, Form("joint", name)) for word, name in forms.joints.items())
    yield from ((word, Form("adverb", word)) for word in sorted(forms.adverbs))
    yield from ((noun, Form("noun", noun, "s")) for noun in sorted(joined_nouns(language)))
    if is_glued(language):
        bounds = load_casualty_words(language).bounds.values()
        yield from ((phrase, Form("adverb", phrase)) for phrases in bounds for phrase in phrases)
    yield from ((word, Form("number", word)) for word in load_casualty_words(language).numbers)


@cache
def load_cutter(language: str) -> Cutter:
    """The cutter of a language."""
    return Cutter(language)
