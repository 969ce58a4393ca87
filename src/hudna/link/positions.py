"""Who says what of an incident: one row a speaker and stance, the latest words first, earlier ones kept.

Nobody is overruled, nothing is averaged. A claim against the speaker's own interest is marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hudna.knowledge.affiliations import THIRD_PARTY, Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.lexicon import fights, trigger_of
from hudna.link.interest import against_interest
from hudna.link.kind import acting, befallen, first_side, kind_of, mode_of
from hudna.link.origins import Origins
from hudna.link.parties import best_place, days, parties, party
from hudna.link.voices import Telling, camp_of
from hudna.model.claim import Actor, Claim, Count, Speaker, SpeechAct, Status
from hudna.model.incident import Estimate, Party, Position, Says
from hudna.model.record import Span

_STANCE = {
    Status.ACTUAL: "asserts", Status.DECLARED: "asserts", Status.REPORTED: "asserts", Status.ALLEGED: "alleges",
    Status.DENIED: "denies", Status.PLANNED: "expects", Status.CONDITIONAL: "expects",
    Status.HYPOTHETICAL: "expects", Status.DEMANDED: "demands", Status.HISTORICAL: "asserts", Status.STATE: "asserts",
}  # fmt: skip
_FEARING = frozenset({SpeechAct.FEAR, SpeechAct.WARN, SpeechAct.CONCERN})
# Asserting, then only alleging, is one row with a history; expecting or denying is another stand.
_TELLING = {"asserts": "tells", "alleges": "tells", "expects": "fears"}
# Rows that are remembered, some 4 kB each.
_KEPT = 2000
_ORDER = ("asserts", "alleges", "denies", "expects", "fears", "demands")


class Positions:
    """Makes the rows of incidents; those to which one report more adds nothing are remembered."""

    def __init__(self, known: Affiliations, origins: Origins) -> None:
        self._known, self._origins = known, origins
        self._made = lru_cache(_KEPT)(self._position)

    def of(self, tellings: Sequence[Telling]) -> tuple[Position, ...]:
        """Every speaker's position, those who assert first."""
        rows: dict[tuple[str, str], list[Telling]] = {}
        for telling in sorted(tellings, key=_told_order):
            held = _TELLING.get(said := stance(telling.told.claim), said)
            rows.setdefault((_speaker_key(telling), held), []).append(telling)
        return tuple(sorted((self._made(tuple(row)) for row in rows.values()), key=_row_order))

    def _position(self, row: tuple[Telling, ...]) -> Position:
        return _position(row, self._known, self._origins)


def stance(claim: Claim) -> str:
    """What a claim makes of the occurrence."""
    # What something is for lies ahead by nature; only how sure the words are of it tells stances apart.
    if claim.content == "purpose" and claim.status in {Status.PLANNED, Status.CONDITIONAL}:
        return "asserts"
    if claim.status is Status.HYPOTHETICAL and claim.speech_act in _FEARING:
        return "fears"
    return _STANCE[claim.status]


def _told_order(telling: Telling) -> tuple[bool, date, str, int, str]:
    report, claim = telling.told.report, telling.told.claim
    return report.published is None, report.published or date.min, report.id, claim.start, claim.id


def _row_order(row: Position) -> tuple[int, bool, date, str, str]:
    name = (row.speaker.id or row.speaker.text) if row.speaker else ""
    return _ORDER.index(row.says.stance), row.said is None, row.said or date.min, name, row.claims[0]


def _speaker_key(telling: Telling) -> str:
    claim, report = telling.told.claim, telling.told.report
    if not claim.speakers:
        return f"report of {report.source or report.id}"
    first = claim.speakers[0]
    if first.anonymous:
        relays = [one.actor or fold(one.text) for one in claim.speakers[1:]]
        return f"nameless {fold(first.text)} {' '.join(relays) or report.source or report.id}"
    return first.actor or fold(first.text)


