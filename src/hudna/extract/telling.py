"""Who tells it, and of whom? Itself, its enemy, a third, a source without a name, or the narrator."""

from dataclasses import dataclass

from hudna.extract.relations import CONDITIONAL_MARKERS, OWNING, POINTING
from hudna.extract.saying import is_asked_for, speech_words
from hudna.extract.scene import At, Who
from hudna.extract.sides import speaks_for
from hudna.extract.sources import Voice
from hudna.extract.triggers import trigger_index
from hudna.knowledge.folding import written
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root, SpeechAct, Status

# Acts that presuppose what they are about: who condemns the attack does not report it.
PRESUPPOSING = frozenset(
    {
        SpeechAct.CONCERN,
        SpeechAct.WELCOME,
        SpeechAct.REGRET,
        SpeechAct.REMIND,
        SpeechAct.FEAR,
        SpeechAct.URGE,
        SpeechAct.APPEAL,
    }
)

# What is done by saying it.
SPOKEN = frozenset({Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN})
_DECLARING = frozenset({SpeechAct.ANNOUNCE, SpeechAct.REPORT, SpeechAct.CLAIM, SpeechAct.STATE})


@dataclass(frozen=True, slots=True)
class Held:
    """A status and the question that decided it."""

    status: Status
    because: str


def presupposed(at: At) -> bool:
    """A definite nominal event is taken for granted: "fears of THE mobilisation"; what is asked for is not."""
    phrase = at.clause.phrase
    return phrase is not None and phrase.determiner in POINTING | OWNING and not is_asked_for(at)


def told_by(at: At, chain: tuple[Voice, ...], actors: tuple[Who, ...]) -> Held:
    """Who tells it, and of whom: itself, its enemy, or a third?"""
    if not chain:
        if _is_said_of(at) or _befell_in(at):
            return Held(Status.REPORTED, "said by nobody named")
        return Held(Status.ACTUAL, "the narrator tells it")
    first = chain[0]
    act = first.words.act if first.words is not None else None
    if act in PRESUPPOSING and at.clause.kind == "noun" and presupposed(at):
        return Held(Status.ACTUAL, "presupposed")
    if any(a.start == first.who.start or speaks_for(first.who.actor, a.actor) for a in actors):
        return Held(Status.DECLARED, "of its own side")
    if act in (SpeechAct.CLAIM, SpeechAct.ACCUSE):
        return Held(Status.ALLEGED, f"act {act}")
    speaker = first.who.actor
    if (
        speaker.kind == "anonymous"
        and len(chain) == 1
        and _is_bare_source(at, first.who.text)
        and not _has_outlet(at, first.who)
    ):
        return Held(Status.ALLEGED, "a source without a name")
    if speaker.kind == "party" and actors and not speaker.anonymous:
        return Held(Status.ALLEGED, "of another side")
    return Held(Status.REPORTED, "relayed")


def _is_said_of(at: At) -> bool:
    """ "ten are said to have been killed": it is said, and of nobody is it told who says so."""
    parent = at.parent
    said = parent is not None and parent.clause.passive and speech_words(parent) is not None
    return said and at.clause.link == "complement"


def _befell_in(at: At) -> bool:
    """ "ten are feared killed in the raid": who fell in it is only said to have fallen."""
    parent = at.parent
    inside = at.clause.kind == "noun" and at.clause.link == "modifier" and at.clause.marker == "in"
    return inside and parent is not None and parent.clause.passive and _is_said_of(parent)


def _is_bare_source(at: At, words: str) -> bool:
    lower = written(words)
    return any(part in lower for part in at.scene.words.speech.hearsay)


def _has_outlet(at: At, source: Who) -> bool:
    """ "Reuters sources": nameless, but an outlet stands for them."""
    return any(m.kind == "media" for m in at.scene.actors_in(source.start, source.end))


def declares(trigger: Trigger, first: Voice) -> bool:
    """ "announced the capture of the town": who says what he has done declares it; who orders it does it by saying so."""
    done = trigger.root is Root.ASSAULT or trigger.mode in ("seize", "release", "withdraw")
    return done and first.words is not None and first.words.act in _DECLARING


def is_of_somebody(at: At) -> bool:
    """ "approved the deployment of two brigades": defined by what follows it, so that nothing is taken for granted.

    "ordered the closure of the port": what is done by being ordered is done.
    """
    told = trigger_index(at.scene.reading.language).get(("noun", at.clause.lemma), ())
    done = any(t.root in (Root.COERCE, Root.SANCTION) for t in told)
    return (
        not done and at.clause.link == "argument" and any(o.preposition == "of" for o in at.clause.obliques)
    )


def stays_said(at: At, parent: At, holds: Status | None) -> bool:
    """Does what is said stand, though its verb is negated: "did not deny", "the claim … could not be verified"?"""
    if holds is Status.DENIED:
        # "neither confirmed nor denied" leaves it open.
        above = parent.parent if parent.clause.link == "coordinate" else None
        return above is None or above.clause.negation is None
    return holds is None and _is_told_of(at)


def _is_told_of(at: At) -> bool:
    """ "reports that …", "the claim that …": does a noun of hearsay hold it?"""
    nouns, noun = at.scene.cues.nouns, at.clause.noun
    told = nouns.get(Status.ALLEGED, frozenset()) | nouns.get(Status.REPORTED, frozenset())
    return noun is not None and at.clause.link == "complement" and noun.head in told


def needs_article(at: At) -> bool:
    """ "exige la libération": in some languages "the" takes nothing for granted behind such verbs."""
    phrase = at.clause.phrase
    plain = phrase is not None and phrase.determiner == "the" and at.clause.marker is None
    return plain and at.clause.noun is None and at.scene.cues.articles_needed


def uttered(status: Held, root: Root, at: At) -> Held:
    """ "would return to the fight", "will bomb any ship": what is to come is the content of a threat, which is made now."""
    if root in SPOKEN and status.status is Status.DECLARED:
        # "said it had asked for help": the asking is done by saying it.
        return Held(Status.ACTUAL, "an act of speech")
    coming = status.status in (Status.PLANNED, Status.CONDITIONAL)
    made = root is Root.THREATEN and coming and at.clause.marker not in CONDITIONAL_MARKERS
    return Held(Status.ACTUAL, "a threat") if made else status
