"""What the installation keeps is read in the place of its source, and only where it is of that source and whole."""

from datetime import date

import numpy as np
import pytest

from hudna.errors import KnowledgeError
from hudna.kept import keep, kept_of, recall
from hudna.kept_arrays import packed, unpacked, words_packed, words_unpacked
from hudna.knowledge import files, language_model, model_words, sentence_encoder, word_lists
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


def test_arrays_and_words_come_back_as_they_were():
    given = {
        "numbers": np.arange(6, dtype=np.uint16).reshape(2, 3),
        "words": words_packed(["a", "", "é"]),
        "none": np.empty((0, 2), np.float32),
    }
    found = unpacked(packed(given))
    assert list(found) == list(given)
    for name, one in given.items():
        assert found[name].dtype == one.dtype
        assert np.array_equal(found[name], one)
    assert words_unpacked(found["words"]) == ["a", "", "é"]


SAID = (
    "Rebels shelled the town on Monday.",
    "Des rebelles ont bombardé la ville.",
    "I ribelli hanno bombardato la città.",
    "قصف المتمردون البلدة",
    "Los rebeldes bombardearon la ciudad.",
    "1234 ½ ﬁn  de\tla «trêve»",
)


def test_what_is_kept_of_the_model_tells_languages_apart_as_the_model_does(monkeypatch, tmp_path):
    monkeypatch.setattr(language_model, "KEPT", tmp_path / "model")
    told = language_model.identifier.__wrapped__
    by_the_file = [told().rank(text) for text in SAID]
    keep(tmp_path / "model", language_model.source(), language_model.kept_form())
    monkeypatch.setattr(language_model, "_unpacked_whole", None)
    assert [told().rank(text) for text in SAID] == by_the_file


def test_kept_pieces_of_words_are_those_of_the_file(monkeypatch, tmp_path):
    monkeypatch.setattr(sentence_encoder, "KEPT", tmp_path / "pieces")
    by_the_file = sentence_encoder.encoder()._tokenizer
    keep(tmp_path / "pieces", sentence_encoder.SOURCE.read_bytes(), sentence_encoder.kept_form())
    kept_ones = sentence_encoder.encoder()._tokenizer
    assert type(kept_ones) is not type(by_the_file)
    assert vars(kept_ones).keys() == vars(by_the_file).keys()
    assert [kept_ones.encode(text) for text in SAID] == [by_the_file.encode(text) for text in SAID]


@pytest.mark.parametrize("source", list(model_words.sources()), ids=lambda path: path.parents[2].name)
def test_kept_base_forms_are_those_of_the_model(monkeypatch, tmp_path, source):
    monkeypatch.setattr(model_words, "kept_words", lambda path: tmp_path / path.parents[2].name)
    reads = model_words.Lookups().from_disk
    by_the_file = reads(source.parent)
    keep(model_words.kept_words(source), source.read_bytes(), model_words.kept_form(source))
    with model_words.kept_words_open():
        found = model_words.Lookups().from_disk(source.parent)
    assert found.tables == by_the_file.tables
    for name in found.tables:
        ours, theirs = found.get_table(name), by_the_file.get_table(name)
        if name == model_words.ANY:
            assert all(ours.get(word, [word]) == theirs.get(word, [word]) for word in WORDS)
            continue
        assert list(ours) == list(theirs)
        for key, words in theirs.items():
            if name == model_words.LISTED:
                assert all(word in ours[key] for word in words[::97])
            elif name == model_words.IRREGULAR:
                assert all(ours[key].get(word) == words[word] for word in list(words)[::97])
            else:
                assert ours[key] == words
            if name in (model_words.LISTED, model_words.IRREGULAR):
                assert [word in ours[key] for word in WORDS] == [word in words for word in WORDS]


def test_base_forms_are_read_from_the_model_where_none_are_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(model_words, "kept_words", lambda _: tmp_path / "none")
    (source, *_) = model_words.sources()
    with model_words.kept_words_open():
        found = model_words.Lookups().from_disk(source.parent)
    assert not any(isinstance(one, model_words.Words) for one in found.get_table(model_words.LISTED).values())
