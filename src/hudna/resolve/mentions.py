"""Every noun phrase that stands for an actor, as a mention with its article and all.

The finders see names; the parsed sentences also show "the parties", "his forces",
"an armed group engaged in smuggling". A name inside a phrase of the same actor
gives way to the phrase.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hudna.model.clause import Passage, Phrase, Reading
from hudna.model.mention import ActorMention, Mentions

Identify = Callable[[str, str, tuple[ActorMention, ...], int], ActorMention | None]


def complete(text: str, reading: Reading, mentions: Mentions, identify: Identify) -> Mentions:
    """The mentions with those that only the clauses show."""
    found: dict[tuple[int, int], ActorMention] = {}
    for passage in reading.passages:
        subjects = {p.core_start for c in passage.clauses if c.subject is not None for p in c.subject.members()}
        for phrase in _phrases(passage):
            mention = _mention(text, phrase, mentions, identify, is_subject=phrase.core_start in subjects)
            if mention is not None:
                found.setdefault((mention.start, mention.end), mention)
    kept = [m for m in mentions.actors if not any(_stands_for(f, m) for f in found.values())]
    return replace(mentions, actors=tuple(sorted([*kept, *found.values()], key=lambda m: (m.start, m.end))))


def _stands_for(phrase: ActorMention, name: ActorMention) -> bool:
    return phrase.start <= name.start and name.end <= phrase.end and (phrase.id == name.id or (name.id is None and phrase.id is None))


def _phrases(passage: Passage) -> Iterator[Phrase]:
    seen: set[tuple[int, int]] = set()
    for clause in passage.clauses:
        roots = [clause.subject, clause.noun, *clause.objects, *(o.phrase for o in clause.obliques)]
        stack = [p for p in roots if p is not None]
        while stack:
            phrase = stack.pop()
            if (phrase.core_start, phrase.core_end) in seen:
                continue
            seen.add((phrase.core_start, phrase.core_end))
            yield phrase
            inner = [phrase.possessor, *(o.phrase for o in phrase.obliques), *phrase.appositions, *phrase.conjuncts]
            stack.extend(p for p in inner if p is not None)


def _mention(text: str, phrase: Phrase, mentions: Mentions, identify: Identify, *, is_subject: bool) -> ActorMention | None:
    if phrase.pronoun:
        return None
    end = max([phrase.core_end, *(m.end for m in mentions.actors if phrase.core_start <= m.start < phrase.core_end < m.end)])
    words = text[phrase.core_start : end]
    inside = tuple(replace(m, start=m.start - phrase.core_start, end=m.end - phrase.core_start) for m in mentions.actors
                   if phrase.core_start <= m.start and m.end <= end)
    found = identify(words, phrase.head, inside, phrase.core_start)
    if found is None or (found.rule == "metonym" and not is_subject) or (found.sector == "CVL" and phrase.number is not None):
        return None
    return replace(found, start=phrase.core_start, end=end, text=words)
