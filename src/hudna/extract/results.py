"""What an attack did is no second event: "a raid led to the death of three", "the death of three in a raid"."""

from itertools import pairwise

from hudna.extract.plausible import is_means, is_site
from hudna.extract.relations import AT_ONCE, INSIDE
from hudna.extract.scene import At
from hudna.extract.spared import is_spared
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase

# What parts a deed from what it did.
_COLON = ":"
# So few letters part two tolls that "and" joins.
NEAR = 8
# A deed behind these is what brought the result about.
BRINGING = INSIDE | {"because of", "due to", "amid", "near", "at"}


def add_results(ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> None:
    """Each noun that tells what an attack did joins that attack, if the sentence names it."""
    by_index = {at.clause.index: at for at in ats}
    _add_described(ats, matched, hosts)
    for at in ats:
        index = at.clause.index
        if index not in hosts or matched[index].root is not Root.ASSAULT or not _is_result(at):
            continue
        if at.clause.phrase is not None and at.clause.phrase.determiner == "no":
            continue  # "no victims after the attack": the attack took place all the same
        deed = _deed_inside(at, ats, matched, hosts)
        deed = _deed_above(at, by_index, ats, matched, hosts) if deed is None else deed
        deed = _toll_beside(at, ats, matched, hosts) if deed is None else deed
        if deed is None or deed == index:
            continue
        parent = at.parent
        said = parent is not None and parent.clause.lemma in at.scene.words.events.outcomes
        hosts[deed] |= {index, *hosts.pop(index)} | (
            {parent.clause.index} if said and parent is not None else set()
        )
        hosts[deed].discard(deed)


def _add_described(ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> None:
    """ "an attack that hit the checkpoint": the verb only says more of the attack."""
    for at in ats:
        index, noun = at.clause.index, at.clause.noun
        if index not in hosts or matched[index].root is not Root.ASSAULT or noun is None:
            continue
        told = at.scene.words.events.outcomes | at.scene.cues.happening_verbs
        if at.clause.link != "relative" or not (at.clause.lemma in told or _carries_out(at, noun.head_start)):
            continue
        joined = {guest: host for host, guests in hosts.items() for guest in guests}
        told_of = (o.clause.index for o in ats if o.clause.index in matched and _is_told_of(o, noun, matched))
        deed = next((joined.get(o, o) for o in told_of if o in hosts or o in joined), None)
        if deed is not None and deed != index and matched[deed].root is Root.ASSAULT:
            hosts[deed] |= {index, *hosts.pop(index)}


def _carries_out(at: At, start: int) -> bool:
    """ "a raid that a drone carried out": the raid is the object of a verb that only carries it out."""
    return at.clause.lemma in at.scene.cues.light_verbs and any(
        o.head_start == start for o in at.clause.objects
    )


def _is_told_of(at: At, noun: Phrase, matched: dict[int, Trigger]) -> bool:
    """Is it the deed itself that is described, or a noun of it that does nothing: "a raid by a drone that hit his car"?

    Not what the deed befell: whoever launched the drones of "the downing of drones that they launched" downed none.
    """
    if at.clause.kind != "noun" or at.clause.start > noun.head_start:
        return False
    inner = (o.phrase for first in at.clause.obliques for o in (first, *first.phrase.obliques))
    within = (p for p in inner if p.head_start == noun.head_start)
    if at.clause.start == noun.head_start:
        return True
    trigger = matched[at.clause.index]
    befell = "of" in trigger.roles.get("recipient", ()) and (
        "of" in trigger.needs or trigger.mode == "destroy"
    )
    return not befell and any(is_means(at, p) or is_site(at, p) for p in within)


def _is_result(at: At) -> bool:
    return at.clause.kind == "noun" and at.clause.lemma in at.scene.words.events.results


def _is_deed(at: At, matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> bool:
    return at.clause.index in hosts and matched[at.clause.index].root is Root.ASSAULT and not _is_result(at)


def _deed_inside(
    at: At, ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]
) -> int | None:
    """ "the death of three in a raid": the raid hangs from the death, or stands beside it under one verb."""
    for other in ats:
        clause = other.clause
        if clause.kind != "noun" or not _is_deed(other, matched, hosts) or clause.start < at.clause.start:
            continue
        hangs = clause.noun is not None and clause.noun.head_start == at.clause.start
        beside = _is_beside(at, other) and clause.noun is None and at.clause.noun is None
        marker = clause.marker or (_preposition(other) if beside else None)
        if (hangs or beside) and marker in BRINGING and marker not in ("subject", None):
            return clause.index
    return None


def _preposition(at: At) -> str | None:
    """ "announced the death of four by a strike": the preposition of the verb, where it may open what is said."""
    verb = at.parent
    beside = verb.clause.obliques if verb is not None else ()
    return next((o.preposition for o in beside if o.phrase.head_start == at.clause.start), None)


def _toll_beside(
    at: At, ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]
) -> int | None:
    """ "the death of a girl and the wounding of four": the second toll is that of the first."""
    for other in reversed(ats):
        first = other.clause
        if first.start >= at.clause.start or first.index not in hosts or not _is_result(other):
            continue
        alike = (first.parent, first.link, first.marker) == (
            at.clause.parent,
            at.clause.link,
            at.clause.marker,
        )
        near = first.phrase is not None and 0 <= at.clause.start - first.phrase.end <= NEAR
        return first.index if alike and near and matched[first.index].root is Root.ASSAULT else None
    return None


def _is_beside(at: At, other: At) -> bool:
    """Under one verb, or under one that goes on with the toll: "six met their death and ten were hurt in a raid"."""
    above, tolls = other.parent, at.scene.words.events.outcomes
    for _ in range(3):
        if above is None or above.clause.link != "coordinate" or above.clause.lemma not in tolls:
            break
        if above.clause.parent == at.clause.parent:
            return True
        above = above.parent
    return other.clause.parent == at.clause.parent


def _deed_above(
    at: At,
    by_index: dict[int, At],
    ats: tuple[At, ...],
    matched: dict[int, Trigger],
    hosts: dict[int, set[int]],
) -> int | None:
    """ "a raid led to the death of three": the deed is the subject of what led to it, or the clause above."""
    verb = at.parent
    for _ in range(4):
        if verb is None or verb.clause.lemma not in at.scene.words.events.outcomes:
            return None
        subject = verb.clause.subject
        for other in ats:
            named = subject is not None and subject.head_start == other.clause.start
            if named and (_is_deed(other, matched, hosts) or _is_deadly(at, other, hosts)):
                return other.clause.index
        above = by_index.get(verb.clause.parent) if verb.clause.parent is not None else None
        if above is not None and above.clause.kind != "noun" and _is_deed(above, matched, hosts):
            return above.clause.index
        if subject is None and above is not None:
            # "accused them of shelling the market, which killed three": the deed told just before.
            before = [o for o in ats if o.clause.start < verb.clause.start and _is_deed(o, matched, hosts)]
            if before:
                return before[-1].clause.index
        verb = above
    return None


def is_toll_of(at: At, inner: At, matched: dict[int, Trigger]) -> bool:
    """ "thirteen dead in a raid": the raid is what happened, and the dead what it did."""
    attack = matched[inner.clause.index].root is Root.ASSAULT
    return attack and _is_result(at) and not _is_result(inner)


def _is_deadly(at: At, other: At, hosts: dict[int, set[int]]) -> bool:
    """ "the blast left one dead": what an attack does as well may itself have killed."""
    counted = at.scene.words.events.counting
    return (
        other.clause.index in hosts
        and at.clause.lemma in counted
        and _is_result(other)
        and other.clause.lemma not in counted
    )


def add_deaths(ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> None:
    """ "Three people died when a drone hit …": the dead belong to the attack, though dying alone is none."""
    for at in ats:
        parent = at.parent
        if (
            parent is None
            or parent.clause.index in matched
            or parent.clause.lemma not in at.scene.words.events.dying
            or at.clause.index not in hosts
        ):
            continue
        reaches = (at.clause.link == "adverbial" and at.clause.marker in AT_ONCE) or (
            at.clause.kind == "noun" and at.clause.marker in ("in", "from", "during")
        )
        deadly = matched[at.clause.index].root is Root.ASSAULT or matched[at.clause.index].mode == "riot"
        if reaches and deadly:
            hosts[at.clause.index].add(parent.clause.index)
    for at in ats:
        _add_outcomes(at, ats, matched, hosts)
    for one, other in pairwise(a for a in ats if a.clause.link == "root"):
        _add_behind_a_colon(one, other, matched, hosts)


def _add_behind_a_colon(deed: At, toll: At, matched: dict[int, Trigger], hosts: dict[int, set[int]]) -> None:
    """ "Bombs hit the town: two civilians died": who died, told right behind the deed with nothing of its own, died of it."""
    one, other = deed.clause.index, toll.clause.index
    if not (one in hosts and other in hosts and matched[one].root is matched[other].root is Root.ASSAULT):
        return
    start, end = deed.clause.span_end, toll.clause.span_start
    between = toll.passage.text[start - toll.passage.start : end - toll.passage.start].strip()
    if between != _COLON or not _only_tells_who_died(toll) or is_spared(deed):
        return
    hosts[one] |= {other, *hosts.pop(other)}


def _only_tells_who_died(at: At) -> bool:
    """A verb of dying, or of killing without whoever did it, with no day and no place beside it."""
    clause, words = at.clause, at.scene.words.events
    if clause.kind == "noun" or clause.negation is not None or clause.lemma not in words.killing:
        return False
    told = clause.lemma in words.dying or (clause.passive and clause.subject is None)
    span = clause.span_start, clause.span_end
    return told and not at.scene.places_in(*span) and not at.scene.times_in(*span) and not clause.obliques


def _add_outcomes(
    at: At, ats: tuple[At, ...], matched: dict[int, Trigger], hosts: dict[int, set[int]]
) -> None:
    """ "The clashes left 12 dead and 40 injured": what the attack left belongs to it, also in further verbs."""
    parent = at.parent
    if (
        parent is None
        or at.clause.index not in hosts
        or matched[at.clause.index].root is not Root.ASSAULT
        or at.clause.marker != "subject"
    ):
        return
    outcomes = at.scene.words.events.outcomes
    tells = outcomes | at.scene.cues.happening_verbs
    if at.clause.kind != "noun" or parent.clause.index in matched or parent.clause.lemma not in tells:
        return
    # "a blast shook the centre, killing three": what only says that it happened adds nobody to it.
    if parent.clause.lemma in outcomes and not is_spared(parent):
        hosts[at.clause.index].add(parent.clause.index)
    for other in ats:
        beside = other.clause.parent == parent.clause.index and other.clause.link in (
            "coordinate",
            "complement",
            "adverbial",
        )
        if beside and other.clause.lemma in outcomes and other.clause.index in hosts:
            hosts[at.clause.index] |= {other.clause.index, *hosts.pop(other.clause.index)}
