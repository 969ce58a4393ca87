"""Which PLOVER root does one marked party do to another, in one sentence?

Public sets mark a source and a target and ask for the relation between them. The
sentence is read into clauses and matched with the triggers exactly as reports
are; what is added here is the choice among the events found, a table of visible
weights, and the manual's rules on what a future, refused or demanded act counts as.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from hudna.extract.scene import At, Scene, scene_of
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import find_trigger, nominal_lemmas
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Clause, Passage, Phrase
from hudna.model.mention import Mentions
from hudna.model.report import Report
from hudna.read.reader import Sketch, read_clauses

LANGUAGE = "en"
Extent = tuple[int, int]

# How well the marked parties fill an event's slots, most telling first. The order and
# the distances were set on the half of PLV_train with even sentence ids.
WEIGHTS: dict[str, float] = {
    "source acts": 3.0,
    "source is part of who acts": 2.0,
    "source acts through a light verb": 2.6,
    "source owns the deed": 2.2,
    "source stands near": 0.4,
    "target is acted upon": 2.0,
    "target is part of what is acted upon": 1.6,
    "target stands behind a preposition": 1.4,
    "target acts in what is said or asked": 1.2,
    "target takes part": 1.6,
    "target stands in the clause": 0.6,
    "under another event of the source": -2.0,
    "only a weak trigger": -0.2,
    "in an adverbial, purpose or relative clause": -0.8,
}

COOPERATIVE = frozenset(
    {Root.AGREE, Root.CONSULT, Root.SUPPORT, Root.CONCEDE, Root.COOPERATE, Root.AID, Root.RETREAT}
)
MATERIAL = frozenset({Root.PROTEST, Root.SANCTION, Root.COERCE, Root.ASSAULT, Root.MOBILIZE})
_OBLIGATION = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event of the sentence with its score and the reasons for it."""

    root: Root
    score: float
    reasons: tuple[str, ...]
    words: str
    trigger: str
    start: int


def root_between(sentence: str, source_words: str, target_words: str) -> Root | None:
    """What the source does to the target, or None where no event is found."""
    best = max(candidates(sentence, source_words, target_words), key=_rank, default=None)
    return best.root if best is not None else None


def candidates(sentence: str, source_words: str, target_words: str) -> list[Candidate]:
    """Every event of the sentence, scored for the marked pair."""
    source, target = _locate(sentence, source_words), _locate(sentence, target_words)
    scene = _scene(sentence)
    found: list[Candidate] = []
    for passage in scene.reading.passages:
        ats = [At(scene, passage, clause) for clause in passage.clauses]
        triggers = {at.clause.index: find_trigger(at) for at in ats}
        for at in ats:
            trigger = triggers[at.clause.index]
            if trigger is not None:
                found.append(_candidate(at, trigger, triggers, source, target))
            elif _obliged(at, source, target):
                found.append(_obligation(at))
    return found


def _rank(candidate: Candidate) -> tuple[float, int]:
    return (candidate.score, -candidate.start)


def _locate(sentence: str, words: str) -> Extent:
    start = sentence.find(words.strip())
    return (start, start + len(words.strip())) if start >= 0 else (-1, -1)


def _scene(sentence: str) -> Scene:
    report = Report(id="pair", text=sentence, language=LANGUAGE)
    passage = Passage(0, 0, len(sentence), sentence)
    sketch = Sketch(report, LANGUAGE, (passage,), frozenset({0}))
    reading = next(iter(read_clauses([sketch], nominal=nominal_lemmas)))
    # Who speaks is marked in these sets: no verb of saying counts.
    return replace(scene_of(report, reading, Mentions(), _nobody), verbs_of_speech={}, nouns_of_speech={})


def _nobody(*_: object) -> None:
    return None


# --- one event ---------------------------------------------------------------------


def _candidate(
    at: At, trigger: Trigger, triggers: dict[int, Trigger | None], source: Extent, target: Extent
) -> Candidate:
    reasons = tuple(_reasons(at, trigger, triggers, source, target))
    return Candidate(
        root=_root_as_held(at, trigger.root),
        score=sum(WEIGHTS[reason] for reason in reasons),
        reasons=reasons,
        words=at.clause.text,
        trigger=trigger.id,
        start=at.clause.start,
    )


