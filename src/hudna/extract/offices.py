"""For whom does somebody speak whose name no list has?

"Jan Roe, a spokesman for the front, said …": the words beside the name tell it, here or where the
report named him first.
"""

from collections.abc import Iterator
from itertools import chain

from hudna.extract.aside import Read
from hudna.extract.fully_named import holders
from hudna.extract.scene import MAKE_WHO, At, Thread, Who
from hudna.model.clause import Phrase

# No name of a person has more words.
_LONGEST = 5


def by_office(at: At, phrase: Phrase, thread: Thread, *, who: Read) -> Who | None:
    """The one whose name it is, with whom his office makes him speak for; nobody for a resident or a witness."""
    name = at.scene.report.text[phrase.core_start : phrase.core_end]
    if not _is_name(phrase, name) or at.scene.places_in(phrase.core_start, phrase.core_end):
        return None
    told = chain(_beside(at, phrase, thread, who), _before(at, phrase, name, thread, who))
    office = next((w for w in told if not w.actor.anonymous), None)
    return MAKE_WHO(phrase.core_start, phrase.core_end, name, office.actor) if office is not None else None


def _is_name(phrase: Phrase, name: str) -> bool:
    words = name.split()
    named = phrase.proper and phrase.determiner is None and phrase.possessor is None
    return named and 0 < len(words) <= _LONGEST and words[-1][:1].isupper()


def _beside(at: At, phrase: Phrase, thread: Thread, who: Read) -> Iterator[Who]:
    """ "Jan Roe, the ministry's spokeswoman": what he is stands behind his name."""
    return (w for p in phrase.appositions if (w := who(at, p, thread)) is not None)


def _before(at: At, phrase: Phrase, name: str, thread: Thread, who: Read) -> Iterator[Who]:
    """ "Army officer Jan Roe told the radio … Roe said": what he was called where he was named in full."""
    for earlier, holder in holders(at, phrase.core_start, name):
        found = who(earlier, holder, thread)
        if found is not None:
            yield found
        yield from _beside(earlier, holder, thread, who)
