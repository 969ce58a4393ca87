"""Told events, holdings, aims and compositions → Claim records."""

import hashlib
from dataclasses import replace

from hudna.extract.anew import anew_since, is_told_on, scene_since
from hudna.extract.both import Both
from hudna.extract.carrying import carried
from hudna.extract.casualties import find_tolls, widened
from hudna.extract.clock import Clock, lasts_long
from hudna.extract.deeds_counted import deeds_counted
from hudna.extract.forces import (
    is_order,
    own_deed,
    own_forces,
    own_losses,
    owns_several,
    owns_up,
    settled,
    who_says_we,
)
from hudna.extract.holding import Held as Holding
from hudna.extract.named_in import as_actor, as_speaker, each_once
from hudna.extract.other import Aim, Made
from hudna.extract.scene import At, Scene, Thread, Who
from hudna.extract.sources import Voice, counted_by, own_voice, voices
from hudna.extract.spans import claim_span
from hudna.extract.speech_acts import act_of, chain_act, is_aside, is_spoken, with_self
from hudna.extract.status import NEGATED, held
from hudna.extract.telling import SPOKEN, Held, declares, uttered
from hudna.extract.told import Told
from hudna.extract.triggers import find_trigger
from hudna.extract.victims import gives_toll, is_of, with_victims
from hudna.extract.where import as_place, places_of
from hudna.extract.where_last import is_elsewhere, lies_at_home
from hudna.extract.where_playing import is_small, only_named, played_at, told_behind
from hudna.model.claim import (
    COUNTED,
    Claim,
    Composition,
    Control,
    Count,
    Event,
    Place,
    Purpose,
    Root,
    SpeechAct,
    Status,
)
from hudna.model.mention import TimeMention
from hudna.model.record import Span

_THIRD_PARTY_ROOTS = frozenset({Root.REQUEST, Root.SUPPORT, Root.ACCUSE, Root.CONSULT})
_MEDIATORS = frozenset({"UNO", "IGO", "EUR", "NGO", "MED"})
_PHYSICAL = frozenset({Root.ASSAULT, Root.COERCE, Root.PROTEST})
_STAYING = frozenset({"release", "ceasefire", "access"})  # told where the fighting was told just before
_FATAL = frozenset({Root.ASSAULT, Root.PROTEST, Root.COERCE})


