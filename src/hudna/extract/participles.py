"""Two words for one deed, or not: "an ambush laid by rebels", "killed after opening fire", "concern over the bombings"."""

from hudna.extract.plausible import is_means
from hudna.extract.scene import At
from hudna.extract.slots import slot_phrases
from hudna.extract.told import Told
from hudna.knowledge.classes import known_class
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase

OF, TO = "of", "to"
_BESIDES = frozenset({"after", "before", "since"})
_PHYSICAL = frozenset({Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT})


def laid(at: At, ats: tuple[At, ...], matched: dict[int, Trigger]) -> int | None:
    """ "an ambush laid by rebels": the participle tells who did what its noun tells."""
    clause, noun = at.clause, at.clause.noun
    if noun is None or matched[clause.index].root is not Root.ASSAULT or clause.subject is None:
        return None
    reduced = clause.link == "relative" and clause.marker is None and clause.passive
    if not reduced or clause.lemma in at.scene.words.events.outcomes:
        return None
    above = next((a for a in ats if a.clause.kind == "noun" and a.clause.start == noun.head_start), None)
    found = matched.get(above.clause.index) if above is not None else None
    deed = found is not None and found.root is Root.ASSAULT and not found.mutual
    return above.clause.index if above is not None and deed else None


def fires_means(at: At, parent: At, matched: dict[int, Trigger]) -> bool:
    """ "shells fired by the rebels fell on the market": who fired them belongs to what they did."""
    clause, noun = at.clause, at.clause.noun
    both = matched[clause.index].root is Root.ASSAULT and matched[parent.clause.index].root is Root.ASSAULT
    reduced = clause.link == "relative" and clause.marker is None and clause.passive and noun is not None
    # "shells that the artillery fired fell on the market": the noun is its object.
    reduced = reduced or (noun is not None and any(o.head_start == noun.head_start for o in clause.objects))
    acts = parent.clause.subject
    own = acts is not None and noun is not None and acts.head_start == noun.head_start
    return both and reduced and own and is_means(parent, noun)


def did_himself(at: At, parent: At) -> bool:
    """ "killed after opening fire on a post": whom the one befell did the other."""
    clause, above = at.clause, parent.clause
    befalls = above.passive and above.lemma in at.scene.words.events.outcomes
    turned = clause.kind == "verb" and clause.link == "adverbial" and befalls and not clause.passive
    if not turned or clause.subject is None or not above.objects:
        return False
    return clause.subject.start == above.objects[0].start


def is_over(at: At, parent: At, trigger: Trigger) -> bool:
    """ "expressed concern over the bombings", "fought after news of the killing": no deed of who does that about it or after it."""
    if trigger.root is Root.ASSAULT and is_inside_news(at, parent):
        return True
    over = at.clause.link == "modifier" and at.clause.marker == "for" and bool(parent.clause.objects)
    return over and trigger.root is Root.ASSAULT


def is_inside_news(at: At, parent: At) -> bool:
    """ "clashed after news of the killing of a chief": another deed than what is told, unless it tells what came of it."""
    inside = (o for o in parent.clause.obliques if o.phrase.start <= at.clause.start < o.phrase.end)
    behind = any(o.preposition in _BESIDES and o.phrase.head_start != at.clause.start for o in inside)
    words = at.scene.words.events
    return behind and at.clause.kind == "noun" and parent.clause.lemma not in words.outcomes | words.dying


def is_seen_doing(told: Told, other: Told) -> bool:
    """ "fighters were seen advancing on the town": what they were seen doing is told, and their being seen is no move beside it."""
    same_verb = other.at.parent is told.at and other.at.clause.link == "complement"
    moved = told.trigger.root is Root.MOBILIZE and other.trigger.root in _PHYSICAL
    return same_verb and moved and told.at.clause.kind == "verb" and other.at.clause.tense == "participle"


def whose(at: At) -> str | None:
    """Behind which preposition stands who did it: "of", of what is done to somewhere, or has its victims told above it.

    "استشهد شاب بقصف لقوات الاحتلال": of a deed without an owner "to" says whose it was, where that is a force.
    """
    clause = at.clause
    if slot_phrases(clause, "on") or slot_phrases(clause, "against"):
        return OF if slot_phrases(clause, OF) or not _is_forces(at, TO) else TO
    if not is_in_a_toll(at):
        return None
    return OF if slot_phrases(clause, OF) else TO if _is_forces(at, TO) else None


def _is_forces(at: At, slot: str) -> bool:
    """Do those behind a preposition bear arms by their noun or name, with nothing of theirs between?"""
    own = tuple(o.phrase for o in at.clause.obliques if o.preposition == slot)
    naming = at.scene.words.forces.naming
    return bool(own) and all(_is_force(at, p) or p.proper or p.head in naming for p in own)


def is_in_a_toll(at: At) -> bool:
    """ "Three were hurt in the shelling of the army": the verb above tells whom it befell, so that it is the army's own."""
    above, words = at.parent, at.scene.words.events
    if above is None or not all(_is_force(at, o.phrase) for o in at.clause.obliques if o.preposition == "of"):
        return False
    verb, inside = above.clause, at.clause.marker in ("in", "during", "by", "with", "because of")
    if inside and verb.lemma in words.dying:
        return verb.subject is not None
    harms = verb.lemma in words.outcomes and bool(verb.objects)
    return harms and (inside if verb.passive else at.clause.marker == "subject")


def _is_force(at: At, phrase: Phrase) -> bool:
    language = at.scene.reading.language
    # "forty died in the storming of a garrison": where troops live is what is stormed.
    force = (known_class(language, "troops") | known_class(language, "armed")) - known_class(
        language, "facility"
    )
    return phrase.head in force
