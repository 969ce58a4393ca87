"""Noun phrases of a language whose owners follow with nothing between: "قصف طائرات الجيش".

The head, its owner, the owner's owner; then adjectives, each of the noun it agrees with. A noun
with an article, with a pronoun behind it or with an ending that no owner may follow ends the chain.
"""

from functools import cache
from itertools import pairwise

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.country_words import load_country_words, names_of_countries
from hudna.knowledge.cues import speech_nouns, speech_verbs
from hudna.knowledge.folding import written
from hudna.knowledge.forms import load_forms
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.people import people
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.read.shallow.chunks import NOMINAL, Group
from hudna.read.shallow.describing import Describing
from hudna.read.shallow.words import Words

MAX_CHAIN = 6
POINTING = frozenset({"this", "that", "these", "those"})
OF, QUOTE, LED_BY = "of", '"', "loyal to"


class ConstructChunker(Describing):
    """Finds noun phrases whose nouns own each other side by side."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        data = load_forms(language)
        self._closed, self._ownerless = data.nouns.closed, data.nouns.ownerless
        self._irregular = data.nouns.irregular
        self._named = data.nouns.titles | load_grammar(language).seats
        self._feminine, self._of_one_man = data.nouns.feminine, load_grammar(language).of_one_man
        self._countries = names_of_countries(language)
        self._peoples = frozenset(load_country_words(language).peoples)
        self._bare_places = load_grammar(language).bare_places
        self._craft = known_class(language, "aircraft")
        self._means = known_class(language, "weapons") | self._craft
        targets = ("homes", "facility", "civilians", "person", "vehicles")
        self._targets = frozenset().union(*(known_class(language, name) for name in targets)) - self._means
        self._people = people(language)
        self._transitive = load_grammar(language).transitive | load_grammar(language).reaching
        self._fighters = known_class(language, "fighters")
        self._deeds = nominal_nouns(language)
        self._outcomes = load_coding_words(language).events.outcomes
        self._saying, self._sayings = speech_verbs(language), speech_nouns(language)
        self._statements = load_coding_words(language).speech.mouthpieces - self._people
        self._things = known_class(language, "things")
        self._units, self._branches = known_class(language, "troops"), known_class(language, "branches")
        grammar = load_grammar(language)
        self._behind_times = grammar.behind_times
        self._quarters, self._objects = tuple(grammar.quarter_endings), grammar.only_objects
        self._settlements = known_class(language, "settlement")
        self._inflection = load_inflection(language)
        self._made = load_phrase_words(language).made
        self._undertaking = grammar.undertaking
        self._glued = load_language(language).glued_articles
        self._numbers = frozenset(written(word) for word in load_casualty_words(language).numbers)
        self._emphatic, self._alone, self._inner = grammar.emphatic, grammar.emphatic_alone, grammar.inner
        self._plural = tuple(ending for ending in data.nouns.closed if len(ending) > 1)
        self._several = tuple(
            ending
            for ending in self._plural
            if ending in load_grammar(language).accusative or ending in load_grammar(language).nominative
        )
        self._acting = tuple(e for e in self._plural if e in load_grammar(language).nominative)
        self._suffering = tuple(e for e in self._plural if e in load_grammar(language).accusative)
        self._accusative = tuple(ending for ending in data.nouns.closed if len(ending) == 1)

    def _head_first(self, words: Words, at: int, leading: list[int]) -> Group:
        head = self._single(words, at)
        if head.tag == "adjective" and at + 1 < len(words.low) and words.forms[at + 1].tag == "noun":
            # "كبار المسؤولين": an adjective before its noun.
            leading.append(at)
            head = self._single(words, at + 1)
        chain = [head]
        while len(chain) < MAX_CHAIN and (owner := self._owner(words, chain[-1])) is not None:
            chain.append(owner)
        end = self._described(words, chain)
        for above, owner in pairwise(chain):
            owner.above, owner.slot, owner.relation = above, "oblique", OF
            above.obliques.append(owner)
        for group in chain:
            group.last = max(group.last, end)
        head.modifiers = sorted([*leading, *head.modifiers])
        return head

    # --- one noun -------------------------------------------------------------------

    def _single(self, words: Words, at: int) -> Group:
        """A noun or a name of several words, with its article and the pronoun behind it."""
        forms, last = words.forms, at
        if forms[at].tag == "name":
            while (
                last + 1 < len(words.low) and forms[last + 1].tag == "name" and not self._are_two(words, last)
            ):
                last += 1
        found = Group(at, last, last, forms[last])
        found.modifiers = [i for i in range(at, last + 1) if i != found.head]
        found.article = words.with_article[at]
        if words.has_pronoun_behind(last):
            found.owner = self._pronoun(words, last + 1)
            found.last = last + 1
        return found

    def _are_two(self, words: Words, at: int) -> bool:
        """ "اتهمت موسكو كييف", "نواف سلام إسرائيل": two countries, or a whole name and a country, are not one name."""
        whole = words.low[at] in self._countries or " " in words.low[at]
        return whole and words.low[at + 1] in self._countries

    def _pronoun(self, words: Words, at: int) -> Group:
        """The pronoun written behind a noun, as its owner."""
        readings = words.joined[at] or (words.forms[at],)
        form = next((f for f in readings if f.tag == "determiner"), readings[0])
        found = Group(at, at, at, form)
        found.tag, found.pronoun, found.slot = "pronoun", form.lemma, "owner"
        return found

    # --- who owns it ----------------------------------------------------------------

    def _owner(self, words: Words, above: Group) -> Group | None:
        """The noun behind, if it owns the one before."""
        at = above.last + 1
        if at >= len(words.low) or above.owner is not None or above.tag == "adjective":
            return None
        if words.low[at] == QUOTE and at + 1 < len(words.low) and above.tag == "noun":
            at += 1  # "عناصر «داعش»"
        counted = self._count_behind(words, at)
        if (
            words.forms[at].tag == "determiner"
            and at + 1 < len(words.low)
            and words.forms[at + 1].tag == "noun"
        ):
            return self._of_any(words, above, at)
        if self._is_of_branch(words, above, at):
            found = self._single(words, at)
            found.last = at + 1
            return found
        if self._is_numbered(words, above, at):
            return self._single(words, at) if words.low[at].isdecimal() else None
        noun = at if counted is None else counted[1] + 1
        if noun >= len(words.low) or words.forms[noun].tag not in {"noun", "name"}:
            noun = noun - 1 if counted is not None else noun
        if noun >= len(words.low) or not (
            words.forms[noun].tag in {"noun", "name", "number"} or self._cannot_describe(words, above, noun)
        ):
            return None
        if self._is_apart(words, above, noun if counted is None else at):
            return None
        if (
            counted is None
            and self._is_accusative(words, noun)
            and not self._is_strange_name(words, above, noun)
        ):
            return None
        found = self._single(words, noun)
        if counted is not None:
            found.first, found.count, found.number = counted[0], counted, "p"
        return found

    def _is_of_branch(self, words: Words, above: Group, at: int) -> bool:
        """ "اللواء 17 مشاة": the number of a unit with its branch counts nobody."""
        named = words.with_article[above.head] is not None and words.forms[above.head].lemma in self._units
        branch = at + 1 < len(words.low) and words.low[at + 1] in self._branches
        return named and branch and words.low[at].isdecimal()

    def _is_numbered(self, words: Words, above: Group, at: int) -> bool:
        """ "اللواء 444 المنطقة": a noun with an article is not what figures count, nor does it own them."""
        if words.low[at].isdecimal() and at + 1 < len(words.low):
            thing = words.forms[at + 1].lemma in self._things
            unit = words.forms[above.head].lemma in self._fighters
            # "الكتيبة 301 هاجمت": no noun is counted, so the figure is the unit's own.
            alone = words.forms[at + 1].tag not in NOMINAL and words.forms[above.head].lemma in self._units
            return words.with_article[at + 1] is not None or (unit and thing) or alone
        return above.tag == "number" and words.low[above.head].isdecimal()

    def _of_any(self, words: Words, above: Group, at: int) -> Group | None:
        """ "انسحاب أي قوة", "مقتل بعض الجنود": an owner behind a small word of his own."""
        bare = above.tag == "noun" and words.with_article[above.head] is None
        if not bare or words.forms[at].lemma in POINTING or self._is_apart(words, above, at):
            return None
        found = self._single(words, at + 1)
        found.first, found.determiner = at, words.forms[at].lemma
        return found

    def _is_accusative(self, words: Words, at: int) -> bool:
        """ "فصيل منشق اتفاقا": an object by its form owns nothing."""
        form = words.forms[at]
        return form.tag == "noun" and any(words.low[at] == form.lemma + e for e in self._accusative)

    def _is_strange_name(self, words: Words, above: Group, at: int) -> bool:
        """ "قرية كالا": a word that no list knows behind a bare word for a place is its name, however it ends."""
        bare = above.lemma in self._settlements and words.with_article[above.head] is None
        return bare and not self._inflection.is_listed(words.low[at])

    def _cannot_describe(self, words: Words, above: Group, at: int) -> bool:
        """ "حظر التجول": an adjective with an article describes no noun without one."""
        bare = above.tag == "noun" and words.with_article[above.head] is None and above.relation is None
        return (
            words.forms[at].tag == "adjective"
            and words.with_article[at] is not None
            and bare
            and above.above is None
        )

    def _count_behind(self, words: Words, at: int) -> tuple[int, int] | None:
        """ "مقتل ثلاثة مدنيين": how many, before the noun that owns."""
        last = at
        while last < len(words.low) and (
            words.forms[last].tag == "number" or words.low[last] in self._bounds
        ):
            last += 1
        while last > at and words.forms[last - 1].tag == "preposition":
            last -= 1  # "اشتباكات بين فصيلين": no number follows, so they are not "some two"
        return (at, last - 1) if last > at else None

    def _is_apart(self, words: Words, above: Group, at: int) -> bool:
        """Does the noun before end here, so that nothing can own it?"""
        head = above.head
        if self._is_alike(words, above.last, at) or self._begins_anew(words, above, at):
            return True
        if above.tag == "name":
            if self._is_led_by(words, above, at):
                return False
            return words.forms[at].tag != "name" or self._are_two(words, above.last)
        if words.with_article[head] is not None:
            # "الرئيس بشار الأسد", "اللواء حفتر", "العاصمة الخرطوم": a title or a seat, and its name.
            return not (words.forms[at].tag == "name" and words.forms[head].lemma in self._named)
        return not self._is_dual_of(words, head, at) and self._is_closed(words, head)

    def _is_led_by(self, words: Words, above: Group, at: int) -> bool:
        """ "بقيادة عبدالعزيز الحلو": behind such a preposition a word with an article goes on with the leader's name."""
        led = above.first > 0 and words.forms[above.first - 1].lemma == LED_BY
        return led and above.first == above.last and words.with_article[at] is not None

    def _begins_anew(self, words: Words, above: Group, at: int) -> bool:
        """Is the second word a time, a quarter, a thing hit: something that the first does not belong to?"""
        head, form = words.forms[above.head].lemma, words.forms[at]
        bare = words.with_article[at] is None and form.tag == "noun"
        # "استهدفت مسيرة دراجة", but "برصاص قناص": behind a preposition no verb has the second as its object.
        led = above.first > 0 and words.forms[above.first - 1].tag == "preposition"
        # "ألقت مسيرة قنبلة": what it drops is not its own.
        dropped = head in self._craft and form.lemma in self._means - self._craft
        hit = bare and not led and ((head in self._means and form.lemma in self._targets) or dropped)
        # "حملت القوات المسؤولية", "لقي تسعة أشخاص مصرعهم".
        named = form.lemma in self._objects and head in self._people
        # "حملت الحكومة الجماعة مسؤولية الهجوم".
        whose = (
            at + 1 < len(words.low) and words.forms[at + 1].tag == "noun" and not words.has_pronoun_behind(at)
        )
        named = named and (words.with_article[at] is not None or words.has_pronoun_behind(at) or whose)
        quarter = form.lemma in self._bare_places and head not in self._bare_places
        quarter = quarter and words.with_article[at] is None  # but "مهاجمة الغرب"
        # "عام 2015": which year.
        dated = words.low[at].isdecimal() and self._is_time(words, above.head)
        return (
            (self._is_time(words, at) != self._is_time(words, above.head) and not dated)
            or hit
            or named
            or self._is_what_they_do_it_to(words, above, at)
            # "عن ضابط قوله": what he says is not whose he is.
            or (head in self._people and form.lemma in self._sayings and words.has_pronoun_behind(at))
            or quarter
            or self._tells_what_is_done(words, above, at)
            or self._is_quarter(words, at)
            or self._ends_place_name(words, above, at)
        )

    def _tells_what_is_done(self, words: Words, above: Group, at: int) -> bool:
        """ "أعلن الجيش في بيان مقتل جندي", "شنت طائرة مسيرة ضربة": what is said in a statement, what such a craft does."""
        form, before = words.forms[at], words.forms[above.first - 1] if above.first else None
        told = form.lemma in self._deeds or form.lemma in self._undertaking
        deed = form.tag == "noun" and told and words.with_article[at] is None
        if not deed or before is None:
            return False
        said = before.tag == "preposition" and words.forms[above.head].lemma in self._statements
        # "أكد شهود قيام مسلحين باختطاف": what people tell, who own no such noun without an article.
        people = words.forms[above.head].lemma in self._people and words.with_article[above.head] is None
        said = said or (before.tag == "verb" and people and form.lemma in self._undertaking)
        flown = (
            before.tag == "noun"
            and before.lemma in self._craft
            and words.forms[above.head].lemma in self._craft
        )
        return said or flown

    def _is_what_they_do_it_to(self, words: Words, above: Group, at: int) -> bool:
        """ "أغلق جنود الطريق", "قصفت دبابات رفح": right behind such a verb the armed act, and the thing or place is its object."""
        verb = words.forms[above.first - 1] if above.first else None
        bare = above.above is None and words.with_article[above.head] is None
        if not bare or verb is None or verb.tag != "verb":
            return False
        head, form = words.forms[above.head].lemma, words.forms[at]
        if verb.lemma in self._saying:  # "أكد سكان انسحاب القوات"
            return form.lemma in self._deeds and above.number == "p" and head in self._people
        if verb.lemma not in self._transitive:
            return False
        aimed = form.tag == "name" or form.lemma in self._targets
        hit = (head in self._fighters and form.lemma in self._things) or (head in self._means and aimed)
        # "استهدفت غارة مجمعا", "طال قصف منازل": of a deed that strikes, what it struck.
        struck = verb.lemma in self._outcomes and head in self._deeds and form.lemma in self._targets
        return hit or struck

    def _is_closed(self, words: Words, head: int) -> bool:
        """ "مسلحون", "هجوما", "حماس": an ending that no owner may follow, or the name of somebody."""
        low, lemma = words.low[head], words.forms[head].lemma
        regular = low not in self._irregular or any(low == lemma + ending for ending in self._plural)
        return (low.endswith(self._closed) and regular and low != lemma) or low in self._ownerless

    def _is_dual_of(self, words: Words, head: int, at: int) -> bool:
        """ "قائدا الجيشين": two of somebody, where an object by its form could not have an owner."""
        lemma, low = words.forms[head].lemma, words.low[head]
        known = words.with_article[at] is not None and words.forms[at].tag == "noun"
        if head and words.forms[head - 1].tag == "number":
            return False  # "هاجم 24 مسلحا القصر": what a number counts is one by its form, not two
        return known and lemma in self._people and any(low == lemma + e for e in self._accusative)

    def _ends_place_name(self, words: Words, above: Group, at: int) -> bool:
        """ "إقليم عفر قوات من تيغراي": a strange word behind a word for a place is its name, and owns nobody."""
        before = words.forms[above.first - 1].lemma if above.first else ""
        if (
            before not in self._settlements
            or above.tag != "noun"
            or words.forms[at].lemma not in self._people
        ):
            return False
        return words.with_article[above.head] is None and not self._inflection.is_listed(
            words.low[above.head]
        )


@cache
def load_construct_chunker(language: str) -> ConstructChunker:
    """The chunker of a language with a construct state."""
    return ConstructChunker(language)
