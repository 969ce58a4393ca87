"""Noun token → Phrase with its owner, prepositions, appositions and conjuncts."""

from spacy.tokens import Token

from hudna.knowledge.function_words import COMPOUND, FunctionWords
from hudna.model.clause import Oblique, Phrase
from hudna.read.schemes.ud.pieces import Layout
from hudna.read.schemes.ud.relations import Relation, Relations, has_case
from hudna.read.schemes.ud.words import (
    NOMINAL,
    base,
    children,
    compounded,
    feature,
    is_participle,
    lemma,
)

_BEFORE = frozenset("det nummod amod advmod flat fixed".split())
_BEHIND = frozenset("amod flat fixed nummod".split())
# Nouns that describe without a preposition when nothing stands between: "le groupe Wagner", "l'opération Serval".
_BARE = frozenset({"nmod", "appos", "flat", "dep"})
_MODIFIER = frozenset({"amod"})
_OWNERS = frozenset({"his", "her", "its", "his or its", "their", "my", "our", "your"})
_HEADING = frozenset({"to", "toward", "until", "via", "in", "at", "near", "along"})
# A phrase inside a phrase inside a phrase: deeper nesting is the parser losing its way.
MAX_DEPTH = 6


class PhraseMaker:
    """Makes the phrases of one sentence."""

    def __init__(
        self,
        report_text: str,
        offset: int,
        layout: Layout,
        small: FunctionWords,
        relations: Relations,
        language: str,
    ) -> None:
        self._text = report_text
        self._offset = offset
        self._layout = layout
        self._small = small
        self._relations = relations
        self._language = language
        self._made: dict[tuple[int, int, bool], Phrase] = {}

    def at(self, token: Token) -> int:
        """Where the token begins in the report."""
        return self._offset + self._layout.starts[token.i]

    def end(self, token: Token) -> int:
        """Where it ends."""
        return self._offset + self._layout.ends[token.i]

    def words(self, start: int, end: int) -> str:
        """The report's own words."""
        return self._text[start:end]

    def lemma(self, token: Token) -> str:
        """A token's base form."""
        return lemma(token, self._language)

    def phrase(self, token: Token, *, depth: int = 0, with_conjuncts: bool = True) -> Phrase:
        """The noun phrase headed by a token; clauses that share it share the record."""
        key = (token.i, depth, with_conjuncts)
        if key not in self._made:
            self._made[key] = self._make(token, depth, with_conjuncts=with_conjuncts)
        return self._made[key]

    def _make(self, token: Token, depth: int, *, with_conjuncts: bool) -> Phrase:
        start, core_end = self._core(token)
        nested = depth < MAX_DEPTH
        obliques = self._obliques(token, depth) if nested else ()
        inner = (o.phrase.end for o in obliques if o.preposition != COMPOUND)
        end = max([core_end, self._reduced_end(token), *inner])
        owner = next((c for c in children(token, "det", "nmod") if self._is_owner(c)), None)
        return Phrase(
            start=start,
            end=end,
            text=self.words(start, end),
            head=self.lemma(token),
            head_start=self.at(token),
            head_end=self.end(token),
            head_text=self.words(self.at(token), self.end(token)),
            proper=token.pos_ == "PROPN",
            pronoun=self._small.pronoun(token.lower_) if token.pos_ == "PRON" else None,
            plural=self._is_plural(token),
            determiner=self._determiner(token),
            modifiers=(
                *(self.lemma(c) for c in token.children if base(c) in _MODIFIER),
                *compounded(self.lemma(token), self._language),
            ),
            number=self._number(token),
            possessor=self._owner(owner) if owner is not None and nested else None,
            obliques=obliques,
            appositions=tuple(self.phrase(c, depth=depth + 1) for c in self._apposed(token) if nested),
            conjuncts=self._conjuncts(token, depth) if with_conjuncts and nested else (),
            core_start=start,
            core_end=core_end,
        )

    def _core(self, token: Token) -> tuple[int, int]:
        """From the first word that describes before the noun to the last that does right behind it."""
        before = [c for c in token.lefts if base(c) in _BEFORE and not self._is_apart(c)]
        first = min([token, *(c.left_edge for c in before)], key=lambda t: t.i)
        last = token
        for kid in token.rights:
            if kid.i != last.i + 1 or not self._describes(kid):
                break
            last = kid
            for name in kid.rights:
                if name.i == last.i + 1 and base(name) in ("flat", "nummod"):
                    last = name
        return self.at(first), self.end(last)

    def _describes(self, kid: Token) -> bool:
        """An adjective, a part of the name, or a noun without a preposition right behind."""
        if base(kid) in _BEHIND:
            return True
        bare = base(kid) in _BARE and not has_case(kid) and kid.pos_ in ("PROPN", "NUM", "X")
        return bare and next(kid.lefts, None) is None

    def _is_apart(self, kid: Token) -> bool:
        """A word of negation or a focusing adverb is no part of the phrase."""
        return base(kid) == "advmod" and kid.lower_ in self._small.negations

    def _reduced_end(self, token: Token) -> int:
        """The end of "engagé dans la contrebande" behind its noun, where no comma parts them."""
        clause = next((c for c in token.rights if base(c) == "acl" and is_participle(c)), None)
        if clause is None or clause.left_edge.i <= token.i or clause.nbor(-1).is_punct:
            return 0
        pieces = [c for c in clause.rights if base(c) in ("obl", "obj")]
        return self._core(pieces[-1])[1] if pieces else self.end(clause)

    def _is_plural(self, token: Token) -> bool:
        number = feature(token, "Number")
        dets = [n for c in children(token, "det") if (n := feature(c, "Number")) is not None]
        return (dets[0] if token.pos_ == "PROPN" and dets else number) == "Plur"

    def _determiner(self, token: Token) -> str | None:
        found = next((c for c in children(token, "det") if c.pos_ in ("DET", "PRON", "ADJ")), None)
        return self._small.determiner(found.lower_) if found is not None else self._fused(token)

    def _fused(self, token: Token) -> str | None:
        """ "du convoi", "al convoglio": the article is in the preposition."""
        cases = children(token, "case")
        defined = any(feature(c, "Definite") == "Def" or feature(c, "PronType") == "Art" for c in cases)
        return "the" if defined else None

    def _number(self, token: Token) -> tuple[int, int] | None:
        found = next(
            (c for c in token.children if base(c) == "nummod"), token if token.pos_ == "NUM" else None
        )
        if found is None:
            return None
        return self.at(found.left_edge if found != token else found), self.end(found)

    def _is_owner(self, det: Token) -> bool:
        return feature(det, "Poss") == "Yes" or self._small.determiners.get(det.lower_) in _OWNERS

    def _owner(self, det: Token) -> Phrase:
        """ "son" in "son porte-parole" as the phrase of a pronoun."""
        start, end = self.at(det), self.end(det)
        words = self.words(start, end)
        name = self._small.pronouns.get(det.lower_) or self._small.determiner(det.lower_)
        return Phrase(
            start,
            end,
            words,
            self.lemma(det),
            start,
            end,
            words,
            pronoun=name,
            core_start=start,
            core_end=end,
        )

    def _obliques(self, token: Token, depth: int) -> tuple[Oblique, ...]:
        found: list[Oblique] = []
        for kid in token.children:
            if kid.i > token.i and base(kid) in ("nmod", "obl", "acl", "appos", "dep", "advmod"):
                found.extend(self.hanging(kid, depth))
            elif base(kid) in _MODIFIER and depth == 0 and kid.pos_ in ("ADJ", "PROPN", "NOUN"):
                found.append(Oblique(COMPOUND, self.phrase(kid, depth=MAX_DEPTH), self.at(kid)))
        return tuple(found)

    def hanging(self, kid: Token, depth: int = 0) -> list[Oblique]:
        """What hangs from a word by a preposition, with the nouns coordinated under their own."""
        if base(kid) == "advmod":
            inner = [t for t in kid.children if t.pos_ in NOMINAL and has_case(t)]
            return [o for t in inner for o in self.hanging(t, depth)]
        relation = self._relations.of(kid) if kid.pos_ in NOMINAL else None
        if relation is None:
            return []
        hung = [self.oblique(relation, depth), *self._further(kid, depth)]
        return [*hung, *self._heading(hung[0])] if depth == 0 else hung

    def _heading(self, oblique: Oblique) -> list[Oblique]:
        """ "de Kidal en direction de la frontière": a name has no direction of its own."""
        return [o for o in oblique.phrase.obliques if oblique.phrase.proper and o.preposition in _HEADING]

    def oblique(self, relation: Relation, depth: int = 0) -> Oblique:
        """A relation as an oblique."""
        phrase = self.phrase(relation.noun, depth=depth + 1)
        return Oblique(relation.name, phrase, self.at(relation.first), relation.words)

    def _further(self, noun: Token, depth: int) -> list[Oblique]:
        """ "dans le nord et dans l'est", "de Kidal vers Gao": a conjunct with a preposition of its own."""
        own = [c for c in noun.children if base(c) == "conj" and c.pos_ in NOMINAL and has_case(c)]
        return [o for c in own if depth < MAX_DEPTH for o in self.hanging(c, depth + 1)]

    def _apposed(self, token: Token) -> list[Token]:
        return [c for c in token.children if base(c) == "appos" and c.pos_ in NOMINAL and not has_case(c)]

    def _conjuncts(self, token: Token, depth: int) -> tuple[Phrase, ...]:
        members: list[Phrase] = []
        stack = [token]
        while stack and len(members) < 20:
            current = stack.pop()
            for kid in current.children:
                if base(kid) == "conj" and kid.pos_ in NOMINAL and kid.i > token.i and not has_case(kid):
                    members.append(self.phrase(kid, depth=depth + 1, with_conjuncts=False))
                    stack.append(kid)
        return tuple(sorted(members, key=lambda p: p.head_start))
