"""Told events, holdings, aims and compositions → Claim records."""

import hashlib
import re
from dataclasses import replace
from datetime import date, timedelta

from hudna.extract.casualties import find_tolls, widened
from hudna.extract.other import Aim, Made
from hudna.extract.other import Held as Holding
from hudna.extract.scene import At, Scene, Thread, Who
from hudna.extract.sources import Voice, carried, counted_by, own_voice, voices
from hudna.extract.status import Held, held
from hudna.extract.told import Told
from hudna.extract.triggers import find_trigger
from hudna.extract.where import as_place, occurred, places_of, time_of
from hudna.model.claim import (
    COUNTED,
    Actor,
    Claim,
    Composition,
    Control,
    Count,
    Event,
    Occurred,
    Place,
    Purpose,
    Root,
    Speaker,
    SpeechAct,
    Status,
)
from hudna.model.clause import Clause, Passage
from hudna.model.mention import TimeMention
from hudna.model.record import Span

SPOKEN = frozenset({Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN})
_SPOKEN_VERBS = frozenset({Root.SUPPORT, Root.AGREE, Root.CONCEDE})
_THIRD_PARTY_ROOTS = frozenset({Root.REQUEST, Root.SUPPORT, Root.ACCUSE, Root.CONSULT})
_MEDIATORS = frozenset({"UNO", "IGO", "EUR", "NGO", "MED"})
_PHYSICAL = frozenset({Root.ASSAULT, Root.COERCE, Root.PROTEST})
_FATAL = frozenset({Root.ASSAULT, Root.PROTEST, Root.COERCE})


