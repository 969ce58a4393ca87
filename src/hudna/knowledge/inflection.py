"""What a word of a language can be: every reading of its form, with its base form.

Small words are read by the lists of function_words.yml and forms.yml, verbs by their
endings and stems, nouns and adjectives by what is left. Which reading holds in a
sentence is decided there (read/shallow/tagging.py), not here.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import simplemma

from hudna.knowledge.actor_packs import load_country_words
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.folding import letters
from hudna.knowledge.forms import PASSIVE, Endings, Forms, Tag, load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.language import load_language
from hudna.knowledge.listed import listed_nouns, listed_peoples, listed_verbs

# How unlikely a reading is before its neighbours are seen; found by trying on the judged reports of gold/*/dev.
COSTS: Mapping[str, float] = {
    "subjunctive": 1.2,
    "imperative": 2.0,
    "conditional": 0.2,
    "second": 0.6,
    "guess": 0.4,
    "unlisted": 0.6,
    "adjective beside verb": 1.6,
}
# What an adjective costs that a list names; one known by its ending costs more.
LISTED = 0.1


class Form(NamedTuple):
    """One reading of a word's form. `both`: a past that is a participle too."""

    tag: Tag
    lemma: str
    number: str = ""
    gender: str = ""
    tense: str = ""
    person: str = ""
    cost: float = 0.0
    both: bool = False
    attached: str = ""  # the canonical name of a pronoun written behind it
    passive: bool = False  # by its form alone


