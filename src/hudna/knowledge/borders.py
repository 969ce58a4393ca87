"""Which countries touch which, by their ISO code or by what UCDP and ViEWS call them."""

from functools import cache

from hudna.knowledge.files import ROOT, load_list
from hudna.model.record import Record

_PATH = ROOT / "places" / "borders.yml"


class Country(Record):
    """A country with its names and the countries it touches by land."""

    id: str
    names: tuple[str, ...]
    borders: tuple[str, ...] = ()


@cache
def _countries() -> dict[str, Country]:
    """The countries by code and by every name, in small letters."""
    found: dict[str, Country] = {}
    for country in load_list(_PATH, Country):
        found[country.id.lower()] = country
        found.update(dict.fromkeys((name.lower() for name in country.names), country))
    return found


def country_of(name: str) -> Country | None:
    """The country of a code or name; UCDP's former names in brackets may be left out."""
    known = _countries()
    return known.get(name.lower()) or known.get(name.split(" (", maxsplit=1)[0].lower())


def touching(names: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """For each of these countries, the places in the tuple of those it touches; none where it is unknown."""
    found = [country_of(name) for name in names]
    place = {country.id: number for number, country in enumerate(found) if country is not None}
    return tuple(
        tuple(place[other] for other in country.borders if other in place) if country is not None else ()
        for country in found
    )
