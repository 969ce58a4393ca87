"""Which sentences must be read besides, so that it is known who speaks in quotation marks?

The gate leaves out sentences that tell of nothing; the one that closes a quotation may be
of these, and yet it alone says whose words they all are.
"""

from collections.abc import Iterable

from hudna.model.clause import Passage, Quote

# A mark and a blank may stand before a quotation that opens its sentence.
_OPENS = 3


def with_speakers(
    wanted: frozenset[int], passages: tuple[Passage, ...], quotes: Iterable[Quote]
) -> frozenset[int]:
    """The sentences wanted, and those that close a quotation around them or the one it goes on from."""
    found = set(wanted)
    ordered = sorted(quotes, key=lambda q: q.start, reverse=True)
    for quote in ordered:
        around = [p for p in passages if p.start < quote.end and quote.start < p.end]
        if any(p.index in found for p in around):
            found.add(around[-1].index)
            found |= _gone_on_from(around[0], quote, passages, ordered)
    return frozenset(found)


def _gone_on_from(
    first: Passage, quote: Quote, passages: tuple[Passage, ...], quotes: list[Quote]
) -> frozenset[int]:
    """ "… to the hills,” he said. “We hold the town. …": the sentence before, where a quotation ends in it."""
    before = passages[first.index - 1] if first.index else None
    if before is None or quote.start - first.start > _OPENS:
        return frozenset()
    ends = any(before.start < q.end <= before.end for q in quotes)
    return frozenset({before.index}) if ends else frozenset()
