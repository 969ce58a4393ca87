"""What is done in saying it: an appeal, an accusation, a refusal is an act of who speaks."""

from hudna.extract.scene import At, Thread, Who
from hudna.extract.sources import Voice, own_voice, passed_on, relayed
from hudna.extract.telling import SPOKEN
from hudna.extract.told import Told
from hudna.extract.widening import widened
from hudna.model.claim import Root, SpeechAct

_SPOKEN_VERBS = frozenset({Root.SUPPORT, Root.AGREE, Root.CONCEDE})
_ACTS = {
    Root.REQUEST: SpeechAct.APPEAL,
    Root.ACCUSE: SpeechAct.ACCUSE,
    Root.REJECT: SpeechAct.DENY,
    Root.THREATEN: SpeechAct.WARN,
}


def is_spoken(told: Told) -> bool:
    """Is the event itself something said?"""
    root, at = told.trigger.root, told.at
    if root in SPOKEN:
        return True
    spoken = at.clause.lemma in at.scene.verbs_of_speech
    return root in _SPOKEN_VERBS and (spoken or at.clause.lemma in at.scene.words.speech.promising)


def is_aside(at: At) -> bool:
    """ "a claim Norland dismisses", "Norland rejects this: …, it says": the narrator tells how others take what is said."""
    clause, parent = at.clause, at.parent
    if clause.link == "relative":
        return True
    if (
        parent is None
        or clause.link != "complement"
        or clause.marker is not None
        or parent.clause.start < clause.end
    ):
        return False
    return ":" in at.scene.report.text[clause.end : parent.clause.start]


def with_self(told: Told, chain: tuple[Voice, ...], thread: Thread) -> tuple[Voice, ...]:
    """Who speaks himself, and behind him whoever relays it."""
    scene = told.at.scene
    says = scene.verbs_of_speech.get(told.at.clause.lemma)
    # "We urge both sides": whoever issues the whole is known from the report.
    acting = [Voice(_named(told.at, w, thread), says) for w in told.actors[:1] if _speaks(told, chain)]
    # "The mediator announced a truce between A and B": who announces it says so, and neither of them.
    told_of = says is not None and _is_of_others(told)
    own = tuple(
        v
        for v in (() if told_of else acting) or ([] if chain else own_voice(told.at, thread)[:1])
        if v.who.actor.rule != "first_person" or v.who == thread.author
    )
    subject = told.at.clause.subject
    beside = passed_on(told.at, subject, thread) if own and subject is not None else []
    relays = [
        v for v in (*beside, *relayed(told.at, thread)) if all(v.who.start != c.who.start for c in chain)
    ]
    rest = tuple(
        v
        for v in (*relays, *chain)
        if not (own and v.issues) and all(v.who.start != o.who.start and not _same(v.who, o.who) for o in own)
    )
    return (*own, *rest)


def _is_of_others(told: Told) -> bool:
    """Does a verb of saying have a subject that is none of those who act?"""
    subject = told.at.clause.subject
    if subject is None or subject.pronoun or told.at.clause.passive or not told.actors:
        return False
    return "between" in told.trigger.roles.get("actor", ()) and all(
        not subject.start <= w.start < subject.end for w in told.actors
    )


def _speaks(told: Told, chain: tuple[Voice, ...]) -> bool:
    """Of whom somebody else tells that he refused, or would answer, has said nothing himself; nor has who was ordered."""
    clause, scene = told.at.clause, told.at.scene
    subject = clause.subject
    if all(v.issues for v in chain) or clause.kind == "noun":
        return True
    if subject is None or subject.pronoun:
        return not clause.passive
    if told.actors[0].start != subject.core_start and not subject.start <= told.actors[0].start < subject.end:
        return True
    says = clause.lemma in scene.verbs_of_speech or clause.lemma in scene.words.speech.promising
    return says and clause.lemma not in scene.words.speech.answering


def _named(at: At, who: Who, thread: Thread) -> Who:
    """Who speaks, in the words that name him: "we" in a communiqué is whoever issues it."""
    subject, issuer = at.clause.subject, thread.issuer
    ours = issuer is not None and subject is not None and subject.pronoun == "we"
    return issuer if issuer is not None and ours and issuer.actor == who.actor else _whole(at, who)


def _whole(at: At, who: Who) -> Who:
    subject = at.clause.subject
    return widened(at, subject, who) if subject is not None else who


def act_of(told: Told, chain: tuple[Voice, ...], *, spoken: bool) -> SpeechAct:
    """What is done in saying it: the act itself, else what the innermost speaker does."""
    scene, lemma = told.at.scene, told.at.clause.lemma
    words = scene.verbs_of_speech.get(lemma) or scene.nouns_of_speech.get(lemma)
    if (
        spoken
        and words is not None
        and not (told.trigger.root is Root.THREATEN and words.act is SpeechAct.ANNOUNCE)
    ):
        return words.act
    if spoken:
        return _ACTS.get(told.trigger.root, SpeechAct.STATE)
    return chain_act(chain)


def chain_act(chain: tuple[Voice, ...], narrator: SpeechAct = SpeechAct.REPORT) -> SpeechAct:
    """What the innermost speaker does in saying it."""
    if not chain:
        return narrator
    return next((v.words.act for v in chain if v.words is not None), SpeechAct.REPORT)


def _same(one: Who, other: Who) -> bool:
    return one.actor.id is not None and one.actor.id == other.actor.id
