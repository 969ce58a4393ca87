"""Does a word of speech only frame what is said, though a trigger would make it an act of its own?

"Asked whether the army had left", "…, the mayor told reporters", "promised not to attack": nobody requests,
orders or threatens anything there.
"""

from hudna.extract.relations import ASKING
from hudna.extract.saying import speech_words
from hudna.extract.scene import At
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root, SpeechAct, Status

# What only hearing something, or being asked, never is.
BIDDING = frozenset({Root.REQUEST, Root.COERCE, Root.SANCTION, Root.MOBILIZE, Root.THREATEN})
# What a verb that also means to back somebody does to nobody where it tells what is so.
BACKING = frozenset({Root.SUPPORT, Root.AID, Root.ACCUSE})
_TELLING = frozenset({SpeechAct.STATE, SpeechAct.REPORT, SpeechAct.ANNOUNCE})


def only_frames(trigger: Trigger, at: At) -> bool:
    """Is the verb no more than the frame of what hangs from it?"""
    if (
        trigger.pos != "verb"
        or trigger.root not in BIDDING | BACKING
        or at.clause.lemma not in at.scene.verbs_of_speech
    ):
        return False
    held = [c for c in at.children() if c.clause.link == "complement"]
    if trigger.root in BACKING:
        return _only_maintains(trigger, at, held)
    if trigger.root is Root.REQUEST and any(c.clause.marker in ASKING for c in held):
        return True
    return _only_tells(at, held) or (trigger.root is Root.THREATEN and _forswears(at, held))


def _only_maintains(trigger: Trigger, at: At, held: list[At]) -> bool:
    """ "sostiene di aver sparato in aria", "soutient que la mission a échoué": tells what is so, and backs or accuses nobody."""
    words = speech_words(at)
    if words is None or words.act not in _TELLING or at.clause.objects:
        return False
    own = any(c.clause.perfect and c.clause.tense == "infinitive" for c in held)
    return own or (trigger.root is not Root.ACCUSE and any(_states(c) for c in held))


def _only_tells(at: At, held: list[At]) -> bool:
    """ "The army has left, the mayor told reporters", "told the board that both sides had agreed": states what was done."""
    telling = at.clause.lemma in at.scene.words.speech.telling
    before = any(_states(c) and c.clause.start < at.clause.start for c in held)
    behind = any(_states(c) and c.clause.tense == "past" and not c.clause.modals for c in held)
    return telling and (before or behind)


def _states(at: At) -> bool:
    clause = at.clause
    return clause.tense in ("past", "present", "future") and (clause.subject is not None or clause.passive)


def _forswears(at: At, held: list[At]) -> bool:
    """ "promised not to attack": a promise of the opposite."""
    words = speech_words(at)
    promises = words is not None and words.act is SpeechAct.ANNOUNCE and words.holds is Status.PLANNED
    # "swore it would not cease" threatens.
    return promises and any(c.clause.negation is not None and c.clause.tense == "infinitive" for c in held)
