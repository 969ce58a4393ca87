"""Where a report begins anew: an entry of a live page or of a list, a sentence that turns to something else."""

import re

from hudna.extract.scene import At
from hudna.extract.where_playing import is_exact
from hudna.knowledge.folding import written
from hudna.model.claim import Place
from hudna.model.clause import Passage

# "21:40 - …", "• …": an hour or a mark that opens a line.
_ENTRY = re.compile(r"\s*(?:[-–—•·*▪■●]\s|\[?\d{1,2}[:.]\d{2}\b)")


def anew_since(at: At) -> Passage | None:
    """The last sentence up to this one with which the report begins anew."""
    return next((p for p in reversed(_before(at)) if _is_entry(at, p) or _turns(at, p)), None)


def scene_since(at: At, anew: Passage | None) -> int:
    """From where on what is named is the scene: from an entry on, but from the head of a page whose entries have one scene."""
    if anew is None or (not _turns(at, anew) and _is_of_one_scene(at)):
        return 0
    return anew.start


def is_told_on(at: At, anew: Passage, places: tuple[Place, ...]) -> bool:
    """Is what the entry before told of a place that other entries, or the head of the page, name as well?"""
    if _turns(at, anew) or not places:
        return False
    passages, place = at.scene.reading.passages, places[0]
    starts = [p.start for p in passages if _is_entry(at, p)]
    own = _entry_of(place.start, starts)
    named = at.scene.places_in(0, passages[-1].end)
    return own == 0 or any(m.id == place.id and _entry_of(m.start, starts) != own for m in named)


def _is_of_one_scene(at: At) -> bool:
    """Is a place named above the first entry, or in two of them? Whether all lie together is asked elsewhere."""
    starts = [p.start for p in _before(at) if _is_entry(at, p)]
    named = [m for m in at.scene.places_in(0, at.passage.start) if is_exact(m)]
    told = {_entry_of(m.start, starts) for m in named}
    return 0 in told or len(told) > 1


def _entry_of(start: int, starts: list[int]) -> int:
    """The number of the entry that holds a place, from one on; none above the first."""
    return sum(begin <= start for begin in starts)


def _before(at: At) -> tuple[Passage, ...]:
    return at.scene.reading.passages[: at.passage.index + 1]


def _is_entry(at: At, passage: Passage) -> bool:
    text = at.scene.report.text
    line = text.rfind("\n", 0, passage.start) + 1
    opens = not any(map(str.isalpha, text[line : passage.start]))
    return opens and _ENTRY.match(text, line) is not None


def _turns(at: At, passage: Passage) -> bool:
    """ "In a separate incident, …": what follows is not where the last thing was."""
    turning = tuple(at.scene.words.places.turning)
    return bool(turning) and written(passage.text.strip(" \n\"'«“")).startswith(turning)
