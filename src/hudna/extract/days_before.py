"""The day of a deed behind "two days after": so many days before what the sentence tells."""

import re
from dataclasses import replace
from datetime import date, timedelta

from hudna.extract.scene import At
from hudna.extract.when import time_of
from hudna.model.mention import TimeMention, TimePrecision

AFTER = "after"
# The rule of dates by which a length of time stands right before "after".
BEHIND = "after_event"
_LENGTH = re.compile(r"P(\d+)([DW])")
_DAYS = {"D": 1, "W": 7}


def days_before(at: At) -> TimeMention | None:
    """The length of time that stands before the "after" of a deed: "two days after a strike", "a week after gunmen killed"."""
    if at.clause.marker != AFTER or at.parent is None:
        return None
    afters = {
        o.start
        for o in at.parent.clause.obliques
        if o.preposition == AFTER and o.phrase.start <= at.clause.start <= o.phrase.end
    }
    own = {o.phrase.start for o in at.clause.obliques if o.preposition == ""}
    near = (m for m in at.scene.mentions.times if at.passage.start <= m.start and m.end <= at.clause.start)
    lengths = (m for m in near if m.kind == "duration" and _LENGTH.fullmatch(m.value or ""))
    return next((m for m in lengths if m.end + 1 in afters or m.start in own or m.rule == BEHIND), None)


def counted_back(at: At, length: TimeMention, found: TimeMention | None) -> TimeMention | None:
    """So many days before the day of the sentence, or before the report that says what comes now; else no day."""
    base = found or (time_of(at.parent, (), ()) if at.parent is not None else None)
    told = _LENGTH.fullmatch(length.value or "")
    if told is None:
        return None
    back = timedelta(days=int(told[1]) * _DAYS[told[2]])
    if base is None:
        return _before_the_news(at, length, back)
    if base.earliest is None or base.earliest != base.latest:
        return None
    return _on(length, base.earliest - back, base.earliest - back, base.precision)


def _before_the_news(at: At, length: TimeMention, back: timedelta) -> TimeMention | None:
    """ "This comes a week after …": what comes is of the day of the report or the day before it."""
    published, parent = at.scene.report.published, at.parent
    if published is None or parent is None or parent.clause.lemma not in at.scene.cues.happening_verbs:
        return None
    return _on(length, published - back - timedelta(days=1), published - back, "span")


def _on(length: TimeMention, earliest: date, latest: date, precision: TimePrecision) -> TimeMention:
    return replace(
        length,
        value=latest.isoformat(),
        earliest=earliest,
        latest=latest,
        precision=precision,
        basis="inherited",
        kind="date",
    )
