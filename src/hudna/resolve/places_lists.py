"""Several names side by side, or a name and what it is, with what says of all where they lie.

"the villages of Nadia, Tola and Bura in the Kadra district"; "Nadia, a village situated in the Kadra district".
"""

from hudna.resolve.places_scene import Scene

# So many names stand side by side at most.
MOST = 9


def behind_list(scene: Scene, last: int) -> int:
    """Where the words begin that may say where a name lies which ends before word `last`."""
    at = last
    for _ in range(MOST):
        following = _next(scene, at)
        if following is None:
            break
        if _is_kind(scene, following):
            at = _past_kind(scene, following)
            break
        end = _end_of_name(scene, following)
        if end is None:
            return last
        at = end
    while scene.key(at) in scene.cues.lying and scene.tight(at):
        at += 1
    return at


def _next(scene: Scene, at: int) -> int | None:
    """The word behind a comma or an "and" here, in the same sentence."""
    if at >= len(scene.words) or scene.words[at].starts:
        return None
    joined = scene.key(at) in scene.cues.and_words and scene.tight(at + 1)
    comma = scene.words[at].gap.strip() in {",", "،"}
    return at + 1 if joined else at if comma else None


def _is_kind(scene: Scene, at: int) -> bool:
    """ "a village", "villages": what the name is."""
    cues, noun = scene.cues, _past_kind(scene, at) - 1
    return scene.key(noun) in (cues.unlisted_kinds | cues.this_town) - cues.unit_before


def _past_kind(scene: Scene, at: int) -> int:
    cues = scene.cues
    return at + (scene.key(at) in (cues.articles | cues.one_of) - cues.definite) + 1


def _end_of_name(scene: Scene, at: int) -> int | None:
    """Behind the name that stands here, whether a list has it or a capital shows it."""
    named = scene.at.get(at)
    if named is not None:
        return named.last
    if scene.cues.glued or not scene.words[at].capital:
        return None
    end = at + 1
    while end < len(scene.words) and scene.tight(end) and scene.words[end].capital and end not in scene.at:
        end += 1
    return end


def is_called_village(scene: Scene, first: int, last: int) -> bool:
    """ "the villages of Bura and Santiago", "Santiago, a hamlet": a city abroad is no village."""
    cues = scene.cues
    kinds = cues.unlisted_kinds - cues.capital_nouns
    behind = _next(scene, last)
    if behind is not None and _is_kind(scene, behind) and scene.key(_past_kind(scene, behind) - 1) in kinds:
        return True
    at = first - 1
    while at > first - MOST and scene.tight(at + 1) and _goes_on(scene, at):
        at -= 1
    return scene.key(at) in cues.of and scene.key(at - 1) in kinds


def _goes_on(scene: Scene, at: int) -> bool:
    return scene.key(at) in scene.cues.and_words or scene.words[at].capital
