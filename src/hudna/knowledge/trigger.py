"""A trigger: words that tell of an event of one PLOVER kind."""

from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from hudna.knowledge.function_words import known_names
from hudna.model.claim import Root
from hudna.model.record import Record

# What a clause itself offers; every canonical preposition is a slot too.
PARTICIPANTS = frozenset({"subject", "object", "object2", "possessor", "compound"})
# In a condition, "any" tests every word of the sentence.
ANYWHERE = "any"
# In a condition, "modal" tests the clause's own modals by their canonical names; a future tense is a "will".
MODAL = "modal"


@cache
def _slots() -> frozenset[str]:
    return PARTICIPANTS | known_names("prepositions") | {ANYWHERE, MODAL}


def _known_slot(name: str) -> str:
    known = _slots()
    if name not in known:
        raise ValueError(f"unknown slot '{name}'; known: {', '.join(sorted(known))}")
    return name


Slot = Annotated[str, AfterValidator(_known_slot)]


class Trigger(Record):
    """Words that tell of an event of one PLOVER kind.

    `lemma` lists alternatives (base forms, never inflected forms). `roles` says
    which slot of the clause fills actor, recipient and place; left out, the usual
    frame holds (verb: subject acts upon object; noun: by/possessor/compound acts upon
    of/on/against). `needs` and `unless` test head lemmas (or "@class" names
    of classes.yml) in a slot; the slot "any" tests every word of the sentence, "modal" the clause's own modals. Slots
    behind a preposition bear its canonical name (function_words.yml), in every language.
    Slots also tell apart `pull out` (particle: out) and `pull`.
    """

    id: str
    lemma: tuple[str, ...]
    pos: Literal["verb", "noun", "adjective"]
    particle: str | None = None
    plain: bool = Field(
        default=False,
        description="no event where a particle goes with the verb: 'si tratta di' treats with nobody",
    )
    root: Root
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    roles: dict[Literal["actor", "recipient", "place"], tuple[Slot, ...]] = Field(default_factory=dict)
    mutual: bool = Field(default=False, description="everyone takes part: clashes, talks")
    needs: dict[Slot, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[Slot, tuple[str, ...]] = Field(default_factory=dict)
    negated: bool = Field(default=False, description="an event only with a negation: 'will not accept'")
    weak: bool = Field(
        default=False, description="an event only with a known or described armed or political actor"
    )
    last: bool = Field(
        default=False, description="a wide net: asked where no other trigger of the word holds"
    )
    made: bool = Field(default=False, description="made from the trigger of its verb, which proves it")
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()
