"""The judged replays of gold/ as stores and as lines, for tests of what comes after linking."""

from collections import defaultdict
from functools import cache
from pathlib import Path

from hudna.evaluate.replay_claims import tolds
from hudna.evaluate.replay_reading import load_replays
from hudna.evaluate.replay_records import Replay
from hudna.model.coded import Coded
from hudna.store import open_store

FOLDER = Path(__file__).parents[1] / "gold" / "replays"


@cache
def replay(name: str) -> Replay:
    """A replay by its name."""
    return next(one for one in load_replays(FOLDER) if one.id == name)


def coded(name: str) -> list[Coded]:
    """Its reports with their judged claims, oldest first."""
    claims = defaultdict(list)
    for told in tolds(replay(name)):
        claims[told.report.id].append(told.claim)
    reports = sorted(
        (one.as_report() for one in replay(name).reports), key=lambda one: (one.published, one.id)
    )
    return [Coded(report, claims=tuple(claims[report.id])) for report in reports]


def store(name: str, path: Path) -> Path:
    """A store of its reports."""
    opened = open_store(path, create=True)
    for one in coded(name):
        opened.add(one, coder="judged", run="test")
    opened.close()
    return path


def lines(name: str, folder: Path) -> tuple[Path, Path]:
    """Its claims and its reports as files of JSON lines."""
    claims, reports = folder / "claims.jsonl", folder / "reports.jsonl"
    found = coded(name)
    claims.write_text("".join(c.model_dump_json(by_alias=True) + "\n" for one in found for c in one.claims))
    reports.write_text("".join(one.report.model_dump_json() + "\n" for one in found))
    return claims, reports
