"""Set `replays`: the project's own replays, by judged claims and incidents, by linking, and from the words.

`hudna evaluate --set replays`. From judged claims everything must hold; the
other two ways are shown as they are, because they also depend on the coder and on linking.
"""

from collections.abc import Iterator
from pathlib import Path

from hudna.errors import InputError
from hudna.evaluate.replay_matching import Outcome, outcomes
from hudna.evaluate.replay_reading import load_replays
from hudna.evaluate.replay_records import Replay
from hudna.evaluate.replay_running import Mode, run_replay
from hudna.evaluate.scores import share
from hudna.evaluate.sets import Figure, SetScore

NAME = "replays"
OF_GOLD = True


def evaluate(data: Path) -> SetScore:
    """Shares of expectations that hold, by mode and by section."""
    folder = data / "replays" if (data / "replays").is_dir() else data
    replays = load_replays(folder)
    if not replays:
        raise InputError(f"no replay lies in {folder}; --gold DIR would be right")
    figures: list[Figure] = []
    lines: list[str] = []
    for mode in Mode:
        found = [(replay.id, one) for replay in replays for one in run(replay, mode)]
        figures += list(_figures(mode, [one for _, one in found]))
        lines += [f"{mode} {name}: {one.line[:400]}" for name, one in found if not one.holds]
    return SetScore(NAME, tuple(figures), tuple(lines), f"{len(replays)} replays")


def run(replay: Replay, mode: Mode) -> Iterator[Outcome]:
    """Every expectation of a replay."""
    for point in replay.expect:
        yield from outcomes(point, run_replay(replay, point.as_of, mode))


def _figures(mode: Mode, found: list[Outcome]) -> Iterator[Figure]:
    least = 1.0 if mode is Mode.JUDGED else None
    yield Figure(mode.value, share(sum(one.holds for one in found), len(found)), least=least)
    for section in dict.fromkeys(one.section for one in found):
        own = [one for one in found if one.section == section]
        yield Figure(f"{mode.value}.{section}", share(sum(one.holds for one in own), len(own)))
