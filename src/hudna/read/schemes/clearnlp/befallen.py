"""Whose deed a noun tells of, where its owner is whom it befell: "the mayor's killing", "his arrest by soldiers".

With "of" behind it the owner did it: "the army's killing of two farmers". So did the owner of several: "the militia's killings".
"""

from dataclasses import replace

from hudna.model.clause import Oblique, Phrase

OF = "of"
# One man is killed, arrested or freed once; of what is done to many ("attack", "strike") the owner is who did it.
_BEFALLS = frozenset(
    """abduction arrest assassination beating beheading capture conviction deportation detention disappearance execution
    expulsion extradition hanging imprisonment internment kidnapping kidnap killing liberation lynching murder ouster
    overthrow poisoning removal rescue release sentencing shooting slaying stabbing torture wounding""".split()
)


def befallen(phrase: Phrase, word: str) -> Phrase:
    """The phrase of such a noun, as written, with its owner as whom it befell."""
    owner = phrase.possessor
    if owner is None or word.lower() not in _BEFALLS or any(o.preposition == OF for o in phrase.obliques):
        return phrase
    return replace(phrase, possessor=None, obliques=(Oblique(OF, owner, owner.start), *phrase.obliques))
