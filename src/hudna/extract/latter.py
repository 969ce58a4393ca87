"""Who "the latter" is: whoever that fits was named last, were it only as whom somebody met or struck."""

from collections.abc import Callable, Iterator

from hudna.extract.agreeing import agrees
from hudna.extract.relations import OF_SEVERAL
from hudna.extract.scene import At, Thread, Who
from hudna.knowledge.folding import written
from hudna.model.clause import Passage, Phrase

Finding = Callable[[At, Phrase, Thread], Who | None]
# It is named in this sentence or in the one before.
REACH = 1


def named_last(at: At, phrase: Phrase, thread: Thread, who: Finding) -> Who | None:
    """ "Il presidente ha incontrato il generale; quest'ultimo …": the general, by the words that name him."""
    if not means_latter(at, phrase):
        return None
    passages = at.scene.reading.passages[max(0, at.passage.index - REACH) : at.passage.index + 1]
    for passage in reversed(passages):
        for place, named in _named(at, passage, phrase):
            found = who(place, named, thread)
            if found is not None and found.actor.kind != "media" and agrees(at, found, phrase):
                return found
    return None


def means_latter(at: At, phrase: Phrase) -> bool:
    """ "Ces derniers", and never whoever headed the sentence before."""
    return written(phrase.text) in at.scene.words.people.latter


def _named(at: At, passage: Passage, pronoun: Phrase) -> Iterator[tuple[At, Phrase]]:
    """The participants of a sentence that stand before a word, the nearest first; "a post of the rebels": several are the rebels."""
    found = [
        (At(at.scene, passage, clause), one)
        for clause in passage.clauses
        for whole in (clause.subject, *clause.objects, *(o.phrase for o in clause.obliques))
        if whole is not None
        for member in whole.members()
        for one in (member, *(_inside(member) if pronoun.pronoun in OF_SEVERAL else ()))
        if one.end <= pronoun.start and not one.pronoun and not _is_place(at, one)
    ]
    yield from sorted(found, key=lambda pair: pair[1].start, reverse=True)


def _is_place(at: At, phrase: Phrase) -> bool:
    """ "met the rebel chief in Bangui": where they met is nobody, though a capital may be a government."""
    places = at.scene.places_in(phrase.core_start, phrase.core_end)
    return any(p.start == phrase.core_start and p.end == phrase.core_end for p in places)


def _inside(phrase: Phrase) -> Iterator[Phrase]:
    """Whose a participant is, and of whom."""
    owners = (phrase.possessor, *(o.phrase for o in phrase.obliques))
    yield from (one for one in owners if one is not None)
