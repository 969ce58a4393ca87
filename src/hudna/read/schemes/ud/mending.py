"""Mends what a parser often takes wrongly: verbs that look like nouns.

"Une colonne est partie de Kidal" is no copula with a part, "le syndicat menace de
suspendre" no threat of the union's. Which participles look like nouns stands in the
language's grammar.yml; other verbs are known by the lemma list.
"""

from collections.abc import Callable
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import known_word, verb_base
from hudna.knowledge.reading import load_sentence_words
from hudna.read.schemes.ud.charging import charge
from hudna.read.schemes.ud.gerunds import gerund
from hudna.read.schemes.ud.going_on import leave_object, leave_relative, take_subject
from hudna.read.schemes.ud.headlines import befell, mend_headline
from hudna.read.schemes.ud.inverting import invert
from hudna.read.schemes.ud.nominal import hang_doers
from hudna.read.schemes.ud.parted import part_speakers
from hudna.read.schemes.ud.people import mend_people
from hudna.read.schemes.ud.realigning import realign
from hudna.read.schemes.ud.rehanging import rehang
from hudna.read.schemes.ud.rejoining import rejoin
from hudna.read.schemes.ud.settling import settle
from hudna.read.schemes.ud.straightening import straighten
from hudna.read.schemes.ud.turning import turn
from hudna.read.schemes.ud.words import base, child, feature, is_finite, is_participle

MEND = "hudna_mend_ud"
_SUBJECTS = frozenset({"we", "i", "they", "he or it", "you", "one"})
_BARE = frozenset({"nmod", "appos", "flat", "dep", "amod", "advmod"})
_BEHIND = frozenset({"DET", "NUM", "ADP", "SCONJ", "PRON"})


@Language.factory(MEND)
def _factory(nlp: Language, name: str) -> "Mender":  # noqa: ARG001 spaCy gives both
    return Mender()


