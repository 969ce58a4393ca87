"""Sentences with CAMEO codes (PETRARCH unit tests, PETR-2 validation, a Gigaword sample).

CAMEO roots become PLOVER roots (docs/codebook.md) and are compared, sentence by
sentence, with the roots that the whole coder gives. Actor codes of the sets stand
for dictionaries nobody else has (Arnor, Gondor), so only the country of the first
actor is compared, where it is a real one. CAMEO 01, a mere statement, is dropped.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hudna.errors import InputError
from hudna.evaluate.relation import COOPERATIVE, MATERIAL
from hudna.model.claim import Claim, Root, Status
from hudna.model.report import Report
from hudna.pipeline import code_reports

NAME = "petrarch"
FOLDER = Path("petrarch")
UNIT_TESTS = "Test_Result.csv"
VALIDATION = "PETR2_GSR_validation.xml"
GIGAWORD = "GigaWord.sample.PETR.xml"
PEER = "PETRARCH2 on UD"
SHOWN = 10
# Our CONCEDE and RETREAT share CAMEO 08 and are compared as one.
YIELD = "YIELD"

# CAMEO → PLOVER by the longest prefix; docs/codebook.md says where the sources err.
ROOTS: dict[str, str | None] = {
    "01": None,
    "02": "REQUEST",
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": YIELD,
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "163": "COERCE",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "191": "COERCE",
    "192": "COERCE",
    "20": "ASSAULT",
}
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, YIELD: 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_SENTENCE = re.compile(r"<Sentence\b(?P<head>[^>]*)>(?P<body>.*?)(?:<Parse>|(?=<Sentence\b)|\Z)", re.DOTALL)
_CODING = re.compile(r"<EventCoding\b([^>]*)>")
_ATTRIBUTE = re.compile(r"(\w+)\s*=\s*\"([^\"]*)\"")
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_TRIPLE = re.compile(r"\(\[?([^\],)]*)\]?,\[?[^\])]*\]?,(\w+)\)")


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with the roots people gave it and, where known, a peer's."""

    id: str
    text: str
    roots: frozenset[str]
    countries: frozenset[str] = frozenset()
    peer: frozenset[str] | None = None


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Agreement on the unit tests and the validation records, the peer's beside it."""
    folder = data_dir / FOLDER
    if not folder.is_dir():
        raise InputError(f"{folder} does not exist; the set 'petrarch' needs it")
    units, records = unit_tests(folder / UNIT_TESTS), validation(folder / VALIDATION)
    sample = validation(folder / GIGAWORD)
    ours = {item.id: roots for item, roots in _coded([*units, *records, *sample])}
    notes = _notes([*units, *records], ours)
    return {
        "set": NAME,
        "figures": {
            **_figures("unit tests", units, ours),
            **_figures("validation", records, ours),
            "events a sentence, gigaword sample": _rate(sample, ours),
        },
        "peers": {PEER: _peer_figures(units)},
        "notes": notes,
        "lines": notes,
    }


# --- reading the sets ------------------------------------------------------------------


