"""Deeds in frames: which sentences are made, and what counts as a fault of what was coded from them."""

from pathlib import Path

import pytest

from hudna.evaluate.frames import Frames, evaluate, faults
from hudna.knowledge.files import load_one

SOME = 800
GOLD = Path(__file__).parents[2] / "gold" / "frames"
SHELLED = {"roots": ["ASSAULT"], "forms": {"past": "shelled", "o": "the village of Kala"}}
MET = {"roots": ["CONSULT"], "forms": {"past": "met"}}


def frames(*made, **fields):
    whole = {
        "language": "en",
        "actors": [{"says": "The army", "number": "singular"}, {"says": "Rebels", "number": "plural"}],
        "speakers": [{"says": "A UN spokesman"}, {"says": "Residents"}],
        "deeds": [SHELLED],
        "frames": made,
    }
    return Frames.model_validate(whole | fields)


def found(says, *claims):
    """The faults of one sentence of the army that shelled a village."""
    ((_, wrong),) = faults(frames({"says": says, "claims": claims}))
    return wrong


def test_each_deed_stands_in_each_frame_for_which_it_has_the_words():
    says = [{"says": "{A} {past} {o}.", "claims": []}, {"says": "{S} said {a} {past}.", "claims": []}]
    made = [case.text for case in frames(*says, deeds=[SHELLED, MET]).cases()]
    assert made == [
        "The army shelled the village of Kala.",
        "Residents said rebels shelled.",
        "A UN spokesman said the army met.",
    ]


def test_only_actors_that_agree_stand_in_a_frame():
    says = {"says": "{A} have {past} {o}.", "number": "plural", "claims": []}
    assert [case.text for case in frames(says).cases()] == ["Rebels have shelled the village of Kala."]


def test_a_deed_read_with_its_actor_and_its_speaker_has_no_fault():
    assert found("{A} {past} {o} on Monday, {s} said.", {"actor": "A", "speaker": "S"}) == ()


def test_a_deed_that_nobody_codes_is_missed():
    assert found("{A} {past} {o}.", {"roots": ["AID"]}) == ("1: missed", "told besides: ASSAULT")


def test_another_actor_is_a_fault():
    assert found("{A} {past} {o}, {s} said.", {"actor": "S"}) == ("1: not by S",)


def test_a_deed_told_as_having_happened_where_it_is_only_planned_is_a_fault():
    assert found("{A} {past} {o}.", {"status": ["planned"], "optional": True}) == ("1: told otherwise",)


def test_a_deed_that_may_be_absent_is_no_fault_when_it_is():
    assert found("The museum reopened.", {"optional": True}) == ()


@pytest.mark.parametrize("speaker", ["S", "A"])
def test_a_deed_told_by_the_report_is_said_by_nobody_else(speaker):
    assert found("{A} {past} {o}.", {"speaker": speaker}) == (f"1: not said by {speaker}",)
    assert found("{A} {past} {o}.", {"speaker": "nobody"}) == ()


def test_the_set_names_the_frames_and_deeds_with_most_faults(tmp_path):
    (tmp_path / "frames").mkdir()
    made = frames({"says": "{A} {past} {o}.", "claims": [{"roots": ["AID"]}]})
    (tmp_path / "frames" / "en.yml").write_text(made.model_dump_json(), encoding="utf-8")
    score = evaluate(tmp_path)
    assert [(f.name, f.value, f.note) for f in score.figures] == [("en sound", 0.0, "of 1 of 1 sentences")]
    assert "en 1 times 1: missed in: {A} {past} {o}." in score.lines
    assert "en faulty in 1 frames: shelled/the village of Kala" in score.lines


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.yml")), ids=lambda path: path.stem)
def test_a_share_of_a_languages_sentences_has_no_fault(path):
    asked = load_one(path, Frames)
    found = [wrong for _, wrong in faults(asked, SOME)]
    assert asked.least is not None
    # Of so few the share lies off by chance: two standard deviations of it.
    chance = 2 * (asked.least * (1 - asked.least) / len(found)) ** 0.5
    assert sum(not wrong for wrong in found) >= (asked.least - chance) * len(found)


def test_of_very_many_sentences_some_are_taken_from_every_frame_and_deed():
    deeds = [SHELLED | {"forms": {"past": f"shelled {n}", "o": "Kala"}} for n in range(10)]
    says = [{"says": f"{{A}} {{past}} {{o}} {n}.", "claims": []} for n in range(10)]
    some = [case for case, _ in faults(frames(*says, deeds=deeds), 50)]
    assert 40 <= len(some) <= 60
    assert len({case.frame.says for case in some}) == 10
    assert len({case.deed.forms["past"] for case in some}) == 10