class Mender:
    """A part of the parser's pipeline, behind the parser; `grammar` and `language` are given when it is added."""

    grammar: Grammar
    small: FunctionWords
    language: str

    def __call__(self, doc: Doc) -> Doc:
        for step in (self._words, self._clauses, self._ends):
            _safely(doc, step)
        return doc

    def _words(self, doc: Doc) -> None:
        mend_people(doc, self.small, self.language)
        mend_headline(doc, self.small, self.grammar, self.language)
        invert(doc, self.small, self.grammar, self.language)
        for token in doc:
            if token.pos_ == "VERB" and base(token) in ("conj", "advcl"):
                take_subject(token)
            gerund(token, self.grammar, self.language)
            if token.pos_ == "ADV" and base(token) in ("nmod", "obl") and child(token, "amod") is not None:
                token.pos_ = "NOUN"  # "des frappes de drones ukrainiens": what is described is no adverb
            if base(token) == "nmod" and token.head.i < token.i:
                self._preposition(token)
            helped = token.pos_ in ("DET", "PROPN", "X", "PRON") and child(token, "aux") is not None
            named = token.pos_ == "PROPN" and token.text.islower() and base(token) == "flat"
            if token.pos_ in ("NOUN", "ADJ", "ADV") or helped or named:
                self._noun(token)
            elif token.pos_ == "VERB" and is_participle(token) and token.lower_ in self.grammar.participles:
                token.lemma_ = self.grammar.participles[token.lower_]
            elif (
                token.pos_ == "VERB"
                and is_participle(token)
                and (self._has_finite_ending(token) or _speaks(token))
            ):
                self._finite_verb(token)
            elif token.lemma_ in self.grammar.helping.have and (
                token.pos_ == "VERB" or (token.pos_ == "AUX" and base(token) not in ("aux", "cop"))
            ):
                self._helping(token)
            elif token.pos_ == "VERB" and base(token) in _BARE and is_finite(token) and _is_adjacent(token):
                _lift(token)
            elif token.pos_ == "VERB" and base(token) == "advcl":
                _hang_from_noun(token)
            elif token.pos_ == "VERB" and base(token) == "conj":
                leave_relative(token)
                leave_object(token)

    def _clauses(self, doc: Doc) -> None:
        straighten(doc, self.small)
        turn(doc, self.small, self.grammar, self.language)
        rejoin(doc, self.grammar, self.language)
        _join(doc)
        realign(doc, self.small, self.grammar)
        rehang(doc, self.small, self.grammar, self.language)
        charge(doc, self.small, self.grammar, self.language)
        for token in doc:
            hang_doers(token, self.small, self.language)

    def _ends(self, doc: Doc) -> None:
        settle(doc, self.small, self.grammar, self.language)
        speech = load_coding_words(self.language).speech
        saying = {*speech_verbs(self.language), *speech.promising}
        part_speakers(doc, saying, speech.citing, self.small, self.language)

    def _preposition(self, noun: Token) -> None:
        """ "aux mains des rebelles": what may be an article or a preposition is one here."""
        word = child(noun, "det")
        if child(noun, "case") is None and word is not None and word.lower_ in self.small.prepositions:
            word.dep_, word.pos_ = "case", "ADP"

    def _noun(self, token: Token) -> None:
        if self._follows_pronouns(token):
            return
        if child(token, "cop", "aux") is not None:
            self._participle(token)
        elif base(token) == "conj" and self._goes_on(token):
            token.pos_, token.lemma_ = "VERB", self._base(token)
            _inflect(token, "Tense=Past|VerbForm=Part")
        elif self.grammar.participles.get(token.lower_) and (
            base(token) == "acl"
            or (base(token) in _BARE and self._stands_before_agent(token) and not child(token, "det", "case"))
        ):
            # ", cité par une agence,": what hangs from a noun as a clause is no noun.
            token.pos_, token.lemma_ = "VERB", self.grammar.participles[token.lower_]
            token.dep_ = "acl"
            _inflect(token, "Tense=Past|VerbForm=Part|Voice=Pass")
        elif self._is_verb(token):
            _lift(token)
            token.lemma_ = self._base(token)
        elif self._has_subject(token):
            _finite(token)
            token.lemma_ = self._base(token)
            for kid in [c for c in token.rights if base(c) == "nsubj" and child(token, "nsubj") != c]:
                kid.dep_ = "obj"

    def _goes_on(self, token: Token) -> bool:
        """ "ont encerclé le quartier puis dynamité un pont": a second participle, with an object and no article."""
        bare = child(token, "obj") is not None and child(token, "det", "case", "nummod") is None
        return bare and token.head.pos_ == "VERB" and self._base(token) != token.lower_

    def _follows_pronouns(self, token: Token) -> bool:
        """ "Nous les traquerons": what may be an article behind a subject pronoun is a pronoun, and a verb follows."""
        verb = self._any_base(token.lower_)
        if token.i < 2 or verb == token.lower_:
            return False
        them, subject = token.nbor(-1), token.nbor(-2)
        own = self.small.pronouns.get(subject.lower_) in _SUBJECTS
        if not own or them.head != token or base(them) != "det" or them.lower_ not in self.small.pronouns:
            return False
        token.lemma_ = verb
        _finite(token)
        if subject in token.ancestors:
            above = subject.head
            token.head, token.dep_ = (token, "ROOT") if above == subject else (above, "ccomp")
        elif base(token) in _BARE:
            token.dep_ = "parataxis"
        them.dep_, them.pos_ = "obj", "PRON"
        subject.head, subject.dep_, subject.pos_ = token, "nsubj", "PRON"
        return True

    def _any_base(self, low: str) -> str:
        """ "traquerons": a form of the future stands on the base form."""
        stems = (low.removesuffix(e) for e in self.grammar.on_base.get("future", ()) if low.endswith(e))
        on_base = (stem for stem in stems if known_word(stem, self.language) and stem != low)
        return next(on_base, verb_base(low, low, self.language))

    def _has_finite_ending(self, token: Token) -> bool:
        """ "condamne" of "condamner": what such a verb has no participle in."""
        if child(token, "aux", "cop") is not None or self._stands_before_agent(token):
            return False
        return any(token.lower_ + e == token.lemma_ for e in self.grammar.on_base.get("present", ()))

    def _is_finite_form(self, token: Token) -> bool:
        """ "a été violente": what would be "violentée" as a participle is an adjective behind "been"."""
        endings, verb = self.grammar.on_base.get("present", ()), self._base(token)
        return any(token.lower_ + e == verb for e in endings)

    def _stands_before_agent(self, token: Token) -> bool:
        """ "un bilan établi par la mission": what is done by somebody is no present, though it looks like one."""
        behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
        return behind is not None and self.small.prepositions.get(behind.lower_) == "by"

    def _finite_verb(self, token: Token) -> None:
        """ "La Mission condamne avec fermeté l'attaque": taken for a participle, it heads its clause."""
        subject = child(token, "nsubj")
        if subject is not None:
            subject.dep_ = "nsubj"
        if (
            base(token) in ("acl", "amod")
            and subject is None
            and token.head.i < token.i
            and token.head.pos_ in ("NOUN", "PROPN")
        ):
            _lift(token)
        _finite(token)

    def _helping(self, have: Token) -> None:
        """ "d'avoir violé la trêve": what stands bare behind "have" and is a participle is the verb."""
        if have.i + 1 >= len(have.doc):
            return
        verb = have.nbor(1)
        bare = verb.head == have and child(verb, "det", "case", "nummod") is None
        if not bare or verb.pos_ not in ("NOUN", "ADJ", "PROPN", "PRON") or self._base(verb) == verb.lower_:
            return
        label, above = have.dep_, have.head
        kids = [c for c in have.children if c != verb]
        verb.pos_, verb.lemma_ = "VERB", self._base(verb)
        _inflect(verb, "Tense=Past|VerbForm=Part")
        verb.head, verb.dep_ = (verb, label) if above == have else (above, label)
        for word in (have, *kids):
            word.head = verb
        have.pos_, have.dep_ = "AUX", "aux:tense"

    def _base(self, token: Token) -> str:
        return verb_base(token.lower_, token.lower_, self.language)

    def _has_subject(self, token: Token) -> bool:
        """ "Ils contrôlent": what has a subject and no "be" is a verb, if it can be one."""
        bare = child(token, "det", "case", "nummod", "cop", "aux") is None
        subject = child(token, "nsubj")
        return bare and subject is not None and subject.i < token.i and self._base(token) != token.lower_

    def _participle(self, token: Token) -> None:
        """ "est partie": a bare noun behind "be" that is a participle as well."""
        verb = self.grammar.participles.get(token.lower_)
        helping = [c for c in token.children if base(c) in ("cop", "aux")]
        has = any(base(c) == "aux" and c.lemma_.lower() in self.grammar.helping.have for c in helping)
        if verb is None and has and self._base(token) != token.lower_ and not self._is_finite_form(token):
            # "ont massacré": behind "have" stands no noun.
            verb = self._base(token)
        if (
            verb is None
            and any(c.dep_ == "obl:agent" for c in token.rights)
            and self._base(token) != token.lower_
        ):
            # "était assiégée par l'armée": what is done by somebody is no adjective.
            verb = self._base(token)
        if verb is None and len(helping) > 1:
            # "a été assouplie": with two helping verbs it is no state.
            verb = befell(token, self.grammar, self.language)
        if verb is None or child(token, "det", "case", "nummod") is not None:
            return
        token.pos_, token.lemma_ = "VERB", verb
        _inflect(token, "Tense=Past|VerbForm=Part")
        active = verb in self.grammar.being
        for word in helping:
            if base(word) == "cop" or word == helping[-1]:
                own = word.lemma_.lower() in self.grammar.helping.have
                word.dep_ = "aux:tense" if active or own else "aux:pass"
                word.pos_ = "AUX"
        subject = child(token, "nsubj")
        if subject is not None:
            subject.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in helping) else "nsubj"

    def _is_verb(self, token: Token) -> bool:
        """A bare noun right behind another that hangs from nothing, before what only a verb has behind it."""
        if base(token) not in _BARE or not _is_adjacent(token) or token.i + 1 >= len(token.doc):
            return False
        if child(token, "det", "case", "nummod", "amod") is not None:
            return False
        listed = token.lower_ in load_sentence_words(self.language).irregular
        # "Le Hezbollah assiège la ville", "les forces lynchent": what a parser calls a name or an adverb.
        lonely = token.pos_ == "ADJ" and not any(t.pos_ in ("VERB", "AUX") for t in token.doc)
        named = token.pos_ == "PROPN" and token.text.islower()
        kind = token.pos_ in ("NOUN", "ADV") or lonely or named
        likely = kind and token.nbor(1).pos_ in _BEHIND and _fits(token.head, token)
        opens = (
            listed
            and not is_participle(token)
            and (token.nbor(1).pos_ in (*_BEHIND, "AUX") or token.nbor(1).text == ":")
        )
        # What the parser calls an adjective that no lemma list knows: "riposteront".
        odd = token.pos_ == "ADJ" and not known_word(token.lemma_.lower(), self.language)
        return (likely or opens or odd) and self._base(token) != token.lower_


