"""A toll of an event is no second event: "the toll of the clashes has risen to five dead" tells of the clashes once."""

from hudna.extract.scene import At
from hudna.extract.told import Told
from hudna.model.clause import Phrase


def tallied(at: At) -> Phrase | None:
    """The words "the toll of the clashes" in which the noun of an event stands."""
    tallies = at.scene.words.events.tallies
    clauses = at.passage.clauses
    phrases = (p for c in clauses for p in (c.subject, *c.objects) if p is not None and p.head in tallies)
    return next((p for p in phrases if p.head_start < at.clause.start < p.end), None)


def told_once(told: list[Told]) -> list[Told]:
    """Without the toll and the dead that it counts, where what it counts them of is told."""
    phrases = [p for t in told if t.at.clause.kind == "noun" and (p := tallied(t.at)) is not None]
    return [t for t in told if not any(_counts_for(t.at, phrase) for phrase in phrases)]


def _counts_for(at: At, phrase: Phrase) -> bool:
    """Is it the toll itself, or the dead behind the verb that says how high it is?"""
    clause = at.clause
    if clause.lemma in at.scene.words.events.tallies:
        return phrase.start <= clause.start < phrase.end
    verb = at.parent.clause if at.parent is not None and clause.kind == "noun" else clause
    counts = verb.subject is not None and verb.subject.head_start == phrase.head_start
    return counts and not phrase.start <= clause.start < phrase.end
