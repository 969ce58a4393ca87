"""What in a claim's reading tells how often such readings are right: each question has one answer.

No question is about words of one language. What the answers weigh stands in knowledge/sureness.yml.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hudna.knowledge.cues import load_cues
from hudna.knowledge.lexicon import Trigger, load_triggers, trigger_of
from hudna.model.claim import Actor, Claim, Event, Root
from hudna.model.clause import Clause, Passage, Phrase, Reading
from hudna.model.mention import ActorMention
from hudna.model.record import Span

_WORD = re.compile(r"\w+")
# How far up the main clause is sought.
_DEEPEST = 6
# A claim that leaves out so many words at most is its whole sentence.
_ASIDE = 2
# A report of so many sentences at most is a short one.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Read:
    """A claim of an event with what it was read from; `beside`: all events claimed in its report."""

    claim: Claim
    event: Event
    reading: Reading
    passage: Passage | None
    clause: Clause | None
    trigger: Trigger | None
    beside: Sequence[Event]
    names: Sequence[ActorMention]  # those of its sentence that are no part of the claim


def reads(claims: Sequence[Claim], reading: Reading, names: Sequence[ActorMention]) -> list[Read]:
    """The events claimed in a report, each with what it was read from."""
    told = [claim.event for claim in claims if claim.event]
    return [_read(one, one.event, reading, told, names) for one in claims if one.event]


def _read(
    claim: Claim, event: Event, reading: Reading, told: Sequence[Event], names: Sequence[ActorMention]
) -> Read:
    start = event.trigger.start
    passage = next((one for one in reading.passages if one.start <= start < one.end), None)
    clause = next((one for one in passage.clauses if one.start == start), None) if passage else None
    trigger = _by_id(claim.language).get(trigger_of(claim.rule))
    parts = (*event.actors, *event.recipients, *claim.speakers)
    near = [one for one in names if passage and passage.start <= one.start < passage.end]
    free = [one for one in near if not any(_meet(one, part) for part in parts)]
    return Read(claim, event, reading, passage, clause, trigger, told, free)


@cache
def _by_id(language: str) -> Mapping[str, Trigger]:
    return {one.id: one for one in load_triggers(language)}


@cache
def _kinds(language: str) -> Mapping[str, frozenset[Root]]:
    """Base form → the kinds of event that it may tell of."""
    found: dict[str, set[Root]] = {}
    for trigger in load_triggers(language):
        for lemma in trigger.lemma:
            found.setdefault(lemma.lower(), set()).add(trigger.root)
    return {lemma: frozenset(roots) for lemma, roots in found.items()}


def _meet(one: Span | ActorMention | Phrase, other: Span | ActorMention | Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _up_to(number: int, *steps: int) -> str:
    """The smallest step that holds the number: "2", or "more"."""
    return next((str(step) for step in steps if number <= step), "more")


def _known(actor: Actor) -> str:
    return "listed" if actor.id else "country" if actor.country else "sector" if actor.sector else "bare"


def _none(read: Read) -> str:
    """By what an event without an actor is told, and whether it is of violence."""
    clause = read.clause
    nominal = clause is not None and clause.kind == "noun"
    passive = clause is not None and clause.kind == "verb" and clause.passive
    how = "noun" if nominal else "passive" if passive else "verb"
    return f"none_{how}_{'assault' if read.event.root is Root.ASSAULT else 'other'}"


def actor(read: Read) -> str:
    """Who acts, and how is he known?"""
    return _known(read.event.actors[0]) if read.event.actors else _none(read)


def actors(read: Read) -> str | None:
    """How many act?"""
    return _up_to(len(read.event.actors), 1, 2) if read.event.actors else None


def actor_speaks(read: Read) -> str | None:
    """Is it who acts that tells of it?"""
    if not read.event.actors:
        return None
    first = read.event.actors[0].start
    return "yes" if any(one.start == first for one in read.claim.speakers) else "no"


def subject(read: Read) -> str:
    """What part does the subject of the clause play?"""
    phrase = read.clause.subject if read.clause else None
    lent = (_moved(read) or _lent_subject(read) or _happening(read)) if phrase is None else None
    if lent is not None:
        # "launched an offensive": the subject of the verb above does what the noun tells.
        return lent
    if phrase is None:
        return "none"
    if any(_meet(one, phrase) for one in read.event.actors):
        return "acts"
    if any(_meet(one, phrase) for one in read.event.recipients):
        return "suffers"
    if phrase.pronoun:
        return "pronoun_known" if read.event.actors else "pronoun"
    return "name_left" if phrase.proper else "phrase_left"


def _happening(read: Read) -> str | None:
    """ "Clashes broke out near the town", "gunfire was heard", "there was shelling": violence told outright."""
    clause, passage = read.clause, read.passage
    if clause is None or passage is None or read.event.root is not Root.ASSAULT:
        return None
    above = passage.clauses[clause.parent] if clause.kind == "noun" and clause.parent is not None else clause
    cues = load_cues(read.claim.language)
    verbs = {above.lemma, f"{above.lemma} {above.particle}"}
    breaks_out = clause.marker == "subject" and not verbs.isdisjoint(cues.happening_verbs)
    seen = clause.kind == "noun" and above.lemma in cues.perceiving_verbs
    return "happens" if breaks_out or seen or above.kind == "existential" else None


def _moved(read: Read) -> str | None:
    """ "Troops were deployed": whom a passive befalls is who acts."""
    clause = read.clause
    if clause is None or not clause.passive or clause.kind != "verb":
        return None
    return "moved" if any(_meet(one, p) for one in read.event.actors for p in clause.objects) else None


def _lent_subject(read: Read) -> str | None:
    """What the subject of the verb above does in an event that a noun tells; None where it has no part in it."""
    clause, passage = read.clause, read.passage
    if clause is None or passage is None or clause.kind != "noun" or clause.parent is None:
        return None
    above = passage.clauses[clause.parent]
    if above.passive and any(_is_hit(read, one) for one in above.objects):
        return "suffers"  # "nine were killed in a raid on the camp"
    phrase = above.subject
    if phrase is None:
        return None
    if any(_meet(one, phrase) for one in read.event.actors):
        return "acts"
    return "suffers" if any(_meet(one, phrase) for one in read.event.recipients) else None


def _is_hit(read: Read, phrase: Phrase) -> bool:
    """Does it befall these, or are they the dead that are counted?"""
    dead = read.event.fatalities.start
    counted = dead is not None and phrase.start <= dead < phrase.end
    return counted or any(_meet(one, phrase) for one in read.event.recipients)


def left(read: Read) -> str:
    """Is somebody listed named in the sentence without a part in the claim?"""
    parts = (*read.event.actors, *read.event.recipients)
    taken = {one.id for one in parts} | {one.actor for one in read.claim.speakers}
    found = {one.id for one in read.names if one.id} - taken
    number = _up_to(len(found), 0, 1)
    return number if read.event.actors or not found else f"nobody_{number}"


def between(read: Read) -> str | None:
    """Is who acts named in the same sentence, and is somebody else between him and the words of the deed?"""
    passage, event = read.passage, read.event
    if not event.actors:
        return None
    if passage is None or not passage.start <= event.actors[0].start < passage.end:
        return "elsewhere"
    first, words = event.actors[0], event.trigger
    low, high = min(first.end, words.end), max(first.start, words.start)
    return _up_to(sum(low <= one.start < high for one in read.names), 0, 1)


def recipient(read: Read) -> str:
    """Whom does it befall, and how is he known?"""
    return _known(read.event.recipients[0]) if read.event.recipients else "none"


def length(read: Read) -> str:
    """How many words does the claim have? One that is its whole sentence may be short."""
    words = len(_WORD.findall(read.claim.text))
    whole = read.passage is not None and words >= len(_WORD.findall(read.passage.text)) - _ASIDE
    return "whole" if whole and words > 2 else _up_to(words, 2, 5, 10, 20)


def depth(read: Read) -> str | None:
    """How many clauses lie above it in its sentence?"""
    if read.passage is None:
        return None
    steps, clause = 0, read.clause
    while clause is not None and clause.parent is not None and steps < _DEEPEST:
        steps, clause = steps + 1, read.passage.clauses[clause.parent]
    return _up_to(steps, 0, 1, 2)


def senses(read: Read) -> str | None:
    """Of how many kinds of event may its word tell?"""
    if read.clause is None:
        return None
    return _up_to(len(_kinds(read.claim.language).get(read.clause.lemma, ())), 0, 1, 2)


def word(read: Read) -> str:
    """Is its word one that tells of an event only beside somebody who matters?"""
    return "unknown" if read.trigger is None else "weak" if read.trigger.weak else "strong"


def alike(read: Read) -> str:
    """How many events of its kind does its sentence tell?"""
    here = [one for one in read.beside if read.passage and _in(one, read.passage)]
    return _up_to(sum(one.root is read.event.root for one in here), 1, 2)


def _in(event: Event, passage: Passage) -> bool:
    return passage.start <= event.trigger.start < passage.end


def place(read: Read) -> str:
    """Is its place found, and in its own sentence?"""
    if not read.event.places:
        return "none"
    first, passage = read.event.places[0], read.passage
    own = passage is not None and passage.start <= first.start < passage.end
    return f"{'own' if own else 'lent'}_{'point' if first.lat is not None else 'name'}"


def quoted(read: Read) -> str:
    """Does it stand between quotation marks?"""
    start = read.event.trigger.start
    return "yes" if any(one.start <= start < one.end for one in read.reading.quotes) else "no"


def events(read: Read) -> str | None:
    """How many events does its report tell? A few sentences cannot tell many."""
    if len(read.reading.passages) <= _SHORT:
        return None
    return _up_to(len(read.beside), 2, 4, 8, 14)


TRAITS: Mapping[str, Callable[[Read], str | None]] = {
    one.__name__: one
    for one in (
        actor, actors, actor_speaks, subject, left, between, recipient, length, depth, senses, word, alike,
        place, quoted, events,
    )
}  # fmt: skip


# Asked only where somebody acts.
OF_ACTORS = frozenset({"actors", "actor_speaks", "between"})


def answers(read: Read) -> dict[str, str]:
    """Question → answer, of the questions that have one."""
    found = {name: ask(read) for name, ask in TRAITS.items()}
    return {name: answer for name, answer in found.items() if answer is not None}
