"""Small words that the verb behind them tells apart: "ما زال" negates, "لانهارت" answers a condition."""

from hudna.knowledge.grammar import Grammar
from hudna.knowledge.inflection import Form
from hudna.read.shallow.words import Words

NOT = "not"
# So far behind such a verb stands what it asks for.
REACH = 12
OPENING = frozenset({"joint", "mark", "opener"})


def take_for_particles(words: Words, grammar: Grammar) -> None:
    """ "ما زال في المنطقة": before such a helping verb "what" is "not"; "لو … لانهارت": a preposition before a past is none."""
    for at, form in enumerate(words.forms[:-1]):
        if _voices(words, grammar, at):
            words.forms[at] = Form("verb", words.low[at], gender="m", tense="past")
        verb = words.forms[at + 1]
        if verb.tag != "verb":
            continue
        if verb.lemma in grammar.negated_helpers and words.low[at] in grammar.negating_helpers:
            words.forms[at] = Form("negation", NOT)
        elif (form.tag == "preposition" and verb.tense == "past" and words.low[at] in grammar.preverbal) or (
            form.tag == "verb" and verb.tense == "past" and words.low[at] in grammar.resumed
        ):
            words.forms[at] = Form("adverb", words.low[at])


def _voices(words: Words, grammar: Grammar, at: int) -> bool:
    """ "وعبر المبعوث عن أسفه": at the head of a clause, with somebody known behind it and then what such a verb asks for."""
    wanted = grammar.voicing.get(words.low[at])
    if wanted is None or (at and words.forms[at - 1].tag not in OPENING):
        return False
    if words.forms[at + 1].tag not in {"noun", "name"}:
        return False
    for place in range(at + 2, min(len(words), at + REACH)):
        if words.low[place] == wanted:
            return True
        if words.forms[place].tag in {"verb", "mark", "opener"}:
            return False
    return False
