"""Claims that are no events: what a move is for, what a force is made of."""

import re
from dataclasses import dataclass

from hudna.extract.relations import AIMING
from hudna.extract.scene import At, Thread, Who, once
from hudna.extract.slots import slot_phrases
from hudna.extract.told import Told
from hudna.extract.who import who
from hudna.knowledge.folding import written
from hudna.model.claim import Root, SpeechAct
from hudna.model.clause import Clause, Oblique, Phrase

_MOVES = frozenset(
    {Root.MOBILIZE, Root.RETREAT, Root.AID, Root.COERCE, Root.ASSAULT, Root.COOPERATE, Root.CONSULT}
)


@dataclass(frozen=True, slots=True)
class Aim:
    """Words that say what an event is for; `of` is the event's trigger position."""

    at: At
    of: int | None
    by: Who | None
    start: int
    end: int
    kind: str | None
    speculative: bool = False
    reassuring: bool = False


_BIDDING = frozenset({SpeechAct.ORDER, SpeechAct.URGE, SpeechAct.APPEAL})


def aims_of(told: Told) -> list[Aim]:
    """Purposes that hang from an event: "to …", "for a … mission", "aimed at …"."""
    if told.trigger.root not in _MOVES:
        return []
    at = told.at
    spans: list[tuple[int, int]] = []
    for host in (at, *told.merged, *_sharing_parent(at)):
        spans.extend(_infinitives(host))
        if told.trigger.root is not Root.COERCE:  # "were forced to flee" says what was done to them
            spans.extend(_complements(host))
        spans.extend(_missions(host))
    if not spans:
        return []
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    by = told.actors[0] if told.actors else None
    return [Aim(at, at.clause.start, by, start, end, kind_of(at, start, end))]


def _sharing_parent(at: At) -> tuple[At, ...]:
    """A nominal event shares the purposes of its verb: "launched an operation to …"."""
    parent = at.parent
    shares = (
        parent is not None
        and at.clause.kind == "noun"
        and at.clause.link == "argument"
        and parent.clause.lemma in at.scene.cues.light_verbs
    )
    return (parent,) if parent is not None and shares else ()


@once
def _complements(at: At) -> list[tuple[int, int]]:
    """ "sent the troops to guard the port": whom a verb moves, and what he is to do."""
    clause = at.clause
    if clause.kind != "verb" or not clause.objects or _bids(at):
        return []
    done = (c.clause for c in at.children() if c.clause.link == "complement" and not c.clause.perfect)
    aimed = (c for c in done if c.tense == "infinitive" and not c.noun and c.start > clause.start)
    return [(c.span_start, c.span_end) for c in aimed]


@once
def _infinitives(at: At) -> list[tuple[int, int]]:
    hang = (c.clause for c in at.children() if c.clause.link == "purpose")
    # What is already done is no purpose: "…, e di aver bruciato tre blindati".
    behind = (c for c in hang if c.start > at.clause.start and not c.perfect)
    found = [(c.span_start, c.span_end) for c in behind]
    noun = [
        c
        for c in at.passage.clauses
        if c.link == "complement"
        and c.marker == "to"
        and c.noun is not None
        and c.noun.head_start == at.clause.start
    ]
    found.extend((c.span_start, c.span_end) for c in noun)
    aimed = [
        c
        for c in at.passage.clauses
        if c.lemma in at.scene.cues.purpose.verbs
        and c.passive
        and c.noun is not None
        and c.noun.head_start == at.clause.start
    ]
    found.extend((c.start, c.span_end) for c in aimed)
    return found


def _bids(at: At) -> bool:
    """ "ordered the troops to stay": what is ordered or asked for is no purpose."""
    words = at.scene.verbs_of_speech.get(at.clause.lemma)
    return words is not None and words.act in _BIDDING


def _missions(at: At) -> list[tuple[int, int]]:
    words = at.scene.cues.purpose
    after = (o for o in at.clause.obliques if o.preposition in AIMING and o.start > at.clause.start)
    return [(o.start, o.phrase.end) for o in after if _is_purpose(o, words.heads)]


def _is_purpose(oblique: Oblique, heads: frozenset[str]) -> bool:
    return (
        oblique.preposition != "for"
        or oblique.phrase.head in heads
        or any(m in heads for m in oblique.phrase.modifiers)
    )


