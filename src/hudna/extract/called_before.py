"""Who is called by a surname alone: whoever the report has named in full before, with what he is.

"Il generale Jan Roe è arrivato. Roe ha ordinato …"; "confirmed the death of its commander, Jan Roe. Roe was killed …".
"""

from collections.abc import Iterator

from hudna.extract.owners import apposed
from hudna.extract.scene import MAKE_WHO, At, Thread, Who
from hudna.extract.who import who
from hudna.model.clause import Phrase

# A first name and a surname.
_FULL = 2
# "El", "Al-": less is no surname.
_LEAST = 3


def called_before(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The actor that a full name, told before with an office, gives to a surname that nobody lists."""
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if not _is_surname(words) or at.scene.places_in(phrase.core_start, phrase.core_end):
        return None
    for earlier, holder in _holders(at, phrase.core_start, words):
        found = who(earlier, holder, thread) or apposed(earlier, holder, thread)
        if found is not None and found.actor.sector is not None:
            return MAKE_WHO(phrase.core_start, phrase.core_end, words, found.actor)
    return None


def _is_surname(words: str) -> bool:
    return len(words) >= _LEAST and words.isalpha() and words[:1].isupper() and words[1:].islower()


def _holders(at: At, before: int, surname: str) -> Iterator[tuple[At, Phrase]]:
    """The phrases of earlier clauses that name somebody in full whose name ends so, or say what he is beside it."""
    for passage in at.scene.reading.passages:
        if passage.start >= before:
            return
        for earlier in at.scene.clauses_of(passage):
            for phrase in _phrases(earlier):
                if phrase.end <= before and _names(at, phrase, surname):
                    yield earlier, phrase


def _phrases(at: At) -> Iterator[Phrase]:
    clause = at.clause
    first = (clause.subject, *clause.objects, *(o.phrase for o in clause.obliques))
    for phrase in (m for p in first if p is not None for m in p.members()):
        yield phrase
        yield from (o.phrase for o in phrase.obliques)


def _names(at: At, phrase: Phrase, surname: str) -> bool:
    """Does the phrase say who it is, in full, and what he is as well?"""
    text = at.scene.report.text
    beside = (text[p.core_start : p.core_end] for p in phrase.appositions)
    own = text[phrase.core_start : phrase.core_end]
    described = not phrase.proper or bool(phrase.appositions)
    return described and any(_ends_in(name, surname) for name in (own, *beside))


def _ends_in(name: str, surname: str) -> bool:
    words = name.split()
    return len(words) >= _FULL and words[-1] == surname and words[-2][:1].isupper()
