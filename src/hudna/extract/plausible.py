"""Could these participants take part in such an event? Questions that keep metaphors out.

"A choir captured the first prize", "the storm battered the port", "analysts
attacked the forecast": the words of violence without anyone who could do it, or
anything it could be done to.
"""

import re

from hudna.extract.asking import sentence_words
from hudna.extract.charging import without_accuser
from hudna.extract.of_place import acting
from hudna.extract.scene import At, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.classes import VERBAL, known_class
from hudna.knowledge.folding import written
from hudna.knowledge.handful import counts_harmed
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import Trigger
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.model.claim import Root
from hudna.model.clause import Phrase

_PHYSICAL = frozenset({Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT})
_SOCIAL = frozenset({Root.REJECT, Root.THREATEN, Root.AGREE, Root.SUPPORT, Root.CONSULT, Root.COOPERATE})
_TARGETS = (
    "weapons",
    "troops",
    "armed",
    "vehicles",
    "aircraft",
    "settlement",
    "facility",
    "homes",
    "infrastructure",
    "civilians",
    "person",
    "detainee",
    "officials",
    "diplomats",
    "aid_workers",
    "livestock",
    "plants",
)
_SITES = ("facility", "infrastructure", "settlement", "homes")
_MEANS = ("weapons", "vehicles", "aircraft", "troops", "armed")
# What only those who rule or bear arms impose, or put themselves on.
_ORDERS = frozenset({"martial-law", "curfew", "troops"})
_HELPERS = frozenset({"MED", "NGO", "EDU", "JRN"})
_UNARMED = frozenset({"BUS", "JRN", "EDU", "AGR", "ELI", "REL", "LAB"})
# Those who attack in words, if at all.
_OF_WORDS = frozenset("GOV LEG PTY OPP JRN SOC REL ELI EDU JUD CVL PRE".split()) | {None}
_NEVER_ARMED = frozenset({"NGO", "IGO"})
_SETTLING = frozenset({"ELI", "REL"})
# "requested, on account of his post, anonymity".
NEAR = 60
_ARMED = frozenset("MIL REB UAF PRM COP SPY CRM IMG".split())


def _only_counts(at: At) -> bool:
    """ "cited a toll of 27 dead and wounded": where it is read as a verb that wounds nobody, it counts whom it befell."""
    clause = at.clause
    beside = clause.kind == "verb" and clause.link == "coordinate" and not clause.objects
    return beside and not clause.passive and clause.text.lower() in at.scene.casualties.words.get("hurt", ())


def is_plausible(
    at: At, trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...], *, merged: bool
) -> bool:
    """Does nothing about the participants speak against the event?"""
    if (trigger.root is Root.REQUEST and _asks_not_to_be_named(at)) or _only_counts(at):
        return False
    if (
        trigger.root in _SOCIAL
        and actors
        and all(w.actor.sector in _unarmed(at) and w.actor.id is None for w in actors)
        and not recipients
    ):
        return False
    if trigger.mode in _ORDERS and actors and all(w.actor.sector in _HELPERS for w in actors):
        return False  # "hospitals declared a state of emergency"
    if trigger.root is Root.ASSAULT and trigger.mode is None and _is_in_words(at, actors):
        return False
    if trigger.root is Root.CONSULT and actors and actors[0].actor.kind == "media":
        return False  # "the agency spoke to the general": an interview
    if trigger.root is Root.THREATEN and trigger.mode == "violence" and _has_no_force(actors):
        return False
    if trigger.root not in _PHYSICAL or at.clause.kind == "noun":
        return True
    return (
        (_subject_can(at, actors, merged=merged) or _subject_suits(trigger))
        and _object_can(at, trigger, actors, recipients)
        and _is_not_business(trigger, actors)
    )


def _asks_not_to_be_named(at: At) -> bool:
    """ "who requested anonymity": the words stand with the verb, not anywhere in its sentence."""
    if not sentence_words(at) & at.scene.cues.anonymity_words:
        return False
    near = at.scene.report.text[max(at.passage.start, at.clause.start - NEAR) : at.clause.end + NEAR]
    return not at.scene.cues.anonymity_words.isdisjoint(re.findall(r"[^\W\d_]+", written(near)))


def _is_in_words(at: At, actors: tuple[Who, ...]) -> bool:
    """ "the spokesman attacked the government": one man of words, and a verb or noun that may mean no more than words."""
    scene = at.scene
    if at.clause.lemma not in known_class(scene.reading.language, VERBAL) or not actors:
        return False
    persons = scene.words.people.persons
    return all(
        w.actor.country in _NEVER_ARMED
        or (w.actor.sector in _OF_WORDS and not persons.isdisjoint(written(w.text).split()))
        for w in actors
    )


def _has_no_force(actors: tuple[Who, ...]) -> bool:
    """ "The mission warned that the mobilisation of forces would …": an observer tells of a danger, and threatens nobody."""
    watching = ("organisation", "observer")
    return bool(actors) and all(w.actor.kind in watching and w.actor.sector not in _ARMED for w in actors)


