"""What an event needs to be told, and whether its words tell enough."""

from dataclasses import dataclass

from hudna.extract.casualties import find_tolls
from hudna.extract.described import only_blames, only_carries
from hudna.extract.meanwhile import comes_before, counted, is_end, is_under_way
from hudna.extract.owners import UNLISTED_NOUN
from hudna.extract.plain_words import asks_much, asks_outright, is_done
from hudna.extract.plausible import has_target, hits_target, is_means, is_weapon, suffers
from hudna.extract.relations import POINTING
from hudna.extract.saying import is_said, speech_words
from hudna.extract.scene import At, Thread, Who
from hudna.extract.spared import is_spared
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.who import who
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root, Status
from hudna.model.clause import Phrase

# So many letters stand at most between a number and its noun: "duecento i morti".
TOLL_GAP = 6
_STANDING = frozenset({Root.ASSAULT, Root.RETREAT, Root.MOBILIZE, Root.COERCE, Root.PROTEST, Root.CONSULT})
# "all leave was cancelled", "a battery was installed": told though nobody says by whom.
_MOVED = frozenset({Root.MOBILIZE, Root.RETREAT})
_TO_WHAT_CAME = ("to", "about", "with", "in", None)
_AIMED = frozenset({Root.ASSAULT, Root.COERCE})
# What authorities do to ways, gatherings and outlets.
_WAYS = frozenset({"restrict", "access", "censor"})
# What is between people says nothing where none of them is named.
_BETWEEN = frozenset({Root.CONSULT, Root.AGREE, Root.SUPPORT, Root.COOPERATE})
_ENDING = frozenset({Root.CONSULT, Root.AGREE})
_SOMEBODY = frozenset({"us", "me", "him", "them"})


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


def is_told(told: Told) -> bool:
    """Enough to be a claim? A bare mention of "the attack" is not, nor a weak word without an actor."""
    trigger, clause = told.trigger, told.at.clause
    if _describes(told):
        return False
    # People whom no list knows act, but that they do makes nothing worth telling: "the chef used gas".
    someone = any(w.actor.rule != UNLISTED_NOUN for w in (*told.actors, *told.recipients))
    outright = trigger.root is Root.ASSAULT and (
        _happens(told)
        if clause.kind == "noun"
        else (clause.passive or is_means(told.at, clause.subject)) and hits_target(told.at)
    )
    outright = (
        outright
        or (told.at.scene.speaks_of_force and (_way(told) or _is_taken(told)))
        or _is_denied(told)
        or _is_toll(told)
        or _counts_dead(told)
        or (trigger.root in _STANDING and clause.kind == "noun" and _goes_on(told))
        or _heads(told)
        or asks_much(told.at, trigger)
        or is_done(told.at, trigger)
    )
    known = any(_matters(w, trigger.root) for w in (*told.actors, *told.recipients))
    if trigger.weak and not outright and not known and not (someone and told.at.scene.speaks_of_force):
        return False
    if trigger.root is Root.REJECT and clause.negation is not None and not trigger.negated:
        return False  # "neither confirmed nor denied it", "does not rule it out": nothing was refused
    headline = told.at.parent is None and clause.link == "root" and has_target(told.at)
    if is_weapon(told.at) and not _happens(told) and not told.merged and not headline:
        return False
    return (
        someone
        or _counts_dead(told)
        or asks_outright(told.at, trigger)
        or is_done(told.at, trigger)
        or (_noun_stands(told) if clause.kind == "noun" else _verb_stands(told))
    )


def _is_taken(told: Told) -> bool:
    """ "The bridge was taken at dawn": a place or people that something is done to."""
    return told.trigger.root is Root.COERCE and told.at.clause.passive and hits_target(told.at)


def _describes(told: Told) -> bool:
    """ "fighters backed by the army", "… before the troops arrived": words that say which men or when, not what is new."""
    clause = told.at.clause
    reduced = clause.tense == "participle" or (clause.passive and not clause.modals and not clause.marker)
    which = told.trigger.root is Root.SUPPORT and clause.link == "relative" and reduced
    if which and clause.noun is not None:
        # "a step welcomed by the minister" is news; of whom it says "which men", it is none.
        which = who(told.at, clause.noun, Thread()) is not None
    which = which or (told.trigger.root is Root.SUPPORT and _is_recognised(told.at))
    when = clause.link == "adverbial" and clause.marker == "before" and clause.tense in ("past", "present")
    # "fighting raged before elders brokered a truce": how it ended is news as well.
    when = when and not (told.actors and told.trigger.root in _ENDING)
    blames = told.trigger.root is Root.ACCUSE and only_blames(told.at)
    deeds = nominal_lemmas(told.at.scene.reading.language)
    carries = (
        told.trigger.root is Root.ASSAULT
        and only_carries(told.at)
        and clause.noun is not None
        and clause.noun.head in deeds
        and not is_means(told.at, clause.noun)  # "drones launched by Russia": no drone tells of itself
    )
    return (
        which
        or blames
        or carries
        or _is_era(told)
        or _is_title(told)
        or _says_why(told)
        or _says_which(told)
        or (when and clause.kind == "verb")
    )


