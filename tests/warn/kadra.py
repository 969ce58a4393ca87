"""Days in Kadra, an invented country, for tests of warning: one line a record, only what matters is written."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hudna.knowledge.actor_packs import ActorEntry
from hudna.knowledge.alert_words import speech
from hudna.knowledge.cast import cast_of
from hudna.knowledge.warning_rules import WarningRules, load_warning_rules
from hudna.knowledge.zones import WatchZone, Zones
from hudna.model.alert import Alert
from hudna.model.evidence import evidence_of
from hudna.model.finding import Finding, Review, Tripwire, Watch
from hudna.model.incident import Incident, Party, Toll, When, Where
from hudna.model.picture import Cause, Picture, Posture, Signal, State
from hudna.model.report import Report
from hudna.warn.stage import Day, Known, warn

DAY = date(2031, 3, 10)
SIDES = {"front": "rebels", "guard": "government", "militia": None, "mission": "third"}
ZONES = Zones(
    (
        WatchZone(id="north", name="the north", country="KDR", places=("norhaven",)),
        WatchZone(id="selen", name="Selen", country="KDR", part_of="north", places=("selen",)),
        WatchZone(id="south", name="the south", country="KDR", places=("marsh",)),
    )
)
CAST = cast_of(
    ActorEntry(
        id=name,
        name=f"the {name.title()}",
        country="KDR",
        sector="IGO" if name == "mission" else "MIL",
        side=side,
    )
    for name, side in SIDES.items()
)


def rules(**fields: Any) -> WarningRules:
    """The rules that hold everywhere, with what a test changes."""
    plain = load_warning_rules(None)
    areas = [
        {"id": zone.id, "names": {"ar": "الشمال"} if zone.id == "north" else {}} for zone in ZONES.entries
    ]
    return WarningRules.model_validate({**plain.model_dump(), "areas": areas, "questions": (), **fields})


RULES = rules()


def known(given: WarningRules = RULES) -> Known:
    """Who is who in Kadra."""
    return Known(CAST, ZONES, lambda _: given, lambda name: name or "a source not named")


def ago(days: int) -> date:
    """So many days before the day of the tests."""
    return DAY - timedelta(days=days)


def party(name: str) -> Party:
    """Somebody listed by id; else words, civilians where they say so."""
    if name in SIDES:
        return Party(id=name, text=name, country="KDR", sector="MIL", side=SIDES[name])
    return Party(text=name, country="KDR", sector="CRM" if "smuggler" in name else "CVL")


def town(name: str | None = "norhaven") -> Where | None:
    """A town of Kadra; None: told of the country as a whole."""
    if name is None:
        return Where(id="KDR", name="Kadra", precision="country", country="KDR")
    return Where(id=name, name=name.title(), lat=12.0, lon=30.0, precision="town", country="KDR")


def incident(name: str = "i1", root: str = "ASSAULT", on: date = DAY, at: str | None = "norhaven", *,
             by: Iterable[str] = ("front",), upon: Iterable[str] = ("guard",), origins: int = 2, dead: int | None = None,
             reports: Iterable[str] | None = None, **fields: Any) -> Incident:  # fmt: skip
    """The Front attacks the Guard at Norhaven today, told by two origins."""
    told = tuple(reports) if reports is not None else tuple(f"{name}-r{n}" for n in range(origins))
    return Incident(**{
        "id": name, "root": root, "counts": True, "status": "reported", "claims": (f"{name}-c",), "reports": told,
        "origins": tuple((report,) for report in told), "actors": tuple(map(party, by)), "recipients": tuple(map(party, upon)),
        "place": town(at), "occurred": When(earliest=on, latest=on, precision="day", basis="stated"),
        "first_reported": on, "last_reported": on, "fatalities": Toll(low=dead, best=dead), "theatre": "kadra",
        "verification": "corroborated" if origins > 1 else "reported", **fields,
    })  # fmt: skip


def report(name: str, on: date = DAY, source: str | None = "Kadra Post") -> Report:
    """A report of a day."""
    return Report(id=name, text=name, published=on, source=source)


def posture(actor: str = "front", area: str | None = "north", state: State = State.MOBILISED, on: date = DAY,
            given: Incident | None = None, **fields: Any) -> Posture:  # fmt: skip
    """The Front is mobilised in the north since today."""
    cause = Cause(incident=given.id if given else "i1", on=on, to=state, how="observed", because="told of")
    return Posture(**{
        "actor": actor, "name": actor, "side": SIDES.get(actor), "area": area, "state": state, "basis": "observed",
        "ordered": None, "observed": state, "since": on, "last_heard": on, "as_of": DAY, "theatre": "kadra",
        "causes": (cause,), "claims": cause.claims, **fields,
    })  # fmt: skip


def signal(kind: str = "withdrawal", on: date = DAY, by: Iterable[str] = ("front",), **fields: Any) -> Signal:
    """The Front withdrew today."""
    return Signal(**{
        "id": f"s-{kind}", "kind": kind, "direction": "easing", "by": tuple(map(party, by)), "executed": True, "on": on,
        "where": town(), "because": "told of", "claims": (), **fields,
    })  # fmt: skip


def finding(given: Incident, label: str = "apparent", severity: int = 5, **fields: Any) -> Finding:
    """Provision P1 does not allow it."""
    return Finding(**{
        "id": f"f-{given.id}", "agreement": "kadra_2031", "provision": "P1", "kind": "cessation_of_hostilities",
        "question": "Was force used?", "party": "rebels", "on": given.occurred.latest if given.occurred else None,
        "verdict": "inconsistent", "label": label, "because": "told of", "severity": severity,
        "incidents": (given.id,), "claims": given.claims, **fields,
    })  # fmt: skip


def tripwire(
    state: str = "touched", on: date = DAY, *, by: Incident | None = None, of_party: bool = False
) -> Tripwire:
    """Whoever takes Norhaven ends the truce, said the mission or the Guard."""
    return Tripwire(
        id="t1", author=party("guard" if of_party else "mission"), is_party=of_party, condition="the fall of Norhaven",
        consequence="would end the truce", watch=Watch(place="norhaven", name="Norhaven"), state=state, changed=on,
        touched_by=(by.id,) if by else (), claims=("t1-c",),
    )  # fmt: skip


def day(incidents: Iterable[Incident] = (), on: date = DAY, *, postures: Iterable[Posture] = (), signals: Iterable[Signal] = (),
        findings: Iterable[Finding] = (), wires: Iterable[Tripwire] = (), reports: Iterable[Report] = (),
        judgements: Iterable[Any] = (), assessments: Iterable[Any] = (), given: WarningRules = RULES,
        channels: Iterable[Any] = (), declared: Iterable[Any] = ()) -> Day:  # fmt: skip
    """Everything known on a day."""
    evidence = evidence_of(incidents, (), reports, judgements)
    picture = Picture(on, postures=tuple(postures), signals=tuple(signals), channels=tuple(channels))
    review = Review(on, findings=tuple(findings), tripwires=tuple(wires), declared=tuple(declared))
    return Day(on, evidence, picture, review, known(given), tuple(assessments))


def alerts(*args: Any, before: Iterable[Alert] = (), **fields: Any) -> tuple[Alert, ...]:
    """The alerts of a day."""
    return warn(day(*args, **fields), tuple(before))


def only(found: Iterable[Alert]) -> Alert:
    """The one alert there is."""
    [alert] = found
    return alert


def said(language: str = "en", given: WarningRules = RULES) -> Any:
    """Sentences on Kadra."""
    return speech(language, CAST, ZONES, given)
