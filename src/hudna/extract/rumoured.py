"""What is only said to circulate, and what is denied with the reports of it.

"There is no truth in what is said of a withdrawal", "denied the reports that spoke of a withdrawal".
"""

from hudna.extract.saying import speech_words
from hudna.extract.scene import At
from hudna.extract.telling import Held
from hudna.knowledge.folding import written
from hudna.model.claim import Status

MAX_DEPTH = 30
_ABOUT = ("of", "about", "on")


def rumoured(at: At) -> list[Held]:
    """ "there is no truth in what is said of a withdrawal", "denied what sites spread of it": does what circulates not hold?"""
    cues, current = at.scene.cues, at.parent
    for _ in range(MAX_DEPTH):
        if current is None or current.clause.lemma in cues.circulating:
            break
        current = current.parent
    if current is None:
        return []
    words = written(at.passage.text)
    if any(phrase in words for phrase in map(written, cues.untrue)):
        return [Held(Status.DENIED, "said to be untrue")]
    above = current.parent
    denying = (
        above is not None and (held_by := speech_words(above)) is not None and held_by.holds is Status.DENIED
    )
    return [Held(Status.DENIED, "spread, and denied")] if denying and _is_what_is_said(current) else []


def _is_what_is_said(at: At) -> bool:
    """ "the reports that are spread", "what is spread"."""
    return at.clause.link == "relative" or (at.clause.link == "complement" and at.clause.marker == "what")


def tells_what_is_denied(at: At, parent: At) -> bool:
    """ "denied the reports that spoke of a withdrawal", "… the reports about one": it is denied with them."""
    noun, words = at.clause.noun, speech_words(parent)
    if noun is None or words is None or words.holds is not Status.DENIED:
        return False
    about = at.clause.link == "modifier" and at.clause.marker in _ABOUT
    inside = any(o.start <= noun.head_start < o.end for o in parent.clause.objects)
    if at.clause.link != "relative" and not (about and inside):
        return False
    return noun.head in at.scene.nouns_of_speech or noun.head in at.scene.cues.nouns.get(Status.REPORTED, ())
