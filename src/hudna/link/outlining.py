"""Claims of events → outlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from hudna.knowledge.affiliations import THIRD_PARTY, Affiliations
from hudna.knowledge.folding import fold
from hudna.knowledge.linking import load_roots
from hudna.knowledge.linking_words import (
    another_words,
    common_words,
    is_recalled,
    ongoing_words,
    same_day_words,
)
from hudna.knowledge.things import things_in
from hudna.link.credit import SENTENCE_END, Credit, credits_in
from hudna.link.day_parts import part_of_day
from hudna.link.distance import SMALL_KM, between, is_called
from hudna.link.levels import PASSAGE
from hudna.link.outline import Figures, Held, Outline, Spot, Sure, Who
from hudna.link.wording import figures, names, shingles, sketch, stems
from hudna.model.claim import Actor, Claim, Count, Event, Place, Speaker, Status
from hudna.model.report import Report
from hudna.model.told import Told

HELD: dict[Status, Held] = {
    Status.ACTUAL: "told", Status.DECLARED: "told", Status.REPORTED: "told", Status.ALLEGED: "told",
    Status.DENIED: "denied", Status.PLANNED: "ahead", Status.CONDITIONAL: "ahead",
    Status.HYPOTHETICAL: "ahead", Status.DEMANDED: "ahead", Status.HISTORICAL: "past", Status.STATE: "standing",
}  # fmt: skip
# What reports tell without a day lies, where it can be checked, mostly within this many days before.
RECENT_DAYS = 10
# A forecast without a day is compared with forecasts of the same weeks.
AHEAD_DAYS = 14
# Where a place gives no radius of its own.
_RADIUS = {"point": 2.0, "town": 10.0, "area": 30.0, "district": 50.0, "region": 200.0, "country": 600.0}
_WIDE = frozenset({"country", "region"})
# Longer spans are treated as an open day: a month or a year is no day that two reports could share.
_SPAN_DAYS = 10
# So many deeds counted together are told of days and of a whole front, and not of one place and hour.
MANY = 10
# Days that another sentence gives, or the day of publication.
_LENT_DAYS = frozenset({"inherited", "published"})
# Places of one report that lie so near are one scene.
_TOGETHER_KM = 60.0
# Words right before a trigger that may say "another one".
_BEFORE_TRIGGER = 3
# Where adjectives follow, the one word after it may.
_AFTER_TRIGGER = re.compile(r"[ \u00a0]+(\w+)")


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the outlines of one report share."""

    text: str
    sketch: frozenset[int]
    shingles: int
    credits: tuple[Credit, ...]


class Outliner:
    """Makes outlines with what is known of actors and outlets."""

    def __init__(self, known: Affiliations) -> None:
        self.known = known
        self._whole = lru_cache(maxsize=4096)(self._read)
        self._of_text = lru_cache(maxsize=4096)(self._worded)  # a third of all reports are copies

    def outline(self, told: Told, report_claims: Sequence[Claim] = ()) -> Outline | None:
        """The outline of a claim of an event, beside the other claims of its report; None for other claims."""
        claim, report = told.claim, told.report
        event = claim.event
        if event is None:
            return None
        whole = self._whole(report, claim.language)
        first, last, sure = days_of(claim, report)
        # What lies ahead, or is done by speaking, need not be where the report plays.
        afar = HELD[claim.status] == "ahead" or event.root in load_roots().spoken
        scene = () if afar else _report_spot(report_claims)
        spots = tuple(spots_of(event.places)) or scene
        if event.places and _is_lent(event.places, claim, report):
            spots = tuple(replace(spot, lent=True) for spot in spots)
        doers, others = self._whos(event.actors), self._whos(event.recipients)
        return Outline(
            claim=claim.id, report=report.id, text=whole.text, start=claim.start, end=claim.end,
            language=claim.language, published=report.published.toordinal() if report.published else None,
            root=event.root.value, mode=event.mode, move=event.move, held=HELD[claim.status],
            first=first, last=last, sure=sure, day_part=part_of_day(_dating(event, claim), claim.language), another=_is_another(told) or _goes_on_about_another(told, report_claims), ongoing=is_ongoing(claim.text, claim.language),
            doers=doers, others=others, spots=spots,
            countries=_countries(spots) or _countries_around(doers, others, report_claims),
            dead=_figures(event.fatalities), hurt=_figures(event.injuries),
            figures=frozenset(figures(claim.text)), stems=frozenset(stems(claim.text, claim.language)),
            names=frozenset(names(claim.text, claim.language)), words=claim.text,
            voices=frozenset(self._voices(claim)),
            credits=frozenset(one.outlet for one in whole.credits if one.covers(claim.start, claim.end)),
            lead=_leads(claim, report, report_claims),
            beside=_beside(claim, report_claims),
            sketch=whole.sketch, shingles=whole.shingles, setting=() if spots or _has_party(doers, others) else _setting(report_claims),
            things=things_in(claim.text, claim.language),
            day_lent=bool(event.occurred and event.occurred.basis in _LENT_DAYS),
            recalled=_recalled_in(told),
            unnamed=_unnamed(claim), many=(event.deeds.low or event.deeds.best or 0) >= MANY,
        )  # fmt: skip

    def _read(self, report: Report, language: str) -> _Whole:
        if not report.text:
            return _Whole(f"report:{report.id}", frozenset(), 0, ())
        key = sha256(f"{report.sha256}|{report.published}".encode()).hexdigest()[:16]
        return replace(self._of_text(report.text, language), text=key)

    def _worded(self, text: str, language: str) -> _Whole:
        runs = shingles(text)
        return _Whole("", frozenset(sketch(runs)), len(runs), credits_in(text, language, self.known))

    def _whos(self, actors: tuple[Actor, ...]) -> tuple[Who, ...]:
        found: dict[str, Who] = {}
        for actor in actors:
            who = self._who(actor)
            found.setdefault(who.id or " ".join(who.words), who)
        return tuple(found.values())

    def _who(self, actor: Actor) -> Who:
        words = tuple(word for word in fold(actor.text).split() if word not in common_words("en"))
        return Who(
            actor.id, words, self.known.side(actor.id), self.known.line(actor.id), actor.country, actor.sector
        )

    def _voices(self, claim: Claim) -> list[str]:
        """The innermost speaker by id or words, where it has a name."""
        named = [one for one in claim.speakers[:1] if not one.anonymous]
        return [one.actor or fold(one.text) for one in named]