def _is_recognised(at: At) -> bool:
    """ "One of them is led by X and recognised by the UN": what somebody is, and not what was done."""
    above = at.parent.clause if at.parent is not None and at.clause.link == "coordinate" else None
    whom = at.clause.objects[0] if at.clause.objects else None
    standing = above is not None and at.clause.passive and above.passive and above.tense == "present"
    return standing and whom is not None and (bool(whom.pronoun) or who(at, whom, Thread()) is not None)


def _says_why(told: Told) -> bool:
    """ "demonstrated to demand his release": what a protest is for is the protest's own."""
    return told.at.clause.link == "purpose" and told.trigger.root in (Root.REQUEST, Root.PROTEST)


def _says_which(told: Told) -> bool:
    """ "gunmen arrived on motorbikes", "the chiefs gathered in the capital", "parties accused of unrest": a participle that only says who."""
    clause, root = told.at.clause, told.trigger.root
    if clause.link == "adverbial" and clause.marker is None and root is Root.REQUEST:
        # "Asked about the raid, the envoy said …": a question put to him asks for nothing.
        return clause.passive and clause.subject is None
    if clause.link != "relative" or clause.marker is not None or clause.kind != "verb" or clause.noun is None:
        return False
    subject = clause.subject
    if root is Root.MOBILIZE:
        came = not clause.passive and subject is not None and subject.head_start == clause.noun.head_start
        return came and told.trigger.weak and clause.tense == "past"
    return clause.passive and subject is None and root in (Root.CONSULT, Root.ACCUSE)


def _is_era(told: Told) -> bool:
    """ "fought in the war", "after the war": a known war behind a preposition says in which, or when."""
    clause = told.at.clause
    era = clause.kind == "noun" and clause.lemma in told.at.scene.words.events.eras
    return era and clause.link in ("modifier", "purpose") and not told.merged


def _is_title(told: Told) -> bool:
    """ "the Doha Agreement": in the middle of a sentence a capital makes it the name of a pact, not news of one."""
    clause, scene = told.at.clause, told.at.scene
    pact = clause.kind == "noun" and told.trigger.root in _BETWEEN and scene.language.has_case
    inside = scene.report.text[told.at.passage.start : clause.start].strip(' \n"«“')
    return pact and bool(inside) and clause.text[:1].isupper() and not clause.text.isupper()


def _verb_stands(told: Told) -> bool:
    """Does a verb tell enough though nobody acts or suffers?"""
    trigger, clause = told.trigger, told.at.clause
    assault = trigger.root is Root.ASSAULT
    return (
        (assault and (clause.kind == "existential" or is_means(told.at, clause.subject)))
        or "subject" in trigger.needs
        or (trigger.root in _MOVED and clause.passive and "object" in trigger.needs and not trigger.weak)
        or (trigger.root in (Root.ASSAULT, Root.COERCE) and clause.passive and hits_target(told.at))
        or (
            trigger.mode == "release"
            and ((clause.passive and hits_target(told.at)) or suffers(told.at, trigger))
        )
        or _befalls_us(told)
        or _begins(told)
        or _convened(told)
        or _way(told)
        or (assault and suffers(told.at, trigger))
        or (_has_place(told) and trigger.root in (Root.ASSAULT, Root.PROTEST, Root.COERCE, Root.RETREAT))
    )


def _befalls_us(told: Told) -> bool:
    """ "they shelled us all night": somebody, though no word says who."""
    trigger, clause = told.trigger, told.at.clause
    somebody = any(o.pronoun in _SOMEBODY for o in clause.objects)
    force = trigger.root in _AIMED and not trigger.weak and told.at.scene.speaks_of_force
    return force and somebody and clause.tense == "past"


