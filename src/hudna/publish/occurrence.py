"""An incident as other data sets look at it: sides, target, fighting, who gains, how exact day and place are."""

from datetime import date
from functools import cache
from typing import Literal

from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.cast import Cast, load_cast
from hudna.knowledge.crosswalk import FOLDER, Case, Target
from hudna.knowledge.files import read_yaml
from hudna.knowledge.theatres import theatre_names
from hudna.model.claim import Root
from hudna.model.edition import Edition
from hudna.model.incident import Incident, Party, When, Where

_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "ELI", "SPY"})
_CIVIL = frozenset({"CVL", "MED", "JRN", "REL", "EDU", "AGR", "BUS", "LAB", "REF", "SOC", "NGO", "UNK"})
_SURE = frozenset({"corroborated", "documented", "established"})


def cast() -> Cast:
    """Everybody who is listed."""
    return load_cast(theatre_names())


def case_of(incident: Incident, edition: Edition) -> Case:
    """What a crosswalk looks at."""
    sides = two_sides(incident)
    target = _target(incident)
    return Case(
        root=incident.root.value, mode=incident.mode, move=incident.move, contexts=incident.contexts,
        two_sided=bool(sides) and incident.root is Root.ASSAULT and not incident.recipients, target=target,
        fighting=is_fatal(incident) or _injured(incident) or _fought_there(incident, edition),
        fatal=is_fatal(incident), gains=_gains(incident),
        notable=incident.independent_origins >= 2 or incident.verification in _SURE or incident.status == "declared",
    )  # fmt: skip


def is_fatal(incident: Incident) -> bool:
    """Whether somebody's figure tells of a death."""
    dead = incident.fatalities
    return any(figure is not None and figure >= 1 for figure in (dead.low, dead.best, dead.high))


def two_sides(incident: Incident) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Who stands against whom: actors and recipients, or the two first of several actors of one fight."""
    if incident.actors and incident.recipients:
        return incident.actors, incident.recipients
    if incident.root is Root.ASSAULT and len(incident.actors) > 1:
        first = incident.actors[0]
        camp = tuple(
            one for one in incident.actors if one is first or (first.side and one.side == first.side)
        )
        rest = tuple(one for one in incident.actors if one not in camp)
        return (camp, rest) if rest else ((first,), incident.actors[1:])
    return None


def is_government(party: Party, country: str | None) -> bool:
    """Whether the party is, or is part of, what data sets take for the government of a country."""
    entry = _governments().get(country or "")
    if entry is not None:
        return not set(cast().chain(party.id)).isdisjoint(entry["actors"])
    return party.sector in _STATE and (party.country == country or country is None)


@cache
def _governments() -> dict[str, dict[str, list[str]]]:
    return dict(read_yaml(FOLDER / "governments.yml"))


def _target(incident: Incident) -> Target:
    sides = two_sides(incident)
    befallen = sides[1] if sides else ()
    if not befallen:
        return "none"
    if any(_bears_arms(one) for one in befallen):
        return "armed"
    if any("protest" in one.text.casefold() or "demonstrat" in one.text.casefold() for one in befallen):
        return "protesters"
    return "civilians" if any(one.sector in _CIVIL for one in befallen) else "none"


def _bears_arms(party: Party) -> bool:
    return is_armed(party.sector) or party.sector == "GOV" or cast().is_armed(party)


def _injured(incident: Incident) -> bool:
    hurt = incident.injuries
    return any(figure is not None and figure >= 1 for figure in (hurt.low, hurt.best, hurt.high))


def _fought_there(incident: Incident, edition: Edition) -> bool:
    """Whether a fight at the same place is told of for the same days."""
    if incident.root is not Root.COERCE or incident.place is None or incident.occurred is None:
        return False
    return any(
        other.root is Root.ASSAULT
        and other.counts
        and other.place is not None
        and other.place.name == incident.place.name
        and _overlap(other.occurred, incident.occurred)
        for other in edition.evidence.incidents
    )


def _overlap(one: When | None, other: When | None) -> bool:
    days = (one and one.earliest, one and one.latest, other and other.earliest, other and other.latest)
    first, last, since, until = days
    return bool(first and last and since and until and first <= until and since <= last)


def _gains(incident: Incident) -> Literal["government", "other"] | None:
    if incident.root is not Root.COERCE or not incident.actors:
        return None
    country = incident.place.country if incident.place else None
    return "government" if any(is_government(one, country) for one in incident.actors) else "other"


def day_span(incident: Incident) -> tuple[date, date] | None:
    """First and last day, where both are known."""
    when = incident.occurred
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def date_precision(first: date, last: date) -> tuple[int, int]:
    """How exact the day is: by UCDP's five steps, and by ACLED's three."""
    days = (last - first).days
    for most, ucdp, acled in ((0, 1, 1), (6, 2, 2), (7, 3, 2), (31, 4, 3)):
        if days <= most:
            return ucdp, acled
    return 5, 3


def place_precision(where: Where) -> tuple[int, int]:
    """How exact the place is: by UCDP's steps, and by ACLED's three."""
    if where.precision == "country":
        return 6, 3
    if where.precision in {"point", "town"}:
        return 1, 1
    if where.precision == "district":
        return 3, 3
    radius = where.radius_km or 0
    if where.precision == "area":
        return (2, 2) if radius <= 25 else (5, 3)
    return 4 if where.admin1 and where.name == where.admin1 else 5, 3
