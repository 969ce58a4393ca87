"""Judged reports: gold/<language>/<half>/*.yml → records whose words are located.

The format is described in gold/README.md. Every fault of a file is found in one
pass and named with its file and field, so that a coder can mend them together.
"""

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from hudna.errors import KnowledgeError
from hudna.knowledge.files import read_yaml
from hudna.model.claim import PlaceRole, Root, SpeechAct, Status
from hudna.model.mention import PlacePrecision, SpeakerKind, TimeBasis, TimePrecision
from hudna.model.record import Record, Span
from hudna.model.report import Report

HALVES = ("dev", "locked")
GIVEN_OCCURRENCE = re.compile(r"^(?P<words>.*\S) @(?P<number>\d+)$", re.DOTALL)
Held = Literal["controlled", "nominal", "contested", "influence", "none"]


class GoldActor(Span):
    """An actor or a speaker as the coder marked it."""

    id: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: SpeakerKind | None = None
    anonymous: bool | None = None
    note: str | None = None


class GoldPlace(Span):
    """A place with the coordinates the coder looked up."""

    id: str | None = None
    name: str | None = None
    role: PlaceRole = "at"
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision | None = None
    country: str | None = None
    note: str | None = None


class GoldTime(Record):
    """The days meant; without words where the text implies them."""

    text: str | None = None
    start: int | None = None
    end: int | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: TimePrecision | None = None
    basis: TimeBasis | None = None
    note: str | None = None


class GoldCount(Record):
    """A number of people as reported."""

    text: str | None = None
    start: int | None = None
    end: int | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None


