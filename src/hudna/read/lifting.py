"""Clauses that a reader hangs too low, hung where they belong.

"Fired to disperse the crowd, wounding three": what came of an act is no part of what it was for. "Accused them of
breaking the truce and called for talks", "denied that the town was lost but conceded that …": who goes on acting is
who acted.
"""

from dataclasses import replace

from hudna.model.clause import Clause, Passage

_COMMAS = (",", "،")
_FINITE = frozenset({"past", "present", "future"})


def lifted(passage: Passage, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a passage, each below the one it belongs to."""
    return tuple(_lifted(one, clauses, passage) for one in clauses)


def _lifted(clause: Clause, clauses: tuple[Clause, ...], passage: Passage) -> Clause:
    if clause.parent is None or clause.kind != "verb":
        return clause
    if clause.link == "coordinate":
        return _going_on(clause, clauses)
    return _come_of_it(clause, clauses, passage) if _tells_what_came_of_it(clause) else clause


def _come_of_it(clause: Clause, clauses: tuple[Clause, ...], passage: Passage) -> Clause:
    above = clauses[clause.parent or 0]
    before = passage.text[: clause.start - passage.start].rstrip()
    behind = above.start < clause.start and before.endswith(_COMMAS)
    if above.link != "purpose" or above.parent is None or not behind:
        return clause
    act = clauses[above.parent]
    return replace(clause, parent=above.parent, link="adverbial", noun=None, subject=act.subject)


def _tells_what_came_of_it(clause: Clause) -> bool:
    """ "…, killing three": a participle that acts on somebody, whether it hangs from a verb or from a noun."""
    hangs = clause.link == "adverbial" or (clause.link == "relative" and bool(clause.objects))
    return hangs and clause.tense == "participle" and clause.marker is None


def _going_on(clause: Clause, clauses: tuple[Clause, ...]) -> Clause:
    above = clauses[clause.parent or 0]
    act = clauses[above.parent] if above.parent is not None else None
    if act is None or act.tense not in _FINITE or clause.tense not in _FINITE or above.link != "complement":
        return clause
    lent = clause.subject is None or clause.subject == above.subject
    if lent and above.tense == "participle" and not clause.passive:
        return replace(clause, parent=act.index, marker=None, subject=act.subject)
    if above.passive and clause.passive and clause.objects == above.objects and _says(clause, clauses):
        return replace(clause, parent=act.index, marker=None, subject=act.subject, objects=(), passive=False)
    return clause


def _says(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    """Has it a clause of its own that it tells: "conceded that its troops …"?"""
    below = (c for c in clauses if c.parent == clause.index and c.link == "complement")
    return any(c.marker == "that" and c.subject is not None for c in below)
