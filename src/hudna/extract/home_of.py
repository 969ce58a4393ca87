"""Whose is "its army" in "sources in Norland said its army had shelled the town"? The country's in which they speak."""

from hudna.extract.relations import OF_A_THING, OF_ONE, OWNING
from hudna.extract.saying import is_said
from hudna.extract.scene import At, Thread, Who
from hudna.knowledge.country_words import names_of_countries
from hudna.knowledge.folding import written
from hudna.model.clause import Phrase

_WHERE = frozenset({"in", "of", "from", "inside", "within"})
_CLIMB = 6


def country_of_tellers(at: At, phrase: Phrase, _: Thread) -> Who | None:
    """The country that stands in the words for several tellers, whom "its" of a single thing cannot mean."""
    if phrase.pronoun not in OWNING or phrase.pronoun not in OF_A_THING | OF_ONE:
        return None
    tellers = _tellers(at)
    if tellers is None or tellers.plural is not True or tellers.pronoun:
        return None
    for oblique in tellers.obliques:
        if oblique.preposition in _WHERE:
            found = _country(at, oblique.phrase)
            if found is not None:
                return found
    return None


def _tellers(at: At) -> Phrase | None:
    current: At | None = at
    for _ in range(_CLIMB):
        parent = current.parent if current is not None else None
        if current is None or parent is None:
            return None
        if is_said(current, parent) and parent.clause.subject is not None:
            return parent.clause.subject
        current = parent
    return None


def _country(at: At, phrase: Phrase) -> Who | None:
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if written(words) not in names_of_countries(at.scene.reading.language):
        return None
    named = at.scene.actors_in(phrase.core_start, phrase.core_end)
    found = at.scene.identify(words, phrase.head, named, phrase.core_start)
    return Who(phrase.core_start, phrase.core_end, words, found) if found is not None else None
