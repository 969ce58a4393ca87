"""Whom does a pronoun mean that tells it in an aside: "…, it announced", "the rebels, he argued, were regrouping"?"""

from collections.abc import Callable

from hudna.extract.agreeing import agrees
from hudna.extract.scene import At, Thread, Who
from hudna.model.clause import Phrase

Read = Callable[[At, Phrase, Thread], Who | None]


def before_colon(at: At, phrase: Phrase, thread: Thread, who: Read) -> Who | None:
    """ "The spokesman called it a charade: the rebels, he argued, …": who heads what stands before the colon argues."""
    if not _tells(at, phrase):
        return None
    text, start = at.scene.report.text, at.passage.start
    colon = text.rfind(": ", start, phrase.start)
    before = [c for c in at.passage.clauses if colon > 0 and c.end <= colon and c.kind != "noun"]
    heads = (c for c in before if c.subject is not None and not c.subject.pronoun and c.link != "relative")
    first = next((c.subject for c in heads), None)
    if first is None and not before:
        # a title and a name, as of who is on air, may be all that stands there
        named = (p for p in at.passage.phrases if p.end <= colon)
        return next((w for p in named if (w := _meant(at, p, phrase, thread, who)) is not None), None)
    return _meant(at, first, phrase, thread, who)


def of_itself(at: At, phrase: Phrase, thread: Thread, who: Read) -> Who | None:
    """ "The movement left the talks after the union punished it, it announced": who heads what is told tells it of itself."""
    if not _tells(at, phrase):
        return None
    told = (c for c in at.children() if c.clause.link == "complement" and c.clause.end <= phrase.start)
    first = next((c.clause.subject for c in told if c.clause.subject is not None), None)
    return _meant(at, first, phrase, thread, who)


def _tells(at: At, phrase: Phrase) -> bool:
    return at.clause.subject is phrase and at.clause.lemma in at.scene.verbs_of_speech


def _meant(at: At, subject: Phrase | None, phrase: Phrase, thread: Thread, who: Read) -> Who | None:
    if subject is None or subject.pronoun:
        return None
    found = who(at, subject, thread)
    return found if found is not None and agrees(at, found, phrase) else None
