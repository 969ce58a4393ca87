"""Who speaks in quotation marks, where no clause of saying is read above what is quoted?

A quotation of several sentences has its speaker before the first or behind the last of
them; one that follows another goes on with the same speaker.
"""

from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Thread
from hudna.extract.sources import Voice, own_voice
from hudna.model.clause import Clause, Passage, Quote

# "« … », a indiqué X": no more than marks and small words stand between.
NEAR = 40
# The mark and a blank before whoever speaks.
BESIDE = 4
# Behind these a new sentence begins: "« Ils reculent. » Le ministre a salué …".
_STOPS = frozenset(".!?…")


def quoted(at: At, thread: Thread) -> tuple[Voice, ...]:
    """The speakers of a quotation around the clause, innermost first; nobody where it stands in none."""
    quote = _around(at, at.clause.start, at.clause.end)
    if quote is None:
        return ()
    return _behind(at, quote, thread) or _before(at, quote, thread) or _goes_on(at, quote, thread)


def _around(at: At, start: int, end: int) -> Quote | None:
    return next((q for q in at.scene.reading.quotes if q.start <= start and end <= q.end), None)


def _behind(at: At, quote: Quote, thread: Thread) -> tuple[Voice, ...]:
    """ "« Nous avons tenu. L'ennemi recule », a assuré le général": the verb of saying right behind the last mark."""
    passage = _passage(at, quote.end)
    for clause in passage.clauses if passage is not None else ():
        says = At(at.scene, passage or at.passage, clause)
        if _is_behind(at, quote, clause) and speech_words(says) is not None:
            return own_voice(says, thread)
    return ()


def _is_behind(at: At, quote: Quote, clause: Clause) -> bool:
    """ "…,” Jan Roe, the front's chief of operations, told the radio": the verb, or right behind the mark who speaks."""
    if 0 <= clause.start - quote.end <= NEAR:
        return True
    subject, closed = clause.subject, at.scene.report.text[: quote.end].rstrip()[-1:] in _STOPS
    return subject is not None and not closed and 0 <= subject.start - quote.end <= BESIDE


def _before(at: At, quote: Quote, thread: Thread) -> tuple[Voice, ...]:
    """ "Le ministre a déclaré : « Nous avons tenu. »": a verb of saying and a colon before the first mark."""
    passage = _passage(at, quote.start)
    if passage is None or ":" not in at.scene.report.text[max(passage.start, quote.start - 4) : quote.start]:
        return ()
    before = [At(at.scene, passage, c) for c in passage.clauses if c.end <= quote.start]
    says = next((a for a in reversed(before) if speech_words(a) is not None), None)
    return own_voice(says, thread) if says is not None else ()


def _goes_on(at: At, quote: Quote, thread: Thread) -> tuple[Voice, ...]:
    """A sentence that is nothing but quotation goes on with who spoke in the one before, if that was quoted as well."""
    before = at.passage.index - 1
    if before < 0 or thread.speakers_passage != before or not thread.speakers:
        return ()
    last = at.scene.reading.passages[before]
    inside = quote.start < at.passage.start
    whole = quote.start - at.passage.start <= 3 and at.passage.end - quote.end <= 3
    was_quoted = any(q.start < last.end and last.start < q.end for q in at.scene.reading.quotes)
    if not (inside or (whole and was_quoted)):
        return ()
    return tuple(Voice(w, None) for w in thread.speakers)


def _passage(at: At, place: int) -> Passage | None:
    return next((p for p in at.scene.reading.passages if p.start <= place <= p.end), None)
