"""Everything people hand over is either a report or one clear sentence."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from hudna.collect import read_inputs
from hudna.collect.lines import MAX_REPORT_BYTES
from hudna.model.report import Issue, Report

TODAY = date(2021, 3, 10)


def read(*paths, **given):
    return list(read_inputs(paths, today=TODAY, **given))


def reports(*paths, **given):
    return [item for item in read(*paths, **given) if isinstance(item, Report)]


def reasons(*paths, **given):
    return [f"{item.input}: {item.reason}" for item in read(*paths, **given) if isinstance(item, Issue)]


def lines(*entries):
    return "\n".join(entry if isinstance(entry, str) else json.dumps(entry) for entry in entries)


def test_a_text_file_is_one_report_with_what_is_said_of_it(folder):
    (folder / "news one.txt").write_text("Shells fell.\r\nNobody was hurt.\r\n", newline="")
    [report] = reports("news one.txt", published=date(2021, 3, 5), source="Kadra Post", language="en")
    assert report.text == "Shells fell.\r\nNobody was hurt.\r\n"
    assert report.id.startswith("news-one-")
    assert (report.published, report.source, report.language) == (date(2021, 3, 5), "Kadra Post", "en")


def test_the_id_of_a_file_depends_on_name_and_text_only(folder):
    (folder / "a").mkdir()
    for name in ("a/x.txt", "x.txt"):
        (folder / name).write_text("Shells fell.")
    [here], [there] = reports("x.txt"), reports("a/x.txt", published=TODAY)
    assert here.id == there.id


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("été à Kadra".encode(), "été à Kadra"),
        ("été à Kadra".encode("utf-8-sig"), "été à Kadra"),
        ("été à Kadra".encode("utf-16"), "été à Kadra"),
        (b"\xfe\xff" + "Kadra".encode("utf-16-be"), "Kadra"),
        (
            "Les combats ont repris à la frontière, « dit » l’armée".encode("cp1252"),
            "Les combats ont repris à la frontière, « dit » l’armée",
        ),
        (
            "اندلعت اشتباكات في المدينة، وفق شهود".encode("windows-1256"),
            "اندلعت اشتباكات في المدينة، وفق شهود",
        ),
    ],
    ids=["utf8", "utf8-mark", "utf16-le", "utf16-be", "windows-western", "windows-arabic"],
)
def test_encodings_are_read(folder, data, text):
    (folder / "x.txt").write_bytes(data)
    assert [report.text for report in reports("x.txt")] == [text]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.txt", b"", "is empty"),
        ("x.txt", b" \n\t\n", "has no text"),
        ("x.txt", b"\x00\x01\x02abc", "holds NUL bytes"),
        ("x.txt", b"%PDF-1.7 ...", "is a PDF"),
        ("x.txt", b"PK\x03\x04....", "is a ZIP, Word or Excel file"),
        ("x.txt", bytes(range(128, 256)) * 4, "is in no encoding known here"),
        ("x.txt", b"\xff\xfeabc", "is not the utf-16 its first bytes announce"),
        ("x.txt", b"\x01\x02\x03\x04" * 40, "control characters"),
        ("x.txt", b"a" * (MAX_REPORT_BYTES + 1), "is longer than"),
        ("x.html", b"<html><body><script>1</script></body></html>", "without a readable text"),
        ("x.html", b"", "is empty"),
        ("x.jsonl", b"\n\n", "holds no report"),
        ("x.jsonl", b'\xff\xfe{\x00"', "is not the UTF-16"),
    ],
)
def test_a_file_that_cannot_be_read_costs_one_sentence(folder, name, data, reason):
    (folder / name).write_bytes(data)
    assert not reports(name)
    [said] = reasons(name)
    assert said.startswith(f"{name}: ")
    assert reason in said


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "is not valid JSON"),
        ("[1, 2]", "is not a JSON object"),
        ("12", "is not a JSON object"),
        ({"id": "a"}, "has no text"),
        ({"text": 5}, "its text is not a string"),
        ({"text": "  "}, "has no text"),
        ({"text": "x\0y"}, "holds NUL"),
        (r'{"text": "cut \ud83d"}', "half a surrogate pair"),
        ({"text": "x", "id": {"a": 1}}, "neither text nor a whole number"),
        ({"text": "x", "id": "a\nb"}, "unprintable"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "a number is too long"),
    ],
)
def test_a_broken_line_costs_that_line_only(folder, line, reason):
    (folder / "x.jsonl").write_text(lines({"text": "before"}, line, {"text": "after"}))
    assert [report.text for report in reports("x.jsonl")] == ["before", "after"]
    [said] = reasons("x.jsonl")
    assert said.startswith("x.jsonl line 2: ")
    assert reason in said


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"published": "2099-01-01"}, "lies in the future"),
        ({"published": "soon"}, "is no date"),
        ({"published": "0001-01-01"}, "is before 1900"),
        ({"published": ["2021"]}, "is no date"),
        ({"language": "English language"}, "no language code"),
        ({"title": 5}, "title is not a string"),
    ],
)
def test_a_wrong_field_is_left_out_and_said(folder, fields, reason):
    (folder / "x.jsonl").write_text(lines({"id": "a", "text": "Shells fell.", **fields}))
    [issue, report] = read("x.jsonl")
    assert reason in issue.reason
    assert issue.report == report.id == "a"
    assert (report.published, report.language, report.title) == (None, None, None)


@pytest.mark.parametrize(
    "value",
    [
        "2021-03-05",
        "20210305",
        "2021-03-05T23:59:00+02:00",
        "2021-03-05T10:00:00Z",
        "Fri, 05 Mar 2021 10:00:00 +0200",
    ],
)
def test_days_of_publication_are_read_in_usual_forms(folder, value):
    (folder / "x.jsonl").write_text(lines({"text": "Shells fell.", "pub_date": value}))
    assert [report.published for report in reports("x.jsonl")] == [date(2021, 3, 5)]


def test_aliases_and_defaults(folder):
    entry = {
        "event_text": "Shells fell.",
        "publisher": "Post",
        "headline": "War",
        "url": "u",
        "language": "en-GB",
    }
    (folder / "x.jsonl").write_text(lines(entry, {"id": 7, "text": "Nothing."}))
    first, second = reports("x.jsonl", published=date(2021, 3, 5), source="else", language="fr")
    assert (first.source, first.title, first.url, first.language) == ("Post", "War", "u", "en")
    assert (second.id, second.source, second.language, second.published) == (
        "7",
        "else",
        "fr",
        date(2021, 3, 5),
    )


def test_items_without_id_get_one_from_their_words(folder):
    (folder / "x.jsonl").write_text(lines({"text": "A", "source": "P"}, {"text": "A", "source": "Q"}))
    first, second = reports("x.jsonl")
    assert first.id != second.id
    assert [item.id for item in reports("x.jsonl")] == [first.id, second.id]


def test_a_repeated_id_is_said_with_where_it_was_first(folder):
    (folder / "x.jsonl").write_text(lines({"id": 1, "text": "A"}, {"id": "1", "text": "B"}))
    assert [report.text for report in reports("x.jsonl")] == ["A"]
    assert reasons("x.jsonl") == ["x.jsonl line 2: report id '1' was given before, by x.jsonl line 1"]


def test_a_huge_line_is_passed_over_in_bounded_memory(folder):
    import tracemalloc

    with (folder / "x.jsonl").open("w") as file:
        file.write(lines({"text": "before"}) + "\n")
        for _ in range(50):
            file.write("x" * 1_000_000)
        file.write("\n" + lines({"text": "after"}))
    tracemalloc.start()
    found = read("x.jsonl")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.text for item in found if isinstance(item, Report)] == ["before", "after"]
    assert peak < 4 * MAX_REPORT_BYTES


def test_a_folder_is_read_in_order_of_names(folder):
    for name in ("b.txt", "a.txt", "sub/c.txt", "notes.doc", ".hidden.txt", ".git/d.txt"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"words of {name}")
    assert [report.text for report in reports(".")] == [
        "words of a.txt",
        "words of b.txt",
        "words of sub/c.txt",
    ]


def test_missing_files_and_empty_folders_are_said(folder):
    (folder / "empty").mkdir()
    assert reasons("gone.txt", "empty") == [
        "gone.txt: no such file or directory",
        "empty: is a folder without .txt, .html, .htm, .jsonl, .ndjson files",
    ]


def test_other_endings_are_recognised_by_their_beginning(folder):
    (folder / "a.data").write_text(lines({"text": "from json"}))
    (folder / "b.data").write_text("from text")
    assert [report.text for report in reports("a.data", "b.data")] == ["from json", "from text"]


@pytest.mark.parametrize(
    ("data", "text"),
    [(b'{"text": "from json"}', "from json"), (b"from text", "from text")],
    ids=["json", "text"],
)
def test_standard_input_is_read(monkeypatch, data, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [report.text for report in reports("-")] == [text]


PAGE = """<html lang="en"><head><title>Shells fall on Norhaven | Kadra Post</title>
<meta charset="{charset}"><meta property="og:site_name" content="Kadra Post">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Shells fall on Norhaven</h1>
<p>Soldiers of the Kadra Front shelled Norhaven on Monday – “all night”, as military sources said in the capital.</p>
<p>The ministry of défense did not answer questions about the shelling on Tuesday morning.</p></article></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("windows-1252", "cp1252")])
def test_a_page_is_read_for_its_article(folder, charset, encoding):
    (folder / "x.html").write_bytes(PAGE.format(charset=charset).encode(encoding))
    [report] = reports("x.html", published=TODAY, source="else")
    assert "“all night”" in report.text
    assert "défense" in report.text
    assert "Home" not in report.text
    assert (report.published, report.source, report.language) == (date(2021, 3, 4), "Kadra Post", "en")
    assert report.title == "Shells fall on Norhaven"


def test_deep_markup_does_not_end_the_run(folder):
    (folder / "x.html").write_text("<div>" * 50_000 + "Shells fell." + "</div>" * 50_000)
    (folder / "y.txt").write_text("after")
    assert [report.text for report in reports("x.html", "y.txt")][-1] == "after"


def test_reading_twice_gives_the_same(folder):
    (folder / "x.jsonl").write_text(lines({"text": "A"}, "{", {"text": "B"}))
    assert read("x.jsonl") == read("x.jsonl") == [*read(Path("x.jsonl"))]
