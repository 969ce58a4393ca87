"""Which readings of a word its neighbours rule out, in a language that puts its verb first.

Each function asks one question of a word and the words before it, and leaves the readings that
still hold; nothing where it has nothing to say. Agreement and small words decide, no list of words.
"""

from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.country_words import areas_of_countries, names_of_countries
from hudna.knowledge.cues import load_cues
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, adjectives_of_countries, load_inflection
from hudna.knowledge.listed_names import is_place
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.people import people
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.read.shallow.words import Words

# So many words lie at most between a verb and the head of the phrase before it.
MOST_WORDS = 4
# So far before a verb the one stands that it goes on from.
FAR, TWO = 12, 2
NOMINAL = frozenset({"noun", "name", "adjective"})
VERBAL = frozenset({"verb", "gerund"})
WEAK = ("و", "ي", "ا")
SHADDA = "\u0651"
SHORT = 3


class Narrowing:
    """Rules out readings by the words before, in one language."""

    def __init__(self, language: str) -> None:
        grammar, small = load_grammar(language), load_function_words(language)
        self._inflection = load_inflection(language)
        other = {*small.conjunctions, *small.modals, *small.pronouns, *grammar.to_come}
        self._prepositions = frozenset(w for w in small.prepositions if " " not in w) - other
        self._upon = frozenset(w for w in small.prepositions if small.prepositions[w] == "on")
        self._agreement, self._before_nouns = grammar.agreement, grammar.before_nouns
        self._opens = frozenset(small.conjunctions) | frozenset(load_forms(language).joints)
        self._conjunctions = small.conjunctions
        self._joints = frozenset(load_forms(language).joints)
        self._bare_places = grammar.bare_places
        self._feminine = load_forms(language).nouns.feminine
        self._kinds = load_forms(language).adjectives.endings
        self._deeds = nominal_nouns(language).union(*load_cues(language).nouns.values())
        self._names = names_of_countries(language)
        self._areas = areas_of_countries(language)
        self._of_countries = adjectives_of_countries(language)
        self._object = next((e for e in load_forms(language).nouns.closed if len(e) == 1), "")
        self._place_kinds = load_place_cues(language).of_kind
        self._sites = known_class(language, "facility")
        self._people = people(language)
        self._killing = load_coding_words(language).events.killing
        self._told = self._deeds - load_coding_words(language).events.outcomes
        self._shortening = grammar.shortening
        self._times = grammar.times
        self._before_verbs = {
            *grammar.agreement,
            *grammar.preverbal,
            *grammar.foretelling_negations,
            *grammar.shortening,
        }
        self._present = {
            start: gender
            for gender, endings in load_forms(language).verbs.endings.get("", {}).get("present", {}).items()
            for start, mark, behind in (ending.partition("~") for ending in endings)
            if mark and not behind and gender in {"m", "f"}
        }

    def left(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """The readings that are left; none where nothing is ruled out."""
        low = words.low[at]
        verbal = False
        for form in forms:
            if form.tag in VERBAL:
                verbal = True
                break
        if " " in low or not (verbal or len(forms) > 1 or self._is_asked(words, at)):
            return ()
        if not at:
            return (
                self._doubled(words, at, forms)
                or self._deed_of_kind(words, at, forms)
                or self._of_doer(words, at, forms)
                or self._befell(words, at, forms)
            )
        return (self._of_verbs(words, at, forms) if verbal else ()) or (
            self._plural_owner(words, at, forms)
            or self._shortened(words, at, forms)
            or self._unheard(words, at, forms)
            or self._quarter(words, at, forms)
            or self._of_kind(words, at, forms)
        )

    def _is_asked(self, words: Words, at: int) -> bool:
        """Do the word before, or its own form, ask for another reading than the only one?"""
        return words.low[at - 1] in self._before_verbs or words.low[at].endswith(self._object)

    def _of_verbs(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """The same of a word that may be a verb."""
        return (
            self._doubled(words, at, forms)
            or self._one_object(words, at, forms)
            or self._in_same_time(words, at, forms)
            or self._behind_preposition(words, at, forms)
            or self._named_place(words, at, forms)
            or self._of_what_kind(words, at, forms)
            or self._deed_of_kind(words, at, forms)
            or self._asked(words, at, forms)
            or self._attempt(words, at, forms)
            or self._of_subject(words, at, forms)
            or (self._befell(words, at, forms) if words.low[at - 1] == "," else ())
        )

    def _of_doer(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "فجر انتحاري نفسه": a word of times that people follow is the verb, for no dawn is theirs."""
        if words.low[at] not in self._times or at + 1 >= len(words.low):
            return ()
        acts = any(
            f.tag == "noun" and f.lemma in self._people for f in self._inflection.forms(words.low[at + 1])
        )
        return tuple(f for f in forms if f.tag == "verb") if acts else ()

    def _befell(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "قتل في الهجوم 21 عسكريا": at the head of a sentence, with nobody right behind it, it tells that somebody was killed."""
        told = tuple(f for f in forms if f.tag == "verb" and f.tense == "past" and f.lemma in self._killing)
        behind = words.low[at + 1 : at + 3]
        # "قتل لبناني في غارة": one of a people, and where or how it befell him.
        one = len(behind) > 1 and behind[0] in self._of_countries and behind[1] not in self._upon
        apart = bool(behind) and behind[-1 if one else 0] in self._prepositions
        return told if apart else ()

    def _behind_preposition(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "بتعرض قافلة", "في تقدم": behind a preposition stands no verb; the past of such a verb is its noun as well."""
        if words.low[at - 1] not in self._prepositions and words.low[at - 1] not in self._before_nouns:
            return ()
        verbs = [f for f in forms if f.tag == "verb"]
        if not verbs:
            return ()
        low = words.low[at]
        nominal = tuple(f for f in forms if f.tag in NOMINAL)
        if nominal:
            return nominal
        return (Form("noun", low, "s"),) if any(f.lemma == low for f in verbs) else ()

    def _doubled(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "فجّر", "دمّرت": with a doubled second letter three letters are a verb, no noun of that spelling."""
        text = words.text(at, at)
        doubled = text.find(SHADDA)
        if doubled < 0:
            return ()
        verbs = tuple(f for f in forms if f.tag == "verb" and f.tense == "past" and len(f.lemma) == SHORT)
        letters = sum(c.isalpha() for c in text[:doubled])
        return verbs if verbs and letters == 2 and len(verbs) < len(forms) else ()

    def _one_object(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "التقى القائد وفدا": no two came where no two stand before it; it is an object by its form."""
        low, end = words.low[at], self._object
        stem = low.removesuffix(end) if end else low
        both = any(f.tag == "verb" and f.number == "p" and f.lemma == stem for f in forms)
        if stem == low or not both or words.low[at - 1].endswith(("ان", end)):
            return ()
        return tuple(f for f in forms if f.tag == "noun" and f.lemma == stem)

    def _in_same_time(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "قوة تتوغل في البلدة وتفجر منزلا": of two verbs written alike, the one that goes on as the verb before it."""
        verbs = tuple(f for f in forms if f.tag == "verb")
        if words.low[at - 1] not in self._joints or len({(f.tense, f.gender) for f in verbs}) < TWO:
            return ()
        for place in range(at - 2, max(-1, at - FAR), -1):
            before = self._inflection.forms(words.low[place])
            if not words.low[place][0].isalpha() or self._inflection.is_small(words.low[place]):
                continue
            if before[0].tag == "verb":
                only = {(f.tense, f.gender) for f in before if f.tag == "verb"}
                plain = all(f.tag == "verb" for f in before) and only == {("present", "f")}
                return tuple(f for f in verbs if (f.tense, f.gender) in only) if plain else ()
        return ()

    def _named_place(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "مدينة تدمر", "غرب تعز": behind a bare word for a place or quarter, a word that names one is its name, and no verb."""
        low = words.low[at]
        verbal = any(f.tag == "verb" for f in forms) and words.with_article[at] is None
        before = words.low[at - 1]
        bare = words.with_article[at - 1] is None
        known = is_place(low) or low in self._areas
        placed = before in self._place_kinds and (known or self._names_with(words, at, forms))
        placed = placed or (before in self._bare_places and known)
        # "مجمع ناصر الطبي": of what kind the site is stands behind its name.
        placed = placed or (before in self._sites and self._describes_known(words, at + 1))
        return (Form("name", low),) if verbal and bare and placed else ()

    def _names_with(self, words: Words, at: int, forms: tuple[Form, ...]) -> bool:
        """ "قرية دان غولبي": no verb, for it does not agree with the place, and a word that no list has ends the name."""
        if at + 1 >= len(words.low) or not words.low[at - 1].endswith(self._feminine):
            return False
        agrees = any(f.tag == "verb" and (f.tense != "past" or f.gender != "m") for f in forms)
        behind = words.low[at + 1]
        strange = (
            behind.isalpha() and words.with_article[at + 1] is None and not self._inflection.is_listed(behind)
        )
        return strange and not agrees and not words.has_pronoun_behind(at)

    def _describes_known(self, words: Words, at: int) -> bool:
        """Is this an adjective with its article, of a kind or feminine?"""
        if at >= len(words.low) or words.with_article[at] is None:
            return False
        adjective = any(f.tag == "adjective" for f in words.joined[at] or ())
        return adjective and words.low[at].endswith((*self._kinds, *self._feminine))

    def _of_what_kind(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "سفينة شحن يونانية", "حملة دهم واعتقالات": behind a bare feminine noun a masculine past tells of what kind it is."""
        low, before = words.low[at], words.low[at - 1]
        told = [f for f in forms if f.tag == "verb" and f.lemma == low and f.tense == "past"]
        bare = len(before) > SHORT and before.endswith(self._feminine) and words.with_article[at - 1] is None
        if not told or not bare or " " in before or words.has_pronoun_behind(at):
            return ()
        if self._inflection.forms(before)[0].tag != "noun" or self._begins_deed(words, at):
            return ()
        behind = words.low[at + 1] if at + 1 < len(words.low) else "."
        described = behind.endswith(self._feminine) and words.with_article[at + 1] is None
        ends = not behind[0].isalpha() or behind in self._joints or described
        return tuple(f for f in forms if f.tag == "noun") or (Form("noun", low, "s"),) if ends else ()

    def _deed_of_kind(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "قصف جوي", "قصف مدفعي": before a bare adjective the deed is no verb; but "قتل إسرائيلي" is."""
        if at + 1 >= len(words.low) or not words.low[at + 1].endswith(self._kinds):
            return ()
        deeds = tuple(f for f in forms if f.tag == "noun" and f.lemma in self._told)
        if not deeds or len(deeds) == len(forms):
            return ()
        low, joined = words.low[at + 1], words.joined[at + 1] or ()
        if words.with_article[at + 1] is not None or words.has_pronoun_behind(at):
            return ()
        if low in self._people | self._of_countries:
            return deeds if deeds[0].lemma not in self._killing and self._strikes(words, at + 2) else ()
        adjective = next((f for f in joined if f.tag == "adjective"), None)
        return deeds if adjective is not None and adjective.lemma == low else ()

    def _strikes(self, words: Words, at: int) -> bool:
        """ "قصف حوثي يستهدف", "قصف حوثي على": what follows tells of the deed, so that its adjective says whose it is."""
        if at >= len(words.low):
            return False
        forms = self._inflection.forms(words.low[at])
        return words.low[at] in self._upon or all(f.tag == "verb" and f.tense == "present" for f in forms)

    def _begins_deed(self, words: Words, at: int) -> bool:
        """Does the noun before stand where a verb would still follow it: at the head of what is told?"""
        return at < 2 or words.low[at - 2] in self._conjunctions

    def _plural_owner(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "برصاص مجهولين": several men describe no thing, so they own it."""
        nouns = tuple(f for f in forms if f.tag == "noun" and f.lemma in self._people)
        low = words.low[at]
        if (
            not nouns
            or len(nouns) == len(forms)
            or words.with_article[at - 1] is not None
            or not low.endswith("ين")
        ):
            return ()
        before = self._inflection.forms(words.low[at - 1])[0]
        return (
            nouns
            if before.tag == "noun" and before.number == "s" and before.lemma not in self._people
            else ()
        )

    def _asked(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "التي تنشط", "قبل أن تفرقهم", "بعد أن تعرض": a verb follows, behind the one of what is to come, behind the other of what was."""
        low = words.low[at - 1]
        verbs = tuple(f for f in forms if f.tag == "verb")
        tense = (
            {"before": "present", "after": "past"}.get(self._conjunctions.get(low, ""))
            if " " in low
            else None
        )
        if tense is not None:
            verbs = tuple(f for f in verbs if f.tense == tense)
        elif low not in self._agreement:
            return ()
        # "الهجوم الذي شنته الحركة": with a pronoun behind it the verb is of whoever follows.
        gender = "" if words.has_pronoun_behind(at) else self._agreement.get(low, "")
        agreeing = tuple(
            f for f in verbs if gender not in {"m", "f"} or f.number or f.person or f.gender == gender
        )
        # "الأمر الذي نددت به كابل": of others rather than of whoever writes.
        others = tuple(f for f in verbs if not f.person)
        return tuple(f for f in agreeing if not f.person) or others or agreeing or verbs

    def _shortened(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "لم يقم", "لم يأت": behind such a word the verb has lost its long vowel."""
        if words.low[at - 1] not in self._shortening or any(f.tag == "verb" for f in forms):
            return ()
        low = words.low[at]
        longer = [*(low[:-1] + vowel + low[-1] for vowel in WEAK), *(low + vowel for vowel in WEAK)]
        found = (self._inflection.forms(word) for word in longer)
        return next((v for each in found if (v := tuple(f for f in each if f.tense == "present"))), ())

    def _unheard(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "التي تتموضع", "قد يستفحل": behind a word that asks for a verb, what looks like one, though no list has it."""
        low = words.low[at]
        asked = words.low[at - 1] in self._before_verbs and words.with_article[at] is None and len(low) > 3
        if not asked or any(f.tag == "verb" for f in forms) or self._is_known(low):
            return ()
        gender = self._present.get(low[0])
        return (Form("verb", low[1:], "", gender, "present"),) if gender is not None else ()

    def _is_known(self, low: str) -> bool:
        return (
            self._inflection.is_listed(low) or self._inflection.is_small(low) or low.endswith(self._feminine)
        )

    def _quarter(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "غربي المحافظة", "شرقي حلب": without an article before something known, where it lies."""
        nouns = tuple(f for f in forms if f.tag == "noun" and f.lemma in self._bare_places)
        if not nouns or len(nouns) == len(forms) or words.with_article[at] is not None:
            return ()
        behind = at + 1 < len(words.low) and words.with_article[at + 1] is not None
        before = words.with_article[at - 1] is not None or self._is_name(words.low[at - 1])
        return nouns if behind and before else ()

    def _of_kind(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "المجلس العسكري": with an article, and behind a noun with one of its gender, such an ending tells of what kind."""
        low, before = words.low[at], words.low[at - 1]
        known = words.with_article[at] is not None and words.with_article[at - 1] is not None
        adjectives = tuple(f for f in forms if f.tag == "adjective" and f.lemma.endswith(self._kinds))
        if not known or not adjectives or len(adjectives) == len(forms) or " " in before:
            return ()
        head = self._inflection.forms(before.removeprefix(words.with_article[at - 1] or ""))[0]
        feminine = head.gender == "f" or head.number == "p"
        agrees = head.tag == "noun" and feminine == low.endswith(self._feminine)
        # "وزير الخارجية السعودي فيصل": of a country, if not of the noun right before then of one above it.
        agrees = agrees or low.removeprefix(words.with_article[at] or "") in self._of_countries
        return adjectives if agrees and low.endswith((*self._kinds, *self._feminine)) else ()

    def _attempt(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "أحبطت محاولة": the noun of a deed, unless a mark parts it from what is told."""
        deeds = any(f.tag == "noun" and f.lemma in self._deeds for f in forms)
        if not deeds or not words.low[at - 1][0].isalpha():
            return ()
        left = tuple(f for f in forms if f.tag != "gerund")
        return left if left != forms else ()

    def _is_name(self, low: str) -> bool:
        return not self._inflection.is_listed(low) and not self._inflection.is_small(low)

    def _of_subject(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "القوات تدخل", "التي تعلق": of two verbs written alike, the one of the gender of what stands before."""
        verbs = [f for f in forms if f.tag == "verb" and not f.person and not f.number]
        if len({f.gender for f in verbs}) < 2:
            return ()
        gender = self._gender_before(words, at)
        left = tuple(f for f in forms if f.tag != "verb" or not f.gender or f.gender == gender)
        return left if gender and left != forms else ()

    def _gender_before(self, words: Words, at: int) -> str:
        """The gender of the relative word or of the whole phrase right before; nothing where that is not clear."""
        told = self._agreement.get(words.low[at - 1])
        if told is not None:
            return told if told in {"m", "f"} and not words.has_pronoun_behind(at) else ""
        first = at
        while first and at - first < MOST_WORDS and self._is_nominal(words, first - 1):
            first -= 1
        if first == at or (first and not self._begins(words, first)):
            return ""
        whole = words.low[first].removeprefix(words.with_article[first] or "").split()
        head = self._inflection.forms(whole[0])[0]
        if head.tag != "noun" or words.with_article[first] is None:
            return (
                "f" if head.tag == "noun" and head.number == "p" and self._is_owned(words, first, at) else ""
            )
        if head.gender == "f" or (head.number == "p" and not words.low[first].endswith(("ون", "ين"))):
            return "f"
        return "m" if head.number == "s" else ""

    def _is_owned(self, words: Words, first: int, at: int) -> bool:
        return at - first > 1 and words.with_article[first + 1] is not None

    def _begins(self, words: Words, first: int) -> bool:
        before = words.low[first - 1]
        return not before[0].isalpha() or before in self._opens

    def _is_nominal(self, words: Words, at: int) -> bool:
        if not words.low[at][0].isalpha() or self._inflection.is_small(words.low[at]):
            return False
        if words.with_article[at] is not None:
            return True
        forms = self._inflection.forms(words.low[at])
        return forms[0].tag in NOMINAL and all(f.tag != "verb" for f in forms)
