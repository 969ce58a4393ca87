"""Who "we" means where nobody says it: the party of a communiqué, whoever issues it, the source of the report."""

from hudna.extract.scene import At, Thread, Who
from hudna.knowledge.folding import written
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention


def we_of(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "… we accuse the army", where no word says "we": the party that a communiqué has spoken of all along."""
    if phrase.text:
        return None
    if thread.issuer is not None and not is_quoted(at, phrase):
        return thread.issuer
    # "we hold the army responsible": whoever is named in the clause is somebody else.
    others = {m.id for m in at.scene.actors_in(at.clause.span_start, at.clause.span_end)}
    parties = [
        w
        for w in thread.subjects
        if w.actor.kind == "party" and w.actor.id is not None and w.actor.id not in others
    ]
    source = set(written(at.scene.report.source or "").split())
    own = (w for w in parties if source.issuperset(written(w.text).split()[1:] or [""]))
    return next(own, next(iter(parties), None))


def is_quoted(at: At, phrase: Phrase) -> bool:
    return any(q.start <= phrase.start < q.end for q in at.scene.reading.quotes)


def who_speaks(at: At, thread: Thread) -> Who | None:
    """ "« Gendarmes came. Our fighters drove them off », he explained": whoever spoke last, not whom he told of."""
    if at.passage.index - thread.speakers_passage > 2:
        return None
    return next((w for w in thread.speakers if w.actor.kind != "media" and not w.actor.anonymous), None)


def issuing(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "We warn every vessel" in a communiqué: whoever issues it; in any report, the body that speaks as its author."""
    if is_quoted(at, phrase):
        return None  # somebody else says "we"
    issuer = thread.issuer
    if issuer is None or issuer.actor.id is None:
        return issuer or thread.author
    text, start, end = at.scene.report.text, phrase.core_start, phrase.core_end
    return Who(start, end, text[start:end], issuer.actor)


def author(at: At, phrase: Phrase) -> Who:
    """ "We urge both sides": whoever issues the report."""
    report = at.scene.report
    name = report.source or ""
    start, end = phrase.core_start, phrase.core_end
    if name and name in report.text and not is_quoted(at, phrase):
        # It names itself somewhere: that is better than "we".
        start = report.text.index(name)
        end = start + len(name)
    words = report.text[start:end]
    actor = ActorMention(
        start, end, words, None, name or words, None, None, "organisation", rule="first_person"
    )
    return Who(start, end, words, actor)
