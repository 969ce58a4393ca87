"""Every noun phrase that stands for an actor, as a mention with its article and all.

The finders see names; the parsed sentences also show "the parties", "his forces",
"an armed group engaged in smuggling". A name inside a phrase of the same actor
gives way to the phrase.
"""

from collections.abc import Iterator
from dataclasses import replace

from hudna.extract.scene import At, Scene, Thread
from hudna.extract.who import who
from hudna.model.clause import Clause, Phrase
from hudna.model.mention import ActorMention, Mentions


def all_mentions(scene: Scene) -> Mentions:
    """The mentions with those that only the clauses show."""
    found: dict[tuple[int, int], ActorMention] = {}
    for passage in scene.reading.passages:
        subjects = {
            p.core_start for c in passage.clauses if c.subject is not None for p in c.subject.members()
        }
        for clause in passage.clauses:
            at = At(scene, passage, clause)
            for phrase in _phrases(clause):
                mention = _mention(at, phrase, is_subject=phrase.core_start in subjects)
                if mention is not None:
                    found.setdefault((mention.start, mention.end), mention)
    kept = [m for m in scene.mentions.actors if not any(_stands_for(f, m) for f in found.values())]
    actors = tuple(sorted([*kept, *found.values()], key=lambda m: (m.start, m.end)))
    return Mentions(actors, scene.mentions.places, scene.mentions.times)


def _stands_for(phrase: ActorMention, name: ActorMention) -> bool:
    return phrase.start <= name.start and name.end <= phrase.end and phrase.id == name.id


def _phrases(clause: Clause) -> Iterator[Phrase]:
    seen: set[tuple[int, int]] = set()
    roots = [clause.subject, clause.noun, *clause.objects, *(o.phrase for o in clause.obliques)]
    stack = [p for p in roots if p is not None]
    while stack:
        phrase = stack.pop()
        if (phrase.core_start, phrase.core_end) in seen:
            continue
        seen.add((phrase.core_start, phrase.core_end))
        yield phrase
        inner = [
            phrase.possessor,
            *(o.phrase for o in phrase.obliques),
            *phrase.appositions,
            *phrase.conjuncts,
        ]
        stack.extend(p for p in inner if p is not None)


def _mention(at: At, phrase: Phrase, *, is_subject: bool) -> ActorMention | None:
    """Who a phrase stands for; a bare place is an actor only where it acts."""
    if phrase.pronoun:
        return None
    found = who(at, phrase, Thread())
    if found is None or (found.actor.rule == "metonym" and not is_subject):
        return None
    if found.actor.sector == "CVL" and phrase.number is not None:
        return None
    return replace(found.actor, start=found.start, end=found.end, text=found.text)
