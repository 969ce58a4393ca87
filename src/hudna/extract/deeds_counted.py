"""How many deeds of its kind an event counts: "26 attacks", "broke the truce 2,000 times".

Such a sum is no incident of its own: it is told of days and of a whole front, and a strike that one report tells by
itself is one of many.
"""

from collections.abc import Iterator

from hudna.extract.casualties import count_in, find_tolls
from hudna.extract.told import Told
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.classes import known_class
from hudna.model.claim import Count, Root
from hudna.model.clause import Phrase

_DEEDS = frozenset({Root.ASSAULT, Root.COERCE, Root.PROTEST})
_NONE = Count()


def deeds_counted(told: Told) -> Count:
    """The number of deeds that the words give; empty where they tell of one, or of nobody knows how many."""
    if told.trigger.root not in _DEEDS:
        return _NONE
    scene = told.at.scene
    for phrase in _counting(told):
        found = count_in(scene.report.text, phrase.start, phrase.core_end or phrase.end, scene.casualties)
        if found is not None and (found.low or found.best or 0) > 1 and not _is_other(told, phrase, found):
            return found
    return _NONE


def _is_other(told: Told, phrase: Phrase, found: Count) -> bool:
    """ "Thirteen dead", "the 21 May shelling", "forty rounds": people, a day, what was fired."""
    at, words = told.at, told.at.scene.words.events
    if phrase.head in words.results | words.dying | words.killing | words.fallen:
        return True
    text, start = at.scene.report.text, found.start or 0
    if start > phrase.head_start:  # "the abduction of seven workers": the number is of whom it befell
        return True
    dead = any(
        t.count.start == start for t in find_tolls(text, phrase.start, at.passage.end, at.scene.casualties)
    )
    dated = any(m.start <= start < m.end for m in at.scene.times_in(at.passage.start, at.passage.end))
    fired = words.fired | known_class(at.scene.reading.language, "weapons")
    return dead or dated or phrase.head in fired


def _counting(told: Told) -> Iterator[Phrase]:
    """The phrases that may say how many: the deed itself, what was carried out, how many times."""
    at, clause = told.at, told.at.clause
    deeds, words = nominal_lemmas(at.scene.reading.language), at.scene.words.events
    if clause.kind == "noun" and clause.phrase is not None:
        yield clause.phrase
    yield from (p for p in clause.objects if p.head in deeds)
    parts = (*clause.obliques, *(o for guest in told.merged for o in guest.clause.obliques))
    yield from (o.phrase for o in parts if o.phrase.head in words.times)
    yield from (p for p in clause.objects if p.head in words.times)
