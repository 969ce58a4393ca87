"""How "his forces" reads with the owner's name in the place of its pronoun."""

from dataclasses import replace

from hudna.extract.scene import At
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention


def owned_words(
    at: At, phrase: Phrase, owner: Phrase, actor: ActorMention
) -> tuple[str, str, tuple[ActorMention, ...]]:
    """ "his forces" with the owner's name in the pronoun's place, its head, and the name as if the words stood where the phrase does."""
    text, pattern = at.scene.report.text, at.scene.words.forces.owned_by
    behind = owner.start > phrase.head_start  # written on its noun, or after it
    owned = text[phrase.core_start : owner.start] if behind else text[owner.end : phrase.core_end]
    owned = owned.strip()
    before, _, _ = pattern.partition("{owner}")
    start = phrase.start + len(before.format(owned=owned))
    words = pattern.format(owner=actor.name, owned=owned)
    return words, phrase.head, (replace(actor, start=start, end=start + len(actor.name)),)
