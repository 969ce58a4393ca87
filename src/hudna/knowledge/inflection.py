"""What a word of a language can be: every reading of its form, with its base form.

Small words are read by the lists of function_words.yml and forms.yml, verbs by their
endings and stems, nouns and adjectives by what is left. Which reading holds in a
sentence is decided there (read/shallow/tagging.py), not here.
"""

from collections.abc import Iterator
from functools import cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.folding import letters
from hudna.knowledge.forms import Endings, Forms, load_forms
from hudna.knowledge.language import load_language
from hudna.knowledge.listed import listed_nouns, listed_peoples, listed_verbs
from hudna.knowledge.small_forms import small_forms
from hudna.knowledge.word_forms import COSTS, LISTED, Form, behind, by_ending, stripped, verb_form, with_both
from hudna.knowledge.word_lists import base_of, is_listed

__all__ = ["LISTED", "Form", "Inflection", "adjectives_of_countries", "load_inflection"]


class Inflection:
    """Reads the words of one language; what it has read it remembers."""

    def __init__(self, language: str) -> None:
        self.data: Forms = load_forms(language)
        self._code = load_language(language).lemmas or language
        self._after = load_language(language).modifiers == "after"
        self._verbs = listed_verbs(language) | self.data.verbs.known
        self._nouns = listed_nouns(language) | self.data.nouns.known
        self._adjectives = self.data.adjectives.known | adjectives_of_countries(language)
        self._describing = self.data.adjectives.known - frozenset(self.data.nouns.irregular)
        self._peoples, self._small = listed_peoples(language), small_forms(language)
        self._numbers = frozenset(load_casualty_words(language).numbers)
        self._endings = by_ending(self.data.verbs.endings)
        self._strong_endings = by_ending(self.data.verbs.strong_endings)
        self._stems = self._strong_stems()
        self._whole: dict[str, tuple[Form, ...]] = dict(self._irregular())
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
        return bool(listed) or is_listed(word, self._code)

    def is_small(self, word: str) -> bool:
        """Whether the lists of small words have it."""
        return word in self._small

    def is_noun(self, word: str) -> bool:
        """Whether the language's own lists have the word as a noun."""
        return word in self._nouns or word in self.data.nouns.irregular

    def is_listed(self, word: str) -> bool:
        """Whether the language's own lists know the word, in whatever form."""
        return (
            word in self._whole
            or any(True for _ in self._conjugated(word))
            or word in self.data.nouns.irregular
            or (word[-1:] in self.data.nouns.closed and word[:-1] in self.data.nouns.irregular)
            or word in self._nouns
            or any(singular in self._nouns for singular in self._singulars(word))
            or any(base in self._adjectives for base in self._adjective_bases(word))
        )

    def _all(self, word: str) -> tuple[Form, ...]:
        bare = word[:-1] if word[-1:] in self.data.nouns.closed else word
        known = word in self.data.nouns.irregular or word in self._whole
        if bare != word and bare in self.data.nouns.irregular and not known:
            return self._all(bare)  # "أحرقوا بيوتا": a plural of its own with the ending of an object
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
        adjective = self._adjective(word) if self._after else None
        if adjective is not None and adjective.cost <= LISTED:
            found.append(adjective._replace(cost=COSTS["guess"]))
        return tuple(found)

    def _open(self, word: str) -> tuple[Form, ...]:
        verbs = with_both(list(self._verb(word)) or list(self._with_pronoun(word)))
        if self._is_sure(word, verbs):
            return verbs
        nominal = list(self._nominal(word, verbs))
        if word.endswith(self.data.adverb_endings) and len(word) > 5:
            return (Form("adverb", word), *nominal) if word in self._nouns else (Form("adverb", word),)
        return (*verbs, *nominal) or (Form("noun", word),)

    def _is_sure(self, word: str, verbs: tuple[Form, ...]) -> bool:
        """ "يخطط": so begins no noun, unless a list has it."""
        begun = word.startswith(self.data.verbs.sure_openings) and word not in self._nouns
        return begun and any(form.tense in {"present", "future"} for form in verbs)

    # --- verbs -------------------------------------------------------------------

    def _verb(self, word: str) -> Iterator[Form]:
        whole = self._whole.get(word, ())
        yield from whole
        if whole and all(form.tag in {"verb", "participle"} for form in whole):
            irregular = {form.lemma for form in whole}
        else:
            irregular = set()
        read = list(self._conjugated(word))
        longest = max((len(base) for base, tense, _ in read if tense == "past"), default=0)
        for base, tense, agreement in read:
            if base not in irregular or not any(f.tense == tense for f in whole):
                form = verb_form(base, tense, agreement)
                # "تعرض", "توصلا": rather the past of its own verb than the present of a shorter one.
                past = word in self._verbs or (tense == "present" and len(base) <= longest)
                rather = base != word and past and self.data.verbs.listed_only
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
        for stem, (ending, tense, agreement), opened in stripped(word, self._endings):
            for base in self._bases(stem, ending, opened=opened):
                if opened and self._has_own_present(base):
                    continue
                if (base, tense, agreement) not in seen and self._is_verb(base):
                    seen.add((base, tense, agreement))
                    yield base, tense, agreement
        for stem, (kind, tense, agreement), _ in stripped(word, self._strong_endings):
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
        return is_listed(base, self._code) and self._lemma(base) == base

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
                        found.setdefault(form, []).append(verb_form(base, tense, agreement))
        for form, readings in found.items():
            yield form, with_both(readings)

    def _prefixed(self) -> Iterator[tuple[str, Endings]]:
        """ "sostenere" has the forms of "tenere" behind its prefix."""
        irregular = self.data.verbs.irregular
        for verb in sorted(self._verbs - irregular.keys()):
            base = next((b for b in self.data.verbs.lending if verb.endswith(b) and b in irregular), None)
            if base is not None:
                yield verb, behind(verb.removesuffix(base), irregular[base])

    # --- nouns and adjectives ----------------------------------------------------

    def _is_beside(self, word: str, base: str, verbs: tuple[Form, ...]) -> bool:
        """Whether a form of a verb that no list calls a noun may be one as well."""
        past = any(form.tag != "verb" or form.tense == "past" for form in verbs if form.tag != "infinitive")
        return not past and (self.data.verbs.listed_only or base == word)

    def _nominal(self, word: str, verbs: tuple[Form, ...]) -> Iterator[Form]:
        """The readings as noun and adjective, unless the form can only be one of a verb."""
        adjective = self._less_as_plural(word, self._adjective(word))
        if word in self._peoples:
            people = next((s for s in self._singulars(word) if s in self._peoples), word)
            yield Form("noun", people, cost=COSTS["guess"])
            yield Form("adjective", people, cost=LISTED)
            return
        base = self._noun_base(word)
        plural = self._plural_beside(word, verbs) if base is None and adjective is None else None
        if plural is not None:
            yield plural
            return
        if verbs and base is not None and self._is_seldom(word, base):
            base = None  # "attacca" is no plural of "attacco", as "uova" is of "uovo"
        if adjective is not None and verbs and adjective.cost > LISTED:
            adjective = adjective._replace(cost=COSTS["adjective beside verb"])
        if verbs and all(form.lemma not in self._verbs for form in verbs):
            yield from self._beside_unlisted(word, base, adjective)
            return
        if verbs and base is not None and not self._is_noun(base):
            if self._is_beside(word, base, verbs):
                # "تتقدم", "يأمر": where only the general list has the noun, the verb of the own lists is likelier.
                cost = COSTS["beside verb"] if self.data.verbs.listed_only else COSTS["guess"]
                yield self._noun(word, base)._replace(cost=cost)
            else:
                base = None
        elif base is not None:
            own = base not in self._nouns or (base != word and word in self._describing)
            described = own and adjective is not None and adjective.cost <= LISTED
            # "الأممي": what the language's own list calls an adjective is no noun of the general list.
            rare = described or self._is_rare(word, base, verbs, adjective)
            cost = COSTS["guess"] if rare and self.data.verbs.listed_only else 0.0
            yield self._noun(word, base)._replace(cost=cost)
            if self._after and adjective is None and not self._is_noun(base):
                yield Form("adjective", base, cost=COSTS["guess"])
        if adjective is not None:
            yield adjective
        if base is None and adjective is None and not verbs:
            guess = self._singular(word)
            yield self._noun(word, guess)
            yield Form("adjective", guess, cost=COSTS["guess"])

    def _less_as_plural(self, word: str, adjective: Form | None) -> Form | None:
        """ "أسرى": a plural of its own only looks like an adjective."""
        if adjective is None or word not in self.data.nouns.irregular or adjective.lemma in self._adjectives:
            return adjective
        return adjective._replace(cost=COSTS["guess"])

    def _plural_beside(self, word: str, verbs: tuple[Form, ...]) -> Form | None:
        """ "i telefoni", "i trasporti": a plural, rather than a form of the verb that few sentences have."""
        if not verbs or any(form.tense != "subjunctive" for form in verbs):
            return None
        base = next((s for s in self._singulars(word) if self._is_entry(s)), None)
        fits = base is not None and not (self.data.nouns.feminine and base.endswith(self.data.nouns.feminine))
        return self._noun(word, base) if base is not None and fits else None

    def _is_entry(self, word: str) -> bool:
        """A base form of the general list that is no verb."""
        return is_listed(word, self._code) and self._lemma(word) == word

    def _is_seldom(self, word: str, base: str) -> bool:
        """A plural by an ending that few nouns have, of a noun that no list has with it."""
        if word in self.data.nouns.irregular:
            return False
        return any(
            word.endswith(ending) and base == word[: len(word) - len(ending)] + becomes
            for ending, becomes in self.data.nouns.seldom
        )

    def _is_rare(self, word: str, base: str, verbs: tuple[Form, ...], adjective: Form | None) -> bool:
        """ "أسفر", "عسكرية": a verb or an adjective of the own lists rather than a noun changed by the general one."""
        if base == word or word in self.data.nouns.irregular:
            return False
        own_verb = any(form.lemma == word for form in verbs) and base not in set(self._singulars(word))
        feminine = self.data.nouns.feminine
        turned = word.endswith(feminine) and not base.endswith(feminine) if feminine else False
        return own_verb or (turned and adjective is not None and adjective.cost <= LISTED)

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
        return lemma if is_listed(word, self._code) else None

    def _singulars(self, word: str) -> Iterator[str]:
        nouns = self.data.nouns
        for ending, becomes in nouns.plurals:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: len(word) - len(ending)]
                if not (ending in nouns.closed and self._ends_in_pronoun(stem)):
                    yield stem + becomes

    def _ends_in_pronoun(self, stem: str) -> bool:
        """ "نشرها": no ending of an object stands behind that of a feminine noun, so "her" it is."""
        feminine = next((end for end in self.data.nouns.feminine if stem.endswith(end)), None)
        if feminine is None:
            return False
        rest = stem.removesuffix(feminine)
        return rest in self._nouns or (self.data.verbs.listed_only and rest in self._verbs)

    def _singular(self, word: str) -> str:
        known = (s for s in self._singulars(word) if is_listed(s, self._code))
        found = next(known, None)
        if found is not None or is_listed(word, self._code):
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
        return letters(base_of(word, self._code).lower())


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
