"""Several words that mean one verb, which parsers misread: "a fait savoir" is "a indiqué" to them."""

import re

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar, SetPhrase
from hudna.knowledge.lemmas import lemmas
from hudna.read.schemes.ud.piece import Piece

# "a, dit-il, fait savoir" is not looked for: between the helping verb and its participle stand few words.
MAX_BETWEEN = 2
_LETTERS = re.compile(r"[^\W_]+['’]|[^\s'’]+")


class SetPhrases:
    """Puts the plain verb in the place of the words that mean it."""

    def __init__(self, grammar: Grammar, small: FunctionWords, language: str) -> None:
        self._some, self._small = grammar.some, small
        self._have, self._language = grammar.helping.have, language
        self._phrases = {tuple(_LETTERS.findall(words)): to for words, to in grammar.set_phrases.items()}
        self._longest = max((len(words) for words in self._phrases), default=0)

    def plain(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each set phrase as one piece, which keeps the place of all its words."""
        kept: list[Piece] = []
        at = 0
        while at < len(pieces):
            length, to = self._phrase(pieces, at)
            if to is None:
                kept.append(pieces[at])
            else:
                helped = to.participle is not None and self._is_helped(kept)
                text = to.participle if helped and to.participle else to.form
                kept.extend(self._put(text, pieces[at : at + length], pieces[at + length : at + length + 1]))
            at += length
        return kept

    def _put(self, text: str, words: list[Piece], behind: list[Piece]) -> list[Piece]:
        """The verb; "a fait état de tirs" is "a évoqué des tirs", where only "évoqué" would leave the noun bare."""
        last = words[-1]
        bare = behind and behind[0].low.endswith(("s", "x")) and behind[0].low not in self._small.determiners
        of = self._small.prepositions.get(last.low) == "of"
        if not (self._some and bare and of and len(words) > 1):
            return [Piece(text, words[0].start, last.end)]
        return [Piece(text, words[0].start, words[-2].end), Piece(self._some, last.start, last.end)]

    def _phrase(self, pieces: list[Piece], at: int) -> tuple[int, SetPhrase | None]:
        lows = tuple(p.low.replace("’", "'") for p in pieces[at : at + self._longest])
        length = next((n for n in range(len(lows), 0, -1) if lows[:n] in self._phrases), 0)
        return (length, self._phrases[lows[:length]]) if length else (1, None)

    def _is_helped(self, before: list[Piece]) -> bool:
        """ "a également fait savoir", "a-t-il fait savoir": does a form of "have" stand just before?"""
        near = [p.low.split("-")[0] for p in before[-1 - MAX_BETWEEN :]]
        while "," in near:
            near = near[near.index(",") + 1 :]
        return any(self._have & lemmas(word, self._language) for word in near)