class ClaimMaker:
    """Makes the claims of one report; remembers the last date for sentences that go on from it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._clock = Clock(scene)
        self._counted: set[int] = set()
        self._owners: dict[int, Who] = {}
        self._both = Both()
        self._last_places: tuple[int, tuple[Place, ...]] = (-10, ())
        self._last_deed: tuple[Place, ...] = ()
        self._told_here: list[Told] = []

    def opens(self, told: list[Told]) -> None:
        """Beginning of a sentence: which of its events can have cost lives."""
        self._told_here = [t for t in told if t.trigger.root in _FATAL]

    def chain(self, at: At, thread: Thread) -> tuple[Voice, ...]:
        """The speakers of a clause, with what a fragment inherits."""
        return carried(at, thread, voices(at, thread))

    # --- events ------------------------------------------------------------------

    def event(self, told: Told, thread: Thread) -> tuple[Claim, tuple[Voice, ...]]:
        """The claim of an event and the chain that tells it."""
        at, trigger = told.at, told.trigger
        told, chain = self._narrated(told, thread)
        acting = who_says_we(told.actors, chain, self._scene)
        own = own_forces(acting, chain, self._scene, told.recipients) or own_deed(told, chain)
        told = replace(told, actors=self._owned_before(own))
        spoken, when = is_spoken(told), self._clock.stated(told, chain)
        owners = told.actors or own_losses(told, chain, self._scene)
        # What a communiqué does in saying it, it does; nobody else need tell of it.
        told_by = tuple(v for v in chain if not (spoken and v.issues))
        status = uttered(held(at, told_by, owners, when, refused=trigger.negated), trigger.root, at)
        ordered = is_order(told)
        owned = owns_up(told)
        if owned and not chain:
            status = Held(Status.DECLARED, "claims it")
        # Whoever is only asked to refuse, or may threaten, has said nothing.
        said = status.status in COUNTED or status.status is Status.HISTORICAL
        speakers = with_self(told, chain, thread) if (spoken and said) or ordered or owned else chain
        places = _not_of_doers(self._places(told, status, when), told)
        told = replace(
            told,
            actors=tuple(settled(w, trigger.root, places) for w in told.actors),
            recipients=tuple(settled(w, trigger.root, places) for w in told.recipients),
        )
        self._owners.update({w.start: w for w in told.actors})
        actors, (start, end) = self._both.told_out(at, told.actors), claim_span(at, told)
        event = Event(
            root=trigger.root,
            mode=trigger.mode or self._guest_mode(told),
            move=trigger.move,
            contexts=trigger.contexts,
            trigger=Span(text=at.clause.text, start=at.clause.start, end=at.clause.end),
            actors=each_once(actors),
            recipients=each_once(self._both.told_out(at, told.recipients)),
            places=places,
            occurred=self._clock.occurred(told, when, status, chain, spoken=spoken),
            deeds=deeds_counted(told),
            **self._tolls(told, start, end),
        )
        self._both.remember(told, actors, happened=said)
        act = SpeechAct.ORDER if ordered else act_of(told, chain, spoken=spoken and (said or not chain))
        claim = self._claim(
            at, start, end, speakers, act, status, f"{trigger.id}:{status.because}",
            content="event", event=event, third_party=self._is_third_party(told),
        )  # fmt: skip
        return claim, speakers

    def _narrated(self, told: Told, thread: Thread) -> tuple[Told, tuple[Voice, ...]]:
        """The event with its chain, less a first speaker whose saying it is the act itself."""
        at = told.at
        gives = told.alone or (gives_toll(told) and not told.actors)
        chain = self.chain(at, thread) or (counted_by(at, thread) if gives else ())
        # "had fired a missile, killing two according to the ministry": told of both, or of neither.
        chain = chain or next((c for g in told.merged if (c := self.chain(g, thread))), ())
        if told.actors and is_spoken(told) and is_aside(at):
            return told, tuple(v for v in chain if v.issues)
        subject = at.clause.subject
        charged = subject is not None and any(w.start == subject.start for w in told.recipients)
        goes_on = at.clause.link == "coordinate" or (at.clause.link == "complement" and charged)
        if not told.actors and told.trigger.root in SPOKEN and chain and goes_on:
            # "said the images were spying and accused France", "said Paris acts in bad faith": who says it accuses.
            told, chain = replace(told, actors=(chain[0].who,)), chain[1:]
        if chain and told.trigger.negated and told.actors and _speaks_for(chain[0].who, told.actors[0]):
            # "our troops will not leave, the minister repeated": who says so refuses, and the narrator tells it.
            told, chain = replace(told, actors=(chain[0].who, *told.actors)), chain[1:]
        if (
            chain
            and at.clause.kind == "noun"
            and any(w.start == chain[0].who.start for w in told.actors)
            and chain[0].words is not None  # in "The brigades: we laid an ambush" no verb of saying does it
            and not declares(told.trigger, chain[0])
        ):
            # "declared a curfew", "ordered a deployment": saying it is doing it, and the narrator tells it.
            chain = chain[1:]
        return told, chain

    def _owned_before(self, actors: tuple[Who, ...]) -> tuple[Who, ...]:
        """Nameless forces whose owner an earlier event of the report has told."""
        return tuple(self._owners.get(w.start, w) if w.actor.id is None else w for w in actors)

    def _guest_mode(self, told: Told) -> str | None:
        modes = (found.mode for g in told.merged if (found := find_trigger(g)) is not None)
        return next((m for m in modes if m is not None), None)

    def _places(self, told: Told, status: Held, when: TimeMention | None) -> tuple[Place, ...]:
        """The event's own places; else those of the event told just before, at half their confidence."""
        at = told.at
        own = places_of(at, told.merged, told.taken, told.place_phrases, told.trigger.root)
        physical = told.trigger.root in _PHYSICAL
        if own:
            # What is denied, planned or long past leaves no scene for what follows.
            if physical and status.status in COUNTED and own[0].precision != "country":
                self._last_places = (at.passage.index, own)
                if told.trigger.root is Root.ASSAULT:
                    self._last_deed = own
            return own
        stays = (physical or told.trigger.mode in _STAYING) and status.status in COUNTED
        tolls = at.scene.words.events.outcomes | at.scene.words.events.dying
        # "610 have been killed since 13 June": a sum of weeks is not of the place told just before.
        ground = is_elsewhere(at, told.merged, told.place_phrases, told.trigger.root)
        if (
            ground
            or not stays
            or (at.clause.lemma in tolls and (_counts_since(at) or (when is not None and lasts_long(when))))
        ):
            return ()
        (index, last), anew = self._last_places, anew_since(at)
        if told.trigger.root is Root.ASSAULT and (behind := told_behind(at)):
            last = behind
        elif any(map(is_small, self._scene.places_in(at.passage.start, at.passage.end))):
            last = only_named(at, told.taken)
        elif owns_up(told):
            # "claimed responsibility": where the deed was, however long ago it was told; of two deeds nobody knows which.
            last = () if owns_several(told.at) else self._last_deed
        elif not 0 <= at.passage.index - index <= 2 or (
            anew is not None and index < anew.index and not is_told_on(at, anew, last)
        ):
            last = played_at(at, scene_since(at, anew))
        lent = [p for p in last[:1] if not lies_at_home(told.actors, told.recipients, p)]
        return tuple(p.model_copy(update={"confidence": round((p.confidence or 0.5) / 2, 2)}) for p in lent)

    def _tolls(self, told: Told, start: int, end: int) -> dict[str, Count]:
        if told.trigger.root not in _FATAL:
            return {}
        spans = [(start, end), *((m.clause.span_start, m.clause.span_end) for m in told.merged)]
        lower, upper = min(s for s, _ in spans), max(e for _, e in spans)
        if len(self._told_here) == 1:
            # The only violent event of its sentence: the sentence's dead are its own.
            lower, upper = told.at.passage.start, told.at.passage.end
        tolls = [
            t
            for t in find_tolls(
                self._scene.report.text,
                lower,
                min(upper, told.at.passage.end),
                self._scene.casualties,
            )
            if t.count.start not in self._counted
            and is_of(told, self._told_here, t.count.start or 0)
            and not _acts_there(told, t.count.start or 0)
        ]
        self._counted.update(t.count.start for t in tolls if t.count.start is not None)
        return {
            "fatalities": widened(with_victims(told, [t.count for t in tolls if t.kind == "killed"])),
            "injuries": widened([t.count for t in tolls if t.kind == "injured"]),
        }

    def _is_third_party(self, told: Told) -> bool:
        if told.trigger.root not in _THIRD_PARTY_ROOTS or not told.actors:
            return False
        return all(w.actor.country in _MEDIATORS or w.actor.side == "third party" for w in told.actors)

    # --- the others --------------------------------------------------------------

    def control(self, holding: Holding, thread: Thread) -> Claim:
        """Who is said to hold a place."""
        at = holding.at
        chain = self.chain(at, thread)
        status = held(at, chain, (), None)
        state = (
            status
            if status.status not in COUNTED and status.because != NEGATED
            else Held(Status.STATE, "control is a state")
        )
        when = self._clock.of_state(at, chain)
        published = self._scene.report.published
        control = Control(
            holder=as_actor(holding.holder) if holding.holder is not None else None,
            area=as_place(holding.area),
            status=holding.status,  # type: ignore[arg-type]
            as_of=(when.latest if when is not None and when.latest is not None else published),
            basis=when.basis if when is not None else ("published" if published is not None else None),
            trigger=Span(
                text=self._scene.report.text[holding.start : holding.end],
                start=holding.start,
                end=holding.end,
            ),
        )
        start, end = claim_span(at, None)
        end = max(holding.area.end, holding.end) if holding.area.start > start else end
        return self._claim(
            at,
            start,
            end,
            chain,
            chain_act(chain, narrator=SpeechAct.STATE),
            state,
            f"control.{holding.status}",
            content="control",
            control=control,
        )

    def purpose(self, aim: Aim, of: str | None, thread: Thread) -> Claim:
        """What a move is said to be for; never counted as having happened."""
        at = aim.at
        chain = self.chain(at, thread)
        if aim.speculative:
            chain = (*own_voice(at, thread), *chain)
        text = self._scene.report.text
        status, act = _held_as(aim, chain)
        places = tuple(as_place(m) for m in self._scene.places_in(aim.start, aim.end) if m.rule != "metonym")
        purpose = Purpose(
            of=of,
            by=as_actor(aim.by) if aim.by is not None else None,
            text=text[aim.start : aim.end],
            start=aim.start,
            end=aim.end,
            purpose_kind=aim.kind,
            places=places,
        )
        return self._claim(
            at,
            aim.start,
            aim.end,
            chain,
            act,
            Held(status, "a purpose"),
            f"purpose.{aim.kind or 'stated'}",
            content="purpose",
            purpose=purpose,
            counts=False,
        )

    def composition(self, made: Made, thread: Thread) -> Claim:
        """What a force is said to be made of."""
        at = made.at
        chain = self.chain(at, thread)
        status = held(at, chain, (), None)
        start, end = claim_span(at, None)
        of = made.of
        composition = Composition(
            of=Span(text=self._scene.report.text[of.start : of.end], start=of.start, end=of.end)
            if of is not None
            else None,
            made_of=tuple(map(as_actor, made.parts)),
            share=made.share,
        )
        return self._claim(
            at,
            start,
            end,
            chain,
            chain_act(chain),
            status,
            "composition",
            content="composition",
            composition=composition,
        )

    def _claim(
        self,
        at: At,
        start: int,
        end: int,
        chain: tuple[Voice, ...],
        act: SpeechAct,
        status: Held,
        rule: str,
        *,
        content: str,
        counts: bool | None = None,
        **parts: object,
    ) -> Claim:
        report = self._scene.report
        key = f"{report.id}|{content}|{start}|{end}|{at.clause.start}|{rule}"
        return Claim(
            schema="hudna.claim/1",
            id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            report=report.id,
            language=self._scene.reading.language,
            start=start,
            end=end,
            text=report.text[start:end],
            speakers=tuple(as_speaker(v.who) for v in chain),
            speech_act=act,
            status=status.status,
            content=content,  # type: ignore[arg-type]
            counts=status.status in COUNTED if counts is None else counts,
            rule=f"{self._scene.reading.language}.{rule}",
            **parts,  # type: ignore[arg-type]
        )


