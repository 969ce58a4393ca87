"""Editions for tests: an invented country, one line each, only what matters is written."""

from datetime import date
from typing import Any

import factory
from hudna.model.alert import Alert, Reason
from hudna.model.assessment import Assessment, Weighed
from hudna.model.edition import Edition
from hudna.model.evidence import evidence_of
from hudna.model.finding import Finding, Review
from hudna.model.incident import Incident, Party, Position, Says, Toll, When, Where
from hudna.model.picture import Holding, Movement, Picture, Posture, Sighting, State, StatedPurpose

DAY = date(2021, 3, 1)
AS_OF = date(2021, 3, 5)
FRONT = Party(id=None, text="the Kadra Front", country="LBY", sector="REB", side="north")
ARMY = Party(id=None, text="the army of Kadra", country="LBY", sector="MIL", side="south")
PEOPLE = Party(text="villagers", country="LBY", sector="CVL")
TOWN = Where(
    id="t-1",
    name="Norhaven",
    lat=12.05,
    lon=30.05,
    radius_km=5,
    precision="town",
    country="LBY",
    admin1="Northmark",
)
REGION = Where(name="the north", lat=13.0, lon=30.0, radius_km=200, precision="region", country="LBY")


def when(first: date = DAY, last: date | None = None, **fields: Any) -> When:
    return When(
        **{"earliest": first, "latest": last or first, "precision": "day", "basis": "stated", **fields}
    )


def position(**fields: Any) -> Position:
    says = Says(**{"stance": "asserts", "status": "actual", **fields.pop("says", {})})
    return Position(
        **{
            "speaker": FRONT,
            "kind": "party",
            "said": AS_OF,
            "says": says,
            "claims": ("kadra-1-c1",),
            **fields,
        }
    )


def incident(**fields: Any) -> Incident:
    """The shelling of Norhaven by the Front, told as a fact by one report."""
    given = {
        "id": "i-1", "root": "ASSAULT", "mode": "heavy-weapons", "counts": True, "status": "actual",
        "claims": ("kadra-1-c1",), "reports": ("kadra-1",), "origins": (("kadra-1",),), "sides": ("north",),
        "actors": (FRONT,), "recipients": (PEOPLE,), "place": TOWN, "occurred": when(), "first_reported": AS_OF,
        "last_reported": AS_OF, "fatalities": Toll(low=3, best=3, high=3), "positions": (position(),), **fields,
    }  # fmt: skip
    return Incident(**given)


def movement(**fields: Any) -> Movement:
    given = {
        "id": "m-1", "force": (FRONT,), "side": "north", "origin": TOWN, "heading": REGION,
        "sightings": (Sighting(on=DAY, where=TOWN, role="at", how="observed", claims=("kadra-1-c1",)),),
        "purposes": (StatedPurpose(text="to guard the road", kind=None, speaker=FRONT, status="declared", claims=("kadra-1-c3",)),),
        "first_seen": DAY, "last_seen": DAY, "line": ((30.05, 12.05), (30.0, 13.0)), "uncertainty_km": 200, "status": "actual",
        "incidents": ("i-1",), "claims": ("kadra-1-c1",), **fields,
    }  # fmt: skip
    return Movement(**given)


def holding(**fields: Any) -> Holding:
    return Holding(**{"id": "h-1", "place": TOWN, "as_of": DAY, "holder": FRONT, "status": "controlled", "claimed_by": FRONT, "source": "Kadra Post", "claims": ("kadra-1-c2",), **fields})  # fmt: skip


def finding(**fields: Any) -> Finding:
    given = {
        "id": "f-1", "agreement": "libya_2020", "provision": "P1", "kind": "cessation_of_hostilities",
        "question": "Did a party use armed force?", "party": "east", "on": DAY, "verdict": "inconsistent", "label": "apparent",
        "because": "A shelling is told of. The ceasefire was in force.", "missing": ("who fired",), "severity": 5,
        "origins": 1, "incidents": ("i-1",), "claims": ("kadra-1-c1",), **fields,
    }  # fmt: skip
    return Finding(**given)


def alert(**fields: Any) -> Alert:
    reason = Reason(text="Fighting in Norhaven.", level="watch", incidents=("i-1",), claims=("kadra-1-c1",))
    given = {
        "id": "a-1", "theatre": "libya", "area": "north", "area_name": "Northmark", "level": "watch", "state": "raised",
        "raised": DAY, "as_of": AS_OF, "last_evidence": DAY, "expires": date(2021, 3, 12), "because": (reason,), "missing": ("who fired",),
        "ends_when": ("a week without fighting",), "incidents": ("i-1",), "claims": ("kadra-1-c1",), **fields,
    }  # fmt: skip
    return Alert(**given)


def assessment(**fields: Any) -> Assessment:
    hypotheses = (
        Weighed(id="H1", text="A passing raid", prior=0.5, likelihood=0.6, low=0.4, high=0.7, words="likely"),
        Weighed(
            id="H0", text="Something else", prior=0.5, likelihood=0.4, low=0.3, high=0.6, words="unlikely"
        ),
    )
    given = {
        "id": "w-1", "question": "q", "text": "What is the shelling for?", "as_of": AS_OF, "hypotheses": hypotheses,
        "confidence": "low", "confidence_because": ("one origin",), "ledger": (), "gaps": ("Nobody saw the guns.",), **fields,
    }  # fmt: skip
    return Assessment(**given)


def posture(**fields: Any) -> Posture:
    given = {
        "actor": "unlisted: the Kadra Front", "name": "the Kadra Front", "side": "north", "area": "north", "area_name": "Northmark",
        "state": State.ENGAGED, "basis": "observed", "ordered": None, "observed": State.ENGAGED, "since": DAY, "last_heard": DAY,
        "as_of": AS_OF, "claims": ("kadra-1-c1",), **fields,
    }  # fmt: skip
    return Posture(**given)


def edition(*incidents: Incident, text: str = factory.TEXT, **fields: Any) -> Edition:
    """An edition with one of everything; incidents as given."""
    claims = fields.pop("claims", (factory.claim(text), factory.control_claim(), factory.purpose_claim()))
    reports = fields.pop("reports", (factory.report(text),))
    evidence = evidence_of(incidents or (incident(),), claims, reports)
    picture = fields.pop(
        "picture", Picture(AS_OF, postures=(posture(),), movements=(movement(),), holdings=(holding(),))
    )
    review = fields.pop("review", Review(AS_OF, findings=(finding(),)))
    given = {"alerts": (alert(),), "assessments": (assessment(),), **fields}
    return Edition(AS_OF, evidence, picture, review, **given)
