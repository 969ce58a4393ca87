"""Words of a trigger that tell of nothing: inside a name, before what is really done, or a force that acts."""

from hudna.extract.scene import At
from hudna.knowledge.classes import known_class
from hudna.knowledge.folding import written
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root


def is_named(at: At) -> bool:
    """ "force" in the name of a joint operations force: a noun inside a name is no event."""
    if at.clause.kind != "noun":
        return False
    return any(
        m.id is not None and m.start <= at.clause.start and at.clause.end <= m.end
        for m in at.scene.mentions.actors
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
    return (
        trigger.root is Root.AID
        and reduced
        and written(clause.text) in at.scene.words.people.described_by
        and not at.scene.times_in(clause.span_start, clause.span_end)
    )


def acts(at: At, matched: dict[int, Trigger]) -> bool:
    """ "a joint patrol arrested twelve": a force that does something is no event beside what it does."""
    parent = at.parent
    if at.clause.kind != "noun" or at.clause.marker != "subject" or parent is None:
        return False
    forces = known_class(at.scene.reading.language, "troops")
    return at.clause.lemma in forces and parent.clause.index in matched and not parent.clause.passive
