"""Set `seed-links`: what linking makes of the one annotated report, by what people see in it.

`hudna evaluate --set seed-links --data DIR`, the files as for the set `seed`. Each question is
about incidents, answered 1 or 0: the move of one force told three times, an alert and a recall
that are one act, a clash elsewhere, a claim on somebody's word alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hudna.evaluate.seed_key import read_key
from hudna.evaluate.sets import Figure, SetScore
from hudna.model.claim import COUNTED, Claim, Root, Status
from hudna.model.incident import Incident, Position
from hudna.model.told import Told
from hudna.pipeline import code_reports, link_claims

NAME = "seed-links"
TOLD_AS_HAPPENED = COUNTED | {Status.DENIED}
# The move is told by the UN mission, by the force itself, by the narrator.
TOLD = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """The incidents, and the claims they rest on."""

    incidents: tuple[Incident, ...]
    claims: Mapping[str, Claim]

    def moves(self, move: str) -> list[Incident]:
        """The incidents of a move of troops."""
        return [one for one in self.incidents if one.move == move]

    def told(self, incident: Incident) -> list[Claim]:
        """Its claims of events."""
        return [self.claims[name] for name in incident.claims if self.claims[name].event]

    def made_up(self) -> list[Position]:
        """Who says what a force is made of."""
        return [row for one in self.incidents for row in one.positions if row.says.made_of]


def one_move(seen: Seen) -> bool:
    """Is the move of the force one incident, told at least three times?"""
    moves = seen.moves("deploy")
    return len(moves) == 1 and len(seen.told(moves[0])) >= TOLD


def one_alert(seen: Seen) -> bool:
    """Are the alert and the recall of the other side one incident?"""
    alerts = seen.moves("alert_up")
    moves = {c.event.move for one in alerts for c in seen.told(one) if c.event}
    return len(alerts) == 1 and "recall_to_base" in moves and not seen.moves("recall_to_base")


def clash_apart(seen: Seen) -> bool:
    """Does the clash abroad stand by itself, outside the theatre?"""
    clashes = [one for one in seen.incidents if one.root is Root.ASSAULT and one.status in COUNTED]
    abroad = [one for one in clashes if one.theatre is None]
    return len(abroad) == 1 and len(seen.told(abroad[0])) == 1 and len(clashes) > 1


def one_voice(seen: Seen) -> bool:
    """Does what the force is said to be made of rest on one origin, without a name?"""
    rows = seen.made_up()
    return len(rows) == 1 and rows[0].origins == 1 and rows[0].anonymous


def fear_apart(seen: Seen) -> bool:
    """Is what is only feared no part of what happened?"""
    return all(
        claim.status in TOLD_AS_HAPPENED or one.status not in COUNTED
        for one in seen.incidents
        for claim in seen.told(one)
    )


QUESTIONS: tuple[Callable[[Seen], bool], ...] = (one_move, one_alert, clash_apart, one_voice, fear_apart)


def evaluate(data: Path) -> SetScore:
    """The report coded and linked, and a figure for each question."""
    report = read_key(data).report
    coded = next(iter(code_reports([report], phrases=True)))
    linked = link_claims(Told(claim, report) for claim in coded.claims)
    return score(Seen(linked.incidents, {claim.id: claim for claim in coded.claims}))


def score(seen: Seen) -> SetScore:
    """A figure for each question."""
    figures = [
        Figure(ask.__name__.replace("_", " "), float(ask(seen)), least=1.0, note=ask.__doc__ or "")
        for ask in QUESTIONS
    ]
    return SetScore(NAME, tuple(figures))
