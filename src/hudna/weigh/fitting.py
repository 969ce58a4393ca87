"""Does what was told fit a pattern? Every field of the pattern that is given must."""

from hudna.model.hypothesis import Pattern
from hudna.weigh.ground import Ground
from hudna.weigh.occurrence import Occurrence, is_told_as_happened


def fits(pattern: Pattern, told: Occurrence, ground: Ground) -> bool:
    """Whether this occurrence is one that the pattern means."""
    return (
        pattern.content == told.content
        and _in(pattern.roots, told.root)
        and _in(pattern.modes, told.mode)
        and _in(pattern.moves, told.move)
        and _in(pattern.purposes, told.purpose)
        and _in(pattern.standing, told.standing)
        and _in(pattern.provisions, told.provision)
        and _in(pattern.verdicts, told.verdict)
        and _is_held(pattern, told)
        and (pattern.dead is None or told.dead >= pattern.dead)
        and _who(pattern, told, ground)
        and _where(pattern, told, ground)
    )


def _in(wanted: tuple[str, ...], value: str | None) -> bool:
    return not wanted or value in wanted


def _is_held(pattern: Pattern, told: Occurrence) -> bool:
    if pattern.statuses:
        return bool(set(pattern.statuses) & told.statuses)
    return is_told_as_happened(told)


def _who(pattern: Pattern, told: Occurrence, ground: Ground) -> bool:
    if pattern.actors and not any(ground.is_actor(pattern.actors, one) for one in told.actors):
        return False
    if pattern.recipients and not any(ground.is_actor(pattern.recipients, one) for one in told.recipients):
        return False
    if pattern.sectors and not any(one.sector in pattern.sectors for one in told.actors):
        return False
    if pattern.speakers and not ground.is_actor(pattern.speakers, told.speaker):
        return False
    return pattern.between is None or _between(pattern.between, told, ground)


def _between(pair: tuple[str, str], told: Occurrence, ground: Ground) -> bool:
    """Two different parties, one of each name; of one camp's own quarrel both are of that camp."""
    everybody = [*told.actors, *told.recipients]
    one = [n for n, p in enumerate(everybody) if ground.is_actor((pair[0],), p)]
    other = [n for n, p in enumerate(everybody) if ground.is_actor((pair[1],), p)]
    return any(a != b and not ground.cast.same(everybody[a], everybody[b]) for a in one for b in other)


def _where(pattern: Pattern, told: Occurrence, ground: Ground) -> bool:
    if pattern.within and not any(ground.is_within(pattern.within, where) for where in told.places):
        return False
    return not pattern.towards or any(ground.is_within(pattern.towards, where) for where in told.towards)
