"""Which coded claim answers which judged claim, and in what they are alike.

Claims are paired one to one so that the sum of named likenesses is as high as it can
be. Nothing is paired that stands elsewhere in the report.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from hudna.evaluate.gold import GoldActor, GoldClaim, GoldReport
from hudna.evaluate.scores import DETERMINER, JOINTS, Located, distance_km, iou, overlap, pair_up, same_words
from hudna.model.claim import COUNTED, Actor, Claim, Place, Speaker, Status
from hudna.model.coded import Coded

NEAR_KM = 161.0  # 100 miles: the distance within which geoparsers are usually scored

Score = Callable[[GoldClaim, Claim, str], float]

POSSIBLE = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.HYPOTHETICAL, Status.DEMANDED})
# An optional judged claim gives way to a required one that fits as well.
OPTIONAL_WEIGHT = 0.9
LIKENESS_WEIGHTS = {"event": 8.0, "told": 4.0, "loose": 4.0, "strict": 1.0, "trigger": 1.0, "actors": 0.5}


def status_class(status: Status) -> str:
    """Told as having happened, possible, denied, historical or a state."""
    if status in COUNTED:
        return "told"
    return "possible" if status in POSSIBLE else status.value


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what a coded event is like a judged one.

    event: same root, an actor in common, same class of status. told: the same, whatever
    the status. loose: same root and trigger. strict: an event with mode and recipients too.
    """

    root: bool
    trigger: bool
    actors: bool
    status_class: bool
    told: bool
    loose: bool
    event: bool
    strict: bool

    def score(self, closeness: float) -> float:
        """Weight of the likenesses that hold, and how far the claims' words agree."""
        return sum(weight for name, weight in LIKENESS_WEIGHTS.items() if getattr(self, name)) + closeness


@dataclass(frozen=True, slots=True)
class Pair:
    """A judged claim with the coded claim that answers it."""

    gold: GoldClaim
    coded: Claim
    like: Likeness | None = None  # events only

    @property
    def comparable(self) -> bool:
        """Do both tell of one thing, so that status, speakers, place and day can be compared?"""
        return self.like is None or self.like.told or self.like.loose


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs of one report, and the claims that found no partner."""

    report: GoldReport
    coded: Coded
    pairs: tuple[Pair, ...]
    alone_gold: tuple[GoldClaim, ...]
    alone_coded: tuple[Claim, ...]


def same_actor(one: GoldActor, other: Actor | Speaker, text: str) -> bool:
    """Do a judged and a coded actor agree by identifier or by words?"""
    identifier = other.id if isinstance(other, Actor) else other.actor
    if one.id is not None and one.id == identifier:
        return True
    return same_words(one, other, text) or _same_name(one.text, other.text) or _is_member(one, other)


def _is_member(one: GoldActor, other: Actor | Speaker) -> bool:
    """ "the army and allied fighters" judged as one, coded as two: each of the two is right."""
    return JOINTS.search(one.text) is not None and one.start <= other.start and other.end <= one.end


def _same_name(one: str, other: str) -> bool:
    """A proper name said twice is one actor, wherever it stands; "the group" may be two."""
    return one == other and one[:1].isupper() and DETERMINER.match(one) is None


def any_actor_in_common(gold: Sequence[GoldActor], coded: Iterable[Actor], text: str) -> bool:
    """Is one of the judged actors among the coded ones?"""
    found = tuple(coded)
    return any(same_actor(one, other, text) for one in gold for other in found)


def touches_trigger(gold: GoldClaim, span: Located) -> bool:
    """Does the span share a character with an accepted trigger?"""
    return any(overlap(option, span) for option in gold.trigger)


def compare_events(gold: GoldClaim, coded: Claim, text: str) -> Likeness | None:
    """The likenesses of two events; None where they stand in different words."""
    event = coded.event
    if event is None:
        return None
    trigger = touches_trigger(gold, event.trigger)
    near = trigger or overlap(gold, coded) > 0
    if not near:
        return None
    root = event.root in (gold.root, *gold.or_root)
    actors = any_actor_in_common(gold.actors, event.actors, text)
    recipients = not gold.recipients or any_actor_in_common(gold.recipients, event.recipients, text)
    alike = status_class(gold.status) == status_class(coded.status)
    told = root and (actors or not gold.actors)
    return Likeness(
        root=root, trigger=trigger, actors=actors, status_class=alike, told=told, loose=root and trigger,
        event=told and alike, strict=told and alike and recipients and gold.mode == event.mode,
    )  # fmt: skip


def align(report: GoldReport, coded: Coded) -> Alignment:
    """The best one-to-one pairing of a report's judged and coded claims."""
    pairs: list[Pair] = []
    for content, score in SCORES.items():
        gold = [claim for claim in report.claims if claim.content == content]
        found = [claim for claim in coded.claims if claim.content == content]
        weighed = partial(_weighed, score, report.text)
        pairs += [_pair(gold[i], found[j], report.text) for i, j in pair_up(gold, found, weighed)]
    taken_gold = {id(pair.gold) for pair in pairs}
    taken = {id(pair.coded) for pair in pairs}
    return Alignment(
        report, coded, tuple(pairs),
        tuple(claim for claim in report.claims if id(claim) not in taken_gold),
        tuple(claim for claim in coded.claims if id(claim) not in taken),
    )  # fmt: skip


