"""YAML file → record, or an error that names the file and the field."""

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.files import load_list, load_one, read_yaml
from hudna.model.record import Record


class Town(Record):
    name: str
    people: int = 0


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "towns.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_list_becomes_records(write):
    assert load_list(write("- name: Selen\n- {name: Orsk, people: 3}\n"), Town) == [
        Town(name="Selen"),
        Town(name="Orsk", people=3),
    ]


def test_an_empty_file_is_an_empty_list(write):
    assert load_list(write(""), Town) == []


def test_a_whole_file_becomes_a_record(write):
    assert load_one(write("name: Selen\npeople: 9\n"), Town) == Town(name="Selen", people=9)


@pytest.mark.parametrize("word", ["no", "on", "off", "yes", "y"])
def test_words_of_english_are_words(write, word):
    assert read_yaml(write(f"- {word}\n")) == [word]


def test_truth_values_are_truth_values(write):
    assert read_yaml(write("[true, false]\n")) == [True, False]


WRONG = {
    "no list": ("name: Selen\n", r"^towns\.yml holds a dict; a list of entries would be right$"),
    "a missing field": (
        "- people: 3\n",
        r"^towns\.yml is not a valid Town: 0\.name: is required and left out$",
    ),
    "a field nobody knows": (
        "- {name: Selen, mayor: x}\n",
        r"^towns\.yml is not a valid Town: 0\.mayor: is no field; known: name, people$",
    ),
    "no YAML": ("- [Selen\n", r"^towns\.yml is not valid YAML: "),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_named(write, text, message):
    with pytest.raises(KnowledgeError, match=message):
        load_list(write(text), Town)