def _unnamed(claim: Claim) -> str:
    """Who tells it, where that is somebody without a name."""
    return next((speaker_key(one) for one in claim.speakers[:1] if one.anonymous), "")


def days_of(claim: Claim, report: Report) -> tuple[int | None, int | None, Sure]:
    """First and last day as numbers, and how sure they are; days that nobody gave are open."""
    occurred = claim.event.occurred if claim.event else None
    if occurred and occurred.earliest and occurred.latest:
        first, last = occurred.earliest.toordinal(), occurred.latest.toordinal()
        if occurred.precision == "vague":
            return first, last, "open"
        return first, last, "exact" if last - first <= 1 else "span" if last - first <= _SPAN_DAYS else "open"
    if HELD[claim.status] == "past":
        return None, None, "open"
    end = occurred.latest if occurred and occurred.latest else report.published
    if end is None:
        return None, None, "open"
    ahead = HELD[claim.status] == "ahead"
    return end.toordinal() - RECENT_DAYS, end.toordinal() + (AHEAD_DAYS if ahead else 0), "open"


def spots_of(places: tuple[Place, ...]) -> list[Spot]:
    """The places that say most: what merely holds another of them is left out."""
    spots = list(dict.fromkeys(spot_of(place) for place in places))
    return [spot for spot in spots if not any(_holds(spot, other) for other in spots)]


def spot_of(place: Place) -> Spot:
    """One place with a radius."""
    return Spot(
        place.id, place.name, place.country, place.admin1, place.lat, place.lon,
        place.radius_km if place.radius_km is not None else _RADIUS[place.precision],
        place.precision, place.role in {"from", "origin"},
    )  # fmt: skip


def _is_lent(places: Sequence[Place], claim: Claim, report: Report) -> bool:
    """Whether no place of a claim stands in its own sentence."""
    return all(_is_in_another(place, claim, report) for place in places)


def _is_in_another(place: Place, claim: Claim, report: Report) -> bool:
    first, last = (place.end, claim.start) if place.end <= claim.start else (claim.end, place.start)
    return SENTENCE_END.search(report.text, first, last) is not None if first < last else False


def _holds(wide: Spot, other: Spot) -> bool:
    """A country or region is left out beside something smaller in it."""
    return (
        wide.precision in _WIDE
        and wide.from_there == other.from_there
        and wide.country == other.country
        and (other.precision not in _WIDE or (wide.precision == "country" and other.precision == "region"))
    )


def _countries(spots: tuple[Spot, ...]) -> tuple[str, ...]:
    """Where it is by its places."""
    return tuple(sorted({spot.country for spot in spots if spot.country}))


def _countries_around(
    doers: tuple[Who, ...], others: tuple[Who, ...], report_claims: Sequence[Claim]
) -> tuple[str, ...]:
    """Where it may be by who takes part, and by the places of the report's other claims."""
    taking_part = {who.country for who in (*doers, *others) if who.country}
    placed = {place.country for claim in report_claims if claim.event for place in claim.event.places}
    return tuple(sorted(taking_part | {country for country in placed if country}))


