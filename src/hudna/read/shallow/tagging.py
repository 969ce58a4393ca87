"""Which reading of each word holds: the cheapest way through the readings of a sentence.

Each reading has a cost of its own, each pair of neighbours another (grammar.yml). Names
are known by their capitals, where the language has them.
"""

from functools import cache, lru_cache
from typing import get_args

from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.cues import load_cues, speech_verbs
from hudna.knowledge.folding import letters
from hudna.knowledge.forms import Tag, load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form, load_inflection
from hudna.knowledge.language import load_language
from hudna.knowledge.nouns import nominal_nouns
from hudna.read.shallow.words import Words

START = "mark"
# What it costs to take the first word of a sentence for a name, where it is a common word too.
NAME_FIRST = 1.5
# So many words are remembered.
MOST_WORDS = 50_000


class Tagger:
    """Gives each word of a sentence one reading."""

    def __init__(self, language: str) -> None:
        grammar = load_grammar(language)
        self._cased = load_language(language).has_case
        self._inflection = load_inflection(language)
        self._before_infinitive = grammar.to_words | frozenset(load_function_words(language).modals)
        self._times = grammar.times
        self._behind_times = grammar.behind_times - load_forms(language).adverbs
        self._helping = grammar.helping.be | grammar.helping.have | grammar.helping.passive
        self._costs: dict[str, dict[str, float]] = {
            before: {
                after: grammar.costs.get(before, {}).get(after, grammar.usual) for after in get_args(Tag)
            }
            for before in get_args(Tag)
        }
        self._exclusive = load_forms(language).exclusive
        self._names = _country_names(language)
        self._nominal = nominal_nouns(language) if not self._cased else frozenset()
        # "قد قصف", "لم يصل": nothing but a verb follows.
        self._before_verbs = frozenset(grammar.preverbal) | grammar.foretelling_negations
        self._verb_first = grammar.order == "vso"
        self._addressing = grammar.addressing
        cues = load_cues(language)
        self._leading = (
            cues.light_verbs.union(*cues.holders.values(), speech_verbs(language))
            - grammar.helping.be - grammar.helping.going_on - grammar.copulas
        )  # fmt: skip
        # What a word can be by itself is asked once.
        self._alone = lru_cache(maxsize=MOST_WORDS)(self._alone_of)
        self._with_capital = lru_cache(maxsize=MOST_WORDS)(self._capital)
        self._helped_by = lru_cache(maxsize=MOST_WORDS)(self._is_helper)
        self._means_time = lru_cache(maxsize=MOST_WORDS)(self._is_word_of_time)

    def tag(self, words: Words) -> None:
        """Fills `words.forms`."""
        find = self._readings if self._verb_first or not self._cased else self._cased_readings
        readings = [find(words, at) for at in range(len(words.low))]
        if not readings:
            return
        words.forms = self._cheapest(readings)
        if self._verb_first:
            self._take_for_deeds(words, readings)

    def _take_for_deeds(self, words: Words, readings: list[tuple[Form, ...]]) -> None:
        """ "قررت واشنطن سحب قواتها": a second verb with nothing between is the noun of a deed."""
        told = asked = ""
        for at, form in enumerate(words.forms):
            if form.tag == "verb":
                noun = next((f for f in readings[at] if f.tag == "noun"), None)
                plain = told in self._leading and self._is_known(words, at - 1)
                # "اتهمت الجيش بعبور الحدود وقصف القرى": of several deeds, all are nouns.
                listed = asked in self._addressing and words.forms[at - 1].tag == "joint"
                if noun is not None and noun.lemma in self._nominal and (plain or listed):
                    words.forms[at] = noun
                else:
                    told = asked = form.lemma
            elif form.tag in {"joint", "opener", "mark", "negation", "pronoun"}:
                told = ""
                asked = "" if form.tag in {"opener", "mark", "negation"} else asked

    def _is_known(self, words: Words, at: int) -> bool:
        """A noun that a bare relative clause cannot follow: definite, or a name."""
        form = words.forms[at]
        return (
            form.tag == "name" or words.with_article[at] is not None or form.tag in {"determiner", "clitic"}
        )

    # --- what each word can be ----------------------------------------------------

    def _cased_readings(self, words: Words, at: int) -> tuple[Form, ...]:
        """The same as `_readings` where names are written with a capital and no verb stands first."""
        joined = words.joined[at]
        if joined is not None:
            return joined
        low = words.low[at]
        forms, is_certain = self._alone(low)
        if is_certain:
            return forms
        if len(forms) == 1 and not words.caps[at] and low not in self._behind_times:
            return forms
        return self._beside(words, at, forms)

    def _alone_of(self, low: str) -> tuple[tuple[Form, ...], bool]:
        """What a word can be in a language with capitals, and whether neither a capital nor a neighbour changes that."""
        if not low[0].isalpha():
            return _unlettered(low), True
        forms = self._inflection.forms(low)
        if low in self._times and all(f.lemma != low for f in forms):
            return (Form("noun", low),), True  # "domenica" is no woman of that name
        return forms, False

    def _readings(self, words: Words, at: int) -> tuple[Form, ...]:
        joined, low = words.joined[at], words.low[at]
        if joined is None and not low[0].isalpha():
            return _unlettered(low)
        forms = joined if joined is not None else self._inflection.forms(low)
        if self._cased and joined is None and low in self._times and all(f.lemma != low for f in forms):
            return (Form("noun", low),)
        if not self._cased and low in self._times and at + 1 < len(words) and self._is_time(words, at + 1):
            return tuple(form for form in forms if form.tag != "verb") or forms
        if self._verb_first and at and len(forms) > 1 and words.low[at - 1] in self._before_verbs:
            return tuple(form for form in forms if form.tag == "verb") or forms
        if self._verb_first and len(forms) > 1 and self._describes(words, at):
            return tuple(form for form in forms if form.tag == "verb") or forms
        if not self._cased and low in self._names and words.with_article[at] is None:
            return (Form("name", low),)
        return forms if joined is not None else self._beside(words, at, forms)

    def _describes(self, words: Words, at: int) -> bool:
        """ "كمين نصبه مسلحون": behind a bare noun of a deed, with its pronoun, and with who did it."""
        if not at or at + 2 >= len(words) or not words.has_pronoun_behind(at):
            return False
        before = self._inflection.forms(words.low[at - 1])[0]
        bare = before.lemma in self._nominal and words.with_article[at - 1] is None
        behind = self._inflection.forms(words.low[at + 2].removeprefix(words.with_article[at + 2] or ""))
        return bare and any(f.tag == "noun" for f in behind)

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
        if low in self._behind_times:
            behind = at > 0 and self._is_time(words, at - 1)
            return tuple(form for form in forms if (form.tag == "adverb") == behind) or forms
        return forms

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
        if at >= len(words):
            return False
        low = words.low[at]
        article = words.with_article[at]
        return (article is not None and low.removeprefix(article) in self._times) or self._means_time(low)

    def _is_word_of_time(self, low: str) -> bool:
        return low in self._times or any(f.lemma in self._times for f in self._inflection.forms(low))

    def _capital(self, low: str, *, opens: bool) -> tuple[Form, ...]:
        """A word with a capital: a name, unless it only opens the sentence; nouns keep their base form."""
        forms = self._inflection.forms(low)
        small = [
            f
            for f in forms
            if f.tag not in {"noun", "adjective", "verb", "participle", "infinitive", "gerund"}
        ]
        nominal = [f for f in forms if f.tag in {"noun", "adjective"}]
        if low in self._names and not small:
            return (Form("name", low),)
        known = self._inflection.is_word(low)
        if opens and low in self._exclusive:
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
        table = self._costs
        costs, rows = [cost], [table[before]]
        ways: list[list[int]] = []
        for forms in run:
            steps = [_cheapest_step(costs, rows, form.tag) for form in forms]
            costs = [step[0] + form.cost for step, form in zip(steps, forms, strict=True)]
            rows = [table[form.tag] for form in forms]
            ways.append([step[1] for step in steps])
        if behind is None:
            best, last = 0.0, min(range(len(costs)), key=costs.__getitem__)
        else:
            best, last = _cheapest_step(costs, rows, behind)
        chosen += _followed(run, ways, last)
        return best