def _noun_stands(told: Told) -> bool:
    """Does a noun tell enough though nobody acts or suffers?"""
    trigger, clause = told.trigger, told.at.clause
    definite = clause.phrase is not None and clause.phrase.determiner in POINTING | {"such"}
    if _is_toll(told) or _heads(told):
        return True
    if trigger.root in _BETWEEN or trigger.mode == "ceasefire":
        # "the truce of August", "talks on a treaty": mentioned, not told, where nobody takes part.
        return _happens(told) or (bool(told.merged) and not trigger.weak)
    if _has_place(told) or _is_headline(told):
        return True
    if definite:
        # "the 2020 ceasefire" names its event by the year, "the attack on the prison" by what was attacked; "the attack" does not.
        dated = bool(told.at.scene.times_in(clause.span_start, clause.span_end))
        aimed = trigger.root in _AIMED and not trigger.weak and has_target(told.at)
        return dated or aimed or _goes_on(told)
    stands = (
        clause.link == "argument"
        and (clause.noun is None or counted(told.at, clause.noun))
        and trigger.root in _STANDING
    )
    tells = stands and not trigger.weak and (clause.marker == "subject" or told.at.scene.speaks_of_force)
    return (
        (bool(told.merged) and not trigger.weak)
        or _happens(told)
        or tells
        or comes_before(told.at, trigger)
        or _is_denied(told)
        or (trigger.root is Root.ASSAULT and not trigger.weak and has_target(told.at))
    )


def _heads(told: Told) -> bool:
    """ "Explosions in Jammu", "Arrival of troops at Kaya": a headline of a deed and its place, in a report on force."""
    clause, trigger = told.at.clause, told.trigger
    heads = clause.link == "root" or (clause.noun is not None and counted(told.at, clause.noun))
    alone = clause.kind == "noun" and heads and told.at.parent is None
    deed = trigger.root is Root.ASSAULT or (trigger.root in _STANDING and bool(trigger.needs))
    return alone and deed and told.at.scene.speaks_of_force and _has_place(told)


def _is_toll(told: Told) -> bool:
    """ "Più di duecento i morti": a count of the dead, told by a noun alone in a report on force."""
    clause, passage, scene = told.at.clause, told.at.passage, told.at.scene
    if told.trigger.root is not Root.ASSAULT or clause.kind != "noun" or not scene.speaks_of_force:
        return False
    if not told.trigger.last or clause.link not in ("root", "argument"):
        return False
    tolls = find_tolls(passage.text, 0, len(passage.text), scene.casualties)
    ends = (passage.start + t.count.end for t in tolls if t.kind == "killed" and t.count.end is not None)
    return any(0 <= clause.start - end <= TOLL_GAP for end in ends)


def _is_denied(told: Told) -> bool:
    """ "denies any coup": what is said not to have happened is named as such."""
    clause, parent = told.at.clause, told.at.parent
    if parent is None or clause.kind != "noun" or clause.link != "argument" or clause.marker is not None:
        return False
    words = speech_words(parent)
    plain = clause.noun is None and parent.clause.negation is None and told.trigger.root in _STANDING
    return plain and words is not None and words.holds is Status.DENIED


def _goes_on(told: Told) -> bool:
    """ "The fighting resumed on Wednesday in the valley": a known event of which something new is told, with its day or place."""
    parent = told.at.parent
    weak = told.trigger.weak and not told.at.scene.speaks_of_force
    if parent is None or weak or not _happens(told):
        return False
    scene, start, end = told.at.scene, parent.clause.span_start, parent.clause.span_end
    return bool(scene.places_in(start, end) or scene.times_in(start, end))


def _has_place(told: Told) -> bool:
    clause, scene = told.at.clause, told.at.scene
    # "the bombing that took place in the mosque at Kadra": what is said of where it happened stands behind it.
    beyond = (o.phrase for o in clause.obliques if o.phrase.start >= clause.span_end)
    return bool(scene.places_in(min(clause.span_start, clause.start), clause.span_end)) or any(
        scene.places_in(p.start, p.end) for p in beyond
    )


def _begins(told: Told) -> bool:
    """ "Shooting began in the south of the town": a participle that something happens to."""
    clause, parent = told.at.clause, told.at.parent
    return (
        told.trigger.root is Root.ASSAULT
        and clause.tense == "participle"
        and clause.subject is None
        and parent is not None
        and parent.clause.subject is not None
        and parent.clause.subject.start <= clause.start < parent.clause.subject.end
        and parent.clause.lemma in told.at.scene.cues.happening_verbs
    )


