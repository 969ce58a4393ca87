"""Clauses without a parser: words, their kinds, phrases and verb groups, then who does what to whom.

words      a sentence as words, with what is written together taken apart
tagging    which reading of each word holds beside its neighbours
chunks     noun phrases and verb groups
building   clauses: what belongs to which verb, and what hangs from what
arguments  subjects, objects and obliques of a verb, by order and agreement
making     all of it as the clauses of model/clause.py

Each is driven by a language's function_words.yml, forms.yml and grammar.yml; none knows a word.
"""
