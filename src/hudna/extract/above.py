"""What nouns stand over an event, past those that only carry it out: "accused of the commission of acts of rape"?"""

from hudna.extract.scene import At
from hudna.model.clause import Phrase

DEEP = 6


def past_counters(at: At, noun: Phrase) -> tuple[Phrase, ...]:
    """The noun over one that only counts or carries out the event: "an attempt to carry out an attack"."""
    counting = at.scene.words.events.counting
    parent = at.parent
    if parent is None or noun.head not in counting:
        return ()
    clause = parent.clause
    tops = (clause.subject, *clause.objects, *(o.phrase for o in clause.obliques))
    for top in tops:
        path = _path(top, noun.head_start, 0) if top is not None else ()
        if path:
            above = [p for p in reversed(path[:-1]) if p.head not in counting]
            return tuple(above[:1])
    return ()


def _path(phrase: Phrase, head: int, depth: int) -> tuple[Phrase, ...]:
    """The phrases from the top down to the one with that head."""
    if phrase.head_start == head:
        return (phrase,)
    if depth == DEEP:
        return ()
    for oblique in phrase.obliques:
        below = _path(oblique.phrase, head, depth + 1)
        if below:
            return (phrase, *below)
    return ()


def is_to_come(at: At) -> bool:
    """ "operations are to restart": to be with nothing but an infinitive."""
    bare = not at.clause.objects and not at.clause.adverbs
    return bare and any(
        c.clause.link == "complement" and c.clause.tense == "infinitive" for c in at.children()
    )
