"""What the coder must know of one language: triggers, speech verbs, cues."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from hudna.knowledge.files import ROOT, load_list
from hudna.model.claim import Root
from hudna.model.record import Record

Slot = Literal[
    "subject",
    "object",
    "object2",
    "possessor",
    "compound",
    "by",
    "of",
    "on",
    "against",
    "with",
    "between",
    "from",
    "to",
    "toward",
    "in",
    "into",
    "at",
    "for",
    "over",
    "about",
    "near",
    "among",
    "under",
    "along",
    "across",
    "through",
    "within",
    "around",
    "off",
    "outside",
    "behind",
]


class Trigger(Record):
    """Words that tell of an event of one PLOVER kind.

    `lemma` lists alternatives (base forms, never inflected forms). `roles` says
    which slot of the clause fills actor, recipient and place; left out, the usual
    frame holds (verb: subject acts upon object; noun: by/possessor/compound acts upon
    of/on/against). `needs` and `unless` test head lemmas (or "@class" names
    of classes.yml) in a slot; the slot "any" tests every word of the sentence.
    Slots also tell apart `pull out` (particle: out) and `pull`.
    """

    id: str
    lemma: tuple[str, ...]
    pos: Literal["verb", "noun", "adjective"]
    particle: str | None = None
    root: Root
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    roles: dict[Literal["actor", "recipient", "place"], tuple[Slot, ...]] = Field(default_factory=dict)
    mutual: bool = Field(default=False, description="everyone takes part: clashes, talks")
    needs: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    weak: bool = Field(
        default=False, description="an event only with a known or described armed or political actor"
    )
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


def language_folder(language: str) -> Path:
    """Where the knowledge of one language lies."""
    return ROOT / "languages" / language


@cache
def load_triggers(language: str) -> tuple[Trigger, ...]:
    """Every trigger of a language, in file order."""
    files = sorted((language_folder(language) / "triggers").glob("*.yml"))
    return tuple(trigger for path in files for trigger in load_list(path, Trigger))
