"""Words of a language that writes small words on the word after, and pronouns on the one before.

"وبالقصف" is "and", "with", "the shelling"; "قواتهم" is "forces", "their". A word is cut where
what is left is known better than the whole: by the language's own lists, as somebody's or
some place's name, or by the general word list.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from hudna.knowledge.folding import letters
from hudna.knowledge.forms import load_forms
from hudna.knowledge.inflection import Form, load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.listed_names import SHORTEST, is_place, names_in_script
from hudna.knowledge.word_lists import is_listed

# How little a word says for itself, and what each cut costs. Set by hand and tried on gold/ar/dev.
LISTED, NAMED, KNOWN, STRANGE = 0.0, 0.3, 0.8, 2.5
JOINT, PREPOSITION, PRONOUN = 0.2, 0.45, 0.45
# A small word and the noun that it is written on.
LED = 2
# A word nobody knows that begins with "and" rather has "and" written on it.
RATHER_CUT = 0.6
# An article before a word that lists know is one, though another list has the whole.
ARTICLE = 0.1
NOMINAL = frozenset({"noun", "adjective", "name", "number"})
# Pronouns as objects and as subjects.
SUBJECTS = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "i"}


# One letter for several: how a folded word may begin and end in other lists.
_FIRST = {"ا": ("ا", "أ", "إ", "آ")}
_MIDDLE = {"و": "ؤ", "ي": "ئ", "ا": "أ"}
_LAST = {"ه": ("ه", "ة"), "ي": ("ي", "ى", "ئ")}


class Piece(NamedTuple):
    """A part of a word: where it stands, how it is compared, what it can be (small words are known by lists)."""

    start: int
    end: int
    low: str
    forms: tuple[Form, ...] = ()
    article: str | None = None


class Glue:
    """Cuts the words of one language."""

    def __init__(self, language: str) -> None:
        known = load_language(language)
        self._code = known.lemmas or language
        self._data = load_forms(language)
        self._inflection = load_inflection(language)
        self._articles = known.glued_articles
        self._joints = tuple(p for p in known.proclitics if p in self._data.joints)
        self._prepositions = tuple(p for p in known.proclitics if p not in self._data.joints)
        self._fused = self._data.fused
        self._behind = sorted(self._data.enclitics, key=lambda end: (-len(end), end))
        self._endings = tuple(ending for ending, _ in self._data.adjectives.changes if len(ending) > 1)
        self._named = names_in_script(language)
        self._verb_ends = frozenset(self._data.verbs.endings) - {""}
        closed = self._data.nouns.closed
        self._owned_plurals = tuple({e[:-1] for e in closed if len(e) > 1} - {*closed})
        self.pieces = lru_cache(maxsize=100_000)(self._pieces)
        self.is_whole = lru_cache(maxsize=100_000)(self._is_whole)
        self.is_plain = lru_cache(maxsize=100_000)(self._is_plain)

    def _pieces(self, given: str) -> tuple[Piece, ...]:
        """The parts of a word in small letters; the word itself where nothing is cut."""
        word = letters(given)
        if (
            word[:1] in self._prepositions
            and word[1:] in self._data.enclitics
            and word not in self._data.exclusive
        ):
            return Piece(0, 1, word[0]), self._alone(word[1:], 1, subject=False)  # "به", "لها"
        if len(word) < SHORTEST + 1 or not word.isalpha():
            return (Piece(0, len(word), word),)
        small = word[1:] in self._data.exclusive and word[0] in self._joints
        if small and (given[1] != word[1] or not self._is_listed(word)):
            # "وإلى" is no governor: a small word with "and" written on it, unless the whole is listed and so spelt.
            return Piece(0, 1, word[0]), Piece(1, len(word), word[1:])
        that = next((end for end in self._behind if word.endswith(end) and given.endswith(end)), "")
        stem = word.removesuffix(that)
        if (
            that
            and stem in self._data.openers_behind
            and given[: len(stem)] != stem
            and len(given) == len(word)
        ):
            # "بأنه": an opener, as it is spelt, and its pronoun.
            return Piece(0, len(stem), stem), self._alone(that, len(stem), subject=True)
        best: tuple[Piece, ...] = (Piece(0, len(word), word, self._open(word)),)
        lowest = self._weight(word)
        if lowest >= STRANGE and (word.startswith(self._joints) or word[1:].startswith(self._articles)):
            lowest += RATHER_CUT
        # "وأدى", "بأي": spelt as words begin, so a small word is written on it.
        led = word[0] in self._joints or word[0] in self._prepositions
        begins = led and len(given) == len(word) and given[1] != word[1] and word[1] in _FIRST
        begins = begins and self._is_listed(word[1:])
        lowest += RATHER_CUT if begins else 0.0
        for pieces, cost in self._cut(word):
            if begins and pieces[0].end == len(word):
                continue
            if any(p.article is not None and not _is_article(given, word, p) for p in pieces):
                continue
            # An ending that the one spelling makes look like a pronoun is none.
            if cost < lowest and (pieces[-1].low not in self._behind or given.endswith(pieces[-1].low)):
                best, lowest = pieces, cost
        return best

    def is_strange(self, word: str) -> bool:
        """A word of one piece that no list knows, with its article or without: perhaps somebody's or some place's name."""
        pieces = self.pieces(word)
        article = next(
            (a for a in self._articles if word.startswith(a) and len(word) > len(a) + SHORTEST), ""
        )
        bare = word.removeprefix(article)
        whole = len(pieces) == 1 or (article != "" and pieces[-1].low == word)
        return whole and not any(
            self._is_listed(w) or self._is_known(w) or w in self._named for w in (word, bare)
        )

    def _is_whole(self, word: str) -> bool:
        """A word that lists know as it stands, with nothing written on it: "وجيزة" is no "and"."""
        pieces = self.pieces(word)
        return (
            len(pieces) == 1 and pieces[0].article is None and (self._is_listed(word) or self._is_known(word))
        )

    def _is_plain(self, word: str) -> bool:
        """A noun or a small word of the language's own lists, with its article or without: a name as well it may be."""
        article = next((a for a in self._articles if word.startswith(a)), "")
        return any(self._is_listed(w) and not self._is_verb(w) for w in (word, word.removeprefix(article)))

    def is_led_noun(self, word: str) -> bool:
        """ "بسقوط", "وميناء": a noun of the language's own lists with nothing but a small word written on it."""
        pieces = self.pieces(word)
        return len(pieces) == LED and pieces[-1].article is None and self.is_noun(pieces[-1].low)

    def is_noun(self, word: str) -> bool:
        """A noun of the language's own lists in its base form."""
        return self._inflection.is_noun(word)

    def _is_verb(self, word: str) -> bool:
        """Is it by its own lists a verb and nothing else?"""
        return not self._inflection.is_small(word) and self._inflection.forms(word)[0].tag == "verb"

    def _cut(self, word: str) -> Iterator[tuple[tuple[Piece, ...], float]]:
        """Every way to cut a word, with its cost."""
        for joint in ("", *self._joints):
            if not word.startswith(joint) or len(word) == len(joint):
                continue
            first = (Piece(0, len(joint), joint),) if joint else ()
            for led, begin, article, cost in self._led(word, len(joint)):
                for rest, more in self._rest(word, begin, article, led=bool(led)):
                    yield (*first, *led, *rest), cost + more + (JOINT if joint else 0)

    def _led(self, word: str, at: int) -> Iterator[tuple[tuple[Piece, ...], int, str | None, float]]:
        """What stands before the stem: a preposition, an article, both, or neither."""
        yield (), at, None, 0.0
        for article in self._articles:
            if word.startswith(article, at) and len(word) > at + len(article):
                yield (), at + len(article), article, 0.0
        for fused, (preposition, article) in self._fused.items():
            if word.startswith(fused, at) and len(word) > at + len(fused):
                yield (Piece(at, at + len(preposition), preposition),), at + len(fused), article, PREPOSITION
        for letter in self._prepositions:
            if not word.startswith(letter, at) or len(word) == at + len(letter):
                continue
            piece, after = (Piece(at, at + len(letter), letter),), at + len(letter)
            yield piece, after, None, PREPOSITION
            for article in self._articles:
                if word.startswith(article, after) and len(word) > after + len(article):
                    yield piece, after + len(article), article, PREPOSITION

    def _rest(
        self, word: str, begin: int, article: str | None, *, led: bool
    ) -> Iterator[tuple[tuple[Piece, ...], float]]:
        """The stem, and a pronoun behind it."""
        stem = word[begin:]
        if led and article is None and stem in self._data.enclitics:
            # "به", "لهم": a preposition and its pronoun.
            yield (self._alone(stem, begin, subject=False),), 0.0
        weight = self._weight(stem, article=article, led=led)
        if article is not None:
            weight -= ARTICLE
        yield (self._stem(word, begin, len(word), article),), weight
        if article is not None:
            return
        for ending in self._behind:
            end = len(word) - len(ending)
            if word.endswith(ending) and end - begin >= SHORTEST:
                before = word[begin:end]
                cost = self._weight(before, led=led) + PRONOUN
                bound = self._bound(before)
                if bound is not None:
                    yield (Piece(begin, end, before, bound), self._pronoun(ending, end)), LISTED + PRONOUN
                if self._inflection.is_small(before):
                    opens = any(form.tag == "opener" for form in self._inflection.forms(before))
                    pronoun = self._alone(ending, end, subject=opens)
                else:
                    pronoun = self._pronoun(ending, end)
                yield (self._stem(word, begin, end, None), pronoun), cost

    def _bound(self, stem: str) -> tuple[Form, ...] | None:
        """ "مدينتهم": a noun whose last letter changes before a pronoun."""
        for changed, plain in self._data.nouns.bound:
            whole = stem.removesuffix(changed) + plain
            if not stem.endswith(changed) or len(stem) <= SHORTEST:
                continue
            own = self._inflection.is_listed(whole)
            # "شنته": a form of a listed verb, rather than of a noun that only the general list has.
            verb = self._inflection.is_listed(stem) and self._is_verb(stem)
            if own or (_in_list(whole, self._code) and not verb):
                known = self._inflection.forms(whole)
                if plain in self._verb_ends:
                    # "نفاه", "أخلاها": the last letter of a verb changes as well.
                    listed = self._inflection.is_noun(whole)
                    tags = {"noun": listed, "verb": True}
                    found = tuple(f for f in known if tags.get(f.tag) and (listed or f.lemma == whole))
                    if found:
                        return found
                    continue
                nominal = tuple(form for form in known if form.tag in NOMINAL)
                verbs = tuple(form for form in self._open(stem) if form.tag == "verb")
                return (*nominal, *verbs) or None
        return None

    def _stem(self, word: str, begin: int, end: int, article: str | None) -> Piece:
        stem = word[begin:end]
        if article is None:
            return Piece(begin, end, stem, () if self._inflection.is_small(stem) else self._open(stem))
        nominal = tuple(form for form in self._open(stem) if form.tag in NOMINAL)
        # "الأمني": a plural whose owner follows has no article.
        nominal = tuple(form for form in nominal if not self._is_owned_plural(stem, form)) or nominal
        whole = article + stem
        if not self._is_listed(stem) and whole not in self._named and not is_place(whole):
            # "القرى المجاورة": with an article a word that no list knows rather describes than names.
            nominal = (Form("adjective", stem, cost=0.1), Form("noun", stem), Form("name", whole, cost=0.4))
        # "للجيش": of the article only what the preposition leaves is written; the noun stands alone.
        start = begin - len(article) if word.startswith(article, max(0, begin - len(article))) else begin
        return Piece(start, end, article + stem, nominal or (Form("noun", stem),), article)

    def _is_owned_plural(self, stem: str, form: Form) -> bool:
        return form.tag == "noun" and any(stem == form.lemma + end for end in self._owned_plurals)

    def _pronoun(self, ending: str, at: int) -> Piece:
        befallen, owning = self._data.enclitics[ending]
        forms = (Form("clitic", befallen), Form("determiner", owning), Form("pronoun", befallen))
        return Piece(at, at + len(ending), ending, forms)

    def _alone(self, ending: str, at: int, *, subject: bool) -> Piece:
        """A pronoun behind a small word: "معها"; behind one that opens a clause its subject: "أنها"."""
        name = self._data.enclitics[ending][0]
        return Piece(
            at, at + len(ending), ending, (Form("pronoun", SUBJECTS.get(name, name) if subject else name),)
        )

    def _open(self, stem: str) -> tuple[Form, ...]:
        """What a stem can be; one that only names know is a name."""
        forms = self._inflection.forms(stem)
        if self._is_listed(stem) or (
            self._is_inflected(stem) and stem not in self._named and not is_place(stem)
        ):
            return forms
        if stem in self._named or is_place(stem) or not self._is_known(stem):
            return (Form("name", stem), *(f._replace(cost=f.cost + 0.3) for f in forms if f.tag in NOMINAL))
        return forms

    def _is_inflected(self, stem: str) -> bool:
        """A word that only its ending tells: of a plural, a dual, an adjective."""
        return (len(stem) > 5 and stem.endswith(self._endings)) or (
            len(stem) > 4
            and stem.endswith(self._data.adjectives.endings)
            and bool(self._data.adjectives.endings)
        )

    def _is_listed(self, stem: str) -> bool:
        return self._inflection.is_small(stem) or self._inflection.is_listed(stem)

    def _weight(self, stem: str, *, article: str | None = None, led: bool = False) -> float:
        """How badly a stem is known."""
        if len(stem) < SHORTEST:
            return 9.0
        if self._inflection.is_small(stem):
            # "القوات الخاصة": with an article a small word is what else it can be.
            content = any(form.tag == "adjective" for form in self._inflection.forms(stem))
            if article is not None:
                return LISTED if content else 9.0
            return LISTED + (0.5 if led else 0)
        tags = (
            {form.tag for form in self._inflection.forms(stem)} if self._inflection.is_listed(stem) else set()
        )
        if tags & (NOMINAL if article is not None or led else tags):
            return LISTED
        if article is None and (stem in self._named or is_place(stem)):
            return NAMED
        if article is not None and (article + stem) in self._named:
            return NAMED
        return KNOWN if self._is_known(stem) else STRANGE

    def _is_known(self, stem: str) -> bool:
        """Whether the general word list has the word, in one of its spellings."""
        return _in_list(stem, self._code)


