"""What the installation keeps is read in the place of its source, and only where it is of that source and whole."""

from datetime import date

import pytest

from hudna.errors import KnowledgeError
from hudna.kept import keep, kept_of, recall
from hudna.knowledge import files, word_lists
from hudna.knowledge.files import frozen, parsed, read_yaml
from hudna.versions import _files

YAML = "days: {from: 2024-08-07, words: [no, 'on', 1, 1.5, true, null, '2024-08-07']}\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text(YAML)
    return path


def kept(path, content):
    keep(kept_of(path), path.read_bytes(), content)
    read_yaml.cache_clear()
    return kept_of(path)


def test_what_is_kept_is_read_in_the_place_of_the_file(file):
    kept(file, b'["kept"]')
    assert read_yaml(file) == ["kept"]


def test_another_content_of_the_file_is_read_from_the_file(file):
    kept(file, b'["kept"]')
    file.write_text("changed: yes\n")
    assert read_yaml(file) == {"changed": "yes"}


@pytest.mark.parametrize("broken", [b"", b"short", None], ids=["empty", "short", "cut"])
def test_what_is_not_whole_is_not_read(file, broken):
    place = kept(file, b'["kept", "and more"]')
    place.write_bytes(place.read_bytes()[:-4] if broken is None else broken)
    assert recall(place, file.read_bytes()) is None
    assert read_yaml(file)["days"]["from"] == date(2024, 8, 7)


def test_without_anything_kept_the_file_is_read(file):
    read_yaml.cache_clear()
    assert read_yaml(file)["days"]["words"] == ["no", "on", 1, 1.5, True, None, "2024-08-07"]


def test_what_is_kept_says_what_the_file_says(file):
    content = frozen(parsed(file))
    kept(file, content)
    assert repr(read_yaml(file)) == repr(parsed(file))


@pytest.mark.parametrize(
    "content", [{1: "a key that is no text"}, {"a": {1, 2}}, {"date of YAML": "2024-08-07"}]
)
def test_what_would_come_back_otherwise_is_not_kept(content):
    assert frozen(content) is None


def test_nearly_every_file_of_knowledge_can_be_kept_as_it_is():
    paths = sorted(files.ROOT.rglob("*.yml"))
    left = [path.name for path in paths if frozen(parsed(path)) is None]
    assert left == ["reliability.yml"], "keys that are no text come back as text"


def test_a_fault_of_the_file_is_named_as_ever(tmp_path):
    path = tmp_path / "b.yml"
    path.write_text("a: [")
    with pytest.raises(KnowledgeError, match=r"b\.yml is not valid YAML"):
        read_yaml(path)


def test_keeping_leaves_nothing_else_behind(file):
    place = kept(file, b"1")
    assert [one.name for one in place.parent.iterdir()] == ["a.yml.kept"]


def test_what_is_kept_makes_no_other_program(tmp_path):
    (tmp_path / "a.yml").write_text("a: b\n")
    before = _files(tmp_path)
    kept(tmp_path / "a.yml", b"1")
    assert _files(tmp_path) == before


WORDS = (
    "مقاتلين",
    "soldats",
    "Soldats",
    "ribelli",
    "men",
    "gunmen",
    "d'armes",
    "L'armée",
    "forces",
    "qqq",
    "أطفال",
    "كتب",
)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_kept_list_has_the_words_of_the_list(code):
    import simplemma

    made = word_lists.WordList(word_lists.packed(code))
    listed = word_lists.DEFAULT_DICTIONARY_FACTORY.get_dictionary(code)
    some = list(listed)[::97]
    assert len(made) == len(listed)
    assert [made[word] for word in some] == [listed[word] for word in some]
    assert made.get("qqqqq") is None
    assert "qqqqq" not in made
    for word in (*WORDS, *some[::50]):
        assert word_lists.base_of(word, code) == simplemma.lemmatize(word, lang=code)
        assert word_lists.is_listed(word, code) == simplemma.is_known(word, lang=code)


def test_lists_are_unpacked_where_none_is_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(word_lists, "kept_list", lambda code: tmp_path / code)
    assert not isinstance(word_lists._list.__wrapped__("en"), word_lists.WordList)
    keep(tmp_path / "en", word_lists.list_source("en").read_bytes(), word_lists.packed("en"))
    assert isinstance(word_lists._list.__wrapped__("en"), word_lists.WordList)


def test_a_language_without_a_list_is_refused():
    with pytest.raises(ValueError, match="xx"):
        word_lists.is_listed("word", "xx")
