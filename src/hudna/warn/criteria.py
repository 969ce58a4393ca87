"""What an alert foretells, written into it when it is raised, so that it can be judged afterwards."""

from datetime import timedelta

from hudna.model.alert import Criterion, Level
from hudna.model.days import on_day
from hudna.warn.case import Case
from hudna.warn.triggers.silence import SUBJECT


def criterion(case: Case, level: Level) -> Criterion:
    """The criterion of an alert of that level, raised today."""
    view = case.view
    foretold = view.rules.foretold(level)
    until = view.as_of + timedelta(days=foretold.within_days)
    if case.subject == SUBJECT:
        return Criterion(text="It tells of a gap and foretells nothing.", until=until, judged=False)
    where = view.speech.area(case.area)
    dead = f", or at least {foretold.deaths} dead by the lowest figures" if foretold.deaths else ""
    told = "one origin" if foretold.origins == 1 else f"{foretold.origins} independent origins"
    acts = "one act" if foretold.acts == 1 else f"{foretold.acts} acts"
    return Criterion(
        text=(
            f"After {on_day(view.as_of)} and up to {on_day(until)} at least {acts} of armed force in {where}{dead}, "
            f"told as having happened, by {told} and by more than allegations. Void if reports of the theatre were "
            "read in fewer than half of the weeks."
        ),
        until=until,
        acts=foretold.acts,
        deaths=foretold.deaths,
        origins=foretold.origins,
    )
