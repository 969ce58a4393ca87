"""Which countries a report names only in passing: whence somebody came, whose border is near, who helps."""

import re

from hudna.knowledge.folding import lowered

# "près de la frontière avec le Niger": the word that says so stands so near.
_REACH = 40
_WORD = re.compile(r"[^\W\d_]+(?:['’]|(?:-[^\W\d_]+)*)")


def in_passing(text: str, start: int, beside: frozenset[str], small: frozenset[str]) -> bool:
    """ "venus du Mali", "l'appui de la Russie": the last word before the country that is no small one tells."""
    before = lowered(text[max(0, start - _REACH) : start])
    words = [w.replace("’", "'") for w in _WORD.findall(before)]
    told = next((word for word in reversed(words) if word not in small), None)
    stopped = any(mark in before[before.rfind(told) :] for mark in ',.;:«»"') if told else True
    return told in beside and not stopped