class ClaimMaker:
    """Makes the claims of one report; remembers the last date for sentences that go on from it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._last_time: tuple[int, TimeMention] | None = None
        self._counted: set[int] = set()
        self._owners: dict[int, Who] = {}
        self._last_places: tuple[int, tuple[Place, ...]] = (-10, ())
        self._fatal: tuple[int, int] = (-1, 0)

    def opens(self, passage: Passage, told: list[Told]) -> None:
        """Beginning of a sentence: how many of its events can have cost lives."""
        self._fatal = (passage.index, sum(t.trigger.root in _FATAL for t in told))

    def close(self, passage: Passage) -> None:
        """End of a sentence: its last date, if any, may serve the next sentence."""
        times = [t for t in self._scene.times_in(passage.start, passage.end) if t.latest is not None and t.basis != "anniversary" and t.precision in ("day", "hour", "span")]
        if times:
            self._last_time = (passage.index, times[-1])

    def chain(self, at: At, thread: Thread) -> tuple[Voice, ...]:
        """The speakers of a clause, with what a fragment inherits."""
        return carried(at, thread, voices(at, thread))

    # --- events ------------------------------------------------------------------

    def event(self, told: Told, thread: Thread) -> tuple[Claim, tuple[Voice, ...]]:
        """The claim of an event and the chain that tells it."""
        at, trigger = told.at, told.trigger
        chain = self.chain(at, thread) or (counted_by(at, thread) if told.alone else ())
        if not told.actors and told.trigger.root in SPOKEN and chain and at.clause.link == "coordinate":
            # "said the images were spying and accused France": who says the one says the other.
            told, chain = replace(told, actors=(chain[0].who,)), chain[1:]
        if chain and at.clause.kind == "noun" and any(w.start == chain[0].who.start for w in told.actors) and chain[0].clause is not None:
            # "declared a curfew", "ordered a deployment": saying it is doing it, and the narrator tells it.
            chain = chain[1:]
        told = replace(told, actors=self._owned_before(_own_forces(told.actors, chain)))
        spoken = self._speaks(told)
        when = time_of(at, told.merged, self._sayings(at, chain)) or self._announced(told, chain)
        status = held(at, chain, told.actors, told.recipients, when)
        ordered = _is_order(told)
        speakers = self._with_self(told, chain) if spoken or ordered else chain
        places = self._places(told, status)
        told = replace(told, actors=tuple(_settled(w, trigger.root, places) for w in told.actors), recipients=tuple(_settled(w, trigger.root, places) for w in told.recipients))
        self._owners.update({w.start: w for w in told.actors})
        start, end = claim_span(at, told)
        event = Event(
            root=trigger.root, mode=trigger.mode or self._guest_mode(told), move=trigger.move, contexts=trigger.contexts,
            trigger=Span(text=at.clause.text, start=at.clause.start, end=at.clause.end),
            actors=tuple(map(as_actor, told.actors)), recipients=tuple(map(as_actor, told.recipients)),
            places=places,
            occurred=self._occurred(told, when, status, chain, spoken=spoken),
            **self._tolls(told, start, end, status),
        )
        claim = self._claim(at, start, end, speakers, SpeechAct.ORDER if ordered else self._act(told, chain, spoken=spoken), status, f"{trigger.id}:{status.because}",
                            content="event", event=event, third_party=self._is_third_party(told))
        return claim, speakers

    def _owned_before(self, actors: tuple[Who, ...]) -> tuple[Who, ...]:
        """Nameless forces whose owner an earlier event of the report has told."""
        return tuple(self._owners.get(w.start, w) if w.actor.id is None else w for w in actors)

    def _speaks(self, told: Told) -> bool:
        """Is the event itself something said?"""
        root, at = told.trigger.root, told.at
        if root in SPOKEN:
            return True
        return root in _SPOKEN_VERBS and at.clause.lemma in (*self._scene.verbs_of_speech, "pledge", "promise", "vow", "apologize", "apologise")

    def _with_self(self, told: Told, chain: tuple[Voice, ...]) -> tuple[Voice, ...]:
        own = tuple(Voice(w, self._scene.verbs_of_speech.get(told.at.clause.lemma)) for w in told.actors[:1])
        rest = tuple(v for v in chain if all(v.who.start != o.who.start and not _same(v.who, o.who) for o in own))
        return (*own, *rest)

    def _sayings(self, at: At, chain: tuple[Voice, ...]) -> tuple[At, ...]:
        return tuple(At(self._scene, at.passage, v.clause) for v in chain if v.clause is not None and v.clause.index != at.clause.index)

    def _announced(self, told: Told, chain: tuple[Voice, ...]) -> TimeMention | None:
        """ "announced on Wednesday a deployment": what is announced as a noun has the day of the announcement."""
        at = told.at
        if at.clause.kind != "noun" or at.clause.link != "argument" or not chain or chain[0].clause is None:
            return None
        return time_of(At(self._scene, at.passage, chain[0].clause), (), ())

    def _guest_mode(self, told: Told) -> str | None:
        modes = (found.mode for g in told.merged if (found := find_trigger(g)) is not None)
        return next((m for m in modes if m is not None), None)

    def _occurred(self, told: Told, when: TimeMention | None, status: Held, chain: tuple[Voice, ...], *, spoken: bool) -> Occurred | None:
        """The stated time; else the one the sentence before lends; else no later than the report, and that is said."""
        if when is not None:
            return occurred(when)
        published = self._scene.report.published
        if status.status not in COUNTED:
            return None
        lent = self._beside(told) or self._said_on(told, chain) or self._lent_time(told)
        if lent is not None and not spoken:
            return occurred(lent, "inherited")
        if published is None:
            return None
        earliest = published - timedelta(days=1) if spoken else None
        return Occurred(earliest=earliest, latest=published, precision="day" if spoken else "vague", basis="published")

    def _places(self, told: Told, status: Held) -> tuple[Place, ...]:
        """The event's own places; else those of the event told just before, at half their confidence."""
        at = told.at
        own = places_of(at, told.merged, told.taken, told.place_phrases)
        physical = told.trigger.root in _PHYSICAL
        if own:
            if physical and own[0].precision != "country":
                self._last_places = (at.passage.index, own)
            return own
        index, last = self._last_places
        lends = physical and status.status in COUNTED and 0 <= at.passage.index - index <= 2
        if not lends or self._scene.places_in(at.passage.start, at.passage.end):
            return ()
        return tuple(p.model_copy(update={"confidence": round((p.confidence or 0.5) / 2, 2)}) for p in last[:1])

    def _said_on(self, told: Told, chain: tuple[Voice, ...]) -> TimeMention | None:
        """The day on which it was said: news of an act is told the day it is known."""
        for saying in self._sayings(told.at, chain)[:1]:
            when = time_of(saying, (), ())
            if when is not None and when.precision in ("day", "hour"):
                return when
        return None

    def _beside(self, told: Told) -> TimeMention | None:
        """A day that the same sentence gives to another clause before this one."""
        at = told.at
        times = [t for t in self._scene.times_in(at.passage.start, at.clause.start) if t.basis != "anniversary" and t.precision in ("day", "hour", "span")]
        published = self._scene.report.published
        known = [t for t in times if t.latest is not None and (published is None or published - t.latest <= timedelta(days=31))]
        return known[-1] if known else None

    def _lent_time(self, told: Told) -> TimeMention | None:
        if self._last_time is None:
            return None
        index, time = self._last_time
        published: date | None = self._scene.report.published
        recent = published is None or time.latest is None or published - time.latest <= timedelta(days=31)
        follows = told.at.passage.index - index == 1 and told.at.clause.tense in ("past", "none", "present")
        return time if follows and recent else None

    def _tolls(self, told: Told, start: int, end: int, status: Held) -> dict[str, Count]:
        if told.trigger.root not in _FATAL:
            return {}
        spans = [(start, end), *((m.clause.span_start, m.clause.span_end) for m in told.merged)]
        lower, upper = min(s for s, _ in spans), max(e for _, e in spans)
        if self._fatal == (told.at.passage.index, 1):
            # The only violent event of its sentence: the sentence's dead are its own.
            lower, upper = told.at.passage.start, told.at.passage.end
        tolls = [t for t in find_tolls(self._scene.report.text, lower, min(upper, told.at.passage.end)) if t.count.start not in self._counted]
        self._counted.update(t.count.start for t in tolls if t.count.start is not None)
        return {"fatalities": widened([t.count for t in tolls if t.kind == "killed"]), "injuries": widened([t.count for t in tolls if t.kind == "injured"])}

    def _act(self, told: Told, chain: tuple[Voice, ...], *, spoken: bool) -> SpeechAct:
        words = self._scene.verbs_of_speech.get(told.at.clause.lemma) or self._scene.nouns_of_speech.get(told.at.clause.lemma)
        if spoken and words is not None:
            return words.act
        if spoken:
            return _ACTS.get(told.trigger.root, SpeechAct.STATE)
        return _chain_act(chain)

    def _is_third_party(self, told: Told) -> bool:
        if told.trigger.root not in _THIRD_PARTY_ROOTS or not told.actors:
            return False
        return all(w.actor.country in _MEDIATORS or w.actor.side == "third party" for w in told.actors)

    # --- the others --------------------------------------------------------------

    def control(self, holding: Holding, thread: Thread) -> Claim:
        """Who is said to hold a place."""
        at = holding.at
        chain = self.chain(at, thread)
        status = held(at, chain, (), (), None)
        state = status if status.status not in COUNTED and status.because != "negated" else Held(Status.STATE, "control is a state")
        when = time_of(at, (), self._sayings(at, chain))
        published = self._scene.report.published
        control = Control(
            holder=as_actor(holding.holder) if holding.holder is not None else None, area=as_place(holding.area), status=holding.status,  # type: ignore[arg-type]
            as_of=(when.latest if when is not None and when.latest is not None else published),
            basis=when.basis if when is not None else ("published" if published is not None else None),
            trigger=Span(text=self._scene.report.text[holding.start : holding.end], start=holding.start, end=holding.end),
        )
        start, end = claim_span(at, None)
        end = max(holding.area.end, holding.end) if holding.area.start > start else end
        return self._claim(at, start, end, chain, _chain_act(chain, narrator=SpeechAct.STATE), state, f"control.{holding.status}", content="control", control=control)

    def purpose(self, aim: Aim, of: str | None, thread: Thread) -> Claim:
        """What a move is said to be for; never counted as having happened."""
        at = aim.at
        chain = self.chain(at, thread)
        if aim.speculative:
            chain = (*own_voice(at, thread), *chain)
        text = self._scene.report.text
        status = Held(Status.HYPOTHETICAL if aim.speculative else Status.DECLARED if aim.reassuring and chain else Status.PLANNED, "a purpose")
        places = tuple(as_place(m) for m in self._scene.places_in(aim.start, aim.end) if m.rule != "metonym")
        purpose = Purpose(of=of, by=as_actor(aim.by) if aim.by is not None else None, text=text[aim.start : aim.end], start=aim.start, end=aim.end,
                          purpose_kind=aim.kind, places=places)
        act = SpeechAct.REASSURE if aim.reassuring else SpeechAct.ASSESS if aim.speculative else _chain_act(chain)
        return self._claim(at, aim.start, aim.end, chain, act, status, f"purpose.{aim.kind or 'stated'}", content="purpose", purpose=purpose, counts=False)

    def composition(self, made: Made, thread: Thread) -> Claim:
        """What a force is said to be made of."""
        at = made.at
        chain = self.chain(at, thread)
        status = held(at, chain, (), (), None)
        start, end = claim_span(at, None)
        of = made.of
        composition = Composition(of=Span(text=self._scene.report.text[of.start : of.end], start=of.start, end=of.end) if of is not None else None,
                                  made_of=tuple(map(as_actor, made.parts)), share=made.share)
        return self._claim(at, start, end, chain, _chain_act(chain), status, "composition", content="composition", composition=composition)

    def _claim(self, at: At, start: int, end: int, chain: tuple[Voice, ...], act: SpeechAct, status: Held, rule: str, *, content: str,
               counts: bool | None = None, **parts: object) -> Claim:
        report = self._scene.report
        key = f"{report.id}|{content}|{start}|{end}|{at.clause.start}|{rule}"
        return Claim(
            schema="hudna.claim/1", id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16], report=report.id,
            language=self._scene.reading.language, start=start, end=end, text=report.text[start:end],
            speakers=tuple(as_speaker(v.who) for v in chain), speech_act=act, status=status.status, content=content,  # type: ignore[arg-type]
            counts=status.status in COUNTED if counts is None else counts, rule=f"{self._scene.reading.language}.{rule}", **parts,  # type: ignore[arg-type]
        )


