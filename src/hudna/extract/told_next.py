"""The sentence behind that says nothing but who tells this one, or when it was: "Lo riferisce il ministero.", "C'était lundi."."""

from collections.abc import Iterator

from hudna.extract.saying import TELLING, speech_words
from hudna.extract.scene import At
from hudna.model.claim import SpeechAct
from hudna.model.clause import Clause, Passage

# A sentence that only says when and where it was has no more letters.
_BRIEF = 80
# What is announced or claimed was told by that sentence as well.
_SAYING = TELLING | {SpeechAct.CLAIM, SpeechAct.ANNOUNCE}
_POINTING = frozenset({"this", "that", "it"})


def told_next(at: At) -> At | None:
    """The clause of saying that takes up the whole sentence of another one and tells who says it."""
    passages = at.scene.reading.passages
    behind = at.passage.index + 1
    if behind < len(passages):
        clauses = passages[behind].clauses
        told = ((c, TELLING) for c in _taking_up(clauses[:1]))
        found = ((At(at.scene, passages[behind], c), acts) for c, acts in (*told, *_clefts(clauses)))
        return next((says for says, acts in found if _tells(says, acts)), None)
    return None


def _clefts(clauses: tuple[Clause, ...]) -> Iterator[tuple[Clause, frozenset[SpeechAct]]]:
    return ((c, _SAYING) for c in _cleft(clauses))


def _taking_up(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """ "Lo riferisce il ministero": "it", the verb, who speaks."""
    for first in clauses:
        it = first.objects[0] if first.objects and first.objects[0].pronoun == "it" else None
        if first.subject is not None and it is not None and it.start < first.start < first.subject.start:
            yield first


def _cleft(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """ "C'est ce qu'affirme le maire": that it is what somebody says opens the sentence."""
    first = clauses[0] if clauses else None
    if first is None or first.kind != "copula" or first.link != "root" or first.negation is not None:
        return
    points = first.subject is not None and first.subject.pronoun in _POINTING
    if points and first.objects and first.objects[0].pronoun in _POINTING:
        said = (c for c in clauses[1:] if c.parent == first.index and c.link == "relative")
        yield from (c for c in said if c.subject is not None and not c.subject.pronoun)


def _tells(says: At, acts: frozenset[SpeechAct]) -> bool:
    words = speech_words(says)
    return words is not None and words.act in acts and says.clause.negation is None


def when_it_was(at: At) -> Passage | None:
    """ "C'était le 2 octobre à Selen.": a sentence that is no more than the day of the one before, in the past."""
    passages = at.scene.reading.passages
    behind = at.passage.index + 1
    here = passages[behind] if behind < len(passages) else None
    if here is None or len(here.clauses) != 1 or here.clauses[0].kind not in ("copula", "verb"):
        return None
    only = here.clauses[0]
    points = only.subject is not None and only.subject.pronoun in _POINTING and only.tense == "past"
    dated = at.scene.times_in(here.start, here.end)
    brief = here.end - here.start <= _BRIEF and only.negation is None
    last = not any(
        c.start > at.clause.start and c.kind == "verb" and c.link == "root" for c in at.passage.clauses
    )
    return here if points and dated and brief and last else None
