"""Parsed sentence → clauses: verbs, copulas and nominal events with their participants.

Passives are turned, relative pronouns give way to their antecedents, subjects are
carried over coordination and control. Nothing here knows what an event is.
"""

from spacy.tokens import Doc

from hudna.knowledge.function_words import BARE, COMPOUND, SUBJECT, load_function_words
from hudna.model.clause import Clause, ClauseKind, Cue, Oblique, Phrase
from hudna.model.making import maker
from hudna.read.schemes.clearnlp.befallen import befallen
from hudna.read.schemes.clearnlp.hanging import MAX_CLIMB, Hanging, aside_of
from hudna.read.schemes.clearnlp.lent import (
    agent_beside,
    agent_inside,
    antecedent,
    bidden,
    called_upon,
    dated,
    garden,
    goes_past,
    is_finite,
    is_meanwhile,
    keeps_acting,
    left_as,
    listed,
    lost,
    readied,
    thought_to,
    told_above,
    told_of,
)
from hudna.read.schemes.clearnlp.phrases import PhraseMaker, agents_apart
from hudna.read.schemes.clearnlp.raised import raised
from hudna.read.schemes.clearnlp.tree import Word, Words
from hudna.read.schemes.clearnlp.words import (
    PASSIVE_SUBJECTS,
    RELATIVE_TAGS,
    SUBJECTS,
    child,
    is_gerund_noun,
    is_verb,
    lemma,
    particle,
    tense,
    verb_behind,
)
from hudna.read.sentence import Sentence

MAKE_CLAUSE, MAKE_OBLIQUE = maker(Clause), maker(Oblique)

_PERFECT = frozenset({"have", "has", "'ve", "'s"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "none", "nobody", "nothing"})
_NEGATIVE_ADVERBS = frozenset({"never", "not", "neither", "nor", "hardly", "barely"})


