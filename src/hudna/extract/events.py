"""The events a sentence tells of: matched, and merged where two words tell of one."""

from dataclasses import replace

from hudna.extract.forces import owned_by
from hudna.extract.meanwhile import counted
from hudna.extract.no_event import acts, is_named, only_describes, sets_about
from hudna.extract.participles import did_himself, fires_means, is_inside_news, is_seen_doing, laid
from hudna.extract.plausible import is_weapon
from hudna.extract.relations import AT_ONCE, INSIDE
from hudna.extract.results import add_deaths, add_results, is_toll_of
from hudna.extract.roles import with_roles
from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Thread
from hudna.extract.slots import slot_phrases
from hudna.extract.spared import spares
from hudna.extract.told import Told
from hudna.extract.tolled import LATER, answers_inside, toll_told_of
from hudna.extract.triggers import asks_for, find_trigger, fitting
from hudna.extract.two_doers import does_another
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root, SpeechAct
from hudna.model.clause import Phrase

_DONE = frozenset({Root.RETREAT, Root.COERCE, Root.MOBILIZE})
_OF_WORDS = frozenset({Root.SUPPORT, Root.ACCUSE, Root.REQUEST})
_OUTCOME_MARKERS = (None, "when", "after", "as", "in", "by")


def told_in(ats: tuple[At, ...], thread: Thread) -> list[Told]:
    """Every event of a sentence, in the order of its words."""
    matched = {
        at.clause.index: trigger
        for at in ats
        if not is_named(at)
        and (trigger := find_trigger(at)) is not None
        and not sets_about(at, trigger)
        and not only_describes(at, trigger)
        and not spares(at, trigger)
    }
    parts = {at.clause.index for at in ats if at.clause.index in matched and _is_part_of_parent(at, matched)}
    matched = {
        index: trigger
        for index, trigger in matched.items()
        if not _is_part_of_noun(index, ats, matched) and not acts(ats[index], matched)
    }
    whole = {index: trigger for index, trigger in matched.items() if index not in parts}
    if parts:
        # "some see the mobilisation": where the verb turns out to tell nothing, its noun stands for itself.
        trial = replace(thread, subjects=list(thread.subjects))
        found = _told(ats, whole, trial)
        told_by = {t.at.clause.index for t in found} | {g.clause.index for t in found for g in t.merged}
        orphans = {
            at.clause.index: at.clause.parent
            for at in ats
            if at.clause.index in parts and at.clause.parent not in told_by
        }
        if not orphans:
            thread.subjects[:] = trial.subjects
            return found
        whole = {
            i: t for i, t in matched.items() if i not in parts - orphans.keys() and i not in orphans.values()
        }
    return _told(ats, whole, thread)


def _told(ats: tuple[At, ...], matched: dict[int, Trigger], thread: Thread) -> list[Told]:
    hosts = _merge(ats, matched)
    add_deaths(ats, matched, hosts)
    add_results(ats, matched, hosts)
    found = []
    for at in ats:
        if at.clause.index in hosts:
            guests = tuple(a for a in ats if a.clause.index in hosts[at.clause.index])
            told = _first_told(at, guests, matched, thread)
            # "shells fired from the hills killed two": where the first word tells nothing, the second may.
            rest = () if told is not None else tuple(g for g in guests if g.clause.index in matched)
            alone = (with_roles(g, matched[g.clause.index], (), matched, thread) for g in rest)
            for each in (told, *alone):
                if each is not None:
                    found.append(each)
                    thread.subjects.extend(each.actors[:1])
    return [told for told in found if not any(is_seen_doing(told, other) for other in found)]


def _first_told(at: At, guests: tuple[At, ...], matched: dict[int, Trigger], thread: Thread) -> Told | None:
    """By the most demanding trigger, or by a further one that fits where the first leaves too little to tell."""
    told = with_roles(at, matched[at.clause.index], guests, matched, thread)
    if told is not None and _is_whom_it_asks_for(told):
        return told
    others = (
        t
        for t in fitting(at)
        if t is not matched[at.clause.index] and (told is not None or len(t.needs) > 1 or _moves(at, t))
    )
    tried = (with_roles(at, each, guests, matched, thread) for each in others)
    return next((t for t in tried if t is not None and _is_whom_it_asks_for(t)), None)


