"""Who is called by a surname alone: whoever the report has named in full before, with what he is.

"Il generale Jan Roe è arrivato. Roe ha ordinato …"; "confirmed the death of its commander, Jan Roe. Roe was killed …".
"""

from hudna.extract.fully_named import holders, is_surname
from hudna.extract.owners import apposed
from hudna.extract.scene import MAKE_WHO, At, Thread, Who
from hudna.extract.who import who
from hudna.model.clause import Phrase


def called_before(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """The actor that a full name, told before with an office, gives to a surname that nobody lists."""
    words = at.scene.report.text[phrase.core_start : phrase.core_end]
    if not is_surname(words) or at.scene.places_in(phrase.core_start, phrase.core_end):
        return None
    for earlier, holder in holders(at, phrase.core_start, words):
        found = who(earlier, holder, thread) or apposed(earlier, holder, thread)
        if found is not None and found.actor.sector is not None:
            return MAKE_WHO(phrase.core_start, phrase.core_end, words, found.actor)
    return None
