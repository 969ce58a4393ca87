"""Small words that the verb behind them tells apart: "ما زال" negates, "لانهارت" answers a condition."""

from hudna.knowledge.grammar import Grammar
from hudna.knowledge.inflection import Form
from hudna.read.shallow.words import Words

NOT = "not"


def take_for_particles(words: Words, grammar: Grammar) -> None:
    """ "ما زال في المنطقة": before such a helping verb "what" is "not"; "لو … لانهارت": a preposition before a past is none."""
    for at, form in enumerate(words.forms[:-1]):
        verb = words.forms[at + 1]
        if verb.tag != "verb":
            continue
        if verb.lemma in grammar.negated_helpers and words.low[at] in grammar.negating_helpers:
            words.forms[at] = Form("negation", NOT)
        elif form.tag == "preposition" and verb.tense == "past" and words.low[at] in grammar.preverbal:
            words.forms[at] = Form("adverb", words.low[at])
