"""Who belongs together: the same actor, or a force and a government of one state."""

from hudna.model.mention import ActorMention

_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "ELI"})
_BYSTANDERS = frozenset({"official"})
# Rules by which a country comes from the report, not from the words.
BY_SETTING = frozenset({"generic_agent", "bare_count"})


def same_side(one: ActorMention, other: ActorMention) -> bool:
    """The same actor, or a force and a government of one state."""
    if one.id is not None and one.id == other.id:
        return True
    if one.anonymous or other.anonymous or one.kind == "media":
        return False
    same_country = one.country is not None and one.country == other.country
    if same_country and one.side is not None and one.side == other.side:
        return True
    return bool(
        same_country
        and one.sector in _OF_STATE
        and other.sector in _OF_STATE
        and (one.side is None or other.side is None)
    )


def speaks_for(speaker: ActorMention, actor: ActorMention) -> bool:
    """Does the actor act for the speaker's side? A mayor or a hospital tells of the army as a bystander does."""
    if speaker.kind in _BYSTANDERS:
        return speaker.id is not None and speaker.id == actor.id
    unnamed = speaker.country is None and actor.country is None and speaker.id is None and actor.id is None
    if unnamed and not (speaker.anonymous or actor.anonymous):
        # "the interior ministry said police detained …": state and police of one country, whichever it is.
        return speaker.sector in _OF_STATE and actor.sector in _OF_STATE
    return same_side(speaker, actor)


def is_of_mover(moved: ActorMention, mover: ActorMention) -> bool:
    """ "Kenya sent hundreds of police to Haiti": whose they are nobody says, so they are his who sends them, not of the country around."""
    unnamed = moved.id is None and moved.country is None
    guessed = moved.rule in BY_SETTING and mover.country is not None and moved.country != mover.country
    return unnamed or guessed
