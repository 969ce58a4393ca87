"""A replay's judged claims as the coder would have coded them without fault."""

from collections.abc import Iterator
from functools import cache

from hudna.errors import KnowledgeError
from hudna.evaluate.replay_records import Replay, ReplayActor, ReplayClaim, ReplayPlace, ReplayReport
from hudna.knowledge.actor_packs import ActorEntry, load_actors, load_outlets
from hudna.knowledge.gazetteer import known, listed_places
from hudna.knowledge.theatres import THEATRES
from hudna.model.claim import Actor, Claim, Composition, Control, Event, Occurred, Place, Purpose, Speaker
from hudna.model.record import Span
from hudna.model.told import Told


def tolds(replay: Replay) -> Iterator[Told]:
    """Every judged claim with its report, in the order of the replay."""
    own = {place.id: place.model_dump(exclude={"id"}) for place in replay.places}
    for report in replay.reports:
        names = {
            claim.name: f"{report.id}.{number}" for number, claim in enumerate(report.claims, 1) if claim.name
        }
        for number, claim in enumerate(report.claims, 1):
            made = _Maker(report, names, own).claim(claim, f"{report.id}.{number}")
            yield Told(made, report.as_report())


def as_claim(
    claim: ReplayClaim, report: ReplayReport, name: str, places: dict[str, dict[str, object]]
) -> Claim:
    """One judged claim of a report as a claim of that id; `places` are those that no pack holds."""
    return _Maker(report, {}, places).claim(claim, name)


class _Maker:
    """Turns judged claims of one report into claims."""

    def __init__(
        self, report: ReplayReport, names: dict[str, str], own: dict[str, dict[str, object]]
    ) -> None:
        self.report, self.names, self.own = report, names, own

    def claim(self, claim: ReplayClaim, name: str) -> Claim:
        contents = {
            "event": self._event,
            "control": self._control,
            "purpose": self._purpose,
            "composition": self._composition,
        }
        return Claim.model_validate(
            {
                "id": name, "report": self.report.id, "language": self.report.language, "start": claim.start,
                "end": claim.end, "text": claim.text, "speakers": [_speaker(one) for one in claim.speakers],
                "speech_act": claim.act, "status": claim.status, "content": claim.content,
                "third_party": claim.third_party, "counts": claim.counts, "rule": "judged",
                claim.content: contents[claim.content](claim),
            }
        )  # fmt: skip

    def _event(self, claim: ReplayClaim) -> Event:
        if claim.root is None:
            raise KnowledgeError(f"{self.report.id}: “{claim.text}” is an event without a root")
        days = claim.occurred
        return Event(
            root=claim.root, mode=claim.mode, move=claim.move, contexts=claim.contexts, trigger=_span(claim),
            actors=tuple(_actor(one) for one in claim.actors), recipients=tuple(_actor(one) for one in claim.recipients),
            places=tuple(self._place(one, claim) for one in claim.places),
            occurred=Occurred(earliest=days.earliest, latest=days.latest, basis="stated",
                              precision="day" if days.earliest == days.latest else "span") if days else None,
        )  # fmt: skip

    def _control(self, claim: ReplayClaim) -> Control:
        return Control(
            holder=_actor(claim.holder) if claim.holder else None,
            area=self._place(claim.places[0], claim) if claim.places else None,
            status=claim.control or "controlled",
            as_of=claim.occurred.latest if claim.occurred else self.report.published,
            basis="published",
            trigger=_span(claim),
        )

    def _purpose(self, claim: ReplayClaim) -> Purpose:
        return Purpose(
            of=self.names.get(claim.of) if claim.of else None,
            by=_actor(claim.actors[0]) if claim.actors else None,
            text=claim.text, start=claim.start, end=claim.end, purpose_kind=claim.kind,
            places=tuple(self._place(one, claim) for one in claim.places),
        )  # fmt: skip

    def _composition(self, claim: ReplayClaim) -> Composition:
        return Composition(of=None, made_of=tuple(_actor(one) for one in claim.actors), share=claim.share)

    def _place(self, place: ReplayPlace, claim: ReplayClaim) -> Place:
        given = self.own.get(place.id) or _listed().get(place.id)
        if given is None:
            raise KnowledgeError(
                f"{self.report.id}: place {place.id!r} is neither in the packs nor in the replay"
            )
        return Place.model_validate(
            {
                "text": claim.text,
                "start": claim.start,
                "end": claim.end,
                "id": place.id,
                "role": place.role,
                **given,
            }
        )


@cache
def _listed() -> dict[str, dict[str, object]]:
    fields = ("name", "lat", "lon", "radius_km", "precision", "country", "admin1")
    return {
        entry.id: {field: getattr(known(entry), field) for field in fields}
        for entry in listed_places(THEATRES)
    }


@cache
def _entries() -> dict[str, ActorEntry]:
    return {entry.id: entry for entry in load_actors(THEATRES)}


@cache
def _outlets() -> frozenset[str]:
    return frozenset(outlet.id for outlet in load_outlets(THEATRES))


def _span(claim: ReplayClaim) -> Span:
    return Span(text=claim.text, start=claim.start, end=claim.end)


def _entry(one: ReplayActor) -> ActorEntry | None:
    if one.id is None or one.id in _outlets():
        return None
    if one.id not in _entries():
        raise KnowledgeError(f"“{one.text}”: no actor {one.id!r} is listed in the packs")
    return _entries()[one.id]


def _actor(one: ReplayActor) -> Actor:
    entry = _entry(one)
    return Actor(
        text=one.text, start=one.start, end=one.end, id=one.id,
        country=one.country or (entry.country if entry else None), sector=one.sector or (entry.sector if entry else None),
    )  # fmt: skip


def _speaker(one: ReplayActor) -> Speaker:
    entry = _entry(one)
    kind = one.kind or (entry.speaks if entry else "anonymous")
    nameless = one.anonymous or kind == "anonymous"
    return Speaker(text=one.text, start=one.start, end=one.end, actor=one.id, kind=kind, anonymous=nameless)
