"""Where or when an agreement was made is not where or when what it asks, or what breaks it, takes place.

"Under the deal brokered in Doha, both must release prisoners": nobody is released in Doha.
"""

from collections.abc import Callable
from functools import lru_cache

from hudna.extract.scene import At
from hudna.knowledge.folding import fold
from hudna.knowledge.place_words import PlaceCues
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.mention import PlaceMention, TimeMention

# Words between the agreement, the word for its making and the place: "truce that was signed last week in".
_BETWEEN = 4
# Letters that small words written on a noun take at most.
_GLUED = 3
# Letters between two places that are told together: " and ", ", ".
_JOINED = 5
# Words after a year in which the agreement that it belongs to stands: "2014 peace agreement".
_NAMING = 3
# Letters before a place in which another one may end.
_REACH = 60


def is_of_the_making(at: At, place: PlaceMention | TimeMention) -> bool:
    """Does the place or day stand behind an agreement and the word for its making, while the clause tells something else?"""
    before = at.scene.report.text[at.passage.start : place.start]
    if isinstance(place, PlaceMention) and _is_called_after(at, before):
        return True
    began = _began_in(before, at.scene.reading.language)
    if began is None:
        return isinstance(place, PlaceMention) and _goes_on(at, place)
    # The making itself took place there: "the truce signed in Geneva" as an event of its own.
    start, end = at.passage.start + began, at.passage.start + len(before)
    return not start <= at.clause.start < end


def _is_called_after(at: At, before: str) -> bool:
    """ "sabotage the process of Doha": the name of talks, unless they are held or signed there."""
    cues, clause = load_place_cues(at.scene.reading.language), at.clause
    words = _words(before, 3)
    while words and words[-1][1] in cues.of | cues.articles:
        words.pop()
    if not words or words[-1][1] not in cues.called_pacts or words == _words(before, 3):
        return False
    own = at.passage.start + words[-1][0] <= clause.start
    return not own and fold(clause.text) not in cues.made


def is_date_of_a_pact(at: At, time: TimeMention) -> bool:
    """ "the 2014 agreement", "the truce of October 2020", "the ceasefire in force since May": an agreement's own date.

    "They have violated the truce since January" is none: there nothing stands between the truce and "since".
    """
    cues = load_place_cues(at.scene.reading.language)
    text, start = at.scene.report.text, at.passage.start
    before = _words(text[start : time.start], _BETWEEN + 2)
    pact = _last(before, len(before), lambda word: _is_pact(word, cues))
    if pact is None:
        return _names_a_pact(at, time, cues)
    own = start + before[pact][0] <= at.clause.start < time.start
    if own or any(word in cues.made for _, word in before):
        return False
    link = [word for _, word in (*before[pact + 1 :], *_words(time.text, len(time.text))[:1])]
    if not link[:-1] and time.text.isdigit():
        return True
    return not cues.dated.isdisjoint(link[-2:]) or (len(link) > 2 and not cues.running.isdisjoint(link[-2:]))


def _names_a_pact(at: At, time: TimeMention, cues: PlaceCues) -> bool:
    """ "the 2014 peace agreement": a year between an article and the agreement."""
    text = at.scene.report.text
    before = _words(text[at.passage.start : time.start], 1)
    after = text[time.end : at.passage.end].split()[:_NAMING]
    joined = bool(before) and before[0][1] in cues.articles | cues.of
    behind = [fold(word.strip(".,;:")) for word in after]
    return joined and time.precision == "year" and any(_is_pact(word, cues) for word in behind)


def _goes_on(at: At, place: PlaceMention) -> bool:
    """ "brokered by elders of Zawiya and Misrata": the second of two places joined is where the first one is."""
    before = at.scene.places_in(max(at.passage.start, place.start - _REACH), place.start)
    return any(0 < place.start - m.end <= _JOINED and is_of_the_making(at, m) for m in before[-1:])


@lru_cache(maxsize=1 << 10)  # every event of a sentence asks it of the same places
def _began_in(before: str, language: str) -> int | None:
    return _began(_words(before, 3 * _BETWEEN), load_place_cues(language))


def _began(words: list[tuple[int, str]], cues: PlaceCues) -> int | None:
    """Where "truce signed in" or "signed a truce in" begins before the place, if such words stand there."""
    made = _last(words, len(words), lambda word: word in cues.made)
    if made is None:
        return None
    if len(words) - made - 1 <= _BETWEEN:
        pact = _last(words, made, lambda word: _is_pact(word, cues), made - _BETWEEN)
        if pact is not None:
            return words[pact][0]
    pact = _last(words, len(words), lambda word: _is_pact(word, cues), made)
    near = pact is not None and pact - made <= _BETWEEN and len(words) - pact - 1 <= _BETWEEN
    return words[made][0] if near else None


def _last(words: list[tuple[int, str]], end: int, fits: Callable[[str], bool], after: int = -1) -> int | None:
    """The number of the last word before `end`, and behind `after`, that fits."""
    return next((n for n in range(end - 1, max(after, -1), -1) if fits(words[n][1])), None)


def _words(text: str, most: int) -> list[tuple[int, str]]:
    """Each of the last words, so many at most, folded, with where it begins."""
    found, at = [], len(text)
    for word in reversed(text.split()[-most:]):
        at = text.rindex(word, 0, at)
        bare = word.strip(".,;:!?\"'“”«»()،؛").replace("’", "'")
        # "un'intesa": what is written before an apostrophe is another word.
        found.append((at, fold(bare.rpartition("'")[2] or bare)))
    return found[::-1]


def _is_pact(word: str, cues: PlaceCues) -> bool:
    cut = range(_GLUED + 1) if cues.glued else range(1)
    return any(word[n:] in cues.pacts for n in cut)
