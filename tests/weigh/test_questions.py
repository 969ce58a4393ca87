"""Every file of hypotheses holds together and proves itself by its own examples."""

import pytest
import yaml

from hudna.errors import KnowledgeError
from hudna.knowledge.files import load_one
from hudna.knowledge.questions import load_questions, question_files
from hudna.knowledge.weighing_table import load_reliability
from hudna.model.hypothesis import Question
from hudna.weigh.assess import assess
from hudna.weigh.observation import Observation, Origin
from weigh.questions import question

FILES = question_files(("libya",))
CASES = [
    pytest.param(one, example, number, id=f"{one.id}-{number}")
    for one in load_questions(("libya",))
    for number, example in enumerate(one.examples)
]
COUNTER = [
    pytest.param(one, example, id=f"{one.id}-{number}")
    for one in load_questions(("libya",))
    for number, example in enumerate(one.counter)
]


def leading(asked, example):
    seen = {name: Observation(name, says=(Origin((f"r-{name}",), "B"),)) for name in example.seen}
    gone = {name: Observation(name, looked=1.0) for name in example.absent}
    found = assess(asked, {**seen, **gone}, load_reliability(), as_of=asked.prior.as_of)
    return {h.id: h.likelihood - h.prior for h in found.hypotheses}, max(
        found.hypotheses, key=lambda h: h.likelihood
    ).id


@pytest.mark.parametrize(("asked", "example", "number"), CASES)
def test_the_observations_of_an_example_raise_its_hypothesis_most(asked, example, number):
    raised, _ = leading(asked, example)
    assert max(raised, key=raised.get) == example.favours


@pytest.mark.parametrize(("asked", "example"), COUNTER)
def test_a_counter_example_does_not_make_its_hypothesis_the_likeliest(asked, example):
    _, first = leading(asked, example)
    assert first != example.favours


def test_there_are_sets_for_any_theatre_and_four_for_libya():
    assert sum("theatres" in path.parts for path in FILES) >= 4
    assert sum("theatres" not in path.parts for path in FILES) >= 1


def faulty(tmp_path, **changes):
    raw = question().model_dump(mode="json") | changes
    path = tmp_path / "faulty.yml"
    path.write_text(yaml.safe_dump(raw))
    return path


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"hypotheses": [{"id": "H1", "text": "a", "prior": 0.5}, {"id": "H0", "text": "b", "prior": 0.4, "residual": True}]}, "sum to 0.900"),
        ({"hypotheses": [{"id": "H1", "text": "a", "prior": 0.5}, {"id": "H2", "text": "b", "prior": 0.5}]}, "residual"),
        ({"resolved": "x"}, "resolved"),
        ({"examples": [{"seen": ["flights"], "favours": "H1"}]}, "flights"),
    ],
    ids=["priors", "no residual", "unknown field", "unknown indicator"],
)  # fmt: skip
def test_a_faulty_file_is_refused_with_its_name_and_what_is_wrong(tmp_path, changes, says):
    with pytest.raises(KnowledgeError, match=f"faulty.yml.*{says}"):
        load_one(faulty(tmp_path, **changes), Question)


def test_certainty_is_refused(tmp_path):
    raw = question().model_dump(mode="json")
    raw["indicators"][0]["probability"]["H1"] = [0.5, 1.0]
    with pytest.raises(KnowledgeError, match="no interval between"):
        load_one(faulty(tmp_path, indicators=raw["indicators"]), Question)