def _is_whom_it_asks_for(told: Told) -> bool:
    return not told.actors or asks_for(told.trigger, told.at, told.actors[0])


def _moves(at: At, trigger: Trigger) -> bool:
    """ "troops were sent to the capital": no aid to anybody, and a move all the same."""
    return trigger.root is Root.MOBILIZE and at.clause.passive


def _is_part_of_parent(at: At, matched: dict[int, Trigger]) -> bool:
    """ "alert" in "raised the alert": the noun belongs to the verb's own trigger."""
    parent = at.parent
    if parent is None or at.clause.kind != "noun":
        return False
    trigger = matched.get(parent.clause.index)
    if trigger is None or _tells_more(at, parent, matched[at.clause.index].root, trigger.root):
        return False
    if at.clause.lemma in trigger.needs.get("any", ()):
        return True
    for slot in trigger.needs:
        if slot != "any" and any(
            p.head_start == at.clause.start or _holds(p, at.clause.start) or _counts(parent, p, at)
            for p in slot_phrases(parent.clause, slot)
        ):
            return True
    return False


def _counts(parent: At, phrase: Phrase, at: At) -> bool:
    """ "dozens of dead" fell: what is counted is what fills the slot."""
    inner = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None)
    counter = phrase.head in parent.scene.words.people.counters
    return counter and inner is not None and inner.head_start == at.clause.start


def _tells_more(at: At, parent: At, mine: Root, above: Root) -> bool:
    """Is the noun told for itself beside its verb: how somebody died, whom a deed is put down to?"""
    words, verb = at.scene.words, parent.clause.lemma
    if mine in _DONE and above in _OF_WORDS and at.clause.obliques:
        # "welcomed the release of ten captives": what is welcomed or asked for is told as well.
        return True
    if mine is not Root.ASSAULT:
        return mine is above and at.clause.marker is None and _orders(parent, mine)
    # "died in an airstrike", "carried out an attack", "blames the massacre on the militia"
    dies = verb in words.events.outcomes | words.events.dying
    carries = above is Root.ASSAULT and verb in at.scene.cues.light_verbs | at.scene.cues.happening_verbs
    return dies or carries or (above is not Root.ASSAULT and verb in words.speech.blaming)


def _is_part_of_noun(index: int, ats: tuple[At, ...], matched: dict[int, Trigger]) -> bool:
    """ "fire" in "an exchange of fire": the inner noun belongs to the trigger of the outer one."""
    inner = next(at for at in ats if at.clause.index == index)
    if inner.clause.kind != "noun":
        return False
    return any(
        slot != "any" and any(p.head_start == inner.clause.start for p in slot_phrases(at.clause, slot))
        for at in ats
        if at.clause.kind == "noun" and at.clause.index in matched and at.clause.index != index
        if not is_toll_of(at, inner, matched)
        for slot in matched[at.clause.index].needs
    )


def _holds(phrase: Phrase, start: int) -> bool:
    return phrase.core_start <= start < phrase.core_end


# --- one event, two words ---------------------------------------------------------


def _merge(ats: tuple[At, ...], matched: dict[int, Trigger]) -> dict[int, set[int]]:
    """Host clause → guest clauses that tell of the same event."""
    host_of: dict[int, int] = {}
    for at in ats:
        parent = at.parent
        if at.clause.index not in matched or parent is None:
            continue
        beside = _told_beside(at, ats, matched)
        if beside is not None:
            host_of.setdefault(*beside)
            continue
        if parent.clause.index not in matched:
            dead = toll_told_of(at, parent, ats, matched)
            if dead is not None:
                host_of.setdefault(at.clause.index, dead)
                continue
            toll = _toll_above(at, parent, matched)
            if toll is not None:
                host_of.setdefault(toll, at.clause.index)
                continue
            above = _act_above(at, matched)
            if above is not None:
                host_of.setdefault(at.clause.index, above)
            continue
        if fires_means(at, parent, matched):
            host_of.setdefault(at.clause.index, parent.clause.index)
            continue
        pair = None if is_inside_news(at, parent) else _host_and_guest(at, parent, matched)
        if pair is not None:
            host, guest = pair
            # "six died and ten were wounded in clashes": the attack is that of both outcomes.
            last = host_of.get(guest)
            told_below = at.clause.kind == "noun" or at.clause.link == "adverbial"
            if last is not None and last != host and told_below and _is_toll(at, ats, last):
                guest = last
            host_of.setdefault(guest, host)
    hosts: dict[int, set[int]] = {index: set() for index in matched if index not in host_of}
    for guest in host_of:
        final = _final(guest, host_of)
        hosts.setdefault(final, set()).add(guest)
    return hosts


