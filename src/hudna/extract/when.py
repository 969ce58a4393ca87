"""When: the dates of a report that belong to one clause."""

from collections.abc import Iterator
from datetime import timedelta

from hudna.extract.background import HISTORY
from hudna.extract.scene import At
from hudna.extract.together import ancestors, is_apart, shares
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.where_made import is_date_of_a_pact, is_of_the_making
from hudna.model.claim import Occurred
from hudna.model.clause import Clause, Oblique
from hudna.model.mention import TimeMention

# Nobody who "calls for" something called for it so long before the report.
LONG_AGO = timedelta(days=31)
# So many letters stand at most between a day and the "when" that goes back to it: "2019 campaign, when".
_WHEN_REACH = 12
# And between a participle and its own day: "suspended nearly a year ago", "abducted on Friday".
_BEHIND = 8


def time_of(at: At, merged: tuple[At, ...], said: tuple[At, ...]) -> TimeMention | None:
    """The date that belongs to the clause; dates of the saying belong to the saying."""
    found = at.scene.times_in(at.passage.start, at.passage.end)
    meant = (t for t in found if not is_ranked(t) or _comes_when(at.clause, t))
    times = tuple(t for t in meant if _fits(at, t) and not _is_of_an_agreement(at, t))
    if not times:
        return None
    spoken = (s.clause for s in said if _says(s))
    saying = [t for clause in spoken for t in times if governs(clause, t) and not governs(at.clause, t)]
    free = [t for t in times if t not in saying]
    for source in (at, *merged, *(a for a in ancestors(at)[1:] if shares(at.clause, a.clause))):
        own = [t for t in free if governs(source.clause, t) or _comes_when(source.clause, t)]
        if own:
            return own[0]
        held = [t for t in free if source is at and any(_near(o, t) for o in _held_by(at))]
        if held:
            return held[0]
    return _opening_or_only(at, free) or _of_the_verb(at, free)


def _of_the_verb(at: At, free: list[TimeMention]) -> TimeMention | None:
    """ "fought a battle this summer that killed 43": the day behind a deed that is an object is of the verb that does it."""
    clause, parent = at.clause, at.parent
    done = clause.kind == "noun" and clause.link == "argument" and clause.marker is None
    if parent is None or not done or parent.clause.lemma in at.scene.verbs_of_speech:
        return None
    return next((t for t in free if 0 <= t.start - clause.span_end <= _BEHIND), None)


def is_ranked(time: TimeMention) -> bool:
    """ "The first swap since October": when it was last so."""
    return time.rule.endswith("+ranked")


def _says(at: At) -> bool:
    """ "were wounded over the past week, according to a doctor": the verb of what is told is none of saying."""
    return at.clause.kind != "verb" or at.clause.lemma in at.scene.verbs_of_speech


def _held_by(at: At) -> Iterator[Oblique]:
    """ "declared a ceasefire on 1 March": what stands behind the deed that is declared, where the verb has no day."""
    for child in at.children():
        clause = child.clause
        if clause.kind == "noun" and clause.link == "argument" and clause.marker is None:
            yield from clause.obliques


def _is_of_an_agreement(at: At, time: TimeMention) -> bool:
    """ "accused them of breaking the truce signed in Geneva in 2020": so long ago it was signed, not broken."""
    published = at.scene.report.published
    old = published is not None and time.earliest is not None and published - time.earliest > HISTORY
    return old and (is_of_the_making(at, time) or is_date_of_a_pact(at, time))


def _fits(at: At, time: TimeMention) -> bool:
    """No past verb has a day to come; who says something now says it neither then nor long ago."""
    published, clause = at.scene.report.published, at.clause
    if published is None or time.earliest is None or time.latest is None or clause.kind != "verb":
        return True
    to_come = time.earliest > published
    if clause.tense == "past" and not clause.modals:
        return not to_come
    speaks = clause.tense == "present" and clause.lemma in at.scene.verbs_of_speech
    return not (speaks and (to_come or published - time.latest > LONG_AGO))


def governs(clause: Clause, time: TimeMention) -> bool:
    """Does the time stand in one of the clause's own phrases?"""
    for oblique in clause.obliques:
        if (
            oblique.start <= time.start
            and time.end <= max(oblique.phrase.end, oblique.phrase.head_end) + 25
            and _near(oblique, time)
        ):
            return True
    phrase = clause.phrase
    if phrase is not None and phrase.start <= time.start < phrase.end:
        return True
    return any(a.start <= time.start < a.end or time.start <= a.start < time.end for a in clause.adverbs)


def _comes_when(clause: Clause, time: TimeMention) -> bool:
    """ "in the 2019 campaign, when they took the city": it happened when the words before "when" say."""
    told_when = clause.marker == "when" or any(a.lemma == "when" for a in clause.adverbs)
    return told_when and 0 <= clause.span_start - time.end <= _WHEN_REACH


def _near(oblique: Oblique, time: TimeMention) -> bool:
    return oblique.phrase.start <= time.start + 3 and time.start <= oblique.phrase.core_end + 2


def _opening_or_only(at: At, free: list[TimeMention]) -> TimeMention | None:
    """A date that opens the sentence covers it; else the nearest inside the clause itself."""
    for time in free:
        if time.start - at.passage.start <= 8 and at.clause.start > time.end:
            return time
    inner = [t for t in free if at.clause.span_start <= t.start and t.end <= at.clause.span_end + 1]
    others = [
        c
        for c in at.passage.clauses
        if c.index != at.clause.index
        and (c.link != "coordinate" or is_apart(c, at.clause))
        and _keeps_time(c)
    ]
    owned = [
        t
        for t in inner
        if not any(governs(c, t) for c in others)
        and not any(_in_object(c, t) for c in at.passage.clauses if c.index != at.clause.index)
        and not _is_of_the_past_of_whom(at, t)
    ]
    return min(owned, key=lambda t: abs(t.start - at.clause.start), default=None)


def _in_object(clause: Clause, time: TimeMention) -> bool:
    """ "urged them not to recognise the vote of December": the day of what another clause speaks of."""
    told = clause.link == "complement" and clause.kind == "verb"
    inner = (o for p in clause.objects for o in p.obliques if o.preposition == "of")
    return told and any(o.start <= time.start and time.end <= o.phrase.end for o in inner)


def _is_of_the_past_of_whom(at: At, time: TimeMention) -> bool:
    """ "a teacher abducted on Friday was freed", "talks suspended a year ago": what was done to whom or what is spoken of."""
    published = at.scene.report.published
    old = published is not None and time.latest is not None and published - time.latest > LONG_AGO
    deeds = nominal_lemmas(at.scene.reading.language)
    return any(
        c.index != at.clause.index
        and c.passive
        and c.link == "relative"
        and c.noun is not None
        and (old or c.noun.head not in deeds)
        and 0 <= time.start - c.end <= _BEHIND
        for c in at.passage.clauses
    )


def _keeps_time(clause: Clause) -> bool:
    """A finite verb or a nominal event keeps its date; "a convoy carrying aid on Monday" lends it to the attack."""
    return clause.kind == "noun" or (
        clause.tense in ("past", "present", "future") and not (clause.passive and clause.link == "relative")
    )


def occurred(time: TimeMention | None, basis: str | None = None) -> Occurred | None:
    """A time mention as the time of an event."""
    if time is None:
        return None
    return Occurred(
        earliest=time.earliest,
        latest=time.latest,
        precision=time.precision,
        basis=basis or time.basis,  # type: ignore[arg-type]
        text=time.text,
        start=time.start,
        end=time.end,
    )
