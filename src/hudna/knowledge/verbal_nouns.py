"""Triggers of verbal nouns made from those of their verbs: who knows "accepted" knows "acceptance".

A language in which every verb has its noun, and in which news tells deeds by nouns ("carried out the arming of",
"by closing"), lists the nouns beside their verbs in verbal_nouns.yml; nobody need write each trigger twice.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from hudna.knowledge.files import language_folder, load_one
from hudna.knowledge.trigger import Trigger
from hudna.model.record import Record

FILE = "verbal_nouns.yml"

Role = Literal["actor", "recipient", "place"]
# Who acts stands behind such a noun as its owner, or behind "by"; what is done to whom as what it is "of".
_OWNERS = ("by", "possessor")
_OF = "of"


class VerbalNouns(Record):
    """verbal_nouns.yml: base form of a verb → base forms of its nouns."""

    nouns: dict[str, tuple[str, ...]]


@cache
def load_verbal_nouns(language: str) -> Mapping[str, tuple[str, ...]]:
    """The verbal nouns of a language; none where nobody lists them."""
    path = language_folder(language) / FILE
    return load_one(path, VerbalNouns).nouns if path.is_file() else {}


def verbal_nouns(triggers: tuple[Trigger, ...], nouns: Mapping[str, tuple[str, ...]]) -> Iterator[Trigger]:
    """A wide net for each noun whose verb has a trigger; triggers of the noun's own are asked first."""
    for trigger in triggers:
        if trigger.pos != "verb" or trigger.particle is not None or trigger.negated or _is_of_nobody(trigger):
            continue
        lemma = tuple(dict.fromkeys(noun for verb in trigger.lemma for noun in nouns.get(verb, ())))
        if lemma:
            yield _made_of(trigger, lemma)


def _made_of(trigger: Trigger, lemma: tuple[str, ...]) -> Trigger:
    aimed = _is_aimed(trigger)
    unasked = "subject" in trigger.needs and aimed
    return trigger.model_copy(
        update={
            "id": f"{trigger.id}.of",
            "pos": "noun",
            "lemma": lemma,
            "roles": _roles(trigger, aimed=aimed),
            "needs": _slots(trigger.needs, aimed=aimed),
            "unless": _slots(trigger.unless, aimed=aimed),
            "weak": trigger.weak or unasked,
            "last": True,
            "made": True,
            "examples": (),
            "counter": (),
        }
    )


def _is_of_nobody(trigger: Trigger) -> bool:
    """ "وقع ضحية القصف": a thing that it asks for as subject, and nobody who acts, is not what its noun is of."""
    return trigger.roles.get("actor") == () and "subject" in trigger.needs


def _is_aimed(trigger: Trigger) -> bool:
    """Does the verb take an object, which stands behind its noun where else the one who acts would?"""
    named = {slot for slots in trigger.roles.values() for slot in slots} | trigger.needs.keys()
    return "object" in named or (not trigger.roles and not trigger.mutual)


def _roles(trigger: Trigger, *, aimed: bool) -> dict[Role, tuple[str, ...]]:
    acting = _OWNERS if aimed else (*_OWNERS, _OF)
    names = {"subject": acting, "object": (_OF,)}
    return {
        role: tuple(dict.fromkeys(name for slot in slots for name in names.get(slot, (slot,))))
        for role, slots in trigger.roles.items()
    }


def _slots(conditions: Mapping[str, tuple[str, ...]], *, aimed: bool) -> dict[str, tuple[str, ...]]:
    """Conditions on the noun's slots; who acts is seldom named beside what is done, so nothing is asked of him there."""
    names = {"object": _OF, "subject": None if aimed else _OF}
    renamed = ((names.get(slot, slot), words) for slot, words in conditions.items())
    return {slot: words for slot, words in renamed if slot is not None}