def _told_beside(at: At, ats: tuple[At, ...], matched: dict[int, Trigger]) -> tuple[int, int] | None:
    """Guest and host where no verb parts them: "the killing of 34 people in a drone strike" is the strike's."""
    clause, killing = at.clause, at.scene.words.events.killing
    nouns = (a.clause for a in ats if clause.noun is not None and a.clause.start == clause.noun.head_start)
    dead = next((c for c in nouns if c.index in matched and c.lemma in killing), None)
    attack = (
        clause.kind == "noun" and clause.lemma not in killing and matched[clause.index].root is Root.ASSAULT
    )
    if attack and dead is not None and matched[dead.index].root is Root.ASSAULT:
        return dead.index, clause.index
    above = laid(at, ats, matched)
    return (clause.index, above) if above is not None else None


def _act_above(at: At, matched: dict[int, Trigger]) -> int | None:
    """ "bombed the village while people were at church, killing 17": the deaths are of the act, past the aside between."""
    if not _is_outcome(at) or at.clause.tense != "participle" or at.clause.link != "adverbial":
        return None
    if matched[at.clause.index].root is not Root.ASSAULT:
        return None
    current = at.parent
    while current is not None and current.clause.link == "adverbial" and current.parent is not None:
        current = current.parent
        found = matched.get(current.clause.index)
        if found is not None:
            return current.clause.index if found.root is Root.ASSAULT else None
    return None


def _toll_above(at: At, parent: At, matched: dict[int, Trigger]) -> int | None:
    """ "six died and others were hurt in a raid": the raid is that of the first toll, where the second tells nothing."""
    words = at.scene.words.events
    tolls = words.outcomes | words.dying
    if at.clause.kind != "noun" or matched[at.clause.index].root is not Root.ASSAULT:
        return None
    if at.clause.lemma in words.results or at.clause.marker not in INSIDE or at.clause.noun is not None:
        return None
    current: At | None = parent
    while current is not None and current.clause.lemma in tolls and current.clause.link == "coordinate":
        current = current.parent
        found = matched.get(current.clause.index) if current is not None else None
        if current is not None and found is not None:
            deadly = found.root is Root.ASSAULT and current.clause.lemma in tolls
            return current.clause.index if deadly else None
    return None


def _is_toll(at: At, ats: tuple[At, ...], index: int) -> bool:
    words = at.scene.words.events
    return any(a.clause.lemma in words.outcomes | words.dying for a in ats if a.clause.index == index)


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
    if did_himself(at, parent):
        return None
    if _is_outcome(at):
        return None if _strikes_back(at, mine, above) else _outcome(at, parent)
    told = _noun_inside(at, parent) if at.clause.kind == "noun" else None
    if told is None and at.clause.link == "adverbial" and _comes_of(at, parent):
        return at.clause.index, parent.clause.index
    return told


def _noun_inside(at: At, parent: At) -> tuple[int, int] | None:
    """ "launched an attack", "killed in a raid": the noun is the event, unless it is the weapon of the verb."""
    if _is_answered_for(at, parent):
        return parent.clause.index, at.clause.index
    inside = parent.clause.kind != "noun" and at.clause.marker in INSIDE and not answers_inside(at, parent)
    acts = parent.clause.subject is not None or not parent.clause.passive
    answers = at.clause.marker in LATER and acts
    if answers and not _is_toll(parent, (parent,), parent.clause.index):
        # "after the attack on the convoy, the army launched strikes": an answer is no part of what it answers.
        return None
    if not inside or (at.clause.noun is not None and not counted(at, at.clause.noun)):
        return None
    toll = at.clause.lemma in at.scene.words.events.outcomes
    owned = at.clause.phrase is not None and at.clause.phrase.possessor is not None
    if owned and at.clause.marker in ("after", "following"):
        return None  # "killed after their capture": what befell them before is another deed
    if at.clause.marker is None and owned_by(parent):
        # "claimed the attack": who says so of himself did it.
        return parent.clause.index, at.clause.index
    if toll or (is_weapon(at) and at.clause.marker in ("subject", "with", "by")):
        return parent.clause.index, at.clause.index
    return at.clause.index, parent.clause.index


