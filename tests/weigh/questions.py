"""Questions and observations for tests of weighing: one line each."""

from datetime import date

from hudna.knowledge.weighing_table import load_reliability
from hudna.model.hypothesis import Question
from hudna.weigh.assess import assess
from hudna.weigh.observation import Observation, Origin

DAY = date(2031, 3, 9)
TABLE = load_reliability()
PRIORS = {"H1": 0.5, "H2": 0.3, "H0": 0.2}
DIAGNOSTIC = {"H1": (0.8, 0.9), "H2": (0.2, 0.3), "H0": (0.3, 0.5)}
FLAT = dict.fromkeys(PRIORS, (0.4, 0.6))


def question(indicators=None, priors=None, **fields):
    priors = priors or PRIORS
    given = indicators or {
        "patrols": DIAGNOSTIC,
        "convoys": {"H1": (0.2, 0.2), "H2": (0.7, 0.7), "H0": (0.4, 0.4)},
    }
    return Question.model_validate(
        {
            "id": "kadra-move",
            "question": "What is the Kadra Front's move for?",
            "resolved_when": "an occupation of Norhaven before 2031-06-01, or none by then",
            "prior": {"as_of": "2031-01-01", "source": "invented"},
            "hypotheses": [
                {"id": n, "text": f"explanation {n}", "prior": p, "residual": n == list(priors)[-1]}
                for n, p in priors.items()
            ],
            "indicators": [
                {
                    "id": name,
                    "question": f"Are {name} reported?",
                    "seen_when": [{"roots": ["MOBILIZE"]}],
                    "probability": {k: list(v) for k, v in probability.items()},
                    "observable": "residents of Norhaven",
                    "because": "they differ",
                }
                for name, probability in given.items()
            ],
            "examples": [{"seen": [next(iter(given))], "favours": next(iter(priors))}],
            "sources": ["invented"],
            **fields,
        }
    )


def origin(*reports, letter="B", **fields):
    return Origin(reports=reports or ("r1",), letter=letter, **fields)


def seen(name="patrols", *origins, **fields):
    return Observation(name, says=origins or (origin(),), **fields)


def weigh(observations, given=None, **fields):
    return assess(given or question(), {o.indicator: o for o in observations}, TABLE, as_of=DAY, **fields)


def likelihoods(assessment):
    return {h.id: h.likelihood for h in assessment.hypotheses}