def _unarmed(at: At) -> frozenset[str]:
    """Those whose talks and refusals matter to nobody else; elders and clergy settle wars, where there is one."""
    return _UNARMED - _SETTLING if at.scene.speaks_of_force else _UNARMED


def _subject_suits(trigger: Trigger) -> bool:
    """Does the trigger itself say what its subject is: by its words, or as the one that suffers?"""
    return "subject" in trigger.needs or "subject" in trigger.roles.get("recipient", ())


def is_means(at: At, phrase: Phrase | None) -> bool:
    """Is it a weapon, an aircraft, a vehicle?"""
    return phrase is not None and _is_any(at, phrase, ("weapons", "aircraft", "vehicles"))


def is_site(at: At, phrase: Phrase) -> bool:
    """Is it a building or a way, by its own word: "a church", "the crossing"?"""
    language = at.scene.reading.language
    return any(phrase.head in known_class(language, name) for name in _SITES)


def doing(at: At, trigger: Trigger, actors: tuple[Who, ...]) -> tuple[Who, ...]:
    """Whoever does it, without what he does it with or leaves: "artillery fire of the army", "their pull-out of Chad"."""
    phrase = at.clause.phrase
    actors = without_accuser(at, trigger.root, acting(at, trigger, actors))
    actors = tuple(w for w in actors if w.start not in _fallen(at) | _scenes(at, trigger, actors))
    if trigger.root in (Root.ASSAULT, Root.COERCE):  # "fighting that left six dead": the dead did nothing
        actors = tuple(w for w in actors if w.actor.id is not None or not _tells_of_dead(at, w))
    actors = _without_arms(at, actors)
    if trigger.root is Root.ASSAULT and at.clause.passive:  # "من أصل 24 أطلقت": so many were fired
        actors = tuple(w for w in actors if w.actor.rule != "bare_count")
    if phrase is None or len(actors) < 2:
        return actors
    bare = {
        o.phrase.core_start for o in phrase.obliques if o.preposition == "of" and _is_bare_means(at, o.phrase)
    }
    kept = tuple(w for w in actors if w.start not in bare)
    if trigger.root is Root.RETREAT and phrase.possessor is not None:
        kept = tuple(w for w in kept if w.actor.rule != "metonym" or w.start < phrase.core_start)
    return kept or actors


def _tells_of_dead(at: At, who: Who) -> bool:
    """ "six dead", "the dead of the raid", "the number of deaths": counted or not, they did nothing."""
    if counts_harmed(who.text):
        return True
    language = at.scene.reading.language
    phrase = load_phrase_words(language)
    words = [word for word in written(who.text).split() if word not in phrase.determiners | phrase.of]
    if words and words[0] in phrase.quantities:
        words = words[1:]
    # "i morti" alone is the deed itself where no verb tells it.
    return len(words) > 1 and not at.scene.words.events.results.isdisjoint(
        {words[0], *lemmas(words[0], language)}
    )


def _scenes(at: At, trigger: Trigger, actors: tuple[Who, ...]) -> frozenset[int]:
    """ "اعتداء كابل": the town an attack is called after is where it was, unless it is said whom it hit."""
    if at.clause.kind != "noun" or trigger.root is not Root.ASSAULT:
        return frozenset()
    owners = {o.phrase.core_start for o in at.clause.obliques if o.preposition == "of"}
    towns = {w.start for w in actors if w.actor.rule == "metonym" and w.start in owners}
    named = at.scene.places_in(at.passage.start, at.passage.end)
    # "gli attacchi della Russia nella regione di X": a state is whose they are.
    countries = {m.start for m in named if m.precision == "country"}
    hits = any(o.preposition in ("on", "against", "at", "to") for o in at.clause.obliques)
    return frozenset() if hits else frozenset(towns - countries)


def _without_arms(at: At, actors: tuple[Who, ...]) -> tuple[Who, ...]:
    """ "drones and Russian missiles hit": beside the arms of somebody known, arms of nobody's are no second doer."""
    subject = at.clause.subject
    if subject is None or len(actors) < 2 or all(w.actor.id is None for w in actors):
        return actors
    arms = {m.core_start for m in subject.members() if _is_arms(at, m)}
    return tuple(w for w in actors if w.actor.id is not None or w.start not in arms)


def _fallen(at: At) -> frozenset[int]:
    """ "حصيلة الغارة … إلى 45 قتيلا": where the killed and the hurt are named, who did nothing."""
    fallen = at.scene.words.events.fallen
    named = (m for o in at.clause.obliques for m in o.phrase.members() if m.head in fallen)
    return frozenset(m.core_start for m in named)


def _is_bare_means(at: At, phrase: Phrase) -> bool:
    plain = phrase.determiner is None and phrase.number is None and phrase.head_text.islower()
    return plain and _is_arms(at, phrase)


