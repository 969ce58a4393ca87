"""Cells that several tables share: parties, places, days."""

from collections.abc import Iterable, Sequence

from hudna.model.incident import Party, When, Where


def joined(values: Iterable[object]) -> str:
    """Values in one cell."""
    return "; ".join("" if value is None else str(value) for value in values)


def parties(role: str, found: Sequence[Party]) -> dict[str, object]:
    """Names, ids, countries, sectors and sides of parties, each list in the same order."""
    return {
        role: joined(one.text for one in found),
        f"{role}_id": joined(one.id for one in found),
        f"{role}_country": joined(one.country for one in found),
        f"{role}_sector": joined(one.sector for one in found),
        f"{role}_side": joined(one.side for one in found),
    }


def place(where: Where | None) -> dict[str, object]:
    """A place with how far it may lie from its point."""
    if where is None:
        return {}
    return {
        "place": where.name, "place_id": where.id, "country": where.country, "admin1": where.admin1,
        "latitude": where.lat, "longitude": where.lon, "radius_km": where.radius_km, "geo_precision": where.precision,
    }  # fmt: skip


def days(when: When | None) -> dict[str, object]:
    """The days between which it lies."""
    if when is None:
        return {}
    return {
        "date_from": when.earliest, "date_to": when.latest, "date_precision": when.precision, "date_basis": when.basis,
    }  # fmt: skip


def name(party: Party | None) -> str | None:
    """The name of a party, if there is one."""
    return party.text if party else None
