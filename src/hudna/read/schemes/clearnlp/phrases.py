"""Noun token → Phrase with its possessor, prepositions, appositions and conjuncts."""

from dataclasses import replace

from hudna.knowledge.function_words import COMPOUND, UNLISTED, FunctionWords
from hudna.model.clause import Oblique, Phrase
from hudna.model.making import maker
from hudna.read.schemes.clearnlp.lent import MONTHS, garden, is_hour
from hudna.read.schemes.clearnlp.tree import Word
from hudna.read.schemes.clearnlp.words import GROUPS, NOUN_POS, child, lemma, preposition

MAKE_PHRASE, MAKE_OBLIQUE = maker(Phrase), maker(Oblique)

_CORE = frozenset("det amod compound poss nummod quantmod nmod predet advmod neg preconj".split())
_MODIFIER = frozenset({"amod", "compound", "nmod"})
# A phrase inside a phrase inside a phrase: deeper nesting is the parser losing its way.
MAX_DEPTH = 6


class PhraseMaker:
    """Makes phrases of one sentence; `offset` moves sentence positions into the report."""

    def __init__(self, report_text: str, offset: int, small: FunctionWords) -> None:
        self._text = report_text
        self._small = small
        self._offset = offset
        self._made: dict[tuple[int, int, bool], Phrase] = {}

    def phrase(self, token: Word, *, depth: int = 0, with_conjuncts: bool = True) -> Phrase:
        """The noun phrase headed by a token; clauses that share it share the record."""
        key = (token.i, depth, with_conjuncts)
        if key not in self._made:
            self._made[key] = self._make(token, depth, with_conjuncts=with_conjuncts)
        return self._made[key]

    def _make(self, token: Word, depth: int, *, with_conjuncts: bool) -> Phrase:
        core_start, core_end = self._core(token)
        obliques = self._obliques(token, depth) if depth < MAX_DEPTH else ()
        end = max(
            [
                core_end,
                self._reduced_end(token),
                *(o.phrase.end for o in obliques if o.preposition != COMPOUND),
            ]
        )
        possessor = child(token, "poss")
        nested = depth < MAX_DEPTH
        return MAKE_PHRASE(
            start=core_start,
            end=end,
            text=self._text[core_start:end],
            head=lemma(token),
            head_start=self.at(token),
            head_end=self.at(token) + len(token),
            head_text=token.text,
            proper=token.pos_ == "PROPN",
            pronoun=self._small.pronoun(token.lower_) if token.pos_ == "PRON" else None,
            plural=token.tag_ in ("NNS", "NNPS"),
            determiner=self._determiner(token),
            modifiers=tuple(lemma(c) for c in token.lefts if c.dep_ in _MODIFIER),
            number=self._number(token),
            possessor=self.phrase(possessor, depth=depth + 1) if possessor is not None and nested else None,
            obliques=obliques,
            appositions=tuple(
                self.phrase(c, depth=depth + 1) for c in token.children if c.dep_ == "appos" and nested
            ),
            conjuncts=self._conjuncts(token, depth) if with_conjuncts and nested else (),
            core_start=core_start,
            core_end=core_end,
        )

    def at(self, token: Word) -> int:
        """Where the token begins in the report."""
        return self._offset + token.idx

    def _core(self, token: Word) -> tuple[int, int]:
        """From the first left modifier to the head."""
        first = token
        for left in _after_date(token):
            if left.dep_ in _CORE or (left.dep_ == "punct" and left.text in "-\"'/"):
                first = left.left_edge if left.dep_ != "punct" else left
                break
        # A blanked dateline hangs as a blank from the first word after it.
        while first.is_space and first.i < token.i:
            first = first.nbor(1)
        start = self.at(first)
        if first.text in "\"'":
            # The mark may close what stands before: "…," Jan Roe said.
            behind = self._text[self.at(first) + len(first) : self.at(token)]
            start = self.at(first) + len(first) + len(behind) - len(behind.lstrip())
        return start, self.at(token) + len(token)

    def _reduced_end(self, token: Word) -> int:
        """The end of "engaged in smuggling", "loyal to X" after its noun, when no comma parts them."""
        clause = next(
            (
                c
                for c in token.rights
                if (c.dep_ == "acl" and c.tag_ in ("VBN", "VBG") and garden(c) is None)
                or (c.dep_ == "amod" and c.tag_ == "JJ")
            ),
            None,
        )
        if clause is None or clause.i == 0 or clause.nbor(-1).is_punct or clause.left_edge.i < token.i:
            return 0
        pieces = [clause, *(c for c in clause.rights if c.dep_ in ("prep", "agent", "dobj", "prt"))]
        last = pieces[-1]
        target = preposition(last)[1] if last.dep_ in ("prep", "agent") else last
        if target is None:
            return self.at(clause) + len(clause)
        return self.at(target) + len(target)

    def _determiner(self, token: Word) -> str | None:
        found = child(token, "det", "predet", "poss")
        if found is None or found.pos_ not in ("DET", "PRON"):
            return None
        return self._small.determiner(found.lower_)

    def _number(self, token: Word) -> tuple[int, int] | None:
        found = child(token, "nummod")
        if found is None and token.pos_ == "NUM":
            found = token
        if found is None:
            return None
        start = found.left_edge
        return self.at(start), self.at(found) + len(found)

    def _obliques(self, token: Word, depth: int) -> tuple[Oblique, ...]:
        found = []
        for kid in token.children:
            if kid.dep_ in ("prep", "agent") and kid.i > token.i:
                found.extend(self.obliques_of(kid, depth))
            elif (kid.dep_ in ("compound", "nmod") and depth == 0) or (
                kid.dep_ == "amod" and (kid.text[:1].isupper() or kid.lower_ in GROUPS) and depth == 0
            ):
                found.append(MAKE_OBLIQUE(COMPOUND, self.phrase(kid, depth=MAX_DEPTH), self.at(kid)))
        return tuple(found)

    def obliques_of(self, prep: Word, depth: int = 0) -> list[Oblique]:
        """A preposition with its objects, one for each coordinated preposition."""
        name, target = self._preposition(prep)
        found = []
        if target is not None and target.dep_ == "pobj":
            relation = self._small.preposition(name)
            held = self.phrase(target, depth=depth + 1)
            other = _other_side(target) if name == "between" and not held.conjuncts else None
            if other is not None:
                beside = self.phrase(other, depth=depth + 1, with_conjuncts=False)
                held = replace(held, conjuncts=(beside,))
            found.append(MAKE_OBLIQUE(relation, held, self.at(prep), name))
            inner = child(prep, "prep")
            if inner is not None and " " not in name:
                found.extend(self.obliques_of(inner, depth))
        for other in prep.children:
            if other.dep_ == "conj" and other.pos_ in ("ADP", "SCONJ") and depth < MAX_DEPTH:
                found.extend(self.obliques_of(other, depth + 1))
        return found

    def _preposition(self, prep: Word) -> tuple[str, Word | None]:
        """ "at the hands of the army": a preposition of several words, where the language lists it."""
        name, target = preposition(prep)
        behind = child(target, "prep") if target is not None else None
        if behind is None or " " in name:
            return name, target
        words = prep.doc.parsed[prep.i : behind.i + 1].text.lower()
        known = self._small.preposition(words) != UNLISTED
        return (words, child(behind, "pobj")) if known else (name, target)

    def _conjuncts(self, token: Word, depth: int) -> tuple[Phrase, ...]:
        members: list[Phrase] = []
        current: Word | None = token
        while current is not None and len(members) < 20:
            current = next((c for c in current.children if c.dep_ == "conj" and c.pos_ in NOUN_POS), None)
            if current is not None:
                members.append(self.phrase(current, depth=depth + 1, with_conjuncts=False))
        return tuple(members)


