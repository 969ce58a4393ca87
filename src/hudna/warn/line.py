"""A decision as the record that is printed: reasons, counter-evidence, what is missing, what would end it."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from hudna.model.alert import Alert, Criterion, Level, Reason, Standing, rank
from hudna.warn.case import Case
from hudna.warn.context import gaps_told, missing_facts
from hudna.warn.criteria import criterion
from hudna.warn.grounds import firmest, origins_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided: the level, how it stands, and a word on why."""

    level: Level
    state: Standing
    note: str | None = None
    calm_since: date | None = None


def line(case: Case, verdict: Verdict) -> Alert:
    """The alert of a case. A new level is a new line, which supersedes the one before."""
    before, view = case.before, case.view
    same = before if before and before.level == verdict.level else None
    because = _because(case)
    incidents = view.named(name for one in because for name in one.incidents)
    raised = same.raised if same else view.as_of
    newest = _newest(case)
    return Alert(
        id=same.id if same else _id(case, verdict.level),
        theatre=view.theatre,
        area=case.area,
        area_name=view.speech.area(case.area) if case.area else None,
        subject=case.subject,
        level=verdict.level,
        state=verdict.state,
        raised=raised,
        began=(before.began or before.raised) if before else view.as_of,
        as_of=view.as_of,
        last_evidence=newest,
        expires=newest + timedelta(days=int(view.rules.expires_days.of(verdict.level))),
        calm_since=verdict.calm_since,
        because=because,
        against=(*case.contrary.reasons, *case.opinion.unfounded),
        missing=missing_facts(case),
        ends_when=_ends(case, verdict.level),
        gaps=gaps_told(view.gaps),
        baseline="own past" if _has_past(case) else "no baseline yet",
        origins=origins_of(incidents),
        ground=firmest(incidents),
        note=verdict.note,
        criterion=same.criterion if same else _criterion(case, verdict),
        judgements=case.opinion.judgements,
        supersedes=same.supersedes if same else before.id if before else None,
        released_by=_released_by(same, before, verdict),
        incidents=tuple(one.id for one in incidents),
        claims=tuple(dict.fromkeys(claim for one in because for claim in one.claims)),
    )


def _released_by(same: Alert | None, before: Alert | None, verdict: Verdict) -> str | None:
    """A level that was come down to stays released: whoever was warned must hear that it is less."""
    if same:
        return same.released_by
    lowered = before is not None and rank(verdict.level) < rank(before.level)
    return before.released_by if before and lowered else None


def _because(case: Case) -> tuple[Reason, ...]:
    """Today's reasons, the weightiest first; where there are none, those for which it was last upheld."""
    today = tuple(sorted((one.reason for one in case.triggers), key=lambda one: -rank(one.level)))
    kept = case.before.because if case.before and not today else ()
    return (*today, *kept, *case.opinion.sound)


def _newest(case: Case) -> date:
    days = [one.on for one in case.triggers if one.level and one.on and one.on <= case.view.as_of]
    if case.before and case.before.last_evidence:
        days.append(case.before.last_evidence)
    return max(days, default=case.view.as_of)


def _ends(case: Case, level: Level) -> tuple[str, ...]:
    days = int(case.view.rules.calm_days.of(level))
    own = dict.fromkeys(end for one in case.triggers for end in one.ends)
    return (*own, f"nothing upholds it for {days} days in which reports are read")


def _has_past(case: Case) -> bool:
    return case.area is not None and case.view.index.chance(case.view.unit(case.area)) is not None


def _criterion(case: Case, verdict: Verdict) -> Criterion | None:
    """Written when a level is raised; a level that was come down to foretells nothing of its own."""
    return criterion(case, verdict.level) if verdict.state == "raised" else None


def _id(case: Case, level: Level) -> str:
    view = case.view
    words = "|".join((view.theatre, case.area or "", case.subject or "", level, view.as_of.isoformat()))
    return f"a-{sha256(words.encode()).hexdigest()[:14]}"
