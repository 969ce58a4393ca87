"""Which deed does an accusation or a denial without words of its own answer?

"Shells fell on the market. The army blamed the rebels, who denied it": both speak of the shelling. The claim that
is meant is named in `Claim.answers`, so that the incident shows who is said to have done it, and who denies it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Who
from hudna.extract.told import Told
from hudna.knowledge.folding import fold
from hudna.model.claim import COUNTED, Actor, Claim, Root, SpeechAct
from hudna.model.clause import Link, Phrase

# So many sentences behind the deed an answer still speaks of it.
REACH = 2
# Sectors of those who act for a state, and are nobody's guess even where no list names them.
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
_DEEDS = frozenset({Root.ASSAULT, Root.COERCE})
# What hangs from an answer by these says what it is about.
_SAID: frozenset[Link] = frozenset({"complement", "argument", "purpose", "modifier"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What is accused or denied without being told: the sentence it stands in, and whom it names."""

    passage: int
    start: int
    act: SpeechAct
    by: tuple[Actor, ...]
    of: tuple[Actor, ...]


def answers(told: Told, claim: Claim) -> Answer | None:
    """Is a claim a bare accusation or denial, of what another sentence tells?"""
    act, event = _act(told), claim.event
    if act is None or event is None or claim.status not in COUNTED or not event.actors:
        return None
    if act is SpeechAct.ACCUSE and not event.recipients:
        return None
    if _says_of_what(told, act):
        return None
    return Answer(told.at.passage.index, told.at.clause.start, act, event.actors, event.recipients)


def _act(told: Told) -> SpeechAct | None:
    if told.at.clause.negation is not None or told.at.clause.modals:
        return None
    if told.trigger.root is Root.ACCUSE and told.trigger.mode == "allege":
        return SpeechAct.ACCUSE
    words = speech_words(told.at) if told.trigger.root is Root.REJECT else None
    return SpeechAct.DENY if words is not None and words.act is SpeechAct.DENY else None


def _says_of_what(told: Told, act: SpeechAct) -> bool:
    """ "accused them of treason", "denied that it was lost": is something told that is neither a party, a day nor a place?"""
    at, named = told.at, (*told.actors, *told.recipients)
    charges = at.scene.words.speech.charges
    # "denied it: 'Nobody is held'": what follows such a pronoun is only how it was denied.
    given = act is SpeechAct.DENY and any(p.pronoun is not None for p in at.clause.objects)
    told_of = (c.clause for c in at.children() if c.clause.link in _SAID and c.clause.lemma not in charges)
    # "the Rapid Support Forces": a noun inside a name tells of nothing.
    if not given and any(not any(w.start <= c.start < w.end for w in named) for c in told_of):
        return True
    phrases = (*at.clause.objects, *(o.phrase for o in at.clause.obliques))
    return any(not _is_empty(at, phrase, named) for phrase in phrases)


def _is_empty(at: At, phrase: Phrase, named: Sequence[Who]) -> bool:
    """Does a phrase leave open what is spoken of?"""
    within = [p for member in phrase.members() for p in (o.phrase for o in member.obliques)]
    if any(w.start < phrase.end and phrase.start < w.end for w in named):
        return True
    scene = at.scene
    if scene.times_in(phrase.start, phrase.end) or scene.places_in(phrase.core_start, phrase.core_end):
        return True
    bare = phrase.pronoun is not None or phrase.head in scene.words.speech.charges
    return bare and all(_is_empty(at, p, named) for p in within)


def with_answers(
    claims: Sequence[Claim], bare: Mapping[str, Answer], passages: Mapping[str, int]
) -> tuple[Claim, ...]:
    """The claims, each answer with the claim it is about; `bare` and `passages` by the claims' names."""
    found: list[Claim] = []
    for claim in claims:
        answer = bare.get(claim.id)
        deed = _answered(answer, found, passages, bare) if answer is not None else None
        found.append(claim if deed is None else claim.model_copy(update={"answers": deed}))
    return tuple(found)


def _answered(
    answer: Answer, before: Sequence[Claim], passages: Mapping[str, int], bare: Mapping[str, Answer]
) -> str | None:
    """The last deed told right before that it can be about; None where that is a guess."""
    near = [one for one in before if 0 <= answer.passage - passages.get(one.id, -9) <= REACH]
    if answer.act is SpeechAct.DENY and (charged := _charged(answer, near, bare)):
        return charged
    deeds = [one for one in near if one.counts and _is_before(one, answer)]
    if not deeds:
        return None
    last = passages[deeds[-1].id]
    deed = next(one for one in deeds if passages[one.id] == last)  # what a sentence tells first is its news
    told_last = passages[near[-1].id] == last and answer.passage - last <= 1
    denied = answer.act is SpeechAct.DENY and told_last and _is_open(answer, deed)
    return deed.id if denied or _fits(answer, deed) else None


def _charged(answer: Answer, near: Sequence[Claim], bare: Mapping[str, Answer]) -> str | None:
    """What was laid to his charge right before, or to somebody's in the words right before."""
    charges = [one for one in near if one.answers and bare[one.id].act is SpeechAct.ACCUSE]
    his = [one for one in charges if _same(answer.by, bare[one.id].of)]
    his += [one for one in charges if one is near[-1] and not _same(answer.by, bare[one.id].by)]
    return his[-1].answers if his else None


def _is_open(answer: Answer, deed: Claim) -> bool:
    """Is it somebody else's word, or nobody's who is known?"""
    return _is_disputed(answer, deed) or (not deed.speakers and _is_anybodys(deed))


def _is_disputed(answer: Answer, deed: Claim) -> bool:
    """Somebody else says so, and this is not his word."""
    names = {fold(actor.text) for actor in answer.by} | {actor.id for actor in answer.by if actor.id}
    return bool(deed.speakers) and all(
        one.actor not in names and fold(one.text) not in names for one in deed.speakers
    )


def _is_before(claim: Claim, answer: Answer) -> bool:
    event = claim.event
    return event is not None and event.root in _DEEDS and event.trigger.end <= answer.start


def _fits(answer: Answer, deed: Claim) -> bool:
    """Can this be what somebody is accused of, or denies?"""
    doers = deed.event.actors if deed.event is not None else ()
    if answer.act is SpeechAct.DENY:
        return _same(answer.by, doers)
    if _same(answer.by, doers):
        # Each blames the other; but of what the narrator says he did nobody else is accused.
        return bool(deed.speakers)
    return _is_anybodys(deed) or _same(answer.of, doers)


def _is_anybodys(deed: Claim) -> bool:
    """Is nobody said to have done it of whom more is known than that he bore arms?"""
    doers = deed.event.actors if deed.event is not None else ()
    return all(one.id is None and one.sector not in _STATE for one in doers)


def _same(ones: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Do two groups of people share anybody?"""
    return any(_is_same(one, other) for one in ones for other in others)


def _is_same(one: Actor, other: Actor) -> bool:
    if one.id is not None and other.id is not None:
        return one.id == other.id
    return fold(one.text) == fold(other.text)
