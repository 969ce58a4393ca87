"""Who stands behind a phrase that is no actor itself: the owner of a weapon, the author of a statement, an unlisted name."""

from dataclasses import replace

from hudna.extract.plausible import is_craft
from hudna.extract.scene import At, Thread, Who
from hudna.extract.sources import speaker
from hudna.extract.who import forces_of, who
from hudna.knowledge.classes import BEARING, known_class
from hudna.knowledge.people import people
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention


def owner(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "army aircraft", "the militia's drones", "shells fired by …"."""
    if slot not in ("subject", "by", "of", "with", "to", "compound", "possessor"):
        return None
    owners = [
        phrase.possessor,
        *(o.phrase for o in phrase.obliques if o.preposition in ("compound", "of", "by", "from")),
    ]
    for owner in owners:
        found = (who(at, owner, thread) or forces_of(at, owner)) if owner is not None else None
        if found is not None and not found.actor.anonymous:
            return replace(
                found,
                start=phrase.core_start,
                end=phrase.core_end,
                text=at.words(phrase)[: phrase.core_end - phrase.core_start],
            )
    return forces_of(at, phrase) if slot == "compound" else None


def apposed(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "the region's main bloc, ECOWAS, …": the name stands beside."""
    found = next((w for p in phrase.appositions if (w := who(at, p, thread)) is not None), None)
    if found is None or not phrase.proper or not found.actor.anonymous or found.actor.id is not None:
        return found
    # "Jane Doe, the leader's sister, …": what follows says who she is, and she has a name.
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    named = replace(found.actor, name=words, text=words, anonymous=False, kind="official")
    return Who(phrase.core_start, phrase.core_end, words, named)


def craft(at: At, phrase: Phrase, slot: str) -> Who | None:
    """ "aircraft bombed", "a drone hit": nobody knows whose, so the craft itself is named."""
    if slot != "subject" or not is_craft(at, phrase):
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, words, None, "UAF", "party", rule="unclaimed_craft"
    )
    return Who(phrase.core_start, phrase.core_end, words, actor)


def author(at: At, phrase: Phrase, slot: str, thread: Thread) -> Who | None:
    """ "a statement warning residents": who made the statement warns."""
    return (
        speaker(at, phrase, thread)
        if slot == "subject" and at.clause.lemma in at.scene.verbs_of_speech
        else None
    )


def stranger(at: At, phrase: Phrase, slot: str) -> Who | None:
    """A name nobody has listed, where only someone can stand: kept as a new actor without id, country or sector."""
    if not phrase.proper:
        return _people(at, phrase, slot)
    if (
        slot not in ("subject", "by", "between", "with", "against")
        or not phrase.proper
        or at.scene.places_in(phrase.core_start, phrase.core_end)
    ):
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if at.scene.times_in(phrase.start, phrase.end) or not words[:1].isalpha():
        return None
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, words, None, None, "party", rule="unlisted_name"
    )
    return Who(phrase.core_start, phrase.core_end, words, actor)


def _people(at: At, phrase: Phrase, slot: str) -> Who | None:
    """ "i superstiti", "gli equipaggi": a noun for people whom no list of agents knows, where someone acts."""
    acts = slot in ("subject", "by") and phrase.pronoun is None and at.clause.kind == "verb"
    language = at.scene.reading.language
    # Only where a language lists the words of conflict is a report surely on one.
    surely = at.scene.speaks_of_force and bool(known_class(language, BEARING))
    if not acts or not surely or phrase.head not in people(language):
        return None
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    actor = ActorMention(
        phrase.core_start, phrase.core_end, words, None, words, None, "CVL", "anonymous", anonymous=True,
        rule="unlisted_people",
    )  # fmt: skip
    return Who(phrase.core_start, phrase.core_end, words, actor)
