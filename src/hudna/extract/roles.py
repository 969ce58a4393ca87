"""Who took part in an event, and as what: slots of the clause → actors and recipients."""

from collections.abc import Iterable
from dataclasses import replace

from hudna.extract.answerable import answerable, carried_out, subjects
from hudna.extract.blamed import blamed
from hudna.extract.by_name import by_name
from hudna.extract.called import called
from hudna.extract.called_before import called_before
from hudna.extract.described import doers, is_blamed, sufferers
from hudna.extract.freed import let_go
from hudna.extract.meanwhile import counted, is_of_tally
from hudna.extract.of_place import acting
from hudna.extract.owners import (
    FIGHTING,
    antecedent,
    apposed,
    author,
    craft,
    described,
    launcher,
    other_side,
    owner,
    stranger,
)
from hudna.extract.participles import is_over, whose
from hudna.extract.pitted import attackers, is_bare, no_own_victim, no_state, pitted, struck
from hudna.extract.plausible import doing, is_craft, is_kind, is_means, is_no_doer, is_plausible, is_quality
from hudna.extract.relations import WHOSE
from hudna.extract.role_frames import frame_at, frame_of, suffering
from hudna.extract.saying import disowned, speech_words
from hudna.extract.scene import At, Thread, Who
from hudna.extract.shared_noun import shared_noun
from hudna.extract.sides import is_of_mover
from hudna.extract.slots import befallen, slot_phrases
from hudna.extract.told import Told, is_told
from hudna.extract.tolled import told_of, without_tolls
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.where_not import but_places, no_places, taken_by
from hudna.extract.who import who
from hudna.extract.wielding import at_hands, in_operation, launched
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase

_FORCE_MODES = ("troops", "weapons", "police", "militia", "withdraw")
OF, SUBJECT, POSSESSOR = "of", "subject", "possessor"
_NO_DEED = frozenset({"any", "subject", "object", "object2", "possessor", "compound"})
_DEATH_FRAME: dict[str, tuple[str, ...]] = {"actor": (), "recipient": ("subject", "object"), "place": ()}
_TOLL_FRAME: dict[str, tuple[str, ...]] = {**_DEATH_FRAME, "recipient": ("object",)}


def with_roles(
    at: At, trigger: Trigger, guests: tuple[At, ...], matched: dict[int, Trigger], thread: Thread
) -> Told | None:
    frame = frame_at(trigger, at.clause)
    actors = acting(at, trigger, _fill(at, frame["actor"], thread, trigger.particle))
    recipients = no_places(at, trigger, _fill(at, frame["recipient"], thread, trigger.particle))
    actors, recipients = _from_guests(at, guests, matched, actors, recipients, thread)
    actors, recipients = _with_target(at, frame, actors, recipients, thread)
    actors = actors or _moved(at, trigger, thread) or at_hands(at, trigger, thread)
    if not actors or trigger.mutual or trigger.root is Root.MOBILIZE:
        actors, recipients = _from_above(at, trigger, actors, recipients, thread)
    if not actors and at.clause.kind == "noun" and trigger.mode in _FORCE_MODES:
        # "the withdrawal of units": who is moved acts, where nobody moves him.
        actors = tuple(w for w in _fill(at, ("of",), thread) if w.actor.sector in FIGHTING)
    actors = actors or _meanwhile(at, trigger, matched, thread)
    actors, recipients = _described(at, trigger, actors, recipients, thread)
    actors, recipients = blamed(at, trigger, actors, recipients, thread)
    actors = (
        actors
        or _of_deed(at, trigger, thread)
        or launched(at, trigger, thread, suffering=suffering(trigger, at.clause.kind))
    )
    actors = actors or in_operation(at, trigger, recipients, thread)
    actors = pitted(at, trigger, _completed(at, trigger, actors, thread), thread)
    if not actors and trigger.root in (Root.MOBILIZE, Root.RETREAT) and trigger.mode in _FORCE_MODES:
        rolling = slot_phrases(at.clause, "subject")
        actors = tuple(w for p in rolling if (w := craft(at, p, "subject", rolls=True)) is not None)
    recipients = recipients or _upon(at, frame["recipient"], thread) or called(at, trigger, guests, matched)
    actors = without_tolls(at, tuple(w for w in doing(at, trigger, actors) if not _is_kind_of_shot(at, w)))
    # "repelled an attack by the group and inflicted losses on it": whose attack it was, before whom a pronoun means.
    recipients = attackers(at, trigger, thread) or recipients
    recipients = no_places(at, trigger, let_go(at, trigger, recipients, thread))
    actors, recipients = _apart(actors, recipients or struck(at, trigger, actors, thread))
    recipients = tuple(map(no_state, no_own_victim(trigger, actors, recipients)))
    if not is_plausible(at, trigger, actors, recipients, merged=bool(guests)):
        return None
    where, taken = _place_phrases(at, frame, actors, recipients), taken_by(at, (*actors, *recipients))
    told = Told(at, trigger, guests, actors, told_of(at, recipients), where, taken)
    return told if is_told(told) else None


