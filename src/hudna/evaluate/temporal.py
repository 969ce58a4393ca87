"""Time expressions against documents marked with TIMEX.

Three F1 scores over expressions of type DATE: strict (the same words), relaxed
(any overlap) and value (overlap, and the same value). TIMEX marks both ends of a
stretch of time, so the points are scored, not the stretches.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hudna.model.mention import TimeMention

TAG = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One judged expression."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    judged: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    valued: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self, name: str) -> dict[str, float | int]:
        """F1 scores, and precision and recall of the values."""
        return {
            f"{name}.judged": self.judged,
            f"{name}.found": self.found,
            f"{name}.strict_f1": self._f1(self.strict),
            f"{name}.relaxed_f1": self._f1(self.relaxed),
            f"{name}.value_f1": self._f1(self.valued),
        }

    def _f1(self, right: int) -> float:
        return round(2 * right / (self.judged + self.found), 4) if self.judged + self.found else 0.0


def read_marked(source: str, tag: str, kind_of: Callable[[dict[str, str]], str]) -> tuple[str, list[Timex]]:
    """The plain text of a marked document and its expressions, by place, inner ones too."""
    text, marks, open_tags, at = "", list[Timex](), list[tuple[int, dict[str, str]]](), 0
    for match in TAG.finditer(source):
        text += _plain(source[at : match.start()])
        at = match.end()
        if match[2] != tag or match[4]:
            continue
        if match[1]:
            start, attributes = open_tags.pop()
            value = attributes.get("value") or attributes.get("val") or ""
            marks.append(Timex(start, len(text), kind_of(attributes), value))
        else:
            open_tags.append((len(text), dict(ATTRIBUTE.findall(match[3]))))
    return text + _plain(source[at:]), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def tally(judged: Sequence[Timex], found: Iterable[TimeMention], into: Tally, text: str, name: str) -> None:
    """Count one document. A judged and a found expression are paired once at most, best overlap first."""
    into.judged += len(judged)
    free = list(judged)
    for mention in found:
        into.found += 1
        mark = max(free, key=lambda mark: _overlap(mark, mention), default=None)
        if mark is None or not _overlap(mark, mention):
            into.errors.append(
                f"{name}\tspurious\t{mention.text!r} {mention.value} {mention.rule}\t{_around(text, mention)}"
            )
            continue
        free.remove(mark)
        into.relaxed += 1
        into.strict += (mark.start, mark.end) == (mention.start, mention.end)
        into.valued += mark.value == mention.value
        _note(into, mark, mention, text, name)
    into.errors += [f"{name}\tmissed\t{text[m.start : m.end]!r} {m.value}\t{_around(text, m)}" for m in free]


def _note(into: Tally, mark: Timex, mention: TimeMention, text: str, name: str) -> None:
    words = text[mark.start : mark.end]
    if mark.value != mention.value:
        into.errors.append(
            f"{name}\tvalue\t{words!r} {mark.value} ≠ {mention.text!r} {mention.value} {mention.rule}\t{_around(text, mark)}"
        )
    elif words != mention.text:
        into.errors.append(
            f"{name}\tspan\t{words!r} ≠ {mention.text!r} {mention.rule}\t{_around(text, mark)}"
        )


def _overlap(mark: Timex, mention: TimeMention) -> int:
    return max(0, min(mark.end, mention.end) - max(mark.start, mention.start))


def _around(text: str, span: Timex | TimeMention) -> str:
    return text[max(0, span.start - 40) : span.end + 25].replace("\n", " ")


def _plain(text: str) -> str:
    return re.sub("|".join(ENTITIES), lambda match: ENTITIES[match[0]], text)


def documents(folder: Path, pattern: str) -> list[Path]:
    """The marked documents of a set, by name."""
    return sorted(folder.glob(pattern))
