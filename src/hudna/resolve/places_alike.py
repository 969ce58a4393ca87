"""A town written in another transcription: "la città di Kadougli" in a report on Sudan is Kadugli.

Only towns of the country spoken of are asked, only behind a word for a town and for names of one word, and only where
all that fit are one place.
"""

from functools import lru_cache

from hudna.knowledge.gazetteer import Gazetteer, KnownPlace
from hudna.knowledge.transcriptions import are_alike, consonants, is_long_enough, plainly
from hudna.resolve.places_names import distance_km

# Two of one name this near are one town.
ONE_TOWN_KM = 25.0


def town_alike(gazetteer: Gazetteer, country: str | None, name: str) -> KnownPlace | None:
    """The one town of the country whose name is written with the same consonants and at most one other letter."""
    plain = plainly(name)
    if country is None or len(name.split()) > 1 or not is_long_enough(plain):
        return None
    towns = _towns(gazetteer, country).get(consonants(plain), ())
    fit = [place for other, place in towns if are_alike(other, plain)]
    if not fit or any(distance_km(fit[0], place) > ONE_TOWN_KM for place in fit):
        return None
    return max(fit, key=lambda place: (place.listed, place.population, place.id))


@lru_cache(maxsize=64)
def _towns(gazetteer: Gazetteer, country: str) -> dict[str, tuple[tuple[str, KnownPlace], ...]]:
    found: dict[str, tuple[tuple[str, KnownPlace], ...]] = {}
    for place in gazetteer.towns(country):
        plain = plainly(place.name)
        found[consonants(plain)] = (*found.get(consonants(plain), ()), (plain, place))
    return found
