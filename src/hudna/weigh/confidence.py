"""How good the evidence is, apart from what it favours: a table of five small questions."""

from collections.abc import Callable, Mapping
from typing import Literal

from hudna.model.assessment import Entry
from hudna.model.hypothesis import Question
from hudna.weigh.observation import Observation

Confidence = Literal["low", "moderate", "high"]
Observations = Mapping[str, Observation]
Ends = Mapping[str, tuple[float, float]]

# Three origins are the fewest of which one may be wrong without leaving a tie. Half of the indicators:
# below it more is guessed at than looked at. A width of .3 is about one class of ICD 203 words.
_ORIGINS, _SHARE, _WIDTH = 3, 0.5, 0.3


def confidence_in(
    question: Question,
    observations: Observations,
    ledger: tuple[Entry, ...],
    shares: Mapping[str, float],
    ends: Ends,
) -> tuple[Confidence, tuple[str, ...]]:
    """Low, moderate or high, with the answer to each question in words."""
    given = _Given(question, observations, ledger, shares, ends)
    answers = [check(given) for check in _CHECKS]
    good = [answer for answer, _ in answers]
    # Many voices of unknown worth and one side are never more than low, however they agree.
    founded = sum(good) >= 3 and (good[1] or good[2])
    level: Confidence = "high" if all(good) else "moderate" if founded else "low"
    return level, tuple(words for _, words in answers)


class _Given:
    """What the checks look at."""

    def __init__(
        self,
        question: Question,
        observations: Observations,
        ledger: tuple[Entry, ...],
        shares: Mapping[str, float],
        ends: Ends,
    ) -> None:
        self.heard = [o for each in observations.values() for o in (*each.says, *each.denies)]
        self.origins = {o.reports for o in self.heard if o.letter != "F"}
        self.sides = {o.side for o in self.heard if o.side}
        self.letters = {o.letter for o in self.heard}
        self.looked_at = sum(line.seen != "not observable" for line in ledger) / len(question.indicators)
        leading = max(shares, key=lambda name: (shares[name], name))
        self.width = ends[leading][1] - ends[leading][0]


def _origins(given: _Given) -> tuple[bool, str]:
    """Do at least three independent origins that can be judged speak?"""
    number = len(given.origins)
    return number >= _ORIGINS, f"{number} independent origins whose reliability is known"


def _reliable(given: _Given) -> tuple[bool, str]:
    """Is one of them usually reliable?"""
    best = min(given.letters, default="F")
    return best in "AB", f"best reliability {best}" if given.letters else "nobody was heard"


def _sides(given: _Given) -> tuple[bool, str]:
    """Do they come from more than one side?"""
    return len(given.sides) > 1, f"sides heard: {', '.join(sorted(given.sides)) or 'none is known'}"


def _looked(given: _Given) -> tuple[bool, str]:
    """Was at least half of the indicators looked at?"""
    return given.looked_at >= _SHARE, f"{given.looked_at:.0%} of the indicators could be observed"


def _narrow(given: _Given) -> tuple[bool, str]:
    """Is the interval of the leading hypothesis narrow?"""
    return given.width <= _WIDTH, f"the leading likelihood's interval is {given.width:.2f} wide"


_CHECKS: tuple[Callable[[_Given], tuple[bool, str]], ...] = (_origins, _reliable, _sides, _looked, _narrow)
