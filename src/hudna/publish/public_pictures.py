"""Postures, movements and control for the public: no unit finer than a district, no line finer than a cell."""

from hudna.model.incident import Where
from hudna.model.picture import Holding, Movement, Posture, Signal
from hudna.publish.public_words import Veil, withheld


def public_posture(one: Posture, veil: Veil) -> Posture:
    """A posture of a listed body; of anybody else by kind."""
    name, text = veil.actor(one.actor, None)
    return one.model_copy(
        update={
            **({} if veil.area(one.area) else {"area": None, "area_name": None}),
            "actor": name or f"unlisted: {veil.id(one.actor)}", "name": text, "side": veil.side(one.side), "causes": (), "denied_by": veil.parties(one.denied_by),
            "claims": veil.ids(one.claims), **_within(one, veil),
        }
    )  # fmt: skip


def _within(one: Posture, veil: Veil) -> dict[str, tuple[str, ...]]:
    """The listed bodies that an actor is part of; a person is none."""
    kept = [part for part in one.within if veil.actor(part, None)[0] == part]
    return {"within": tuple(kept), "within_names": tuple(veil.actor(part, None)[1] for part in kept)}


def public_movement(one: Movement, veil: Veil) -> Movement:
    """A movement between areas; nobody's words on what it is for."""
    hidden = veil.touches(one.claims)
    sightings = tuple(
        sighting.model_copy(
            update={"where": where, "by": veil.parties(sighting.by), "claims": veil.ids(sighting.claims)}
        )
        for sighting in one.sightings
        if sighting.on is not None and sighting.on <= veil.until
        for where in [_area(sighting.where, veil, hidden=hidden)]
    )
    # A way leads to where it ends.
    line = (
        () if hidden else tuple(dict.fromkeys((veil.coarse(lon), veil.coarse(lat)) for lon, lat in one.line))
    )
    return one.model_copy(
        update={
            "force": veil.parties(one.force), "composition": (), "purposes": (), "feared": (), "sightings": sightings,
            "side": veil.side(one.side),
            "origin": veil.where(one.origin, sensitive=hidden), "heading": veil.where(one.heading, sensitive=hidden),
            "destination": veil.where(one.destination, sensitive=hidden), "at": veil.where(one.at, sensitive=hidden), "line": line if len(line) > 1 else (), "claims": veil.ids(one.claims),
            "uncertainty_km": max(one.uncertainty_km or 0, veil.rules.least_radius_km),
        }
    )  # fmt: skip


def public_holding(one: Holding, veil: Veil) -> Holding:
    """A statement of who holds an area."""
    return one.model_copy(
        update={
            "place": _area(one.place, veil, hidden=veil.touches(one.claims)), "side": veil.side(one.side), "holder": veil.party(one.holder) if one.holder else None,
            "claimed_by": veil.party(one.claimed_by) if one.claimed_by else None, "source": None, "claims": veil.ids(one.claims),
        }
    )  # fmt: skip


def public_signal(one: Signal, veil: Veil) -> Signal:
    """An act that eases or strains."""
    return one.model_copy(
        update={
            "by": veil.parties(one.by), "to": veil.parties(one.to), "where": veil.where(one.where, sensitive=veil.touches(one.claims)), "because": withheld(),
            "claims": veil.ids(one.claims),
        }
    )  # fmt: skip


def _area(where: Where, veil: Veil, *, hidden: bool) -> Where:
    area = veil.where(where, sensitive=hidden)
    assert area is not None  # a place that is given stays one
    return area
