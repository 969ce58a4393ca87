"""Verbs whose infinitive is done: "managed to take", "took advantage of the truce to attack"; or laid to somebody's charge."""

from hudna.extract.saying import speech_words
from hudna.extract.scene import At
from hudna.knowledge.folding import written
from hudna.model.claim import SpeechAct, Status


def implies(at: At) -> bool:
    """Does the clause lead to what was done, or what somebody is said to do, by its verb or by what is taken or seized?"""
    cues = at.scene.cues
    taken = any(phrase.head in cues.implicative_objects for phrase in at.clause.objects)
    return taken or at.clause.lemma in cues.implicative_verbs or _charges(at)


def _charges(at: At) -> bool:
    """ "Mosca accusa Kiev di bombardare Belgorod": whoever is accused of doing it is said to do it."""
    words = speech_words(at)
    return words is not None and words.act is SpeechAct.ACCUSE and bool(at.clause.objects)


def does_little(at: At) -> bool:
    """ "did little to stop them", "facendo ben poco per impedirlo": what it was for was not done."""
    clause, cues = at.clause, at.scene.cues
    if clause.kind != "verb" or clause.negation is not None or clause.lemma not in cues.doing:
        return False
    told = (*(p.text for p in clause.objects if p.pronoun is None), *(a.lemma for a in clause.adverbs))
    return any(not cues.little.isdisjoint(written(words).split()[:2]) for words in told)


def carries_on(at: At, parent: At) -> bool:
    """ "will continue to shell the town": a verb that also introduces words ("…, he continued") says nothing before a deed."""
    deed = at.clause.tense in ("infinitive", "participle") and not at.clause.perfect
    deed = deed and at.clause.noun is None and not _charges(parent)
    return deed and parent.clause.lemma in parent.scene.cues.implicative_verbs


def does_directly(at: At, parent: At) -> bool:
    """ "committed atrocities", "committed dozens of breaches": the deed is its object, where "committed to a truce" only plans."""
    inside = any(o.start <= at.clause.start < o.end for o in parent.clause.objects if not o.pronoun)
    return at.clause.kind == "noun" and inside and parent.clause.lemma in at.scene.cues.doing_directly


def turns_away(at: At) -> bool:
    """A verb of excluding, preventing or refusing?"""
    holders = at.scene.cues.holders
    away = (Status.DENIED, Status.HYPOTHETICAL)
    return any(at.clause.lemma in holders.get(status, ()) for status in away)


def is_put_off(at: At) -> bool:
    """ "refused to disarm before the withdrawal": what is refused, asked for or to come has nothing before it that is done."""
    holders, words = at.scene.cues.holders, speech_words(at)
    held = any(
        at.clause.lemma in holders.get(s, ()) for s in (Status.DENIED, Status.DEMANDED, Status.PLANNED)
    )
    spoken = words is not None and words.holds in (Status.DENIED, Status.DEMANDED, Status.PLANNED)
    return held or spoken or at.clause.tense == "future" or at.clause.negation is not None