def kind_of(at: At, start: int, end: int) -> str | None:
    """The kind of purpose that its words suggest, by the language's table."""
    words = set(re.findall(r"[\w'-]+", written(at.scene.report.text[start:end])))
    endings = at.scene.words.aims.endings
    singular = words | {w.removesuffix(end) for w in words for end in endings}
    best = max(at.scene.cues.purpose.kinds.items(), key=lambda item: len(item[1] & singular), default=None)
    return best[0] if best is not None and best[1] & singular else None


def stated_aims(at: At, thread: Thread) -> list[Aim]:
    """ "The aim is to …", "targets no one", "seen as a prelude to …"."""
    clause, words = at.clause, at.scene.cues.purpose
    if clause.kind == "copula" and clause.subject is not None and clause.subject.head in words.nouns:
        child = next((c for c in at.children() if c.clause.link == "complement"), None)
        # "The UN Mission is alarmed by the killing": a body that is named so is nobody's aim.
        told = child is not None and child.clause.tense == "past"
        if child is not None and not told:
            noun = clause.noun if clause.noun is not None and clause.marker == "whose" else None
            by = who(at, noun, thread) if noun is not None else None
            return [
                Aim(
                    at,
                    None,
                    by,
                    child.clause.span_start,
                    child.clause.span_end,
                    kind_of(at, child.clause.span_start, child.clause.span_end),
                )
            ]
    return _reassurances(at) or _preludes(at)


@once
def _reassurances(at: At) -> list[Aim]:
    """ "has no one as its target", "is not aimed at any party"."""
    clause, words = at.clause, at.scene.words.aims
    text = at.scene.report.text
    aimed = clause.lemma in words.targeting or any(
        part in o.phrase.head for o in _nested(clause) for part in words.targets
    )
    if clause.kind == "noun" or not aimed:
        return []
    # "threatened to attack if the council did not resign": what others do not do reassures nobody.
    inner = (c.clause.span_start for c in at.children() if c.clause.kind != "noun")
    start = clause.start
    end = min((s for s in inner if s > start), default=clause.span_end)
    if clause.negation is None and not words.no_one.search(text, start, end):
        return []
    end = clause.span_end
    begin = clause.negation.start if clause.negation is not None and clause.negation.start < start else start
    return [Aim(at, None, None, begin, end, "no-hostile-intent", reassuring=True)]


def _nested(clause: Clause) -> list[Oblique]:
    return [*clause.obliques, *(o for p in clause.objects for o in p.obliques)]


@once
def _preludes(at: At) -> list[Aim]:
    """ "sees the move as a prelude to an offensive": a purpose that others impute."""
    found = []
    for oblique in _nested(at.clause):
        phrase: Phrase = oblique.phrase
        if (
            oblique.preposition == "as"
            and phrase.head in at.scene.words.aims.imputed
            and phrase.obliques
            and at.clause.kind != "noun"
        ):
            found.append(
                Aim(
                    at,
                    None,
                    None,
                    phrase.start,
                    phrase.end,
                    kind_of(at, phrase.start, phrase.end),
                    speculative=True,
                )
            )
    return found


@dataclass(frozen=True, slots=True)
class Made:
    """What a force is said to be made of."""

    at: At
    of: Phrase | None
    parts: tuple[Who, ...]
    share: str | None


def compositions(at: At, thread: Thread) -> list[Made]:
    """ "most of the contingent is made up of X"."""
    clause, words = at.clause, at.scene.cues.composition
    passive = clause.passive and clause.lemma in words.passives
    if not passive and clause.lemma not in words.verbs:
        return []
    subject = clause.objects[0] if passive and clause.objects else clause.subject
    slots = ("of", "by", "from") if passive else ("object", "of")
    parts = tuple(
        w
        for slot in slots
        for p in slot_phrases(clause, slot)
        if (w := who(at, p, thread)) is not None and w.actor.sector not in (None, "CVL")
    )
    parts = tuple(w for w in parts if w.actor.id is not None) or parts
    if subject is None or not parts:
        return []
    whole = who(at, subject, thread)
    forces, named = at.scene.words.forces, written(at.words(subject))
    if whole is None and not any(part in named for part in forces.wholes):
        return []
    share = subject.head_text if subject.head in forces.shares else None
    return [Made(at, subject, parts, share)]