def _safely(doc: Doc, step: Callable[[Doc], None]) -> None:
    """A step of mending; one that hangs words in a circle is undone, for nothing could be read from them."""
    before = doc.to_array(["HEAD", "DEP"])
    step(doc)
    if not _is_tree(doc):
        doc.from_array(["HEAD", "DEP"], before)  # type: ignore[arg-type]


def _is_tree(doc: Doc) -> bool:
    """Does every word hang, however deep, from one that heads its sentence?"""
    heads = [t.head.i for t in doc]
    known: set[int] = set()
    for start in range(len(heads)):
        path: set[int] = set()
        at = start
        while at not in known and heads[at] != at:
            if at in path:
                return False
            path.add(at)
            at = heads[at]
        known |= path
    return True


def _speaks(token: Token) -> bool:
    """ "Le Front dit avoir capturé …": with a subject before it and no helping verb it is no participle."""
    subject = child(token, "nsubj")
    alone = base(token) == "ROOT" and child(token, "aux", "cop") is None
    return (
        alone and subject is not None and subject.i < token.i and child(token, "xcomp", "ccomp") is not None
    )


def _is_adjacent(token: Token) -> bool:
    """Right behind the noun that it hangs from, which is the subject or all there is."""
    head = token.head
    if token.i == 0 or head.i >= token.i or head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    return token.nbor(-1).pos_ in ("NOUN", "PROPN", "ADJ") and base(head) in ("nsubj", "ROOT")


