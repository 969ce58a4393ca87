"""Plain sentences: which are made, what is missed, what quiet ones tell."""

from pathlib import Path

import pytest

from hudna.evaluate.probes import Probes, evaluate, probed
from hudna.knowledge.files import load_one

GOLD = Path(__file__).parents[2] / "gold" / "probes"


def probes(**fields):
    made = {
        "language": "en",
        "actors": ["Rebels", {"says": "The army", "number": "singular"}],
        "frames": [
            {"says": "{A} attacked the village of Kala on Monday.", "roots": ["ASSAULT"]},
            {"says": "{A} was attacked by rebels.", "roots": ["ASSAULT"], "number": "singular"},
        ],
        "quiet": ["The museum reopened on Monday.", "Gunmen killed nine soldiers in Kala on Monday."],
    }
    return Probes.model_validate(made | fields)


def test_an_actor_stands_in_every_frame_that_agrees_with_him():
    assert [text for text, _ in probes().cases()] == [
        "Rebels attacked the village of Kala on Monday.",
        "The army attacked the village of Kala on Monday.",
        "The army was attacked by rebels.",
    ]


def test_what_is_read_is_counted():
    found = probed(probes())
    assert (found.cases, found.missed.total(), found.read) == (3, 0, 1.0)


def test_a_root_that_nobody_codes_is_missed_with_its_frame():
    frame = {"says": "{A} attacked the village of Kala on Monday.", "roots": ["AID"]}
    found = probed(probes(frames=[frame]))
    assert dict(found.missed) == {frame["says"]: 2}
    assert found.read == 0.0


def test_a_quiet_sentence_that_tells_is_named():
    found = probed(probes())
    assert found.told == ("Gunmen killed nine soldiers in Kala on Monday.",)
    assert found.left_alone == 0.5


def test_the_set_prints_both_shares_of_a_language(tmp_path):
    (tmp_path / "probes").mkdir()
    text = "language: en\nactors: [Rebels]\nframes: [{says: '{A} shelled Kala.', roots: [ASSAULT]}]\nquiet: [It rained.]\n"
    (tmp_path / "probes" / "en.yml").write_text(text, encoding="utf-8")
    assert [(f.name, f.value) for f in evaluate(tmp_path).figures] == [("en read", 1.0), ("en quiet", 1.0)]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.yml")), ids=lambda path: path.stem)
def test_a_share_of_a_languages_plain_sentences_is_read(path):
    whole = load_one(path, Probes)
    few = whole.model_copy(update={"actors": whole.actors[::9]})
    found = probed(few)
    assert found.read is not None
    assert found.read >= 0.75, found.missed.most_common(5)
    assert found.left_alone is None or found.left_alone >= 0.8, found.told
