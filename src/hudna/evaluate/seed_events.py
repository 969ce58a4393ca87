"""Do coded events and claims answer the annotated ones of the set `seed`?

Tolerances, each because the annotation itself leaves the point open:
- an element of a force ("units") counts as the force;
- a clash has sides, not a doer: where the annotation lists two actors and no
  recipient, a side coded as recipient counts as an actor;
- an event annotated as actual and declared may be coded as declared;
- where every speaker of an event's claims is of ambiguous scope, reported and alleged pass
  for actual;
- a place or day that the event's sentence does not name may be left out, never wrong;
- a whole country as place, and the day of publication as day, may be left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from hudna.evaluate.scores import Days, iou, overlap, pair_up
from hudna.evaluate.seed_key import NARRATOR, Key, chains, days_of, identifier_of, same_place, spans, touching
from hudna.model.claim import Actor, Claim, Event, Status
from hudna.model.record import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """In what a coded event agrees with an annotated one."""

    claim: Claim
    root: bool
    actors: bool
    status: bool
    place: bool
    day: bool

    @property
    def but_status(self) -> bool:
        return self.root and self.actors and self.place and self.day

    @property
    def full(self) -> bool:
        return self.but_status and self.status

    @property
    def faults(self) -> str:
        """The fields that differ."""
        names = ("root", "actors", "status", "place", "day")
        return "+".join(name for name in names if not getattr(self, name)) or "none"


def coded_events(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that hold an event."""
    return [claim for claim in claims if claim.event is not None]


def is_local(key: Key, gold: Mapping[str, Any], claim: Claim) -> bool:
    """Does the coded trigger stand in the annotated trigger or in the words of the event's claims?"""
    where = [*spans([gold["trigger"]]), *spans([key.claims[name] for name in gold["claims"]])]
    return claim.event is not None and touching(claim.event.trigger, where)


def answer(key: Key, gold: Mapping[str, Any], claim: Claim) -> Answer | None:
    """The comparison field by field; None where the coded event stands elsewhere."""
    event = claim.event
    if event is None or not is_local(key, gold, claim):
        return None
    return Answer(
        claim, gold["plover"] == event.root, same_actors(key, gold, event), same_status(key, gold, claim.status),
        same_where(key, gold, event), same_when(key, gold, event),
    )  # fmt: skip


def same_actors(key: Key, gold: Mapping[str, Any], event: Event) -> bool:
    """The same set of actors: everyone annotated is coded and nobody else is?"""
    wanted = key.wholes(gold["actor"])
    coded = [_wholes(key, one) for one in event.actors]
    if len(wanted) > 1 and not gold["recipient"]:
        coded += [_wholes(key, one) for one in event.recipients]
    covered = {node for nodes in coded for node in nodes if node in wanted}
    return covered == wanted and all(nodes & wanted for nodes in coded)


def _wholes(key: Key, actor: Actor) -> set[str]:
    return key.wholes(key.nodes_of(actor, identifier_of(actor)))


def same_status(key: Key, gold: Mapping[str, Any], status: Status) -> bool:
    """The annotated status, or one that the annotation leaves open?"""
    accepted = {gold["status"]}
    if gold.get("declared"):
        accepted.add(Status.DECLARED)
    if gold["status"] == Status.ACTUAL and _is_ambiguous(key, gold):
        accepted |= {Status.REPORTED, Status.ALLEGED}
    return status in accepted


def _is_ambiguous(key: Key, gold: Mapping[str, Any]) -> bool:
    nodes = [
        one for name in gold["claims"] for one in key.claims[name]["source_chain"] if one["node"] != NARRATOR
    ]
    return bool(nodes) and all("ambiguous" in one.get("scope", "") for one in nodes)


