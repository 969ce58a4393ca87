"""Verbs whose infinitive is done: "managed to take", "took advantage of the truce to attack"."""

from hudna.extract.scene import At


def implies(at: At) -> bool:
    """Does the clause lead to what was done, by its verb or by what is taken or seized?"""
    cues = at.scene.cues
    taken = any(phrase.head in cues.implicative_objects for phrase in at.clause.objects)
    return taken or at.clause.lemma in cues.implicative_verbs
