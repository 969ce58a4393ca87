"""Phrases and those they hang from."""

from hudna.read.shallow.chunks import Group


def with_owners(group: Group) -> list[Group]:
    """A phrase and, in a construct state, its owners, the innermost last."""
    found = [group]
    while found[-1].obliques and found[-1].obliques[0].word_at < 0 and len(found) < 8:
        found.append(found[-1].obliques[0])
        found[-1].frame = group.frame
    return found


def first_member(group: Group) -> Group:
    while group.slot == "member" and group.above is not None:
        group = group.above
    return group


def chain(group: Group) -> list[Group]:
    """A phrase and those it hangs from, the nearest first."""
    found = [group]
    while len(found) < 12 and found[-1].above is not None:
        found.append(found[-1].above)
    return found


def end_of(group: Group) -> int:
    """The last word of a phrase with all that hangs from it."""
    parts = (*group.obliques, *group.members, *group.beside)
    return max([group.last, group.described, *(end_of(g) for g in parts)])


def doer_of(group: Group) -> Group | None:
    """Whoever the noun of a deed belongs to, right behind it or by a pronoun written on it."""
    if group.owner is not None:
        return group.owner
    return next((g for g in group.obliques if g.word_at < 0 and g.relation == "of"), None)


def is_doer(group: Group, naming: frozenset[str], deeds: frozenset[str]) -> bool:
    """ "رصاص الاحتلال شرق رفح": who is named by a word for a deed and did the one before happens nowhere himself."""
    named = group.lemma in naming and group.article is not None and group.owner is None
    above = group.above if group.relation == "of" and group.word_at < 0 else None
    return named and above is not None and above.lemma in deeds