def _is_answered_for(at: At, parent: At) -> bool:
    """ "claimed responsibility for the raid": the raid is told once, as what they say they did."""
    objects = parent.clause.objects
    held = at.clause.noun is not None and bool(objects) and at.clause.noun.head_start == objects[0].head_start
    return held and at.clause.marker in ("for", "of") and owned_by(parent)


def _is_outcome(at: At) -> bool:
    """ "killing ten" behind "shelled the town": what was done to people."""
    joined = at.clause.link in ("adverbial", "coordinate", "complement", "purpose")
    outcome = at.clause.lemma in at.scene.words.events.outcomes and at.clause.kind == "verb"
    return outcome and joined and at.clause.tense != "infinitive"


def _outcome(at: At, parent: At) -> tuple[int, int] | None:
    """An outcome belongs to the act of the same subject, or is the act where the act above is an outcome too."""
    loose = at.clause.link == "adverbial" and at.clause.marker not in _OUTCOME_MARKERS
    if loose or _is_toll_apart(at, parent) or does_another(at, parent):
        return None
    if _same_subject(at, parent):
        return parent.clause.index, at.clause.index
    return (at.clause.index, parent.clause.index) if _comes_of(at, parent) else None


def _strikes_back(at: At, mine: Trigger, above: Trigger) -> bool:
    """ "lost two soldiers and killed twenty rebels": who suffered the one did the other."""
    suffered, suffers = ("subject" in trigger.roles.get("recipient", ()) for trigger in (above, mine))
    does = bool(at.clause.objects) and not at.clause.passive and at.clause.link == "coordinate"
    return suffered and does and not suffers


def _comes_of(at: At, parent: At) -> bool:
    return parent.clause.lemma in at.scene.words.events.outcomes and at.clause.marker in AT_ONCE


def _same_kind(at: At, parent: At, mine: Trigger, above: Trigger) -> tuple[int, int] | None:
    """ "held talks", "signed an agreement", "staged a protest": verb and object of one root are one event."""
    if mine.root is not above.root:
        return None
    argument = at.clause.kind == "noun" and at.clause.link == "argument" and at.clause.marker != "by"
    # "reached to an understanding"
    reached = at.clause.kind == "noun" and at.clause.marker == "to" and mine.root is Root.AGREE
    argument = argument or (reached and at.clause.noun is None)
    goes_on = (
        at.clause.link in ("adverbial", "complement")
        and at.clause.tense in ("participle", "infinitive")
        and at.clause.marker in (None, "to")
    )
    subject = at.clause.subject
    himself = subject is None or subject.pronoun is not None or _same_subject(at, parent)
    if mine.root is Root.THREATEN and at.clause.link == "complement" and himself:
        # "warned that it would not tolerate attacks" threatens once.
        return parent.clause.index, at.clause.index
    if argument or (goes_on and _same_subject(at, parent)):
        if argument and _orders(parent, mine.root):
            # "ordered the deployment of two brigades": who is moved stands with the noun.
            return at.clause.index, parent.clause.index
        return parent.clause.index, at.clause.index
    return None


def _orders(at: At, root: Root) -> bool:
    """Is it an order to move? An inquiry is begun by being ordered."""
    words = speech_words(at)
    return words is not None and words.act is SpeechAct.ORDER and root in (Root.MOBILIZE, Root.RETREAT)


def _same_subject(at: At, parent: At) -> bool:
    """Does the outcome have the attack's own subject (or none, or be turned like it)?"""
    mine, above = at.clause.subject, parent.clause.subject
    if at.clause.link == "coordinate" or mine is None or above is None:
        return True
    return mine.start == above.start


def _is_toll_apart(at: At, parent: At) -> bool:
    """ "Rebels attacked the town, and dozens of people were killed": a toll in a clause of its own is told for itself."""
    clause, above, words = at.clause, parent.clause, at.scene.words.events
    return (
        clause.link == "coordinate"
        and above.lemma not in words.dying
        and clause.passive
        and not above.passive
        and bool(clause.objects)
        and clause.objects[0].start > above.end
        and all(o.start != clause.objects[0].start for o in above.objects)
    )
