"""Verb groups: helping verbs, negation, pronouns and adverbs with the verb that tells something.

"non sono stati ancora liberati", "might have been shelled": one predicate with its tense,
voice, negation and modals.
"""

from functools import cache, lru_cache

from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form
from hudna.model.clause import Tense
from hudna.read.shallow.words import Words

BEFORE = frozenset({"negation", "clitic", "adverb"})
VERBAL = frozenset({"verb", "infinitive", "participle", "gerund"})
# So many words are remembered.
MOST_WORDS = 20_000
HEARSAY = "hearsay"
WOULD = "would"
STAYING = "staying"
NEVER = "never"


class Verb:
    """A predicate by the numbers of its words."""

    __slots__ = (
        "active_be", "adverbs", "attached", "attached_at", "both", "clitics", "conditional", "first", "form", "gender", "have", "head", "helped",
        "last", "lemma", "modals", "mood", "negation", "number", "particle", "passive", "perfect", "person",
        "reflexive", "tense", "there",
    )  # fmt: skip

    def __init__(self, first: int, head: int, form: Form) -> None:
        self.first = first
        self.last = head
        self.head = head
        self.form: str = form.tag  # verb (finite), infinitive, gerund or participle
        self.lemma = form.lemma
        self.tense: Tense = "none"
        self.mood = form.tense
        self.number = form.number
        self.gender = form.gender
        self.person = form.person
        self.both = form.both
        self.passive = False
        self.perfect = False
        self.have = False
        self.helped = False  # has a helping verb
        self.active_be = False
        self.conditional = False
        self.reflexive = False
        self.there = False
        self.negation: int | None = None
        self.attached = form.attached  # the canonical name of a pronoun written behind it
        self.attached_at = head  # "averlo eliminato": the word it is written on
        self.modals: list[tuple[str, int]] = []
        self.clitics: list[int] = []
        self.adverbs: list[int] = []
        self.particle: str | None = None