def _weighed(score: Score, text: str, gold: GoldClaim, coded: Claim) -> float:
    return score(gold, coded, text) * (OPTIONAL_WEIGHT if gold.optional else 1.0)


def _pair(gold: GoldClaim, coded: Claim, text: str) -> Pair:
    return Pair(gold, coded, compare_events(gold, coded, text) if gold.content == "event" else None)


def _event_score(gold: GoldClaim, coded: Claim, text: str) -> float:
    like = compare_events(gold, coded, text)
    if like is None or not (like.trigger or like.root):
        return 0.0
    return like.score(iou(gold, coded))


def _control_score(gold: GoldClaim, coded: Claim, text: str) -> float:
    return control_match(gold, coded, text) + 0.1 * iou(gold, coded)


def control_match(gold: GoldClaim, coded: Claim, text: str) -> bool:
    """Same holder (or none in both), same area, same standing?"""
    control = coded.control
    if control is None or gold.control != control.status:
        return False
    if (gold.holder is None) != (control.holder is None):
        return False
    if gold.holder and control.holder and not same_actor(gold.holder, control.holder, text):
        return False
    return gold.area is None or (control.area is not None and _same_area(gold.area, control.area, text))


def _same_area(gold: Located, coded: Place, text: str) -> bool:
    return same_words(gold, coded, text) or within_reach(gold, coded)


def within_reach(gold: object, coded: Place) -> bool:
    """Is the coded point within 161 km (or the judged area's own radius) of the judged one?"""
    lat, lon = getattr(gold, "lat", None), getattr(gold, "lon", None)
    if lat is None or lon is None or coded.lat is None or coded.lon is None:
        return False
    reach = max(NEAR_KM, getattr(gold, "radius_km", None) or 0.0)
    return distance_km(lat, lon, coded.lat, coded.lon) <= reach


def _purpose_score(gold: GoldClaim, coded: Claim, text: str) -> float:
    if coded.purpose is None:
        return 0.0
    return max(iou(gold, coded.purpose), iou(gold, coded)) * (2 if purpose_match(gold, coded, text) else 1)


def purpose_match(gold: GoldClaim, coded: Claim, _text: str) -> bool:
    """Half of the words of the purpose in common, or one inside the other?"""
    if coded.purpose is None:
        return False
    purpose = coded.purpose
    inside = _holds(gold, purpose) or _holds(purpose, gold)
    return inside or iou(gold, purpose) >= 0.5 or iou(gold, coded) >= 0.5


def _holds(one: Located, other: Located) -> bool:
    return one.start <= other.start and other.end <= one.end


SCORES: dict[str, Score] = {"event": _event_score, "control": _control_score, "purpose": _purpose_score}


def same_chain(gold: Sequence[GoldActor], coded: Sequence[Speaker], text: str, *, kinds: bool) -> bool:
    """The same speakers in the same order, and with `kinds` of the same kind?

    Two who speak together ("medics and residents said") may stand as one or as two: the
    halves of the gold were judged either way.
    """
    return _same_links(gold, coded, text, kinds=kinds) or _same_links(
        gold, _first_of_joint(coded, text), text, kinds=kinds
    )


def _first_of_joint(coded: Sequence[Speaker], text: str) -> list[Speaker]:
    """The chain without the second of two who speak together."""
    kept: list[Speaker] = []
    for speaker in coded:
        between = text[kept[-1].end : speaker.start] if kept and kept[-1].end <= speaker.start else ""
        if JOINTS.fullmatch(f" {between.strip(' ,')} ") is None:
            kept.append(speaker)
    return kept


def _same_links(gold: Sequence[GoldActor], coded: Sequence[Speaker], text: str, *, kinds: bool) -> bool:
    if len(gold) != len(coded):
        return False
    return all(
        same_actor(one, other, text) and (not kinds or one.kind is None or one.kind == other.kind)
        for one, other in zip(gold, coded, strict=True)
    )
