"""What participles behind a noun say of the event it tells: who did it, to whom, on whom it is blamed.

"An attack carried out by rebels on the base", "clashes pitting the army against the militia",
"a raid blamed on the group".
"""

from hudna.extract.scene import At
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Status
from hudna.model.clause import Clause

AGAINST = ("against", "on", "to", "at")


def participles(at: At) -> tuple[At, ...]:
    """The clauses that describe a nominal event and hang right from its noun; "came under an attack carried out by"."""
    if at.clause.kind != "noun":
        starts = _suffered(at)
        return tuple(
            At(at.scene, at.passage, c) for c in at.passage.clauses if any(_describes(c, s) for s in starts)
        )
    return tuple(
        At(at.scene, at.passage, c)
        for c in at.passage.clauses
        if _describes(c, at.clause.start) or _describes_inside(at, c)
    )


def _suffered(at: At) -> tuple[int, ...]:
    """Where the nouns stand that tell what somebody suffers: "a subi une série d'attaques"."""
    cues = at.scene.cues
    if at.clause.kind != "verb" or at.clause.lemma not in cues.suffering_verbs - cues.perceiving_verbs:
        return ()
    deeds = nominal_lemmas(at.scene.reading.language)
    inner = (o.phrase for p in at.clause.objects for o in p.obliques if o.preposition == "of")
    return tuple(p.head_start for p in (*at.clause.objects, *inner) if p.head in deeds)


def _describes_inside(at: At, clause: Clause) -> bool:
    """ "a strike of drones blamed on the group": only deeds are blamed on somebody, whatever noun stands last."""
    whole, noun = at.clause.phrase, clause.noun
    if whole is None or noun is None or clause.lemma not in at.scene.words.speech.blaming:
        return False
    inside = at.clause.start < noun.head_start < whole.end
    return inside and clause.passive and _describes(clause, noun.head_start)


def _describes(clause: Clause, start: int) -> bool:
    # "survenu samedi entre l'armée et la milice": nobody else stands as subject.
    befallen = (
        clause.tense == "past"
        and clause.subject is not None
        and clause.noun is not None
        and clause.subject.head_start == clause.noun.head_start
    )
    reduced = clause.tense == "participle" or ((clause.passive or befallen) and not clause.modals)
    return (
        clause.kind == "verb"
        and clause.link == "relative"
        and clause.marker is None
        and clause.negation is None
        and reduced
        and clause.noun is not None
        and clause.noun.head_start == start
    )


def doers(at: At, trigger: Trigger) -> tuple[tuple[At, tuple[str, ...]], ...]:
    """The participles that tell who did it, each with the slots where he stands."""
    told = (*participles(at), *(_broken_out(at) if trigger.mutual else ()))
    return tuple((p, slots) for p in told if (slots := _doing(p, trigger)))


def _broken_out(at: At) -> tuple[At, ...]:
    """ "…, which broke out between two factions": relatives of a deed that say between whom it happened."""
    return tuple(
        At(at.scene, at.passage, c)
        for c in at.passage.clauses
        if c.link == "relative"
        and c.marker in ("who", "which", "that")
        and c.lemma in at.scene.cues.happening_verbs
        and c.noun is not None
        and at.clause.kind == "noun"
        and c.noun.head_start == at.clause.start
    )


def _doing(at: At, trigger: Trigger) -> tuple[str, ...]:
    clause, scene = at.clause, at.scene
    if clause.passive and clause.lemma in scene.words.speech.blaming:
        return ("to", "on", "at")
    if clause.passive and clause.lemma in scene.cues.light_verbs:
        # "the agreement signed by both, with the Mission": all take part alike.
        return ("subject", "between", "with") if trigger.mutual else ("subject",)
    if clause.marker is not None:
        # "the clashes, which broke out between two factions"
        return ("between", "with")
    pits = trigger.mutual and not clause.passive and clause.lemma in scene.cues.happening_verbs
    return ("object", "against", "between", "with", "to", "at") if pits else ()


def sufferers(at: At, trigger: Trigger) -> tuple[tuple[At, tuple[str, ...]], ...]:
    """The participles that tell whom it befell: "an ambush laid for a convoy", "strikes targeting the camp"."""
    if trigger.mutual:
        return ()
    found: list[tuple[At, tuple[str, ...]]] = []
    for each in participles(at):
        clause, cues = each.clause, each.scene.cues
        if clause.passive and clause.lemma in cues.light_verbs:
            found.append((each, AGAINST))
        elif not clause.passive and clause.lemma in cues.happening_verbs:
            found.append((each, ("object",)))
    return tuple(found)


def is_blamed(at: At) -> bool:
    """ "a raid blamed on the group": somebody says that it was theirs."""
    return any(p.clause.passive and p.clause.lemma in p.scene.words.speech.blaming for p in participles(at))


def only_carries(at: At) -> bool:
    """ "an ambush laid by rebels": the noun tells the attack, the participle who laid it."""
    clause = at.clause
    return (
        clause.lemma in at.scene.cues.light_verbs
        and clause.noun is not None
        and _describes(clause, clause.noun.head_start)
    )


def only_blames(at: At) -> bool:
    """ "… , blamed on the rebels": says whose act the noun is, and nothing of its own where nobody is said to blame."""
    clause = at.clause
    return (
        clause.lemma in at.scene.words.speech.blaming
        and clause.passive
        and clause.subject is None
        and clause.link == "relative"
        and clause.marker is None
    )


def is_expected(at: At) -> bool:
    """ "reinforcements are expected": a participle that says of its own subject that it is to come."""
    clause, cues = at.clause, at.scene.cues
    forms = {written(clause.text), *lemmas(clause.text, at.scene.reading.language)}
    planned = any(cues.adjectives.get(form) is Status.PLANNED for form in forms)
    # "The envoy was expected in Erbil", where nobody expects anything that a clause tells.
    told = any(c.clause.link == "complement" for c in at.children())
    return planned and (clause.lemma not in at.scene.verbs_of_speech or not told)


def is_under_plan(at: At) -> bool:
    """ "under the proposal, the group frees ten captives": what a plan or an agreement lays down."""
    planned = at.scene.cues.nouns.get(Status.PLANNED, frozenset())
    return at.clause.kind == "verb" and any(
        o.preposition == "under" and o.phrase.head in planned for o in at.clause.obliques
    )


def is_of_plan(at: At) -> bool:
    """ "the agreement provides for a pull-out": is it a plan or an agreement that acts?"""
    subject = at.clause.subject
    return subject is not None and subject.head in at.scene.cues.nouns.get(Status.PLANNED, ())