def _held_as(aim: Aim, chain: tuple[Voice, ...]) -> tuple[Status, SpeechAct]:
    """How a purpose is held, and what is done in saying it; who both reads it into a move and reassures does the latter."""
    if aim.speculative:
        return Status.HYPOTHETICAL, SpeechAct.REASSURE if aim.reassuring else SpeechAct.ASSESS
    if aim.reassuring:
        return Status.DECLARED if chain else Status.PLANNED, SpeechAct.REASSURE
    return Status.PLANNED, chain_act(chain)


def _acts_there(told: Told, place: int) -> bool:
    """ "Two soldiers killed a shepherd": whoever does it to somebody is none of the dead, whatever stands beside him."""
    clause = told.at.clause
    does = clause.kind == "verb" and not clause.passive and bool(clause.objects)
    return does and any(w.start <= place < w.end for w in told.actors)


def _not_of_doers(places: tuple[Place, ...], told: Told) -> tuple[Place, ...]:
    """ "Norland shelling kills nine in Selen": the country that shells is not where, beside a place that is."""
    doers = [(w.start, w.end) for w in told.actors if w.actor.rule == "metonym"]
    kept = tuple(p for p in places if not any(s <= p.start and p.end <= e for s, e in doers))
    return kept or places


def _speaks_for(speaker: Who, actor: Who) -> bool:
    """Is the speaker of the state whose forces are spoken of?"""
    one, other = speaker.actor, actor.actor
    own = one.country is not None and one.country == other.country and one.start != other.start
    return own and one.sector in ("GOV", "MIL") and other.sector in ("GOV", "MIL")


def _counts_since(at: At) -> bool:
    """ "236 have been killed since the ceasefire began": a count of many deeds was at none of their places."""
    inside = any(o.preposition == "since" for o in at.clause.obliques)
    return inside or any(child.clause.marker == "since" for child in at.children())