def same_where(key: Key, gold: Mapping[str, Any], event: Event) -> bool:
    """A coded place equal to the annotated one or containing it; none where the sentence names none?"""
    if not gold["place"]:
        return True
    names = gold["place"] if isinstance(gold["place"], list) else [gold["place"]]
    places = [key.places[name] for name in names]
    if event.places:
        return any(same_place(place, coded) for place, coded in product(places, event.places))
    sentence = key.sentence(event.trigger)
    return not any(not place.country_wide and touching(sentence, place.mentions) for place in places)


def same_when(key: Key, gold: Mapping[str, Any], event: Event) -> bool:
    """Do the days overlap; or is none given where the sentence gives none?"""
    accepted = days_of(gold["time"])
    if not accepted:
        return True
    # An interval without a first day ("before it was published") overlaps everything: no answer.
    if event.occurred is not None and event.occurred.earliest is not None:
        coded = Days(event.occurred.earliest, event.occurred.latest)
        return any(coded.overlaps(days) for days in accepted)
    published = key.report.published
    if any(days.earliest == days.latest == published for days in accepted):
        return True
    sentence = key.sentence(event.trigger)
    return not touching(sentence, (time.span for time in key.times if time.dates_event))


def best_answers(key: Key, names: Sequence[str], claims: Sequence[Claim]) -> dict[str, Answer | None]:
    """For each annotated event the coded one that answers it best, one to one."""
    coded = coded_events(claims)
    gold = [key.events[name] for name in names]

    def score(one: Mapping[str, Any], claim: Claim) -> float:
        found = answer(key, one, claim)
        if found is None or one["plover"] is None or not (found.root or _on_trigger(one, claim)):
            return 0.0
        agreed = sum((found.root, found.actors, found.status, found.place, found.day))
        return 10.0 * found.full + 5.0 * found.but_status + agreed + 0.5 * _on_trigger(one, claim)

    chosen = dict(pair_up(gold, coded, score))
    return {
        name: answer(key, gold[i], coded[chosen[i]]) if i in chosen else None for i, name in enumerate(names)
    }


def _on_trigger(gold: Mapping[str, Any], claim: Claim) -> bool:
    return claim.event is not None and bool(overlap(claim.event.trigger, spans([gold["trigger"]])[0]))


def answers_some(key: Key, claim: Claim) -> bool:
    """Does a coded event fully answer some annotated event, optional or not?"""
    found = (answer(key, gold, claim) for gold in key.raw["events"] if gold["plover"])
    return any(one is not None and one.full for one in found)


def best_claims(key: Key, claims: Sequence[Claim]) -> dict[str, tuple[Claim, bool] | None]:
    """For each annotated claim the coded claim in its words, and whether the chain is right."""
    gold = list(key.raw["claims"])

    def score(one: Mapping[str, Any], claim: Claim) -> float:
        likeness = claim_likeness(one, claim)
        return likeness + 2.0 * same_source(key, one, claim) if likeness >= 0.5 else 0.0

    chosen = dict(pair_up(gold, claims, score))
    return {
        one["id"]: (claims[chosen[i]], same_source(key, one, claims[chosen[i]])) if i in chosen else None
        for i, one in enumerate(gold)
    }


def claim_likeness(gold: Mapping[str, Any], claim: Claim) -> float:
    """Overlap of the words, with or without the speaker at either edge of the coded claim.

    The annotation itself takes the speaker in at times and leaves it out at others.
    """
    annotated = spans([gold])[0]
    starts = {claim.start} | {one.end for one in claim.speakers if abs(one.start - claim.start) <= 5}
    ends = {claim.end} | {one.start for one in claim.speakers if abs(one.end - claim.end) <= 5}
    return max(
        iou(annotated, Span(text="", start=start, end=end))
        for start, end in product(starts, ends)
        if start < end
    )


def same_source(key: Key, gold: Mapping[str, Any], claim: Claim) -> bool:
    """The same speakers in the same order?"""
    coded = [key.nodes_of(one, one.actor) for one in claim.speakers]
    return any(
        len(chain) == len(coded) and all(node in nodes for node, nodes in zip(chain, coded, strict=True))
        for chain in chains(gold)
    )
