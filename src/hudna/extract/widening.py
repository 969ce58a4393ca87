"""How far do the words of a speaker go? "the ministry in Selen", "the coalition JNIM", "a spokesman, Paul Orsk"."""

import re
from dataclasses import replace

from hudna.extract.scene import At, Who
from hudna.model.clause import Phrase

# A name behind a comma, closed by another: "Le président du Parlement, Nabih Berri, a appelé …".
_NAME = re.compile(r", ((?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)(?=,)")
_WHERE = frozenset({"in", "at", "on"})


def widened(at: At, phrase: Phrase, found: Who) -> Who:
    """The speaker with the place, the name or the title that stands right behind and says who he is."""
    if not phrase.core_start <= found.start < phrase.core_end or found.end < phrase.core_end:
        return found
    end = _with_place(at, phrase, found.end)
    end = _with_name(at, phrase, end)
    return replace(found, end=end, text=at.scene.report.text[found.start : end]) if end > found.end else found


def _with_place(at: At, phrase: Phrase, end: int) -> int:
    """ "officials on both sides", "the ministry in Selen": where the parser hangs it from the noun."""
    near = (o for o in phrase.obliques if o.preposition in _WHERE and 0 <= o.start - end <= 1)
    place = next(near, None)
    if place is None or at.scene.times_in(place.phrase.start, place.phrase.end):
        return end
    return place.phrase.core_end


def _with_name(at: At, phrase: Phrase, end: int) -> int:
    """ "the coalition JNIM", "a spokesman, Vladimir Monteiro"."""
    text = at.scene.report.text
    beside = next((p for p in phrase.appositions if p.proper and text[end : p.start] in (" ", ", ")), None)
    if beside is not None:
        return beside.core_end
    if not at.scene.language.has_case:
        return end
    named = next((m for m in at.scene.mentions.actors if m.start == end + 1), None)
    if named is not None and text[end] == " " and named.text[:1].isupper() and not phrase.proper:
        return named.end
    behind = _NAME.match(text, end, at.passage.end)
    return behind.end(1) if behind is not None and behind.end() < at.clause.start else end