def _position(row: Sequence[Telling], known: Affiliations, origins: Origins) -> Position:
    """The latest stand of one speaker, with the earlier ones that differ from it."""
    stands = _stands(row, known)
    last, before = stands[-1], stands[:-1]
    return _as_position(last[0], last[1], known, origins, tuple(
        _as_position(tellings, says, known, origins, ()) for tellings, says in before
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Gist:
    """Of what is said that which another saying may contradict: the listed actors and recipients, and the dead."""

    stance: str
    who: frozenset[str]
    whom: frozenset[str]
    dead: Estimate | None

    def with_later(self, later: "_Gist") -> "_Gist":
        """The gist of this and of what the next report says, where they do not differ: the latest figure stands for both."""
        return _Gist(self.stance, self.who | later.who, self.whom | later.whom, later.dead or self.dead)


def _stands(row: Sequence[Telling], known: Affiliations) -> list[tuple[list[Telling], Says]]:
    """The row cut where what is said changes from one report to the next."""
    stands: list[tuple[list[Telling], _Gist]] = []
    by_report: dict[str, list[Telling]] = {}
    for telling in row:
        by_report.setdefault(telling.told.report.id, []).append(telling)
    for group in by_report.values():
        gist = _gist(group)
        if stands and not _differs(stands[-1][1], gist):
            stands[-1][0].extend(group)
            stands[-1] = (stands[-1][0], stands[-1][1].with_later(gist))
        else:
            stands.append((group, gist))
    return [(group, _says(group, known)) for group, _ in stands]


def _differs(earlier: _Gist, later: _Gist) -> bool:
    """Whether one contradicts the other; what is left open contradicts nothing."""
    if earlier.stance != later.stance:
        return True
    if earlier.dead and later.dead and earlier.dead.best != later.dead.best:
        return True
    return _nobody_shared(earlier.who, later.who) or _nobody_shared(earlier.whom, later.whom)


def _nobody_shared(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _gist(group: Sequence[Telling]) -> _Gist:
    claims = [telling.told.claim for telling in group]
    events = [claim.event for claim in claims if claim.event]
    return _Gist(
        stance(_first_event(claims)),
        frozenset(actor.id for event in events for actor in event.actors if actor.id),
        frozenset(actor.id for event in events for actor in event.recipients if actor.id),
        estimate(claims, "fatalities"),
    )


def _first_event(claims: Sequence[Claim]) -> Claim:
    return next((claim for claim in claims if claim.event), claims[0])


def _is_one_voice(group: Sequence[Telling]) -> bool:
    """Whether one listed speaker says it all: one origin, by whatever way it reached us."""
    first = {
        claim.speakers[0].actor if claim.speakers and _is_listed(claim.speakers[0]) else None
        for claim in (telling.told.claim for telling in group)
    }
    return len(first) == 1 and None not in first


def _is_listed(speaker: Speaker) -> bool:
    return speaker.actor is not None and not speaker.anonymous and speaker.kind != "media"


def _says(group: Sequence[Telling], known: Affiliations) -> Says:
    claims = [telling.told.claim for telling in group]
    events = [claim.event for claim in claims if claim.event]
    outlines = [telling.outline for telling in group if telling.outline]
    first = _first_event(claims)
    events = list(first_side(events))
    of_it = [claim for claim in claims if any(claim.event is event for event in events)]
    root, mode, move = kind_of(events) if events else (None, None, None)
    whom, harmed = befallen(events, root, _of_fights(claims)) if root else ([], [])
    if root:
        mode = mode_of(events, root, mode, apart=bool(harmed))
    return Says(
        stance=stance(first), status=first.status,  # type: ignore[arg-type]  # the words of the Literal
        root=root, mode=mode, move=move,
        who=parties(acting(events, root) if root else (), known),
        whom=parties(whom, known), harmed=parties(harmed, known),
        where=best_place(events), when=days(claims, outlines),
        dead=estimate(of_it, "fatalities"), hurt=estimate(of_it, "injuries"), deeds=estimate(of_it, "deeds"),
        why=tuple(dict.fromkeys(claim.purpose.text for claim in claims if claim.purpose)),
        made_of=parties((a for claim in claims if claim.composition for a in claim.composition.made_of), known),
    )  # fmt: skip


def _of_fights(claims: Sequence[Claim]) -> tuple[Span, ...]:
    """The words of those events in which the actors did it to each other."""
    return tuple(
        claim.event.trigger
        for claim in claims
        if claim.event and trigger_of(claim.rule) in fights(claim.language)
    )


def estimate(claims: Iterable[Claim], field: str, speaker: Party | None = None) -> Estimate | None:
    """The figure of one speaker. Several figures of one report may be parts of a whole or the whole."""
    given = [
        (claim, count) for claim in claims if claim.event and _given(count := getattr(claim.event, field))
    ]
    if not given:
        return None
    latest = given[-1][0].report
    counts = [count for claim, count in given if claim.report == latest]
    bests = list(dict.fromkeys(count.best for count in counts if count.best is not None))
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    if len(bests) > 1:
        return Estimate(
            low=max(bests), high=sum(bests), speaker=speaker, claims=tuple(c.id for c, _ in given)
        )
    return Estimate(
        low=max(lows, default=None), best=bests[0] if bests else None, high=max(highs, default=None),
        speaker=speaker, claims=tuple(claim.id for claim, _ in given),
    )  # fmt: skip


def _given(count: Count) -> bool:
    return any(number is not None for number in (count.low, count.best, count.high))


def _as_position(
    group: list[Telling], says: Says, known: Affiliations, origins: Origins, before: tuple[Position, ...]
) -> Position:
    claims = [telling.told.claim for telling in group]
    first, report = claims[0], group[-1].told.report
    who = first.speakers[0] if first.speakers else None
    camp = camp_of(group[0], known)
    interest = next((why for claim in claims if (why := against_interest(claim, camp, known))), None)
    return Position(
        speaker=party(Actor(text=who.text, start=who.start, end=who.end, id=who.actor), known) if who else None,
        kind=who.kind if who else None, anonymous=who.anonymous if who else False,
        source=None if who else report.source, said=report.published, says=says,
        side=None if camp == THIRD_PARTY else camp,
        against_interest=interest is not None, interest=interest, origins=1 if len(group) == 1 or _is_one_voice(group) else len(origins.of(group)),
        claims=tuple(claim.id for claim in claims), before=before,
    )  # fmt: skip
