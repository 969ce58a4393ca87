"""Who belongs together: the same actor, or a force and a government of one state."""

from hudna.model.mention import ActorMention

_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "ELI"})


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