class GoldClaim(Span):
    """One claim that the coder is to find."""

    content: Literal["event", "control", "purpose", "composition"]
    root: Root | None = None
    or_root: tuple[Root, ...] = ()
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: tuple[Span, ...] = ()
    actors: tuple[GoldActor, ...] = ()
    recipients: tuple[GoldActor, ...] = ()
    status: Status
    act: SpeechAct | None = None
    speakers: tuple[GoldActor, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    occurred: GoldTime | None = None
    fatalities: GoldCount | None = None
    injuries: GoldCount | None = None
    third_party: bool | None = None
    optional: bool = False
    holder: GoldActor | None = None
    area: GoldPlace | None = None
    control: Held | None = None
    of: str | None = None
    by: GoldActor | None = None
    purpose_kind: str | None = None
    note: str | None = None


class GoldMentions(Record):
    """Every name of the report, whether or not a claim uses it."""

    actors: tuple[GoldActor, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    times: tuple[GoldTime, ...] = ()


class GoldReport(Record):
    """A judged report; `language` and `half` come from its folder as well."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    conflict: str
    language: str
    half: Literal["dev", "locked"]
    published: date
    source: str
    coder: str
    text: str
    title: str | None = None
    claims: tuple[GoldClaim, ...]
    mentions: GoldMentions = GoldMentions()
    must_not: tuple[Any, ...] = ()
    note: str | None = None

    def as_report(self) -> Report:
        """The report as the coder is given it."""
        return Report(id=self.id, text=self.text, title=self.title, published=self.published,
                      source=self.source, language=self.language)  # fmt: skip


class WordsError(ValueError):
    """Words that do not stand in the text, or stand there more than once."""


def occurrences(words: str, text: str) -> list[int]:
    """Every offset at which the words stand."""
    return [found.start() for found in re.finditer(re.escape(words), text)]


def _spaced(words: str, text: str, starts: list[int]) -> list[int]:
    """Those occurrences that are not part of a longer word."""

    def bounded(start: int) -> bool:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum())

    return [start for start in starts if bounded(start)]


def locate(written: str, text: str, *, within: Span | None = None) -> Span:
    """The span of written words; `@n` counts from one over the whole text.

    A claim's own words must be unique without a number. Words that belong to a claim are
    looked for inside it, then before it: the nearest are meant.
    """
    given = GIVEN_OCCURRENCE.match(written)
    words = given["words"] if given else written
    starts = occurrences(words, text) if words else []
    if not starts:
        raise WordsError(f"'{words}' does not stand in the text; an exact substring would be right")
    if given:
        return _numbered(words, starts, int(given["number"]))
    whole = _spaced(words, text, starts) or starts
    if len(whole) > 1 and within is None:
        raise WordsError(f"'{words}' stands {len(whole)} times in the text; write '{words} @n'")
    start = whole[0] if within is None else min(whole, key=lambda one: _remoteness(one, within))
    return Span(text=words, start=start, end=start + len(words))


def _remoteness(start: int, claim: Span) -> tuple[int, int]:
    if claim.start <= start < claim.end:
        return 0, start
    return (1, claim.start - start) if start < claim.start else (2, start)


def _numbered(words: str, starts: list[int], number: int) -> Span:
    if not 1 <= number <= len(starts):
        raise WordsError(f"'{words} @{number}': the words stand {len(starts)} times in the text")
    start = starts[number - 1]
    return Span(text=words, start=start, end=start + len(words))


class _Locator:
    """Turns `words` of a YAML entry into spans and keeps every fault it meets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[str] = []

    def span(self, written: object, where: str, within: Span | None) -> dict[str, Any]:
        if not isinstance(written, str):
            self.faults.append(f"{where}: words are {written!r}; text would be right")
            return {}
        try:
            return locate(written, self.text, within=within).model_dump()
        except WordsError as error:
            self.faults.append(f"{where}: {error}")
            return {}

    def entry(self, entry: Any, where: str, within: Span | None) -> Any:
        """The entry with `words` replaced by its span; anything else is left to validation."""
        if not isinstance(entry, dict) or entry.get("words") is None:
            return {key: entry[key] for key in entry if key != "words"} if isinstance(entry, dict) else entry
        rest = {key: value for key, value in entry.items() if key != "words"}
        return {**rest, **self.span(entry["words"], f"{where}.words", within)}

    def entries(self, entries: Any, where: str, within: Span | None) -> list[Any]:
        return [self.entry(item, f"{where}.{n}", within) for n, item in enumerate(entries or [])]

    def mentions(self, entries: Any, where: str) -> list[Any]:
        """As entries; bare words are their first occurrence."""
        return self.entries(entries, where, Span(text="", start=0, end=len(self.text)))

    def claim(self, claim: Any, where: str) -> Any:
        """The claim with every words located, its own first."""
        if not isinstance(claim, dict):
            return claim
        own = self.entry(claim, where, None)
        within = Span(text=own["text"], start=own["start"], end=own["end"]) if "start" in own else None
        for field in ("actors", "recipients", "speakers", "places"):
            own[field] = self.entries(claim.get(field), f"{where}.{field}", within)
        for field in ("occurred", "fatalities", "injuries", "holder", "area", "by"):
            if claim.get(field) is not None:
                own[field] = self.entry(claim[field], f"{where}.{field}", within)
        own["trigger"] = self._triggers(claim.get("trigger"), f"{where}.trigger", within)
        return own

    def _triggers(self, written: Any, where: str, within: Span | None) -> list[dict[str, Any]]:
        options = [written] if isinstance(written, str) else written or []
        return [found for option in options if (found := self.span(option, where, within))]


def read_gold(path: Path) -> GoldReport:
    """One judged report; KnowledgeError lists every fault, one a line."""
    return judged(read_yaml(path), path.name, half=path.parent.name, folder=path.parent.parent.name)


def judged(raw: Any, name: str, *, half: str, folder: str) -> GoldReport:
    """The content of a file as a judged report; faults name the file."""
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        raise KnowledgeError(f"{name}: a mapping with a text would be right")
    locator = _Locator(raw["text"])
    claims = [locator.claim(claim, f"claims.{n}") for n, claim in enumerate(raw.get("claims") or [])]
    mentions = {
        kind: locator.mentions(entries, f"mentions.{kind}")
        for kind, entries in (raw.get("mentions") or {}).items()
    }
    whole = {**raw, "claims": claims, "mentions": mentions, "half": half}
    if raw.get("claims") is None:
        locator.faults.append("claims: left out; a report that tells of nothing has claims: []")
    return _validated(name, whole, locator.faults + _meaning_faults(folder, whole))


def _validated(name: str, whole: dict[str, Any], faults: list[str]) -> GoldReport:
    try:
        report = GoldReport.model_validate(whole)
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        located = {fault.rsplit(".words", 1)[0] for fault in faults if ".words" in fault}
        faults += [fault for fault in wrong if fault.split(": ")[0].rsplit(".", 1)[0] not in located]
    if faults:
        raise KnowledgeError("\n".join(f"{name}: {fault}" for fault in faults))
    return report


def _meaning_faults(folder: str, whole: dict[str, Any]) -> list[str]:
    faults: list[str] = []
    if whole.get("language") != folder:
        faults.append(f"language: {whole.get('language')!r} lies in the folder {folder}")
    for number, claim in enumerate(whole["claims"]):
        if not isinstance(claim, dict):
            continue
        if claim.get("content") == "event" and not (claim.get("root") and claim.get("trigger")):
            faults.append(f"claims.{number}: an event needs a root and a trigger")
        if claim.get("content") == "control" and not claim.get("control"):
            faults.append(f"claims.{number}: a control claim needs control")
    return faults


def load_gold(folder: Path, *, half: str = "both", languages: tuple[str, ...] = ()) -> list[GoldReport]:
    """Every judged report of a half, sorted by language, half and id; ids are unique.

    gold/parallel has no halves and is not among them: hudna.evaluate.parallel reads it.
    gold/first and gold/second, what two hands judged, are left out as well: hudna.evaluate.hands.
    """
    halves = HALVES if half in {"both", "all"} else (half,)
    if not set(halves) <= set(HALVES):
        raise KnowledgeError(f"unknown half '{half}'; known: both, {', '.join(HALVES)}")
    if not folder.is_dir():
        raise KnowledgeError(f"no gold folder at {folder}; name one with --gold")
    paths = [path for name in halves for path in folder.glob(f"[a-z][a-z]/{name}/*.yml")]
    reports, faults = _read_all(
        sorted(path for path in paths if not languages or path.parts[-3] in languages)
    )
    counts = Counter(report.id for report in reports)
    faults += [f"two reports have the id '{one}'; ids must differ" for one, n in counts.items() if n > 1]
    if faults:
        raise KnowledgeError("\n".join(faults))
    return sorted(reports, key=lambda report: (report.language, report.half, report.id))


def _read_all(paths: list[Path]) -> tuple[list[GoldReport], list[str]]:
    reports, faults = [], []
    for path in paths:
        try:
            reports.append(read_gold(path))
        except KnowledgeError as error:
            faults.append(str(error))
    return reports, faults


def main(folder: str) -> int:
    """Prints every fault of a gold folder, the parallel set included; 2 where there is one."""
    from hudna.evaluate.parallel import load_parallel

    try:
        reports, parallel = load_gold(Path(folder)), load_parallel(Path(folder))
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    claims = sum(len(report.claims) for report in reports)
    sys.stdout.write(f"{len(reports)} reports, {claims} claims; {len(parallel)} parallel reports\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "gold"))
