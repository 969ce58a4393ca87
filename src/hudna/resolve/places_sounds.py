"""Names written in Arabic letters → towns that the list has in Latin letters alone, by how both are heard.

"كورينتو" in a report on Colombia is Corinto. Only towns of the country spoken of are asked, and only for names with
enough letters.
"""

from functools import lru_cache

from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import Gazetteer, KnownPlace
from hudna.knowledge.sounds import written_as
from hudna.resolve.places_scene import Area, Scene

# A name of fewer letters is like too many others.
SHORTEST = 4
HEARD = 0.5


def heard(scene: Scene, number: int, first: int, last: int) -> list[Area] | None:
    """The town of the country spoken of that words[first:last] are, or sound like."""
    country = scene.country(number) if scene.cues.glued else None
    if country is None or country.country is None:
        return None
    keys = [scene.key(at) for at in range(first, last)]
    place = known_town(scene, " ".join(keys), country.country) or town_heard(
        scene.gazetteer, country.country, "".join(keys)
    )
    return [Area(number, last, place, "sound", HEARD)] if place else None


def known_town(scene: Scene, key: str, country: str) -> KnownPlace | None:
    """The town of this name that the list has in the country."""
    fit = [p for p in scene.gazetteer.meanings(key) if (p.kind, p.country) == ("town", country)]
    return max(fit, key=lambda place: (place.listed, place.population, place.id), default=None)


@lru_cache(maxsize=4096)
def town_heard(gazetteer: Gazetteer, country: str, name: str) -> KnownPlace | None:
    """The best known town of the country that a name in Arabic letters sounds like."""
    pattern = written_as(name) if len(name) >= SHORTEST else None
    if pattern is None:
        return None
    fit = [place for spelling, place in _towns(gazetteer, country) if pattern.fullmatch(spelling)]
    return max(fit, key=lambda place: (place.listed, place.population, place.id), default=None)


@lru_cache(maxsize=64)
def _towns(gazetteer: Gazetteer, country: str) -> tuple[tuple[str, KnownPlace], ...]:
    return tuple(("".join(fold(place.name).split()), place) for place in gazetteer.towns(country))