def _convened(told: Told) -> bool:
    """ "A second round is to be held in Muscat on Saturday": said of when or where, though not of who meets."""
    clause = told.at.clause
    scene, start, end = told.at.scene, min(clause.span_start, clause.start), clause.span_end
    set_down = bool(scene.places_in(start, end) or scene.times_in(start, end))
    return (
        told.trigger.root is Root.CONSULT and clause.passive and "object" in told.trigger.needs and set_down
    )


def _way(told: Told) -> bool:
    """ "the crossing was opened", "the curfew was lifted": of a way or a curb, though nobody is said to have done it."""
    clause = told.at.clause
    if not clause.passive or told.trigger.root not in (Root.COERCE, Root.RETREAT):
        return False
    events = nominal_lemmas(told.at.scene.reading.language)
    curbs = told.trigger.root is Root.RETREAT and any(o.head in events for o in clause.objects)
    decreed = told.trigger.mode in ("curfew", "martial-law") and not told.trigger.weak
    # "marches were banned until further notice": a rule that asks what was banned has found it.
    asked = "object" in told.trigger.needs and not told.trigger.weak
    return curbs or decreed or (told.trigger.mode in _WAYS and (asked or hits_target(told.at)))


def _matters(who_: Who, root: Root) -> bool:
    """Someone whose acts a monitor follows: listed, armed, official or organised; a crowd where it protests."""
    actor = who_.actor
    if (root is Root.COERCE and actor.sector == "CVL") or (
        root in (Root.PROTEST, Root.REQUEST) and actor.sector in ("CVL", "LAB", "EDU", "MED", "OPP")
    ):
        return True
    return (
        actor.id is not None
        or actor.sector in ("ELI", "LEG", "PTY", "REL", "SOC")
        or (
            actor.sector not in ("CVL", "BUS", "JRN", "EDU", "AGR")
            and actor.kind in ("party", "official", "organisation")
        )
    )


def _counts_dead(told: Told) -> bool:
    """ "Nine dead, three of them policemen": a toll that stands alone, with its number."""
    clause = told.at.clause
    phrase = clause.noun if clause.marker == "of" else clause.phrase
    return (
        clause.kind == "noun"
        and clause.link in ("root", "modifier")
        and told.at.parent is None
        and clause.lemma in told.at.scene.words.events.outcomes
        and phrase is not None
        and (phrase.number is not None or phrase is clause.noun)
    )


def _is_headline(told: Told) -> bool:
    """ "Armed clashes on Friday night in Zawiya": a sentence that is a noun with a place, whatever parts the two."""
    at = told.at
    alone = at.clause.link == "root" and len(at.passage.clauses) == 1 and told.trigger.root is Root.ASSAULT
    return alone and any(m.lat is not None for m in at.scene.places_in(at.clause.end, at.passage.end))


def _happens(told: Told) -> bool:
    """ "clashes erupted", "there was shelling": said outright though nobody is named."""
    parent = told.at.parent
    if parent is None or (told.at.clause.noun is not None and not counted(told.at, told.at.clause.noun)):
        return False
    if told.trigger.root is Root.ASSAULT and told.at.clause.marker in ("of", "about") and _is_witnessed(told):
        return True
    verb, cues = parent.clause, told.at.scene.cues
    if is_end(told.at, parent):
        return True
    if told.at.clause.link != "argument" and not (
        told.at.clause.noun is not None and told.at.clause.marker == "of"
    ):
        return False
    if verb.kind == "existential" or verb.lemma in cues.perceiving_verbs:
        return True
    words = told.at.scene.words
    if (
        verb.lemma in words.speech.figures
        and told.at.clause.lemma in words.events.outcomes
        and verb.kind == "verb"
    ):
        # "the mayor speaks of twenty dead": who gives the figure tells of them.
        return True
    if (
        told.at.clause.marker in _TO_WHAT_CAME
        and verb.lemma in words.events.outcomes | words.events.ending_in
    ):
        # "the talks ended in an agreement": what came of it is told.
        return True
    happens = verb.lemma in cues.happening_verbs or f"{verb.lemma} {verb.particle}" in cues.happening_verbs
    # "a state of emergency was declared": what is carried out happens, though nobody is said to do it.
    happens = happens or (verb.kind == "verb" and verb.passive and verb.lemma in cues.light_verbs)
    return told.at.clause.marker == "subject" and (happens or is_under_way(parent) or is_spared(parent))


def _is_witnessed(told: Told) -> bool:
    """ "residents spoke of gunfire in the north": somebody who was there tells it."""
    parent = told.at.parent
    if parent is None or parent.clause.subject is None or not is_said(told.at, parent):
        return False
    witness = who(parent, parent.clause.subject, Thread())
    return witness is not None and witness.actor.anonymous
