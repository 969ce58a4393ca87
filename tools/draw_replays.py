"""A chart for each replay of gold/: the level of each area's alert by day, acts of force, and dreaded answers.

    python tools/draw_replays.py [--out docs/evaluation/replays]

Drawn from judged claims, each day knowing only what was published by then. The same gold
gives the same files, byte for byte.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt
from matplotlib import dates
from matplotlib.axes import Axes

from hudna.evaluate.replay_alerts import Followed, follow
from hudna.evaluate.replay_reading import load_replays
from hudna.evaluate.replay_records import Replay
from hudna.evaluate.replay_running import Mode
from hudna.model.alert import rank
from hudna.model.evidence import day_of
from hudna.warn.indicators import violence

GOLD = Path(__file__).parents[1] / "gold" / "replays"
OUT = Path(__file__).parents[1] / "docs" / "evaluation" / "replays"
COLOURS = ("#0b6e99", "#b5541c", "#4f7f3f", "#7a4b94", "#8a6d1a", "#444444")
STYLE = {
    "svg.hashsalt": "hudna",
    "svg.fonttype": "none",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def main() -> None:
    """Writes a file for each replay."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    mpl.rcParams.update(STYLE)
    for replay in load_replays(GOLD):
        draw(replay, list(follow(replay, Mode.JUDGED)), folder / f"{replay.id}.svg")
        print(f"{replay.id}.svg")


def draw(replay: Replay, days: Sequence[Followed], path: Path) -> None:
    """One chart."""
    figure, (levels, answers) = plt.subplots(
        2, 1, figsize=(8, 4.6), sharex=True, gridspec_kw={"height_ratios": (3, 2)}, layout="constrained"
    )
    figure.suptitle(replay.what, fontsize=9, wrap=True)
    _levels(levels, days)
    _acts(levels, days[-1])
    _answers(answers, days)
    answers.xaxis.set_major_locator(dates.AutoDateLocator(minticks=4, maxticks=9))
    answers.xaxis.set_major_formatter(dates.DateFormatter("%-d %b %Y"))
    answers.tick_params(axis="x", labelrotation=20)
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)


def _levels(axes: Axes, days: Sequence[Followed]) -> None:
    names = dict.fromkeys(_name(one.area, one.subject) for day in days for one in day.alerts)
    when = [day.day.as_of for day in days]
    for number, name in enumerate(names):
        ranks = [_rank(day, name) + 0.05 * number for day in days]
        axes.step(when, ranks, where="post", color=COLOURS[number % len(COLOURS)], label=name, linewidth=2)
    axes.set_yticks(range(4), ["none", "watch", "elevated", "high"])
    axes.set_ylim(-0.2, 3.6)
    axes.set_title("alerts", loc="left", fontsize=9)
    if names:
        axes.legend(loc="upper left", fontsize=7, frameon=False, ncols=2)


def _rank(day: Followed, name: str) -> int:
    mine = [one for one in day.alerts if _name(one.area, one.subject) == name and one.state != "stood_down"]
    return max((rank(one.level) for one in mine), default=0)


def _name(area: str | None, subject: str | None) -> str:
    return area or subject or "the theatre"


def _acts(axes: Axes, last: Followed) -> None:
    """Days on which force is told of as used, as known at the end."""
    for incident in last.day.evidence.incidents:
        on = day_of(incident)
        if on and incident.counts and violence.amount(incident):
            alleged = incident.status.value == "alleged"
            axes.axvline(on, color="#c02020", linewidth=1, linestyle=":" if alleged else "-", alpha=0.7)  # type: ignore[arg-type]
    axes.text(
        1.0,
        1.02,
        "red: days of force (dotted: alleged)",
        transform=axes.transAxes,
        ha="right",
        fontsize=7,
        color="#c02020",
    )


def _answers(axes: Axes, days: Sequence[Followed]) -> None:
    """The likelihood of the dreaded answers of each question, as of each day."""
    shares: dict[str, dict[date, float]] = {}
    for day in days:
        for dreaded in day.day.known.rules("libya").questions:
            for found in day.day.assessments:
                if found.question == dreaded.question:
                    total = sum(one.likelihood for one in found.hypotheses if one.id in dreaded.hypotheses)
                    shares.setdefault(dreaded.question, {})[day.day.as_of] = total
    for number, (name, points) in enumerate(shares.items()):
        axes.plot(list(points), list(points.values()), color=COLOURS[number], label=name, linewidth=1.5)
    axes.set_ylim(0, 1)
    axes.set_title("likelihood of the dreaded answers", loc="left", fontsize=9)
    if shares:
        axes.legend(loc="upper left", fontsize=7, frameon=False)
    else:
        axes.text(0.5, 0.5, "no question was raised", transform=axes.transAxes, ha="center", fontsize=8)


if __name__ == "__main__":
    main()
