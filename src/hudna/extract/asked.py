"""Does somebody ask whether it happened, so that nobody says it did?

"Has the army shelled the town?", "it is not known whether the rebels fired": neither tells of a deed.
Who asks why or by whom takes the deed for granted, in the report's own voice; that, too, is weaker than telling it.
"""

from hudna.extract.scene import At

ASKING = frozenset({"if", "whether"})
_ENDS = "?\u061f"
_CLOSING = " \u00a0\u202f\"\u00bb\u201d')"


def is_asked(at: At) -> bool:
    """Is it the content of a question, or what a question itself says?"""
    clause = at.clause
    if clause.link == "complement" and clause.marker in ASKING:
        return True
    heads = at.parent is None or (clause.link == "coordinate" and at.parent.parent is None)
    return heads and clause.kind != "noun" and at.passage.text.rstrip(_CLOSING).endswith(tuple(_ENDS))
