"""What came of an act stands behind what it was for: "fired to disperse the crowd, wounding three".

Readers hang the participle from the nearest verb, which is the one that was only meant to happen.
"""

from dataclasses import replace

from hudna.model.clause import Clause, Passage

_COMMAS = (",", "،")


def with_results(passage: Passage, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a passage; a participle behind a comma belongs to the act, not to its purpose."""
    return tuple(_lifted(one, clauses, passage) for one in clauses)


def _lifted(clause: Clause, clauses: tuple[Clause, ...], passage: Passage) -> Clause:
    if clause.parent is None or not _tells_what_came_of_it(clause):
        return clause
    above = clauses[clause.parent]
    before = passage.text[: clause.start - passage.start].rstrip()
    behind = above.start < clause.start and before.endswith(_COMMAS)
    if above.link != "purpose" or above.parent is None or not behind:
        return clause
    act = clauses[above.parent]
    return replace(clause, parent=above.parent, link="adverbial", noun=None, subject=act.subject)


def _tells_what_came_of_it(clause: Clause) -> bool:
    """ "…, killing three": a participle that acts on somebody, whether it hangs from a verb or from a noun."""
    hangs = clause.link == "adverbial" or (clause.link == "relative" and bool(clause.objects))
    return hangs and clause.kind == "verb" and clause.tense == "participle" and clause.marker is None
