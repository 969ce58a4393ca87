"""What can be held as ground: no meeting, and no people."""

from hudna.extract.scene import At
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.classes import known_class
from hudna.knowledge.people import people
from hudna.model.clause import Phrase


def is_no_ground(at: At, phrase: Phrase) -> bool:
    """ "hold their next meeting in Gabala", "two detainees held by the joint force": what takes place and people are nobody's ground."""
    language = at.scene.reading.language
    grounds = (known_class(language, name) for name in ("settlement", "facility", "infrastructure"))
    if phrase.head in at.scene.words.places.areas.union(*grounds):
        return False
    plain = phrase.head_text[:1].islower()
    return plain and (phrase.head in nominal_lemmas(language) or phrase.head in people(language))
