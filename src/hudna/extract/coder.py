"""A report as read → its claims, in the order of its words.

One pass over the sentences; `Thread` carries the last speakers and subjects, and
the last date of a telling, to the next sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hudna.extract.answering import Answer, answers, with_answers
from hudna.extract.casualties import find_tolls
from hudna.extract.claims import ClaimMaker
from hudna.extract.events import told_in
from hudna.extract.holding import holdings
from hudna.extract.issuing import issuer
from hudna.extract.meanwhile import is_reason
from hudna.extract.other import aims_of, compositions, stated_aims
from hudna.extract.plausible import has_target
from hudna.extract.quoting import quoted
from hudna.extract.relations import POINTING
from hudna.extract.relevant import relevant
from hudna.extract.scene import At, Scene, Thread, Who
from hudna.extract.sources import Voice, voices
from hudna.extract.sureness import with_sureness
from hudna.extract.tallies import told_once
from hudna.extract.told import Told
from hudna.extract.who import who
from hudna.knowledge.classes import BEARING, HOME, OTHER_SUBJECTS, known_class
from hudna.knowledge.folding import written
from hudna.model.claim import Claim, Root
from hudna.model.clause import Passage, Phrase

# A toll belongs to an attack told in one of so many sentences before.
TOLL_REACH = 4


@dataclass(slots=True)
class _Known:
    """What has been coded so far: to tell a second mention from a second event."""

    roots: set[Root] = field(default_factory=set)
    last_move: str | None = None
    last_assault: tuple[int, Told] | None = None
    by_trigger: dict[int, str] = field(default_factory=dict)
    # Of each event its sentence, and of bare accusations and denials what they name.
    passages: dict[str, int] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    # The sentence before, with who spoke in it.
    before: tuple[tuple[At, ...], tuple[Voice, ...], Passage] | None = None


def extract_claims(scene: Scene) -> tuple[Claim, ...]:
    """Every claim of a report, sorted by start; ids are deterministic."""
    thread, known, maker = Thread(), _Known(), ClaimMaker(scene)
    claims: list[Claim] = []
    issuer(scene, thread)  # "we" means him from the first sentence on
    for passage in scene.reading.passages:
        if passage.parsed:
            claims.extend(_passage_claims(scene, passage, thread, known, maker))
    kept = sorted(
        relevant(
            _unique(claims),
            scene.mentions.actors,
            scene.report.text,
            tuple(known_class(scene.reading.language, name) for name in OTHER_SUBJECTS),
            scene.reading.language,
            known_class(scene.reading.language, BEARING),
            known_class(scene.reading.language, HOME),
        ),
        key=lambda c: (c.start, c.end, c.content, c.id),
    )
    return with_answers(
        with_sureness(kept, scene.reading, scene.mentions.actors), known.answers, known.passages
    )


def _passage_claims(
    scene: Scene, passage: Passage, thread: Thread, known: _Known, maker: ClaimMaker
) -> Iterator[Claim]:
    if known.before is not None:
        # Only now: of the last sentence nobody asks what it lends.
        _remember(*known.before, thread)
    ats = scene.clauses_of(passage)
    speakers: tuple[Voice, ...] = ()
    told_here = [t for t in told_in(ats, thread) if not _is_repeat(t, known) and not _holds_on(t)]
    told_here = told_once([t for t in told_here if not _is_ranked(t, told_here)])
    told_here = told_here or _toll_alone(ats, known, passage)
    maker.opens(told_here)
    aimed = _aimed(ats, told_here, thread)
    for told in told_here:
        inside = any(s <= told.at.clause.start < e and told.at.clause.index != i for s, e, i in aimed)
        if inside and not is_reason(told.at):
            # "to send support to fighters" is what the move is for, not an event of its own.
            continue
        claim, chain = maker.event(told, thread)
        speakers = speakers or chain
        known.roots.add(told.trigger.root)
        known.by_trigger[told.at.clause.start] = claim.id
        known.passages[claim.id] = passage.index
        if answer := answers(told, claim):
            known.answers[claim.id] = answer
        if told.trigger.root is Root.ASSAULT and claim.counts:
            known.last_assault = (passage.index, told)
        if told.trigger.root is Root.MOBILIZE:
            known.last_move = claim.id
        yield claim
        for aim in aims_of(told):
            yield maker.purpose(aim, claim.id, thread)
    taken = {t.at.clause.index for t in told_here if t.trigger.mode == "seize"}
    for claim, chain in _others(ats, taken, thread, known, maker):
        speakers = speakers or chain
        yield claim
    known.before = ats, speakers, passage


def _toll_alone(ats: tuple[At, ...], known: _Known, passage: Passage) -> list[Told]:
    """ "Officials put the toll at 14": the dead of the attack told just before, where nothing else is told."""
    if known.last_assault is None or passage.index - known.last_assault[0] > TOLL_REACH or not ats:
        return []
    tolls = [
        t
        for t in find_tolls(passage.text, 0, len(passage.text), ats[0].scene.casualties)
        if t.kind == "killed"
    ]
    if not tolls or tolls[0].count.start is None:
        return []
    place = passage.start + tolls[0].count.start
    holding = [at for at in ats if at.clause.span_start <= place <= at.clause.span_end and _may_count(at)]
    if not holding:
        return []
    at = min(holding, key=lambda a: a.clause.span_end - a.clause.span_start)
    if _does_otherwise(at):
        return []
    trigger = known.last_assault[1].trigger
    # Who counts the dead of what was burnt down says how many died, not how.
    trigger = trigger.model_copy(update={"mode": None}) if trigger.mode == "destroy" else trigger
    return [Told(at, trigger, (), (), (), (), (), alone=True)]


def _may_count(at: At) -> bool:
    """A verb, or the dead alone: "Nove i morti, secondo la parrocchia"."""
    words = at.scene.words.events
    dead = at.clause.lemma in words.results | words.fallen and at.clause.link == "root"
    return at.clause.kind != "noun" or dead


def _does_otherwise(at: At) -> bool:
    """ "The movement has returned 12 of 28 bodies": a party that does something with the dead counts nobody's toll."""
    clause, subject = at.clause, at.clause.subject
    counts = clause.lemma in at.scene.verbs_of_speech or clause.lemma in at.scene.words.speech.figures
    if subject is None or clause.passive or counts:
        return False
    named = at.scene.actors_in(subject.core_start, subject.core_end)
    return any(m.id is not None and m.kind == "party" for m in named)


