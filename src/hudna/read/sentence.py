"""A sentence as readers take it: its words mended for reading, and where it stands in the report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` has the length of the words it stands for: report[start : start + len(text)]."""

    text: str
    report: str
    start: int
