"""The one clause form that every reader makes and every rule reads.

Small words (prepositions, conjunctions, relatives, determiners, negations, modals,
pronouns) bear the canonical names of knowledge/function_words.yml, the same in every
language; content words are lemmas of the report's own language.

A clause is a predicate (verb, noun or adjective) with its participants. Passives
are turned: `subject` is always who acts, `objects` whom or what it befalls.
Nominal events ("the shelling of X by Y") are clauses of kind `noun`. All offsets
are into the report's text.
"""

from dataclasses import dataclass, field
from typing import Literal

Tense = Literal["past", "present", "future", "infinitive", "participle", "none"]
ClauseKind = Literal["verb", "copula", "existential", "noun"]
Link = Literal[
    "root",  # heads its sentence
    "complement",  # what is said, ordered, feared: "said that …", "ordered X to …"
    "coordinate",  # "… and then …"
    "adverbial",  # "after …", "if …", "as …"
    "relative",  # "…, which …"
    "purpose",  # "to …", "for …", "in order to …"
    "parenthesis",  # "…, he said"
    "argument",  # a nominal event that is a participant of its parent
    "modifier",  # a nominal event in an oblique of its parent: "amid fears of …"
]


@dataclass(frozen=True, slots=True)
class Oblique:
    """A participant with its preposition: "in Misrata", "by the army".

    "compound" is a noun that stands before its noun ("army" in "army base"), "" a noun of
    time or measure alone ("last week"). `word` is the preposition as the language writes it.
    """

    preposition: str
    phrase: "Phrase"
    start: int  # of the preposition
    word: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. `head` is the head word's lemma, lower case."""

    start: int
    end: int
    text: str
    head: str
    head_start: int
    head_end: int
    head_text: str
    proper: bool = False
    pronoun: str | None = None  # canonical, where the head is a pronoun
    plural: bool = False
    determiner: str | None = None  # canonical
    modifiers: tuple[str, ...] = ()  # lemmas of adjectives and compound nouns
    number: tuple[int, int] | None = None  # span of a count that modifies the head
    possessor: "Phrase | None" = None
    obliques: tuple[Oblique, ...] = ()
    appositions: tuple["Phrase", ...] = ()
    conjuncts: tuple["Phrase", ...] = ()  # further members of "A, B and C"; each without conjuncts
    core_start: int = 0  # without obliques, relatives and appositions
    core_end: int = 0

    def members(self) -> tuple["Phrase", ...]:
        """This phrase and those coordinated with it."""
        return (self, *self.conjuncts)


@dataclass(frozen=True, slots=True)
class Cue:
    """A small word that changes how a clause is held: lemma (canonical where it is a function word) and span."""

    lemma: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its participants; `parent` is an index into the passage's clauses."""

    index: int
    kind: ClauseKind
    lemma: str
    text: str
    start: int  # of the predicate word
    end: int
    span_start: int  # of the whole clause with its participants
    span_end: int
    particle: str | None = None
    tense: Tense = "none"
    passive: bool = False
    perfect: bool = False  # "to have attacked", "has attacked"; not "had attacked"
    negation: Cue | None = None
    modals: tuple[Cue, ...] = ()
    subject: Phrase | None = None
    objects: tuple[Phrase, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    adverbs: tuple[Cue, ...] = ()
    modifiers: tuple[str, ...] = ()  # adjectives and compounds of a nominal predicate
    phrase: Phrase | None = None  # the whole noun phrase of a nominal predicate
    parent: int | None = None
    link: Link = "root"
    marker: str | None = None  # canonical: "that", "if", "to", a preposition; or "subject"
    noun: Phrase | None = None  # the noun it hangs from: an antecedent, or "fears of …", "plan to …"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with its clauses; `parsed` is False where the gate left it unread."""

    index: int
    start: int
    end: int
    text: str
    clauses: tuple[Clause, ...] = ()
    parsed: bool = False
    paragraph: int = 0
    phrases: tuple[Phrase, ...] = ()  # every noun phrase, for mentions


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks; the offsets leave the marks out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read: its language, sentences, clauses and quotations."""

    report: str
    language: str
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...] = field(default=())