def _aimed(ats: tuple[At, ...], told_here: list[Told], thread: Thread) -> list[tuple[int, int, int]]:
    """Spans of words that say what something is for, with the clause they explain."""
    aims = [*(a for t in told_here for a in aims_of(t)), *(a for at in ats for a in stated_aims(at, thread))]
    return [(a.start, a.end, a.at.clause.index) for a in aims if not a.speculative]


def _others(
    ats: tuple[At, ...], taken: set[int], thread: Thread, known: _Known, maker: ClaimMaker
) -> Iterator[tuple[Claim, tuple[Voice, ...]]]:
    """Control, purpose and composition claims of a sentence."""
    for at in ats:
        for held in holdings(at, thread) if at.clause.index not in taken else ():
            yield maker.control(held, thread), maker.chain(at, thread)
        for aim in stated_aims(at, thread):
            yield maker.purpose(aim, known.last_move, thread), maker.chain(at, thread)
        for made in compositions(at, thread):
            yield maker.composition(made, thread), maker.chain(at, thread)


def _holds_on(told: Told) -> bool:
    """ "controls the town", where "took the town" is the same verb: the present tells a state."""
    clause, cues = told.at.clause, told.at.scene.cues
    return told.trigger.mode == "seize" and clause.tense == "present" and clause.lemma in cues.control.verbs


def _is_repeat(told: Told, known: _Known) -> bool:
    """ "The attack came hours after …": a definite mention of what was told already is no new event."""
    clause = told.at.clause
    phrase = clause.phrase
    if clause.kind != "noun" or phrase is None or told.trigger.root not in known.roots:
        return False
    if phrase.determiner not in POINTING:
        return False
    own = [w for w in (*told.actors, *told.recipients) if phrase.start <= w.start < phrase.end]
    aimed = clause.lemma not in told.at.scene.words.events.vague and has_target(told.at)
    return not own and not aimed and not told.at.scene.places_in(phrase.start, phrase.end) and not told.merged


