"""Who cites whom? "X, citing Y, says", "X, cited by Z, says", "we learnt from X"."""

from dataclasses import replace

from hudna.extract.saying import is_said
from hudna.extract.scene import At, Who
from hudna.model.clause import Clause, Oblique, Phrase

MAX_CLIMB = 30
# The modal of a form that says that others say so.
HEARSAY = "hearsay"


def cited(at: At, phrase: Phrase) -> tuple[Phrase, ...]:
    """Whom a speaker cites in a participle of his own: "local media citing the police"."""
    return tuple(p for c in _citing(at, phrase) if not c.passive and c.objects for p in c.objects[:1])


def citers(at: At, phrase: Phrase) -> tuple[Phrase, ...]:
    """By whom a speaker is cited: "the minister, quoted by state media", "a report seen by the agency"."""
    seen = (c for c in hanging(at, phrase) if c.lemma in at.scene.words.speech.seeing)
    found = (c.subject for c in (*_citing(at, phrase), *seen) if c.passive)
    return tuple(p for p in found if p is not None)


def before_citing(at: At, phrase: Phrase, found: Who) -> Who:
    """ "an officer cited by Reuters": he ends where it is told who cites him."""
    starts = [c.start for c in _citing(at, phrase) if found.start < c.start < found.end]
    if not starts:
        return found
    text = at.scene.report.text[found.start : min(starts)].rstrip(" ,")
    return replace(found, end=found.start + len(text), text=text)


def _citing(at: At, phrase: Phrase) -> list[Clause]:
    words = at.scene.words.speech.citing
    return [
        c
        for c in at.passage.clauses
        if c.lemma in words and c.noun is not None and c.noun.head_start == phrase.head_start
    ]


def hanging(at: At, phrase: Phrase) -> list[Clause]:
    """The clauses that hang from a noun."""
    return [c for c in at.passage.clauses if c.noun is not None and c.noun.head_start == phrase.head_start]


def makers(at: At, phrase: Phrase) -> tuple[Phrase, ...]:
    """ "a toll given by the army", "a video released by the rebels": by whom it was made known."""
    seeing = at.scene.words.speech.seeing
    made = (c for c in hanging(at, phrase) if c.passive and c.lemma not in seeing)
    return tuple(c.subject for c in made if c.subject is not None)


def teachers(at: At) -> tuple[Phrase, ...]:
    """ "it was learnt from the civil society": of whom one learns it, where the learner is nobody."""
    clause = at.clause
    someone = clause.subject is not None and not clause.subject.pronoun
    # "a-t-on indiqué à la présidence": where one only says it, who stands behind does.
    one = clause.subject is not None and clause.subject.pronoun == "one"
    tells = clause.lemma in at.scene.words.speech.learning or (
        one and clause.lemma in at.scene.verbs_of_speech
    )
    if not tells or someone:
        return ()
    return tuple(o.phrase for o in clause.obliques if o.preposition in ("from", "to", "at"))


def is_inside(at: At, oblique: Oblique) -> bool:
    """ "The mission said that, according to residents, …": part of what is said, so nearer to it than who says it."""
    current: At | None = at
    for _ in range(MAX_CLIMB):
        parent = current.parent if current is not None else None
        if current is None or parent is None:
            return False
        if is_said(current, parent) and parent.clause.subject is not None:
            return parent.clause.end < oblique.start < at.clause.start
        current = parent
    return False


def is_heard_from(at: At, clause: Clause, oblique: Oblique) -> bool:
    """ "Per il sindaco sarebbero stati i ribelli": before hearsay it is said for whom it is so."""
    heard = any(m.lemma == HEARSAY for c in (clause, at.clause) for m in c.modals)
    opens = oblique.start <= min(clause.span_start, clause.start)
    return oblique.preposition == "for" and heard and opens
