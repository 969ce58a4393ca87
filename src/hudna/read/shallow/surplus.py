"""A phrase that a relative clause has no room for: "قُتل في الهجوم الذي شنه مسلحون على القاعدة 21 جنديا".

Where verbs come first, whom a passive befalls may stand behind all that is said of where and how. The
reading gives it to the nearest verb; here it goes back to the verb that has nobody yet.
"""

from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame


def hand_back(
    frames: list[Frame], needing: frozenset[str], times: frozenset[str], people: frozenset[str]
) -> None:
    """Gives the last phrase of a relative clause to the verb above that must have one and has none."""
    for frame in frames:
        above = frame.parent
        if frame.link != "relative" or not frame.relative_word or above is None or above.verb is None:
            continue
        bare = (
            above.verb.lemma in needing and not above.verb.person and not above.goes_on and not above.content
        )
        if bare and _is_all_told_of(above, frame, times):
            plain = _plain(frame.after, times)
            if len(plain) > 1 and plain[-1].pronoun is None and plain[-1].owner is None:
                frame.after.remove(plain[-1])
                above.put(plain[-1])
        elif bare and not _plain(above.after, times) and not _plain(above.before, times):
            spare = _spare(frame, needing, times, people)
            if spare is not None:
                frame.after.remove(spare)
                above.put(spare)


def _is_all_told_of(above: Frame, frame: Frame, times: frozenset[str]) -> bool:
    """ "هاجم الجيش الذي فقد قائده ثكنة": does the verb above have no more than who acts, of whom the relative clause tells?"""
    named = [*_plain(above.before, times), *_plain(above.after, times)]
    active = above.verb is not None and not above.verb.passive
    return active and len(named) == 1 and frame.antecedent is named[0]


def _plain(groups: list[Group], times: frozenset[str]) -> list[Group]:
    return [g for g in groups if g.relation is None and g.lemma not in times]


def _spare(
    frame: Frame, needing: frozenset[str], times: frozenset[str], people: frozenset[str]
) -> Group | None:
    """The last phrase behind the verb, if it is of people and the clause is whole without it."""
    plain = _plain(frame.after, times)
    whole = 2 if frame.verb is not None and frame.verb.lemma in needing else 1
    last = plain[-1] if len(plain) >= whole else None
    if last is None or last.pronoun is not None:
        return None
    told = (last, *last.members)
    counted = any(g.count is not None or g.tag == "number" for g in told)
    return last if counted or any(g.lemma in people for g in told) else None