def _is_ranked(told: Told, beside: list[Told]) -> bool:
    """ "Nine died in an ambush, the deadliest attack this year": what only sets among others the event told before it."""
    clause, events = told.at.clause, told.at.scene.words.events
    if clause.kind != "noun" or clause.phrase is None or told.merged or told.actors or told.recipients:
        return False
    first = any(t.trigger.root is told.trigger.root and t.at.clause.start < clause.start for t in beside)
    # "in one of the worst outbreaks of violence": by the noun it hangs from, too
    words = f"{clause.phrase.text} {clause.noun.text if clause.noun is not None else ''}"
    return first and not events.ranking.isdisjoint(written(words).split())


def _remember(ats: tuple[At, ...], speakers: tuple[Voice, ...], passage: Passage, thread: Thread) -> None:
    """The speakers of this sentence, for fragments and pronouns in the next."""
    _remember_subjects(ats, thread)
    # Who issues the whole has not just spoken: "The minister visited them. He praised …".
    chain = tuple(v for v in speakers if not v.issues and not _is_anybody(v))
    if not chain:
        for at in ats:
            chain = chain or voices(at, thread) or quoted(at, thread)
        chain = tuple(v for v in chain if not _is_anybody(v))
    if chain:
        lasting = [
            v for v in chain if v.words is None or v.clause is None or v.clause.link == "root"
        ] or list(chain)
        thread.speakers = tuple(v.who for v in lasting)
        thread.speakers_passage = passage.index
        here = [v.who for v in chain if passage.start <= v.who.start < passage.end]
        # "a raconté son frère à l'agence": to whom he told it is nobody to go on with.
        heard: list[Who] = [w for w in here if w.actor.kind != "media"] or here
        thread.subjects = sorted([*thread.subjects, *heard], key=lambda w: w.start)[-12:]


def _is_anybody(voice: Voice) -> bool:
    """ "Any person who wishes to leave may do so. He added …": whoever it may be is nobody to go on with."""
    subject = voice.clause.subject if voice.clause is not None else None
    return subject is not None and subject.determiner in ("any", "every", "each", "no")


def _remember_subjects(ats: tuple[At, ...], thread: Thread) -> None:
    """ "The Front controls the town. It has …": who heads a sentence can be meant, though it told of no event."""
    known = {w.start for w in thread.subjects}
    roots = (at for at in ats if at.clause.link == "root" and at.clause.kind != "noun")
    heads = (_heading(_told_before(at)) for at in roots)
    met = (p for at in ats for p in _interviewed(at, thread))
    named = [(p, who(ats[0], p, thread)) for p in (*heads, *met) if p is not None and p.pronoun is None]
    # "One of them was my cousin. They beat him": part of whom a pronoun means is nobody to go on with.
    told = [w for p, w in named if w is not None and not any(o.phrase.pronoun for o in p.obliques)]
    thread.heads.update(w.start for w in told)
    new = [w for w in told if w.start not in known]
    thread.subjects = sorted([*thread.subjects, *new], key=lambda w: w.start)[-12:]


def _interviewed(at: At, thread: Thread) -> tuple[Phrase, ...]:
    """ "The agency spoke to the general. He said …": of whom one hears, where it is an outlet that speaks to him."""
    clause = at.clause
    if clause.lemma not in at.scene.words.speech.telling or clause.subject is None:
        return ()
    asks = who(at, clause.subject, thread)
    if asks is None or asks.actor.kind != "media":
        return ()
    return tuple(o.phrase for o in clause.obliques if o.preposition in ("to", "with"))


def _told_before(at: At) -> At:
    """ "The brigade left, the ministry said": what stands before the words that say who tells it, or the clause itself."""
    says = at.clause.lemma in at.scene.verbs_of_speech and at.clause.subject is not None
    told = (c for c in at.children() if c.clause.link == "complement" and c.clause.kind != "noun")
    subject = at.clause.subject
    before = (c for c in told if subject is not None and c.clause.end <= subject.start)
    return next(before, at) if says else at


def _heading(at: At) -> Phrase | None:
    """ "Our forces were shelled by the rebels. They …": of whom the sentence speaks, though he does not act."""
    clause = at.clause
    first = clause.objects[0] if clause.passive and clause.objects else None
    return first if first is not None and first.start < clause.start else clause.subject


def _unique(claims: list[Claim]) -> list[Claim]:
    """Without claims that say the same by the same words."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.id, claim)
    return list(found.values())