def _other_side(token: Word) -> Word | None:
    """ "between fighters loyal to the minister and an armed group": the group, which the parser joins to the minister."""
    inner = (t for t in token.subtree if t.dep_ == "conj" and t.pos_ in NOUN_POS)
    return next((t for t in inner if child(t, "det") is not None or t.tag_ in ("NNS", "NNP")), None)


def _after_date(token: Word) -> list[Word]:
    """What belongs to a noun on its left, without a date that the parser took for a part of it: "18 March armed men"."""
    lefts = token.lefts
    if not any(t.lower_ in MONTHS or is_hour(t) for t in lefts):
        return lefts
    hour = max((n for n, t in enumerate(lefts) if is_hour(t)), default=-1)
    last = max((n for n, t in enumerate(lefts) if t.lower_ in MONTHS and t.text[:1].isupper()), default=-1)
    dated = last > 0 and lefts[last - 1].pos_ == "NUM" and last + 1 < len(lefts)
    # "On Friday marchers set out": a day behind its preposition is no part of those who march.
    dated = dated or (
        last >= 0 and lefts[last].lower_.endswith("day") and token.tag_ == "NNS" and token.head.lower_ == "on"
    )
    return lefts[max(last if dated else -1, hour) + 1 :]


def agents_apart(phrase: Phrase) -> tuple[Oblique, ...]:
    """ "the release by the Houthis of 153 detainees": whom it befalls, which the parser hangs from who did it, stands apart."""
    if any(o.preposition == "of" for o in phrase.obliques):
        return phrase.obliques
    found: list[Oblique] = []
    for oblique in phrase.obliques:
        who = oblique.phrase
        named = oblique.preposition == "by" and who.proper
        moved = [o for o in who.obliques if named and o.preposition == "of" and o.phrase.plural]
        if moved:
            rest = tuple(o for o in who.obliques if o not in moved)
            bare = replace(who, end=who.core_end, text=who.text[: who.core_end - who.start], obliques=rest)
            found += [replace(oblique, phrase=bare), *moved]
        else:
            found.append(oblique)
    return tuple(found)
