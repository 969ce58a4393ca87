"""Whether an English name stands for many: "Armed Forces of Kadra" are, "the Front" is.

Read from the last word of the name proper, before "of", brackets, dashes and commas. A name in
another script is taken for one; no list of actors is needed, and a new name is read alike.
"""

import re

# What follows the name proper.
_REST = re.compile(
    r"\s+(?:of|in|from|at|near|for|with|under|who|that|which|loyal|allied|backed|against|on)\b|\s*[(/,–—:]| - "
)
_MANY = frozenset({"people", "men", "women", "children", "gunmen", "police", "militiamen", "policemen", "tribesmen", "servicemen", "fishermen", "businessmen", "clergy", "personnel"})  # fmt: skip
# Words in s that name one thing, and names of states and bodies that are spoken of as one.
_ONE = frozenset({"corps", "press", "congress", "headquarters", "states", "emirates", "nations", "netherlands", "philippines", "series", "ambulance", "news", "isis", "daesh", "hamas", "services", "affairs", "borders", "airways", "airlines"})  # fmt: skip
_JOINED = re.compile(r"\w\s+and\s+(?:a|an|the|his|her|its|their|other)\b", re.IGNORECASE)


def is_plural(name: str) -> bool:
    """Whether the verb after the name is in the plural."""
    bare = name.strip("“”\"' ")
    if _JOINED.search(bare):
        return True
    head = _REST.split(bare, maxsplit=1)[0].rstrip("'’ ")
    word = head.rsplit(maxsplit=1)[-1] if head else ""
    last = word.casefold()
    if last in _MANY:
        return True
    # Short names are of one body, whatever letter they end in: UNITAMS.
    if len(word) > 1 and word[-2].isupper():
        return False
    return (
        last.isascii() and last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in _ONE
    )
