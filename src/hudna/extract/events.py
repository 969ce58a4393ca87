"""The events a sentence tells of: matched, merged where two words tell of one, with their roles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hudna.extract.plausible import has_target, hits_target, is_craft, is_means, is_plausible, is_weapon
from hudna.extract.scene import At, Thread, Who
from hudna.extract.sources import speaker
from hudna.extract.triggers import find_trigger, slot_phrases
from hudna.extract.who import forces_of, who
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention

# Verbs that tell what an attack did; beside the attack they tell of the same event.
OUTCOMES = frozenset({"kill", "wound", "injure", "die", "leave", "hurt", "maim", "destroy", "damage", "claim", "hit", "strike", "target", "massacre", "perish"})
_INSIDE = frozenset({"in", "by", "during", "from", "when", "after", "following", "as", "subject", "with", "of", None})
_OF_ACTS = frozenset({Root.MOBILIZE, Root.RETREAT, Root.PROTEST, Root.CONCEDE, Root.CONSULT})
_VERB_FRAME = {"actor": ("subject",), "recipient": ("object", "against", "on", "at"), "place": ()}
_NOUN_FRAME = {"actor": ("by", "possessor", "compound", "from", "between", "with"), "recipient": ("of", "on", "against", "at", "to"), "place": ()}
_NOUN_OF_ACTS = {"actor": ("by", "possessor", "of", "compound", "from"), "recipient": ("on", "against"), "place": ()}
_MUTUAL = {"actor": ("subject", "object", "between", "with", "possessor", "compound", "by", "among", "against", "of"), "recipient": (), "place": ()}
_FIGHTING = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "CRM", "SPY"})
_FORCE_MODES = ("troops", "weapons", "police", "militia", "withdraw")
_STANDING = frozenset({Root.ASSAULT, Root.RETREAT, Root.MOBILIZE, Root.COERCE, Root.PROTEST, Root.CONSULT})
_DEATH_FRAME: dict[str, tuple[str, ...]] = {"actor": (), "recipient": ("subject", "object"), "place": ()}
_DYING = frozenset({"die", "perish", "fall", "burn", "bleed"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event clause with its trigger, the clauses that tell of the same event, and who took part."""

    at: At
    trigger: Trigger
    merged: tuple[At, ...]
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    place_phrases: tuple[Phrase, ...]
    taken: tuple[tuple[int, int], ...]
    alone: bool = False  # a toll told alone, of an attack told before


def told_in(ats: tuple[At, ...], thread: Thread) -> list[Told]:
    """Every event of a sentence, in the order of its words."""
    matched = {at.clause.index: trigger for at in ats if not _is_named(at) and (trigger := find_trigger(at)) is not None}
    parts = {at.clause.index for at in ats if at.clause.index in matched and _is_part_of_parent(at, matched)}
    whole = {index: trigger for index, trigger in matched.items() if index not in parts}
    if parts:
        # "some see the mobilisation": where the verb turns out to tell nothing, its noun stands for itself.
        found = _told(ats, whole, replace(thread, subjects=list(thread.subjects)))
        told_by = {t.at.clause.index for t in found} | {g.clause.index for t in found for g in t.merged}
        orphans = {at.clause.index: at.clause.parent for at in ats if at.clause.index in parts and at.clause.parent not in told_by}
        whole = {i: t for i, t in matched.items() if i not in parts - orphans.keys() and i not in orphans.values()}
    return _told(ats, whole, thread)


def _told(ats: tuple[At, ...], matched: dict[int, Trigger], thread: Thread) -> list[Told]:
    hosts = _merge(ats, matched)
    _add_deaths(ats, matched, hosts)
    found = []
    for at in ats:
        if at.clause.index in hosts:
            guests = tuple(a for a in ats if a.clause.index in hosts[at.clause.index])
            told = _with_roles(at, matched[at.clause.index], guests, matched, thread)
            if told is not None:
                found.append(told)
                thread.subjects.extend(told.actors[:1])
    return found


