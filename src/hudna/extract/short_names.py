"""A long name that no list has, with a short one behind it in brackets that a list has."""

from hudna.extract.scene import At, Who
from hudna.model.clause import Phrase


def by_short_name(at: At, phrase: Phrase) -> Who | None:
    """ "Esercito dell'alleanza (Mndaa)": a name that no list has is that of the short one behind it."""
    text, end = at.scene.report.text, _nested_end(phrase)
    if text[end : end + 2] != " (":
        return None
    short = next((m for m in at.scene.actors_in(end + 2, at.passage.end) if m.start == end + 2), None)
    listed = short is not None and short.id is not None and text[short.end : short.end + 1] == ")"
    words = text[phrase.core_start : end]
    if short is None or not listed or not any(map(str.isupper, words)):
        return None
    return Who(phrase.core_start, end, words, short)


def _nested_end(phrase: Phrase) -> int:
    """Where its words end with what it is of."""
    return max([phrase.core_end, *(_nested_end(o.phrase) for o in phrase.obliques if o.preposition == "of")])