def _cheapest_step(costs: list[float], rows: list[dict[str, float]], tag: str) -> tuple[float, int]:
    """What it costs to come to a kind of word, and from which of the readings before."""
    if len(costs) == 1:
        return costs[0] + rows[0][tag], 0
    best, chosen = 1e9, 0
    for number, row in enumerate(rows):
        cost = costs[number] + row[tag]
        if cost < best:
            best, chosen = cost, number
    return best, chosen


def _unlettered(low: str) -> tuple[Form, ...]:
    """A figure or a mark."""
    return (Form("number" if any(c.isdigit() for c in low) else "mark", low),)


def _followed(run: list[tuple[Form, ...]], ways: list[list[int]], at: int) -> list[Form]:
    """The way back from the cheapest end."""
    chosen: list[Form] = []
    for forms, way in zip(reversed(run), reversed(ways), strict=True):
        chosen.append(forms[at])
        at = way[at]
    chosen.reverse()
    return chosen


def _country_names(language: str) -> frozenset[str]:
    """Countries and capitals of one word: names even where a common word is written alike."""
    words = load_country_words(language).countries.values()
    names = {letters(name.lower()) for country in words for name in (*country.names, *country.capitals)}
    return frozenset(name for name in names if " " not in name)


@cache
def load_tagger(language: str) -> Tagger:
    """The tagger of a language."""
    return Tagger(language)
