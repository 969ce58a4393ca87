"""What the page is given from others is what VENDORED.json says, and the page's own files are plain."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "hudna" / "serve" / "static"
VENDOR = STATIC / "vendor"
VENDORED = json.loads((VENDOR / "VENDORED.json").read_text(encoding="utf-8"))
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))
WORDS = {path.stem: path.read_text(encoding="utf-8") for path in (STATIC / "js" / "words").glob("*.js")}
KEY = re.compile(r"(?<![\w'])(?:'([^'\n]+)'|([a-z_]\w*)): (?:'|\")", re.MULTILINE)


@pytest.mark.parametrize("row", VENDORED, ids=lambda row: row["file"])
def test_a_vendored_file_has_the_bytes_it_was_taken_with(row):
    assert hashlib.sha256((VENDOR / row["file"]).read_bytes()).hexdigest() == row["sha256"]


def test_no_file_lies_beside_those_that_are_listed():
    assert {path.name for path in VENDOR.iterdir()} == {row["file"] for row in VENDORED} | {
        "VENDORED.json",
        "LICENCES.txt",
    }


def test_every_package_that_is_vendored_is_named_in_the_notice():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert not [row["package"] for row in VENDORED if row["package"] not in notice]


def test_the_import_map_leads_to_vendored_files():
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    [told] = re.findall(r'<script type="importmap">(.*?)</script>', page)
    imports = json.loads(told)["imports"]
    assert all((STATIC / path.removeprefix("/static/")).is_file() for path in imports.values())


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(STATIC).as_posix())
def test_a_script_is_short_says_what_it_is_and_takes_no_raw_markup(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("//"), "a module says what it is"
    assert text.count("\n") <= 400
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function"
    assert not re.findall(forbidden, text)


@pytest.mark.parametrize("path", sorted(STATIC.glob("js/**/*.js")), ids=lambda path: path.stem)
def test_a_script_names_no_other_machine(path):
    assert not re.findall(r"['\"`]https?://", path.read_text(encoding="utf-8"))


def keys(language):
    return {quoted or plain for quoted, plain in KEY.findall(WORDS[language])}


def test_whatever_is_said_in_english_is_said_in_arabic():
    assert keys("en") - keys("ar") == set()


def test_every_sentence_that_a_script_asks_for_is_there():
    asked = {
        key + (".other" if call == "count" else "")
        for path in SCRIPTS
        for call, key in re.findall(r"\b(t|count)\('([\w.-]+)'", path.read_text(encoding="utf-8"))
    }
    assert asked - keys("en") == set()


def test_both_languages_fill_the_same_slots():
    slots = {
        language: {
            quoted or plain: set(re.findall(r"\{(\w+)\}", value))
            for quoted, plain, value in re.findall(
                r"(?<![\w'])(?:'([^'\n]+)'|([a-z_]\w*)): ((?:'[^'\n]*')|(?:\"[^\"\n]*\"))", text
            )
        }
        for language, text in WORDS.items()
    }
    shared = [key for key in slots["en"] if key in slots["ar"] and not key.startswith(("n_", "in_n_"))]
    assert len(shared) > 300
    assert {
        key: (slots["en"][key], slots["ar"][key]) for key in shared if slots["en"][key] != slots["ar"][key]
    } == {}
