"""What must not be said of the annotated report: one small check for each statement.

The statements stand in the annotation, in the order of CHECKS. A check answers with
the words that break it, or with nothing.
"""

from collections.abc import Callable, Iterable, Iterator

from hudna.evaluate.mentions import actor_spans, found_spans, place_spans
from hudna.evaluate.scores import Days, Located, distance_km, iou, overlap
from hudna.evaluate.seed_events import coded_events, is_local
from hudna.evaluate.seed_key import TOWN_REACH_KM, Key, KeyPlace, identifier_of, spans, touching
from hudna.model.claim import COUNTED, Claim, Place, Root, Status
from hudna.model.coded import Coded
from hudna.model.mention import PlaceMention

Check = Callable[[Key, Coded], Iterator[str]]
FIRST_YEAR = 2011


def _named(coded: Coded) -> Iterator[Located]:
    yield from found_spans(coded)["actors"]
    yield from found_spans(coded)["places"]


def damaged_opening_is_nobody(key: Key, coded: Coded) -> Iterator[str]:
    """The letters before the first lower-case one are debris, not a name."""
    debris = next(at for at, letter in enumerate(key.text) if letter.islower())
    yield from (key.text[one.start : one.end] for one in _named(coded) if one.start < debris)


def first_name_is_the_son(key: Key, coded: Coded) -> Iterator[str]:
    """The bare first name is the general's son."""
    for one in _actors_at(key, coded, "A04"):
        if identifier_of(one) not in {None, key.nodes["A04"].kb}:
            yield f"{key.text[one.start : one.end]} as {identifier_of(one)}"


def broadcaster_is_no_place(key: Key, coded: Coded) -> Iterator[str]:
    """The broadcaster's name is not a place."""
    yield from _places_at(key, coded, "A21")


def capital_for_government_is_no_place(key: Key, coded: Coded) -> Iterator[str]:
    """The capital standing for its government is nowhere an event's place."""
    metonyms = key.places["L05"].mentions[:2]
    for claim in coded_events(coded.claims):
        yield from (
            f"{claim.rule}: {key.text[place.start : place.end]}"
            for place in place_spans(claim)
            if touching(place, metonyms)
        )


def no_capture_is_told(key: Key, coded: Coded) -> Iterator[str]:
    """The possible capture is not told as having happened."""
    for claim in coded_events(coded.claims):
        seizes = claim.event is not None and claim.event.root in {Root.COERCE, Root.ASSAULT}
        there = seizes and _is_at(claim, key.places["L09"])
        if claim.counts and (there or _on(key, "E15", claim)):
            yield _line(claim)


def no_attack_is_told_or_planned(key: Key, coded: Coded) -> Iterator[str]:
    """The possible offensive is neither told nor its alleged planner's plan."""
    for claim in coded_events(coded.claims):
        attacks = (
            claim.event is not None and claim.event.root == Root.ASSAULT and _is_at(claim, key.places["L05"])
        )
        if claim.status in COUNTED | {Status.PLANNED} and (attacks or _on(key, "E14", claim)):
            yield _line(claim)


def composition_is_a_claim(key: Key, coded: Coded) -> Iterator[str]:
    """What the contingent is made of is the unnamed sources' word."""
    words = spans([key.claims["C07"]])[0]
    for claim in coded.claims:
        if claim.composition is not None or iou(claim, words) >= 0.5:
            sourced = any("A22" in key.nodes_of(one, one.actor) for one in claim.speakers)
            if not sourced or claim.status == Status.ACTUAL:
                yield _line(claim)


def quotation_leaves_the_side_open(key: Key, coded: Coded) -> Iterator[str]:
    """The mobilisation inside the mission's quotation has no side."""
    quote = spans([next(one for one in key.raw["quotes"] if one["id"] == "q2")])[0]
    for claim in coded_events(coded.claims):
        if claim.event and claim.event.root == Root.MOBILIZE and overlap(claim.event.trigger, quote):
            named = {node for one in claim.event.actors for node in key.nodes_of(one, one.id)}
            if named & {"A02", "A03"}:
                yield _line(claim)


def no_deaths_are_invented(key: Key, coded: Coded) -> Iterator[str]:
    """The clashes have no figures; "bloody" is at most a lower bound."""
    for name in ("E08", "E09"):
        least = key.events[name]["fatalities"]["low"]
        for claim in coded_events(coded.claims):
            count = claim.event.fatalities if claim.event and is_local(key, key.events[name], claim) else None
            if count and (count.best is not None or count.high is not None or (count.low or 0) > least):
                yield f"{_line(claim)} deaths {count.low, count.best, count.high}"


def neighbours_rebels_are_theirs(key: Key, coded: Coded) -> Iterator[str]:
    """The rebels of the neighbouring country are not the home country's actors."""
    home = key.places["L01"].country
    for one in _actors_at(key, coded, "A12"):
        if getattr(one, "country", None) == home or str(identifier_of(one)).endswith("-libya"):
            yield f"{key.text[one.start : one.end]} as {identifier_of(one)} of {getattr(one, 'country', None)}"


