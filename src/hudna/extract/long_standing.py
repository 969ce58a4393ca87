"""What a country has lived with for years: "has seen militias fight since the old ruler fell in 2011".

Reports close with it, in every language. It is how things stand, and no news of the day they were written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from hudna.extract.scene import At
from hudna.knowledge.lexicon import load_triggers
from hudna.model.claim import Root
from hudna.model.clause import Oblique

# Since when: "since the fall", "dalla caduta".
_SINCE = ("since", "from")
_SOME = (None, "some", "any")
# "has seen", "connaît", "est déchirée par".
_TOLD = ("past", "present")


@dataclass(frozen=True, slots=True)
class _Begun:
    """Words that tell since when: where they stand, whether a plain "since" leads them, what fell and who is the subject."""

    start: int
    end: int
    is_since: bool
    heads: tuple[str, str]


def has_stood_since(at: At, published: date, history: timedelta) -> bool:
    """Whether nothing single is told of, but what has gone on since something long ago."""
    verb = at.parent
    if verb is None or verb.clause.tense not in _TOLD or not is_many(at):
        return False
    return any(_is_long_ago(at, one, published, history) for one in (*_clauses(at, verb), *_nouns(at, verb)))


def is_many(at: At) -> bool:
    """ "clashes", "violence", and not "its worst attack", "the deadliest raid", which are news of one."""
    phrase = at.clause.phrase
    violence = at.clause.lemma in _nouns_of_violence(at.scene.reading.language)
    if at.clause.kind != "noun" or phrase is None or not violence:
        return False  # a blockade that began long ago goes on today
    many = phrase.determiner in _SOME or (phrase.plural and phrase.determiner != "the")
    return many and phrase.possessor is None and phrase.number is None


@cache
def _nouns_of_violence(language: str) -> frozenset[str]:
    found = (t for t in load_triggers(language) if t.pos == "noun" and t.root is Root.ASSAULT)
    return frozenset(lemma for trigger in found for lemma in trigger.lemma)


def _clauses(at: At, verb: At) -> Iterator[_Begun]:
    """ "since the war broke out": the clauses that tell since when."""
    above = {at.clause.index, verb.clause.index}
    for clause in at.passage.clauses:
        beside = clause.parent in above or (clause.parent is not None and _is_beside(at, clause.parent))
        if clause.marker in _SINCE and beside:
            heads = (clause.lemma, clause.subject.head if clause.subject is not None else "")
            yield _Begun(clause.span_start, max(clause.span_end, clause.end), clause.marker == "since", heads)


def _is_beside(at: At, index: int) -> bool:
    other = at.passage.clauses[index]
    return other.kind == "noun" and other.parent == at.clause.parent


def _nouns(at: At, verb: At) -> Iterator[_Begun]:
    """ "since the overthrow", wherever a reader hangs it."""
    for oblique in _hanging((*at.clause.obliques, *verb.clause.obliques)):
        if oblique.preposition in _SINCE:
            phrase = oblique.phrase
            yield _Begun(phrase.start, phrase.end, oblique.preposition == "since", (phrase.head, phrase.head))


def _hanging(obliques: tuple[Oblique, ...]) -> Iterator[Oblique]:
    for oblique in obliques:
        yield oblique
        yield from _hanging(oblique.phrase.obliques)


def _is_long_ago(at: At, begun: _Begun, published: date, history: timedelta) -> bool:
    words = at.scene.words.events
    # "since 2011" lasts until now: when it began counts.
    inside = range(begun.start, begun.end + 1)
    begins = [t.earliest or t.latest for t in at.scene.mentions.times if t.start in inside]
    days = [day for day in begins if day is not None]
    if days:
        return all(published - day > history for day in days)
    head, subject = begun.heads
    return head in words.falls or (begun.is_since and subject in words.wholes)
