"""Incidents and grounds for tests of weighing: one line each, in the invented country of Kadra."""

from datetime import date, timedelta

from hudna.knowledge.actor_packs import ActorEntry
from hudna.knowledge.cast import cast_of
from hudna.model.evidence import evidence_of
from hudna.model.incident import Incident, Party, Position, Says, Toll, When, Where
from hudna.model.picture import Holding, Movement, Picture, StatedPurpose
from hudna.model.report import Report
from hudna.weigh.ground import Circle, Ground
from hudna.weigh.occurrence import occurrences

DAY = date(2031, 3, 1)
ACTORS = [
    {"id": "front", "name": "Kadra Front", "country": "KDR", "sector": "REB", "side": "hills"},
    {"id": "front-staff", "name": "Staff of the Front", "country": "KDR", "sector": "REB", "parent": "front"},
    {"id": "army", "name": "Kadran Army", "country": "KDR", "sector": "MIL", "side": "plain"},
    {"id": "guard", "name": "River Guard", "country": "KDR", "sector": "MIL", "side": "plain"},
]
GROUND = Ground(
    cast_of(ActorEntry.model_validate(entry) for entry in ACTORS),
    {"norhaven": Circle(12.05, 30.05, 10, "KDR"), "south": Circle(9.0, 30.0, 150, "KDR")},
)


def party(name="front", **fields):
    return Party(**{"id": name, "text": name or "men", **fields})


def where(name="norhaven", lat=12.05, lon=30.05, **fields):
    return Where(
        **{"id": name, "name": name, "lat": lat, "lon": lon, "precision": "town", "country": "KDR", **fields}
    )


def incident(name="i1", days=0, **fields):
    on = DAY + timedelta(days=days)
    given = {
        "schema": "hudna.incident/1",
        "id": name,
        "root": "MOBILIZE",
        "counts": True,
        "status": "reported",
        "claims": (f"c-{name}",),
        "reports": (f"r-{name}",),
        "origins": ((f"r-{name}",),),
        "origin_letters": ("B",),
        "actors": (party(),),
        "place": where(),
        "occurred": When(earliest=on, latest=on, precision="day", basis="stated"),
        "first_reported": on,
        "last_reported": on,
        **fields,
    }
    return Incident(**given)


def dead(number):
    return Toll(low=number)


def denial(side="plain", **fields):
    says = Says(stance="denies", status="denied")
    return Position(
        **{
            "speaker": party("army"),
            "kind": "party",
            "says": says,
            "side": side,
            "claims": ("c-d",),
            **fields,
        }
    )


def purpose(kind="offensive", days=0, **fields):
    on = DAY + timedelta(days=days)
    stated = StatedPurpose(
        text="to take Norhaven", kind=kind, speaker=party("army"), status="hypothetical", claims=("c-p",)
    )
    return Movement(
        **{
            "schema": "hudna.movement/1", "id": "m1", "force": (party(),), "purposes": (stated,), "first_seen": on,
            "last_seen": on, "status": "reported", "incidents": (), "claims": ("c-p",), **fields,
        }
    )  # fmt: skip


def holding(status="taken", days=0, **fields):
    on = DAY + timedelta(days=days)
    return Holding(
        **{
            "schema": "hudna.control/1", "id": "h1", "place": where(), "as_of": on, "holder": party(),
            "status": status, "claimed_by": None, "claims": ("c-h",), **fields,
        }
    )  # fmt: skip


def told(*incidents, movements=(), holdings=(), findings=()):
    reports = [
        Report(id=name, text="x", published=one.first_reported, source=f"Post {name}")
        for one in incidents
        for name in one.reports
    ]
    picture = Picture(as_of=DAY, movements=tuple(movements), holdings=tuple(holdings))
    return occurrences(evidence_of(incidents, (), reports), picture, tuple(findings))