class VerbFinder:
    """Finds verb groups in tagged words of one language."""

    def __init__(self, language: str) -> None:
        grammar = load_grammar(language)
        forms = load_forms(language)
        self._grammar = grammar
        self._small = load_function_words(language)
        self._self = forms.self_
        self._be = grammar.helping.be
        self._have = grammar.helping.have
        self._helpers = (
            grammar.helping.be | grammar.helping.have | grammar.helping.passive | grammar.helping.going_on
            | grammar.helping.do
        )  # fmt: skip
        self._there = grammar.there
        self._existing = grammar.helping.be | grammar.copulas | grammar.being | grammar.subject_behind
        self._wanted = lru_cache(maxsize=MOST_WORDS)(self._may_follow)
        self._together: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, lemma in grammar.together.items():
            verb, *behind = phrase.split()
            self._together.setdefault(verb, []).append((tuple(behind), lemma))

    def finite(self, words: Words, at: int) -> Verb | None:
        """The finite verb group that begins at a word, with what stands before its verb; None where none does."""
        forms, size = words.forms, len(words.low)
        first = at
        before: list[int] = []
        while at < size and (forms[at].tag in BEFORE or (words.low[at] == '"' and before)):
            if words.low[at] != '"':
                before.append(at)
            at += 1
        if at >= size or forms[at].tag != "verb":
            return None
        return self._group(words, first, at, before)

    def other(self, words: Words, at: int) -> Verb | None:
        """The infinitive, gerund or participle that begins at a word."""
        forms, size = words.forms, len(words.low)
        first, before = at, []
        while at < size and forms[at].tag in BEFORE:
            before.append(at)
            at += 1
        if at >= size or forms[at].tag not in {"infinitive", "gerund", "participle"}:
            return None
        return self._group(words, first, at, before)

    # --- from the first helping verb to the verb that tells ---------------------------

    def _group(self, words: Words, first: int, at: int, before: list[int]) -> Verb:
        chain = [at]
        adverbs = [i for i in before if words.forms[i].tag == "adverb"] if before else []
        negation = _negating(words, before) if before else None
        while (step := self._next(words, chain[-1], len(chain))) is not None:
            following, between = step
            negation = negation if negation is not None else _negating(words, between)
            adverbs += [i for i in between if words.forms[i].tag == "adverb"]
            chain.append(following)
        found = Verb(first, chain[-1], words.forms[chain[-1]])
        found.adverbs, found.negation = adverbs, negation
        if before:
            found.clitics = [i for i in before if words.forms[i].tag == "clitic"]
        if words.has_pronoun_behind(found.last):
            found.last += 1
            found.clitics.append(found.last)
        if not found.attached:
            at = next((i for i in chain if words.forms[i].attached), found.head)
            found.attached, found.attached_at = words.forms[at].attached, at
        found.reflexive = found.attached == "self"
        if found.clitics or adverbs:
            found.reflexive = found.reflexive or any(words.low[i] in self._self for i in found.clitics)
            found.there = any(words.low[i] in self._there for i in (*found.clitics, *adverbs))
            if found.there and found.lemma not in self._existing:
                # "ci hanno sparato": only of what is or comes about does the pronoun mean "there".
                found.there = any(words.low[i] in self._there for i in adverbs)
        self._tell(words, found, chain)
        self._never(words, found)
        self._before(words, found, before)
        self._phrasal(words, found)
        return found

    def _phrasal(self, words: Words, found: Verb) -> None:
        """ "fa sapere", "ha reso noto": words that mean one verb together."""
        for behind, lemma in self._together.get(found.lemma, ()):
            end = found.last + 1 + len(behind)
            if tuple(words.low[found.last + 1 : end]) == behind:
                found.lemma, found.last = lemma, end - 1
                return

    def _next(self, words: Words, at: int, depth: int) -> tuple[int, list[int]] | None:
        """The word that a helping verb helps, and what stands between."""
        form = words.forms[at]
        wanted = self._wanted(words.low[at], form.tag, form.lemma)
        if not wanted or depth > 4:
            return None
        between: list[int] = []
        place = at + 1
        while place < len(words.low) and len(between) < 4 and _stands_between(words, place):
            between.append(place)
            place += 1
        if place >= len(words.low):
            return None
        following = words.forms[place]
        fits = following.tag in wanted or (following.both and "participle" in wanted)
        return (place, between) if fits else None

    def _may_follow(self, low: str, tag: str, lemma: str) -> frozenset[str]:
        """What may follow a helping verb as part of its group."""
        if tag not in VERBAL:
            return frozenset()
        if low in self._small.modals or lemma in self._small.modals:
            return frozenset({"infinitive"})
        helping, wanted = self._grammar.helping, set()
        if lemma in helping.be or lemma in helping.have or lemma in helping.passive:
            wanted.add("participle")
        if lemma in helping.be or lemma in helping.going_on:
            wanted.add("gerund")
        if lemma in helping.do:
            wanted.add("infinitive")
        return frozenset(wanted)

    # --- what the chain says ---------------------------------------------------------

    def _tell(self, words: Words, found: Verb, chain: list[int]) -> None:
        forms = words.forms
        opening, main = forms[chain[0]], forms[chain[-1]]
        found.form = opening.tag
        found.number = opening.number or found.number
        found.person = opening.person
        found.mood = opening.tense
        helpers = chain[:-1]
        found.helped = bool(helpers)
        found.both = opening.both and not helpers
        real = helpers
        if helpers:
            found.modals = [(name, i) for i in helpers if (name := self._modal(words, i)) is not None]
            real = [i for i in helpers if self._modal(words, i) is None]
        found.conditional = opening.tense == "conditional"
        had_to = [i for _, i in found.modals if forms[i].tag == "participle" and not found.conditional]
        if had_to:
            # "hanno dovuto ritirarsi": what they had to or could do, they did.
            found.modals = [(name, i) for name, i in found.modals if i not in had_to]
        self._voice(words, found, main, real)
        found.perfect = found.perfect or bool(had_to)
        if found.conditional and not found.modals:
            found.modals = [(self._conditional(found, main, real), chain[0])]
        found.tense = self._tense(found, opening)
        if self._stays(found, main, helpers, forms):
            found.modals.append((STAYING, chain[0]))

    def _stays(self, found: Verb, main: Form, helpers: list[int], forms: list[Form]) -> bool:
        """ "il valico resta chiuso": how things stand; "è rimasto ucciso" tells what happened."""
        grammar = self._grammar
        if len(helpers) != 1 or found.tense != "present" or main.lemma not in grammar.lasting:
            return False
        return forms[helpers[0]].lemma in grammar.helping.staying

    def _before(self, words: Words, found: Verb, before: list[int]) -> None:
        """ "قد يهاجم", "لن يشارك": small words that, before such a tense, make it possible or to come."""
        opening = words.forms[found.head]
        for at in before:
            modal = self._grammar.preverbal.get(words.low[at], {}).get(found.mood)  # type: ignore[call-overload]
            if modal is not None:
                found.modals.append((modal, at))
        if found.negation is not None and words.low[found.negation] in self._grammar.foretelling_negations:
            found.tense = "future"
        alone = self._grammar.subjunctive_that and opening.tag == "verb" and not found.modals
        if alone and (name := self._modal(words, found.head)) is not None:
            found.modals.append((name, found.head))

    def _modal(self, words: Words, at: int) -> str | None:
        return self._small.modals.get(words.low[at]) or self._small.modals.get(words.forms[at].lemma)

    def _conditional(self, found: Verb, main: Form, helpers: list[int]) -> str:
        """ "avrebbe attaccato": others say so; "attaccherebbe": it would, if."""
        told = self._grammar.hearsay and (helpers or main.lemma in self._be)
        return (
            HEARSAY
            if told and (found.perfect or found.passive or found.helped or main.lemma in self._be)
            else WOULD
        )

    def _voice(self, words: Words, found: Verb, main: Form, helpers: list[int]) -> None:
        if not helpers:
            found.passive = main.passive or (
                main.tag == "participle" and main.lemma not in self._grammar.being
            )
            return
        is_participle = main.tag == "participle" or main.both
        last = words.forms[helpers[-1]].lemma
        found.have = words.forms[helpers[0]].lemma in self._have
        if not is_participle:
            found.perfect = found.have
            return
        if last in self._have:
            found.perfect = True
        elif last in self._grammar.helping.passive:
            found.passive = True
            found.perfect = found.have
        elif main.lemma in self._grammar.being or found.reflexive:
            found.perfect = found.active_be = True
        else:
            found.passive = True
            found.perfect = found.have or len(helpers) > 1

    def _tense(self, found: Verb, opening: Form) -> Tense:
        if opening.tense == "future" or any(name in {"will", "shall"} for name, _ in found.modals):
            return "future"
        if opening.tag == "infinitive":
            return "infinitive"
        if opening.tag == "gerund":
            return "participle"
        if opening.tag == "participle":
            return "past"
        if opening.tense == "past" or found.perfect:
            return "past"
        return "present"

    def _never(self, words: Words, found: Verb) -> None:
        """ "non hanno mai rivendicato": an adverb that negates without more ado stands for the whole."""
        if found.negation is None:
            found.negation = next(
                (i for i in found.adverbs if self._small.negations.get(words.low[i]) == NEVER), None
            )


def _stands_between(words: Words, at: int) -> bool:
    """Adverbs, negation and quotation marks between a helping verb and its verb."""
    return words.forms[at].tag in {"adverb", "negation"} or words.low[at] == '"'


def _negating(words: Words, between: list[int]) -> int | None:
    return next((i for i in between if words.forms[i].tag == "negation"), None)


@cache
def load_verb_finder(language: str) -> VerbFinder:
    """The finder of a language's verb groups."""
    return VerbFinder(language)
