"""Who brings a charge did not do what the charge says: "Norland accused its neighbour of breaking the truce"."""

from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Who
from hudna.model.claim import Root, SpeechAct

_CHARGED = frozenset({Root.ASSAULT, Root.COERCE})
_INSIDE = frozenset({"complement", "modifier", "argument", "coordinate"})
_CLIMB = 8


def without_accuser(at: At, root: Root, actors: tuple[Who, ...]) -> tuple[Who, ...]:
    """The doers without whoever charges others with the deed."""
    accuser = _accuser(at) if actors and root in _CHARGED else None
    if accuser is None:
        return actors
    start, end = accuser
    return tuple(w for w in actors if not start <= w.start < end)


def _accuser(at: At) -> tuple[int, int] | None:
    """Where he stands who charges somebody with this deed or with what it hangs from."""
    current = at
    for _ in range(_CLIMB):
        parent = current.parent
        doing = current.clause.link == "adverbial" and current.clause.tense == "participle"
        if parent is None or not (doing or current.clause.link in _INSIDE):
            return None
        words, subject = speech_words(parent), parent.clause.subject
        charged = current.clause.link == "complement" and not parent.clause.passive
        if words is not None and words.act is SpeechAct.ACCUSE and parent.clause.objects:
            return (subject.core_start, subject.end) if charged and subject is not None else None
        current = parent
    return None
