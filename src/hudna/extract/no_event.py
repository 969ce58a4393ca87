"""Words of a trigger that tell of nothing: inside a name, before what is really done, or a force that acts."""

from functools import cache

from hudna.extract.relations import ACCORDING
from hudna.extract.scene import At
from hudna.knowledge.actor_packs import load_agents
from hudna.knowledge.classes import known_class
from hudna.knowledge.folding import written
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root

# "an aircraft of the coalition", "blamed on the guerrilla": behind these it is somebody.
_BESIDE = frozenset({"of", "by", "to", "on", "with", "between", "against"})


@cache
def _bands(language: str) -> frozenset[str]:
    """Words for those who fight together that may also mean what they do: "rebellion", "coalition"."""
    pack = load_agents(language)
    classes = pack.classes if pack is not None else ()
    return frozenset(n for c in classes if c.id in ("rebels", "neutral") for n in c.nouns)


@cache
def _bodies(language: str) -> frozenset[str]:
    """Words for bodies and forces, which a bare noun behind them names."""
    pack = load_agents(language)
    classes = pack.classes if pack is not None else ()
    return frozenset(n for c in classes if c.id in ("army", "bodies", "force") for n in c.nouns)


def is_named(at: At) -> bool:
    """ "force" in the name of a joint operations force: a noun inside a name is no event."""
    if at.clause.kind != "noun":
        return False
    inside = any(
        m.id is not None and m.start <= at.clause.start and at.clause.end <= m.end
        for m in at.scene.mentions.actors
    )
    return inside or _says_which(at)


def _says_which(at: At) -> bool:
    """ "l'Armée de libération", "les comités de résistance": bare behind "of" and a word for a body it says which one."""
    bodies = _bodies(at.scene.reading.language)
    # Where nothing is written between a noun and its owner, bare words tell nothing of the kind.
    asked = at.clause.marker == "of" and not at.scene.language.construct_state
    clauses = at.passage.clauses if asked else ()
    phrases = (p for c in clauses for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques)))
    inner = (o for p in phrases if p is not None and p.head in bodies for o in p.obliques)
    return any(
        o.preposition == "of" and o.phrase.determiner is None and o.phrase.head_start == at.clause.start
        for o in inner
    )


def sets_about(at: At, trigger: Trigger) -> bool:
    """ "sono tornati a sparare": a verb of going with nothing behind it but what they do."""
    clause = at.clause
    bare = not clause.objects and not any(o.preposition in ("to", "from", "in") for o in clause.obliques)
    goes = trigger.root in (Root.RETREAT, Root.MOBILIZE) and clause.lemma in at.scene.cues.implicative_verbs
    return (
        bare
        and goes
        and clause.kind == "verb"
        and any(
            c.clause.link == "complement" and c.clause.tense == "infinitive" and c.clause.marker == "to"
            for c in at.children()
        )
    )


def only_describes(at: At, trigger: Trigger) -> bool:
    """ "factions backed by Turkey attacked": a participle that says which ones they are tells of no help given."""
    clause = at.clause
    reduced = clause.kind == "verb" and clause.passive and clause.link == "relative" and clause.marker is None
    if trigger.root is Root.COOPERATE and reduced and _is_of_source(at):
        return True
    return (
        trigger.root is Root.AID
        and reduced
        and written(clause.text) in at.scene.words.people.described_by
        and not at.scene.times_in(clause.span_start, clause.span_end)
    )


def _is_of_source(at: At) -> bool:
    """ "according to figures shared by the agency": who shared them tells it, and nothing else."""
    obliques = (o for c in at.passage.clauses if c.index != at.clause.index for o in c.obliques)
    return any(
        o.preposition in ACCORDING and o.phrase.start <= at.clause.start < o.phrase.end for o in obliques
    )


def acts(at: At, matched: dict[int, Trigger]) -> bool:
    """ "a joint patrol arrested twelve": a force that does something is no event beside what it does."""
    parent = at.parent
    if at.clause.kind == "noun" and at.clause.lemma in _bands(at.scene.reading.language):
        does = at.clause.marker == "subject" and parent is not None and parent.clause.index in matched
        # "the insurgency in the province": what goes on somewhere is no band.
        where = any(o.preposition == "in" for o in at.clause.obliques)
        return (does and not where) or at.clause.marker in _BESIDE
    if at.clause.kind != "noun" or at.clause.marker != "subject" or parent is None:
        return False
    forces = known_class(at.scene.reading.language, "troops")
    return at.clause.lemma in forces and parent.clause.index in matched and not parent.clause.passive
