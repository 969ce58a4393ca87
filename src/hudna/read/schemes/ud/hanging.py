"""Where a clause hangs: its parent, how, by which word, and from which noun."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from hudna.knowledge.function_words import SUBJECT, UNLISTED, FunctionWords
from hudna.model.clause import Link
from hudna.read.schemes.ud.groups import Group
from hudna.read.schemes.ud.participants import MAX_CLIMB, Participants
from hudna.read.schemes.ud.relations import Relation, Relations, mark_words
from hudna.read.schemes.ud.words import (
    MARKS,
    NOMINAL,
    base,
    feature,
    is_finite,
    is_gerund,
    is_infinitive,
    is_perfect,
    subtype,
)

_CONDITIONS = frozenset({"if", "unless", "provided"})
_PURPOSE = frozenset({"for", "with a view to", "in preparation for", "so"})
_PLAIN = frozenset({"to", "of", "at", "from"})
_WORD = re.compile(r"[^\W_]+['’]|[^\s'’]+")


@dataclass(frozen=True, slots=True)
class Hang:
    """Where a clause hangs: its parent group, how, by which word, and from which noun."""

    parent: Group | None
    link: Link
    marker: str | None = None
    noun: Token | None = None


class Hanging:
    """Finds the place of each clause of one sentence."""

    def __init__(
        self, groups: list[Group], participants: Participants, relations: Relations, small: FunctionWords
    ) -> None:
        self._participants = participants
        self._relations = relations
        self._small = small
        self._group_of = {t.i: g for g in groups for t in (g.token, g.word, *g.modals)}
        self._conjunctions = {
            self._key(_WORD.findall(words)): name
            for words, name in reversed(list(small.conjunctions.items()))
        }

    def _key(self, words: list[str]) -> tuple[str, ...]:
        """ "jusqu'à ce qu'" is "jusqu'à ce que": the last word by what it stands for."""
        if len(words) < 2:
            return tuple(words)
        last = words[-1]
        return (*words[:-1], self._small.conjunctions.get(last, last))

    # --- verbs -------------------------------------------------------------------

    def marker(self, group: Group) -> str | None:
        """The canonical name of the word that opens a clause."""
        words = [t.lower_ for t in mark_words(group.top)]
        if not words:
            adverb = next((t for t in group.children() if t.i < group.word.i and self._opens(t)), None)
            return self._small.marker(adverb.lower_) if adverb is not None else None
        for some in (words, words[-1:], words[:1]):
            name = self._conjunctions.get(self._key(some)) if not is_infinitive(group.top) else None
            name = name or self._relations.named(some) or self._conjunctions.get(self._key(some))
            if name is not None:
                return name
        return self._small.marker(words[0])

    def _opens(self, token: Token) -> bool:
        return (
            base(token) in ("advmod", "cc")
            and token.pos_ in ("ADV", "SCONJ")
            and (token.lower_ in self._small.conjunctions)
        )

    def of(self, group: Group) -> Hang:
        """Where a verb clause hangs."""
        top, label = group.top, base(group.top)
        marker = self.marker(group)
        below = self._said_above(group)
        if below is not None:
            return below
        if label == "ROOT" or top.head == top:
            return Hang(None, "adverbial" if marker in _CONDITIONS else "root", marker)
        if self._adds_speaker(group):
            return Hang(self._participants.above(top.head), "parenthesis", None)
        if is_infinitive(top):
            return self._infinitive(group, marker)
        if label == "acl":
            return self._of_noun(group, marker)
        if label == "conj" and (host := self._participants.host(group)) is not None:
            return Hang(host, "coordinate", marker or self.marker(host))
        if label in ("ccomp", "xcomp", "csubj"):
            return Hang(self._participants.above(top.head), "complement", marker)
        return self._loose(group, marker)

    def _loose(self, group: Group, marker: str | None) -> Hang:
        """A clause beside another: adverbial, or a second sentence without any word between."""
        above = self._participants.above(group.top.head)
        if marker in _CONDITIONS and above is not None:
            # "menace d'intervenir si X n'est pas libéré": the condition is that of what is threatened.
            return Hang(self._content(above, group) or above, "adverbial", marker)
        if marker is None and is_finite(group.top):
            # "L'armée a rompu la trêve, a-t-il ajouté": what stands before it is what he adds.
            told = above is not None and above.word.i > group.word.i and self.says_inverted(above)
            return Hang(above, "complement" if told else "coordinate" if above is not None else "root", None)
        if marker == "that" and is_finite(group.top):
            return Hang(above, "complement", marker)
        return Hang(above, "adverbial", marker)

    def _content(self, above: Group, group: Group) -> Group | None:
        """The infinitive that stands between a verb and the condition behind it."""
        inner = [
            g
            for g in self._group_of.values()
            if g.top.head == above.token and base(g.top) in ("xcomp", "ccomp")
        ]
        return next(
            (g for g in inner if above.word.i < g.word.i < group.first.i and is_infinitive(g.top)), None
        )

    def _infinitive(self, group: Group, marker: str | None) -> Hang:
        """ "pour surveiller", "d'avoir tué", "avant de partir", "l'ordre de se retirer"."""
        top, label = group.top, base(group.top)
        above = self._participants.above(top.head)
        if marker in _PURPOSE:
            if not (is_perfect(group.token) and marker == "for"):
                return Hang(above, "purpose", "to")
            answers = above is not None and self._participants.answers_for(group, above)
            return Hang(above, "complement", "of") if answers else Hang(above, "adverbial", "because")
        if marker is not None and marker not in _PLAIN:
            return Hang(above, "adverbial", marker)
        if label == "conj" and (host := self._group_of.get(top.head.i)) is not None:
            place = self.of(host) if is_infinitive(host.top) else None
            return place if place is not None else Hang(host, "complement", "to")
        noun = top.head if top.head.pos_ in NOMINAL and top.head.i not in self._group_of else None
        return Hang(above, "complement", "to", noun)

    def _of_noun(self, group: Group, marker: str | None) -> Hang:
        """A clause that hangs from a noun: relative, reduced, or its content ("la promesse que …")."""
        head = group.top.head
        parent = self._participants.above(head)
        if subtype(group.top) == "relcl":
            return Hang(parent, "relative", self._relative(group), head)
        if marker == "that":
            return Hang(parent, "complement", marker, head)
        if self._is_headline(head):
            return Hang(None, "root", None)
        return Hang(parent, "relative", marker, head)

    def _is_headline(self, head: Token) -> bool:
        """ "Deux civils tués dans une embuscade": a participle is all that the sentence tells."""
        return base(head) == "ROOT" and not any(is_finite(g.top) for g in self._group_of.values())

    def _relative(self, group: Group) -> str | None:
        word = next(
            (t for t in group.top.subtree if feature(t, "PronType") == "Rel" or self._is_where(t)), None
        )
        return self._small.relatives.get(word.lower_, UNLISTED) if word is not None else None

    def _is_where(self, token: Token) -> bool:
        return self._small.relatives.get(token.lower_) == "where" and token.pos_ in ("PRON", "ADV", "SCONJ")

    # --- who says it -------------------------------------------------------------

    def says_inverted(self, group: Group) -> bool:
        """ "…, a indiqué le porte-parole": a verb with its subject behind it, right after a comma or a quotation."""
        clitic = any(
            t.i > group.bearer.i and t.pos_ == "PRON" and base(t) in ("nsubj", "expl")
            for t in group.children()
        )
        behind = any(t.i > group.word.i for t in group.labelled("nsubj"))
        first = group.first
        parted = first.i == 0 or first.nbor(-1).is_punct
        if not is_finite(group.top) or group.labelled("mark") or not parted:
            return False
        return clitic or behind or self._participants.inverted(group) is not None

    def _adds_speaker(self, group: Group) -> bool:
        """Does the clause only add who says the one it hangs from?"""
        return base(group.top) in ("parataxis", "advcl", "conj", "dep", "ccomp", "appos", "advmod") and (
            self._participants.above(group.top.head) is not None
            # "Samedi, indique la police, un commando a …": the day before it is kept from the parser.
            and (group.top.i > group.top.head.i or group.first.i == 0)
            and self.says_inverted(group)
        )

    def _said_above(self, group: Group) -> Hang | None:
        """ "« … », a prévenu leur porte-parole": what stands before the verb of saying is what is said."""
        top = group.top
        above = self._group_of.get(top.head.i)
        if above is None or above is group or top.i > top.head.i or not is_finite(top):
            return None
        if (
            base(top) not in ("advcl", "ccomp", "parataxis", "conj", "dep", "csubj", "nsubj")
            or self.marker(group) in _CONDITIONS
        ):
            return None
        says = self.says_inverted(above) or above.first.nbor(-1).text in MARKS
        return Hang(above, "complement", self.marker(group)) if says else None

    # --- nouns -------------------------------------------------------------------

    def noun(self, token: Token) -> Hang:
        """The clause above a nominal event, and the noun and preposition on the way."""
        if token.i in self._group_of and self._group_of[token.i].copula:
            return Hang(self._group_of[token.i], "argument", None)
        link: Link = "argument"
        marker: str | None = None
        noun: Token | None = None
        current = token
        for _ in range(MAX_CLIMB):
            head, relation = current.head, self._relations.of(current) if current.pos_ in NOMINAL else None
            if head == current:
                return Hang(None, "root" if noun is None else link, marker, noun)
            if base(current) == "conj":
                if head.i in self._group_of:
                    return Hang(self._group_of[head.i], link, marker, noun)
                current = head
                continue
            if relation is not None:
                link, marker = self._by(current, relation, link, marker)
                if relation.first.i < head.i < current.i or relation.first == head:
                    # The noun above is a word of the preposition: "à la suite de l'attaque".
                    current = head
                    continue
            elif base(current) == "nsubj":
                marker = marker or SUBJECT
            above = self._group_of.get(head.i)
            if above is not None:
                return Hang(above, link, marker, noun)
            if head.pos_ in ("NOUN", "PROPN", "PRON") and noun is None:
                noun = head
            current = head
        return Hang(None, link, marker, noun)

    def _by(
        self, token: Token, relation: Relation, link: Link, marker: str | None
    ) -> tuple[Link, str | None]:
        """Who acts in a passive is a participant; anything else behind a preposition is not."""
        if subtype(token) == "agent":
            return link, marker or "by"
        return "modifier", marker or relation.name


def stands_alone(group: Group) -> bool:
    """A participle or gerund without a verb of its own."""
    return not is_finite(group.top) and (is_gerund(group.top) or not is_infinitive(group.top))
