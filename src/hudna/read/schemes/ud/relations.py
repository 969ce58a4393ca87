"""Prepositions of one word or several → their canonical names.

"en direction de la frontière" and "lors d'un raid" are one preposition with its noun, though a
parser hangs the noun from another noun or an adverb. "de source sûre" is one whose own noun is
what it names. Which words make such a preposition stands in the language's function_words.yml.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from hudna.knowledge.function_words import UNLISTED, FunctionWords
from hudna.read.schemes.ud.words import base, child, children, is_infinitive

_WORD = re.compile(r"[^\W_]+['’]|[^\s'’]+")
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Relation:
    """A preposition as it stands: its canonical name, its first word, its words, the noun it leads to."""

    name: str
    first: Token
    words: str
    noun: Token


class Relations:
    """The prepositions of one language, whatever form their small words have."""

    def __init__(self, small: FunctionWords) -> None:
        self._small = small
        self._known: dict[tuple[str, ...], str] = {}
        for words, name in small.prepositions.items():
            self._known.setdefault(self._key(_WORD.findall(words)), name)

    def _key(self, words: list[str]) -> tuple[str, ...]:
        """Articles left out, small words by what they stand for: "au cours des" is "au cours de"."""
        alone = len(words) == 1
        kept = [w for w in words if alone or self._small.determiners.get(w) != "the"]
        return tuple(w if alone else self._small.prepositions.get(w, w) for w in kept)

    def named(self, words: list[str]) -> str | None:
        """The relation that these words stand for together, if they are listed."""
        return self._known.get(self._key(words)) if words else None

    def of(self, noun: Token) -> Relation | None:
        """The relation by which a noun hangs; None where it has no preposition."""
        cases = case_words(noun)
        led = self._led_by(noun, cases)
        if led is not None:
            return led
        if not cases:
            return None
        behind = self._leads(noun, cases)
        if behind is not None:
            return behind
        words = [c.lower_ for c in cases]
        own = self.named([*words, noun.lower_])
        name = own or self.named(words) or self.named(words[-1:]) or UNLISTED
        return Relation(name, cases[0], " ".join(words), noun)

    def _leads(self, noun: Token, cases: list[Token]) -> Relation | None:
        """ "en direction de X": the noun and what follows belong to the preposition of X."""
        for target in noun.rights:
            inner = case_words(target) if base(target) in ("nmod", "obl") else []
            between = [t.lower_ for t in noun.doc[cases[0].i : inner[-1].i + 1]] if inner else []
            if between and len(between) <= LONGEST and (name := self.named(between)):
                return Relation(name, cases[0], " ".join(between), target)
        return None

    def _led_by(self, noun: Token, cases: list[Token]) -> Relation | None:
        """ "lors de X", "près de X": the adverb that a noun hangs from."""
        adverb = noun.head
        if (
            not cases
            or adverb == noun
            or adverb.pos_ not in ("ADV", "ADP", "ADJ", "VERB")
            or adverb.i > noun.i
        ):
            return None
        words = [t.lower_ for t in noun.doc[adverb.i : cases[-1].i + 1]]
        name = self.named(words) if len(words) <= LONGEST else None
        return Relation(name, adverb, " ".join(words), noun) if name else None


def case_words(noun: Token) -> list[Token]:
    """The prepositions of a noun with the words that are one with them, in order."""
    found = [c for c in children(noun, "case") if c.i < noun.i]
    return sorted({t for c in found for t in (c, *children(c, "fixed", "flat"))}, key=lambda t: t.i)


def mark_words(verb: Token) -> list[Token]:
    """The words that open a clause, with those that are one with them, in order."""
    found = [c for c in children(verb, "mark", "case") if c.i < verb.i and not _is_himself(c, verb)]
    return sorted({t for c in found for t in (c, *children(c, "fixed", "flat"))}, key=lambda t: t.i)


def _is_himself(word: Token, verb: Token) -> bool:
    """ "affirme s'être repliée": what looks like "if" before an infinitive is who acts on himself."""
    return word.pos_ == "PRON" and is_infinitive(verb)


def has_case(noun: Token) -> bool:
    """Does a preposition stand before it?"""
    return child(noun, "case") is not None
