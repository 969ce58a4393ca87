"""What is not known: indicators nobody can be shown to have looked for, and origins that cannot be judged."""

from collections.abc import Mapping

from hudna.model.hypothesis import Question
from hudna.weigh.observation import Observation
from hudna.weigh.observe import Window


def gaps_of(question: Question, observations: Mapping[str, Observation], window: Window) -> tuple[str, ...]:
    """A sentence for each gap, in the order of the indicators."""
    found = [
        f"Nobody is known to have looked: {indicator.question} ({indicator.observable})"
        for indicator in question.indicators
        if observations[indicator.id].state == "not observable"
    ]
    unjudged = [
        indicator.question
        for indicator in question.indicators
        if (says := observations[indicator.id].says) and all(origin.letter == "F" for origin in says)
    ]
    found += [
        f"Told only by origins whose reliability is not known, so it moves nothing: {q}" for q in unjudged
    ]
    early = [i for i in question.indicators if (window.as_of - window.opened).days < i.horizon_days]
    if early and len(early) == len(question.indicators):
        found.append(
            f"The question was raised on {window.opened:%d %B %Y}; no indicator's horizon has passed yet."
        )
    return tuple(found)
