"""What a verb group itself says: voice, tense, modals, negation."""

from spacy.tokens import Token

from hudna.knowledge.function_words import UNLISTED, FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.model.clause import Cue, Phrase, Tense
from hudna.read.schemes.ud.groups import FUTURE, Group, modal_name
from hudna.read.schemes.ud.phrases import PhraseMaker
from hudna.read.schemes.ud.words import (
    base,
    children,
    feature,
    first_verb,
    helpers,
    is_gerund,
    is_infinitive,
    is_participle,
    is_perfect,
    is_verb,
    lemma,
    subtype,
)

HEARSAY, SUPPOSED, ABLE = "hearsay", "would", "could"
_NEGATIVE = frozenset({"no", "neither", "none", "nobody", "nothing"})
# Markers that make the sentence one of conditions.
_IF = frozenset({"if", "unless", "provided", "in case of", "in the event of", "without"})


class Verbs:
    """Voice, tense, modals and negation of the verb groups of one sentence."""

    def __init__(self, phrases: PhraseMaker, small: FunctionWords, grammar: Grammar, language: str) -> None:
        self._phrases = phrases
        self._small = small
        self._grammar = grammar
        self._language = language
        self._hearsay = HEARSAY in small.modals.values()

    # --- voice -------------------------------------------------------------------

    def is_passive(self, group: Group) -> bool:
        """Is what stands as its subject acted upon?"""
        return not group.copula and self.passive(group.token)

    def passive(self, token: Token, depth: int = 0) -> bool:
        """The same of a verb by its token."""
        if (
            not is_participle(token)
            or lemma(token, self._language) in self._grammar.being
            or self._is_active(token)
        ):
            return False
        helping = helpers(token)
        if helping and all(h.lemma_.lower() in self._grammar.helping.have for h in helping):
            # "a accepté, par l'entremise de X": with "have" alone nobody is acted upon.
            return False
        marked = any(subtype(c) in ("pass", "agent") and base(c) != "expl" for c in token.children)
        if marked:
            return True
        if helpers(token):
            return False
        if base(token) == "conj" and is_verb(token.head) and depth < 5:
            return self.passive(token.head, depth + 1)
        return True

    def _is_active(self, token: Token) -> bool:
        """A reflexive verb, or one that has its object beside it."""
        return any(
            feature(c, "Reflex") == "Yes" or base(c) == "obj" for c in token.children if c.pos_ != "DET"
        )

    def particle(self, group: Group) -> str | None:
        """The reflexive pronoun, in the form that goes with infinitives: "se"."""
        found = next((c for c in group.children() if self._is_reflexive(c)), None)
        if found is None:
            return None
        own = lemma(found, self._language)
        # "nous nous sommes retirés": the pronoun of any person is that of the verb.
        other = own in self._small.pronouns and self._small.pronouns[own] != "self"
        return next((p for p, name in self._small.pronouns.items() if name == "self"), own) if other else own

    def _is_reflexive(self, token: Token) -> bool:
        if token.pos_ != "PRON" or base(token) not in ("expl", "obj", "iobj", "obl"):
            return False
        return feature(token, "Reflex") == "Yes" or self._small.pronouns.get(token.lower_) == "self"

    # --- tense -------------------------------------------------------------------

    def tense(self, group: Group, *, complement: bool) -> Tense:
        """When, as the verb form tells; a subjunctive in a complement is what is wanted, as an infinitive is."""
        bearer = group.bearer
        if self._stands_on_base(bearer, "future"):
            return "future"
        if feature(bearer, "Tense") == "Fut" and self._ends_as_conditional(bearer):
            return "past" if is_perfect(group.top) else "present"
        if is_infinitive(group.top):
            return "infinitive"
        if is_gerund(bearer):
            return "participle"
        if is_participle(bearer):
            return "past" if base(group.token) != "conj" else self._shared_tense(group.token)
        if feature(bearer, "Mood") == "Sub" and complement and not self._is_past(group):
            return "infinitive"
        if feature(bearer, "Tense") == "Fut":
            return "future"
        return "past" if self._is_past(group) else "present"

    def _shared_tense(self, token: Token) -> Tense:
        """ "a attaqué et tué": the second participle shares the helping verb."""
        head = token.head
        future = is_verb(head) and feature(first_verb(head), "Tense") == "Fut"
        return "future" if future else "past"

    def _is_past(self, group: Group) -> bool:
        return is_perfect(group.top) or feature(group.bearer, "Tense") in ("Past", "Imp", "Pqp")

    # --- modals ------------------------------------------------------------------

    def modals(self, group: Group, *, foretold: bool, supposed: bool) -> tuple[Cue, ...]:
        """Modal verbs, and the conditional as what others say, what would follow or what was to come."""
        cues = [c for m in group.modals if (c := self._modal(m)) is not None]
        mood = self._conditional(group, foretold=foretold, supposed=supposed)
        if mood is None and base(group.token) == "conj" and not group.helpers() and is_verb(group.token.head):
            mood = self._shared_mood(group, foretold=foretold, supposed=supposed)
        return (*cues, mood) if mood is not None else tuple(cues)

    def _modal(self, token: Token) -> Cue | None:
        """ "a dû partir", "a pu entrer" happened; "aurait pu" did not."""
        name = modal_name(token, self._small) or UNLISTED
        if is_perfect(token):
            supposed = feature(first_verb(token), "Mood") == "Cnd"
            return self._cue(token, ABLE) if supposed else None
        return self._cue(token, name)

    def _conditional(self, group: Group, *, foretold: bool, supposed: bool) -> Cue | None:
        bearer = group.bearer
        if not self.is_conditional(group) or (group.modals and bearer.i == group.top.i):
            return None
        perfect = is_perfect(group.top) or is_perfect(group.token)
        return self._cue(bearer, self._mood(perfect=perfect, foretold=foretold, supposed=supposed))

    def _mood(self, *, perfect: bool, foretold: bool, supposed: bool) -> str:
        if foretold and not perfect:
            return FUTURE
        return HEARSAY if self._hearsay and not supposed else SUPPOSED

    def _shared_mood(self, group: Group, *, foretold: bool, supposed: bool) -> Cue | None:
        """ "auraient attaqué le camp et emporté des armes": the second verb shares the mood."""
        bearer = first_verb(group.token.head)
        if not is_participle(group.token) or feature(bearer, "Mood") != "Cnd":
            return None
        return self._cue(bearer, self._mood(perfect=True, foretold=foretold, supposed=supposed))

    def is_conditional(self, group: Group) -> bool:
        """ "attaquerait": a simple conditional, which may tell what was to come."""
        bearer = group.bearer
        return (
            feature(bearer, "Mood") == "Cnd"
            or self._stands_on_base(bearer, "conditional")
            or (feature(bearer, "Tense") == "Fut" and self._ends_as_conditional(bearer))
        )

    def _ends_as_conditional(self, token: Token) -> bool:
        """ "seraient": the endings show what the parser took for a future."""
        joint = self._grammar.on_base.get("present", ())
        endings = self._grammar.on_base.get("conditional", ())
        return any(token.lower_.endswith(j + ending) for j in joint for ending in endings)

    def _stands_on_base(self, token: Token, what: str) -> bool:
        """ "sonnerait" is "sonner" with an ending, whatever the parser says of its mood."""
        stem = lemma(token, self._language).removesuffix("e")
        return any(token.lower_ == stem + ending for ending in self._grammar.on_base.get(what, ()))

    # --- negation ----------------------------------------------------------------

    def negation(self, group: Group, subject: Phrase | None, objects: tuple[Phrase, ...]) -> Cue | None:
        """The word that negates, if any: beside the verb, or in a participant."""
        particle = next((c for c in group.children() if _is_particle(c, self._small)), None)
        listed = [c for c in group.children() if self._negates(c, particle)]
        if listed:
            return self._cue(listed[0], self._small.negation(listed[0].lower_))
        for phrase in (subject, *objects):
            if phrase is not None and (phrase.determiner in _NEGATIVE or phrase.pronoun in _NEGATIVE):
                return Cue(phrase.determiner or phrase.pronoun or UNLISTED, phrase.start, phrase.head_end)
        if particle is not None and self._neither(group):
            return self._cue(particle, "nor")
        # "ne peut être exclu": alone, the small word negates only beside a modal.
        alone = particle is not None and bool(group.modals)
        return self._cue(particle, "not") if particle is not None and alone else None

    def _neither(self, group: Group) -> bool:
        """ "Ni l'armée ni les rebelles n'ont pris …": the word that parts the subjects denies it of both."""
        words = [w for t in group.labelled("nsubj") for w in t.subtree if w.i < group.first.i]
        return any(self._small.negations.get(w.lower_) == "nor" for w in words)

    def _negates(self, token: Token, particle: Token | None) -> bool:
        if token.lower_ not in self._small.negations or base(token) not in (
            "advmod",
            "obl",
            "obj",
            "nsubj",
            "cc",
        ):
            return False
        # Alone, "plus" may count ("plus de 30 morts"); what the parser takes for a negation is one.
        return particle is not None or feature(token, "Polarity") == "Neg"

    def noun_negation(self, token: Token, phrase: Phrase) -> Cue | None:
        """ "aucun blessé", "pas de couvre-feu"."""
        if phrase.determiner in ("no", "neither"):
            return Cue(phrase.determiner, phrase.start, phrase.head_end)
        found = next((c for c in children(token, "advmod", "det") if c.lower_ in self._small.negations), None)
        found = found if found is not None and found.i < token.i else None
        return self._cue(found, self._small.negation(found.lower_)) if found is not None else None

    def _cue(self, token: Token, name: str) -> Cue:
        return Cue(name, self._phrases.at(token), self._phrases.end(token))


def _is_particle(token: Token, small: FunctionWords) -> bool:
    """A small word of negation that needs another: "ne"."""
    return feature(token, "Polarity") == "Neg" and token.lower_ not in small.negations
