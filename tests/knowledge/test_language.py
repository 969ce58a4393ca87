"""A language's folder: complete or refused, and what it says of the language."""

import shutil

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.files import LANGUAGES
from hudna.knowledge.language import REQUIRED, claimed_languages, load_language, read_language

PROPERTIES = "name: Zz\nscript: latin\nhas_case: true\nmodifiers: before\nproof: {}\n"


def test_english_is_claimed():
    assert "en" in claimed_languages()


@pytest.mark.parametrize("code", claimed_languages())
def test_every_language_that_is_claimed_is_complete(code):
    assert load_language(code).readers


def test_a_folder_with_pieces_alone_claims_nothing(language):
    assert (LANGUAGES / "it" / "places.yml").is_file()
    folder = language("zz", shallow=True)
    (folder / "language.yml").unlink()
    assert "zz" not in claimed_languages()


@pytest.mark.parametrize("name", [name for name in REQUIRED if name != "language.yml"])
def test_a_folder_that_lacks_a_file_is_refused_by_its_name(language, name):
    folder = language("zz", shallow=True)
    shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()
    with pytest.raises(
        KnowledgeError, match=rf"languages/zz is not complete: {name} missing\. A language has: "
    ):
        load_language("zz")


def test_everything_missing_is_named_at_once(tmp_path):
    (tmp_path / "language.yml").write_text(PROPERTIES)
    with pytest.raises(KnowledgeError, match=r"function_words\.yml, .*triggers, .*dates\.yml missing"):
        read_language(tmp_path)


def test_an_unknown_language_lists_the_known_ones():
    with pytest.raises(KnowledgeError, match=r"there is no language 'xx'.*known: .*en"):
        load_language("xx")


def test_a_language_without_a_reader_is_refused(language):
    language("zz")
    with pytest.raises(KnowledgeError, match=r"names no reader; a parser .* or shallow: true would be right"):
        load_language("zz")


def test_the_parser_comes_before_the_shallow_reader(language):
    language("zz", shallow=True, parser={"scheme": "clearnlp", "models": ["zz_md"]})
    assert load_language("zz").readers == ("parser", "shallow")


def test_a_misspelt_property_is_refused(language):
    language("zz", shallow=True, hascase=True)
    with pytest.raises(KnowledgeError, match=r"language\.yml is not a valid Language: hascase"):
        load_language("zz")