def _settled(who: Who, root: Root, places: tuple[Place, ...]) -> Who:
    """A state that fights does so with its forces; an actor nobody lists belongs to the country where it acts."""
    actor = who.actor
    if root in (Root.ASSAULT, Root.MOBILIZE) and actor.rule == "metonym" and actor.id is not None and actor.id.endswith("-gov"):
        return replace(who, actor=replace(actor, id=f"{actor.id.removesuffix('-gov')}-mil", sector="MIL"))
    if actor.id is None and actor.country is None and places and actor.kind in ("party", "anonymous", "official", "observer"):
        return replace(who, actor=replace(actor, country=places[0].country))
    return who


def _own_forces(actors: tuple[Who, ...], chain: tuple[Voice, ...]) -> tuple[Who, ...]:
    """ "The army announced a deployment of units": nameless forces that a force speaks of are its own."""
    if not chain or chain[0].who.actor.sector not in _ARMED or chain[0].who.actor.id is None:
        return actors
    owner = chain[0].who.actor
    return tuple(replace(w, actor=owner) if _is_nameless_force(w) else w for w in actors)


def _is_order(told: Told) -> bool:
    """ "recalled all units to report to base": who moves others to act gives an order."""
    at = told.at
    if told.trigger.root is not Root.MOBILIZE or at.clause.kind != "verb" or not at.clause.objects or not told.actors:
        return False
    return any(c.clause.link == "complement" and c.clause.tense == "infinitive" and c.clause.subject is not None
               and c.clause.subject.start == at.clause.objects[0].start for c in at.children())


