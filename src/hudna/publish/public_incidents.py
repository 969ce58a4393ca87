"""Incidents for the public: what, which side, which area, how many origins, who disagrees; nobody's name."""

from hudna.model.evidence import Evidence
from hudna.model.incident import Estimate, Incident, Position, Says, Toll
from hudna.publish.public_words import Veil, withheld


def public_incident(incident: Incident, veil: Veil, evidence: Evidence) -> Incident:
    """The incident with places as areas and without persons, publishers and words."""
    texts = (evidence.claims[name].text for name in incident.claims if name in evidence.claims)
    sensitive = veil.rules.is_sensitive(*texts) or veil.touches(incident.claims)
    places = ((role, veil.where(where, sensitive=sensitive)) for role, where in incident.places)
    return incident.model_copy(
        update={
            "claims": veil.ids(incident.claims), "reports": veil.ids(incident.reports),
            "origins": tuple(veil.ids(origin) for origin in incident.origins), "origins_because": (),
            "actors": veil.parties(incident.actors), "recipients": veil.parties(incident.recipients),
            "place": veil.where(incident.place, sensitive=sensitive),
            "places": tuple((role, where) for role, where in places if where is not None),
            "fatalities": _toll(incident.fatalities, veil), "injuries": _toll(incident.injuries, veil),
            "positions": tuple(_position(one, veil, sensitive=sensitive) for one in incident.positions),
            "sides": tuple(dict.fromkeys(filter(None, map(veil.side, incident.sides)))),
            "grade": incident.grade.model_copy(update={"because": ()}), "judgements": (), "review": None,
        }
    )  # fmt: skip


def _toll(toll: Toll, veil: Veil) -> Toll:
    return toll.model_copy(update={"by": tuple(_estimate(one, veil) for one in toll.by)})


def _estimate(one: Estimate, veil: Veil) -> Estimate:
    speaker = veil.party(one.speaker) if one.speaker else None
    return one.model_copy(update={"speaker": speaker, "claims": veil.ids(one.claims)})


def _position(one: Position, veil: Veil, *, sensitive: bool) -> Position:
    return one.model_copy(
        update={
            "speaker": veil.party(one.speaker) if one.speaker else None, "source": None, "side": veil.side(one.side),
            "says": _says(one.says, veil, sensitive=sensitive), "interest": withheld() if one.interest else None,
            "claims": veil.ids(one.claims), "before": tuple(_position(old, veil, sensitive=sensitive) for old in one.before),
        }
    )  # fmt: skip


def _says(says: Says, veil: Veil, *, sensitive: bool) -> Says:
    return says.model_copy(
        update={
            "who": veil.parties(says.who), "whom": veil.parties(says.whom), "harmed": veil.parties(says.harmed), "where": veil.where(says.where, sensitive=sensitive),
            "dead": _estimate(says.dead, veil) if says.dead else None, "hurt": _estimate(says.hurt, veil) if says.hurt else None,
            "deeds": _estimate(says.deeds, veil) if says.deeds else None,
            "why": (), "made_of": veil.parties(says.made_of),
        }
    )  # fmt: skip
