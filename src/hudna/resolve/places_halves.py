"""Names joined by a hyphen: two places of one country, or one name of which each half is another place elsewhere."""

from collections.abc import Callable, Sequence

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_text import HYPHENS, Word

# A town so large needs no other word to be known by, and an article joined to a name has so many letters at most.
KNOWN, ARTICLE = 300_000, 3
Meanings = tuple[KnownPlace, ...]


def of_both(
    words: Sequence[Word], first: int, last: int, meanings: Meanings, of: Callable[[str], Meanings]
) -> Meanings:
    """ "Goma-Sake" are two towns of one country, "Mayo-Sava" is no county of Ireland: those of a country that both halves have."""
    halves = [words[first - 1]] if first and words[first].gap in HYPHENS else []
    halves += [words[last]] if last < len(words) and words[last].gap in HYPHENS else []
    known = any(p.kind == "country" or p.population >= KNOWN for p in meanings)
    if known or not halves or not all(half.capital and len(half.key) > ARTICLE for half in halves):
        return meanings
    countries = {p.country for half in halves for p in of(half.key)}
    # Of towns the rest of the report tells: the other half may be a name of several words.
    return tuple(p for p in meanings if p.country in countries or p.kind == "town")
