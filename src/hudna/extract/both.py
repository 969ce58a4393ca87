"""Who "both sides" are: the two who fought or met just before, or the only two parties named up to there.

Where a third one is named as well nobody is guessed, and the words stand for themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hudna.extract.scene import At, Who
from hudna.extract.sides import same_side
from hudna.extract.told import Told
from hudna.knowledge.cast import is_person, load_cast
from hudna.knowledge.folding import written
from hudna.knowledge.language import load_language
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.knowledge.theatres import theatre_names
from hudna.model.mention import ActorMention

# So many sentences before, two who fought there are still "both sides".
REACH = 3
_TWO = 2


@dataclass(slots=True)
class Both:
    """Remembers which two acted together, while the claims of a report are made."""

    passage: int = -10
    pair: tuple[ActorMention, ...] = ()
    met: set[str] = field(default_factory=set)

    def remember(self, told: Told, actors: tuple[Who, ...], *, happened: bool) -> None:
        """Two different sides of something that is between people; nobody, where one of them is in no list."""
        if not happened:
            return  # "denied that Burundian soldiers had fought": they are no side by that
        self.met |= {w.actor.id for w in (*actors, *told.recipients) if w.actor.id is not None}
        sides = _sides(w.actor for w in actors)
        if told.trigger.mutual and len(sides) == _TWO:
            listed = all(side.id is not None for side in sides)
            self.passage, self.pair = told.at.passage.index, sides if listed else ()

    def told_out(self, at: At, actors: tuple[Who, ...]) -> tuple[Who, ...]:
        """The actors with "both sides" as the two whom it means, each by these words."""
        # "clashes between A and B on the border between the two countries": the two are told already.
        both = at.scene.words.people.both
        two = len(actors) > _TWO and written(actors[-1].text) in both
        return tuple(w for who in (actors[:-1] if two else actors) for w in self._meant(at, who))

    def _meant(self, at: At, who: Who) -> tuple[Who, ...]:
        if who.actor.id is not None:
            return tuple(
                Who(who.start, who.end, who.text, _by_words(m, who)) for m in _of_two_states(at, who)
            ) or (who,)
        if written(who.text) not in at.scene.words.people.both:
            return (who,)
        near = at.passage.index - self.passage <= REACH
        pair = self.pair if near else self._only_two(at, who)
        return tuple(Who(who.start, who.end, who.text, _by_words(m, who)) for m in pair) or (who,)

    def _only_two(self, at: At, who: Who) -> tuple[ActorMention, ...]:
        """The parties of this sentence and of those before, from the nearest on, as soon as there are two and not more."""
        for passage in range(at.passage.index, max(-1, at.passage.index - REACH - 1), -1):
            start = at.scene.reading.passages[passage].start
            named = at.scene.actors_in(start, who.start)
            # Somebody who is only quoted is no side of the fight.
            sides = _sides(m for m in named if m.kind == "party" and m.id is not None and not is_person(m.id))
            if len(sides) >= _TWO:
                known = all(m.id in self.met for m in sides)
                return sides if known and len(sides) == _TWO else ()
        return ()


def _of_two_states(at: At, who: Who) -> tuple[ActorMention, ...]:
    """ "Indian and Pakistani troops": one noun with two peoples is two forces."""
    language = at.scene.reading.language
    after = load_language(language).modifiers == "after"
    # "des soldats indiens | et pakistanais": the second may stand behind what was read as the whole.
    beyond = at.scene.report.text[who.end : at.passage.end].split()[:2] if after else []
    words, ands = [*who.text.split(), *(w.strip(",.;:") for w in beyond)], load_phrase_words(language).and_
    middle = next((n for n, w in enumerate(words) if 0 < n < len(words) - 1 and w.lower() in ands), None)
    if middle is None:
        return ()
    left, right = words[:middle], words[middle + 1 :]
    if after and not load_phrase_words(language).determiners.isdisjoint(w.lower() for w in right):
        return ()  # "il governo di Damasco e i ribelli": another noun begins
    if len(left if after else right) < _TWO:
        return ()  # "Kinshasa et Kigali": two names without a noun are two already
    two = (left, [*left[:-1], *right]) if after else ([*left, *right[1:]], right)
    head = words[0] if after else words[-1]
    found = (at.scene.identify(" ".join(each), head, (), who.start) for each in two)
    forces = [m for m in found if m is not None and m.id is not None and m.country is not None]
    return tuple(forces) if len({m.country for m in forces}) == _TWO else ()


def _by_words(named: ActorMention, who: Who) -> ActorMention:
    return replace(named, start=who.start, end=who.end, text=who.text)


def _leads(one: ActorMention, other: ActorMention) -> bool:
    """ "the commander of the SDF, Mazloum Abdi": a force and whoever leads it are one side."""
    return one.id is not None and load_cast(theatre_names()).force(one.id, None) == other.id


def _sides(actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """One of each side, the latest named."""
    found: list[ActorMention] = []
    for actor in actors:
        found = [f for f in found if not (same_side(f, actor) or _leads(f, actor) or _leads(actor, f))]
        found.append(actor)
    return tuple(found)
