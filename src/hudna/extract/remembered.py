"""Is it judged possible or untrue, or told of a day that is only remembered?"""

from hudna.extract.scene import At
from hudna.extract.telling import Held
from hudna.model.claim import Status
from hudna.model.clause import Phrase

OF = "of"


def is_remembered(at: At, noun: Phrase) -> bool:
    """ "the anniversary of the day on which …": is the day one of which only the memory is told?"""
    past = at.scene.cues.nouns.get(Status.HISTORICAL, frozenset())
    phrases = (
        p
        for c in at.passage.clauses
        for p in (c.subject, c.phrase, *c.objects, *(o.phrase for o in c.obliques))
        if p is not None and p.head in past
    )
    return any(
        o.preposition == OF and o.phrase.head_start == noun.head_start for p in phrases for o in p.obliques
    )


def judged(at: At, parent: At) -> list[Held]:
    """ "it is possible that …", "it is untrue that …": what a copula says of the clause behind it."""
    if parent.clause.kind != "copula" or at.clause.link != "complement" or at.clause.kind == "noun":
        return []
    said = [s for a in parent.clause.adverbs if (s := at.scene.cues.adjectives.get(a.lemma)) is not None]
    weak = Status.HYPOTHETICAL if parent.clause.negation is not None else None
    return [Held(weak or status, f"{parent.clause.lemma} so") for status in said]
