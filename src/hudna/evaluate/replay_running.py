"""A replay run up to a day: by its judged claims and incidents, by linking, or from the words.

`judged` takes claims and incidents as people judged them and so proves the picture and the
check alone; `linked` leaves the joining to the stage; `coded` starts from the texts.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hudna.evaluate.replay_claims import tolds
from hudna.evaluate.replay_records import Replay
from hudna.knowledge.actor_packs import Outlet, load_actors
from hudna.knowledge.affiliations import Affiliations, affiliations, load_affiliations
from hudna.knowledge.theatres import THEATRES
from hudna.link.stage import Stage
from hudna.link.voices import Telling
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.finding import Review
from hudna.model.incident import Incident
from hudna.model.picture import Picture
from hudna.model.told import Told
from hudna.pipeline import agreements_for, check_picture, code_reports, draw_picture, linking_stage


class Mode(StrEnum):
    """How far a replay starts from the words."""

    JUDGED = "judged"
    LINKED = "linked"
    CODED = "coded"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made of a replay as of a day; `names` gives a judged incident's label by its id."""

    evidence: Evidence
    picture: Picture
    review: Review
    names: dict[str, str]


def run_replay(replay: Replay, as_of: date, mode: Mode) -> Seen:
    """The picture and the review of what was published up to a day."""
    told = _told(replay, as_of, mode)
    stage = linking_stage(known=known_in(replay))
    labels = _labels(replay) if mode is Mode.JUDGED else {}
    incidents = _as_judged(told, labels, stage) if mode is Mode.JUDGED else stage.link(told).incidents
    reports = {one.report.id: one.report for one in told}
    evidence = evidence_of(incidents, [one.claim for one in told], reports.values())
    agreements = agreements_for(evidence, (replay.agreement,))
    picture = draw_picture(evidence, as_of, agreements)
    names = {
        incident.id: labels[name] for incident in incidents for name in incident.claims if name in labels
    }
    return Seen(evidence, picture, check_picture(evidence, picture, agreements), names)


def _told(replay: Replay, as_of: date, mode: Mode) -> list[Told]:
    known = [report for report in replay.reports if report.published <= as_of]
    if mode is Mode.CODED:
        coded = code_reports(report.as_report() for report in known)
        return [Told(claim, one.report) for one in coded for claim in one.claims]
    early = {report.id for report in known}
    return [one for one in tolds(replay) if one.report.id in early]


def known_in(replay: Replay) -> Affiliations:
    """The packs with the replay's own outlets."""
    world = load_affiliations(THEATRES)
    own = [
        Outlet(id=source.id, name=source.name, country=source.country, side=source.side, family=source.family,
               reliability=source.reliability)
        for source in replay.sources
    ]  # fmt: skip
    return affiliations(load_actors(THEATRES), [*world.outlets.values(), *own], world.theatres)


def _labels(replay: Replay) -> dict[str, str]:
    """Claim → the label of its incident; an event without one is an incident of its own."""
    return {
        f"{report.id}.{number}": claim.incident or f"{report.id}.{number}"
        for report in replay.reports
        for number, claim in enumerate(report.claims, 1)
        if claim.content == "event"
    }


def _as_judged(told: list[Told], labels: dict[str, str], stage: Stage) -> tuple[Incident, ...]:
    """Incidents by their judged labels, made by the stage's own hand."""
    by_report: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_report[one.report.id].append(one)
    tellings: dict[str, Telling] = {}
    extras: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, list[str]] = defaultdict(list)
    for report in by_report.values():
        for telling, belongs in stage.tellings(report):
            name = telling.told.claim.id
            tellings[name] = telling
            if name in labels:
                groups[labels[name]].append(name)
            elif belongs:
                extras[belongs].append(name)
    return tuple(stage.incident(names, tellings, extras) for names in groups.values())
