"""Who is said to hold what: dated statements with their speakers, never a map of the truth.

Statements come from control claims, from seizures told as having happened (taken, and lost
by whom it was taken from) and from withdrawals (lost). A statement keeps the area it was
made for: "the east" is not handed down to its towns.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Literal

from hudna.model.claim import Claim, Root, Status
from hudna.model.evidence import Telling, party_of, where_of
from hudna.model.incident import Incident, Party, Where
from hudna.model.picture import Holding
from hudna.model.view import View
from hudna.picture.ledger import Ledger
from hudna.picture.setting import Setting, Sight

# "the town of X in the east of Y" was taken, and not the east.
_WIDE = ("region", "admin1")

Standing = Literal["controlled", "nominal", "contested", "influence", "none", "lost", "taken"]


def holdings(sight: Sight, setting: Setting) -> tuple[Holding, ...]:
    """Every statement, by place and day, with what contradicts it."""
    ledger = ledger_of(sight, setting)
    return tuple(ledger.line(name) for name in ledger.names())


def ledger_of(sight: Sight, setting: Setting) -> Ledger:
    """A ledger with every statement and every move of the evidence."""
    ledger = Ledger(setting)
    for one in claimed(sight.evidence.of_content("control"), sight, setting):
        ledger.state(one)
    for incident in sight.evidence.incidents:
        for one in from_incident(incident, sight, setting):
            ledger.state(one)
        ledger.move(incident, sight)
    return ledger


def claimed(claims: Iterable[Claim], sight: Sight, setting: Setting) -> Iterator[Holding]:
    """The statements that claims make in so many words."""
    for claim in claims:
        if claim.control and claim.control.area:
            holder = party_of(claim.control.holder) if claim.control.holder else None
            telling = sight.evidence.telling(claim)
            status: Standing = claim.control.status
            if claim.status is Status.DENIED:
                status = "none"
            where = where_of(claim.control.area)
            yield _holding(where, claim.control.as_of or telling.said, holder, status, telling, setting, ())


def from_incident(incident: Incident, sight: Sight, setting: Setting) -> Iterator[Holding]:
    """The statements that lie in a seizure or a withdrawal."""
    if incident.third_party:
        return
    if incident.root is Root.COERCE and incident.mode == "seize":
        yield from _seizure(incident, sight, setting)
    elif incident.root is Root.RETREAT and incident.mode == "withdraw":
        yield from _departure(incident, sight, setting)


def _seizure(incident: Incident, sight: Sight, setting: Setting) -> Iterator[Holding]:
    """Taken by those who act, lost by those it was taken from; a denial says that it is not held."""
    for view in _told_as(Root.COERCE, "seize", incident, sight):
        takers = [party for party in view.actors if setting.cast.is_armed(party) or party.id]
        for where in _whole_places(view, "at", "to"):
            if view.telling.status is Status.DENIED:
                yield from _each(where, view, takers, "none", setting)
            elif view.telling.counts:
                yield from _each(where, view, takers, "taken", setting)
                yield from _each(where, view, _who_could_hold(view.recipients, setting), "lost", setting)


def _who_could_hold(parties: Iterable[Party], setting: Setting) -> list[Party]:
    """Forces and authorities; the people of a place were never those who held it."""
    return [party for party in parties if setting.cast.is_armed(party) or party.sector == "GOV"]


def _departure(incident: Incident, sight: Sight, setting: Setting) -> Iterator[Holding]:
    for view in _told_as(Root.RETREAT, "withdraw", incident, sight):
        for where in _whole_places(view, "from", "at", "origin"):
            if view.telling.counts:
                yield from _each(where, view, list(view.actors), "lost", setting)


def _told_as(root: Root, mode: str, incident: Incident, sight: Sight) -> Iterator[View]:
    """Tellings of the act itself: a fight that the same incident is told as takes and leaves no place."""
    return (view for view in sight.views(incident) if (view.root, view.mode) == (root, mode))


def _whole_places(view: View, *roles: str) -> list[Where]:
    """The places of a telling without those that only say where another of them lies."""
    found = [where for role, where in view.places if role in roles and where.precision != "country"]
    narrow = [where for where in found if where.precision not in _WIDE]
    return narrow or found


def _each(
    where: Where, view: View, holders: list[Party], status: Standing, setting: Setting
) -> Iterator[Holding]:
    for holder in holders:
        yield _holding(where, view.on, holder, status, view.telling, setting, (view.incident.id,))


def _holding(
    where: Where, as_of: date | None, holder: Party | None, status: Standing, telling: Telling,
    setting: Setting, incidents: tuple[str, ...],
) -> Holding:  # fmt: skip
    who = holder.id or holder.text if holder else "-"
    words = "|".join((where.id or where.name, str(as_of), who, status, *telling.claims))
    return Holding(
        id=f"h{sha256(words.encode()).hexdigest()[:15]}",
        place=where,
        as_of=as_of,
        holder=holder,
        side=setting.cast.side(holder),
        status=status,
        claimed_by=telling.speaker,
        source=telling.source,
        alleged=telling.status is Status.ALLEGED,
        incidents=incidents,
        claims=telling.claims,
    )


def latest(found: Iterable[Holding], as_of: date) -> dict[str, tuple[Holding, ...]]:
    """By place, the statements of the last day on which anything was said of it."""
    by_place: dict[str, list[Holding]] = defaultdict(list)
    for one in found:
        if one.as_of is None or one.as_of <= as_of:
            by_place[one.place.id or one.place.name].append(one)
    last = {place: max((one.as_of or date.min) for one in ones) for place, ones in by_place.items()}
    return {
        place: tuple(one for one in ones if (one.as_of or date.min) == last[place])
        for place, ones in sorted(by_place.items())
    }
