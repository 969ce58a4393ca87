"""Judged linking as claims, as a coder without faults would have coded them.

What a scenario does not judge is left open. Actors' sides and outlets' families are the
scenario's own; a speaker it does not list is who its words mean: an outlet, somebody without
a name ("residents"), or a body known by its words.
"""

from collections.abc import Iterator, Sequence

from hudna.evaluate.links_records import LinkActor, LinkClaim, LinkMention, LinkReport, LinkScenario
from hudna.knowledge.actor_packs import ActorEntry, Outlet
from hudna.knowledge.affiliations import Affiliations, affiliations, load_affiliations
from hudna.knowledge.theatres import THEATRES
from hudna.link.wording import stems
from hudna.model.claim import Actor, Claim, Count, Event, Occurred, Place, Speaker, SpeechAct, Status
from hudna.model.mention import SpeakerKind, TimePrecision
from hudna.model.told import Told
from hudna.resolve.actors import ActorFinder

# Words of a name that say that somebody speaks for a body.
_SPEAKING = frozenset(stems("spokesman spokeswoman spokesperson press media information office bureau", "en"))


def tolds(scenario: LinkScenario) -> Iterator[Told]:
    """Every judged claim with its report, in the order of the scenario."""
    known = {actor.id: actor for actor in scenario.actors}
    lore = scenario_affiliations(scenario)
    for report in scenario.reports:
        for claim in report.claims:
            yield Told(_claim(claim, report, known, lore), report.as_report())


def scenario_affiliations(scenario: LinkScenario) -> Affiliations:
    """The scenario's actors and outlets, the world's agencies, and the theatres as they are."""
    actors = [
        ActorEntry(id=actor.id, name=actor.name, country=None, sector=None, side=actor.side,
                   speaks=actor.kind or "party", parent=_speaks_for(actor, scenario.actors))
        for actor in scenario.actors
    ]  # fmt: skip
    world = load_affiliations(THEATRES)
    return affiliations(actors, [*world.outlets.values(), *_outlets(scenario)], world.theatres)


def _speaks_for(actor: LinkActor, among: Sequence[LinkActor]) -> str | None:
    """Whose spokesman or press office somebody is by his name; a pack would say so."""
    words = set(stems(actor.name, "en"))
    if not (rest := words - _SPEAKING) or rest == words:
        return None
    named = [one.id for one in among if one.id != actor.id and rest == set(stems(one.name, "en"))]
    return named[0] if len(named) == 1 else None


def source_affiliations(scenario: LinkScenario) -> Affiliations:
    """The packs with the scenario's outlets, which a source pack would hold."""
    world = load_affiliations(THEATRES)
    return affiliations(world.actors.values(), [*world.outlets.values(), *_outlets(scenario)], world.theatres)


def _outlets(scenario: LinkScenario) -> list[Outlet]:
    return [
        Outlet(id=source.id, name=source.name, country=source.country, side=source.side,
               family=source.family, reliability=source.reliability, page_of=source.page_of)
        for source in scenario.sources
    ]  # fmt: skip


def _claim(claim: LinkClaim, report: LinkReport, known: dict[str, LinkActor], lore: Affiliations) -> Claim:
    event = Event(
        root=claim.root, mode=claim.mode, trigger=claim.trigger,
        actors=tuple(_actor(one) for one in claim.actors),
        recipients=tuple(_actor(one) for one in claim.recipients),
        places=_places(claim), occurred=_occurred(claim),
        fatalities=Count(**claim.fatalities.model_dump()) if claim.fatalities else Count(),
    )  # fmt: skip
    return Claim(
        id=claim.id, report=report.id, language=report.language, start=claim.start, end=claim.end,
        text=claim.text,
        speakers=tuple(_speaker(one, known, lore, report.language) for one in claim.speakers),
        speech_act=SpeechAct.DENY if claim.status is Status.DENIED else SpeechAct.REPORT, status=claim.status, content="event",
        event=event, counts=claim.counts, rule="judged",
    )  # fmt: skip


def _actor(one: LinkMention) -> Actor:
    return Actor(text=one.text, start=one.start, end=one.end, id=one.id)


def _speaker(one: LinkMention, known: dict[str, LinkActor], lore: Affiliations, language: str) -> Speaker:
    outlet = lore.outlet(one.text)
    if outlet:
        return Speaker(
            text=one.text, start=one.start, end=one.end, actor=outlet.id, kind="media", anonymous=False
        )
    kind, nameless = _listed(known[one.id]) if one.id else _by_words(one.text, language)
    return Speaker(
        text=one.text, start=one.start, end=one.end, actor=None if nameless else one.id, kind=kind, anonymous=nameless
    )  # fmt: skip


def _listed(actor: LinkActor) -> tuple[SpeakerKind, bool]:
    """How a listed actor speaks, and whether it has no name: "analysts" are observers without one; an observatory has one."""
    kind = actor.kind or "organisation"
    return kind, kind == "anonymous" or (kind == "observer" and actor.name.islower())


def _by_words(words: str, language: str) -> tuple[SpeakerKind, bool]:
    """How somebody unlisted speaks, as the coder takes such words; of words it does not know, no capital is no name."""
    known = ActorFinder.load(THEATRES).identify(words, language=language)
    if known is None:
        nameless = words.islower() or (" " in words and words[1:].islower())
        return ("anonymous" if nameless else "organisation"), nameless
    return ("anonymous" if known.anonymous else known.kind or "organisation"), known.anonymous


def _places(claim: LinkClaim) -> tuple[Place, ...]:
    if claim.place is None:
        return ()
    given = claim.place.model_dump()
    return (Place(text=claim.place.name, start=claim.start, end=claim.start, **given),)


def _occurred(claim: LinkClaim) -> Occurred | None:
    if claim.occurred is None:
        return None
    days = (claim.occurred.latest - claim.occurred.earliest).days
    precision: TimePrecision = (
        "day" if days == 0 else "span" if days <= 14 else "month" if days <= 31 else "year"
    )
    return Occurred(
        earliest=claim.occurred.earliest, latest=claim.occurred.latest, precision=precision, basis="stated"
    )  # fmt: skip