def _reasons(
    at: At, trigger: Trigger, triggers: dict[int, Trigger | None], source: Extent, target: Extent
) -> Iterator[str]:
    yield from _source_reason(at, source)
    yield from _target_reason(at, trigger, target)
    if trigger.weak:
        yield "only a weak trigger"
    if at.clause.link in ("adverbial", "purpose", "relative"):
        yield "in an adverbial, purpose or relative clause"
    if any(triggers[a.clause.index] is not None and _subject_is(a, source) for a in _above(at)):
        yield "under another event of the source"


def _above(at: At) -> Iterator[At]:
    """The clauses above, nearest first."""
    parent = at.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _source_reason(at: At, source: Extent) -> Iterator[str]:
    clause = at.clause
    if _subject_is(at, source):
        yield "source acts"
    elif clause.subject is not None and _within(clause.subject, source):
        yield "source is part of who acts"
    elif clause.kind == "noun" and any(_subject_is(a, source) for a in _carriers(at)):
        yield "source acts through a light verb"
    elif any(
        _is(p, source) for slot in ("possessor", "compound", "by", "from") for p in slot_phrases(clause, slot)
    ):
        yield "source owns the deed"
    elif _overlaps((clause.span_start, clause.span_end), source):
        yield "source stands near"


def _carriers(at: At) -> Iterator[At]:
    """The verb that carries a nominal event."""
    parent = at.parent
    if parent is not None:
        yield parent


def _target_reason(at: At, trigger: Trigger, target: Extent) -> Iterator[str]:
    clause = at.clause
    obliques = [
        o.phrase for a in (at, *(_carriers(at) if clause.kind == "noun" else ())) for o in a.clause.obliques
    ]
    if any(_is(m, target) for p in clause.objects for m in p.members()):
        yield "target is acted upon"
    elif any(_within(p, target) for p in clause.objects):
        yield "target is part of what is acted upon"
    elif any(_is(m, target) for p in obliques for m in p.members()):
        yield "target stands behind a preposition"
    elif trigger.mutual and clause.subject is not None and _within(clause.subject, target):
        yield "target takes part"
    elif any(_subject_is(child, target) for child in at.children()):
        yield "target acts in what is said or asked"
    elif any(_within(p, target) for p in obliques) or _overlaps((clause.span_start, clause.span_end), target):
        yield "target stands in the clause"


def _subject_is(at: At, party: Extent) -> bool:
    subject = at.clause.subject
    return subject is not None and any(_is(member, party) for member in subject.members())


def _is(phrase: Phrase, party: Extent) -> bool:
    """Does the party's name hold the head of the phrase?"""
    return party[0] <= phrase.head_start < party[1]


def _within(phrase: Phrase, party: Extent) -> bool:
    ends = [phrase.end, *(member.end for member in phrase.conjuncts)]
    return _overlaps((phrase.start, max(ends)), party)


def _overlaps(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# --- what a future, refused or demanded act counts as --------------------------------


def _root_as_held(at: At, root: Root) -> Root:
    """The manual: a coming kindness is AGREE, a coming blow THREATEN, a refused kindness REJECT."""
    if root in COOPERATIVE and _refused(at):
        return Root.REJECT
    if _future(at) and root in COOPERATIVE:
        return Root.AGREE
    if _future(at) and root in MATERIAL:
        return Root.THREATEN
    return root


def _refused(at: At) -> bool:
    return at.clause.negation is not None or (at.clause.kind == "noun" and _parent_refused(at))


def _parent_refused(at: At) -> bool:
    return at.parent is not None and at.parent.clause.negation is not None


def _future(at: At) -> bool:
    holder = at.parent if at.clause.kind == "noun" and at.parent is not None else at
    return holder.clause.tense == "future" or any(
        m.lemma in ("will", "would", "shall") for m in holder.clause.modals
    )


def _obliged(at: At, source: Extent, target: Extent) -> bool:
    """Does the source say that the target must do something?"""
    clause = at.clause
    said = any(_subject_is(a, source) for a in _above(at))
    return said and _bound(clause) and clause.subject is not None and _within(clause.subject, target)


def _bound(clause: Clause) -> bool:
    return any(modal.lemma in _OBLIGATION for modal in clause.modals)


def _obligation(at: At) -> Candidate:
    return Candidate(
        Root.REQUEST, 4.0, ("source says that target must act",), at.clause.text, "", at.clause.start
    )


@cache
def quad(root: Root) -> int:
    """1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""
    if root in (Root.AGREE, Root.CONSULT, Root.SUPPORT, Root.CONCEDE):
        return 1
    if root in (Root.COOPERATE, Root.AID, Root.RETREAT):
        return 2
    return 3 if root in (Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN) else 4
