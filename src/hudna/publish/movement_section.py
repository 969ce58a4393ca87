"""Movements in words: the force, its way, and every purpose that anybody names beside the others."""

from collections.abc import Iterator, Sequence

from hudna.model.picture import Movement, StatedMakeup, StatedPurpose
from hudna.publish.document import Block, Sentence
from hudna.publish.sections import Section, listed, parties, period, sentence_of, spot, whose

_WAYS = (("from", "origin"), ("to", "destination"), ("towards", "heading"), ("told of in", "at"))
_HELD = {
    "planned": "as planned", "declared": "by their own account", "alleged": "as an allegation",
    "hypothetical": "as possible, not as having happened", "conditional": "under a condition",
    "denied": "denying it", "demanded": "as a demand",
}  # fmt: skip


def movement_section(movements: Sequence[Movement]) -> Section:
    """One block for each movement, the last seen first."""
    latest = sorted(movements, key=lambda one: (one.last_seen is None, one.last_seen), reverse=True)
    blocks = tuple(Block(sentence_of(_title(one)).rstrip("."), tuple(_told(one))) for one in latest)
    return Section("Movements of forces", blocks, "No movement is told of.")


def _title(one: Movement) -> str:
    force = parties(one.force) or "a force not named"
    return f"{force}: {'withdrawal' if one.withdrawal else 'movement'} {_way(one) or 'on a way not told'}"


def _way(one: Movement) -> str:
    named = [(word, getattr(one, field)) for word, field in _WAYS]
    return ", ".join(f"{word} {spot(where)}" for word, where in named if where)


def _told(one: Movement) -> Iterator[Sentence]:
    yield Sentence(_track(one), one.claims)
    competing = len({(purpose.kind, whose(purpose.speaker)) for purpose in one.purposes}) > 1
    for purpose in one.purposes:
        yield Sentence(_purpose(purpose, competing=competing), purpose.claims)
    for feared in one.feared:
        yield Sentence(_feared(feared), feared.claims)
    for made in one.composition:
        yield Sentence(_makeup(made), made.claims)


def _track(one: Movement) -> str:
    named = [sighting for sighting in one.sightings if sighting.where.precision != "country"]
    places = list(dict.fromkeys(spot(sighting.where) for sighting in named))
    held = f"It is told of {period(one.first_seen, one.last_seen)}, {_status(one.status)}"
    way = f"{held}; places named: {', '.join(places)}" if places else f"{held}; no place on its way is named"
    if one.line and one.uncertainty_km:
        return sentence_of(f"{way}. The line on a map is uncertain by about {one.uncertainty_km:.0f} km")
    return sentence_of(way)


def _status(status: str) -> str:
    return {"actual": "as having happened", "reported": "as reported", **_HELD}.get(status, f"as {status}")


def _purpose(one: StatedPurpose, *, competing: bool) -> str:
    held = _HELD.get(one.status, "")
    relayed = f", relayed by {', '.join(one.relayed_by)}" if one.relayed_by else ""
    kind = f" ({one.kind.replace('-', ' ')})" if one.kind else ""
    opening = "one of several purposes named" if competing else "the purpose named"
    said = f"{opening}, by {whose(one.speaker, anonymous=one.anonymous)}{relayed}: “{one.text}”{kind}"
    return sentence_of(f"{said}{f', {held}' if held else ''}")


def _feared(one: StatedPurpose) -> str:
    """An act of the same force that others hold possible."""
    where = f" in {listed([spot(place) for place in one.places])}" if one.places else ""
    return sentence_of(
        f"Held possible by {whose(one.speaker, anonymous=one.anonymous)}, not told as having happened: “{one.text}”{where}"
    )


def _makeup(one: StatedMakeup) -> str:
    share = f" for {one.share}" if one.share else ""
    held = _HELD.get(one.status, "")
    by = whose(one.speaker, anonymous=one.anonymous)
    return sentence_of(
        f"according to {by}, it consists{share} of {parties(one.made_of)}{f', {held}' if held else ''}"
    )
