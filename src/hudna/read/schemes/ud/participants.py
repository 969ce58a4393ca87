"""Who takes part in a verb's clause: subject, objects, obliques.

Passives are turned, relative pronouns give way to their antecedents, subjects are
lent over coordination and control, a subject behind its verb is found.
"""

from spacy.tokens import Token

from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.function_words import BARE, FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.model.clause import Oblique, Phrase
from hudna.read.schemes.ud.groups import Group
from hudna.read.schemes.ud.phrases import PhraseMaker
from hudna.read.schemes.ud.relations import Relations, case_words, has_case, mark_words
from hudna.read.schemes.ud.times import TimeWords
from hudna.read.schemes.ud.verbs import Verbs
from hudna.read.schemes.ud.words import (
    NOMINAL,
    base,
    child,
    feature,
    first_verb,
    is_finite,
    is_gerund,
    is_infinitive,
    lemma,
    subtype,
)

MAX_CLIMB = 40
_LOOSE = frozenset({"amod", "nmod", "appos", "dep"})
_OBLIQUE = frozenset({"obl", "nmod", "dep", "advmod", "xcomp", "obj", "appos", "conj", "parataxis", "advcl"})


class Participants:
    """Finds the participants of the verb groups of one sentence."""

    def __init__(
        self,
        groups: list[Group],
        phrases: PhraseMaker,
        relations: Relations,
        verbs: Verbs,
        small: FunctionWords,
        grammar: Grammar,
        times: TimeWords,
        language: str,
    ) -> None:
        self._phrases = phrases
        self._relations = relations
        self._verbs = verbs
        self._small = small
        self._grammar = grammar
        self._times = times
        self._language = language
        self._saying = speech_verbs(language)
        self._counters = load_coding_words(language).people.counters
        self._group_of = {t.i: g for g in groups for t in (g.token, g.word, *g.modals)}

    # --- who acts ----------------------------------------------------------------

    def subject(self, group: Group, depth: int = 0) -> Phrase | None:
        """Who acts, in the clause's own words or lent by another."""
        passive = self._verbs.is_passive(group)
        own = self._agent(group) if passive else self._own_subject(group)
        if own is not None:
            return self.resolved(own, group)
        if passive or depth > MAX_CLIMB or self._is_impersonal(group):
            return None
        return self._lent_subject(group, depth)

    def _own_subject(self, group: Group) -> Token | None:
        found = [t for t in group.labelled("nsubj") if not self.is_time(t)]
        nouns = [t for t in found if t.pos_ != "PRON" or feature(t, "PronType") == "Rel"]
        return next(iter([*nouns, *found]), None) or self.inverted(group)

    def inverted(self, group: Group) -> Token | None:
        """ "…, a raconté un élu": a noun behind a finite verb without a subject that opens its part of the sentence."""
        if not self.opens_part(group) or self._is_impersonal(group):
            return None
        return next((t for t in self._behind(group) if self._may_speak(group, t)), None)

    def opens_part(self, group: Group) -> bool:
        """Does a finite verb without subject or marker stand right behind a comma or a closing quotation?"""
        first = group.first
        if not is_finite(group.top) or group.labelled("nsubj", "mark"):
            return False
        return first.i == 0 or (first.nbor(-1).is_punct and first.nbor(-1).text not in ":;(")

    def _behind(self, group: Group) -> list[Token]:
        """Nouns behind the verb that hang from it or from what hangs from it, in order."""
        near = [t for t in group.children() if t.i > group.word.i]
        deeper = {t for kid in near for t in (kid, *kid.children)}
        # "a témoigné auprès de la radio un commerçant": with an article of its own, it may hang deeper.
        deeper |= {
            t for kid in deeper for t in kid.children if base(t) in _LOOSE and child(t, "det") is not None
        }
        return sorted((t for t in deeper if t.i > group.word.i), key=lambda t: t.i)

    def _may_speak(self, group: Group, token: Token) -> bool:
        bare = token.pos_ in NOMINAL and not has_case(token) and not self.is_time(token)
        # "…, a repris la ville": only a verb of saying has who says it behind.
        bare = bare and (base(token) == "nsubj" or lemma(group.token, self._language) in self._saying)
        labels = ("obj", "nmod", "obl", "xcomp", "appos", "dep", "nsubj", "conj", "parataxis", "ccomp")
        if base(token) == "amod" and child(token, "det") is not None:
            return bare and token.pos_ == "NOUN"
        return bare and base(token) in labels and token.pos_ != "NUM"

    def _is_impersonal(self, group: Group) -> bool:
        return any(base(c) == "expl" and subtype(c) == "subj" for c in group.children())

    def _agent(self, group: Group) -> Token | None:
        """Who a passive names behind "par", "da", "por"; not across a word that opens a clause of its own."""
        opened = [t.i for t in group.token.doc if feature(t, "PronType") == "Rel" and t.i < group.word.i]
        since = max(opened, default=-1)
        named = [t for t in group.labelled("obl", "nmod") if not t.i < since]
        found = [t for t in named if subtype(t) == "agent" or self._name(t) == "by"]
        if not found and base(group.top) == "acl":
            # "une embuscade tendue par X": "par X" may hang from the noun.
            near = (t for t in group.top.head.rights if t.i > group.top.i and base(t) in ("obl", "nmod"))
            found = [t for t in near if self._name(t) == "by"]
        # "tués par balles par la police": what has no article of its own is a means.
        acting = [t for t in found if t.pos_ in ("PROPN", "PRON") or child(t, "det", "nummod") is not None]
        return next(iter([*acting, *found]), None)

    def _lent_subject(self, group: Group, depth: int) -> Phrase | None:
        """The subject that control, coordination or a noun lends to a verb without one."""
        token, head, label = group.top, group.top.head, base(group.top)
        if label == "acl" and head.pos_ in NOMINAL and not is_infinitive(token):
            return self._phrases.phrase(head, depth=2)
        if label == "acl" and self._is_charged(head):
            return self._phrases.phrase(head, depth=2)
        above = self._group_of.get(head.i)
        if above is None or head == token:
            return None
        if label == "conj":
            return self.foremost(self.host(group) or above, depth + 1)
        if label in ("xcomp", "ccomp", "advcl", "obl", "obj", "dep", "parataxis") and not is_finite(token):
            return self._controller(group, above, depth)
        return None

    def _is_charged(self, noun: Token) -> bool:
        """ "accuse un pays voisin d'avoir livré des armes": whom the verb has as object did it."""
        beside = noun.pos_ in NOMINAL and base(noun) in ("obj", "nsubj")
        return beside and lemma(noun.head, self._language) in self._grammar.by_object

    def host(self, group: Group) -> Group | None:
        """The verb that a coordinated one goes on from: a finite verb goes on from a finite one, above whatever is between."""
        found = self._group_of.get(group.top.head.i)
        above = found
        for _ in range(MAX_CLIMB):
            if above is None or not is_finite(group.top) or is_finite(above.top):
                return above or found
            above = self.above(above.top.head) if above.top.head != above.top else None
        return found

    def above(self, token: Token) -> Group | None:
        """The nearest verb group at or above a token."""
        current = token
        for _ in range(MAX_CLIMB):
            if current.i in self._group_of:
                return self._group_of[current.i]
            if current.head == current:
                return None
            current = current.head
        return None

    def foremost(self, group: Group, depth: int = 0) -> Phrase | None:
        """What stands as subject: who acts, or in a passive whom it befalls."""
        if self._verbs.is_passive(group):
            return self._patient(group, depth + 1)
        return self.subject(group, depth + 1)

    def _controller(self, group: Group, above: Group, depth: int) -> Phrase | None:
        """Who is to act: the object of "exhorter X à", whoever "ordonner à X de" names, else the subject above."""
        verb = lemma(above.token, self._language)
        gerund = is_gerund(group.top) or is_gerund(first_verb(group.top))
        own = base(group.top) == "advcl" and (gerund or bool(mark_words(group.top)))
        # "Arrivé à Goma, l'émissaire a rencontré les rebelles": what opens the sentence tells of its subject.
        own = own or (base(group.top) == "advcl" and group.word.i < above.word.i)
        own = own and not self.answers_for(group, above)
        if not own and verb not in self._grammar.by_subject:
            called = self._called(above, verb)
            if called is not None:
                return self.resolved(called, above)
            if self._verbs.is_passive(above):
                return self._patient(above, depth + 1)
            if verb in self._grammar.by_object & self._grammar.with_of and not is_finite(group.top):
                return None  # "les accusant de collaborer": whoever accuses is not who did it
        return self.foremost(above, depth + 1)

    def answers_for(self, group: Group, above: Group) -> bool:
        """ "arrêter X pour avoir tué Y": whoever is arrested, tried or thanked is said to have done it."""
        called = lemma(above.token, self._language) in self._grammar.to_account
        return called and is_infinitive(group.top) and above.word.i < group.word.i

    def _called(self, above: Group, verb: str) -> Token | None:
        target = next((t for t in above.labelled("obj") if not self.is_time(t) and t.pos_ in NOMINAL), None)
        if target is not None and not self._is_own(target):
            return target
        if verb not in self._grammar.by_dative:
            return None
        dative = [t for t in above.labelled("obl", "iobj") if t.pos_ in NOMINAL and not self.is_time(t)]
        named = [t for t in dative if base(t) == "iobj" or self._name(t) in ("to", "at")]
        return named[0] if named else None

    def _is_own(self, token: Token) -> bool:
        return feature(token, "Reflex") == "Yes" or self._small.pronouns.get(token.lower_) == "self"

    def _name(self, token: Token) -> str | None:
        relation = self._relations.of(token)
        return relation.name if relation is not None else None

    def resolved(self, token: Token, group: Group) -> Phrase:
        """The phrase of a participant; a relative pronoun gives way to its antecedent."""
        if feature(token, "PronType") == "Rel" or self._of_antecedent(token):
            antecedent = self.antecedent(group.top)
            if antecedent is not None:
                return self._phrases.phrase(antecedent, depth=2)
        return self._phrases.phrase(token)

    def _of_antecedent(self, token: Token) -> bool:
        """ "dont la plupart": a part of the antecedent; "dont le chef" is somebody of his own."""
        counts = token.pos_ not in ("NOUN", "PROPN") or lemma(token, self._language) in self._counters
        return counts and _is_owned(token)

    def antecedent(self, verb: Token) -> Token | None:
        """The noun that the relative clause around a verb describes."""
        current = verb
        for _ in range(MAX_CLIMB):
            if base(current) == "acl" and subtype(current) == "relcl":
                return current.head
            if current.head == current:
                return None
            current = current.head
        return None

    # --- whom it befalls ---------------------------------------------------------

    def objects(self, group: Group) -> tuple[Phrase, ...]:
        """Whom or what it befalls, the patient of a passive first."""
        if group.copula:
            return self._predicate(group)
        inverted = self._own_subject(group) if not self._verbs.is_passive(group) else None
        found = [
            self.resolved(t, group)
            for t in group.labelled("obj", "xcomp", "ccomp")
            if t.pos_ in NOMINAL and t != inverted and self._is_object(t)
        ]
        if self._verbs.is_passive(group):
            patient = self._patient(group)
            return (patient, *found) if patient is not None else tuple(found)
        loose = self._loose_object(group) if not found else None
        if loose is not None and loose != inverted:
            return (self._phrases.phrase(loose),)
        if not found and self._gap_is_object(group):
            antecedent = self.antecedent(group.top)
            return (self._phrases.phrase(antecedent, depth=2),) if antecedent is not None else ()
        return tuple(found)

    def _loose_object(self, group: Group) -> Token | None:
        """ "ont exécuté cinq villageois": a noun without a preposition right behind an active verb, whatever its label."""
        near = [t for t in group.labelled("obl", "nmod", "dep", "advmod") if t.i > group.word.i]
        bare = (t for t in near if t.pos_ in ("NOUN", "PROPN") and self._is_bare(t))
        found = next(bare, None)
        return found if found is not None and found.left_edge.i == group.word.i + 1 else None

    def _is_bare(self, token: Token) -> bool:
        return not (
            has_case(token) or self.is_time(token) or token.i in self._group_of or self._relations.of(token)
        )

    def _is_object(self, token: Token) -> bool:
        if token.i in self._group_of or has_case(token) or self.is_time(token) or self._is_own(token):
            return False
        return base(token) == "obj" or token.pos_ != "PRON"

    def _predicate(self, group: Group) -> tuple[Phrase, ...]:
        """The noun of "est une menace"."""
        bare = group.token.pos_ in NOMINAL and not has_case(group.token)
        return (self._phrases.phrase(group.token),) if bare else ()

    def _patient(self, group: Group, depth: int = 0) -> Phrase | None:
        token = group.token
        subjects = [t for t in group.labelled("nsubj") if not self.is_time(t)]
        # "L'Autorité, dont le chef a été tué": where both are taken for the subject, the chief was.
        subject = next(iter([*filter(_is_owned, subjects), *subjects]), None)
        if subject is not None:
            return self.resolved(subject, group)
        if base(token) in ("acl", "amod") and token.head.pos_ in NOMINAL:
            return self._phrases.phrase(token.head, depth=2)
        above = self._group_of.get(token.head.i)
        if above is None or above is group or depth > MAX_CLIMB:
            return None
        if base(token) == "conj":
            return self.foremost(above, depth + 1)
        return (
            self.foremost(above, depth + 1) if base(token) in ("advcl", "xcomp", "dep", "parataxis") else None
        )

    def _gap_is_object(self, group: Group) -> bool:
        """ "la ville qu'ils ont prise": a relative clause with a subject of its own and no object."""
        if subtype(group.top) != "relcl":
            return False
        subject = next(iter(group.labelled("nsubj")), None)
        if subject is None or feature(subject, "PronType") == "Rel":
            return False
        opens = [t for t in group.children() if t.i < group.word.i and self._is_that(t)]
        return bool(opens)

    def _is_that(self, token: Token) -> bool:
        return self._small.relatives.get(token.lower_) == "that"

    # --- with prepositions -------------------------------------------------------

    def obliques(self, group: Group) -> tuple[Oblique, ...]:
        """What hangs by a preposition, and times without one."""
        agent = self._agent(group) if self._verbs.is_passive(group) else None
        found: list[Oblique] = []
        for kid in group.children():
            if kid == agent:
                # "imputée par la mission à X": whom it is put down to hangs from the verb.
                found.extend(o for o in self._phrases.phrase(kid, depth=1).obliques if o.preposition == "to")
                continue
            if kid.i in self._group_of:
                continue
            if kid.pos_ in NOMINAL and not has_case(kid) and self.is_time(kid):
                found.append(Oblique(BARE, self._phrases.phrase(kid), self._phrases.at(kid)))
            elif base(kid) in _OBLIQUE and (case_words(kid) or base(kid) == "advmod"):
                found.extend(self._phrases.hanging(kid))
        if group.copula and has_case(group.token):
            found.extend(self._phrases.hanging(group.token))
        return tuple(found)

    def is_time(self, token: Token) -> bool:
        """A day, a month or a part of the day."""
        if token.pos_ not in ("NOUN", "PROPN", "X", "ADV"):
            return False
        return self._times.is_time(token.lemma_.lower(), token.lower_)


def _is_owned(token: Token) -> bool:
    """ "dont le chef": a relative word before it says whose it is."""
    return any(feature(c, "PronType") == "Rel" and c.i < token.i for c in token.children)
