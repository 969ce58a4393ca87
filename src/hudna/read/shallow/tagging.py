"""Which reading of each word holds: the cheapest way through the readings of a sentence.

Each reading has a cost of its own, each pair of neighbours another (grammar.yml). Names
are known by their capitals, where the language has them.
"""

from functools import cache, lru_cache
from typing import get_args

from hudna.knowledge.country_words import names_of_countries
from hudna.knowledge.cues import load_cues, speech_verbs
from hudna.knowledge.forms import Tag, load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.people import people
from hudna.knowledge.word_forms import LISTED
from hudna.read.shallow.apart import Apart
from hudna.read.shallow.cheapest import cheapest_step, followed
from hudna.read.shallow.names import described_before, names_of_several_words, names_that_look_common
from hudna.read.shallow.narrowing import Narrowing
from hudna.read.shallow.particles import take_for_particles
from hudna.read.shallow.telegraphic import (
    take_answered_charges_for_nouns,
    take_bare_nouns_for_participles,
    take_bare_nouns_for_verbs,
    take_described_verbs_for_nouns,
    take_owned_openings_for_nouns,
    take_participles_for_adverbs,
    take_participles_for_nouns,
    take_people_behind_names_for_subjects,
)
from hudna.read.shallow.unlettered import unlettered
from hudna.read.shallow.words import Words

START = "mark"
SHADDA = "\u0651"
PARTS = frozenset({";", "\n", "|", ":", "-"})
OPEN = frozenset({"noun", "adjective", "verb", "participle", "infinitive", "gerund"})
# What it costs to take the first word of a sentence for a name, where it is a common word too.
NAME_FIRST = 1.5
MOST_WORDS = 50_000  # so many are remembered


