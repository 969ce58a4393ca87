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
    at = _carried_by(at)
    clause = at.clause
    if clause.link == "complement" and clause.marker in ASKING:
        return True
    # What a question takes for granted in a noun stands.
    heads = at.parent is None or (clause.link == "coordinate" and at.parent.parent is None)
    return heads and clause.kind != "noun" and at.passage.text.rstrip(_CLOSING).endswith(tuple(_ENDS))


def _carried_by(at: At) -> At:
    """ "whether they carried out an attack": the verb that only carries the noun out."""
    parent, clause = at.parent, at.clause
    carried = clause.kind == "noun" and clause.link == "argument" and clause.marker is None
    light = parent is not None and parent.clause.lemma in at.scene.cues.light_verbs
    return parent if carried and light and parent is not None else at
