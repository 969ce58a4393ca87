"""Who "the latter" is: whoever that fits was named last, were it only as whom somebody met or struck."""

from collections.abc import Callable, Iterator

from hudna.extract.agreeing import agrees
from hudna.extract.scene import At, Thread, Who
from hudna.knowledge.folding import written
from hudna.model.clause import Passage, Phrase

Finding = Callable[[At, Phrase, Thread], Who | None]
# It is named in this sentence or in the one before.
REACH = 1


def named_last(at: At, phrase: Phrase, thread: Thread, who: Finding) -> Who | None:
    """ "Il presidente ha incontrato il generale; quest'ultimo …": the general, by the words that name him."""
    if written(phrase.text) not in at.scene.words.people.latter:
        return None
    passages = at.scene.reading.passages[max(0, at.passage.index - REACH) : at.passage.index + 1]
    for passage in reversed(passages):
        for place, named in _named(at, passage, phrase.start):
            found = who(place, named, thread)
            if found is not None and found.actor.kind != "media" and agrees(at, found, phrase):
                return found
    return None


def _named(at: At, passage: Passage, before: int) -> Iterator[tuple[At, Phrase]]:
    """The participants of a sentence that stand before a word, the nearest first."""
    found = [
        (At(at.scene, passage, clause), member)
        for clause in passage.clauses
        for whole in (clause.subject, *clause.objects, *(o.phrase for o in clause.obliques))
        if whole is not None
        for member in whole.members()
        if member.end <= before and not member.pronoun
    ]
    yield from sorted(found, key=lambda pair: pair[1].start, reverse=True)