def _is_article(given: str, word: str, piece: Piece) -> bool:
    """ "فألحق": an article is spelt as the list has it; with a sign on its first letter it is none."""
    article = piece.article or ""
    if len(given) != len(word) or not word.startswith(article, piece.start):
        return True
    return given.startswith(article, piece.start)


@lru_cache(maxsize=100_000)
def _in_list(stem: str, code: str) -> bool:
    return any(is_listed(form, code) for form in _spellings(stem))


def _spellings(stem: str) -> tuple[str, ...]:
    """A folded word in the spellings that the general list may have it in."""
    firsts = _FIRST.get(stem[0], (stem[0],)) if stem else ("",)
    lasts = _LAST.get(stem[-1], (stem[-1],)) if len(stem) > 1 else ("",)
    middle = stem[1:-1]
    # "مسؤول", "مسائل": one letter inside may bear a sign that folding takes away.
    middles = (
        middle,
        *(middle[:i] + _MIDDLE[c] + middle[i + 1 :] for i, c in enumerate(middle) if c in _MIDDLE),
    )
    return tuple(first + each + last for first in firsts for last in lasts for each in middles)


@cache
def load_glue(language: str) -> Glue:
    """Cuts the words of a language."""
    return Glue(language)


def is_glued(language: str) -> bool:
    """Whether the language writes pronouns on the word before, so that its words have to be cut."""
    return load_language(language).shallow and bool(_enclitics(language))


@cache
def _enclitics(language: str) -> dict[str, tuple[str, str]]:
    return load_forms(language).enclitics
