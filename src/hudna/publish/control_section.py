"""Who is said to hold what, place by place: dated statements with those who make them."""

from collections.abc import Sequence

from hudna.model.days import on_day
from hudna.model.picture import Holding
from hudna.publish.document import Block, Sentence
from hudna.publish.sections import Section, many, parties, sentence_of, spot, whose

_HELD = {
    "controlled": "held by", "nominal": "nominally held by", "contested": "contested by",
    "influence": "under the influence of", "none": "not held by", "taken": "taken by", "lost": "lost by",
}  # fmt: skip


def control_section(holdings: Sequence[Holding]) -> Section:
    """One block for each place; statements that cannot hold together say so."""
    places: dict[str, list[Holding]] = {}
    for one in holdings:
        places.setdefault(spot(one.place), []).append(one)
    blocks = tuple(
        Block(name, tuple(Sentence(_told(one), one.claims) for one in found))
        for name, found in sorted(places.items())
    )
    return Section("Who is said to hold what", blocks, "Nobody is said to hold any place.")


def _told(one: Holding) -> str:
    holder = parties((one.holder,)) if one.holder else "somebody not named"
    by = whose(one.claimed_by)
    source = f" ({one.source})" if one.source and one.claimed_by is None else ""
    day = f"as of {on_day(one.as_of)}, " if one.as_of else ""
    held = "alleged to be" if one.alleged else "said to be"
    said = [f"{day}{held} {_HELD[one.status]} {holder}, according to {by}{source}"]
    if one.contradicts:
        said.append(f"It cannot hold together with {many(len(one.contradicts), 'other statement')}")
    if one.sits_ill_with:
        said.append(
            f"It sits ill with {many(len(one.sits_ill_with), 'incident')}, such as a move into what is held"
        )
    return " ".join(sentence_of(part) for part in said)
