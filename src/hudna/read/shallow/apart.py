"""Words that the one before tells apart, in a language that puts its verb first: verb or noun, noun or adjective.

`narrowing.py` asks these where it has nothing to say itself. Each leaves the readings that still hold, or none.
"""

from hudna.knowledge.classes import known_class
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, load_inflection
from hudna.read.shallow.words import Words

KINDS = ("settlement", "facility", "aircraft", "weapons", "vehicles", "homes")


class Apart:
    """Tells readings apart by the word before, in one language."""

    def __init__(self, language: str) -> None:
        grammar = load_grammar(language)
        self._inflection = load_inflection(language)
        self._going_on, self._times = grammar.helping.going_on, grammar.times
        self._months, self._several = grammar.months_too, tuple(grammar.several_things)
        self._conjunctions = frozenset(load_function_words(language).conjunctions)
        self._kinds = load_forms(language).adjectives.endings
        self._feminine = load_forms(language).nouns.feminine
        self._ends = (*self._kinds, *(kind + end for kind in self._kinds for end in self._feminine))
        self._things = frozenset().union(*(known_class(language, name) for name in KINDS))

    def _month(self, words: Words, at: int) -> tuple[Form, ...]:
        """ "شهر آب", "مطلع آب": what is a month only behind a word of times."""
        if words.low[at] not in self._months or not at:
            return ()
        before = words.low[at - 1]
        return (Form("noun", before),) if before in self._times else ()

    def left(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """The readings that are left; none where nothing is ruled out."""
        month = self._month(words, at)
        if month or at < 1 or len(forms) < 2:
            return month
        found = self._goes_on(words, at, forms) or self._told_of(words, at, forms)
        return found or self._several_of(words, at, forms) or self._of_owned(words, at, forms)

    def _goes_on(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "باتت تحكم الحصار": what goes on does so in the present, where the word may be a present at all."""
        helping = any(f.tag == "verb" and f.lemma in self._going_on for f in self._before(words, at))
        present = any(f.tag == "verb" and f.tense == "present" for f in forms)
        left = tuple(f for f in forms if f.tag != "verb" or f.tense == "present")
        return left if helping and present and left != forms else ()

    def _told_of(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "أن الهجوم أسفر عن": behind "that" and one noun with an article, a bare word that may be a verb is it."""
        verbs = tuple(f for f in forms if f.tag == "verb" and not f.cost)
        opened = at > 1 and words.low[at - 2] in self._conjunctions
        known = words.with_article[at - 1] is not None and words.with_article[at] is None
        owned = words.has_pronoun_behind(at)
        return verbs if verbs and opened and known and not owned and len(verbs) < len(forms) else ()

    def _several_of(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "أسقط الجيش مسيرات", "إسقاط مسيرات": behind one man, body or deed, several things are no adjective of it."""
        nouns = tuple(f for f in forms if f.tag == "noun" and not f.cost)
        before = words.low[at - 1]
        several = words.low[at].endswith(self._several) and not before.endswith(self._several)
        told = bool(nouns) and len(nouns) < len(forms)
        if not several or not told or all(f.tag != "adjective" for f in forms):
            return ()
        head = self._before(words, at)[0]
        return nouns if head.tag == "noun" and head.number == "s" and head.gender != "f" else ()

    def _of_owned(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "مضاداته الأرضية": behind a noun and its pronoun, with an article, such an ending tells of what kind."""
        low = words.low[at]
        bare = low.removeprefix(words.with_article[at] or "")
        kinds = tuple(f for f in forms if f.tag == "adjective")
        owned = at > 1 and words.has_pronoun_behind(at - 2) and words.with_article[at] is not None
        if not owned or not kinds or bare in self._things or not low.endswith(self._ends):
            return ()
        head = self._inflection.forms(words.low[at - 2])[0]
        feminine = head.gender == "f" or head.number == "p"
        return kinds if head.tag == "noun" and feminine == low.endswith(self._feminine) else ()

    def _before(self, words: Words, at: int) -> tuple[Form, ...]:
        return words.joined[at - 1] or self._inflection.forms(words.low[at - 1])