class ClauseMaker:
    """Makes the clauses of one sentence."""

    def __init__(self, doc: Doc, sentence: Sentence, language: str, nominal: frozenset[str]) -> None:
        self._small = load_function_words(language)
        self._phrases = PhraseMaker(sentence.report, sentence.start, self._small)
        tokens = Words(doc)
        self._gerunds = {t.i for t in tokens if t.tag_ == "VBG" and t.lower_ in nominal and is_gerund_noun(t)}
        self._heads = [t for t in tokens if is_verb(t) or self._is_nominal(t, nominal)]
        self._index = {t.i: n for n, t in enumerate(self._heads)}
        self._hanging = Hanging(self._index, language)

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in the order of their predicates."""
        return tuple(
            self._verb(t) if is_verb(t) and t.i not in self._gerunds else self._noun(t) for t in self._heads
        )

    def _is_nominal(self, token: Word, nominal: frozenset[str]) -> bool:
        if token.i in self._gerunds:
            return True
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod"):
            return False
        return lemma(token) in nominal or token.lower_ in nominal

    # --- verbs -------------------------------------------------------------------

    def _verb(self, token: Word) -> Clause:
        passive = self._is_passive(token)
        place = self._hanging.verb(token)
        subject = self._subject(token, passive=passive) if child(token, "expl") is None else None
        objects = self._objects(token, passive=passive)
        obliques = self._obliques(token)
        start, end = self._extent(token)
        return MAKE_CLAUSE(
            index=self._index[token.i],
            kind=self._kind(token),
            lemma=lemma(token),
            text=token.text,
            start=self._phrases.at(token),
            end=self._phrases.at(token) + len(token),
            span_start=start,
            span_end=end,
            particle=particle(token),
            tense=tense(token),
            passive=passive,
            perfect=any(c.lower_ in _PERFECT and c.dep_ == "aux" for c in token.children),
            negation=self._negation(token, subject, objects),
            modals=self._modals(token),
            subject=subject,
            objects=objects,
            obliques=obliques,
            adverbs=self._adverbs(token),
            parent=self._index.get(place.parent.i) if place.parent is not None else None,
            link=place.link,
            marker=self._marker(place.marker),
            noun=self._phrases.phrase(place.noun, depth=3) if place.noun is not None else None,
        )

    def _marker(self, word: str | None) -> str | None:
        return word if word in (None, SUBJECT) else self._small.marker(word)

    def _kind(self, token: Word) -> ClauseKind:
        if child(token, "expl") is not None:
            return "existential"
        return "copula" if lemma(token) in ("be", "become", "remain") else "verb"

    def _is_passive(self, token: Word) -> bool:
        told = thought_to(token) or raised(token)
        if told is not None or child(token, "nsubjpass", "auxpass", "csubjpass") is not None:
            return True
        if token.tag_ != "VBN" or garden(token) is not None or (token.i and verb_behind(token.nbor(-1))):
            return False
        if token.dep_ in ("acl", "advcl") and child(token, "aux") is None:
            return child(token, "dobj") is None
        # "the clinic was looted and its nurses beaten by soldiers": the helping verb is shared.
        bare = child(token, "aux") is None and (
            child(token, "nsubj") is None or child(token, "agent") is not None
        )
        return token.dep_ == "conj" and bare and is_verb(token.head) and self._is_passive(token.head)

    def _own_subject(self, token: Word, *, passive: bool) -> Word | None:
        """The token that acts, when the clause itself names it."""
        if not passive:
            own = None if thought_to(token) is not None else child(token, *SUBJECTS)
            before = token.nbor(-1) if token.i else token
            own = own or (before if before.i in self._gerunds and verb_behind(before) is not None else None)
            return own or dated(token) or goes_past(token) or lost(token) or garden(token)
        agent = child(token, "agent") or agent_inside(token)
        return child(agent, "pobj") if agent is not None else agent_beside(token)

    def _subject(self, token: Word, *, passive: bool, depth: int = 0) -> Phrase | None:
        own = self._own_subject(token, passive=passive)
        if own is not None:
            return self._resolved(own, token)
        if passive or depth > MAX_CLIMB:
            return None
        return self._borrowed_subject(token, depth)

    def _borrowed_subject(self, token: Word, depth: int) -> Phrase | None:
        """The subject that control, coordination or a noun lends to a verb without one."""
        head = token.head
        above = readied(token) or listed(token)
        if above is not None:
            return self._subject(above, passive=self._is_passive(above), depth=depth + 1)
        described = token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN") and token.tag_ == "VBG"
        relative = head if described else told_of(token)
        if relative is not None:
            return self._phrases.phrase(relative, depth=2)
        if token.dep_ == "conj" and is_verb(self._hanging.host(token)):
            head = self._hanging.host(token)
            if self._is_passive(head):
                subject = child(head, *PASSIVE_SUBJECTS)
                return self._resolved(subject, head) if subject is not None else None
            return self._subject(head, passive=False, depth=depth + 1)
        if token.dep_ == "pcomp":
            if head.lower_ == "by" and is_verb(head.head) and self._is_passive(head.head):
                return None  # "were killed by shelling": they did not shell
            head = head.head
            if head.pos_ in ("NOUN", "PROPN") and head.dep_ in ("dobj", "nsubjpass"):
                # "accused the rebels of shelling the town"
                return self._phrases.phrase(head, depth=2)
        says = token.dep_ == "ccomp" and is_finite(token) and token.i < head.i
        head = aside_of(token, head) or told_above(token, head) or head
        if token.dep_ in ("xcomp", "advcl", "pcomp", "ccomp") and is_verb(head) and not says:
            return self._controller(token, head, depth)
        return None

    def _controller(self, token: Word, head: Word, depth: int) -> Phrase | None:
        """Who is to act: the object of "urged X to …", else the subject of the verb above."""
        target = None if keeps_acting(token, head) else child(head, "dobj", "dative", *PASSIVE_SUBJECTS)
        called = called_upon(token, head) if target is None else None
        if called is not None:
            return self._phrases.phrase(called)
        if (
            (
                token.dep_ == "xcomp"
                or (token.dep_ == "pcomp" and not is_meanwhile(token))
                or bidden(token, head)
            )
            and target is not None
            and target.dep_ != "dative"
        ):
            return self._resolved(target, head)
        if self._is_passive(head):
            subject = child(head, *PASSIVE_SUBJECTS)
            return self._resolved(subject, head) if subject is not None else None
        return self._subject(head, passive=False, depth=depth + 1)

    def _resolved(self, token: Word, verb: Word) -> Phrase:
        """The phrase of a participant; a relative pronoun, or "both of whom", gives way to its antecedent."""
        of = child(token, "prep")
        counted = child(of, "pobj") if of is not None and of.lower_ == "of" else None
        if (
            token.tag_ in RELATIVE_TAGS
            or (counted is not None and counted.tag_ in RELATIVE_TAGS)
            or (token.lower_ == "that" and verb.dep_ == "relcl")
        ):
            clause: Word = verb
            for _ in range(MAX_CLIMB):
                if clause.dep_ == "relcl":
                    return self._phrases.phrase(antecedent(clause.head, token), depth=2)
                if clause.head is clause:
                    break
                clause = clause.head
        return self._phrases.phrase(token)

    def _objects(self, token: Word, *, passive: bool) -> tuple[Phrase, ...]:
        held = (t for t in token.children if t.dep_ in ("dobj", "attr", "oprd") and not left_as(t))
        found = [self._resolved(t, token) for t in held]
        found += [self._phrases.phrase(t) for t in token.children if t.dep_ == "dative" and t.pos_ != "ADP"]
        if passive:
            patient = self._patient(token)
            return (patient, *found) if patient is not None else tuple(found)
        cited = token.head.dep_ == "dobj" and token.head.head.lower_ in ("citing", "quoting")
        if not found and token.dep_ == "relcl" and not cited and self._gap_is_object(token):
            return (self._phrases.phrase(token.head, depth=2),)
        return tuple(found)

    def _patient(self, token: Word, depth: int = 0) -> Phrase | None:
        bare = token.tag_ == "VBN" or thought_to(token) is not None
        subject = child(token, *PASSIVE_SUBJECTS) or (child(token, "nsubj") if bare else None)
        if subject is not None:
            return self._resolved(subject, token)
        if (found := lost(token)) is not None:
            return self._phrases.phrase(found)
        relative = told_of(token) or raised(token)
        if relative is not None:
            return self._phrases.phrase(relative, depth=2)
        if token.dep_ == "acl":
            return self._phrases.phrase(token.head, depth=2)
        if token.dep_ == "conj" and is_verb(token.head) and depth < MAX_CLIMB:
            return self._patient(token.head, depth + 1)
        if token.dep_ in ("advcl", "xcomp") and is_verb(token.head):
            # "ordered two ships to be moved"
            bidden_ = child(token.head, "dobj") if token.dep_ == "xcomp" else None
            if bidden_ is not None:
                return self._resolved(bidden_, token.head)
            return self._subject(token.head, passive=self._is_passive(token.head))
        return None

    def _gap_is_object(self, token: Word) -> bool:
        """ "the town they took": a relative clause whose object is its antecedent."""
        subject = child(token, "nsubj")
        if subject is None or subject.tag_ in RELATIVE_TAGS or subject.lower_ == "that":
            return False
        return not any(t.tag_ == "WRB" for t in token.subtree if t.i < token.i)

    def _obliques(self, token: Word) -> tuple[Oblique, ...]:
        found: list[Oblique] = []
        for kid in token.children:
            if kid.dep_ == "prep" or (kid.dep_ in ("dative", "agent") and kid.pos_ in ("ADP", "SCONJ")):
                if kid.dep_ != "agent":
                    found.extend(self._phrases.obliques_of(kid))
            elif kid.dep_ in ("advcl", "ccomp") and (target := self._prepositional_subject(kid)) is not None:
                found.append(target)
            elif kid.dep_ == "npadvmod":
                timed = self._phrases.phrase(kid)
                found.append(MAKE_OBLIQUE(BARE, timed, timed.core_start))
            elif kid.dep_ in ("advmod", "acomp"):
                for inner in kid.children:
                    if inner.dep_ == "prep":
                        found.extend(self._phrases.obliques_of(inner))
        return tuple(found)

    def _prepositional_subject(self, token: Word) -> Oblique | None:
        """ "called on X to leave" read as one clause marked by "on": X is called on all the same."""
        mark, subject = child(token, "mark"), child(token, "nsubj", "nsubjpass")
        if mark is None or subject is None or mark.lower_ not in ("on", "for", "upon"):
            return None
        return MAKE_OBLIQUE(
            self._small.preposition(mark.lower_),
            self._phrases.phrase(subject),
            self._phrases.at(mark),
            mark.lower_,
        )

    def _adverbs(self, token: Word) -> tuple[Cue, ...]:
        held = (t for t in token.children if t.dep_ in ("advmod", "acomp", "neg") or left_as(t))
        return tuple(self._cue(t, self._small.adverb(lemma(t))) for t in held)

    def _cue(self, token: Word, name: str) -> Cue:
        start = self._phrases.at(token)
        return Cue(name, start, start + len(token))

    def _modals(self, token: Word) -> tuple[Cue, ...]:
        own = self._own_modals(token)
        if own or token.dep_ != "conj" or token.tag_ != "VB" or not is_verb(token.head):
            return own
        return self._own_modals(token.head)

    def _own_modals(self, token: Word) -> tuple[Cue, ...]:
        helping = (t for t in token.children if t.dep_ == "aux" and t.tag_ == "MD")
        return tuple(self._cue(t, self._small.modal(lemma(t))) for t in helping)

    def _negation(self, token: Word, subject: Phrase | None, objects: tuple[Phrase, ...]) -> Cue | None:
        for kid in token.children:
            if kid.dep_ == "neg" or (
                kid.dep_ in ("advmod", "preconj", "cc")
                and kid.lower_ in _NEGATIVE_ADVERBS
                and kid.i < token.i
            ):
                return self._cue(kid, self._small.negation(lemma(kid)))
        joint = child(token.head, "cc") if token.dep_ == "conj" else None
        if joint is not None and joint.lower_ == "nor" and joint.i < token.i:
            return self._cue(joint, self._small.negation(lemma(joint)))
        for phrase in (subject, *objects):
            if phrase is not None and (
                phrase.determiner in _NEGATIVE_DETERMINERS or phrase.head in _NEGATIVE_DETERMINERS
            ):
                name = phrase.determiner or self._small.negation(phrase.head)
                return Cue(name, phrase.start, phrase.head_end)
        return None

    def _extent(self, token: Word) -> tuple[int, int]:
        """From the first to the last word of the clause, outer punctuation left out."""
        first, last = token.left_edge, token.right_edge
        while first.i < token.i and (first.is_punct or first.is_space or first.dep_ == "cc"):
            first = first.nbor(1)
        while last.i > token.i and (last.is_punct or last.is_space):
            last = last.nbor(-1)
        return self._phrases.at(first), self._phrases.at(last) + len(last)

    # --- nouns -------------------------------------------------------------------

    def _noun(self, token: Word) -> Clause:
        phrase = befallen(self._phrases.phrase(token, with_conjuncts=False), token.text)
        shared = self._shared_owner(token)
        place = self._hanging.noun(token)
        obliques = agents_apart(phrase)
        agent = next((o.phrase for o in _nested(obliques) if o.preposition == "by"), None)
        negative = (
            Cue(phrase.determiner, phrase.start, phrase.head_end)
            if phrase.determiner in ("no", "neither")
            else None
        )
        return MAKE_CLAUSE(
            index=self._index[token.i],
            kind="noun",
            lemma=token.lower_ if token.i in self._gerunds else lemma(token),
            text=token.text,
            start=self._phrases.at(token),
            end=self._phrases.at(token) + len(token),
            span_start=phrase.start,
            span_end=phrase.end,
            negation=negative,
            subject=agent or phrase.possessor,
            obliques=(*obliques, *shared),
            modifiers=phrase.modifiers,
            phrase=phrase,
            parent=self._index.get(place.parent.i) if place.parent is not None else None,
            link=place.link,
            marker=self._marker(place.marker),
            noun=self._phrases.phrase(place.noun, depth=3) if place.noun is not None else None,
        )

    def _shared_owner(self, token: Word) -> tuple[Oblique, ...]:
        """ "Israeli artillery fire and air strikes": whose the first is, the second is too, where it has no article."""
        first = token.head
        if (
            token.dep_ != "conj"
            or first.i not in self._index
            or is_verb(first)
            or child(token, "det", "poss")
        ):
            return ()
        own = [
            o for o in self._phrases.phrase(token, with_conjuncts=False).obliques if o.preposition == COMPOUND
        ]
        if any(o.phrase.text[:1].isupper() for o in own):
            return ()
        held = self._phrases.phrase(first, with_conjuncts=False).obliques
        return tuple(o for o in held if o.preposition == COMPOUND and o.phrase.text[:1].isupper())


def _nested(obliques: tuple[Oblique, ...], depth: int = 0) -> list[Oblique]:
    """Obliques and those inside their phrases: "shelling of a market in X by Y"."""
    if depth > 3:
        return list(obliques)
    return [o for first in obliques for o in (first, *_nested(first.phrase.obliques, depth + 1))]
