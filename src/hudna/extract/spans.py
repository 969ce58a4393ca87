"""The words of a claim: the clause with its own participants, without who says it and without asides."""

import re

from hudna.extract.scene import At
from hudna.extract.told import Told
from hudna.model.clause import Clause


def claim_span(at: At, told: Told | None) -> tuple[int, int]:
    """The words of the claim: the clause with its own participants, without who says it and without asides."""
    clause = at.clause
    merged = told.merged if told is not None else ()
    starts, ends = [clause.start], [clause.end]
    for part in (clause, *(m.clause for m in merged)):
        starts.append(_clause_start(at, part))
        ends.append(_clause_end(at, part))
    parent = at.parent
    if clause.kind == "noun" and parent is not None and clause.link == "argument" and _lifts(at, parent):
        starts.append(
            parent.clause.span_start
            if parent.clause.kind == "existential"
            else _clause_start(at, parent.clause)
        )
        ends.append(
            _clause_end(at, parent.clause)
            if clause.start < parent.clause.start
            else max(clause.span_end, parent.clause.end)
        )
    if (
        clause.kind == "noun"
        and parent is not None
        and parent.clause.modals
        and clause.start < parent.clause.start
    ):
        # "the capture of X would lead to Y": what would follow belongs to the claim.
        ends.append(parent.clause.span_end)
    start, end = min(starts), max(ends)
    return max(start, at.passage.start), min(end, at.passage.end)


def _lifts(at: At, parent: At) -> bool:
    """Does the verb above belong to the words of a nominal event ("launched an attack")?"""
    cues = at.scene.cues
    lemma = parent.clause.lemma
    return (
        parent.clause.kind == "existential"
        or lemma in cues.light_verbs
        or lemma in cues.suffering_verbs
        or lemma in cues.happening_verbs
    )


def _clause_start(at: At, clause: Clause) -> int:
    if clause.kind == "noun":
        return clause.span_start
    front = [
        p.start
        for p in (clause.subject, *clause.objects)
        if p is not None and at.passage.start <= p.start < clause.start
    ]
    if clause.link in ("relative", "coordinate"):
        # A shared subject belongs to the first verb's words, an antecedent to its own clause.
        front = [s for s in front if s >= clause.span_start]
    return min([*front, clause.start])


def _clause_end(at: At, clause: Clause) -> int:
    end = clause.span_end
    text = at.scene.report.text
    for other in at.passage.clauses:
        aside = (
            other.link in ("relative", "parenthesis")
            and other.marker is not None
            and other.index != clause.index
        )
        if (
            aside
            and clause.end < other.span_start < end
            and re.search(r"[,–—-]", text[other.span_start - 3 : other.span_start + 1])
        ):
            end = other.span_start
        if (
            other.link == "coordinate"
            and other.parent == clause.index
            and clause.end < other.span_start < end
        ):
            before = text[at.passage.start : other.span_start]
            end = at.passage.start + len(at.scene.words.joint.sub("", before))
    for oblique in clause.obliques:
        if oblique.preposition in ("according to", "amid") and clause.end < oblique.start < end:
            end = oblique.start
    while end > clause.end and (text[end - 1].isspace() or text[end - 1] in ",;-–—"):
        end -= 1
    return end
