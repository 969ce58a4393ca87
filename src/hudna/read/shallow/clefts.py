"""Cleft sentences: "sono stati i militari ad aprire il fuoco" tells of firing, not of being."""

from hudna.read.shallow.frames import Frame

# The mark of a copula that has given all it had to the verb of a cleft sentence.
GIVEN = "given"


def give_to_cleft(said: Frame, deed: Frame) -> None:
    """ "sono stati i militari a sparare": who it was did it, when and as surely as he was it."""
    be, verb = said.verb, deed.verb
    if be is None or verb is None or said.subject is None:
        return
    deed.subject, deed.link, deed.parent, deed.marker = said.subject, said.link, said.parent, said.marker
    verb.form, verb.tense, verb.mood, verb.conditional = "verb", be.tense, be.mood, be.conditional
    verb.modals, verb.negation = [*be.modals, *verb.modals], verb.negation or be.negation
    deed.obliques.extend(said.obliques)
    for group in (*said.before, *said.after):
        group.frame = deed
    said.word = GIVEN
