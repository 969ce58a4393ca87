"""From where, by what way, to where: the places of a movement in the roles that the words round them give.

Where a reader hangs the second of two places from the first ("from Nyala to El Fasher"), or takes a place for the
subject of what follows it ("through Mizda heading north"), the words themselves still tell.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from hudna.extract.scene import At
from hudna.knowledge.folding import fold
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.place_words import PlaceCues
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.claim import Place, PlaceRole, Root
from hudna.model.clause import Clause
from hudna.model.mention import PlaceMention

_MOVING = (Root.MOBILIZE, Root.RETREAT)
_WORD = re.compile(r"[^\W_]+")
_STOPS = re.compile(r"[.;:!?()\"“”«»؛؟]")
_THROUGH = frozenset({"through", "via"})
# So many words stand at most between what moves and the way that is told of it.
REACH = 24
Roles = dict[int, PlaceRole]


def roles_on_the_way(
    at: At, clauses: Sequence[Clause], found: Sequence[Place], free: Sequence[PlaceMention], root: Root | None
) -> Roles:
    """Where each place of a movement stands on its way, by where the place begins; places not among those found, too."""
    if root not in _MOVING:
        return {}
    cues, known = load_place_cues(at.scene.reading.language), {p.start for p in found}
    roles = _of_objects(at, clauses, found)
    for one, other in pairwise(sorted(free, key=lambda m: m.start)):
        if _leads(one, other, at, cues) and (not known or known & {one.start, other.start}):
            roles |= {one.start: "from", other.start: "to"}
    return roles or ({} if known else _passed(at, free))


def _of_objects(at: At, clauses: Sequence[Clause], found: Sequence[Place]) -> Roles:
    """ "The convoy left Goma", "crossed Bani Walid": what a verb makes of a place that is its object."""
    words = at.scene.words.places
    told: dict[PlaceRole, frozenset[str]] = {"from": words.leaving, "along": words.passing}
    return {
        place.start: role
        for place in found
        for role, verbs in told.items()
        for phrase in (p for c in clauses if c.lemma in verbs for p in c.objects)
        if place.role == "at" and phrase.core_start <= place.start < phrase.core_end
    }


def _leads(one: PlaceMention, other: PlaceMention, at: At, cues: PlaceCues) -> bool:
    """ "de Sévaré à Douentza": a word for where from, a place, a word for where to, a place."""
    text = at.scene.report.text
    between = text[one.end : other.start]
    words = [fold(word) for word in _WORD.findall(between)]
    small = cues.articles | cues.of_kind | cues.of
    if one.end > other.start or not words or _STOPS.search(between):
        return False
    before = [fold(word) for word in _WORD.findall(text[at.passage.start : one.start])]
    while before and before[-1] in small - cues.from_words:
        before.pop()
    starts = bool(before) and before[-1] in cues.from_words
    heads = cues.to | cues.bound
    return starts and words[0] in heads and all(word in small | heads for word in words)


def _passed(at: At, free: Sequence[PlaceMention]) -> Roles:
    """ "had passed through Mizda heading north", with nothing else told of where."""
    small, text = load_function_words(at.scene.reading.language).prepositions, at.scene.report.text
    through = {fold(word) for word, name in small.items() if name in _THROUGH}
    for mention in sorted(free, key=lambda m: m.start):
        words = [fold(word) for word in _WORD.findall(text[at.clause.start : mention.start])]
        if at.clause.start < mention.start and words[-1:] and words[-1] in through and len(words) <= REACH:
            return {mention.start: "along"}
    return {}
