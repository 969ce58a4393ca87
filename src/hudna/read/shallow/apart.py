"""Words that the one before tells apart, in a language that puts its verb first: verb or noun, noun or adjective.

`narrowing.py` asks these where it has nothing to say itself. Each leaves the readings that still hold, or none.
"""

from hudna.knowledge.classes import known_class
from hudna.knowledge.country_words import adjectives_of_all_countries, names_of_countries
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, load_inflection
from hudna.knowledge.people import people
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.read.shallow.words import Words

FAR = 12  # so many words back a side may begin
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
        self._object = next((e for e in load_forms(language).nouns.closed if len(e) == 1), "")
        self._names, self._of_countries = names_of_countries(language), adjectives_of_all_countries(language)
        self._nameless = tuple(load_place_cues(language).nameless_endings)
        self._backed = tuple(grammar.backed)
        self._joints = frozenset(load_forms(language).joints)
        small = load_function_words(language).prepositions
        self._between = frozenset(word for word, name in small.items() if name == "between")
        self._two = tuple(end for end in grammar.nominative if end.startswith(self._object or " "))
        # "عبوة زرعها مسلحون", "قنبلة ألقاها الجيش": what somebody does something with.
        self.weapons = known_class(language, "weapons") if self._object else frozenset()
        self._undergone, self._taking = grammar.undergone, grammar.undergone | grammar.taking
        self._people = people(language)
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
        if month or at < 1:
            return month
        asked = self._by_ending(words, at, forms) or self._backed_how(words, at)
        if asked or len(forms) < 2:
            return asked
        found = self._goes_on(words, at, forms) or self._told_of(words, at, forms)
        found = found or self._other_side(words, at, forms) or self._no_two(words, at, forms)
        found = found or self._befallen(words, at, forms)
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

    def _by_ending(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "رتلا تركيا", "رتلا عسكريا": behind an object by its form an adjective with that form, no country and no adverb."""
        low, before = words.low[at], words.low[at - 1]
        signed = low in self._names and words.text(at, at).endswith(self._nameless)
        noun = self._inflection.forms(before)[0]
        object_ = noun.tag == "noun" and before != noun.lemma and before == noun.lemma + self._object
        # "أربعة عشر عسكريا": so many of them, and no way of doing.
        counted = noun.tag == "number" or before.isdecimal()
        adverb = (object_ or counted) and low.endswith(self._object) and forms[0].tag == "adverb"
        if not signed and not adverb:
            return ()
        kinds = {"noun", "adjective"} if counted else {"adjective"}
        return tuple(f for f in self._inflection.forms(low[:-1]) if f.tag in kinds)

    def _backed_how(self, words: Words, at: int) -> tuple[Form, ...]:
        """ "المجلس المدعوم إماراتيا": behind such a participle a country's adjective as an object says by whom, and is nobody new."""
        low, before = words.low[at], words.low[at - 1].removeprefix(words.with_article[at - 1] or "")
        if not self._object or not low.endswith(self._object) or not before.startswith(self._backed):
            return ()
        adjective = low.removesuffix(self._object)
        return (Form("adverb", adjective),) if adjective in self._of_countries else ()

    def _other_side(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "بين المجلس وحلف القبائل": behind "between" and one side, "and" adds the other, who is no verb."""
        nouns = tuple(f for f in forms if f.tag == "noun")
        verbal = any(f.tag == "verb" for f in forms)
        if not nouns or not verbal or words.low[at - 1] not in self._joints:
            return ()
        for place in range(at - 2, max(-1, at - FAR), -1):
            if words.low[place] in self._between:
                return nouns
            if words.low[place] in self._joints or not (
                words.low[place][0].isalpha() or words.low[place] == ","
            ):
                return ()
        return ()

    def _befallen(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "إصابة شاب", "مقتل مسلح", "مقتل فلسطيني": behind such a bare noun of a deed a word for somebody is whom it befalls."""
        low, before = words.low[at], self._before(words, at)[0]
        bare = before.tag == "noun" and words.with_article[at - 1] is None and words.with_article[at] is None
        deed, nouns = before.lemma, tuple(f for f in forms if f.tag == "noun")
        somebody = deed in self._taking and any(f.lemma in self._people for f in nouns)
        of_people = deed in self._undergone and low in self._of_countries
        told = len(nouns) < len(forms) and all(f.tag in {"noun", "adjective"} for f in forms)
        return nouns if bare and told and (somebody or of_people) else ()

    def _no_two(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "بدء سريان الاتفاق": no adjective of two describes one thing."""
        low = words.low[at]
        nouns = tuple(f for f in forms if f.tag == "noun" and f.lemma == low)
        two = any(f.tag == "adjective" and low == f.lemma + end for f in forms for end in self._two)
        before = self._before(words, at)[0]
        one = before.tag == "noun" and before.number == "s" and not words.low[at - 1].endswith(self._two)
        return nouns if nouns and two and one else ()
