"""Where or when an agreement was made is not where or when what it asks, or what breaks it, takes place.

"Under the deal brokered in Doha, both must release prisoners": nobody is released in Doha.
"""

from hudna.extract.scene import At
from hudna.knowledge.folding import fold
from hudna.knowledge.place_words import PlaceCues
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.mention import PlaceMention, TimeMention

# Words between the agreement, the word for its making and the place: "truce that was signed last week in".
_BETWEEN = 4
# Letters that small words written on a noun take at most.
_GLUED = 3


def is_of_the_making(at: At, place: PlaceMention | TimeMention) -> bool:
    """Does the place or day stand behind an agreement and the word for its making, while the clause tells something else?"""
    cues = load_place_cues(at.scene.reading.language)
    before = at.scene.report.text[at.passage.start : place.start]
    words = _words(before)[-2 * _BETWEEN :]
    made = next((n for n in range(len(words) - 1, -1, -1) if words[n][1] in cues.made), None)
    if made is None or len(words) - made - 1 > _BETWEEN:
        return False
    pact = next(
        (n for n in range(made - 1, max(-1, made - _BETWEEN), -1) if _is_pact(words[n][1], cues)), None
    )
    if pact is None:
        return False
    # The making itself took place there: "the truce signed in Geneva" as an event of its own.
    start, end = at.passage.start + words[pact][0], at.passage.start + len(before)
    return not start <= at.clause.start < end


def _words(text: str) -> list[tuple[int, str]]:
    """Each word, folded, with where it begins."""
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, fold(word.strip(".,;:!?\"'“”«»()،؛"))))
        at += len(word)
    return found


def _is_pact(word: str, cues: PlaceCues) -> bool:
    cut = range(_GLUED + 1) if cues.glued else range(1)
    return any(word[n:] in cues.pacts for n in cut)