class Inflection:
    """Reads the words of one language; what it has read it remembers."""

    def __init__(self, language: str) -> None:
        self.data: Forms = load_forms(language)
        self._code = load_language(language).lemmas or language
        self._after = load_language(language).modifiers == "after"
        self._verbs = listed_verbs(language) | self.data.verbs.known
        self._nouns = listed_nouns(language) | self.data.nouns.known
        self._peoples = listed_peoples(language)
        self._adjectives = self.data.adjectives.known | adjectives_of_countries(language)
        self._small = _small_forms(language)
        self._numbers = frozenset(load_casualty_words(language).numbers)
        self._endings = _by_ending(self.data.verbs.endings)
        self._strong_endings = _by_ending(self.data.verbs.strong_endings)
        self._stems = self._strong_stems()
        self._whole: dict[str, tuple[Form, ...]] = {}
        self._whole = dict(self._irregular())
        self._read: dict[str, tuple[Form, ...]] = {}

    def forms(self, word: str) -> tuple[Form, ...]:
        """Every reading of a word in small letters, in one spelling; at least one."""
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = self._all(word)
        return found

    def is_word(self, word: str) -> bool:
        """Whether a list or an ending knows the word."""
        listed = self._small.get(word) or self._known_open(word) or word in self.data.nouns.irregular
        listed = listed or any(base in self._nouns for base in self._singulars(word))
        return bool(listed) or simplemma.is_known(word, lang=self._code)

    def is_small(self, word: str) -> bool:
        """Whether the lists of small words have it."""
        return word in self._small

    def is_listed(self, word: str) -> bool:
        """Whether the language's own lists know the word, in whatever form."""
        return (
            word in self._whole
            or any(True for _ in self._conjugated(word))
            or word in self.data.nouns.irregular
            or word in self._nouns
            or any(singular in self._nouns for singular in self._singulars(word))
            or any(base in self._adjectives for base in self._adjective_bases(word))
        )

    def _all(self, word: str) -> tuple[Form, ...]:
        small = self._small.get(word, ())
        if word in self._numbers and small:
            return small
        if word in self.data.exclusive and (small or word in self._whole):
            return (*small, *self._whole.get(word, ()))
        content = self._known_open(word) if small else self._open(word)
        return tuple(dict.fromkeys((*small, *content)))

    def _known_open(self, word: str) -> tuple[Form, ...]:
        """Readings of a small word as a content word: only those that a list names."""
        found = [*self._whole.get(word, ())]
        if word in self._nouns:
            found.append(self._noun(word, word))
        return tuple(found)

    def _open(self, word: str) -> tuple[Form, ...]:
        verbs = _with_both(list(self._verb(word)) or list(self._with_pronoun(word)))
        nominal = list(self._nominal(word, verbs))
        if word.endswith(self.data.adverb_endings) and len(word) > 5:
            return (Form("adverb", word), *nominal) if word in self._nouns else (Form("adverb", word),)
        return (*verbs, *nominal) or (Form("noun", word),)

    # --- verbs -------------------------------------------------------------------

    def _verb(self, word: str) -> Iterator[Form]:
        whole = self._whole.get(word, ())
        yield from whole
        if whole and all(form.tag in {"verb", "participle"} for form in whole):
            irregular = {form.lemma for form in whole}
        else:
            irregular = set()
        for base, tense, agreement in self._conjugated(word):
            if base not in irregular or not any(f.tense == tense for f in whole):
                form = _verb_form(base, tense, agreement)
                # "تعرض": rather the past of its own verb than the present of a shorter one.
                rather = base != word and word in self._verbs and self.data.verbs.listed_only
                rare = 0.0 if base in self._verbs else COSTS["unlisted"]
                yield form._replace(cost=form.cost + rare + (0.3 if rather else 0.0))

    def _with_pronoun(self, word: str) -> Iterator[Form]:
        """ "lanciarli", "ritirandosi": a verb form with a pronoun behind it."""
        for ending, name in self.data.attached.items():
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 4:
                continue
            for whole in (stem, *(stem + lost for lost in self.data.attached_lost)):
                for form in self._verb(whole):
                    if form.tag in {"infinitive", "gerund", "participle"}:
                        yield form._replace(attached=name)

    def _conjugated(self, word: str) -> Iterator[tuple[str, str, str]]:
        seen: set[tuple[str, str, str]] = set()
        for stem, (ending, tense, agreement), opened in _stripped(word, self._endings):
            for base in self._bases(stem, ending, opened=opened):
                if opened and self._has_own_present(base):
                    continue
                if (base, tense, agreement) not in seen and self._is_verb(base):
                    seen.add((base, tense, agreement))
                    yield base, tense, agreement
        for stem, (kind, tense, agreement), _ in _stripped(word, self._strong_endings):
            for base in self._strong_bases(stem, kind):
                if (base, tense, agreement) not in seen:
                    seen.add((base, tense, agreement))
                    yield base, tense, agreement

    def _has_own_present(self, base: str) -> bool:
        """A verb whose present has a stem of its own has no other: "يصل" of "وصل"."""
        stems = self.data.verbs.strong.get(base)
        return stems is not None and stems.present is not None

    def _bases(self, stem: str, ending: str, *, opened: bool) -> Iterator[str]:
        yield stem + ending
        for changed, plain in self.data.verbs.spelling:
            if stem.endswith(changed):
                yield stem[: len(stem) - len(changed)] + plain + ending
        for changed, plain in self.data.verbs.openings:
            if opened and stem.startswith(changed):
                yield plain + stem.removeprefix(changed) + ending

    def _is_verb(self, base: str) -> bool:
        if base in self._whole and base not in self.data.verbs.irregular:
            return False  # "is" is no verb of its own
        if base in self._verbs:
            return True
        if self.data.verbs.listed_only or len(base) < 4:
            return False
        return bool(simplemma.is_known(base, lang=self._code)) and self._lemma(base) == base

    def _strong_stems(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for base, stems in self.data.verbs.strong.items():
            for kind in ("past", "participle", "present", "passive", "passive present"):
                stem = getattr(stems, kind.replace(" ", "_"))
                if stem is not None:
                    found.setdefault((kind, stem), []).append(base)
        return found

    def _strong_bases(self, stem: str, kind: str) -> Iterator[str]:
        """ "ripres" of "riprendere": a stem lends itself to every verb that ends like its own."""
        for at in range(len(stem)):
            for base in self._stems.get((kind, stem[at:]), ()):
                full = stem[:at] + base
                if at == 0 or self._is_verb(full):
                    yield full

    def _irregular(self) -> Iterator[tuple[str, tuple[Form, ...]]]:
        found: dict[str, list[Form]] = {}
        for base, tenses in (*self.data.verbs.irregular.items(), *self._prefixed()):
            for tense, agreements in tenses.items():
                for agreement, forms in agreements.items():
                    for form in forms:
                        found.setdefault(form, []).append(_verb_form(base, tense, agreement))
        for form, readings in found.items():
            yield form, _with_both(readings)

    def _prefixed(self) -> Iterator[tuple[str, Endings]]:
        """ "sostenere" has the forms of "tenere" behind its prefix."""
        irregular = self.data.verbs.irregular
        for verb in sorted(self._verbs - irregular.keys()):
            base = next((b for b in self.data.verbs.lending if verb.endswith(b) and b in irregular), None)
            if base is not None:
                yield verb, _behind(verb.removesuffix(base), irregular[base])

    # --- nouns and adjectives ----------------------------------------------------

    def _nominal(self, word: str, verbs: tuple[Form, ...]) -> Iterator[Form]:
        """The readings as noun and adjective, unless the form can only be one of a verb."""
        adjective = self._adjective(word)
        if word in self._peoples:
            base = next((s for s in self._singulars(word) if s in self._peoples), word)
            yield Form("noun", base, cost=COSTS["guess"])
            yield Form("adjective", base, cost=LISTED)
            return
        base = self._noun_base(word)
        if adjective is not None and verbs and adjective.cost > LISTED:
            adjective = adjective._replace(cost=COSTS["adjective beside verb"])
        if verbs and all(form.lemma not in self._verbs for form in verbs):
            yield from self._beside_unlisted(word, base, adjective)
            return
        if verbs and base is not None and not self._is_noun(base):
            # A verb that no list calls a noun as well.
            past = any(
                form.tag != "verb" or form.tense == "past" for form in verbs if form.tag != "infinitive"
            )
            base = None if past or not self.data.verbs.listed_only else base
            if base is not None:
                yield self._noun(word, base)._replace(cost=COSTS["guess"])
        elif base is not None:
            yield self._noun(word, base)
            if self._after and adjective is None and not self._is_noun(base):
                yield Form("adjective", base, cost=COSTS["guess"])
        if adjective is not None:
            yield adjective
        if base is None and adjective is None and not verbs:
            guess = self._singular(word)
            yield self._noun(word, guess)
            yield Form("adjective", guess, cost=COSTS["guess"])

    def _beside_unlisted(self, word: str, base: str | None, adjective: Form | None) -> Iterator[Form]:
        """A form of a verb that no list names may as well be a noun or an adjective."""
        guess = base if base is not None else self._singular(word)
        known = base is not None and self._is_noun(base)
        yield self._noun(word, guess)._replace(cost=0.0 if known else COSTS["guess"])
        if known and adjective is None:
            return
        yield adjective if adjective is not None else Form("adjective", guess, cost=COSTS["guess"])

    def _is_noun(self, base: str) -> bool:
        """Listed as a noun, or with an ending that only nouns have."""
        endings = self.data.nouns.endings
        return base in self._nouns or bool(endings and len(base) > 5 and base.endswith(endings))

    def _noun_base(self, word: str) -> str | None:
        nouns = self.data.nouns
        if word in nouns.irregular:
            return nouns.irregular[word]
        if word in self._nouns:
            return word
        singulars = tuple(self._singulars(word))
        for singular in (*(s for s in singulars if s in self._nouns), word, *singulars):
            if self._is_noun(singular):
                return singular
        lemma = self._lemma(word)
        if lemma == word and self._is_verb(word):
            return None
        if lemma != word and self._is_verb(lemma):
            return None
        return lemma if simplemma.is_known(word, lang=self._code) else None

    def _singulars(self, word: str) -> Iterator[str]:
        for ending, becomes in self.data.nouns.plurals:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield word[: len(word) - len(ending)] + becomes

    def _singular(self, word: str) -> str:
        known = (s for s in self._singulars(word) if simplemma.is_known(s, lang=self._code))
        found = next(known, None)
        if found is not None or simplemma.is_known(word, lang=self._code):
            return found or word
        return next(self._singulars(word), word)

    def _noun(self, word: str, base: str) -> Form:
        nouns = self.data.nouns
        number = "p" if base != word else "" if word.endswith(nouns.unchanged) and nouns.unchanged else "s"
        gender = "f" if base.endswith(nouns.feminine) and nouns.feminine else ""
        gender = gender or ("m" if base.endswith(nouns.masculine) and nouns.masculine else "")
        return Form("noun", base, number, gender)

    def _adjective(self, word: str) -> Form | None:
        adjectives = self.data.adjectives
        for base in self._adjective_bases(word):
            if base in self._adjectives or base in adjectives.before:
                return Form("adjective", base, cost=LISTED)
        if word in self._nouns:
            return None
        ends = (
            b for b in self._adjective_bases(word) if adjectives.endings and b.endswith(adjectives.endings)
        )
        found = next(ends, None)
        shortest = 4 if self.data.verbs.listed_only else 5
        return Form("adjective", found, cost=0.2) if found is not None and len(found) >= shortest else None

    def _adjective_bases(self, word: str) -> Iterator[str]:
        yield word
        for ending, becomes in self.data.adjectives.changes:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield word[: len(word) - len(ending)] + becomes

    def _lemma(self, word: str) -> str:
        return letters(str(simplemma.lemmatize(word, lang=self._code)).lower())


def _behind(prefix: str, forms: Endings) -> Endings:
    """Whole forms, each behind a prefix."""
    return {
        tense: {agreement: tuple(prefix + form for form in whole) for agreement, whole in agreements.items()}
        for tense, agreements in forms.items()
    }


def _by_ending(classes: Mapping[str, Endings]) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """(prefix, suffix) → what it says: class or stem, tense, agreement."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for name, tenses in classes.items():
        for tense, agreements in tenses.items():
            for agreement, endings in agreements.items():
                for ending in endings:
                    before, mark, behind = ending.partition("~")
                    key = (before, behind) if mark else ("", ending)
                    found.setdefault(key, []).append((name, tense, agreement))
    return found


def _stripped(
    word: str, endings: Mapping[tuple[str, str], list[tuple[str, str, str]]]
) -> Iterator[tuple[str, tuple[str, str, str], bool]]:
    """What is left of a word without an ending, what that ending says, whether it has an opening; the longest first."""
    fitting = [
        key
        for key in endings
        if word.startswith(key[0]) and word.endswith(key[1]) and len(word) > len(key[0] + key[1])
    ]
    for before, behind in sorted(fitting, key=lambda key: (-len(key[0] + key[1]), key)):
        stem = word[len(before) : len(word) - len(behind)] if behind else word[len(before) :]
        for said in endings[before, behind]:
            yield stem, said, bool(before)


def _verb_form(base: str, tense: str, agreement: str) -> Form:
    number = next((c for c in agreement if c in "sp"), "") if agreement not in {"i", "we", "you"} else ""
    gender = agreement[0] if agreement[:1] in {"m", "f"} else ""
    person = agreement if agreement in {"i", "we", "you"} else ""
    tag: Tag = "verb"
    if tense in {"infinitive", "gerund", "participle"}:
        tag = tense  # type: ignore[assignment]
    told = PASSIVE.get(tense, tense)
    return Form(tag, base, number, gender, told, person, COSTS.get(tense, 0.0), passive=tense in PASSIVE)


def _with_both(readings: list[Form]) -> tuple[Form, ...]:
    """A past that is written like the participle of the same verb is marked as both."""
    participles = {form.lemma for form in readings if form.tag == "participle"}
    pasts = {form.lemma for form in readings if form.tense == "past"}
    return tuple(
        form._replace(both=True) if form.tense == "past" and form.lemma in participles else form
        for form in readings
        if form.tag != "participle" or form.lemma not in pasts
    )


def _small_forms(language: str) -> dict[str, tuple[Form, ...]]:
    """Small words with their readings, the commonest first."""
    small, forms, grammar = load_function_words(language), load_forms(language), load_grammar(language)
    found: dict[str, list[Form]] = {}

    def add(word: str, tag: Tag, lemma: str, *, number: str = "", gender: str = "") -> None:
        known = found.setdefault(word, [])
        if all(form.tag != tag for form in known):
            known.append(Form(tag, lemma, number, gender, cost=COSTS["second"] * len(known)))

    for word, name in small.prepositions.items():
        add(word, "preposition", name)
    for word, (preposition, _) in forms.fused.items():
        add(word, "preposition", small.preposition(preposition))
    for word in (*small.conjunctions, *small.relatives):
        add(word, "opener", word)
    for word, name in small.determiners.items():
        agreement = forms.articles.get(word, "")
        add(word, "determiner", name, number=agreement[-1:].strip("mf"), gender=agreement[:1].strip("sp"))
    for word, name in forms.clitics.items():
        add(word, "clitic", name)
    for word, name in forms.joints.items():
        add(word, "joint", name)
    for word, name in small.negations.items():
        add(word, "negation", name)
    for word, name in small.pronouns.items():
        add(word, "pronoun", name)
    for word in (*forms.adverbs, *grammar.behind_times, *grammar.particles):
        add(word, "adverb", word)
    for word in load_casualty_words(language).numbers:
        add(word, "number", word)
    return {word: tuple(readings) for word, readings in found.items()}


def adjectives_of_countries(language: str) -> frozenset[str]:
    """Adjectives of countries, where no capital shows a word to be one."""
    if load_language(language).has_case:
        return frozenset()
    countries = load_country_words(language).countries.values()
    return frozenset(word for country in countries for word in country.adjectives)


@cache
def load_inflection(language: str) -> Inflection:
    """The reader of a language's words."""
    return Inflection(language)
