"""Cleft sentences: "sono stati i militari ad aprire il fuoco" tells of firing, not of being."""

from hudna.read.shallow.frames import Frame

# The mark of a copula that has given all it had to the verb of a cleft sentence.
GIVEN = "given"


def give_to_cleft(said: Frame, being: frozenset[str]) -> None:
    """ "sono stati i militari a sparare": who it was did it, when and as surely as he was it."""
    deed, be = said.cleft, said.verb
    verb = deed.verb if deed is not None else None
    if deed is None or be is None or verb is None or said.subject is None or be.lemma not in being:
        return
    deed.subject, deed.link, deed.parent, deed.marker = said.subject, said.link, said.parent, said.marker
    verb.form, verb.tense, verb.mood, verb.conditional = "verb", be.tense, be.mood, be.conditional
    verb.modals, verb.negation = [*be.modals, *verb.modals], verb.negation or be.negation
    deed.obliques.extend(said.obliques)
    for group in (*said.before, *said.after):
        group.frame = deed
    said.word = GIVEN


def take_from_infinitive(frame: Frame, saying: frozenset[str]) -> None:
    """ "«Non tratteremo», continua a ripetere la giunta": who says it stands behind the infinitive of a verb of saying."""
    above, verb = frame.parent, frame.verb
    if above is None or not above.behind_quote or above.subject is not None or verb is None:
        return
    if frame.link == "complement" and verb.lemma in saying and len(frame.objects) == 1:
        above.subject = frame.objects.pop()
        above.subject.slot = "subject"
