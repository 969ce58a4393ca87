"""Memory is searched seldom, and what can be given back is given back."""

import gc
import weakref

from hudna.seldom import collecting_at_the_end


class Word:
    """It may know itself."""

    other: "Word"


def test_what_knows_itself_goes_when_the_work_is_done():
    usual = gc.get_threshold()
    with collecting_at_the_end():
        word = Word()
        word.other = word
        left = weakref.ref(word)
        del word
    assert left() is None
    assert gc.get_threshold() == usual
