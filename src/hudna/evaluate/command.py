"""`hudna evaluate`: the project's own gold, or one public set; tables or JSON; floors kept."""

import json
import sys
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from rich.console import Console

from hudna.errors import HudnaError, InputError
from hudna.evaluate.floors import below_floors, read_floors
from hudna.evaluate.own import Scored, score_gold, total
from hudna.evaluate.sets import SetScore, evaluate_set
from hudna.evaluate.tables import conflict_table, figures_table, set_table
from hudna.pipeline import code_reports
from hudna.read.readers import AUTO, READERS

REPOSITORY_GOLD = Path(__file__).parents[3] / "gold"


@dataclass(frozen=True, slots=True)
class Own:
    """Figures by language and half, and by conflict."""

    figures: dict[str, dict[str, dict[str, float | None]]]
    conflicts: dict[str, dict[str, float | None]]
    counts: dict[str, dict[str, dict[str, int]]]


def run(
    *,
    set_name: str | None,
    data: Path | None,
    gold: Path | None,
    half: str,
    as_json: bool,
    reader: str = AUTO,
) -> int:
    """Prints the scores; 0 done, 1 below a floor or a set's least, 2 wrong usage or gold."""
    try:
        if set_name is not None:
            return _run_set(evaluate_set(set_name, data, gold_folder(gold)), as_json=as_json)
        return _run_own(gold_folder(gold), half, as_json=as_json, reader=reader)
    except HudnaError as error:
        sys.stderr.write(f"{error}\n")
        return 2


def gold_folder(given: Path | None) -> Path:
    """The gold folder: as given, or ./gold, or the one beside the sources."""
    choices = [given] if given else [Path("gold"), REPOSITORY_GOLD]
    folder = next((choice for choice in choices if choice.is_dir()), None)
    if folder is None:
        raise InputError(f"no gold folder at {choices[0]}; name one with --gold")
    return folder


def own_figures(folder: Path, half: str, reader: str = AUTO) -> Own:
    """The own gold's figures, coded afresh, with the reader asked for."""
    if reader not in READERS:
        raise InputError(f"unknown reader '{reader}'; known: {', '.join(READERS)}")
    coder = partial(code_reports, phrases=True, reader=reader)
    return summarise(score_gold(folder, half=half, coder=coder))


def summarise(scored: list[Scored]) -> Own:
    """Figures per language and half (and both, and all), and per conflict."""
    languages = sorted({one.alignment.report.language for one in scored})
    groups = {
        language: _halves([one for one in scored if language in {"all", one.alignment.report.language}])
        for language in [*languages, "all"]
    }
    conflicts = sorted({one.alignment.report.conflict for one in scored})
    return Own(
        {
            name: {half: total(part).figures() for half, part in halves.items()}
            for name, halves in groups.items()
        },
        {
            name: total(one for one in scored if one.alignment.report.conflict == name).figures()
            for name in conflicts
        },
        {name: {half: _counts(part) for half, part in halves.items()} for name, halves in groups.items()},
    )


def _halves(scored: list[Scored]) -> dict[str, list[Scored]]:
    halves = sorted({one.alignment.report.half for one in scored})
    parts: dict[str, list[Scored]] = {
        half: [one for one in scored if one.alignment.report.half == half] for half in halves
    }
    return {**parts, "both": scored} if len(halves) > 1 else parts


def _counts(scored: list[Scored]) -> dict[str, int]:
    return {
        "reports": len(scored),
        "judged": sum(len(one.alignment.report.claims) for one in scored),
        "coded": sum(len(one.alignment.coded.claims) for one in scored),
        "false_events": sum(one.board.false_events for one in scored),
    }


def _run_own(folder: Path, half: str, *, as_json: bool, reader: str) -> int:
    own = own_figures(folder, half, reader)
    # Floors are of the reader that each language takes by itself.
    below = below_floors(read_floors(folder), own.figures) if reader == AUTO else []
    if as_json:
        print(json.dumps({**asdict(own), "below": below}, indent=1))
    else:
        console = Console()
        console.print(figures_table(own.figures, own.counts))
        console.print(conflict_table(own.conflicts))
        for sentence in below:
            console.print(f"[red]{sentence}[/red]")
    return 1 if below else 0


def _run_set(score: SetScore, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({**asdict(score), "passed": score.passed}, indent=1, default=str))
    else:
        console = Console()
        for line in score.lines:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        console.print(set_table(score))
        if score.note:
            console.print(score.note, markup=False, highlight=False)
    return 0 if score.passed else 1