def _from_guests(
    at: At,
    guests: tuple[At, ...],
    matched: dict[int, Trigger],
    actors: tuple[Who, ...],
    recipients: tuple[Who, ...],
    thread: Thread,
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Who is named only in another clause that tells of the same event."""
    above = at.parent.clause if at.parent is not None and at.clause.kind == "noun" else None
    carried = above is not None and above.lemma in at.scene.cues.light_verbs and above.subject is not None
    for guest in guests:
        trigger = matched.get(guest.clause.index)
        frame = frame_of(trigger, guest.clause.kind) if trigger is not None else _untold(guest)
        # "The convoy hit a mine, killing four": what suffers by the first word does nothing by the second.
        did = () if actors else acting(guest, trigger, _fill(guest, frame["actor"], thread))
        did = tuple(w for w in did if all(w.start != r.start for r in recipients))
        # "The militia carried out strikes of drones that hit the camp": the drones are somebody's, who is named above.
        actors = actors or tuple(w for w in did if not (carried and w.actor.rule == "unclaimed_craft"))
        if not actors and trigger is not None and guest.clause.lemma not in at.scene.words.events.results:
            # "announced killing two members in a raid": who says so killed them.
            actors = _from_above(guest, trigger, (), recipients, thread)[0]
        recipients = recipients or _fill(guest, frame["recipient"], thread)
    return actors, recipients


def _with_target(
    at: At,
    frame: dict[str, tuple[str, ...]],
    actors: tuple[Who, ...],
    recipients: tuple[Who, ...],
    thread: Thread,
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """ "il bombardamento dell'esercito sul porto": where it is said on what, armed men behind "of" did it."""
    if actors or at.clause.kind != "noun" or OF not in frame["recipient"]:
        return actors, recipients
    slot = whose(at)
    did = tuple(w for w in _fill(at, (slot,), thread) if w.actor.sector in FIGHTING) if slot else ()
    return did, tuple(w for w in recipients if all(w.start != d.start for d in did))


def _untold(guest: At) -> dict[str, tuple[str, ...]]:
    return _DEATH_FRAME if guest.clause.lemma in guest.scene.words.events.dying else _TOLL_FRAME


def _moved(at: At, trigger: Trigger, thread: Thread) -> tuple[Who, ...]:
    """ "neutral units would be deployed": who is moved acts."""
    of_force = trigger.mode is None or trigger.mode in _FORCE_MODES
    moves = trigger.root in (Root.MOBILIZE, Root.RETREAT) and of_force
    # "peacekeepers had been sent to Bria"
    moves = moves or "peacekeeping" in trigger.contexts
    if not moves or at.clause.kind != "verb":
        return ()
    return tuple(w for w in _fill(at, ("object",), thread) if w.actor.sector in FIGHTING)


def _fill(at: At, slots: Iterable[str], thread: Thread, particle: str | None = None) -> tuple[Who, ...]:
    """The actors in the given slots; a weapon or a vehicle stands for its owner."""
    found: list[Who] = []
    for slot in slots:
        for phrase in befallen(at, slot, particle):
            if slot == OF and at.clause.kind == "noun" and is_means(at, phrase) and not is_craft(at, phrase):
                # "tirs de roquettes de la milice": what is fired fires nothing.
                continue
            if slot == "compound" and (is_craft(at, phrase) or is_means(at, phrase)):
                continue
            if slot == "subject" and at.clause.phrase is not None and phrase is at.clause.phrase.possessor:
                # The subject of a noun is who stands behind "by"; a possessor has a slot of its own.
                continue
            actor = (
                (_whose(at, thread) if slot == POSSESSOR else None)
                or by_name(at, phrase, who(at, phrase, thread), thread, befallen=slot in (OF, "object"))
                or apposed(at, phrase, thread)
                or called_before(at, phrase, thread)
                or antecedent(at, phrase, slot, thread)
                or owner(at, phrase, slot, thread)
                or author(at, phrase, slot, thread)
                or (launcher(at, phrase, thread) if slot == SUBJECT else None)
                or craft(at, phrase, slot)
                or shared_noun(at, phrase, slot)
                or stranger(at, phrase, slot)
                or described(at, phrase, slot)
            )
            if slot == "compound" and actor is not None and (is_quality(at, actor) or is_kind(at, actor)):
                continue
            if slot == "with" and actor is not None and is_no_doer(at, phrase, actor):
                continue
            if actor is not None and all(actor.start != w.start for w in found):
                # "عملية نفذها فلسطيني": where somebody acts, a bare word for a people is one of it.
                found.append(no_state(actor) if slot in (SUBJECT, "by") and is_bare(phrase) else actor)
    return tuple(found)


def _is_kind_of_shot(at: At, found: Who) -> bool:
    """ "killed by shots of artillery": whose weapon it is does it, not of what kind it is."""
    clause = at.clause
    phrases = (clause.subject, clause.phrase, *clause.objects, *(o.phrase for o in clause.obliques))
    shots = (
        p for p in phrases if p is not None and (is_means(at, p) or p.head in at.scene.words.events.vague)
    )
    inner = (
        o.phrase for p in shots for o in p.obliques if o.preposition == OF and o.phrase.determiner is None
    )
    meant = (p for p in inner if p.core_start == found.start or p.head_text == found.actor.text)
    if clause.kind == "noun" or (found.actor.country is not None and found.text.islower()):
        return False  # "des tirs d'artillerie israéliens": of what kind and whose in one
    return any(is_means(at, p) and p.head_text.islower() for p in meant)


def _whose(at: At, thread: Thread) -> Who | None:
    """ "the rebels, whose attacks on shipping go on": the attacks are the rebels'."""
    parent = at.parent
    owned = parent is not None and parent.clause.link == "relative" and parent.clause.marker == WHOSE
    owner = parent.clause.noun if parent is not None and owned else None
    return who(at, owner, thread) if owner is not None else None


def _from_above(
    at: At, trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...], thread: Thread
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """ "launched an attack", "came under fire": the verb above lends its subject."""
    parent, cues = at.parent, at.scene.cues
    if parent is None or at.clause.kind != "noun" or parent.clause.kind == "noun" or disowned(parent):
        return actors, recipients
    if at.clause.marker == "subject":
        # "clashes broke out between the army and the rebels"
        apart = trigger.mutual and not slot_phrases(at.clause, "between")  # "to the region between two towns"
        # "clashes that cost the lives of soldiers": what came of them took no part.
        came = trigger.root is Root.ASSAULT and parent.clause.lemma in at.scene.words.events.outcomes
        slots = ("between", "involving") if came else ("between", "involving", "with")
        beside = _fill(parent, slots, thread) if apart else ()
        done = () if actors or beside else carried_out(parent, thread)
        against = _fill(parent, ("against", "on"), thread) if done else ()
        return _joined(actors, beside) or done, recipients or against
    # "the ministry announced the death of three", "the mission recorded 134 explosions": nobody says who did it.
    result = at.clause.lemma in at.scene.words.events.results or parent.clause.lemma in cues.perceiving_verbs
    # "announced the death of two in an ambush": who tells of it did not lay it.
    aside = trigger.root is Root.ASSAULT and at.clause.link == "modifier"
    tells = aside and bool(parent.clause.objects) and speech_words(parent) is not None
    verb = parent.clause.lemma
    # "proceeded to destroy the bridge": who is said to do it, and does not tell of it, did.
    does = verb in cues.light_verbs - (at.scene.verbs_of_speech.keys() - at.scene.words.speech.owning)
    answering = answerable(at, parent, thread, result=result)
    inside = (at.clause.noun is not None and not counted(at, at.clause.noun)) or is_of_tally(at, parent)
    if answering or inside or tells or (result and not does and verb not in cues.suffering_verbs):
        return actors or answering, recipients
    subject = subjects(parent, thread)
    behind = parent.clause.kind == "copula" and at.clause.marker == "behind"  # "was behind the blast"
    if behind or (trigger.root is Root.CONSULT and _takes_part(at, parent)):
        return _joined(actors, subject), recipients
    suffered = verb in cues.suffering_verbs - cues.perceiving_verbs
    if suffered and parent.clause.kind != "existential":
        there = but_places(parent, subject)
        return (_joined(actors, there), recipients) if trigger.mutual else (actors, recipients or there)
    if (
        verb in cues.light_verbs
        and not is_over(at, parent, trigger)
        and (
            at.clause.link != "modifier"
            or at.clause.marker in ("in", "out", "with", "on", "of", "for", "to", "from")
        )
    ):
        against = _fill(parent, ("against", "on", "with"), thread)
        if trigger.mutual:
            return _joined(actors, (*subject, *against)), recipients
        # "carried out the deployment of two brigades": who moves them acts as well.
        moved = trigger.root is Root.MOBILIZE and does
        return _joined(subject, actors) if moved else (actors or subject), recipients or against
    return (actors or (() if trigger.mutual else _fill(parent, ("by",), thread))), recipients


def _meanwhile(at: At, trigger: Trigger, matched: dict[int, Trigger], thread: Thread) -> tuple[Who, ...]:
    """ "The troops freed twelve captives in a raid on the camp": who freed or seized somebody in it made the raid."""
    clause, parent = at.clause, at.parent
    inside = clause.link == "modifier" and clause.marker in ("in", "during") and clause.noun is None
    told = matched.get(parent.clause.index) if parent is not None else None
    raid = clause.kind == "noun" and trigger.root is Root.ASSAULT and not trigger.mutual and inside
    if not raid or parent is None or told is None or told.root not in (Root.COERCE, Root.RETREAT):
        return ()
    acts = SUBJECT in frame_of(told, parent.clause.kind)["actor"] and not parent.clause.passive
    subject = subjects(parent, thread) if acts and not doers(at, trigger) else ()
    return tuple(w for w in subject if w.actor.sector in FIGHTING)


def _takes_part(at: At, parent: At) -> bool:
    """ "on a visit to the capital, the envoy urged …", "concluded a visit"."""
    if at.clause.link == "modifier":
        return at.clause.marker in ("on", "in", "during", "at", "for", "after", "following")
    return at.clause.link == "argument" and parent.clause.lemma not in at.scene.verbs_of_speech


def _completed(at: At, trigger: Trigger, actors: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """Who is left unsaid: the owner of an alert, the other side of a clash, who would follow a prelude."""
    if trigger.root is Root.MOBILIZE and at.clause.kind == "verb":
        moved = tuple(w for w in _fill(at, ("object",), thread) if w.actor.sector in FIGHTING)
        actors = _joined(
            actors,
            tuple(
                replace(w, actor=actors[0].actor) if is_of_mover(w.actor, actors[0].actor) else w
                for w in moved
            )
            if actors
            else moved,
        )
        owners = [
            p.possessor
            for p in slot_phrases(at.clause, "object")
            if p.possessor is not None and not p.possessor.pronoun
        ]
        return _joined(
            actors,
            tuple(w for p in owners if (w := who(at, p, thread)) is not None and w.actor.sector in FIGHTING),
        )
    if (
        trigger.mutual
        and len(actors) == 1
        and any(
            o.preposition in ("with", "against") and not is_means(at, o.phrase) for o in at.clause.obliques
        )
    ):
        return _joined(actors, other_side(at, actors[0], thread))
    if not actors and at.clause.noun is not None and at.clause.noun.head in at.scene.words.events.preludes:
        told = tuple(w for w in thread.subjects[-1:] if at.passage.start <= w.start < at.clause.start)
        return told or (subjects(at.parent, thread) if at.parent is not None else ())
    return actors


def _described(
    at: At, trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...], thread: Thread
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """ "an attack carried out by rebels on the base": what participles behind the noun tell of who and whom."""
    told = tuple(w for p, slots in doers(at, trigger) for w in _fill(p, slots, thread))
    hurt = tuple(w for p, slots in sufferers(at, trigger) for w in _fill(p, slots, thread))
    # "artillery fire blamed on the army": whom it is put down to did it, not the guns.
    told_first = told if told and is_blamed(at) else ()
    return (_joined(actors, told) if trigger.mutual else told_first or actors or told), recipients or hurt


def _upon(at: At, slots: Iterable[str], thread: Thread) -> tuple[Who, ...]:
    """ "imposed sanctions on two commanders": whom it befalls may hang from the object, and belongs to the verb."""
    if at.clause.kind == "noun":
        return ()
    names = frozenset(slots) - _NO_DEED - {OF}
    inner = (o.phrase for p in at.clause.objects for o in p.obliques if o.preposition in names)
    found = (who(at, member, thread) for phrase in inner for member in phrase.members())
    return tuple({w.start: w for w in found if w is not None}.values())


def _of_deed(at: At, trigger: Trigger, thread: Thread) -> tuple[Who, ...]:
    """ "came under attack by rebels", "a truce between A and B took effect": who did it hangs from the noun that says it."""
    if at.clause.passive:
        # "the attack by rebels was called off": who was to do it did not call it off.
        return ()
    deeds = nominal_lemmas(at.scene.reading.language)
    roles = trigger.roles.get("actor", ())
    behind = {s for s in (*trigger.needs, *roles) if s not in _NO_DEED} if OF in roles else set()
    slots = ("subject", "object", *(s for s in (*trigger.needs, *roles) if s not in _NO_DEED))
    # "came under the fire of the army": of a deed suffered, the owner did it.
    befallen = trigger.roles.get("recipient", ())
    suffers = "subject" in befallen
    inner = (
        member
        for slot in dict.fromkeys(slots)
        if slot not in befallen  # "a convoy of the brigade came under fire"
        for phrase in slot_phrases(at.clause, slot)
        if at.clause.kind != "noun" or (slot == "to" and slot in trigger.needs)
        for oblique in phrase.obliques
        # "in the sights of snipers": whose they are acts, where the trigger says so.
        if (
            phrase.head in deeds
            and oblique.preposition in ("by", "between", *((OF, "from") if suffers else ()))
        )
        or (slot in behind and oblique.preposition == OF)
        for member in oblique.phrase.members()
    )
    found: list[Who] = []
    for member in inner:
        actor = who(at, member, thread) or owner(at, member, "of", thread) or stranger(at, member, "by")
        if actor is not None and all(actor.start != w.start for w in found):
            found.append(actor)
    return tuple(found)


def _joined(first: tuple[Who, ...], more: tuple[Who, ...]) -> tuple[Who, ...]:
    return (*first, *(w for w in more if all(w.start != f.start for f in first)))


def _apart(actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Nobody is actor and recipient by the same words."""
    return actors, tuple(w for w in recipients if all(w.start != a.start for a in actors))


def _place_phrases(
    at: At, frame: dict[str, tuple[str, ...]], actors: tuple[Who, ...], recipients: tuple[Who, ...]
) -> tuple[Phrase, ...]:
    """Phrases the trigger takes as place: named by the trigger, or objects that are no actors."""
    taken = {w.start for w in (*actors, *recipients)}
    slots = (*frame["place"], *frame["recipient"], "compound")
    return tuple(
        p
        for slot in slots
        for p in slot_phrases(at.clause, slot)
        if p.start not in taken and p.core_start not in taken
    )
