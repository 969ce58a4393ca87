"""Triggers as records: what a file may say, and how it is refused."""

import pytest
from pydantic import ValidationError

from hudna.errors import KnowledgeError
from hudna.knowledge.files import language_folder, load_list
from hudna.knowledge.lexicon import Trigger, load_triggers

PLAIN = {
    "id": "assault.test",
    "lemma": ["shell"],
    "pos": "verb",
    "root": "ASSAULT",
    "examples": ["They shelled."],
}


def test_a_trigger_needs_little():
    found = Trigger.model_validate(PLAIN)
    assert (found.mode, found.particle, found.needs, found.unless) == (None, None, {}, {})
    assert (found.mutual, found.weak, found.counter) == (False, False, ())


WRONG = {
    "a root that PLOVER does not know": {"root": "FIGHT"},
    "a part of speech that is none": {"pos": "adverb"},
    "a field that nobody reads": {"example": ["They shelled."]},
    "a slot for a role that clauses do not have": {"roles": {"actor": ["beneath"]}},
    "a role that events do not have": {"roles": {"witness": ["by"]}},
}


@pytest.mark.parametrize("field", WRONG.values(), ids=WRONG)
def test_a_wrong_trigger_is_refused(field):
    with pytest.raises(ValidationError):
        Trigger.model_validate(PLAIN | field)


def test_a_trigger_without_examples_is_refused():
    with pytest.raises(ValidationError, match="examples"):
        Trigger.model_validate({k: v for k, v in PLAIN.items() if k != "examples"})


def test_a_wrong_file_is_named_with_the_entry_and_the_field(tmp_path):
    path = tmp_path / "assault.yml"
    path.write_text("- {id: a, lemma: [shell], pos: verb, root: FIGHT, examples: [x]}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^assault\.yml is not a valid Trigger: 0\.root: "):
        load_list(path, Trigger)


def test_triggers_come_in_the_order_of_their_files():
    found = [t.id for t in load_triggers("en")]
    files = sorted((language_folder("en") / "triggers").glob("*.yml"))
    first = load_list(files[0], Trigger)
    assert found[: len(first)] == [t.id for t in first]


def test_a_language_without_a_folder_has_no_triggers():
    assert load_triggers("xx") == ()
