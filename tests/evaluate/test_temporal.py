"""Marked documents: how expressions are read and counted."""

from pathlib import Path

import pytest

from hudna.evaluate import tempeval, wikiwars
from hudna.evaluate.temporal import read_marked

NEWS = """<TimeML><DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2024-08-09">x</TIMEX3></DCT>
<TEXT>Shells fell on <TIMEX3 tid="t1" type="DATE" value="2024-08-07">Wednesday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT3H">three hours</TIMEX3> &amp; on
<TIMEX3 tid="t3" type="DATE" value="2024-08-01">Thursday</TIMEX3>.</TEXT></TimeML>"""
ARTICLE = """<DOC><TEXT>In <TIMEX2 val="1914">1914</TIMEX2> war came. On
<TIMEX2 val="1914-08-07">7 August</TIMEX2> it spread for <TIMEX2 val="P4Y">four years</TIMEX2>.</TEXT></DOC>"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder, name, text in ((tempeval.FOLDER, "a.tml", NEWS), (wikiwars.FOLDER, "01_A.key.xml", ARTICLE)):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_news_counts_from_the_day_of_the_document(data: Path) -> None:
    figures = tempeval.evaluate(data)["figures"]
    assert (figures["date.judged"], figures["date.found"]) == (2, 2)
    # Thursday is the eighth; the judge meant the week before.
    assert (figures["date.relaxed_f1"], figures["date.value_f1"]) == (1.0, 0.5)
    assert figures["all.judged"] == 3


def test_an_article_is_read_as_narrative_and_lengths_are_left_out(data: Path) -> None:
    figures = wikiwars.evaluate(data)["figures"]
    assert (figures["date.judged"], figures["date.value_f1"]) == (2, 1.0)


def test_marks_inside_marks_keep_their_places() -> None:
    text, marks = read_marked('<T val="a">the end of <T val="b">1914</T></T> &lt;', "T", lambda _: "")
    assert text == "the end of 1914 <"
    assert [(text[mark.start : mark.end], mark.value) for mark in marks] == [
        ("the end of 1914", "a"),
        ("1914", "b"),
    ]
