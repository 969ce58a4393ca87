"""What was expected of a replay against what was found: each entry by the fields that it holds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hudna.errors import KnowledgeError
from hudna.evaluate.replay_records import Checkpoint, Expected
from hudna.evaluate.replay_running import Seen
from hudna.model.incident import Party, Where

SECTIONS = tuple(Expected.model_fields)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation, whether it holds, and a line on it."""

    section: str
    holds: bool
    line: str


# Judged incidents have names; those that the stage makes have none.
_NAMES = ("incident", "touched_by")


def outcomes(point: Checkpoint, seen: Seen) -> Iterator[Outcome]:
    """Every expectation of a day: each entry must be met, each must-not must not."""
    for section in SECTIONS:
        found = list(found_in(section, seen))
        for entry in (_unnamed(one, seen) for one in getattr(point, section)):
            holds = any(fits(entry, one) for one in found)
            yield Outcome(section, holds, f"{point.as_of} {section} {entry}{'' if holds else ': not found'}")
        for entry in getattr(point.must_not, section):
            if not seen.names and not entry.keys().isdisjoint(_NAMES):
                continue
            against = [one for one in found if fits(entry, one)]
            note = f": found {against[0]}" if against else ""
            yield Outcome(section, not against, f"{point.as_of} {section} must not: {entry}{note}")


def _unnamed(entry: dict[str, Any], seen: Seen) -> dict[str, Any]:
    return entry if seen.names else {key: value for key, value in entry.items() if key not in _NAMES}


def fits(entry: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a record has everything that an entry says; a list in the entry must lie in the record's."""
    unknown = set(entry) - set(found)
    if unknown:
        known = ", ".join(sorted(found))
        raise KnowledgeError(f"an expectation names {min(unknown)!r}; known: {known}")
    return all(_same(value, found[key]) for key, value in entry.items())


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, list):
        return all(any(_same(one, other) for other in found) for one in wanted)
    if isinstance(found, list | tuple) and not isinstance(wanted, list | tuple):
        return any(_same(wanted, one) for one in found)
    return bool(wanted == found)


def found_in(section: str, seen: Seen) -> Iterable[dict[str, Any]]:
    """The records of a section in short."""
    if section not in _IN_SHORT:
        raise KnowledgeError(f"unknown section {section!r}; known: {', '.join(SECTIONS)}")
    return _IN_SHORT[section](seen)


def _postures(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.picture.postures:
        hows, directions = [c.how for c in one.causes], [c.direction for c in one.causes]
        yield {**_plain(one), "denied_by": _ids(one.denied_by), "hows": hows, "directions": directions}


def _holdings(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.picture.holdings:
        marks = {"contradicted": bool(one.contradicts), "tense": bool(one.sits_ill_with)}
        who = {"place": one.place.id, "holder": _id(one.holder), "by": _id(one.claimed_by)}
        yield {**_plain(one), **who, **marks}


def _signals(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.picture.signals:
        yield {**_plain(one), "by": _ids(one.by), "to": _ids(one.to)}


def _findings(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.review.findings:
        labels = [seen.names.get(name, name) for name in one.incidents]
        heard = {name: getattr(one.heard, name, None) for name in ("days_with_reports", "listening_since")}
        by = {"by": _ids(one.by), "denied_by": _ids(one.denied_by)}
        yield {**_plain(one), **heard, **by, "incident": labels}


def _tripwires(seen: Seen) -> Iterator[dict[str, Any]]:
    for one in seen.review.tripwires:
        touched = [seen.names.get(name, name) for name in one.touched_by]
        watch = {"place": one.watch.place, "actors": one.watch.actors}
        yield {**_plain(one), "author": _id(one.author), **watch, "touched_by": touched}


_IN_SHORT: dict[str, Callable[[Seen], Iterable[dict[str, Any]]]] = {
    "posture": _postures,
    "movements": lambda seen: (_movement(one) for one in seen.picture.movements),
    "holdings": _holdings,
    "signals": _signals,
    "channels": lambda seen: (_plain(one) for one in seen.picture.channels),
    "findings": _findings,
    "declared": lambda seen: ({**_plain(one), "by": _id(one.declarer)} for one in seen.review.declared),
    "tripwires": _tripwires,
    "counts": lambda seen: (_plain(one) for one in seen.review.counts),
    "occasions": lambda seen: (_plain(one) for one in seen.review.occasions),
}


def _plain(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def _movement(one: Any) -> dict[str, Any]:
    return {
        **_plain(one),
        "force": _ids(one.force),
        "origin": _place(one.origin),
        "heading": _place(one.heading),
        "destination": _place(one.destination),
        "at": _place(one.at),
        "purposes": [purpose.kind for purpose in one.purposes],
        "purposes_by": [f"{_id(purpose.speaker)}: {purpose.kind}" for purpose in one.purposes],
        "feared": [f"{fear.kind} {where.id}" for fear in one.feared for where in fear.places],
        "made_of": [party.id for made in one.composition for party in made.made_of],
        "points": len(one.line),
    }


def _id(party: Party | None) -> str | None:
    return None if party is None else party.id or party.text


def _ids(parties: Iterable[Party]) -> list[str | None]:
    return [_id(party) for party in parties]


def _place(where: Where | None) -> str | None:
    return None if where is None else where.id or where.name
