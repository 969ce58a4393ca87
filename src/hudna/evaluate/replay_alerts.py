"""Set `replay-alerts`: alerts on the replays of gold/, each day knowing only what was published by then.

Build-ups must be warned of by the right day, quiet replays must stay at a watch.
From judged claims everything must hold; from claims that are linked anew, and from the
words, it is shown as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pydantic import Field

from hudna.evaluate.replay_reading import load_replays
from hudna.evaluate.replay_records import Replay
from hudna.evaluate.replay_running import Mode, known_in, run_replay
from hudna.evaluate.scores import share
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.files import load_list
from hudna.model.alert import Alert, Level, rank
from hudna.model.evidence import Evidence
from hudna.model.record import Record
from hudna.warn.stage import Day, warn
from hudna.watching import day_of_record, known_things

NAME = "replay-alerts"
OF_GOLD = True
# Days after the last report for which alerts are followed.
_AFTER = 10


class Raised(Record):
    """A level that an area must have by a day."""

    area: str
    level: Level
    by: date


class Lowered(Record):
    """A level that an area must not have any more after a day."""

    area: str
    most: Level
    after: date


class Quiet(Record):
    """A level that nothing may pass, up to a day or always."""

    level: Level
    until: date | None = None


class Weighs(Record):
    """Two answers to a question in the order a monitor would give them, as of a day."""

    question: str
    above: tuple[str, str] = Field(description="the likelier one first")
    on: date


class Wanted(Record):
    """What alerts must say in a replay."""

    replay: str
    id: str
    expect: tuple[Raised, ...] = ()
    lowered: tuple[Lowered, ...] = ()
    most: Quiet | None = Field(default=None, description="none: no bound")
    weighs: tuple[Weighs, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One expectation and whether it holds."""

    what: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """One day of a replay: what was known, and the alerts."""

    day: Day
    alerts: tuple[Alert, ...]


def evaluate(gold: Path) -> SetScore:
    """Shares of expectations that hold, by mode; a line for each that does not."""
    replays = {one.id: one for one in load_replays(gold / "replays")}
    wanted = load_list(gold / "alerts" / "replays.yml", Wanted)
    figures, lines = [], []
    for mode in Mode:
        told = [
            (one, found) for one in wanted for found in judged(one, list(follow(replays[one.replay], mode)))
        ]
        figures.append(
            Figure(
                mode.value,
                share(sum(found.holds for _, found in told), len(told)),
                least=1.0 if mode is Mode.JUDGED else None,
            )
        )
        lines += [f"{mode.value} {one.id}: {found.what}" for one, found in told if not found.holds]
    return SetScore(NAME, tuple(figures), tuple(lines), f"{len(wanted)} replays")


def follow(replay: Replay, mode: Mode) -> Iterator[Followed]:
    """The days of a replay, one after the other."""
    known = known_things(known_in(replay))
    lines: list[Alert] = []
    seen: dict[date, Evidence] = {}
    last = max(one.published for one in replay.reports) + timedelta(days=_AFTER)
    day = min(one.published for one in replay.reports)
    while day <= last:
        # Days without a report share the evidence of the last one with any.
        newest = max(one.published for one in replay.reports if one.published <= day)
        if newest not in seen:
            seen[newest] = run_replay(replay, newest, mode).evidence
        today = day_of_record(seen[newest], day, known)
        found = warn(today, lines)
        lines += found
        yield Followed(today, found)
        day += timedelta(days=1)


def judged(wanted: Wanted, days: Sequence[Followed]) -> Iterator[Told]:
    """Every expectation of a replay."""
    for one in wanted.expect:
        first = _first(days, one.area, one.level)
        told = f"{one.area} {one.level} by {one.by}: " + (f"since {first}" if first else "never")
        yield Told(told, first is not None and first <= one.by)
    for low in wanted.lowered:
        above = [
            day.day.as_of
            for day in days
            if day.day.as_of > low.after and _level(day, low.area) > rank(low.most)
        ]
        yield Told(f"{low.area} at most {low.most} after {low.after}: above on {len(above)} days", not above)
    if wanted.most:
        yield _quiet(wanted.most, days)
    yield from (_weighed(one, days) for one in wanted.weighs)


def _weighed(order: Weighs, days: Sequence[Followed]) -> Told:
    shares = {
        answer.id: answer.likelihood
        for day in days
        for assessment in day.day.assessments
        if day.day.as_of == order.on and assessment.question == order.question
        for answer in assessment.hypotheses
    }
    likelier, less = (shares.get(name) for name in order.above)
    said = " and ".join("not asked" if one is None else f"{one:.2f}" for one in (likelier, less))
    holds = likelier is not None and less is not None and likelier > less
    return Told(f"{order.question}: {' above '.join(order.above)} on {order.on}: {said}", holds)


def _first(days: Sequence[Followed], area: str, level: Level) -> date | None:
    return next((day.day.as_of for day in days if _level(day, area) >= rank(level)), None)


def _level(day: Followed, area: str) -> int:
    return max(
        (rank(one.level) for one in day.alerts if one.area == area and one.state != "stood_down"), default=0
    )


def _quiet(most: Quiet, days: Sequence[Followed]) -> Told:
    above = [
        f"{one.area or one.subject} on {one.as_of}"
        for day in days
        for one in day.alerts
        if rank(one.level) > rank(most.level) and (most.until is None or one.as_of <= most.until)
    ]
    return Told(f"nothing above {most.level}: {', '.join(above[:3]) or 'kept'}", not above)
