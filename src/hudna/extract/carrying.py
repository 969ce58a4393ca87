"""Who is still speaking? What a sentence takes over from the one before it."""

from hudna.extract.interviewing import answered
from hudna.extract.issuing import issued
from hudna.extract.quoting import quoted
from hudna.extract.scene import At, Thread
from hudna.extract.sources import Voice
from hudna.knowledge.folding import written


def carried(at: At, thread: Thread, own: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The chain with what a fragment or an open quotation inherits; a communiqué is its publisher's throughout."""
    chain = _inherited(at, thread, own or quoted(at, thread))
    known = {v.who.start for v in chain}
    chain = (*chain, *(v for v in answered(at, thread) if v.who.start not in known))
    return chain or issued(at, thread)


def _inherited(at: At, thread: Thread, own: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """What a sentence that goes on from the one before adds to its own chain."""
    if _opens_line(at):
        return own
    if not thread.speakers or at.passage.index - thread.speakers_passage != 1 or not is_fragment(at):
        return own
    inherited = tuple(
        Voice(w, None)
        for w in thread.speakers
        if all(w.actor.id is None or w.actor.id != v.who.actor.id for v in own)
    )
    return (*inherited, *own) if own else inherited


def _opens_line(at: At) -> bool:
    """Does the sentence begin a line of its own? Headlines and entries of a log go on with nobody's words."""
    before = at.scene.report.text[: at.passage.start].rstrip(" \t")
    return at.passage.start > 0 and before.endswith("\n")


def is_fragment(at: At) -> bool:
    """Does the sentence go on from the one before: "And above all how …", "An operation that …"?"""
    first = written(at.passage.text.lstrip("\"'“‘« ").split(" ")[0]).strip(",.")
    roots = [
        c
        for c in at.passage.clauses
        if c.parent is None and c.kind != "noun" and c.link in ("root", "adverbial")
    ]
    if not roots:
        return True
    return first in at.scene.cues.carries_fragment and _how_opens(at)


def _how_opens(at: At) -> bool:
    """ "And how …", "And that …", "And above all …": the verb of saying stands in the sentence before."""
    words = [written(w).strip(",.") for w in at.passage.text.split()[:5]]
    return any(w in at.scene.words.speech.going_on for w in words[1:])