def smugglers_are_no_party(key: Key, coded: Coded) -> Iterator[str]:
    """The clash with smugglers sets no two parties of the ceasefire against each other."""
    for claim in coded_events(coded.claims):
        if claim.event and is_local(key, key.events["E08"], claim) and claim.event.root == Root.ASSAULT:
            people = (*claim.event.actors, *claim.event.recipients)
            nodes = {node for one in people for node in key.nodes_of(one, one.id)}
            if nodes & {"A05", "A06"} or "ceasefire" in (*claim.event.contexts, claim.event.mode):
                yield _line(claim)


def joint_force_is_itself(key: Key, coded: Coded) -> Iterator[str]:
    """The joint operations force is no organ of the ceasefire."""
    for one in _actors_at(key, coded, "A07"):
        if identifier_of(one) not in {None, key.nodes["A07"].kb}:
            yield f"{key.text[one.start : one.end]} as {identifier_of(one)}"


def two_armies_are_two(key: Key, coded: Coded) -> Iterator[str]:
    """Today's army and the historical one are different."""
    today = {identifier_of(one) for one in _actors_at(key, coded, "A06")} - {None}
    founded = {identifier_of(one) for one in _actors_at(key, coded, "A18")} - {None}
    yield from (str(shared) for shared in sorted(today & founded, key=str))


def heading_is_the_deployment(key: Key, coded: Coded) -> Iterator[str]:
    """What the staff reports can be the deployment announced before: nothing in it contradicts.

    Whether they are linked is the business of the link stage.
    """
    first = [
        claim for claim in _local(key, "E07", coded) if claim.event and claim.event.root == Root.MOBILIZE
    ]
    second = [
        claim for claim in _local(key, "E12", coded) if claim.event and claim.event.root == Root.MOBILIZE
    ]
    for claim in second:
        if first and not any(_days(claim).overlaps(_days(other)) for other in first):
            yield f"{_line(claim)} on other days than the deployment"


def nothing_told_is_older(_key: Key, coded: Coded) -> Iterator[str]:
    """Anniversaries and eras are anchors, not days of events told."""
    for claim in coded_events(coded.claims):
        earliest = _days(claim).earliest
        if claim.counts and earliest is not None and earliest.year < FIRST_YEAR:
            yield f"{_line(claim)} on {earliest}"


CHECKS: tuple[Check, ...] = (
    damaged_opening_is_nobody,
    first_name_is_the_son,
    broadcaster_is_no_place,
    capital_for_government_is_no_place,
    no_capture_is_told,
    no_attack_is_told_or_planned,
    composition_is_a_claim,
    quotation_leaves_the_side_open,
    no_deaths_are_invented,
    neighbours_rebels_are_theirs,
    smugglers_are_no_party,
    joint_force_is_itself,
    two_armies_are_two,
    heading_is_the_deployment,
    nothing_told_is_older,
)


def run_checks(key: Key, coded: Coded) -> list[tuple[str, list[str]]]:
    """Each statement with what breaks it."""
    statements = key.raw["negative_assertions"]
    if len(statements) != len(CHECKS):
        raise ValueError(f"{len(statements)} statements, {len(CHECKS)} checks; one for each would be right")
    return [(statement, list(check(key, coded))) for statement, check in zip(statements, CHECKS, strict=True)]


def _actors_at(key: Key, coded: Coded, node: str) -> Iterator[Located]:
    """Everything coded as an actor whose words are this node's more than any other's."""
    mentions = key.nodes[node].mentions
    everyone: Iterable[Located] = (
        *coded.mentions.actors,
        *(one for claim in coded.claims for one in actor_spans(claim)),
    )
    yield from (one for one in everyone if any(iou(one, mention) >= 0.5 for mention in mentions))


def _places_at(key: Key, coded: Coded, node: str) -> Iterator[str]:
    mentions = key.nodes[node].mentions
    named: Iterable[Located] = (
        *coded.mentions.places,
        *(one for claim in coded.claims for one in place_spans(claim)),
    )
    yield from (key.text[one.start : one.end] for one in named if touching(one, mentions))


def _local(key: Key, name: str, coded: Coded) -> list[Claim]:
    return [claim for claim in coded_events(coded.claims) if is_local(key, key.events[name], claim)]


def _on(key: Key, name: str, claim: Claim) -> bool:
    trigger = spans([key.events[name]["trigger"]])
    return claim.event is not None and touching(claim.event.trigger, trigger)


def _is_at(claim: Claim, place: KeyPlace) -> bool:
    return any(_is_point(place, one) for one in place_spans(claim))


def _is_point(place: KeyPlace, coded: Located) -> bool:
    if (
        not isinstance(coded, Place | PlaceMention)
        or coded.lat is None
        or coded.lon is None
        or place.lat is None
    ):
        return False
    point = coded.precision in {"point", "town", "area"}
    return point and distance_km(place.lat, place.lon or 0.0, coded.lat, coded.lon) <= TOWN_REACH_KM


def _days(claim: Claim) -> Days:
    occurred = claim.event.occurred if claim.event else None
    return Days(occurred.earliest, occurred.latest) if occurred else Days(None, None)


def _line(claim: Claim) -> str:
    root = claim.event.root if claim.event else claim.content
    return f"{root} {claim.status} rule={claim.rule} '{claim.text[:60]}'"
