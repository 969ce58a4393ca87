"""Takes out what stands between a helping verb and its participle and only says when or how: "a à l'aube bombardé".

Parsers hang the helping verb, with its subject, from what stands between, and who acted is lost.
"""

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import lemmas
from hudna.read.schemes.ud.piece import Piece
from hudna.read.schemes.ud.times import TimeWords

# "dans la nuit de mardi à mercredi" has seven words.
_LONGEST = 9

Span = tuple[int, int]


class Interposed:
    """The times and turns that one language sets between a helping verb and its participle."""

    def __init__(self, small: FunctionWords, times: TimeWords, grammar: Grammar, language: str) -> None:
        self._small, self._times, self._language = small, times, language
        self._helping = grammar.helping.have | grammar.helping.be
        # However they are cut: "ce jour" and "-là".
        self._between = frozenset(words.replace(" ", "") for words in grammar.between)
        self._infinitives = (*grammar.participle_endings, *grammar.infinitive_endings)

    def out(self, pieces: list[Piece]) -> tuple[list[Piece], list[Span]]:
        """The words without them, and where the times among them stand in the text."""
        kept: list[Piece] = []
        times: list[Span] = []
        at = 0
        while at < len(pieces):
            helped = bool(kept) and self._is_helper(kept[-1])
            end = self._end(pieces, at) if helped else self._aside_end(pieces, at)
            if end > at and self._is_time(pieces, at, end):
                times.append((pieces[at].start, pieces[end - 1].end))
            kept += pieces[at : at + 1] if end == at else []
            at = max(end, at + 1)
        return kept, times

    def _end(self, pieces: list[Piece], at: int) -> int:
        """Where what is interposed ends, so that a participle follows; `at` where nothing is."""
        parted = pieces[at].text == ","
        start = at + parted
        for end in range(min(start + _LONGEST, len(pieces) - 1), start, -1):
            stop = end + (parted and pieces[end].text == ",")
            fits = parted == (stop > end) and stop < len(pieces) and self._is_participle(pieces[stop])
            if fits and (self._is_turn(pieces, start, end) or self._is_time(pieces, start, end)):
                return stop
        return at

    def _aside_end(self, pieces: list[Piece], at: int) -> int:
        """ "L'enlèvement, la veille, de cinq enseignants": where an aside of time ends before what a noun is of."""
        if not at or pieces[at].text != ",":
            return at
        for end in range(at + 2, min(at + _LONGEST, len(pieces) - 1)):
            if pieces[end].text == ",":
                of = self._small.prepositions.get(pieces[end + 1].low) == "of"
                timely = self._is_turn(pieces, at + 1, end) or self._is_time(pieces, at + 1, end)
                return end + 1 if of and timely else at
        return at

    def _is_turn(self, pieces: list[Piece], at: int, end: int) -> bool:
        return "".join(p.low for p in pieces[at:end]).replace("’", "'") in self._between

    def _is_time(self, pieces: list[Piece], at: int, end: int) -> bool:
        """ "dans la nuit de mardi à mercredi": small words and words for times, one of these at least."""
        words = [p for p in pieces[at:end] if p.text != ","]
        timely = [
            p for p in words if any(self._times.is_time(b, p.low) for b in lemmas(p.low, self._language))
        ]
        others = [p.low for p in words if p not in timely]
        # "est passé sous le contrôle de": a word that only says which day says none.
        timely = [p for p in timely if p.low not in self._times.which] and timely
        return bool(timely) and all(
            w in self._small.prepositions or w in self._small.determiners for w in others
        )

    def _is_participle(self, piece: Piece) -> bool:
        bases = lemmas(piece.low, self._language) - {piece.low}
        small = piece.low in self._small.prepositions or piece.low in self._small.determiners
        return not small and any(b.endswith(self._infinitives) for b in bases)

    def _is_helper(self, piece: Piece) -> bool:
        return bool(self._helping & lemmas(piece.text, self._language))
