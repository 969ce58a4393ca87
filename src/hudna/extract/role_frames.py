"""Which slots of a clause hold who acts and who is acted upon, by what kind of event it tells of."""

from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Clause

SUBJECT = "subject"
_OF_ACTS = frozenset({Root.MOBILIZE, Root.RETREAT, Root.PROTEST, Root.CONCEDE, Root.CONSULT})
_VERB_FRAME = {"actor": ("subject",), "recipient": ("object", "against", "on", "at"), "place": ()}
_WITH_FRAME = {"actor": ("subject",), "recipient": ("object", "with", "on", "to"), "place": ()}
_SOCIAL = frozenset({Root.AGREE, Root.SUPPORT, Root.COOPERATE, Root.CONSULT})
_NOUN_FRAME = {
    "actor": ("by", "subject", "possessor", "compound", "from", "between", "with"),
    "recipient": ("of", "on", "against", "at", "to"),
    "place": (),
}
_NOUN_OF_ACTS = {
    "actor": ("by", "subject", "possessor", "of", "compound", "from"),
    "recipient": ("on", "against"),
    "place": (),
}
_MUTUAL = {
    "actor": (
        "subject",
        "object",
        "between",
        "with",
        "possessor",
        "compound",
        "by",
        "among",
        "against",
        "of",
    ),
    "recipient": (),
    "place": (),
}


def frame_of(trigger: Trigger, kind: str) -> dict[str, tuple[str, ...]]:
    if trigger.mutual:
        base = _MUTUAL
    elif kind == "noun":
        base = _NOUN_OF_ACTS if trigger.root in _OF_ACTS else _NOUN_FRAME
    else:
        base = _WITH_FRAME if trigger.root in _SOCIAL else _VERB_FRAME
    if trigger.mutual and trigger.mode == "release" and "object" in trigger.needs and kind != "noun":
        # "exchanged forty prisoners": who is let go lets nobody go.
        actor = tuple(slot for slot in base["actor"] if slot != "object")
        base = {**base, "actor": actor, "recipient": ("object",)}
    told: dict[str, tuple[str, ...]] = {role: tuple(slots) for role, slots in trigger.roles.items()}
    if SUBJECT in told.get("recipient", ()) and "actor" not in told:
        # "fell in the fighting": whom it befalls did not do it.
        told["actor"] = tuple(slot for slot in base["actor"] if slot != SUBJECT)
    return {**base, **told}


def frame_at(trigger: Trigger, clause: Clause) -> dict[str, tuple[str, ...]]:
    """The frame of a clause: who stands behind "by" in a passive is its subject, where it is told whom it befell."""
    frame = frame_of(trigger, clause.kind)
    if clause.kind == "verb" and clause.passive and clause.objects and "by" in frame["actor"]:
        return {**frame, "actor": (*frame["actor"], SUBJECT)}
    return frame


def suffering(trigger: Trigger, kind: str) -> frozenset[str]:
    """ "the destruction of drones", "a truck came under fire": the slots of whom it befalls.

    "A salvo of rockets": the trigger's own words are left out, unless it says itself that they suffer ("the downing of").
    """
    whom = trigger.roles.get("recipient", ())
    own = frozenset({SUBJECT} if kind != "noun" and SUBJECT in whom else ())
    befalls = "of" in whom or "of" not in trigger.needs
    return own | {"of"} if "of" in frame_of(trigger, "noun")["recipient"] and befalls else own