def _is_named(at: At) -> bool:
    """ "force" in the name of a joint operations force: a noun inside a name is no event."""
    if at.clause.kind != "noun":
        return False
    return any(m.id is not None and m.start <= at.clause.start and at.clause.end <= m.end for m in at.scene.mentions.actors)


def _is_part_of_parent(at: At, matched: dict[int, Trigger]) -> bool:
    """ "alert" in "raised the alert": the noun belongs to the verb's own trigger."""
    parent = at.parent
    if parent is None or at.clause.kind != "noun":
        return False
    trigger = matched.get(parent.clause.index)
    if trigger is None:
        return False
    if at.clause.lemma in trigger.needs.get("any", ()):
        return True
    for slot in trigger.needs:
        if slot != "any" and any(p.head_start == at.clause.start or _holds(p, at.clause.start) for p in slot_phrases(parent.clause, slot)):
            return True
    return False


def _holds(phrase: Phrase, start: int) -> bool:
    return phrase.core_start <= start < phrase.core_end


# --- one event, two words ---------------------------------------------------------


def _merge(ats: tuple[At, ...], matched: dict[int, Trigger]) -> dict[int, set[int]]:
    """Host clause → guest clauses that tell of the same event."""
    host_of: dict[int, int] = {}
    for at in ats:
        parent = at.parent
        if at.clause.index not in matched or parent is None or parent.clause.index not in matched:
            continue
        pair = _host_and_guest(at, parent, matched)
        if pair is not None:
            host, guest = pair
            host_of.setdefault(guest, host)
    hosts: dict[int, set[int]] = {index: set() for index in matched if index not in host_of}
    for guest in host_of:
        final = _final(guest, host_of)
        hosts.setdefault(final, set()).add(guest)
    return hosts


