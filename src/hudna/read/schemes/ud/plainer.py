"""Puts a sentence's words in a plainer order before a parser reads them: clefts, "ces derniers", who tells between subject and verb."""

from dataclasses import replace

from hudna.knowledge.actor_packs import load_agents
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.cues import speech_nouns, speech_verbs
from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.read.schemes.ud.piece import Piece

QUOTES = frozenset('"«»“”')
# "selon deux responsables occidentaux cités par une agence américaine"; longer ones are left where they are.
LONGEST_ASIDE = 14
# "(sources médicales locales)": who tells in brackets takes no more words.
_LONGEST_BRACKET = 4


class Plainer:
    """Rearranges the words of one language's sentences."""

    def __init__(self, small: FunctionWords, grammar: Grammar, language: str) -> None:
        self._small, self._language = small, language
        self._helping = grammar.helping.have | grammar.helping.be
        self._latters, self._clefts = grammar.latter, grammar.clefts
        self._infinitives = grammar.infinitive_endings
        self._naming, self._ours = grammar.naming, grammar.we_endings
        self._plural = load_coding_words(language).people.plural_endings
        self._nouns = speech_nouns(language).keys() | nominal_nouns(language)
        pack, self._singular = load_agents(language), load_phrase_words(language).singular
        self._tellers = (
            frozenset(n for c in pack.classes for n in c.nouns) if pack is not None else frozenset()
        )
        told_by = (name for name, relation in small.prepositions.items() if relation == "according to")
        self._told_by = next((name for name in told_by if " " not in name), None)

    def opening(self, pieces: list[Piece]) -> list[Piece]:
        """The words with a plain pronoun, without a cleft, and without what only says "called" or "told us"."""
        return self._without_cleft(self._latter(self._told(self._called(pieces))))

    def _called(self, pieces: list[Piece]) -> list[Piece]:
        """ "les résistants, appelés Wazalendo,": the resistants, Wazalendo; nobody calls anybody."""
        return [
            p
            for at, p in enumerate(pieces)
            if not (
                p.low in self._naming
                and 0 < at < len(pieces) - 2
                and pieces[at - 1].text == ","
                and not self._tells_quoted(pieces, at)
                and (pieces[at + 1].text in QUOTES or pieces[at + 1].text[0].isupper())
            )
        ]

    def _tells_quoted(self, pieces: list[Piece], at: int) -> bool:
        """ "« Ils ont fui », dit Ali Kadri": behind what is quoted nobody is called so."""
        says = bool(lemmas(pieces[at].low, self._language) & speech_verbs(self._language).keys())
        return says and at > 1 and pieces[at - 2].text in QUOTES

    def _told(self, pieces: list[Piece]) -> list[Piece]:
        """ "…, nous a confié un notable": who is told it does not tell it, as the form of the verb shows."""
        for at in range(1, len(pieces) - 2):
            parted = pieces[at - 1].text == "," or pieces[at - 1].text in QUOTES
            if not parted or self._small.pronouns.get(pieces[at].low) != "we":
                continue
            verb = pieces[at + 1 + self._is_helper(pieces[at + 1])]
            says = bool(lemmas(verb.low, self._language) & speech_verbs(self._language).keys())
            if says and self._ours and not pieces[at + 1].low.endswith(self._ours):
                return [*pieces[:at], *pieces[at + 1 :]]
        return pieces

    def told_behind(self, pieces: list[Piece]) -> list[Piece]:
        """ "Treize civils tués à Malbé (source médicale)": who tells stands in brackets where a headline ends."""
        first = next((at for at in range(len(pieces) - 1, 0, -1) if pieces[at].text == "("), 0)
        inside = pieces[first + 1 : -1]
        if not first or pieces[-1].text != ")" or not 0 < len(inside) <= _LONGEST_BRACKET:
            return pieces
        plain = all(p.text.isalpha() for p in inside) and all(p.text.islower() for p in inside[1:])
        acronym = inside[0].text.isupper() or inside[0].text.islower()
        if self._told_by is None or not (
            plain and acronym and self._singular(inside[0].low) in self._tellers
        ):
            return pieces
        return [*pieces[:first], replace(pieces[first], text=self._told_by), *inside]

    def _latter(self, pieces: list[Piece]) -> list[Piece]:
        """ "Ces derniers ont rejeté …": parsers see an adjective where a pronoun stands."""
        for at in range(len(pieces) - 2):
            # "Celui-ci" with its capital is a name to them.
            alone = self._latters.get(pieces[at].low) if pieces[at].text[0].isupper() else None
            pair = self._latters.get(f"{pieces[at].low} {pieces[at + 1].low}")
            end, pronoun = (at + 1, alone) if alone is not None else (at + 2, pair)
            if pronoun is not None and (
                alone or self._goes_on(pieces, end) or self._does(pieces[end], pronoun)
            ):
                text = pronoun.capitalize() if pieces[at].text[0].isupper() else pronoun
                one = Piece(text, pieces[at].start, pieces[end - 1].end)
                return [*pieces[:at], one, *pieces[end:]]
        return pieces

    def _without_cleft(self, pieces: list[Piece]) -> list[Piece]:
        """ "C'est dans la nuit de samedi que l'armée a …": "dans la nuit de samedi, l'armée a …"."""
        opens = (
            len(pieces) > LONGEST_ASIDE // 2 and pieces[0].low in self._clefts and self._is_helper(pieces[1])
        )
        if not opens:
            return pieces
        if pieces[2].low in self._small.determiners or pieces[2].low not in self._small.prepositions:
            return self._who_it_is(pieces)
        inside = range(3, min(LONGEST_ASIDE, len(pieces) - 3))
        that = next((at for at in inside if self._small.conjunctions.get(pieces[at].low) == "that"), 0)
        if not that or any(self._is_helper(p) or p.text == "," for p in pieces[2:that]):
            return pieces
        return [*pieces[2:that], replace(pieces[that], text=","), *pieces[that + 1 :]]

    def _who_it_is(self, pieces: list[Piece]) -> list[Piece]:
        """ "Ce sont des combattants du Front qui ont attaqué …": "des combattants du Front ont attaqué …"."""
        for at in range(3, min(LONGEST_ASIDE + 4, len(pieces) - 2)):
            if self._small.relatives.get(pieces[at].low) == "who" and self._goes_on(pieces, at + 1):
                return [*pieces[2:at], *pieces[at + 1 :]]
            if self._is_helper(pieces[at]) or pieces[at].text == ",":
                break
        return pieces

    def teller_last(self, pieces: list[Piece]) -> list[Piece]:
        """ "Les rebelles, a affirmé un témoin, ont attaqué …": who tells between subject and verb moves to the end."""
        first = next((at for at, p in enumerate(pieces) if p.text == "," or self._is_helper(p)), 0)
        if (
            not first
            or first + 3 >= len(pieces)
            or pieces[first].text != ","
            or not self._tells(pieces, first + 1)
        ):
            return pieces
        inside = range(first + 3, min(first + LONGEST_ASIDE, len(pieces) - 2))
        end = next((at for at in inside if pieces[at].text == ","), 0)
        inner = pieces[first + 3 : end]
        if (
            not end
            or not self._goes_on(pieces, end + 1)
            or any(self._is_helper(p) or p.text in QUOTES for p in inner)
        ):
            return pieces
        stop = len(pieces) - 1 if pieces[-1].text in ".!?…" else len(pieces)
        return [*pieces[:first], *pieces[end + 1 : stop], *pieces[first:end], *pieces[stop:]]

    def _tells(self, pieces: list[Piece], at: int) -> bool:
        """ "a affirmé": a helping verb and one of saying."""
        says = lemmas(pieces[at + 1].low, self._language) & speech_verbs(self._language).keys()
        return self._is_helper(pieces[at]) and bool(says)

    def _goes_on(self, pieces: list[Piece], at: int) -> bool:
        """ "ont attaqué", "s'est emparée", "n'a pas …"."""
        near = pieces[at : at + 2]
        return self._is_helper(near[0]) or (near[0].low in self._small.pronouns and self._is_helper(near[-1]))

    def _does(self, piece: Piece, pronoun: str) -> bool:
        """ "contrôlent", and no "jours": no noun behind several ends so; behind one only a verb that no noun looks like."""
        bases = lemmas(piece.low, self._language) - {piece.low}
        if self._small.pronouns.get(pronoun) == "they":
            return any(b.endswith(self._infinitives) for b in bases) and not piece.low.endswith(self._plural)
        return bool(bases & speech_verbs(self._language).keys()) and piece.low not in self._nouns

    def _is_helper(self, piece: Piece) -> bool:
        return bool(self._helping & lemmas(piece.text, self._language))
