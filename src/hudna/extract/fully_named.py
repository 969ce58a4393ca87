"""Where did the report name somebody in full before, whom it calls by his name alone now?

"Il generale Jan Roe è arrivato. Roe ha ordinato …"; "army officer Jan Roe told the radio … Jan Roe said".
"""

from collections.abc import Iterator

from hudna.extract.scene import At
from hudna.model.clause import Phrase

# A first name and a surname.
_FULL = 2
# "El", "Al-": less is no surname.
_LEAST = 3


def is_surname(words: str) -> bool:
    """One word written as a name."""
    return len(words) >= _LEAST and words.isalpha() and words[:1].isupper() and words[1:].islower()


def holders(at: At, before: int, name: str) -> Iterator[tuple[At, Phrase]]:
    """The phrases of earlier clauses that name somebody in full whose name is this or ends so, with what he is."""
    for passage in at.scene.reading.passages:
        if passage.start >= before:
            return
        for earlier in at.scene.clauses_of(passage):
            for phrase in _phrases(earlier):
                if phrase.end <= before and _names(at, phrase, name):
                    yield earlier, phrase


def _phrases(at: At) -> Iterator[Phrase]:
    clause = at.clause
    first = (clause.subject, *clause.objects, *(o.phrase for o in clause.obliques))
    for phrase in (m for p in first if p is not None for m in p.members()):
        yield phrase
        yield from (o.phrase for o in phrase.obliques)


def _names(at: At, phrase: Phrase, name: str) -> bool:
    """Does the phrase say who it is, in full, and what he is as well?"""
    text = at.scene.report.text
    beside = (text[p.core_start : p.core_end] for p in phrase.appositions)
    own = text[phrase.core_start : phrase.core_end]
    titled = at.scene.language.has_case and any(w[:1].islower() for w in own.split())
    described = not phrase.proper or bool(phrase.appositions) or titled
    return described and any(_is_named(full, name) for full in (own, *beside))


def _is_named(full: str, name: str) -> bool:
    words, asked = full.split(), name.split()
    if len(words) < _FULL or words[-len(asked) :] != asked:
        return False
    return len(asked) >= _FULL or words[-2][:1].isupper()
