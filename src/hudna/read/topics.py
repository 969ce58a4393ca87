"""A sentence whose first noun has a relative clause behind it, and whose verb comes only then.

"القائد الذي استهدفته مجموعة مسلحة أصيب": where nobody is written between what the relative clause ends with and the
verb, the verb could tell of either. A sentence needs a verb of its own, so it is that of the noun in front.
"""

from dataclasses import replace

from hudna.model.clause import Clause, Phrase


def with_topic(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, the last of them heading the sentence where nothing else does."""
    if len(clauses) < 2 or any(c.link == "root" for c in clauses):
        return clauses
    verbs = [c for c in clauses if c.kind == "verb"]
    if len(verbs) < 2:
        return clauses
    first, last = verbs[0], verbs[-1]
    noun, other = first.noun, first.subject
    if noun is None or other is None or not _hang_together(first, last):
        return clauses
    headed = replace(
        last,
        link="root", parent=None, marker=None, noun=None,
        subject=_instead(last.subject, other, noun),
        objects=tuple(one for p in last.objects if (one := _instead(p, other, noun)) is not None),
    )  # fmt: skip
    below = replace(first, parent=last.index)
    return tuple(headed if c is last else below if c is first else c for c in clauses)


def _hang_together(first: Clause, last: Clause) -> bool:
    """A relative clause at the front, and one behind it that tells of who acts in it."""
    front = first.link == "relative" and first.parent is None and first.marker is not None
    return front and last.link == "relative" and last.parent == first.index and last.marker is None


def _instead(phrase: Phrase | None, other: Phrase, noun: Phrase) -> Phrase | None:
    return noun if phrase is not None and phrase.start == other.start else phrase