def _add_deaths(ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> None:
    """ "Three people died when a drone hit …": the dead belong to the attack, though dying alone is none."""
    for at in ats:
        parent = at.parent
        if parent is None or parent.clause.index in matched or parent.clause.lemma not in _DYING or at.clause.index not in hosts:
            continue
        reaches = at.clause.link == "adverbial" and at.clause.marker in ("when", "after", "as") or (at.clause.kind == "noun" and at.clause.marker in ("in", "from", "during"))
        if reaches and matched[at.clause.index].root is Root.ASSAULT:
            hosts[at.clause.index].add(parent.clause.index)
    for at in ats:
        _add_outcomes(at, ats, matched, hosts)


def _add_outcomes(at: At, ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> None:
    """ "The clashes left 12 dead and 40 injured": what the attack left belongs to it, also in further verbs."""
    parent = at.parent
    if parent is None or at.clause.index not in hosts or matched[at.clause.index].root is not Root.ASSAULT or at.clause.marker != "subject":
        return
    if at.clause.kind != "noun" or parent.clause.index in matched or parent.clause.lemma not in OUTCOMES:
        return
    hosts[at.clause.index].add(parent.clause.index)
    for other in ats:
        beside = other.clause.parent == parent.clause.index and other.clause.link in ("coordinate", "complement", "adverbial")
        if beside and other.clause.lemma in OUTCOMES and other.clause.index in hosts:
            hosts[at.clause.index] |= {other.clause.index, *hosts.pop(other.clause.index)}


def _final(guest: int, host_of: dict[int, int]) -> int:
    seen = {guest}
    while guest in host_of and host_of[guest] not in seen:
        guest = host_of[guest]
        seen.add(guest)
    return guest


def _host_and_guest(at: At, parent: At, matched: dict[int, Trigger]) -> tuple[int, int] | None:
    """Which of the two words is the event, when both tell of one."""
    mine, above = matched[at.clause.index], matched[parent.clause.index]
    if mine.root is not Root.ASSAULT or above.root is not Root.ASSAULT:
        return _same_kind(at, parent, mine, above)
    if at.clause.kind == "noun" and parent.clause.kind != "noun" and at.clause.marker in _INSIDE and at.clause.noun is None:
        if is_weapon(at) and at.clause.marker == "subject":
            return parent.clause.index, at.clause.index
        return at.clause.index, parent.clause.index
    outcome = at.clause.lemma in OUTCOMES and at.clause.kind == "verb"
    if outcome and at.clause.link in ("adverbial", "coordinate", "complement", "purpose") and at.clause.tense != "infinitive":
        if at.clause.link == "adverbial" and at.clause.marker not in (None, "when", "after", "as", "in", "by"):
            return None
        if _same_subject(at, parent):
            return parent.clause.index, at.clause.index
        if parent.clause.lemma in OUTCOMES and at.clause.marker in ("when", "after", "as"):
            return at.clause.index, parent.clause.index
    if at.clause.link == "adverbial" and at.clause.marker in ("when", "after", "as") and parent.clause.lemma in OUTCOMES:
        return at.clause.index, parent.clause.index
    return None


def _same_kind(at: At, parent: At, mine: Trigger, above: Trigger) -> tuple[int, int] | None:
    """ "held talks", "signed an agreement", "staged a protest": verb and object of one root are one event."""
    if mine.root is not above.root:
        return None
    argument = at.clause.kind == "noun" and at.clause.link == "argument" and at.clause.marker != "by"
    goes_on = at.clause.link in ("adverbial", "complement") and at.clause.tense in ("participle", "infinitive") and at.clause.marker in (None, "to")
    if argument or (goes_on and _same_subject(at, parent)):
        return parent.clause.index, at.clause.index
    return None


def _same_subject(at: At, parent: At) -> bool:
    """Does the outcome have the attack's own subject (or none, or be turned like it)?"""
    mine, above = at.clause.subject, parent.clause.subject
    if at.clause.link == "coordinate" or mine is None or above is None:
        return True
    return mine.start == above.start


# --- roles -----------------------------------------------------------------------


def _frame(trigger: Trigger, kind: str) -> dict[str, tuple[str, ...]]:
    if trigger.mutual:
        base = _MUTUAL
    elif kind == "noun":
        base = _NOUN_OF_ACTS if trigger.root in _OF_ACTS else _NOUN_FRAME
    else:
        base = _VERB_FRAME
    return {**base, **{role: tuple(slots) for role, slots in trigger.roles.items()}}


def _with_roles(at: At, trigger: Trigger, guests: tuple[At, ...], matched: dict[int, Trigger], thread: Thread) -> Told | None:
    frame = _frame(trigger, at.clause.kind)
    actors = _fill(at, frame["actor"], thread, trigger.particle)
    recipients = _fill(at, frame["recipient"], thread, trigger.particle)
    for guest in guests:
        guest_frame = _frame(matched[guest.clause.index], guest.clause.kind) if guest.clause.index in matched else _DEATH_FRAME
        actors = actors or _fill(guest, guest_frame["actor"], thread)
        recipients = recipients or _fill(guest, guest_frame["recipient"], thread)
    if not actors and trigger.root in (Root.MOBILIZE, Root.RETREAT) and at.clause.kind == "verb" and trigger.mode in (*_FORCE_MODES, None):
        # "neutral units would be deployed": who is moved acts.
        actors = tuple(w for w in _fill(at, ("object",), thread) if w.actor.sector in _FIGHTING)
    if not actors or trigger.mutual:
        actors, recipients = _from_above(at, trigger, actors, recipients, thread)
    actors, recipients = _blamed(at, actors, recipients, thread)
    actors = _completed(at, trigger, actors, thread)
    actors, recipients = _apart(actors, recipients)
    if not is_plausible(at, trigger, actors, recipients, merged=bool(guests)):
        return None
    told = Told(at, trigger, guests, actors, recipients, _place_phrases(at, frame, actors, recipients), _taken(at, (*actors, *recipients)))
    return told if _is_told(told) else None


def _fill(at: At, slots: Iterable[str], thread: Thread, particle: str | None = None) -> tuple[Who, ...]:
    """The actors in the given slots; a weapon or a vehicle stands for its owner."""
    found: list[Who] = []
    for slot in slots:
        for phrase in slot_phrases(at.clause, slot, particle):
            if slot == "compound" and (is_craft(at, phrase) or is_means(at, phrase)):
                continue
            actor = who(at, phrase, thread) or _apposed(at, phrase, thread) or _owner(at, phrase, slot, thread) or _author(at, phrase, slot, thread) or _craft(at, phrase, slot) or _stranger(at, phrase, slot)
            if actor is not None and all(actor.start != w.start for w in found):
                found.append(actor)
    return tuple(found)


def _owner(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "army aircraft", "the militia's drones", "shells fired by …"."""
    if slot not in ("subject", "by", "of", "with", "compound", "possessor"):
        return None
    owners = [phrase.possessor, *(o.phrase for o in phrase.obliques if o.preposition in ("compound", "of", "by", "from"))]
    for owner in owners:
        found = (who(at, owner, thread) or forces_of(at, owner)) if owner is not None else None
        if found is not None and not found.actor.anonymous:
            return replace(found, start=phrase.core_start, end=phrase.core_end, text=at.words(phrase)[: phrase.core_end - phrase.core_start])
    return forces_of(at, phrase) if slot == "compound" else None


def _apposed(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "the region's main bloc, ECOWAS, …": the name stands beside."""
    return next((w for p in phrase.appositions if (w := who(at, p, thread)) is not None), None)


def _craft(at: At, phrase: Phrase, slot: str) -> Who | None:
    """ "aircraft bombed", "a drone hit": nobody knows whose, so the craft itself is named."""
    if slot != "subject" or not is_craft(at, phrase):
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    actor = ActorMention(phrase.core_start, phrase.core_end, words, None, words, None, "UAF", "party", rule="unclaimed_craft")
    return Who(phrase.core_start, phrase.core_end, words, actor)


def _author(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "a statement warning residents": who made the statement warns."""
    return speaker(at, phrase, thread) if slot == "subject" and at.clause.lemma in at.scene.verbs_of_speech else None


def _stranger(at: At, phrase: Phrase, slot: str) -> Who | None:
    """A name nobody has listed, where only someone can stand: kept as a new actor without id, country or sector."""
    if slot not in ("subject", "by", "between", "with", "against") or not phrase.proper or at.scene.places_in(phrase.core_start, phrase.core_end):
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if at.scene.times_in(phrase.start, phrase.end) or not words[:1].isalpha():
        return None
    actor = ActorMention(phrase.core_start, phrase.core_end, words, None, words, None, None, "party", rule="unlisted_name")
    return Who(phrase.core_start, phrase.core_end, words, actor)


def _from_above(at: At, trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...], thread: Thread) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """ "launched an attack", "came under fire": the verb above lends its subject."""
    parent, cues = at.parent, at.scene.cues
    if parent is None or at.clause.kind != "noun" or parent.clause.kind == "noun":
        return actors, recipients
    if at.clause.marker == "subject" or at.clause.noun is not None and not _counted(at.clause.noun):
        return actors, recipients
    subject = tuple(w for p in slot_phrases(parent.clause, "subject") if (w := who(at, p, thread)) is not None)
    if trigger.root is Root.CONSULT and at.clause.link == "modifier" and at.clause.marker in ("on", "in", "during", "at", "for", "after", "following"):
        # "on a visit to the capital, the envoy urged …"
        return _joined(actors, subject), recipients
    verb = parent.clause.lemma
    if parent.clause.kind != "existential" and verb in cues.suffering_verbs and verb not in ("see", "witness"):
        return (actors, recipients or subject) if not trigger.mutual else (_joined(actors, subject), recipients)
    if trigger.root is Root.CONSULT and at.clause.link == "argument" and verb not in at.scene.verbs_of_speech:
        return _joined(actors, subject), recipients
    if verb in cues.light_verbs and not (at.clause.link == "modifier" and at.clause.marker not in ("in", "out", "with", "on", "of", "for")):
        against = _fill(parent, ("against", "on", "with"), thread)
        if trigger.mutual:
            return _joined(actors, (*subject, *against)), recipients
        return actors or subject, recipients or against
    if not actors and not trigger.mutual:
        actors = _fill(parent, ("by",), thread)
    if trigger.mutual and (at.clause.link == "modifier" and at.clause.marker == "in"):
        return actors, recipients
    return actors, recipients


def _completed(at: At, trigger: Trigger, actors: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """Who is left unsaid: the owner of an alert, the other side of a clash, who would follow a prelude."""
    if trigger.root is Root.MOBILIZE and at.clause.kind == "verb":
        moved = tuple(w for w in _fill(at, ("object",), thread) if w.actor.sector in _FIGHTING)
        actors = _joined(actors, tuple(replace(w, actor=actors[0].actor) if w.actor.id is None and w.actor.country is None else w for w in moved) if actors else moved)
        owners = [p.possessor for p in slot_phrases(at.clause, "object") if p.possessor is not None and not p.possessor.pronoun]
        return _joined(actors, tuple(w for p in owners if (w := who(at, p, thread)) is not None and w.actor.sector in _FIGHTING))
    if trigger.mutual and len(actors) == 1 and any(o.preposition in ("with", "against") for o in at.clause.obliques):
        return _joined(actors, _other_side(at, actors[0], thread))
    if not actors and at.clause.noun is not None and at.clause.noun.head in ("prelude", "preparation", "precursor"):
        return tuple(w for w in thread.subjects[-1:] if at.passage.start <= w.start < at.clause.start)
    return actors


def _blamed(at: At, actors: tuple[Who, ...], recipients: tuple[Who, ...], thread: Thread) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """ "blamed the attack on the rebels": the rebels are accused, and are said to have attacked."""
    noun = at.clause.phrase if at.clause.kind == "noun" else (at.clause.objects[0] if at.clause.objects else None)
    verb = at.parent.clause.lemma if at.clause.kind == "noun" and at.parent is not None else at.clause.lemma
    if verb != "blame" or noun is None:
        return actors, recipients
    accused = tuple(w for o in noun.obliques if o.preposition == "on" for p in o.phrase.members() if (w := who(at, p, thread)) is not None)
    if not accused:
        return actors, recipients
    return (accused, ()) if at.clause.kind == "noun" else (actors, accused)


def _other_side(at: At, side: Who, thread: Thread) -> tuple[Who, ...]:
    """ "… deployed in the south, where there were clashes with smugglers": the force named just before."""
    phrases = [p for c in at.passage.clauses if c.start < at.clause.start for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques)) if p is not None]
    before = sorted((p for p in phrases if p.core_end <= at.clause.start), key=lambda p: p.core_start, reverse=True)
    for phrase in before:
        found = who(at, phrase, thread)
        if found is not None and found.actor.sector in _FIGHTING and not found.actor.anonymous and found.start != side.start:
            return (found,)
    return ()


def _counted(noun: Phrase) -> bool:
    """ "a series of attacks", "a wave of strikes": the noun only counts the event."""
    return noun.head in ("series", "wave", "string", "number", "spate", "round", "campaign", "barrage", "lot", "dozen", "act", "kind", "type", "resumption", "start", "beginning", "some", "most", "part",
                         "more", "lull", "outbreak", "report", "package", "set", "tranche", "day", "night",
                         "week", "hour", "evening", "month", "raft", "list", "measure", "new")


def _joined(first: tuple[Who, ...], more: tuple[Who, ...]) -> tuple[Who, ...]:
    return (*first, *(w for w in more if all(w.start != f.start for f in first)))


def _apart(actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Nobody is actor and recipient by the same words."""
    starts = {w.start for w in actors}
    return actors, tuple(w for w in recipients if w.start not in starts)


def _place_phrases(at: At, frame: dict[str, tuple[str, ...]], actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> tuple[Phrase, ...]:
    """Phrases the trigger takes as place: named by the trigger, or objects that are no actors."""
    taken = {w.start for w in (*actors, *recipients)}
    slots = (*frame["place"], *frame["recipient"], "compound")
    return tuple(p for slot in slots for p in slot_phrases(at.clause, slot) if p.start not in taken and p.core_start not in taken)


def _taken(at: At, found: tuple[Who, ...]) -> tuple[tuple[int, int], ...]:
    """Spans of named actors: a place inside a name is not where it happened, but "on Tripoli" is both."""
    named = [w for w in found if w.actor.id is not None]
    return tuple((w.start, w.end) for w in named if not any(m.start == w.start and m.end == w.end for m in at.scene.places_in(w.start, w.end)))


def _is_told(told: Told) -> bool:
    """Enough to be a claim? A bare mention of "the attack" is not, nor a weak word without an actor."""
    trigger, clause = told.trigger, told.at.clause
    someone = bool(told.actors or told.recipients)
    outright = trigger.root is Root.ASSAULT and (_happens(told) if clause.kind == "noun" else clause.passive and hits_target(told.at))
    known = any(_matters(w, trigger.root) for w in (*told.actors, *told.recipients))
    if trigger.weak and not outright and not known and not (someone and told.at.scene.speaks_of_force):
        return False
    if is_weapon(told.at) and not _happens(told) and not told.merged:
        return False
    if someone:
        return True
    inner = told.at.scene.places_in(min(clause.span_start, clause.start), clause.span_end)
    if clause.kind != "noun":
        if (trigger.root is Root.ASSAULT and is_means(told.at, clause.subject)) or "subject" in trigger.needs:
            return True
        if trigger.root in (Root.ASSAULT, Root.COERCE) and clause.passive and hits_target(told.at):
            return True
        return bool(inner) and trigger.root in (Root.ASSAULT, Root.PROTEST, Root.COERCE, Root.RETREAT)
    dated = bool(told.at.scene.times_in(clause.span_start, clause.span_end))
    if clause.phrase is not None and clause.phrase.determiner in _DEFINITE and not inner:
        # "the 2020 ceasefire" names its event by the year; "the attack" does not.
        return dated
    indefinite = clause.phrase is None or clause.phrase.determiner not in _DEFINITE
    stands = clause.link == "argument" and (clause.noun is None or _counted(clause.noun)) and indefinite and trigger.root in _STANDING
    tells = stands and not trigger.weak and (clause.marker == "subject" or told.at.scene.speaks_of_force)
    return bool(inner) or _happens(told) or tells or (trigger.root is Root.ASSAULT and not trigger.weak and has_target(told.at))


def _matters(who_: Who, root: Root) -> bool:
    """Someone whose acts a monitor follows: listed, armed, official or organised; a crowd where it protests."""
    actor = who_.actor
    if root is Root.COERCE and actor.sector == "CVL" or root in (Root.PROTEST, Root.REQUEST) and actor.sector in ("CVL", "LAB", "EDU", "MED", "OPP"):
        return True
    return actor.id is not None or actor.sector in ("ELI", "LEG", "PTY", "REL", "SOC") or (actor.sector not in ("CVL", "BUS", "JRN", "EDU", "AGR") and actor.kind in ("party", "official", "organisation"))


def _happens(told: Told) -> bool:
    """ "clashes erupted", "there was shelling": said outright though nobody is named."""
    parent = told.at.parent
    if parent is None or (told.at.clause.noun is not None and not _counted(told.at.clause.noun)):
        return False
    if told.at.clause.link != "argument" and not (told.at.clause.noun is not None and told.at.clause.marker == "of"):
        return False
    verb, cues = parent.clause, told.at.scene.cues
    if verb.kind == "existential" or verb.lemma in cues.perceiving_verbs:
        return True
    return told.at.clause.marker == "subject" and verb.lemma in cues.happening_verbs
