"""What kind of act several claims tell of together."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from hudna.knowledge.folding import fold
from hudna.model.claim import Actor, Event, Root
from hudna.model.record import Span

_ROOTS = tuple(Root)
# Of those who tell it; a detail that fewer name ("destroyed several motorcycles") says nothing of the whole.
LEAST_OF_ALL = 0.25
# Kinds of deeds that say more against somebody than that he used force.
_ACCUSING = frozenset({"targeted", "torture", "sexual", "abduct", "suicide-attack", "unconventional"})


def kind_of(told: Sequence[Event]) -> tuple[Root, str | None, str | None]:
    """Root, mode and move that most claims give.

    A mode goes before none where more than half of those that name one name it, and a quarter of all: a word for one of
    two kinds of fire would be said of both. Of two moves the first told goes on in the second: an alert and a recall.
    """
    root = min(
        (counted := Counter(event.root for event in told)), key=lambda one: (-counted[one], _ROOTS.index(one))
    )
    same = [event for event in told if event.root is root]
    return (
        root,
        _most((event.mode for event in same), len(same), alone=True),
        _most((event.move for event in same), len(same)),
    )


def acting(told: Sequence[Event], root: Root) -> list[Actor]:
    """Who did it, by those who tell of such a deed: who fought each other is told of a fight, not of what one of them did to others.

    "The rebels and the army clashed; the rebels shelled the camp": the army shelled nobody. Where nobody but those who
    fought is harmed, all of them fought.
    """
    same = [event for event in told if event.root is root and event.actors]
    same = same or [event for event in told if event.actors]
    directed = [event for event in same if event.recipients]
    fought = any(len(event.actors) > 1 and not event.recipients for event in same)
    fighters = {_name(actor) for event in same for actor in event.actors}
    harmed = {_name(actor) for event in directed for actor in event.recipients}
    chosen = directed if fought and harmed - fighters else same
    return [actor for event in chosen for actor in event.actors]


def mode_of(told: Sequence[Event], root: Root, whole: str | None, *, apart: bool) -> str | None:
    """The kind of deed that is put down to those who are named; `whole`: by all that is told, `apart`: of two deeds.

    Militias that "fought over the capital after the killing of a rival" are not told of as having killed him.
    """
    done = [event for event in told if event.root is root and event.actors]
    graver = whole in _ACCUSING and all(event.mode != whole for event in done)
    return kind_of(done)[1] if done and (apart or graver) else whole


def befallen(
    told: Sequence[Event], root: Root, mutual: Container[Span] = ()
) -> tuple[list[Actor], list[Actor]]:
    """Whom it befell, and whom it befell beside a fight without a word on who did it; `mutual`: the words of fights.

    "Nine people were killed in clashes between two militias": nobody attacked them.
    "The rebels and the army fought. The mayor was shot dead": neither is told of as having shot him.
    "They seized the post; two officers were wounded": nobody was seized from them.
    """
    same = [event for event in told if event.root is root]
    fought = any(len(event.actors) > 1 and not event.recipients for event in same)
    modes = {event.mode for event in same if event.actors}

    def is_apart(event: Event) -> bool:
        # "Armed groups clashed after the assassination of an officer": who clashed is not said to have killed him.
        other = bool(modes) and event.mode is not None and event.mode not in modes
        counted = event.root is Root.ASSAULT and event.trigger in mutual and _are_harmed(event)
        return counted or (not event.actors and (fought or other))

    whom = [one for event in same if not is_apart(event) for one in event.recipients]
    return whom, [one for event in same if is_apart(event) for one in event.recipients]


def _are_harmed(event: Event) -> bool:
    """Whether its dead or wounded are counted, so that those whom it befell are they, and no other side."""
    return any(
        number is not None
        for count in (event.fatalities, event.injuries)
        for number in (count.low, count.best, count.high)
    )


def first_side(told: Sequence[Event]) -> Sequence[Event]:
    """Of one speaker who tells what each side did to others: what he tells first, and nothing of the other side's.

    "The rebels killed nine civilians, and we killed six of them" is no deed of both.
    """
    listed = [frozenset(a.id for a in event.actors if a.id) for event in told]
    directed = [ids for ids, event in zip(listed, told, strict=True) if ids and event.recipients]
    if not any(one.isdisjoint(directed[0]) for one in directed[1:]):
        return told
    return [
        event for ids, event in zip(listed, told, strict=True) if not ids or not ids.isdisjoint(directed[0])
    ]


def _name(actor: Actor) -> str:
    return actor.id or fold(actor.text)


def _most(named: Iterable[str | None], of: int, *, alone: bool = False) -> str | None:
    """What is named most, of two as often the one that is told first; `alone`: none of them, as both were done."""
    counted = Counter(one for one in named if one)
    most = max(counted, key=lambda one: counted[one], default=None)
    if most is None or counted[most] < LEAST_OF_ALL * of:
        return None
    twice = 2 * counted[most]
    return most if twice > counted.total() or (twice == counted.total() and not alone) else None
