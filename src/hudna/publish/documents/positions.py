"""The matrix of positions: who says what on who, whom, where, when, how many and why. Nobody is overruled."""

from hudna.model.incident import Estimate, Incident, Position
from hudna.publish.desk import Desk, called, gravity
from hudna.publish.document import Grid, Section, Sentence
from hudna.publish.telling import speaker_of, told

HEAD = (
    "head_speaker",
    "head_stance",
    "head_who",
    "head_whom",
    "head_where",
    "head_when",
    "head_dead",
    "head_deeds",
    "head_why",
)
_SHOWN = 8
_ALIKE = frozenset({("denies", "denied"), ("alleges", "alleged"), ("demands", "demanded")})


def positions(desk: Desk) -> Section:
    """A matrix for each incident that several voices tell of, the disputed ones first."""
    several = [one for one in desk.incidents if len(one.positions) > 1]
    shown = sorted(several, key=lambda one: (not _is_disputed(one), *gravity(one)))[:_SHOWN]
    return desk.section("positions", [matrix(one, desk) for one in shown], "none_positions")


def matrix(incident: Incident, desk: Desk) -> Grid:
    """The positions on one incident; a column that nobody fills is left out."""
    rows = tuple(_row(one, desk) for one in incident.positions)
    used = [number for number in range(len(HEAD)) if number < 2 or any(row[number].text for row in rows)]
    head = tuple(desk.label(HEAD[number]) for number in used)
    return Grid(told(incident, desk.say), head, tuple(tuple(row[number] for number in used) for row in rows))


def _is_disputed(incident: Incident) -> bool:
    stances = {one.says.stance for one in incident.positions}
    return incident.verification == "disputed" or {"denies"} < stances


def _is_said_by(stance: str, status: str) -> bool:
    """Whether the stance says the status already: who denies holds it denied."""
    return stance == status or (stance, status) in _ALIKE


def _figures(given: Estimate | None) -> str:
    """The least, the best and the most of a number, each once."""
    told = (given.low, given.best, given.high) if given else ()
    return "–".join(str(figure) for figure in dict.fromkeys(told) if figure is not None)


def _row(one: Position, desk: Desk) -> tuple[Sentence, ...]:
    says, value = one.says, desk.words.value
    texts = (
        value(says.stance) if _is_said_by(says.stance, says.status.value) else f"{value(says.stance)} ({value(says.status.value)})",
        called(says.who, desk), called((*says.whom, *says.harmed), desk), desk.say.place(says.where) if says.where else "",
        desk.say.when(says.when).strip(" ,،"), _figures(says.dead), _figures(says.deeds), desk.words.listed([desk.words.quoted(text) for text in says.why]),
    )  # fmt: skip
    return (Sentence(speaker_of(one, desk.say), one.claims), *(Sentence(text) for text in texts))
