"""Distances as they are told: "20 km", "160 kilomètres", "une centaine de kilomètres", "two hundred miles (320 km)"."""

import re

from hudna.resolve.places_scene import Scene

_NUMBER_UNIT = re.compile(r"^(\d+)([a-z]+)$")


def measured_by(scene: Scene, number: int) -> tuple[float, int] | None:
    """Kilometres that are told at a word, and the word after them."""
    key = scene.key(number)
    glued = _NUMBER_UNIT.match(key) if key[:1].isdecimal() else None
    if glued and glued[2] in scene.cues.units:
        return int(glued[1]) * scene.cues.units[glued[2]], number + 1
    counted = _amount(scene, number)
    if counted is None or not scene.tight(counted[1]):
        return None
    amount, after = counted
    unit = scene.cues.units.get(scene.key(after))
    if unit is None:
        return None
    after += 1
    if after < len(scene.words) and scene.words[after].gap.strip() == "(":
        # "20 miles (32 kilometres) south": the figure in brackets says the same again.
        after += 2 if scene.key(after + 1) in scene.cues.units else 1
    return amount * unit, after


def _amount(scene: Scene, number: int) -> tuple[float, int] | None:
    """A number and the word after it: "160", "deux cents", "une centaine de", "un centinaio di"."""
    key = scene.key(number)
    if key.isdecimal() and len(key) < 6:
        return float(key), number + 1
    amount, after = scene.cues.numbers.get(key), number + 1
    while amount is not None and scene.tight(after) and (times := scene.cues.numbers.get(scene.key(after))):
        amount, after = (amount * times if times > amount else amount + times), after + 1
    if amount is None:
        return None
    return amount, after + (scene.key(after) in scene.cues.of)