def _join(doc: Doc) -> None:
    """ "Le Front, allié à X, a revendiqué …": a noun that stands alone before a verb without a subject is its subject."""
    roots = [t for t in doc if base(t) == "ROOT" and not t.is_punct]
    for noun, verb in pairwise(roots):
        does = verb.pos_ == "VERB" or (verb.pos_ == "AUX" and child(verb, "xcomp") is not None)
        if noun.pos_ not in ("NOUN", "PROPN") or not does or child(noun, "cop", "aux") is not None:
            continue
        impersonal = any(c.dep_ == "expl:subj" for c in verb.children)
        if is_finite(verb) and child(verb, "nsubj") is None and not impersonal and verb.i > noun.i:
            noun.head = verb
            noun.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"


def _inflect(token: Token, features: str) -> None:
    token.set_morph(features)  # type: ignore[attr-defined]


def _finite(token: Token) -> None:
    token.pos_ = "VERB"
    _inflect(token, "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin")


def _hang_from_noun(token: Token) -> None:
    """ "L'armée a repris le port, abandonné par X": a participle behind a comma describes the noun it agrees with."""
    if (
        token.i < 2
        or token.nbor(-1).text != ","
        or not is_participle(token)
        or child(token, "aux", "cop", "nsubj", "mark")
    ):
        return
    noun, subject = token.nbor(-2), child(token.head, "nsubj")
    if (
        noun.pos_ in ("NOUN", "PROPN")
        and subject is not None
        and _agrees(noun, token)
        and not _agrees(subject, token)
    ):
        token.head, token.dep_ = noun, "acl"


def _agrees(noun: Token, token: Token) -> bool:
    """Does nothing speak against it in gender and number?"""
    pairs = [(feature(noun, name), feature(token, name)) for name in ("Gender", "Number")]
    return all(not one or not two or one == two for one, two in pairs)


def _fits(head: Token, token: Token) -> bool:
    """One who acts and one form, several and a form of several."""
    plural = feature(head, "Number") == "Plur"
    return plural == token.lower_.endswith("nt") and not token.lower_.endswith("s")


def _lift(token: Token) -> None:
    """The verb takes the place of the noun that it was hung from, which becomes its subject."""
    subject = token.head
    above, label = subject.head, base(subject)
    opener = next((c for c in above.lefts if base(c) == "mark" and c.i < subject.left_edge.i), None)
    later = [c for c in subject.children if c.i > token.i and not c.is_punct]
    _finite(token)
    if label == "ROOT" or above == subject:
        token.head, token.dep_ = token, "ROOT"
    elif opener is not None and all(
        t.is_punct or base(t) == "advmod" for t in token.doc[opener.i + 1 : subject.left_edge.i]
    ):
        token.head, token.dep_ = above, "advcl"
        opener.head = token
    elif base(above) == "ROOT" and child(above, "mark") is not None:
        token.head, token.dep_ = token, "ROOT"
        above.head, above.dep_ = token, "advcl"
    else:
        token.head, token.dep_ = above, "parataxis"
    subject.head, subject.dep_ = token, "nsubj"
    for kid in later:
        kid.head = token
        kid.dep_ = "xcomp" if kid.pos_ in ("VERB", "AUX") else "obj" if child(kid, "case") is None else "obl"
