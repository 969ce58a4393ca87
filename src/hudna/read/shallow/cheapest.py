"""The cheapest way through the readings of a sentence: one step onwards, and all the way back."""

from hudna.knowledge.inflection import Form


def cheapest_step(costs: list[float], rows: list[dict[str, float]], tag: str) -> tuple[float, int]:
    """What it costs to come to a kind of word, and from which of the readings before."""
    if len(costs) == 1:
        return costs[0] + rows[0][tag], 0
    best, chosen = 1e9, 0
    for number, row in enumerate(rows):
        cost = costs[number] + row[tag]
        if cost < best:
            best, chosen = cost, number
    return best, chosen


def followed(run: list[tuple[Form, ...]], ways: list[list[int]], at: int) -> list[Form]:
    """The way back from the cheapest end."""
    chosen: list[Form] = []
    for forms, way in zip(reversed(run), reversed(ways), strict=True):
        chosen.append(forms[at])
        at = way[at]
    chosen.reverse()
    return chosen
