"""Draws how far forecast chances came true: lines against the diagonal, and a histogram of places."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from hudna.model.forecast import Ranks, Reliability

# Distinguishable for colour-blind readers and in print (Okabe & Ito).
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")


def draw_reliability(
    lines: Sequence[Reliability],
    places: Sequence[Ranks],
    target: Path,
    *,
    title: str,
    axes_named: tuple[str, str] = ("chance forecast", "share that came"),
) -> None:
    """Write the picture; PNG or SVG by the ending of its name. Without `places` it has no panel of them."""
    events = list(dict.fromkeys(line.event for line in lines))
    models = list(dict.fromkeys([*(line.model for line in lines), *(place.model for place in places)]))
    colour = {model: _COLOURS[number % len(_COLOURS)] for number, model in enumerate(models)}
    panels = len(events) + bool(places)
    figure = Figure(figsize=(4.2 * panels, 4.4), layout="constrained")
    FigureCanvasAgg(figure)
    [axes] = figure.subplots(1, panels, squeeze=False)
    for panel, event in zip(axes, events, strict=False):
        panel.plot([0, 1], [0, 1], color="#888888", linewidth=0.8, linestyle="--")
        for line in (one for one in lines if one.event == event):
            panel.plot(
                line.forecast,
                line.observed,
                marker="o",
                markersize=4,
                color=colour[line.model],
                label=line.model,
            )
        panel.set(title=event, xlabel=axes_named[0], ylabel=axes_named[1], xlim=(0, 1), ylim=(0, 1))
        panel.legend(frameon=False, fontsize="small")
    if places:
        _draw_places(axes[-1], places, colour)
    figure.suptitle(title)
    # Neither a date nor a version of matplotlib goes into the file: the same figures, the same bytes.
    metadata = {"Date": None} if target.suffix == ".svg" else {"Software": None}
    with rc_context({"svg.hashsalt": "hudna"}):
        figure.savefig(target, dpi=110, metadata=metadata)


def _draw_places(panel: Axes, places: Sequence[Ranks], colour: dict[str, str]) -> None:
    panel.axhline(0.1, color="#888888", linewidth=0.8, linestyle="--")
    for place in places:
        middles = [(tenth + 0.5) / 10 for tenth in range(10)]
        panel.step(middles, place.shares, where="mid", color=colour[place.model], label=place.model)
    panel.set(
        title="months with violence",
        xlabel="tenth of the forecast distribution",
        ylabel="share of cases",
        xlim=(0, 1),
    )
    panel.set_ylim(bottom=0)
    panel.legend(frameon=False, fontsize="small")