def _is_nameless_force(who: Who) -> bool:
    words = who.text.lower().split()
    plain = len(words) <= 3 and words[-1] in _FORCE_WORDS and not set(words) & {"enemy", "rebel", "hostile", "foreign", "rival", "opposing"}
    return plain and who.actor.id is None and who.actor.country is None


_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "GOV", "COP"})
_FORCE_WORDS = frozenset({"units", "troops", "forces", "soldiers", "fighters", "unit", "reinforcements", "convoy", "patrol", "patrols", "men", "brigades",
                          "battalions", "vehicles", "aircraft", "warplanes", "drones", "tanks", "commandos", "contingent"})
_ACTS = {Root.REQUEST: SpeechAct.APPEAL, Root.ACCUSE: SpeechAct.ACCUSE, Root.REJECT: SpeechAct.DENY, Root.THREATEN: SpeechAct.WARN}


def _same(one: Who, other: Who) -> bool:
    return one.actor.id is not None and one.actor.id == other.actor.id


def _chain_act(chain: tuple[Voice, ...], narrator: SpeechAct = SpeechAct.REPORT) -> SpeechAct:
    """What the innermost speaker does in saying it."""
    if not chain:
        return narrator
    return next((v.words.act for v in chain if v.words is not None), SpeechAct.REPORT)


