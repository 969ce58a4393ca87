"""Words that tell enough by what they find, though nobody a list knows acts or suffers."""

from hudna.extract.scene import At
from hudna.extract.triggers import nominal_lemmas
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root

# So many slots filled as a trigger asks leave a weak word no other sense.
MUCH = 2

_FORCE = frozenset({Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT, Root.PROTEST, Root.AID})
# What two sides do with each other, or one undoes.
_SETTLED = frozenset(
    {
        Root.CONSULT,
        Root.AGREE,
        Root.SUPPORT,
        Root.COOPERATE,
        Root.RETREAT,
        Root.SANCTION,
        Root.CONCEDE,
        Root.REJECT,
    }
)
_TOLD_BY = ("root", "complement", "coordinate")


def asks_much(at: At, trigger: Trigger) -> bool:
    """ "Fifteen traders lay dead", "the town was left in ashes": words that ask for so much tell of force, whoever suffered it."""
    force = trigger.root in _FORCE and at.scene.speaks_of_force
    return force and at.clause.kind != "noun" and len(trigger.needs) >= MUCH


def is_done(at: At, trigger: Trigger) -> bool:
    """ "A memorandum was signed", "the ban was rescinded": what two sides do with each other, though nobody says who."""
    clause = at.clause
    finite = clause.kind == "verb" and clause.tense in ("past", "present") and clause.link in _TOLD_BY
    passive = clause.passive and clause.subject is None and "object" in trigger.needs
    # "Police were sent" settles nothing: a meeting, a pact, a ban is itself a deed.
    deeds = nominal_lemmas(at.scene.reading.language)
    deed = trigger.root is Root.AGREE or any(p.head in deeds for p in clause.objects)
    return passive and finite and deed and trigger.root in _SETTLED and at.scene.speaks_of_force


def asks_outright(at: At, trigger: Trigger) -> bool:
    """ "Residents awoke to artillery", "the country recalled its envoy": a word of one sense that finds what it asks for."""
    clause = at.clause
    plain = not trigger.weak and not trigger.last and trigger.root is not Root.ASSAULT
    finite = clause.kind == "verb" and clause.tense in ("past", "present") and clause.link in _TOLD_BY
    return plain and finite and "object" in trigger.needs and at.scene.speaks_of_force
