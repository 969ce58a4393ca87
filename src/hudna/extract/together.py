"""Which clauses tell of one thing, so that they share where and when it was."""

from hudna.extract.scene import At
from hudna.model.clause import Clause


def is_apart(clause: Clause, above: Clause) -> bool:
    """ "The accord was signed in May, but clashes have gone on": another subject in another tense is of another time and place."""
    one, other = (
        clause.subject or next(iter(clause.objects), None),
        above.subject or next(iter(above.objects), None),
    )
    told = clause.link == "coordinate" and clause.kind != "noun" and above.kind != "noun"
    own = (
        one is not None and other is not None and one.start > above.end and one.head_start != other.head_start
    )
    return told and own and clause.tense == above.tense == "past" and clause.perfect != above.perfect


def left_behind(at: At) -> Clause | None:
    """The clause above from which the clause, or one between, tells apart."""
    current, seen = at, {at.clause.index}
    # A misread sentence may hang clauses from each other.
    while (above := current.parent) is not None and above.clause.index not in seen:
        if is_apart(current.clause, above.clause):
            return above.clause
        seen.add(above.clause.index)
        current = above
    return None


def ancestors(at: At) -> list[At]:
    """The clause and those above it, as far as they tell of one thing."""
    chain = [at]
    while len(chain) < 12 and chain[-1].clause.link not in ("relative", "parenthesis"):
        above = chain[-1].parent
        told = chain[-1].clause.link == "complement" and chain[-1].clause.tense in (
            "past",
            "present",
            "future",
        )
        if above is None or told or is_apart(chain[-1].clause, above.clause):
            break
        chain.append(above)
    return chain


_ABOUT = frozenset({"over", "about"})


def shares(clause: Clause, above: Clause) -> bool:
    """A noun or participle happens where its verb does; what is said, or feared, does not happen where that is done.

    "Guards in the valley were alarmed over the build-up": nobody says that it is in the valley.
    """
    return above.kind != "noun" and (
        (clause.kind == "noun" and clause.marker not in _ABOUT)
        or clause.link in ("coordinate", "purpose")
        or clause.tense == "participle"
    )
