"""Which clauses tell of one thing, so that they share where and when it was."""

from hudna.extract.scene import At
from hudna.model.clause import Clause


def ancestors(at: At) -> list[At]:
    """The clause and those above it, as far as they tell of one thing."""
    chain = [at]
    while len(chain) < 12 and chain[-1].clause.link not in ("relative", "parenthesis"):
        above = chain[-1].parent
        if above is None or (
            chain[-1].clause.link == "complement" and chain[-1].clause.tense in ("past", "present", "future")
        ):
            break
        chain.append(above)
    return chain


def shares(clause: Clause, above: Clause) -> bool:
    """A noun or participle happens where its verb does; what is said does not happen where it is said."""
    return above.kind != "noun" and (
        clause.kind == "noun" or clause.link in ("coordinate", "purpose") or clause.tense == "participle"
    )
