"""The day of a deed behind "two days after": so many days before what the sentence tells."""

import re
from dataclasses import replace
from datetime import timedelta

from hudna.extract.scene import At
from hudna.extract.when import time_of
from hudna.model.mention import TimeMention

AFTER = "after"
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
    return next((m for m in lengths if m.end + 1 in afters or m.start in own), None)


def counted_back(at: At, length: TimeMention, found: TimeMention | None) -> TimeMention | None:
    """So many days before the day of the sentence; no day where that has none."""
    base = found or (time_of(at.parent, (), ()) if at.parent is not None else None)
    told = _LENGTH.fullmatch(length.value or "")
    if base is None or told is None or base.earliest is None or base.earliest != base.latest:
        return None
    day = base.earliest - timedelta(days=int(told[1]) * _DAYS[told[2]])
    return replace(
        length,
        value=day.isoformat(),
        earliest=day,
        latest=day,
        precision=base.precision,
        basis="inherited",
        kind="date",
    )
