"""A picture that grows incident by incident has the lines that drawing everything at once gives."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import factory
from hudna.errors import InputError
from hudna.evaluate.replay_reading import load_replays
from hudna.evaluate.replay_running import Mode, run_replay
from hudna.knowledge.agreements import agreement_named
from hudna.model.evidence import evidence_of
from hudna.pipeline import LivePicture

REPLAYS = load_replays(Path(__file__).parents[1] / "gold" / "replays")


@cache
def at_once(name):
    """A replay on its last day, drawn and checked at once, with its agreement and that day."""
    replay = next(one for one in REPLAYS if one.id == name)
    as_of = replay.expect[-1].as_of
    return run_replay(replay, as_of, Mode.JUDGED), agreement_named(replay.agreement), as_of


@cache
def one_by_one(name):
    """The last version of every line, by kind and id, after each incident was added with the claims that it completes."""
    seen, agreement, as_of = at_once(name)
    live, known = LivePicture(evidence_of([]), as_of, (agreement,)), set()
    waiting = dict(seen.evidence.claims)
    lines = {}
    for incident in seen.evidence.incidents:
        known |= set(incident.claims)
        given = [one for one in waiting.values() if _may_come(one, known, seen.evidence)]
        for claim in given:
            del waiting[claim.id]
        change, review = live.add(incident, given, [seen.evidence.reports[one.report] for one in given])
        lines |= {("posture", one.actor, one.area): one for one in change.postures}
        for kind, found in _records(change, review):
            lines |= {(kind, one.id): one for one in found}
        for finding in review.withdrawn:
            del lines["finding", finding]
    return lines


def _may_come(claim, known, evidence):
    """An event comes with its incident; everything else after all events of its report."""
    if claim.event:
        return claim.id in known or claim.id not in evidence.incident_of
    return all(one.id in known for one in evidence.in_report[claim.report] if one.id in evidence.incident_of)


def _records(picture, review):
    yield "movement", picture.movements
    yield "holding", picture.holdings
    yield "signal", picture.signals
    yield "finding", [one for one in review.findings if not one.standing]
    yield "tripwire", review.tripwires


@pytest.mark.parametrize("name", [one.id for one in REPLAYS])
@pytest.mark.parametrize("kind", ["posture", "movement", "holding", "signal", "finding", "tripwire"])
def test_it_has_the_lines_that_drawing_at_once_gives(name, kind):
    seen, _, _ = at_once(name)
    whole = {("posture", one.actor, one.area): one for one in seen.picture.postures}
    for other, found in _records(seen.picture, seen.review):
        whole |= {(other, one.id): one for one in found}
    grown = one_by_one(name)
    assert {key: one for key, one in grown.items() if key[0] == kind} == {
        key: one for key, one in whole.items() if key[0] == kind
    }


def test_an_older_incident_and_a_changed_one_ask_for_a_new_picture():
    live = LivePicture(evidence_of([factory.incident()]), date(2021, 3, 10), ())
    with pytest.raises(InputError, match="draw the picture anew"):
        live.add(factory.incident(id="i0", claims=("c0",), on=date(2021, 2, 28)))
    with pytest.raises(InputError, match="draw the picture anew"):
        live.add(factory.incident(on=date(2021, 3, 2)))
    change, _ = live.add(factory.incident(id="i2", claims=("c2",), on=date(2021, 3, 12)))
    assert change.as_of == live.as_of == date(2021, 3, 12)
