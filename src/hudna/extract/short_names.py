"""Names that a phrase has only in part: a short one in brackets behind it, an article in the preposition before it."""

from hudna.extract.scene import At, Who
from hudna.knowledge.place_words import load_cues
from hudna.model.clause import Phrase


def by_short_name(at: At, phrase: Phrase) -> Who | None:
    """ "Esercito dell'alleanza (Mndaa)": a name that no list has is that of the short one behind it."""
    return _with_its_article(at, phrase) or _in_brackets(at, phrase)


def _with_its_article(at: At, phrase: Phrase) -> Who | None:
    """ "للاحتلال": a preposition and the article of the name are written as one, so that the phrase lacks it."""
    text, start = at.scene.report.text, phrase.core_start
    for written in load_cues(at.scene.reading.language).contracted:
        first = start - len(written)
        if first < 0 or text[first:start] != written:
            continue
        found = (m for m in at.scene.actors_in(first, phrase.core_end) if m.start == first and m.id)
        name = next(found, None)
        return Who(start, phrase.core_end, text[start : phrase.core_end], name) if name else None
    return None


def _in_brackets(at: At, phrase: Phrase) -> Who | None:
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