def _leads(claim: Claim, report: Report, report_claims: Sequence[Claim]) -> bool:
    """Whether the report begins with it; what a sentence only names beside the news of a speaker is no beginning."""
    events = [other for other in report_claims if other.event and other.id != claim.id]
    if any(other.start < claim.start for other in events):
        return False
    return bool(claim.speakers) or not any(
        other.speakers and not SENTENCE_END.search(report.text, claim.end, other.start) for other in events
    )


def _beside(claim: Claim, report_claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who speaks in the report's other claims, with a name or without."""
    others = [other.speakers[0] for other in report_claims if other.id != claim.id and other.speakers]
    return tuple(sorted({speaker_key(one) for one in others}))


def _report_spot(claims: Sequence[Claim]) -> tuple[Spot, ...]:
    """Where the report plays, if all its exact places lie together: a claim without a place is most likely there."""
    events = [claim.event for claim in claims if claim.event]
    exact = [
        spot
        for event in events
        for spot in spots_of(event.places)
        if (spot.radius <= SMALL_KM or is_called(spot)) and not spot.from_there
    ]
    if not exact or any((between(exact[0], spot).km or 0.0) > _TOGETHER_KM for spot in exact):
        return ()
    return (
        replace(
            exact[0],
            id=None,
            name=exact[0].name if is_called(exact[0]) else f"near {exact[0].name}",
            radius=_TOGETHER_KM,
            precision="area" if is_called(exact[0]) else "region",
            scene=True,
        ),
    )


def _has_party(doers: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    """A party to a conflict talks of it wherever it is received, so that it matters little of what its report speaks."""
    return any(who.side not in {None, THIRD_PARTY} for who in (*doers, *others))


def _setting(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The countries that the report speaks of: of its places, and of those to whom something is done."""
    events = [claim.event for claim in claims if claim.event]
    placed = {place.country for event in events for place in event.places if place.country}
    placed |= {one.country for event in events for one in event.recipients if one.country}
    return tuple(sorted(placed))


def _figures(count: Count) -> Figures:
    return count.low, count.best, count.high


def _dating(event: Event, claim: Claim) -> list[str]:
    """The words that may name the part of the day: those of the day, then those of the claim."""
    return [event.occurred.text, claim.text] if event.occurred and event.occurred.text else [claim.text]


def is_ongoing(text: str, language: str) -> bool:
    """Whether words say that it has gone on for days."""
    folded = f" {fold(text)} "
    return any(phrase in folded for phrase in ongoing_words(language))


def _goes_on_about_another(told: Told, report_claims: Sequence[Claim]) -> bool:
    """Whether it gives no day and no other place, and stands right after what is told as another one: "It killed three"."""
    claim = told.claim
    ends = [one for one in report_claims if one.event and one.end <= claim.start]
    before = max(ends, key=lambda one: (one.end, one.id), default=None)
    if before is None or before.event is None or claim.event is None or claim.event.occurred:
        return False
    if claim.start - before.end > PASSAGE or not _is_another(Told(before, told.report)):
        return False
    own = [one for one in claim.event.places if not _is_in_another(one, claim, told.report)]
    return {one.name for one in own} <= {one.name for one in before.event.places}


def _is_another(told: Told) -> bool:
    """Whether the words round the trigger, or the trigger itself, say that it is another one, or one more of that day."""
    event = told.claim.event
    if event is None:
        return False
    known = another_words(told.claim.language)
    if any(phrase in f" {fold(told.claim.text)} " for phrase in same_day_words(told.claim.language)):
        return True
    # What stands before it in its own sentence.
    before = SENTENCE_END.split(told.report.text[max(0, event.trigger.start - 60) : event.trigger.start])[-1]
    words = fold(before or told.claim.text).split()[-_BEFORE_TRIGGER:] + fold(event.trigger.text).split()
    if after := _AFTER_TRIGGER.match(told.report.text, event.trigger.end):
        words += fold(after.group(1)).split()
    pairs = zip(["", *words], [*words, ""], strict=True)
    return any(
        word in known and (not known[word] or previous in known[word]) for previous, word in pairs if word
    )


def _recalled_in(told: Told) -> int | None:
    """Where the sentence begins that names it right after "after" or "since", to date or explain its news; else None."""
    claim, text = told.claim, told.report.text
    start = max((one.end() for one in SENTENCE_END.finditer(text, 0, claim.start)), default=0)
    return start if is_recalled(text[start : claim.start], claim.language) else None


def speaker_key(speaker: Speaker) -> str:
    """Who speaks, by id or words."""
    return speaker.actor or fold(speaker.text)