def _is_arms(at: At, phrase: Phrase) -> bool:
    """A weapon, an aircraft, a vehicle, by a word that means nobody: "fighters" may be either."""
    return is_means(at, phrase) and phrase.head not in known_class(at.scene.reading.language, "person")


def is_no_doer(at: At, phrase: Phrase, found: Who) -> bool:
    """ "انفصاليون ناطقون بالإنجليزية", "متأثرا بجراحه", "con pezzi d'artiglieria": behind "with" a language, wounds, arms."""
    unlisted = found.actor.id is None
    arms = (phrase, *(o.phrase for o in phrase.obliques if o.preposition == "of"))
    if unlisted and any(_is_arms(at, one) for one in arms):
        return True
    return found.actor.rule == "bare_demonym" or phrase.head in at.scene.words.events.fallen


def is_craft(at: At, phrase: Phrase) -> bool:
    """Is it an aircraft, a drone, a warship?"""
    return bool(
        {phrase.head} & (known_class(at.scene.reading.language, "aircraft") | at.scene.words.forces.craft)
    )


def is_weapon(at: At) -> bool:
    """Is a nominal clause only the weapon: "drones" in "drones hit the port"?"""
    language = at.scene.reading.language
    return at.clause.kind == "noun" and any(
        at.clause.lemma in known_class(language, name) for name in ("weapons", "aircraft", "vehicles")
    )


def _subject_can(at: At, actors: tuple[Who, ...], *, merged: bool) -> bool:
    """Is the subject someone, a weapon, an attack, or left out?"""
    subject = at.clause.subject
    if actors or merged or subject is None or subject.pronoun:
        return True
    return (
        _is_any(at, subject, _MEANS)
        or subject.head in at.scene.words.events.vague
        or subject.head in nominal_lemmas(at.scene.reading.language)
    )


def _object_can(at: At, trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> bool:
    """Is the object someone, a place, or a thing that is taken and destroyed in war?"""
    if recipients or trigger.needs or trigger.root not in (Root.ASSAULT, Root.COERCE):
        return True
    subject = at.clause.subject
    if any(w.actor.sector in _ARMED for w in actors) or (
        subject is not None and _is_any(at, subject, _MEANS)
    ):
        return True
    objects = slot_phrases(at.clause, "object")
    return not objects or any(_is_target(at, phrase) for phrase in objects)


def has_target(at: At) -> bool:
    """ "an attack on the airport": is it said what was attacked?"""
    return any(
        _is_target(at, p)
        for slot in ("on", "against", "of", "at")
        for p in slot_phrases(at.clause, slot)
        if not p.pronoun
    )


def hits_target(at: At) -> bool:
    """ "the vessel was hit", "whole wards were set alight": is the object a thing that is hit in war?"""
    return _is_hit(at, "object")


def suffers(at: At, trigger: Trigger) -> bool:
    """ "the town came under fire": is the subject a thing that is hit in war?"""
    return "subject" in trigger.roles.get("recipient", ()) and _is_hit(at, "subject")


def _is_hit(at: At, slot: str) -> bool:
    return any(_is_target(at, p) and not p.pronoun for p in slot_phrases(at.clause, slot))


def _is_target(at: At, phrase: Phrase) -> bool:
    if phrase.pronoun or phrase.head in at.scene.words.events.vague or phrase.number is not None:
        return True
    return (
        _is_any(at, phrase, _TARGETS)
        or bool(at.scene.places_in(phrase.start, phrase.end))
        or bool(at.scene.actors_in(phrase.start, phrase.end))
    )


def _is_not_business(trigger: Trigger, actors: tuple[Who, ...]) -> bool:
    """A company that withdraws or deploys is no force."""
    if (
        trigger.root not in (Root.MOBILIZE, Root.RETREAT)
        or not actors
        or trigger.mode in ("release", "resign", "access")
    ):
        return True
    return not all(w.actor.sector in _UNARMED for w in actors)


def _is_any(at: At, phrase: Phrase, classes: tuple[str, ...]) -> bool:
    words = {
        phrase.head,
        written(phrase.head_text),
        *phrase.modifiers,
        *(o.phrase.head for o in phrase.obliques if o.preposition == "of"),
    }
    return not all(words.isdisjoint(known_class(at.scene.reading.language, name)) for name in classes)


def is_quality(at: At, found: Who) -> bool:
    """ "une trêve humanitaire", "scontri armati": a word that may mean people of relief, or with arms, says of what kind it is."""
    actor = found.actor
    if actor.id is None and written(found.text) in at.scene.words.people.kinds_told:
        return True
    return actor.id is None and actor.country is None and actor.sector == "NGO" and found.text.islower()


def is_kind(at: At, found: Who) -> bool:
    """ "the army held military exercises": where the subject of a light verb does it, the word says of what kind it is."""
    actor, parent = found.actor, at.parent
    if actor.id is not None or actor.country is not None or not found.text.islower() or parent is None:
        return False
    carried = at.clause.link == "argument" and parent.clause.lemma in at.scene.cues.light_verbs
    return carried and at.clause.marker is None and parent.clause.subject is not None
