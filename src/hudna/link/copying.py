"""How much of one report's wording stands in another."""

from hudna.link.outline import Outline
from hudna.link.wording import shared_runs

# Share of runs of four words: of the shorter report that stands in the longer one.
COPIED, EDITED = 0.6, 0.25
# Pairs of texts of which that share is remembered, some 200 bytes each.
_SHARES = 100_000
_shares: dict[tuple[str, str], float] = {}


def copied_share(one: Outline, other: Outline, least: float = 0.0) -> float:
    """How much of the shorter report's wording stands in the longer one; nought where it is surely below `least`."""
    shorter = min(one.shingles, other.shingles)
    if not shorter:
        return 0.0
    found = shared_runs(one.sketch, one.shingles, other.sketch, other.shingles, least * shorter)
    return min(1.0, found / shorter)


def edited_share(one: Outline, other: Outline) -> float:
    """The same, nought where it is surely below what an edited text shares; remembered, for the claims of two texts all ask for it."""
    texts = (one.text, other.text) if one.text < other.text else (other.text, one.text)
    share = _shares.get(texts)
    if share is None:
        if len(_shares) >= _SHARES:
            _shares.clear()
        share = _shares[texts] = copied_share(one, other, EDITED)
    return share
