"""Nouns for deeds that came before, went on meanwhile, or were what something ended in."""

from hudna.extract.scene import At
from hudna.knowledge.folding import written
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase

_AIMED = frozenset({Root.ASSAULT, Root.COERCE})
# Behind these a deed is told with no article at all: "amid heavy shelling".
_MEANWHILE = ("after", "following", "during", "amid", "despite")
_REASONS = ("after", "following", "because", "because of", "amid", "despite", "since")
# Behind these only as one or several: "in a raid", "with clashes".
_BESIDE = (*_MEANWHILE, "in", "with", "under", "by", "from", "since", "through")


def comes_before(at: At, trigger: Trigger) -> bool:
    """ "The port is theirs after a dawn assault", "… amid clashes": a new deed, told as what came first or went on meanwhile."""
    clause = at.clause
    whole = clause.phrase
    if clause.noun is not None:
        # "in a wave of arrests"
        whole = clause.noun if clause.marker == "of" and counted(at, clause.noun) else None
    told = trigger.root in _AIMED and not trigger.weak and at.scene.speaks_of_force
    beside = clause.link == "modifier" and (clause.marker in _BESIDE or clause.noun is not None)
    return told and beside and whole is not None and _is_new(at, whole) and not _is_toll(at, whole)


def is_reason(at: At) -> bool:
    """ "forced to flee because of the fighting", "sent to help after the raid": what came first is nobody's aim."""
    clause = at.clause
    return clause.kind == "noun" and clause.link == "modifier" and clause.marker in _REASONS


def _is_toll(at: At, whole: Phrase) -> bool:
    """ "Two are dead after an ambush", "a series of blasts killed nine": the verb beside it tells what it did."""
    parent = at.parent
    if parent is None or whole.start < parent.clause.start:
        return True
    words = at.scene.words.events
    outcome = parent.clause.lemma in words.outcomes | words.dying
    return outcome or (parent.clause.kind == "copula" and bool(parent.clause.adverbs))


def _is_new(at: At, whole: Phrase) -> bool:
    """One, several, or some of it, of which nothing is known yet."""
    bare = whole.determiner is None and whole.possessor is None
    going_on = bare and at.clause.noun is None and at.clause.marker in _MEANWHILE
    return whole.determiner == "a" or (bare and whole.plural) or going_on


def is_end(at: At, parent: At) -> bool:
    """ "The march ended in clashes": what it came to, behind a verb of ending."""
    ends = parent.clause.lemma in at.scene.words.events.ending_in and parent.clause.kind == "verb"
    return ends and at.clause.link == "modifier" and at.clause.marker in ("in", "with", "into")


def is_under_way(at: At) -> bool:
    """ "Talks are under way", "fighting is ongoing": a state that says it happens."""
    going = at.scene.cues.happening_verbs
    said = [a.lemma for a in at.clause.adverbs]
    said += [f"{o.preposition} {o.phrase.head}" for o in at.clause.obliques]
    return at.clause.kind == "copula" and not going.isdisjoint(said)


def counted(at: At, noun: Phrase) -> bool:
    """ "a series of attacks", "a wave of strikes": the noun only counts the event."""
    counting = at.scene.words.events.counting
    # "three hundred dead": a number may be the noun.
    return noun.head in counting or written(noun.head_text) in counting or noun.number is not None


def is_of_tally(at: At, parent: At) -> bool:
    """ "taking the toll of the attack to five", "bringing the number of dead since the clashes to ten": nobody's deed there."""
    events = at.scene.words.events
    if any(o.head in events.tallies and o.start <= at.clause.start < o.end for o in parent.clause.objects):
        return True
    # "The rebels made six dead in a raid" gives no figure of others.
    gives = parent.clause.lemma in at.scene.words.speech.figures - at.scene.cues.happening_verbs
    dead = events.results | events.outcomes | events.fallen
    return gives and any(c.clause.kind == "noun" and c.clause.lemma in dead for c in parent.children())