class Tagger:
    """Gives each word of a sentence one reading."""

    def __init__(self, language: str) -> None:
        grammar = self._grammar = load_grammar(language)
        self._cased = load_language(language).has_case
        self._inflection, self._times = load_inflection(language), grammar.times
        self._before_infinitive = grammar.to_words | frozenset(load_function_words(language).modals)
        self._days = {t for t in grammar.times if t.startswith(load_language(language).glued_articles or " ")}
        self._behind_times = grammar.behind_times - load_forms(language).adverbs
        self._helping = grammar.helping.be | grammar.helping.have | grammar.helping.passive
        self._costs: dict[str, dict[str, float]] = {
            before: {
                after: grammar.costs.get(before, {}).get(after, grammar.usual) for after in get_args(Tag)
            }
            for before in get_args(Tag)
        }
        self._exclusive = load_forms(language).exclusive
        self._names = names_of_countries(language)
        self._long_names = names_that_look_common(language) if self._cased else {}
        self._nominal = nominal_nouns(language) if not self._cased else frozenset()
        self._before_verbs = (grammar.preverbal.keys() - grammar.to_come) | grammar.foretelling_negations
        self._sign = grammar.passive_sign
        self._feminine = load_forms(language).nouns.feminine
        self._describing = tuple(grammar.describing)
        self._active_longer = tuple(grammar.active_longer)
        self._persons = people(language)
        self._people = self._persons if not self._cased else frozenset()
        self._verb_first = grammar.order == "vso"
        cues = load_cues(language)
        self._leading = (
            cues.light_verbs.union(*cues.holders.values(), speech_verbs(language))
            - grammar.helping.be - grammar.helping.going_on - grammar.copulas
        )  # fmt: skip
        self._going_on = grammar.helping.going_on
        self._narrowing, self._apart = Narrowing(language), Apart(language)
        self._alone = lru_cache(maxsize=MOST_WORDS)(self._alone_of)
        self._with_capital = lru_cache(maxsize=MOST_WORDS)(self._capital)
        self._helped_by = lru_cache(maxsize=MOST_WORDS)(self._is_helper)
        self._means_time = lru_cache(maxsize=MOST_WORDS)(self._is_word_of_time)

    def tag(self, words: Words) -> None:
        """Fills `words.forms`."""
        find = self._readings if self._verb_first or not self._cased else self._cased_readings
        if not (readings := [find(words, at) for at in range(len(words.low))]):
            return
        for at in names_of_several_words(words, self._long_names):
            readings[at] = (Form("name", words.low[at]),)
        words.forms = self._cheapest(readings)
        if self._verb_first:
            self._take_for_verbs(words, readings)
            self._take_for_deeds(words, readings)
            take_for_particles(words, self._grammar)
        elif self._cased:
            take_bare_nouns_for_verbs(words, readings)
            take_bare_nouns_for_participles(words, readings)
            take_participles_for_nouns(words, readings)
            take_owned_openings_for_nouns(words, readings)
            take_described_verbs_for_nouns(words, readings)
            take_answered_charges_for_nouns(words, readings, self._grammar.answering)
            take_people_behind_names_for_subjects(words, readings, self._persons)
            take_participles_for_adverbs(words, self._inflection.forms)

    def _take_for_verbs(self, words: Words, readings: list[tuple[Form, ...]]) -> None:
        """ "لكن الوزير كذب الخبر": behind somebody known, where no verb was read yet, a bare word is the verb."""
        waits, someone = True, False
        for at in range(len(words)):
            form = words.forms[at]
            if form.tag == "noun" and waits and someone and words.with_article[at] is None:
                verb = next((f for f in readings[at] if f.tag == "verb" and not f.person), None)
                if verb is not None and self._is_known(words, at - 1) and self._goes_on(words, at):
                    form = words.forms[at] = verb
            if form.tag in {"verb", "gerund", "preposition"}:
                waits = False
            elif form.tag in {"opener", "mark"}:
                waits, someone = form.tag == "opener" or words.low[at] in PARTS, False
            elif form.tag in {"noun", "name"} and waits and not someone:
                someone = form.lemma in self._people and words.low[at] not in self._times

    def _goes_on(self, words: Words, at: int) -> bool:
        """Does a phrase or a preposition follow, so that the word may tell of something?"""
        return at + 1 < len(words.low) and words.forms[at + 1].tag not in {"mark", "joint", "adjective"}

    def _take_for_deeds(self, words: Words, readings: list[tuple[Form, ...]]) -> None:
        """ "قررت واشنطن سحب قواتها": a second verb with nothing between is the noun of a deed."""
        told = asked = ""
        for at, form in enumerate(words.forms):
            if form.tag == "verb":
                noun = next((f for f in readings[at] if f.tag == "noun"), None)
                aside = words.low[at - 1] == "," and words.forms[at - 1].tag == "mark"
                begun = told in self._going_on and form.tense == "past"
                plain = (told in self._leading or begun) and (self._is_known(words, at - 1) or aside)
                # "اتهمت الجيش بعبور الحدود وقصف القرى": of several deeds, all are nouns.
                listed = asked in self._grammar.addressing and words.forms[at - 1].tag == "joint"
                # "أعلنت، في بيان، سيطرتها": the verb of such a noun has no object.
                owned = bool(told) and words.has_pronoun_behind(at)
                owned = owned and form.lemma not in self._grammar.transitive
                own = noun is not None and (noun.lemma in self._nominal or noun.lemma == form.lemma)
                if noun is not None and own and (plain or listed or owned):
                    words.forms[at] = noun
                else:
                    told = asked = form.lemma
            elif form.tag == "pronoun" and at and words.starts[at] == words.ends[at - 1]:
                continue  # "اليوم نفسه"
            elif form.tag in {"joint", "opener", "mark", "negation", "pronoun"}:
                told = told if words.low[at] == "," and form.tag == "mark" else ""
                asked = "" if form.tag in {"opener", "mark", "negation"} else asked

    def _is_known(self, words: Words, at: int) -> bool:
        """A noun that no bare clause follows: definite, a name, one described ("فصيل مسلح فجر جسرا") or numbered."""
        ends = words.forms[at].tag in {"name", "determiner", "clitic", "" if self._cased else "adjective"}
        ends = ends or words.has_pronoun_behind(at - 1)  # "فرض عليها حظر"
        return ends or words.with_article[at] is not None or words.low[at].isdecimal()

    # --- what each word can be ----------------------------------------------------

    def _cased_readings(self, words: Words, at: int) -> tuple[Form, ...]:
        """The same as `_readings` where names are written with a capital and no verb stands first."""
        joined = words.joined[at]
        if joined is not None:
            return joined
        low = words.low[at]
        forms, is_certain = self._alone(low)
        if is_certain or (len(forms) == 1 and not words.caps[at] and low not in self._behind_times):
            return forms
        return self._beside(words, at, forms)

    def _alone_of(self, low: str) -> tuple[tuple[Form, ...], bool]:
        """What a word can be in a language with capitals, and whether neither a capital nor a neighbour changes that."""
        if not low[0].isalpha():
            return unlettered(low), True
        forms = self._inflection.forms(low)
        if low in self._times and all(f.lemma != low for f in forms):
            return (Form("noun", low),), True  # "domenica" is no woman of that name
        return forms, False

    def _readings(self, words: Words, at: int) -> tuple[Form, ...]:
        joined, low = words.joined[at], words.low[at]
        if joined is None and not (low[0].isalpha() and low[-1].isalpha()):
            return unlettered(low)
        forms = joined if joined is not None else self._inflection.forms(low)
        signed = self._sign and self._sign in words.report[words.starts[at] + 1 : words.starts[at] + 3]
        if signed and (passive := self._passives(words.text(at, at), forms)):
            return passive
        if low in self._times:
            forms, is_settled = self._in_times(words, at, forms)
            if is_settled:
                return forms
        if self._verb_first and at and len(forms) > 1 and words.low[at - 1] in self._before_verbs:
            verbs = tuple(form for form in forms if form.tag == "verb")
            if words.low[at - 1] in self._grammar.foretelling_negations:
                # "لن توقف": of a verb and a longer one, the one that has a present of this form.
                verbs = tuple(form for form in verbs if form.tense == "present") or verbs
            return verbs or forms
        if self._verb_first and (only := self._only(words, at, forms)):
            return only
        named = not self._cased and low in self._names and low.startswith(words.with_article[at] or "")
        return (Form("name", low),) if named else forms if joined else self._beside(words, at, forms)

    def _in_times(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[tuple[Form, ...], bool]:
        """What a word of times can be, and whether that settles it: "domenica" is no woman of that name, "مايو" no town."""
        low = words.low[at]
        if self._cased:
            own = words.joined[at] is None and all(form.lemma != low for form in forms)
            return ((Form("noun", low),), True) if own else (forms, False)
        if words.joined[at] is not None:
            forms = tuple(form for form in forms if form.tag != "name") or forms
        if low in self._days:
            return (Form("noun", low),), True  # "الاثنين" is Monday, and not "both"
        dated = at > 0 and words.low[at - 1].isdecimal()  # "5 مارس"
        if not self._is_time(words, at + 1) and not dated:
            return forms, False
        left = tuple(form for form in forms if form.tag != "verb")
        return left or ((Form("noun", low),) if dated else forms), True

    def _only(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """What the words beside leave of the readings, if they leave any."""
        left = self._narrowing.left(words, at, forms) or self._apart.left(words, at, forms)
        if left or len(forms) < 2:
            return left
        if owner := self._owns_masculine(words, at, forms):
            return owner
        says = self._says_which(words, at, forms)
        described = () if says else tuple(f for f in forms if f.tag == "verb" and self._describes(words, at))
        return says or described

    def _owns_masculine(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "إسقاط مسيرة": behind the masculine noun of a deed a feminine word is its owner, not its adjective."""
        nouns = tuple(f for f in forms if f.tag == "noun" and not f.cost)
        low = words.low[at]
        if not at or not nouns or not low.endswith(self._feminine) or words.with_article[at - 1] is not None:
            return ()
        before = self._inflection.forms(words.low[at - 1])[0]
        bare = before.tag == "noun" and before.lemma in self._nominal and not words.has_pronoun_behind(at - 1)
        return nouns if bare and before.gender != "f" and before.number == "s" else ()

    def _says_which(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "جماعة مسلحة", "الرئيس المخلوع": a word that may describe, as known as the noun right before it."""
        if not at or words.has_pronoun_behind(at - 1):
            return ()
        adjectives = tuple(f for f in forms if f.tag == "adjective")
        before = (words.joined[at - 1] or self._inflection.forms(words.low[at - 1]))[0]
        known = words.with_article[at] is not None
        if not adjectives or before.tag != "noun" or known != (words.with_article[at - 1] is not None):
            return ()
        low, feminine = words.low[at], words.low[at].endswith(self._feminine)
        female = before.gender == "f" or before.number == "p"
        alike = female if feminine else before.lemma in self._people and not female  # "فصيل مسلح"
        deed = any(f.tag == "noun" and f.lemma in self._nominal for f in forms)  # "يعتزم جنود مهاجمة القاعدة"
        people = alike and adjectives[0].lemma in self._people and adjectives[0].cost <= LISTED and not deed
        strange = known and low.startswith(self._describing)
        return adjectives if people or (strange and not self._inflection.is_listed(low)) else ()

    def _passives(self, written: str, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "قُتل", "تُعتقل", "سيُعقد": the readings that a written vowel makes passives."""
        found = [f for f in forms if f.tag == "verb" and not f.person and self._sign in written[1:3]]
        first = written[1:2] == self._sign
        past = tuple(f._replace(passive=True) for f in found if f.tense in {"past", "passive"} and first)
        if past:
            return past
        shorter = {f.lemma for f in found if len(f.lemma) == 3}
        # "يُصدر", "يُقاتل": in these the vowel stands in the active as well.
        longer = tuple(f for f in found if len(f.lemma) == 4 and f.tense in {"present", "future"})
        if longer and shorter:
            return longer
        plain = not longer and SHADDA not in written
        return tuple(
            f._replace(passive=True)
            for f in found
            if f.tense in {"present", "future"}
            and first == (f.tense == "present")
            and ((f.lemma in shorter and plain) or len(f.lemma) > 4)
            and not f.lemma.startswith(self._active_longer)
        )

    def _describes(self, words: Words, at: int) -> bool:
        """ "كمين نصبه مسلحون": behind a bare noun of a deed, with its pronoun, and with who did it."""
        if not at or at + 2 >= len(words.low) or not words.has_pronoun_behind(at):
            return False
        bare = described_before(words, at, self._inflection) in self._nominal | self._apart.weapons
        # "هجوم شنه تنظيم …": a name of several words knows what it is.
        behind = words.low[at + 2].removeprefix(words.with_article[at + 2] or "")
        known = words.joined[at + 2] if " " in behind else self._inflection.forms(behind)
        return bare and behind[:1].isalpha() and any(f.tag in {"noun", "name"} for f in known or ())

    def _beside(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """What a word can be by its capital and the word before it."""
        low = words.low[at]
        if words.caps[at] and self._cased:
            return self._with_capital(low, opens=at == 0 or words.opens(at))
        if at and len(forms) > 1 and words.low[at - 1] in self._before_infinitive:
            infinitive = tuple(form for form in forms if form.tag == "infinitive")
            return infinitive or tuple(form for form in forms if form.tag != "verb") or forms
        if at and len(forms) > 1 and (helped := self._helped_helper(words, at, forms)):
            return helped
        if len(forms) > 1 and (somebody := self._beside_day(words, at, forms)):
            return somebody
        if low in self._behind_times or (low in self._grammar.behind_times and words.ends_part(at)):
            behind = low not in self._behind_times or (at > 0 and self._is_time(words, at - 1))
            return tuple(form for form in forms if (form.tag == "adverb") == behind) or forms
        return forms

    def _beside_day(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "lunedì miliziani hanno …", "rilasciati dai separatisti lunedì": who is named beside a day does not describe it."""
        people = tuple(f for f in forms if f.tag == "noun" and f.lemma in self._persons and not f.cost)
        beside = people and any(f.tag == "adjective" for f in forms)
        days = at + 1 < len(words.low) and self._is_time(words, at + 1)
        return people if beside and (days or (at > 0 and self._is_time(words, at - 1))) else ()

    def _helped_helper(self, words: Words, at: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        """ "sono stati uccisi", "ha presa": right behind a helping verb a participle is nothing else."""
        own = tuple(form for form in forms if form.tag == "participle")
        if not own or not self._helped_by(words.low[at - 1]):
            return ()
        return own

    def _is_helper(self, before: str) -> bool:
        verbal = {"verb", "participle", "infinitive", "gerund"}
        return any(f.tag in verbal and f.lemma in self._helping for f in self._inflection.forms(before))

    def _is_time(self, words: Words, at: int) -> bool:
        if at >= len(words.low):
            return False
        low = words.low[at]
        article = words.with_article[at]
        return (article is not None and low.removeprefix(article) in self._times) or self._means_time(low)

    def _is_word_of_time(self, low: str) -> bool:
        return low in self._times or any(f.lemma in self._times for f in self._inflection.forms(low))

    def _capital(self, low: str, *, opens: bool) -> tuple[Form, ...]:
        """A word with a capital: a name, unless it only opens the sentence; nouns keep their base form."""
        forms = self._inflection.forms(low)
        small = [f for f in forms if f.tag not in OPEN]
        nominal = [f for f in forms if f.tag in {"noun", "adjective"}]
        if low in self._names and not small:
            return (Form("name", low),)
        known = self._inflection.is_word(low)
        # "Localmente si riferisce": nobody is called so.
        adverb = {f.tag for f in forms} == {"adverb"} and low not in self._names
        if opens and (low in self._exclusive or adverb):
            return forms
        if opens:
            return (*forms, Form("name", low, cost=NAME_FIRST)) if known else (Form("name", low),)
        if small and not nominal:
            return tuple(small)
        if nominal and known:
            return tuple(nominal)
        return (Form("name", low),)

    # --- what holds ----------------------------------------------------------------

    def _cheapest(self, readings: list[tuple[Form, ...]]) -> list[Form]:
        """Words of one reading part the others into runs; a way through a run is sought with what led to it."""
        chosen: list[Form] = []
        before, cost, at, size = START, 0.0, 0, len(readings)
        while at < size:
            forms = readings[at]
            if len(forms) == 1:
                chosen.append(forms[0])
                before, cost = forms[0].tag, cost + forms[0].cost
                at += 1
                continue
            first = at
            while at < size and len(readings[at]) > 1:
                at += 1
            behind = readings[at][0].tag if at < size else None
            cost = self._through(readings[first:at], before, cost, behind, chosen)
        return chosen

    def _through(
        self, run: list[tuple[Form, ...]], before: str, cost: float, behind: str | None, chosen: list[Form]
    ) -> float:
        """Puts the cheapest way through words of several readings on `chosen`; what it costs as far as the word behind."""
        table, costs, rows = self._costs, [cost], [self._costs[before]]
        ways: list[list[int]] = []
        for forms in run:
            steps = [cheapest_step(costs, rows, form.tag) for form in forms]
            costs = [step[0] + form.cost for step, form in zip(steps, forms, strict=True)]
            rows = [table[form.tag] for form in forms]
            ways.append([step[1] for step in steps])
        if behind is None:
            best, last = 0.0, min(range(len(costs)), key=costs.__getitem__)
        else:
            best, last = cheapest_step(costs, rows, behind)
        chosen += followed(run, ways, last)
        return best


@cache
def load_tagger(language: str) -> Tagger:
    """The tagger of a language."""
    return Tagger(language)
