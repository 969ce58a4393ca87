"""Several villages side by side of which no list has some: "nei villaggi di Kobe e Dangala", "the towns of X, Y and Z"."""

from hudna.resolve.places_scene import Area, Scene
from hudna.resolve.places_unlisted import link_of, may_be_name, somewhere

# So many are named side by side at most.
MOST = 8


def side_by_side(scene: Scene) -> list[Area]:
    """The names behind a word for several villages that are no known places."""
    if scene.cues.glued:
        return []
    found: list[Area] = []
    for noun in range(len(scene.words)):
        link = link_of(scene, noun) if _is_several(scene, noun) else None
        names = _names(scene, link + 1) if link is not None else []
        if len(names) > 1:
            for first, last in names:
                found += (somewhere(scene, first, first, last) or []) if first not in scene.at else []
    return found


def _is_several(scene: Scene, noun: int) -> bool:
    cues, key = scene.cues, scene.key(noun)
    opened = scene.key(noun - 1) in cues.openers_of_many and scene.tight(noun)
    return key in cues.kinds_of_many or (opened and key in cues.unlisted_kinds)


def _names(scene: Scene, first: int) -> list[tuple[int, int]]:
    """The names from here on, parted by commas and a word for "and"."""
    found: list[tuple[int, int]] = []
    while len(found) < MOST:
        first += scene.key(first) in scene.cues.articles and first not in scene.at
        if first not in scene.at and not may_be_name(scene, first):
            return found
        last = _end(scene, first)
        found.append((first, last))
        joined = scene.key(last) in scene.cues.and_words and scene.tight(last)
        comma = last < len(scene.words) and scene.words[last].gap.strip() == ","
        if not (joined or (comma and scene.words[last].capital)):
            return found
        first = last + joined
    return found


def _end(scene: Scene, first: int) -> int:
    if first in scene.at:
        return scene.at[first].last
    last = first + 1
    while last < len(scene.words) and _belongs(scene, last):
        last += 1
    return last


def _belongs(scene: Scene, at: int) -> bool:
    """Another word of a name: "Deir Ghassaneh", "al-Farsia"."""
    word = scene.words[at]
    joined = word.gap in {"-", "–", "‑"}
    return (scene.tight(at) or joined) and word.capital and at not in scene.at
