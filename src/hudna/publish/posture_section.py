"""The posture of forces in words: each below whom it is part of, ordered apart from seen."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.model.days import on_day
from hudna.model.picture import Posture, State
from hudna.publish.document import Block, Sentence
from hudna.publish.naming import Naming
from hudna.publish.sections import Section, many, sentence_of, speakers_of

_BASIS = {
    "observed": "as reported by others",
    "declared": "by its own word",
    "ordered": "as ordered",
    "alleged": "as alleged and no more",
    "none": "",
}
_SIDES = {"third party": "Third parties", "both": "Joint forces", None: "Of no side that is known"}
# "Two fighters" are nobody whose posture can be followed: they stand apart from forces with a name.
# A line that age alone has brought back to normal says nothing about now.
_CALLED = "Known only by what reports call them"
_PAST = "Back to normal by age alone"


def posture_section(postures: Sequence[Posture]) -> Section:
    """One block for each camp; whoever is back to normal by age alone comes last and in one line each."""
    now = [one for one in postures if not _is_past(one)]
    past = [one for one in postures if _is_past(one)]
    listed, called = [one for one in now if not _is_called(one)], [one for one in now if _is_called(one)]
    sides = sorted({one.side for one in listed}, key=lambda side: (side in _SIDES, side or "~"))
    blocks = [Block(_title(side), tuple(_under(side, listed))) for side in sides]
    if called:
        blocks.append(Block(_CALLED, tuple(Sentence(_line(one), one.claims) for one in called)))
    if past:
        blocks.append(Block(_PAST, tuple(Sentence(_gone(one), one.claims) for one in past)))
    return Section("Posture of forces", tuple(blocks), "No posture is told of.")


def posture_words(one: Posture) -> str:
    """A posture in a few words: who, where, how high, on what word."""
    where = f" in {Naming('en').area(one.area, one.area_name)}" if one.area_name else ""
    basis = _BASIS[one.basis]
    aged = "lowered by age alone" if one.decayed else ""
    held = ", ".join(part for part in (basis, aged) if part)
    return f"{_name(one)}{where}: {level(one.state)}{f', {held}' if held else ''}"


def _where(one: Posture) -> str:
    return f" in {Naming('en').area(one.area, one.area_name)}" if one.area_name else ""


def _is_called(one: Posture) -> bool:
    return ":" in one.actor


def _name(one: Posture) -> str:
    return f"“{one.name}”" if _is_called(one) else one.name


def level(state: State) -> str:
    """The level as people write it."""
    return state.value.replace("_", " ")


def _is_past(one: Posture) -> bool:
    return one.state is State.NORMAL and one.decayed


def _title(side: str | None) -> str:
    return _SIDES.get(side) or f"{str(side).capitalize()}"


def _under(side: str | None, postures: Iterable[Posture]) -> Iterator[Sentence]:
    """The lines of a camp; whoever has no line of its own and stands above one is named."""
    lines = sorted((one for one in postures if one.side == side), key=_rank)
    named: set[str] = set()
    for one in lines:
        above = list(zip(reversed(one.within), reversed(one.within_names), strict=True))
        for depth, (actor, name) in enumerate(above):
            if actor not in named:
                named.add(actor)
                below = [name for line in lines if actor in line.within for name in line.claims]
                yield Sentence(
                    f"{name}: nothing is told of it as a whole.", tuple(dict.fromkeys(below)), depth
                )
        named.add(one.actor)
        yield Sentence(_line(one), one.claims, len(above))


def _rank(one: Posture) -> tuple[tuple[str, ...], str]:
    return tuple(reversed((one.actor, *one.within))), one.area or ""


def _line(one: Posture) -> str:
    said = [f"{posture_words(one)}{f', since {on_day(one.since)}' if one.since else ''}"]
    said += [one.causes[-1].because] if one.causes else []
    if one.ordered and one.observed is None and one.basis in {"ordered", "declared"}:
        said.append("Nobody else is told of as having seen it")
    if one.denied_by:
        said.append(f"denied by {speakers_of(one.denied_by)}")
    said += [f"last heard of on {on_day(one.last_heard)}"] if one.last_heard else []
    return " ".join(sentence_of(part) for part in said)


def _gone(one: Posture) -> str:
    days = (one.as_of - one.last_heard).days if one.last_heard else None
    heard = (
        f", last heard of on {on_day(one.last_heard)}, {many(days, 'day')} before"
        if one.last_heard and days is not None
        else ""
    )
    return sentence_of(f"{_name(one)}{_where(one)}{heard}")
