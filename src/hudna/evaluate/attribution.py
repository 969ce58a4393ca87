"""Set `polnear`: who says it, on US political news with source, cue and content marked.

Only partly comparable: the set marks every attribution, we code claims about conflict
alone. So each claim of ours is looked up, by its words, among the marked contents; on
those that meet, the innermost speaker is compared with the marked source. What share of
the marked contents we code at all is printed as coverage, not as recall.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hudna.errors import InputError
from hudna.evaluate.scores import Tally, overlap, same_words, share
from hudna.evaluate.sets import Figure, SetScore
from hudna.model.claim import Claim
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.pipeline import code_reports

NAME = "polnear"
FOLDERS = ("polnear_dev", "polnear_train")
# A claim answers a marked content when half of its characters lie inside.
INSIDE = 0.5


@dataclass(frozen=True, slots=True)
class Attribution:
    """A marked content with its sources; none where the text leaves the source out."""

    contents: tuple[Span, ...]
    sources: tuple[Span, ...]


def evaluate(data: Path) -> SetScore:
    """Speakers of our claims against the marked sources, on the development articles."""
    folder = data / "attribution" / FOLDERS[0]
    if not folder.is_dir():
        raise InputError(f"{folder} does not exist; the set {NAME} lies in attribution/{FOLDERS[0]}")
    marked = {path.stem: path for path in sorted((folder / "text").glob("*.txt"))}
    reports = [Report(id=name, text=_text(path), language="en") for name, path in marked.items()]
    tally, met, contents = Tally(), 0, 0
    for coded in code_reports(reports):
        known = read_attributions(folder / "attributions", coded.report.id, coded.report.text)
        contents += len(known)
        for attribution, claims in _answers(known, coded.claims):
            met += 1
            tally.add(_compare(attribution, claims, coded.report.text))
    return _score(tally, met, contents)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _score(tally: Tally, met: int, contents: int) -> SetScore:
    figures = (
        Figure("speaker_f1", tally.f1, note="speakers on marked contents that we code"),
        Figure("speaker_precision", tally.precision),
        Figure("speaker_recall", tally.recall),
        Figure(
            "coverage", share(met, contents), note="marked contents in which we code a claim: not a recall"
        ),
    )
    note = f"{met} of {contents} marked contents; US politics, where few sentences tell of conflict"
    return SetScore(NAME, figures, note=note)


def read_attributions(folder: Path, name: str, text: str) -> list[Attribution]:
    """The marked contents of an article; the first annotator's where several marked it."""
    paths = sorted(folder.glob(f"{name}_*.ann"))
    return list(_attributions(paths[0].read_text(encoding="utf-8"), text)) if paths else []


def _attributions(marks: str, text: str) -> Iterator[Attribution]:
    """Brat standoff: T lines are spans, E lines tie them together."""
    entities: dict[str, tuple[Span, ...]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in marks.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            entities[name] = tuple(_spans(rest.partition("\t")[0].partition(" ")[2], text))
        elif name.startswith("E"):
            events.append([(role, mark) for role, _, mark in (pair.partition(":") for pair in rest.split())])
    for roles in events:
        contents = _joined(roles, "Content", entities)
        if contents:
            yield Attribution(contents, _joined(roles, "Source", entities))


def _joined(
    roles: list[tuple[str, str]], wanted: str, entities: dict[str, tuple[Span, ...]]
) -> tuple[Span, ...]:
    return tuple(span for role, mark in roles if role.startswith(wanted) for span in entities.get(mark, ()))


def _spans(written: str, text: str) -> Iterator[Span]:
    for part in written.split(";"):
        start, _, end = part.partition(" ")
        yield Span(text=text[int(start) : int(end)], start=int(start), end=int(end))


def _answers(
    known: list[Attribution], claims: tuple[Claim, ...]
) -> Iterator[tuple[Attribution, list[Claim]]]:
    """Each marked content in which we code something, with our claims there."""
    for attribution in known:
        inside = [claim for claim in claims if _lies_in(claim, attribution)]
        if inside:
            yield attribution, inside


def _lies_in(claim: Claim, attribution: Attribution) -> bool:
    common = sum(overlap(claim, content) for content in attribution.contents)
    return common >= INSIDE * max(1, claim.end - claim.start)


def _compare(attribution: Attribution, claims: list[Claim], text: str) -> Tally:
    """Right where some speaker of some claim is a marked source."""
    speakers = [speaker for claim in claims for speaker in claim.speakers]
    hit = any(same_words(source, speaker, text) for source in attribution.sources for speaker in speakers)
    right = int(hit)
    return Tally(right, int(bool(speakers)) - right, int(bool(attribution.sources)) - right)