def unit_tests(path: Path) -> list[Item]:
    """The unit tests as CAMEO would have them, with what the peer made of each."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        rows = [
            {(key or "").strip(): value or "" for key, value in row.items()} for row in csv.DictReader(lines)
        ]
    return [_unit_test(number, row) for number, row in enumerate(rows) if row["Text"].strip()]


def _unit_test(number: int, row: dict[str, str]) -> Item:
    wanted = _TRIPLE.findall(row["Expected Encoding as per Petrarch"])
    given = _TRIPLE.findall(row["Result from Petrarch_UD"])
    return Item(
        id=f"unit-{number}",
        text=" ".join(row["Text"].split()),
        roots=_roots(code for _, code in wanted),
        peer=_roots(code for _, code in given),
    )


def validation(path: Path) -> list[Item]:
    """The sentences of a validation file; its parses are not read, and it need not be valid XML."""
    content = path.read_text(encoding="utf-8", errors="replace")
    return [item for match in _SENTENCE.finditer(content) if (item := _record(path.stem, match)) is not None]


def _record(stem: str, match: re.Match[str]) -> Item | None:
    text = _TEXT.search(match["body"])
    if text is None:
        return None
    codings = [dict(_ATTRIBUTE.findall(coding)) for coding in _CODING.findall(match["body"])]
    names = dict(_ATTRIBUTE.findall(match["head"]))
    return Item(
        id=f"{stem}-{names.get('id', match.start())}",
        text=" ".join(text[1].split()),
        roots=_roots(coding.get("eventcode", "") for coding in codings),
        countries=frozenset(c["sourcecode"][:3] for c in codings if "sourcecode" in c),
    )


def _roots(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(root for code in codes if (root := plover_root(code)) is not None)


@cache
def plover_root(code: str) -> str | None:
    """The PLOVER root of a CAMEO code; None for statements and for what is no code."""
    prefix = next((code[:length] for length in (3, 2) if code[:length] in ROOTS), None)
    return ROOTS[prefix] if prefix is not None else None


# --- our side --------------------------------------------------------------------------


def _coded(items: Sequence[Item]) -> Iterable[tuple[Item, frozenset[str]]]:
    reports = [Report(id=item.id, text=item.text, language="en") for item in items]
    for item, coded in zip(items, code_reports(reports), strict=True):
        yield item, frozenset(root for claim in coded.claims if (root := root_as_held(claim)) is not None)


def root_as_held(claim: Claim) -> str | None:
    """CAMEO has no status: a coming kindness is AGREE, a coming blow THREATEN, a refused kindness REJECT."""
    if claim.event is None:
        return None
    root = claim.event.root
    if claim.status is Status.DENIED and root in COOPERATIVE:
        return Root.REJECT.value
    if claim.status is Status.PLANNED:
        root = Root.AGREE if root in COOPERATIVE else Root.THREATEN if root in MATERIAL else root
    return YIELD if root in (Root.CONCEDE, Root.RETREAT) else root.value


# --- figures -----------------------------------------------------------------------------


def _figures(name: str, items: Sequence[Item], ours: dict[str, frozenset[str]]) -> dict[str, float]:
    pairs = [(item.roots, ours[item.id]) for item in items]
    silent = [item for item in items if not item.roots]
    return {
        f"root precision, {name}": _precision(pairs),
        f"root recall, {name}": _precision([(found, wanted) for wanted, found in pairs]),
        f"root F1, {name}": _f1(pairs),
        f"quad F1, {name}": _f1([(_quads(wanted), _quads(found)) for wanted, found in pairs]),
        f"silent where no event, {name}": _ratio(sum(not ours[item.id] for item in silent), len(silent)),
    }


def _peer_figures(items: Sequence[Item]) -> dict[str, float]:
    pairs = [(item.roots, item.peer) for item in items if item.peer is not None]
    return {
        "root precision, unit tests": _precision(pairs),
        "root recall, unit tests": _precision([(found, wanted) for wanted, found in pairs]),
        "root F1, unit tests": _f1(pairs),
        "quad F1, unit tests": _f1([(_quads(wanted), _quads(found)) for wanted, found in pairs]),
    }


def _quads(roots: frozenset[str]) -> frozenset[str]:
    return frozenset(str(QUADS[root]) for root in roots)


def _precision(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> float:
    """The share of what was found that was wanted."""
    return _ratio(sum(len(wanted & found) for wanted, found in pairs), sum(len(found) for _, found in pairs))


def _f1(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> float:
    hits = sum(len(wanted & found) for wanted, found in pairs)
    return _ratio(2 * hits, sum(len(wanted) + len(found) for wanted, found in pairs))


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _rate(items: Sequence[Item], ours: dict[str, frozenset[str]]) -> float:
    return _ratio(sum(len(ours[item.id]) for item in items), len(items))


def _notes(items: Sequence[Item], ours: dict[str, frozenset[str]]) -> list[str]:
    """The most frequent disagreements, in words."""
    kinds: Counter[str] = Counter()
    for item in items:
        missed, added = sorted(item.roots - ours[item.id]), sorted(ours[item.id] - item.roots)
        kinds.update(_disagreements(missed, added))
    return [f"{n} sentences: {kind}" for kind, n in kinds.most_common(SHOWN)]


def _disagreements(missed: Sequence[str], added: Sequence[str]) -> Iterable[str]:
    if missed and added:
        return [f"{'+'.join(missed)} wanted, {'+'.join(added)} found"]
    return [f"{root} missed" for root in missed] or [f"{root} found where it is not wanted" for root in added]