def as_actor(who: Who) -> Actor:
    """A resolved phrase as the actor of a claim."""
    return Actor(text=who.text, start=who.start, end=who.end, id=who.actor.id, country=who.actor.country, sector=who.actor.sector)


def as_speaker(who: Who) -> Speaker:
    """A resolved phrase as a speaker of a claim."""
    return Speaker(text=who.text, start=who.start, end=who.end, actor=who.actor.id, kind=who.actor.kind, anonymous=who.actor.anonymous)


def claim_span(at: At, told: Told | None) -> tuple[int, int]:
    """The words of the claim: the clause with its own participants, without who says it and without asides."""
    clause = at.clause
    merged = told.merged if told is not None else ()
    starts, ends = [clause.start], [clause.end]
    for part in (clause, *(m.clause for m in merged)):
        starts.append(_clause_start(at, part))
        ends.append(_clause_end(at, part))
    parent = at.parent
    if clause.kind == "noun" and parent is not None and clause.link == "argument" and _lifts(at, parent):
        starts.append(parent.clause.span_start if parent.clause.kind == "existential" else _clause_start(at, parent.clause))
        ends.append(_clause_end(at, parent.clause) if clause.start < parent.clause.start else max(clause.span_end, parent.clause.end))
    if clause.kind == "noun" and parent is not None and parent.clause.modals and clause.start < parent.clause.start:
        # "the capture of X would lead to Y": what would follow belongs to the claim.
        ends.append(parent.clause.span_end)
    start, end = min(starts), max(ends)
    return max(start, at.passage.start), min(end, at.passage.end)


def _lifts(at: At, parent: At) -> bool:
    """Does the verb above belong to the words of a nominal event ("launched an attack")?"""
    cues = at.scene.cues
    lemma = parent.clause.lemma
    return parent.clause.kind == "existential" or lemma in cues.light_verbs or lemma in cues.suffering_verbs or lemma in cues.happening_verbs


def _clause_start(at: At, clause: Clause) -> int:
    if clause.kind == "noun":
        return clause.span_start
    front = [p.start for p in (clause.subject, *clause.objects) if p is not None and at.passage.start <= p.start < clause.start]
    if clause.link in ("relative", "coordinate"):
        # A shared subject belongs to the first verb's words, an antecedent to its own clause.
        front = [s for s in front if s >= clause.span_start]
    return min([*front, clause.start])


def _clause_end(at: At, clause: Clause) -> int:
    end = clause.span_end
    text = at.scene.report.text
    for other in at.passage.clauses:
        aside = other.link in ("relative", "parenthesis") and other.marker is not None and other.index != clause.index
        if aside and clause.end < other.span_start < end and re.search(r"[,–—-]", text[other.span_start - 3 : other.span_start + 1]):
            end = other.span_start
        if other.link == "coordinate" and other.parent == clause.index and clause.end < other.span_start < end:
            end = at.passage.start + len(re.sub(r"[\s,;]*\b(?:and|but|or|while|then)?[\s,]*$", "", text[at.passage.start : other.span_start]))
    for oblique in clause.obliques:
        if oblique.preposition in ("according to", "amid") and clause.end < oblique.start < end:
            end = oblique.start
    while end > clause.end and (text[end - 1].isspace() or text[end - 1] in ",;-–—"):
        end -= 1
    return end
