"""Whatever the bytes are, they become reports and issues, never a fault."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.collect import read_inputs
from hudna.collect.lines import bounded_lines
from hudna.model.report import Issue, Report

pieces = st.sampled_from(
    [
        b'{"text": "',
        b'"}',
        b"\n",
        b"<p>",
        b"</p>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00",
        "é".encode(),
        b"\\ud800",
        b"[",
    ]
)
some_bytes = st.one_of(
    st.binary(max_size=300), st.lists(pieces | st.binary(max_size=5), max_size=30).map(b"".join)
)


@settings(deadline=None, max_examples=150)
@given(data=some_bytes, ending=st.sampled_from([".txt", ".html", ".jsonl", ".data"]))
def test_any_bytes_become_reports_and_issues(data, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x{ending}")
        path.write_bytes(data)
        found = list(read_inputs([path]))
    assert found
    for item in found:
        assert isinstance(item, Report | Issue)
        if isinstance(item, Report):
            assert item.text.strip()
            assert item.text.encode("utf-8")
            assert item.id


@given(data=st.binary(max_size=200), size=st.integers(1, 50), bound=st.integers(1, 50))
def test_lines_are_those_of_split_however_the_stream_is_cut(data, size, bound):
    cut = [data[start : start + size] for start in range(0, len(data), size)]
    lines = data.split(b"\n")
    expected = [(number, line if len(line) <= bound else None) for number, line in enumerate(lines, 1)]
    if not lines[-1]:
        expected.pop()
    assert list(bounded_lines(cut, bound)) == expected
